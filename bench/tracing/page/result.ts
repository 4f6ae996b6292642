import { z } from 'zod';

/** How far the page was kept from drawing: milliseconds between two frames at most, and tasks of more than 50 ms. */
const Quiet = z.object({ frames: z.number(), longestFrame: z.number(), longTasks: z.array(z.number()) });
export type Quiet = z.infer<typeof Quiet>;

export const PageResult = z.object({
  k: z.number(),
  depth: z.number(),
  /** Milliseconds from handing the arrays over until the worker was ready, and of these for building. */
  loadMs: z.number(),
  buildMs: z.number(),
  loading: Quiet,
  idle: Quiet,
  asking: Quiet,
  /** Milliseconds of each answer as the page saw them, the first one included. */
  ms: z.array(z.number()),
  /** Paths found, questions without any, and searches cut short. */
  paths: z.number(),
  empty: z.number(),
  cutShort: z.number(),
});
export type PageResult = z.infer<typeof PageResult>;
