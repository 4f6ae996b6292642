import fc from 'fast-check';
import { type Evidence, fuse, type WeighedOrigin } from '../../src/evidence/fuse.ts';
import type { Credibility, Reliability } from '../../src/model/grades.ts';
import { type ClaimSketch, relationGraph, type SourceSketch, voiceOf, weighingOf } from './sketch.ts';

/** Sources and claims of one relation, in the short form of the worked examples. */
export interface Sketch {
  readonly sources: Readonly<Record<string, SourceSketch>>;
  readonly claims: readonly ClaimSketch[];
}

export const letters = fc.constantFrom<Reliability>('A', 'B', 'C', 'D', 'E', 'F');
export const digits = fc.constantFrom<Credibility | undefined>(undefined, 1, 2, 3, 4, 5, 6);
export const hedges = fc.constantFrom<'mild' | 'strong' | undefined>(undefined, undefined, 'mild', 'strong');
const stances = fc.constantFrom('asserts', 'denies', 'doubts');
// Days, not months or years: dates of unequal length have a test of their own.
const days = fc.constantFrom(undefined, '2024-05-01', '2024-05-02', '2024-05-03');

const NAMED = ['ann', 'bob', 'cy'] as const;

/**
 * Up to five sources, some with a publisher of their own or shared, some derived from an earlier one (so without
 * circles), and up to eight claims: in the source's own voice, of named speakers, of other sources' voices, or unnamed.
 */
export const sketches: fc.Arbitrary<Sketch> = fc
  .record({
    sources: fc.array(
      fc.record({
        reliability: letters,
        publisher: fc.constantFrom(undefined, 'own', 'first shared', 'second shared'),
        parent: fc.option(fc.nat(4), { freq: 3 }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    speakers: fc.tuple(letters, letters, fc.constant(undefined)),
    claims: fc.array(
      fc.record({
        source: fc.nat(4),
        stance: stances,
        who: fc.oneof(
          fc.constant('own'),
          fc.constantFrom('unnamed', 'also unnamed'),
          fc.nat(NAMED.length - 1),
          fc.nat(4).map((i) => ({ voice: i })),
        ),
        hedge: hedges,
        credibility: digits,
        said: days,
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ sources, speakers, claims }) => ({
    sources: Object.fromEntries(
      sources.map(({ reliability, publisher, parent }, i) => [
        `s${i}`,
        {
          reliability,
          publisher: publisher === 'own' ? `publisher of s${i}` : publisher,
          ...(parent !== null && parent < i ? { derivedFrom: `s${parent}` } : {}),
        },
      ]),
    ),
    claims: claims.map(({ source, who, ...rest }) => {
      const base = { ...rest, source: `s${source % sources.length}` };
      if (who === 'own') return base;
      if (typeof who === 'string') return { ...base, unnamed: who };
      if (typeof who === 'number') return { ...base, speaker: NAMED[who], speakerReliability: speakers[who] };
      const quoted = `s${who.voice % sources.length}`;
      return quoted === base.source ? base : { ...base, speaker: voiceOf(quoted) };
    }),
  }));

export function evidenceOf({ sources, claims }: Sketch): Evidence {
  const graph = relationGraph(sources, claims);
  return fuse(graph.claims, weighingOf(graph));
}

/** All that a result says, apart from ids, names and the list of claims. */
export function gist(evidence: Evidence): object {
  const { forUnits, againstUnits, opinion, probability, verdict, rule, doubted, explicitDenial } = evidence;
  const shares = ({ forUnits: f, againstUnits: a, changed, critical }: WeighedOrigin): string =>
    JSON.stringify([f, a, changed, critical]);
  return {
    ...{ forUnits, againstUnits, opinion, probability, verdict, rule, doubted, explicitDenial },
    originsFor: evidence.originsFor,
    originsAgainst: evidence.originsAgainst,
    origins: evidence.origins.map(shares).toSorted(),
  };
}
