import { z } from 'zod';

/** What stands beside the columns of a graph. */
export const Counts = z.object({ entities: z.number(), claims: z.number() });

/** Pairs of entities, from and to. */
export const Pairs = z.array(z.tuple([z.number(), z.number()]));
