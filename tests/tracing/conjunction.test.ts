import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beliefBand, conjunction } from '../../src/tracing/conjunction.ts';

const opinion = fc
  .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }))
  .map(([F, A]) => ({ belief: F / (1 + F + A), disbelief: A / (1 + F + A) }));

test('E24: b = Π bᵢ, d = 1 − Π(1−dᵢ), and the three parts sum to 1', () => {
  fc.assert(
    fc.property(fc.array(opinion, { minLength: 1, maxLength: 6 }), (hops) => {
      const { belief, disbelief, uncertainty } = conjunction(hops);
      expect(belief + disbelief + uncertainty).toBeCloseTo(1, 12);
      expect(Math.min(belief, disbelief, uncertainty)).toBeGreaterThanOrEqual(0);
      expect(belief).toBeLessThanOrEqual(Math.min(...hops.map((hop) => hop.belief)));
    }),
  );
});

test('E25: the band holds the product, whatever the beliefs', () => {
  fc.assert(
    fc.property(fc.array(opinion, { minLength: 1, maxLength: 6 }), (hops) => {
      const { min, max } = beliefBand(hops.map((hop) => hop.belief));
      const { belief } = conjunction(hops);
      expect(min).toBeLessThanOrEqual(belief + 1e-12);
      expect(max).toBeGreaterThanOrEqual(belief);
    }),
  );
});

test('E25 by hand: two hops of 3/4 lie between 1/2 and 3/4', () => {
  expect(beliefBand([0.75, 0.75])).toEqual({ min: 0.5, max: 0.75 });
});
