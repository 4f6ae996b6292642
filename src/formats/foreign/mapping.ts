import { z } from 'zod';
import { Reliability } from '../../model/grades.ts';
import { Label } from '../../model/text.ts';

/** The name of an attribute or column, as the file has it. */
const Name = z.string().min(1).max(300);

/**
 * How a grade is written: `fraction` 0–1, `percent` 0–100, `stix` 0–100 by the ranges of STIX 2.1's confidence scales,
 * `admiralty` a digit 1–6, a letter and digit such as B2, or a tag of MISP's admiralty-scale. A number with a per cent sign
 * means hundredths on `fraction`, too.
 */
export const ConfidenceScale = z.enum(['fraction', 'percent', 'stix', 'admiralty']);
export type ConfidenceScale = z.infer<typeof ConfidenceScale>;

/** What the attributes of an edge, or the columns of a row, say of the claim that it becomes. */
export const EdgeMapping = z.strictObject({
  /** Its relation type. */
  type: Name.optional(),
  /** A claim's confidence or credibility. */
  confidence: z.strictObject({ attribute: Name, scale: ConfidenceScale }).optional(),
  /** Names the document that says so: one source for each value. */
  source: Name.optional(),
  /** Names who says so: an entity by its key or name, else one that is made. */
  speaker: Name.optional(),
  /** Values (in any case) that mean a stance, "" where nothing is said; any other value asserts, and is told. */
  stance: z
    .strictObject({
      attribute: Name,
      asserts: z.array(z.string()).default([]),
      denies: z.array(z.string()).default([]),
      doubts: z.array(z.string()).default([]),
    })
    .optional(),
  /** When it was said. */
  said: Name.optional(),
  /** When what it says holds: one date, or the two ends of an interval. */
  when: Name.optional(),
  start: Name.optional(),
  end: Name.optional(),
  summary: Name.optional(),
  note: Name.optional(),
  hedge: Name.optional(),
});
export type EdgeMapping = z.infer<typeof EdgeMapping>;

/** What the attributes of a node say of the entity that it becomes. */
export const NodeMapping = z.strictObject({
  label: Name.optional(),
  kind: Name.optional(),
  summary: Name.optional(),
  aliases: Name.optional(),
  when: Name.optional(),
  start: Name.optional(),
  end: Name.optional(),
});
export type NodeMapping = z.infer<typeof NodeMapping>;

/** Which columns of an edge list are the ends of an edge. */
export const TableMapping = z.strictObject({
  from: Name,
  to: Name,
  key: Name.optional(),
  fromLabel: Name.optional(),
  toLabel: Name.optional(),
  fromKind: Name.optional(),
  toKind: Name.optional(),
  /** Whether an edge has a direction. It has unless told. */
  directed: z.boolean().default(true),
});
export type TableMapping = z.infer<typeof TableMapping>;

/** The source that an import makes, where the person knows more of it than the file's name. */
export const ImportedSource = z.strictObject({
  title: Label.optional(),
  publisher: Label.optional(),
  author: Label.optional(),
  url: z.string().optional(),
  published: z.string().optional(),
  reliability: Reliability.optional(),
  reason: z.string().optional(),
  /** Links editions of one data set: all that have the same word count as one origin (EVIDENCE E8). */
  origin: Label.optional(),
});
export type ImportedSource = z.infer<typeof ImportedSource>;

/**
 * What the attributes of a foreign file mean, as a person says it. It can be saved as JSON and used again. Whatever it
 * does not name stays an attribute; what it names does too, so that nothing is lost by a mapping.
 */
export const Mapping = z.strictObject({
  version: z.literal(1),
  title: Label.optional(),
  edge: EdgeMapping.default({}),
  node: NodeMapping.default({}),
  table: TableMapping.optional(),
  source: ImportedSource.default({}),
});
export type Mapping = z.infer<typeof Mapping>;

export const NO_MAPPING: Mapping = { version: 1, edge: {}, node: {}, source: {} };
