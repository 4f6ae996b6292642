import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EvidenceTable } from '../../src/evidence/evidence-table.ts';
import { MOST_RIVALS } from '../../src/evidence/propositions.ts';
import { VoiceClaims } from '../../src/evidence/voice-claims.ts';
import { UNNAMED, type Voice } from '../../src/evidence/voices.ts';
import type { Weighing } from '../../src/evidence/weights.ts';
import { without } from '../../src/evidence/without.ts';
import type { Claim } from '../../src/model/claim.ts';
import { claimLines, excludingLines, SOURCES, TYPES } from './arbitrary-graph.ts';
import { type ClaimLine, type GraphSketch, rel, weighSketch } from './sketch-graph.ts';

/** Milliseconds: other test files may keep the machine busy. */
const PATIENCE = 60_000;

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
  ])(
    'it equals a graph in which the claims were never made, on every relation (%s seed %i)',
    (_, seed) => {
      fc.assert(
        fc.property(fc.oneof(claimLines, excludingLines), voices, (lines, left) => {
          const { graph, table, weighing } = weighSketch({ types: TYPES, sources: SOURCES, claims: lines });
          const known = new VoiceClaims(graph, weighing.origins);
          const claims = new Set(left.flatMap((voice) => [...(known.of([voice]) ?? [])]));
          expectRebuilt(table, weighing, graph.claims, claims);
        }),
        { seed, numRuns: 300 },
      );
    },
    PATIENCE,
  );

  test('E14: who named two answers together and is left out leaves two that exclude each other', () => {
    const claims: ClaimLine[] = [
      ['a', 'x', 'founded', 'club'],
      ['a', 'y', 'founded', 'club'],
      ['b', 'x', 'founded', 'club'],
      ['d', 'y', 'founded', 'club'],
    ];
    const changes = leaveOut(of(claims), [{ kind: 'source', id: 'a' }]);
    expect(changes.map(({ id, before, after }) => [id, before.verdict, after.verdict])).toEqual([
      ['x~founded~club', 'corroborated', 'disputed'],
      ['y~founded~club', 'corroborated', 'disputed'],
    ]);
  });

  test('E14: who gave no time and is left out leaves two times that lie apart', () => {
    const claims: ClaimLine[] = [
      ['a', 'x', 'allied', 'y', { when: '1973' }],
      ['b', 'x', 'allied', 'y'],
      ['d', 'x', 'fights', 'y', { when: '2024' }],
    ];
    const changes = leaveOut(of(claims), [{ kind: 'source', id: 'b' }]);
    const after = Object.fromEntries(changes.map((change) => [change.id, change.after.verdict]));
    expect(after['x~allied~y']).toBe('single-source');
    expect(after['x~fights~y']).toBe('single-source');
  });

  test('E14: with fewer answers left than the bound, those that are left exclude each other', () => {
    const claims = Array.from(
      { length: MOST_RIVALS + 6 },
      (_, i): ClaimLine => [i < 10 ? 'a' : 'b', `x${i}`, 'founded', 'club', { by: `s${i}` }],
    );
    const { graph, table, weighing } = weighSketch(of(claims));
    const left = new Set(graph.claims.filter(({ source }) => source === 'a'));
    expectRebuilt(table, weighing, graph.claims, left);
    expect(without(table, left).filter(({ leftOut }) => leftOut === 0)).toHaveLength(MOST_RIVALS - 4);
  });

  test(
    '20,000 claims of one speaker on a few relations, and on as many relations, quickly',
    () => {
      const many = (count: number): ClaimLine[] =>
        Array.from({ length: 20_000 }, (_, i) => ['a', `x${i % count}`, 'did', 'y', { by: 'z' }]);
      for (const count of [3, 5_000]) {
        const { graph, table } = weighSketch(of([...many(count), ['b', 'x0', 'did', 'y']]));
        const claims = new Set(graph.claims.filter(({ source }) => source === 'a'));
        const start = performance.now();
        expect(without(table, claims)).toHaveLength(count);
        // It takes a twentieth of that; when each claim was followed for itself it took longer.
        expect(performance.now() - start).toBeLessThan(1_500);
      }
    },
    PATIENCE,
  );
});

/** Checks that leaving claims out gives on every relation what a table of the others gives. */
function expectRebuilt(
  table: EvidenceTable,
  weighing: Weighing,
  all: readonly Claim[],
  claims: ReadonlySet<Claim>,
): void {
  const rest = new EvidenceTable(
    all.filter((claim) => !claims.has(claim)),
    table.rollUp,
    weighing,
  );
  const changes = new Map(without(table, claims).map((change) => [change.id, change]));
  for (const { id } of rest.relations()) {
    expect(changes.get(id)?.after ?? table.standing(id)).toEqual(rest.standing(id));
  }
  for (const { id, before, after, leftOut } of changes.values()) {
    expect(before).toEqual(table.standing(id));
    // Of what nobody asserts or denies any more the other graph knows nothing; a denial of a broader form stands.
    if (rest.get(id) === undefined) expect(after.opinion.belief).toBe(0);
    if (leftOut === 0) expect(after).not.toEqual(before);
  }
}
