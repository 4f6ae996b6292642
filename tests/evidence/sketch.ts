import type { Weighing } from '../../src/evidence/fuse.ts';
import { Origins } from '../../src/evidence/origins.ts';
import { Claim, type Stance } from '../../src/model/claim.ts';
import { claimId } from '../../src/model/claim-identity.ts';
import type { Credibility, Reliability } from '../../src/model/grades.ts';
import { GraphDocument } from '../../src/model/graph-document.ts';

export interface SourceSketch {
  readonly reliability: Reliability;
  readonly publisher?: string | undefined;
  readonly derivedFrom?: string | undefined;
}

/** A claim in the short form of the worked examples. Without a speaker the source speaks in its own voice. */
export interface ClaimSketch {
  readonly source: string;
  readonly stance: Stance;
  readonly speaker?: string | undefined;
  readonly speakerReliability?: Reliability | undefined;
  readonly unnamed?: boolean | undefined;
  readonly hedge?: 'mild' | 'strong' | undefined;
  readonly credibility?: Credibility | undefined;
  readonly said?: string | undefined;
}

const voiceOf = (source: string): string => `voice-of-${source}`;

/** A graph of one relation, subject ~ says ~ object, with claims of it as sketched. */
export function relationGraph(
  sources: Readonly<Record<string, SourceSketch>>,
  claims: readonly ClaimSketch[],
): GraphDocument {
  const named = new Map(
    claims.flatMap((claim) =>
      claim.speaker === undefined ? [] : [[claim.speaker, claim.speakerReliability] as const],
    ),
  );
  const person = (id: string): object => ({ id, kind: 'actor', name: id });
  return GraphDocument.parse({
    format: 'ascribe-graph',
    version: 1,
    ontology: {
      version: 1,
      kinds: [{ id: 'actor', label: 'Actor', plural: 'Actors' }],
      relations: [
        {
          id: 'says',
          label: 'says',
          inverse: 'said by',
          domain: ['actor'],
          range: ['actor'],
          reads: { asserts: '{s} {o}', denies: 'not {s} {o}', doubts: 'hardly {s} {o}' },
        },
      ],
    },
    sources: Object.entries(sources).map(([id, source]) => ({
      id,
      title: id,
      language: 'en',
      reliability: source.reliability,
      ...(source.publisher === undefined ? {} : { publisher: source.publisher }),
      derivedFrom: source.derivedFrom === undefined ? [] : [source.derivedFrom],
      speaker: voiceOf(id),
    })),
    entities: [
      person('subject'),
      person('object'),
      ...Object.keys(sources).map((id) => person(voiceOf(id))),
      ...[...named].map(([id, reliability]) => ({
        ...person(id),
        ...(reliability === undefined ? {} : { reliability, reason: 'sketched' }),
      })),
    ],
    claims: claims.map((claim, i) => makeClaim(claim, i)),
  });
}

/** The i-th claim of a sketch; `i` stands for its place in the source, so that equal sketches stay apart. */
export function makeClaim(claim: ClaimSketch, i: number): Claim {
  const content = {
    source: claim.source,
    subject: 'subject',
    type: 'says',
    object: 'object',
    stance: claim.stance,
    speaker: claim.unnamed === true ? { unnamed: 'somebody' } : (claim.speaker ?? voiceOf(claim.source)),
    locator: { paragraph: i + 1, start: i, end: i + 1, sha256: '0'.repeat(64) },
    summary: 'sketched',
    ...(claim.hedge === undefined ? {} : { hedge: claim.hedge === 'mild' ? 'reportedly' : 'allegedly' }),
    ...(claim.credibility === undefined ? {} : { credibility: claim.credibility }),
    ...(claim.said === undefined ? {} : { said: claim.said }),
  };
  const parsed = Claim.parse({ id: 'c-0', ...content });
  return { ...parsed, id: claimId(parsed) };
}

export function weighingOf(graph: GraphDocument): Weighing {
  return {
    sources: new Map(graph.sources.map((source) => [source.id, source])),
    entities: new Map(graph.entities.map((entity) => [entity.id, entity])),
    origins: new Origins(graph),
  };
}
