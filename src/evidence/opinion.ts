import { UNITS_PER_ONE } from './weights.ts';

/** Belief, disbelief and uncertainty about one relation. They sum to 1, and uncertainty is above 0. */
export interface Opinion {
  readonly belief: number;
  readonly disbelief: number;
  readonly uncertainty: number;
}

/**
 * E11: (b, d, u) = (F, A, 1)/(1+F+A), F and A being the weights for and against in units of 1/4608. It equals trust
 * discounting of each statement followed by cumulative fusion (Jøsang, Subjective Logic, 2016, §12.3 and §14).
 */
export function opinionOf(forUnits: number, againstUnits: number): Opinion {
  const total = UNITS_PER_ONE + forUnits + againstUnits;
  return { belief: forUnits / total, disbelief: againstUnits / total, uncertainty: UNITS_PER_ONE / total };
}

/** E11: P = (F+½)/(1+F+A). For sorting only; an unknown relation's ½ says nothing about the world. */
export function projectedProbability(forUnits: number, againstUnits: number): number {
  return (forUnits + UNITS_PER_ONE / 2) / (UNITS_PER_ONE + forUnits + againstUnits);
}
