import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EvidenceTable } from '../../src/evidence/evidence-table.ts';
import { VoiceClaims } from '../../src/evidence/voice-claims.ts';
import { UNNAMED, type Voice } from '../../src/evidence/voices.ts';
import { without } from '../../src/evidence/without.ts';
import { claimLines, SOURCES, TYPES } from './arbitrary-graph.ts';
import { type ClaimLine, type GraphSketch, rel, weighSketch } from './sketch-graph.ts';

function leaveOut(sketch: GraphSketch, voices: readonly Voice[]) {
  const { graph, table, weighing } = weighSketch(sketch);
  const claims = new VoiceClaims(graph, weighing.origins).of(voices);
  if (claims === undefined) throw new Error('no such voice');
  return without(table, claims);
}

const of = (claims: readonly ClaimLine[]): GraphSketch => ({ types: TYPES, sources: { ...SOURCES, d: 'B' }, claims });

describe('E21: what happens without somebody', () => {
  test('without one of two origins a corroborated relation weakens', () => {
    const [change] = leaveOut(
      of([
        ['b', 'x', 'did', 'y'],
        ['d', 'x', 'did', 'y'],
      ]),
      [{ kind: 'source', id: 'b' }],
    );
    expect(change).toMatchObject({
      change: 'weakens',
      before: { verdict: 'corroborated' },
      after: { verdict: 'single-source' },
      claims: 2,
      leftOut: 1,
    });
  });

  test('without its only origin it collapses', () => {
    const [change] = leaveOut(of([['b', 'x', 'did', 'y']]), [{ kind: 'publisher', id: 'publisher of b' }]);
    expect(change).toMatchObject({
      change: 'collapses',
      after: { verdict: 'unknown', opinion: { belief: 0, uncertainty: 1 } },
    });
  });

  test('without its denier it rises', () => {
    const claims: ClaimLine[] = [
      ['b', 'x', 'did', 'y'],
      ['d', 'x', 'did', 'y', { stance: 'denies' }],
    ];
    const [change] = leaveOut(of(claims), [{ kind: 'speaker', id: 'voice-of-d' }]);
    expect(change).toMatchObject({
      change: 'rises',
      before: { verdict: 'disputed' },
      after: { verdict: 'single-source' },
    });
  });

  test('without a repeat nothing moves', () => {
    const claims: ClaimLine[] = [
      ['b', 'x', 'did', 'y', { by: 'z' }],
      ['d', 'x', 'did', 'y', { by: 'z' }],
    ];
    expect(leaveOut(of(claims), [{ kind: 'source', id: 'd' }])[0]?.change).toBe('holds');
  });

  test('E7: without a document both speakers that it carries are gone', () => {
    const claims: ClaimLine[] = [
      ['b', 'x', 'did', 'y', { by: 'y' }],
      ['b', 'x', 'did', 'y', { by: 'z' }],
    ];
    expect(leaveOut(of(claims), [{ kind: 'source', id: 'b' }])[0]).toMatchObject({ change: 'collapses', leftOut: 2 });
    expect(leaveOut(of(claims), [{ kind: 'speaker', id: 'y' }])[0]?.change).toBe('weakens');
  });

  test('E14: without who says the narrower, the broader falls, too', () => {
    const changes = leaveOut(of([['b', 'x', 'pays', 'y']]), [{ kind: 'source', id: 'b' }]);
    expect(changes.map(({ id, change }) => [id, change])).toEqual([
      [rel('x~backs~y'), 'collapses'],
      [rel('x~funds~y'), 'collapses'],
      [rel('x~pays~y'), 'collapses'],
    ]);
  });

  test('the unnamed can be left out; a speaker takes along who speaks for them', () => {
    const sketch: GraphSketch = {
      types: { ...TYPES, 'speaks-for': { oneVoice: true } },
      sources: SOURCES,
      claims: [
        ['b', 'x', 'did', 'y', { by: 'press-office' }],
        ['b', 'z', 'did', 'y', { unnamed: 'officials' }],
        ['a', 'press-office', 'speaks-for', 'ministry'],
      ],
    };
    expect(leaveOut(sketch, [{ kind: 'speaker', id: 'ministry' }]).map(({ id }) => id)).toEqual([rel('x~did~y')]);
    expect(leaveOut(sketch, [{ kind: 'speaker', id: UNNAMED }]).map(({ id }) => id)).toEqual([rel('z~did~y')]);
  });

  const voices = fc.subarray<Voice>(
    [
      { kind: 'source', id: 'a' },
      { kind: 'source', id: 'b' },
      { kind: 'publisher', id: 'publisher of c' },
      { kind: 'speaker', id: 'x' },
      { kind: 'speaker', id: UNNAMED },
      { kind: 'origin', id: 'unnamed' },
    ],
    { minLength: 1 },
  );

  test.each([
    ['pinned', 7_112_026],
    ['fresh', Date.now() % 2 ** 31],
  ])('it equals a graph in which the claims were never made, as far as they bear on it (%s seed %i)', (_, seed) => {
    fc.assert(
      fc.property(claimLines, voices, (lines, left) => {
        const { graph, table, weighing } = weighSketch({ types: TYPES, sources: SOURCES, claims: lines });
        const known = new VoiceClaims(graph, weighing.origins);
        const claims = new Set(left.flatMap((voice) => [...(known.of([voice]) ?? [])]));
        const rest = new EvidenceTable(
          graph.claims.filter((claim) => !claims.has(claim)),
          table.rollUp,
          weighing,
        );
        for (const { id, before, after } of without(table, claims)) {
          expect(before).toEqual(table.standing(id));
          // Of what nobody asserts or denies any more the other graph knows nothing; a denial of a broader form stands.
          if (rest.get(id) === undefined) expect(after.opinion.belief).toBe(0);
          else expect(after).toEqual(rest.standing(id));
        }
      }),
      { seed, numRuns: 200 },
    );
  });
});
