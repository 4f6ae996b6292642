import { z } from 'zod';
import { Claim } from './claim.ts';
import { Entity } from './entity.ts';
import { RelationId } from './ids.ts';
import { Ontology } from './ontology.ts';
import { Source } from './source.ts';
import { Label, Prose } from './text.ts';

export const GRAPH_FORMAT = 'ascribe-graph';
export const GRAPH_VERSION = 1;

const Hash = z.string().regex(/^[0-9a-f]{64}$/u);

/**
 * How a subgraph came to be: what was asked, of which graph, and what was left out. A part of a part tells of the graph
 * that the first was taken from.
 */
export const Manifest = z.strictObject({
  /** The selection in words. */
  selection: Prose,
  /** What was chosen one by one, where it was: of long lists the words name the first alone. */
  chosen: z.strictObject({ relations: z.array(RelationId), figures: z.array(z.string()) }).optional(),
  /** SHA-256 of the canonical form of the graph it was taken from. */
  graph: Hash,
  /** Version of the weights table that its verdicts rest on. */
  weights: Label,
  /** When it was taken, as an ISO 8601 instant. */
  taken: z.iso.datetime(),
  leftOut: z.strictObject({
    entities: z.int(),
    claims: z.int(),
    sources: z.int(),
    /** How many of the claims deny or doubt and were left out expressly; absent where none were. */
    denials: z.int().optional(),
    /**
     * The graphs of which denials or doubts were left out, by their hash, where these are several: in a graph that was merged
     * from parts. `graph` is the first of them.
     */
    denialsOf: z.array(Hash).min(2).optional(),
  }),
  /**
   * What was taken along as evidence and shows less beside it than in the whole graph, where anything does: claims whose
   * interest is told by a relation left out; relations of which a denial of a narrower form, or of a whole that an end is
   * part of, was left out; and relations that say who did something, of which a rival answer was left out. No verdict depends
   * on it.
   */
  lacking: z
    .strictObject({
      interests: z.int(),
      partialDenials: z.int(),
      relatedDenials: z.int(),
      /** Absent where no rival answer was left out. */
      rivals: z.int().optional(),
    })
    .optional(),
  /** Whether denials and doubts of the relations were taken along, as they are unless somebody asks otherwise. */
  closedUnderEvidence: z.boolean(),
});
export type Manifest = z.infer<typeof Manifest>;

/** The exchange form of a graph: one JSON file that holds everything, in a versioned schema. */
export const GraphDocument = z.strictObject({
  format: z.literal(GRAPH_FORMAT),
  version: z.literal(GRAPH_VERSION),
  title: Label.optional(),
  manifest: Manifest.optional(),
  ontology: Ontology,
  sources: z.array(Source),
  entities: z.array(Entity),
  claims: z.array(Claim),
});
export type GraphDocument = z.infer<typeof GraphDocument>;
