import { EvidenceTable, weighingOf } from '../../src/evidence/evidence-table.ts';
import { Interests } from '../../src/evidence/interest.ts';
import { Origins } from '../../src/evidence/origins.ts';
import { RollUp } from '../../src/evidence/roll-up.ts';
import type { Weighing } from '../../src/evidence/weights.ts';
import type { Claim, Stance } from '../../src/model/claim.ts';
import type { Reliability } from '../../src/model/grades.ts';
import { GraphDocument } from '../../src/model/graph-document.ts';
import { RelationId } from '../../src/model/ids.ts';
import { withId } from './sketch.ts';

/** A relation type in short: only what differs from an ordinary one. */
export interface TypeSketch {
  readonly broader?: string;
  readonly excludes?: readonly string[];
  readonly symmetric?: boolean;
  readonly singleValued?: 'subject' | 'object';
  readonly oneVoice?: boolean;
  readonly side?: 'same' | 'opposite';
  readonly attribution?: boolean;
  readonly partOf?: boolean;
}

export interface Extra {
  readonly stance?: Stance;
  /** Who says it; without one, the source in its own voice. */
  readonly by?: string;
  readonly unnamed?: string;
  readonly when?: string;
  readonly said?: string;
  readonly hedge?: 'reportedly' | 'allegedly';
  readonly credibility?: number;
  readonly confidence?: number;
}

/** `['s0', 'ann', 'helps', 'bob', { stance: 'denies' }]`; an object starting with "=" is a literal. */
export type ClaimLine = readonly [source: string, subject: string, type: string, object: string, extra?: Extra];

export interface GraphSketch {
  readonly types: Readonly<Record<string, TypeSketch>>;
  readonly sources: Readonly<Record<string, Reliability>>;
  readonly claims: readonly ClaimLine[];
  readonly unidentified?: readonly string[];
}

const reads = { asserts: '{s} {o}', denies: 'not {s} {o}', doubts: 'hardly {s} {o}' };

export function makeClaims(lines: readonly ClaimLine[]): Claim[] {
  return lines.map(([source, subject, type, object, extra = {}], i) =>
    withId({
      source,
      subject,
      type,
      ...(object.startsWith('=') ? { literal: object.slice(1) } : { object }),
      stance: extra.stance ?? 'asserts',
      speaker: extra.unnamed === undefined ? (extra.by ?? `voice-of-${source}`) : { unnamed: extra.unnamed },
      locator: { paragraph: i + 1, start: i, end: i + 1, sha256: '0'.repeat(64) },
      summary: 'sketched',
      ...(extra.when === undefined ? {} : { when: extra.when }),
      ...(extra.said === undefined ? {} : { said: extra.said }),
      ...(extra.hedge === undefined ? {} : { hedge: extra.hedge }),
      ...(extra.credibility === undefined ? {} : { credibility: extra.credibility }),
      ...(extra.confidence === undefined ? {} : { confidence: { value: extra.confidence, reason: 'sketched' } }),
    }),
  );
}

/** A graph of any relations, each source with a publisher of its own. */
export function sketchGraph({ types, sources, claims, unidentified = [] }: GraphSketch): GraphDocument {
  const people = new Set([
    ...Object.keys(sources).map((id) => `voice-of-${id}`),
    ...claims.flatMap(([, subject, , object, extra]) => [
      subject,
      ...(object.startsWith('=') ? [] : [object]),
      ...(extra?.by === undefined ? [] : [extra.by]),
    ]),
  ]);
  return GraphDocument.parse({
    format: 'ascribe-graph',
    version: 1,
    ontology: {
      version: 1,
      kinds: [{ id: 'actor', label: 'Actor', plural: 'Actors' }],
      relations: Object.entries(types).map(([id, type]) => ({
        id,
        label: id,
        inverse: id,
        domain: ['actor'],
        range: ['actor'],
        reads,
        ...type,
      })),
      literals: [{ id: 'called', label: 'called', domain: ['actor'], reads }],
    },
    sources: Object.entries(sources).map(([id, reliability]) => ({
      id,
      title: id,
      publisher: `publisher of ${id}`,
      reliability,
      speaker: `voice-of-${id}`,
    })),
    entities: [...people].map((id) => ({
      id,
      kind: 'actor',
      name: id,
      ...(unidentified.includes(id) ? { unidentified: true } : {}),
    })),
    claims: makeClaims(claims),
  });
}

export interface Weighed {
  readonly graph: GraphDocument;
  readonly table: EvidenceTable;
  readonly weighing: Weighing;
  readonly interests: Interests;
}

export function weighSketch(sketch: GraphSketch): Weighed {
  const graph = sketchGraph(sketch);
  const origins = new Origins(graph);
  const weighing = weighingOf(graph, origins);
  const table = new EvidenceTable(graph.claims, new RollUp(graph.ontology), weighing);
  return { graph, table, weighing, interests: new Interests(table, origins) };
}

export const rel = (id: string): RelationId => RelationId.parse(id);
