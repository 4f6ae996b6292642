import { UNITS_PER_ONE, type WeightTable } from './weights.ts';

/** What the claims of a relation amount to together. It says nothing about what is true. */
export const VERDICTS = ['corroborated', 'single-source', 'disputed', 'unknown', 'denied'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The sums that a verdict is read off, in weight units. */
export interface Sums {
  readonly forUnits: number;
  readonly againstUnits: number;
  /** Weight for of the strongest single origin. */
  readonly strongestFor: number;
  /** Whether somebody denies, rather than only doubts. */
  readonly explicitDenial: boolean;
}

/** A verdict and the number of the line of E12 that gave it. */
export interface Ruling {
  readonly verdict: Verdict;
  readonly rule: 1 | 2 | 3 | 4 | 5;
  /** Only doubts stand against it, and they prevail (E12.2). */
  readonly doubted: boolean;
}

/** Whether the sums support the relation: enough weight, and the ratio on its side (E13). */
export function isSupported(forUnits: number, againstUnits: number, table: WeightTable): boolean {
  return forUnits + againstUnits >= table.threshold * UNITS_PER_ONE && forUnits >= table.ratio * againstUnits;
}

/** E12: the first line that fits. */
export function rule(sums: Sums, table: WeightTable): Ruling {
  const { forUnits: F, againstUnits: A } = sums;
  const threshold = table.threshold * UNITS_PER_ONE;
  if (F + A < threshold) return { verdict: 'unknown', rule: 1, doubted: false };
  if (A >= table.ratio * F) {
    return { verdict: sums.explicitDenial ? 'denied' : 'unknown', rule: 2, doubted: !sums.explicitDenial };
  }
  if (F < table.ratio * A) return { verdict: 'disputed', rule: 3, doubted: false };
  if (F - sums.strongestFor >= threshold) return { verdict: 'corroborated', rule: 4, doubted: false };
  return { verdict: 'single-source', rule: 5, doubted: false };
}
