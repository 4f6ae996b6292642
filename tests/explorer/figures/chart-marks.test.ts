import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { intervalOf } from '../../../src/evidence/figures.ts';
import { bestOverlaps, extentOf, markOf } from '../../../src/explorer/figures/chart-marks.ts';
import { makeScale } from '../../../src/explorer/figures/chart-scale.ts';
import type { Quantity } from '../../../src/model/claim.ts';
import { atLeast, exactly, figureOf, range, upTo } from '../../evidence/figures-sketch.ts';

const given = (quantity: Quantity) => ({ quantity, interval: intervalOf(quantity) });

function mark(quantity: Quantity) {
  const row = given(quantity);
  return markOf(row, makeScale(extentOf([row])));
}

describe('what is drawn for a quantity (E17)', () => {
  test('a number is a dot', () => {
    const { from, to, fromEnd, toEnd, dots } = mark({ min: 34, max: 34 });
    expect([from === to, fromEnd, toEnd, dots.length]).toEqual([true, 'dot', 'dot', 1]);
  });

  test('"at least" goes on without end', () => {
    const { dots, from, to, toEnd } = mark({ min: 171 });
    expect([dots, to, toEnd]).toEqual([[from], 1, 'open']);
    expect(from).toBeLessThan(1);
  });

  test('"up to" begins at 0, which nobody stated', () => {
    const { from, fromEnd, toEnd, dots } = mark({ max: 5 });
    expect([from, fromEnd, toEnd, dots.length]).toEqual([0, 'cap', 'dot', 1]);
  });

  test('"about" has a whisker at either side of its dot', () => {
    const { from, to, fromEnd, toEnd, dots } = mark({ min: 1500, max: 1500, approximate: true });
    expect([fromEnd, toEnd, dots.length]).toEqual(['cap', 'cap', 1]);
    expect(from).toBeLessThan(dots[0] ?? 0);
    expect(to).toBeGreaterThan(dots[0] ?? 1);
  });

  test('a range has a dot at both ends: neither was stated more than the other', () => {
    expect(mark({ min: 12, max: 20 }).dots).toHaveLength(2);
  });
});

describe('where most weight meets', () => {
  const met = (...words: readonly (readonly [string, Quantity])[]) =>
    bestOverlaps(figureOf(words.map(([by, quantity]) => ({ by, quantity })))).map(({ interval, origins }) => ({
      interval,
      origins: origins.length,
    }));

  test('is the best overlap of E18', () => {
    expect(met(['a', range(12, 20)], ['b', atLeast(18)], ['c', exactly(50)])).toEqual([
      { interval: { min: 18, max: 20 }, origins: 2 },
      { interval: { min: 50, max: 50 }, origins: 2 },
    ]);
    expect(met(['a', range(12, 20)], ['b', range(18, 30)], ['c', exactly(50)])).toEqual([
      { interval: { min: 18, max: 20 }, origins: 2 },
    ]);
  });

  test('takes no side between equals: the leftmost is not the only one', () => {
    expect(met(['a', exactly(34)], ['b', atLeast(171)])).toEqual([
      { interval: { min: 34, max: 34 }, origins: 1 },
      { interval: { min: 171 }, origins: 1 },
    ]);
  });

  test('is nowhere without values', () => {
    expect(bestOverlaps({ origins: [], overlap: undefined })).toEqual([]);
  });

  test('has the overlap of E18 among them, and all of the same weight, for any values', () => {
    const quantity = fc.oneof(
      fc.integer({ min: -5, max: 9 }).map(exactly),
      fc.integer({ min: -5, max: 9 }).map(atLeast),
      fc.integer({ min: -5, max: 9 }).map(upTo),
    );
    fc.assert(
      fc.property(fc.array(quantity, { minLength: 1, maxLength: 7 }), (quantities) => {
        const evidence = figureOf(quantities.map((given, i) => ({ by: `paper-${i}`, quantity: given })));
        const found = bestOverlaps(evidence);
        expect(found).toContainEqual(evidence.overlap);
        expect(found.every(({ units }) => units === evidence.overlap?.units)).toBe(true);
      }),
    );
  });
});
