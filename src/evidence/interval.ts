import type { Quantity } from '../model/claim.ts';

/** The values that a figure can mean, in its own unit: both ends inclusive, an absent one unbounded. */
export interface Interval {
  readonly min?: number;
  readonly max?: number;
}

export type HasInterval = { readonly interval: Interval };

/** The ends of an interval as numbers, infinite where it is open. */
export const low = ({ min = Number.NEGATIVE_INFINITY }: Interval): number => min;
export const high = ({ max = Number.POSITIVE_INFINITY }: Interval): number => max;

/** Infinite ends become absent ones, and −0 the 0 that JSON makes of it. */
export function between(lo: number, hi: number): Interval {
  return { ...(Number.isFinite(lo) ? { min: lo + 0 } : {}), ...(Number.isFinite(hi) ? { max: hi + 0 } : {}) };
}

/**
 * E17: the interval of a quantity, in its unit. "At least n" is [n, ∞); "up to n" is [0, n], and (−∞, n] for an n below
 * 0; a range and an exact number are as given; "about" moves each given bound outward by 10 % of its absolute value,
 * and opens it where a number cannot hold that. Throws a RangeError for a quantity without bounds, with one that is no
 * finite number, or with min above max.
 */
export function intervalOf({ min, max, approximate = false }: Quantity): Interval {
  const floor = max === undefined || max < 0 ? Number.NEGATIVE_INFINITY : 0;
  const [from, to] = [min ?? floor, max ?? Number.POSITIVE_INFINITY];
  if (![min ?? max, max ?? min].every(Number.isFinite) || from > to)
    throw new RangeError(`a quantity has min, max or both, in order, got ${min} and ${max}`);
  if (!approximate) return between(from, to);
  // Multiplied before divided, a whole number is rounded but once. The floor of "up to" stays 0, an open end open.
  return between((from * (from < 0 ? 11 : 9)) / 10, (to * (to < 0 ? 9 : 11)) / 10);
}

/** The common part of two intervals; undefined where there is none. Ends that touch are a common point. */
export function intersect(a: Interval, b: Interval): Interval | undefined {
  const [lo, hi] = [Math.max(low(a), low(b)), Math.min(high(a), high(b))];
  return lo <= hi ? between(lo, hi) : undefined;
}

/** Whether all of `inner` lies in `outer`. */
export function isWithin(inner: Interval, outer: Interval): boolean {
  return low(inner) >= low(outer) && high(inner) <= high(outer);
}

/** Whether a value lies in an interval. */
export function holds(interval: Interval, value: number): boolean {
  return low(interval) <= value && value <= high(interval);
}

// Infinity − Infinity is no number, so 0.
export const byLow = (a: HasInterval, b: HasInterval): number => low(a.interval) - low(b.interval) || 0;
export const byHigh = (a: HasInterval, b: HasInterval): number => high(a.interval) - high(b.interval) || 0;
