import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, conflict } from '../../src/evidence/compare.ts';
import { perspective } from '../../src/evidence/perspective.ts';
import { claimLines, SOURCES, TYPES } from './arbitrary-graph.ts';
import { type ClaimLine, rel, weighSketch } from './sketch-graph.ts';

/** The telling of those who make the wanted claims, among all of them. */
function tell(claims: readonly ClaimLine[], wanted: (line: ClaimLine) => boolean = () => true) {
  const { graph, table, weighing } = weighSketch({ types: TYPES, sources: SOURCES, claims });
  const told = graph.claims.filter((_, i) => claims[i] !== undefined && wanted(claims[i]));
  return perspective(new Set(told), table, weighing);
}
const by = (who: string) => (line: ClaimLine) => line[4]?.by === who;

describe('E22: the graph as somebody tells it', () => {
  test('grades are left aside, hedges are kept', () => {
    const told = tell([
      ['a', 'x', 'did', 'y', { by: 'x' }],
      ['c', 'x', 'did', 'z', { by: 'x', hedge: 'allegedly' }],
    ]);
    expect(told.get(rel('x~did~y'))).toMatchObject({ position: 'asserts', leaning: 1, opinion: { belief: 0.5 } });
    expect(told.get(rel('x~did~z'))).toMatchObject({ position: 'asserts', opinion: { belief: 0.2 } });
  });

  test('what a coder set is a grade, too', () => {
    expect(tell([['a', 'x', 'did', 'y', { confidence: 0.9 }]]).get(rel('x~did~y'))?.opinion.belief).toBe(0.5);
  });

  test.each([
    ['denies', 'denies', -1],
    ['doubts', 'doubts', -1],
  ] as const)('who %s, %s', (stance, position, leaning) => {
    expect(tell([['a', 'x', 'did', 'y', { stance }]]).get(rel('x~did~y'))).toMatchObject({ position, leaning });
  });

  test('who is not in it is silent, which is no doubt', () => {
    const told = tell(
      [
        ['a', 'x', 'did', 'y', { by: 'x' }],
        ['a', 'x', 'did', 'z', { by: 'y' }],
      ],
      by('x'),
    );
    expect([...told.keys()]).toEqual([rel('x~did~y')]);
  });

  test('one voice that said both has changed; two voices of a group that oppose each other are divided', () => {
    const changed = tell([
      ['a', 'x', 'did', 'y', { by: 'x', said: '2020' }],
      ['a', 'x', 'did', 'y', { by: 'x', stance: 'denies', said: '2021' }],
    ]);
    expect(changed.get(rel('x~did~y'))).toMatchObject({ position: 'changed', leaning: -1 });
    const divided = tell([
      ['a', 'x', 'did', 'y', { by: 'x' }],
      ['a', 'x', 'did', 'y', { by: 'y', stance: 'denies' }],
    ]);
    expect(divided.get(rel('x~did~y'))).toMatchObject({ position: 'divided', leaning: 0 });
  });

  test('E14: who denies the broader denies each narrower one that somebody else asserts', () => {
    const told = tell(
      [
        ['a', 'x', 'backs', 'y', { by: 'x', stance: 'denies' }],
        ['b', 'x', 'pays', 'y', { by: 'z' }],
      ],
      by('x'),
    );
    for (const id of ['x~backs~y', 'x~funds~y', 'x~pays~y']) expect(told.get(rel(id))?.position).toBe('denies');
  });

  test('E14: who asserts what excludes it excludes it, which is no denial', () => {
    const told = tell(
      [
        ['a', 'x', 'opposes', 'y', { by: 'x' }],
        ['b', 'x', 'backs', 'y', { by: 'z' }],
      ],
      by('x'),
    );
    expect(told.get(rel('x~backs~y'))).toMatchObject({ position: 'excludes', leaning: -1 });
    expect(told.get(rel('x~opposes~y'))?.position).toBe('asserts');
  });
});

describe('E23: two tellings beside each other', () => {
  const claims: ClaimLine[] = [
    ['a', 'x', 'backs', 'y', { by: 'x', stance: 'denies' }],
    ['b', 'x', 'backs', 'y', { by: 'z' }],
    ['b', 'x', 'did', 'y', { by: 'x' }],
    ['b', 'x', 'did', 'y', { by: 'z' }],
    ['b', 'z', 'did', 'y', { by: 'x', stance: 'denies' }],
    ['b', 'z', 'did', 'y', { by: 'z', stance: 'doubts' }],
    ['b', 'y', 'did', 'y', { by: 'x' }],
    ['b', 'y', 'did', 'x', { by: 'z' }],
    ['b', 'z', 'did', 'z', { by: 'x' }],
    ['b', 'z', 'did', 'z', { by: 'x', stance: 'denies' }],
    ['b', 'z', 'did', 'z', { by: 'z' }],
  ];

  test('each outcome, contradictions first', () => {
    const all = compare(tell(claims, by('x')), tell(claims, by('z')));
    expect(all.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['x~backs~y', 'contradict'],
      ['z~did~z', 'mixed'],
      ['x~did~y', 'agree'],
      ['z~did~y', 'both-deny'],
      ['y~did~y', 'only-p'],
      ['y~did~x', 'only-q'],
    ]);
  });

  test('the conflict is |P₁ − P₂| · (1 − u₁)(1 − u₂)', () => {
    const [first] = compare(tell(claims, by('x')), tell(claims, by('z')));
    // Two words of grade C: P = 1/4 and 3/4, u = 1/2 each.
    expect(first?.conflict).toBe(0.5 * 0.5 * 0.5);
  });

  test.each([
    ['pinned', 23_112_026],
    ['fresh', Date.now() % 2 ** 31],
  ])(
    'Law: a telling does not differ from itself, and turning two round turns the answer round (%s seed %i)',
    (_, seed) => {
      const turned = { 'only-p': 'only-q', 'only-q': 'only-p' } as const;
      fc.assert(
        fc.property(claimLines, (lines) => {
          const [p, q] = [tell(lines, (line) => line[0] !== 'a'), tell(lines, (line) => line[0] === 'a')];
          for (const { outcome, conflict: own } of compare(p, p)) {
            expect(['agree', 'both-deny', 'mixed']).toContain(outcome);
            expect(own).toBe(0);
          }
          const back = new Map(compare(q, p).map((one) => [one.id, one]));
          for (const one of compare(p, q)) {
            const { outcome } = one;
            expect(back.get(one.id)?.outcome).toBe(
              outcome === 'only-p' || outcome === 'only-q' ? turned[outcome] : outcome,
            );
            expect(back.get(one.id)?.conflict).toBe(one.conflict);
            if (one.p !== undefined && one.q !== undefined) expect(conflict(one.p, one.q)).toBeLessThan(1);
          }
        }),
        { seed, numRuns: 150 },
      );
    },
  );
});
