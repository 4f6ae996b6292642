import { describe, expect, test } from 'vitest';
import { fuse } from '../../src/evidence/fuse.ts';
import { type ClaimSketch, relationGraph, weighingOf } from './sketch.ts';

const SOURCES = { s0: { reliability: 'B' }, s1: { reliability: 'C' }, s2: { reliability: 'B' } } as const;

/** How each word of one speaker counts, in order of the sketch. */
function countingOf(...words: readonly Pick<ClaimSketch, 'stance' | 'said' | 'hedge'>[]) {
  const graph = relationGraph(
    SOURCES,
    words.map((word, i) => ({ source: `s${i}`, speaker: 'm', speakerReliability: 'B', ...word })),
  );
  const evidence = fuse(graph.claims, weighingOf(graph));
  const counting = new Map(evidence.claims.map((weighed) => [weighed.claim.id, weighed.counting]));
  return { ...evidence, counting: graph.claims.map(({ id }) => counting.get(id)) };
}

describe('E9: a word that was taken back', () => {
  test.each([
    ['denies', 'asserts'],
    ['asserts', 'denies'],
  ] as const)('is taken back as often as it was said (%s, then %s)', (first, then) => {
    const { counting, explicitDenial } = countingOf(
      { stance: first, said: '2020' },
      { stance: first, said: '2020-05' },
      { stance: then, said: '2024' },
    );
    expect(counting).toEqual(['taken-back', 'taken-back', 'strongest']);
    expect(explicitDenial).toBe(then === 'denies');
  });

  test('its doubts with its denials, since they are on one side', () => {
    const { counting } = countingOf(
      { stance: 'denies', said: '2020' },
      { stance: 'doubts', said: '2021' },
      { stance: 'asserts', said: '2024' },
    );
    expect(counting).toEqual(['taken-back', 'taken-back', 'strongest']);
  });

  test('but not where it is unknown what was said last', () => {
    const { counting } = countingOf(
      { stance: 'denies', said: '2020' },
      { stance: 'denies', said: '2020', hedge: 'mild' },
      { stance: 'asserts' },
    );
    expect(counting.toSorted()).toEqual(['half', 'half', 'repeat']);
  });
});
