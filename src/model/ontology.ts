import { z } from 'zod';
import { KindId, TypeId } from './ids.ts';
import { Label, Prose } from './text.ts';

/** How a type reads with each stance; `{s}` stands for the subject and `{o}` for the object. */
const Readings = z.strictObject({ asserts: Label, denies: Label, doubts: Label });

export const EntityKind = z.strictObject({
  id: KindId,
  label: Label,
  plural: Label,
  description: Prose.optional(),
  /** Things of this kind happen at their own time: a figure of one is of that time, however a claim dates it (E18). */
  event: z.boolean().default(false),
  /** Where things are rather than who acts: a trace through one says little, and can be ranked lower. */
  place: z.boolean().default(false),
});
export type EntityKind = z.infer<typeof EntityKind>;

export const RelationType = z.strictObject({
  id: TypeId,
  label: Label,
  inverse: Label,
  description: Prose.optional(),
  /** Kinds that its subject, or its object, may be of. */
  domain: z.array(KindId).min(1),
  range: z.array(KindId).min(1),
  symmetric: z.boolean().default(false),
  /** The wider type under which its evidence also counts (EVIDENCE E14). */
  broader: TypeId.optional(),
  /** Types that cannot hold of the same two entities at once. */
  excludes: z.array(TypeId).default([]),
  /**
   * Of which end there is one for each of the other: `object` where an object has only one subject (two founders of one
   * body exclude each other), `subject` where a subject has only one object.
   */
  singleValued: z.enum(['subject', 'object']).optional(),
  /** The subject speaks with the object's voice: the two are one origin (EVIDENCE E6). */
  oneVoice: z.boolean().default(false),
  /** Only the subject itself can have said it. */
  selfSpoken: z.boolean().default(false),
  /** Whether its two ends stand on one side or against each other: it tells whose interest a word serves (E15). */
  side: z.enum(['same', 'opposite']).optional(),
  /** The subject is a part of the object: figures of the two are compared, not disputed (E18). */
  partOf: z.boolean().default(false),
  /** It says whose work the object is: different subjects are rival answers to one question (E19). */
  attribution: z.boolean().default(false),
  reads: Readings,
});
export type RelationType = z.infer<typeof RelationType>;

/** A statement about one entity, with a paraphrase in place of an object. */
export const LiteralType = z.strictObject({
  id: TypeId,
  label: Label,
  description: Prose.optional(),
  domain: z.array(KindId).min(1),
  selfSpoken: z.boolean().default(false),
  reads: Readings,
});
export type LiteralType = z.infer<typeof LiteralType>;

/** What is counted or measured. */
export const FigureType = z.strictObject({ id: TypeId, label: Label, description: Prose.optional() });
export type FigureType = z.infer<typeof FigureType>;

export const Ontology = z.strictObject({
  version: z.literal(1),
  kinds: z.array(EntityKind).min(1),
  relations: z.array(RelationType).min(1),
  literals: z.array(LiteralType).default([]),
  figures: z.array(FigureType).default([]),
});
export type Ontology = z.infer<typeof Ontology>;
