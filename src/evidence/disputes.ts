import type { Evidence } from './fuse.ts';
import type { Opinion } from './opinion.ts';
import { DEFAULT_WEIGHTS, UNITS_PER_ONE, type WeightTable } from './weights.ts';

/** E19: a relation is in dispute when its verdict is disputed, or when both sides reach θ/2. */
export function isDispute(evidence: Evidence, table: WeightTable = DEFAULT_WEIGHTS): boolean {
  const least = (table.threshold / 2) * UNITS_PER_ONE;
  return evidence.verdict === 'disputed' || (evidence.forUnits >= least && evidence.againstUnits >= least);
}

/** E20: contention = 2·min(b, d)/(b+d) × (1−u), in [0, 1). 0 where nothing is said on either side. */
export function contention({ belief, disbelief, uncertainty }: Opinion): number {
  if (belief + disbelief === 0) return 0;
  return ((2 * Math.min(belief, disbelief)) / (belief + disbelief)) * (1 - uncertainty);
}
