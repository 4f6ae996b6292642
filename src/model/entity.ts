import { z } from 'zod';
import { Attributes } from './attributes.ts';
import { Edtf } from './dates.ts';
import { Reliability } from './grades.ts';
import { EntityId, KindId } from './ids.ts';
import { Label, Prose } from './text.ts';

/** An actor (a person), organisation, state, event or place. The kinds themselves are data of the ontology. */
export const Entity = z.strictObject({
  id: EntityId,
  kind: KindId,
  name: Label,
  /** Other spellings and names, each as seen in a source. */
  aliases: z.array(Label).default([]),
  subkind: Label.optional(),
  summary: Prose.optional(),
  /** When an event happened. */
  when: Edtf.optional(),
  /** The Admiralty letter of a speaker of known record (EVIDENCE E2). Used rarely; needs a reason. */
  reliability: Reliability.optional(),
  reason: Prose.optional(),
  /** Links origins by hand (EVIDENCE E8): speakers and documents with the same word here count as one origin. */
  origin: Label.optional(),
  /** It stands for somebody whom the source describes and does not name ("gunmen"): no answer to who did it (E19). */
  unidentified: z.boolean().default(false),
  /** Ids of the same thing elsewhere, by scheme, only where verified. */
  sameAs: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/u), Label).optional(),
  /** What the tool it comes from says besides. */
  attributes: Attributes.optional(),
});
export type Entity = z.infer<typeof Entity>;
