import type { Weighing } from '../../src/evidence/fuse.ts';
import { Origins } from '../../src/evidence/origins.ts';
import { Claim, type Stance } from '../../src/model/claim.ts';
import { claimId } from '../../src/model/claim-identity.ts';
import type { Credibility, Reliability } from '../../src/model/grades.ts';
import { GraphDocument } from '../../src/model/graph-document.ts';

export interface SourceSketch {
  readonly reliability: Reliability;
  readonly publisher?: string | undefined;
  readonly author?: string | undefined;
  /** One source, or several in the coder's order. */
  readonly derivedFrom?: string | readonly string[] | undefined;
  /** The entity that is its own voice; one of its own where none is given. */
  readonly voice?: string | undefined;
}

/** A claim in the short form of the worked examples. Without a speaker the source speaks in its own voice. */
export interface ClaimSketch {
  readonly source: string;
  readonly stance: Stance;
  readonly speaker?: string | undefined;
  readonly speakerReliability?: Reliability | undefined;
  /** Whether somebody unnamed speaks, or as whom. */
  readonly unnamed?: boolean | string | undefined;
  readonly hedge?: 'mild' | 'strong' | undefined;
  readonly credibility?: Credibility | undefined;
  /** Set by the coder (E4). */
  readonly confidence?: number | undefined;
  readonly said?: string | undefined;
}

export const voiceOf = (source: string): string => `voice-of-${source}`;

/** A graph of one relation, subject ~ says ~ object, with claims of it as sketched; and one of who speaks for whom. */
export function relationGraph(
  sources: Readonly<Record<string, SourceSketch>>,
  claims: readonly ClaimSketch[],
): GraphDocument {
  const people = new Map<string, Reliability | undefined>([
    ['subject', undefined],
    ['object', undefined],
    ...Object.entries(sources).map(([id, source]) => [source.voice ?? voiceOf(id), undefined] as const),
    ...claims.flatMap((claim) =>
      claim.speaker === undefined ? [] : [[claim.speaker, claim.speakerReliability] as const],
    ),
  ]);
  const reads = { asserts: '{s} {o}', denies: 'not {s} {o}', doubts: 'hardly {s} {o}' };
  const type = { domain: ['actor'], range: ['actor'], reads };
  return GraphDocument.parse({
    format: 'ascribe-graph',
    version: 1,
    ontology: {
      version: 1,
      kinds: [{ id: 'actor', label: 'Actor', plural: 'Actors' }],
      relations: [
        { id: 'says', label: 'says', inverse: 'said by', ...type },
        { id: 'speaks-for', label: 'speaks for', inverse: 'has as its voice', oneVoice: true, ...type },
      ],
    },
    sources: Object.entries(sources).map(([id, source]) => ({
      id,
      title: id,
      language: 'en',
      reliability: source.reliability,
      ...(source.publisher === undefined ? {} : { publisher: source.publisher }),
      ...(source.author === undefined ? {} : { author: source.author }),
      derivedFrom: [source.derivedFrom ?? []].flat(),
      speaker: source.voice ?? voiceOf(id),
    })),
    entities: [...people].map(([id, reliability]) => ({
      id,
      kind: 'actor',
      name: id,
      ...(reliability === undefined ? {} : { reliability, reason: 'sketched' }),
    })),
    claims: claims.map((claim, i) => makeClaim(claim, i, sources[claim.source]?.voice)),
  });
}

/** The i-th claim of a sketch; `i` stands for its place in the source, so that equal sketches stay apart. */
export function makeClaim(claim: ClaimSketch, i: number, voice = voiceOf(claim.source)): Claim {
  const unnamed = claim.unnamed === true ? 'somebody' : claim.unnamed;
  return withId({
    source: claim.source,
    subject: 'subject',
    type: 'says',
    object: 'object',
    stance: claim.stance,
    speaker: unnamed ? { unnamed } : (claim.speaker ?? voice),
    locator: { paragraph: i + 1, start: i, end: i + 1, sha256: '0'.repeat(64) },
    summary: 'sketched',
    ...(claim.hedge === undefined ? {} : { hedge: claim.hedge === 'mild' ? 'reportedly' : 'allegedly' }),
    ...(claim.credibility === undefined ? {} : { credibility: claim.credibility }),
    ...(claim.confidence === undefined ? {} : { confidence: { value: claim.confidence, reason: 'sketched' } }),
    ...(claim.said === undefined ? {} : { said: claim.said }),
  });
}

/** A claim of any content, with the id that belongs to it. */
export function withId(content: object): Claim {
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
