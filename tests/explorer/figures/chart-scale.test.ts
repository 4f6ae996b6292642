import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeScale, niceStep, spacedTicks } from '../../../src/explorer/figures/chart-scale.ts';
import { tickText } from '../../../src/explorer/figures/figure-words.ts';

const places = (values: readonly number[], at: readonly number[] = values): number[] => {
  const { place } = makeScale({ values });
  return at.map(place);
};

describe('the axis of a figure', () => {
  test('is linear from 0 up to a ratio of 20 between the largest and the least value', () => {
    expect(makeScale({ values: [5, 100] }).kind).toBe('linear');
    expect(makeScale({ values: [5, 101] }).kind).toBe('log');
    expect(makeScale({ values: [5, 100] }).place(0)).toBe(0);
  });

  test('does not take 0 for the least value, since no ratio to it exists', () => {
    expect(makeScale({ values: [0, 7] }).kind).toBe('linear');
    expect(makeScale({ values: [0, 1, 1000] }).kind).toBe('log');
  });

  test('leaves an arrow room past the last value', () => {
    const closed = makeScale({ values: [34, 171] }).place(171);
    const open = makeScale({ values: [34, 171], openHigh: true }).place(171);
    expect(closed).toBeGreaterThan(open);
    expect(open).toBeLessThan(0.9);
    expect(makeScale({ values: [34, 171], openHigh: true }).ticks).toEqual([0, 50, 100, 150, 200]);
  });

  test('holds one value, equal values, and nothing but 0', () => {
    expect(places([12])[0]).toBeGreaterThan(0.9);
    expect(places([7, 7])[0]).toBe(places([7, 7])[1]);
    expect(places([0, 0])).toEqual([0, 0]);
    expect(makeScale({ values: [0] }).ticks).toEqual([0, 1]);
  });

  test('has no fractions between whole numbers', () => {
    expect(makeScale({ values: [2], openHigh: true }).ticks).toEqual([0, 1, 2]);
    expect(makeScale({ values: [0.5] }).ticks).toEqual([0, 0.2, 0.4]);
  });

  test('goes below 0 where values do', () => {
    const scale = makeScale({ values: [-12, 8] });
    expect(scale.kind).toBe('linear');
    expect(scale.ticks).toEqual([-10, -5, 0, 5]);
    expect(scale.place(-12)).toBeLessThan(scale.place(0));
    expect(makeScale({ values: [-12], openLow: true }).place(0)).toBe(1);
  });

  test('names thousand, million and billion between 1 and a billion', () => {
    const scale = makeScale({ values: [1, 1e9] });
    expect(scale.ticks).toEqual([1, 1e3, 1e6, 1e9]);
    expect(scale.place(1)).toBe(0);
    const [a = 0, b = 0, c = 0] = [1, 10, 100].map(scale.place);
    expect(b - a).toBeCloseTo(c - b, 12);
  });

  test('has a place for 0 and for negative numbers on a log scale', () => {
    const scale = makeScale({ values: [0, 1, 1e5] });
    expect(scale.place(0)).toBe(0);
    expect(scale.place(1)).toBeGreaterThan(0);
    expect(scale.ticks).toEqual([0, 1, 100, 1e4]);
    const both = makeScale({ values: [-1000, 2] });
    expect(both.ticks).toContain(0);
    expect(both.place(-1000)).toBeLessThan(both.place(0));
  });

  test('names at least three numbers where the log scale is short', () => {
    expect(makeScale({ values: [30, 700] }).ticks.length).toBeGreaterThanOrEqual(3);
    expect(makeScale({ values: [9, 190] }).ticks.length).toBeGreaterThanOrEqual(3);
  });

  const value = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer({ min: -100, max: 2000 }),
    fc.constantFrom(0, -0, Number.MIN_VALUE, Number.MAX_VALUE, -Number.MAX_VALUE, 1e9),
  );

  test('keeps order, and stays within its ends, for any values', () => {
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        fc.boolean(),
        (values, openLow, openHigh) => {
          const scale = makeScale({ values, openLow, openHigh });
          const sorted = values.toSorted((a, b) => a - b).map(scale.place);
          expect(sorted.every((place) => place >= 0 && place <= 1)).toBe(true);
          expect(sorted).toEqual(sorted.toSorted((a, b) => a - b));
          const ticks = scale.ticks.map(scale.place);
          expect(scale.ticks.length).toBeGreaterThan(0);
          expect(scale.ticks.length).toBeLessThanOrEqual(20);
          expect(ticks.every((place) => place >= 0 && place <= 1)).toBe(true);
          expect(scale.ticks).toEqual([...new Set(scale.ticks)].toSorted((a, b) => a - b));
        },
      ),
    );
  });

  test('never lets two labels touch', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 6 }), (values) => {
        const room = 40;
        const ticks = spacedTicks(makeScale({ values }), tickText, room);
        const spans = ticks.map(({ place, label, anchor }) => {
          const width = label.length / room;
          const start = place - { start: 0, middle: width / 2, end: width }[anchor];
          return { start, end: start + width };
        });
        expect(ticks.length).toBeGreaterThan(0);
        expect(spans.every(({ end }, i) => end <= (spans[i + 1]?.start ?? 9))).toBe(true);
      }),
    );
  });
});

describe('round steps', () => {
  test.each([
    [0.3, 0.5],
    [1, 1],
    [1.2, 2],
    [34, 50],
    [51, 100],
    [1e9, 1e9],
    [0.07, 0.1],
  ])('%d becomes %d', (rough, step) => {
    expect(niceStep(rough)).toBe(step);
  });
});
