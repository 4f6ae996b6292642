import type { Evidence } from '../evidence/fuse.ts';
import type { Verdict } from '../evidence/verdict.ts';
import { type ClaimWeight, UNITS_PER_ONE, type WeightTable } from '../evidence/weights.ts';
import type { Reliability } from '../model/grades.ts';

/**
 * The arithmetic of a verdict as data (EVIDENCE E16): each step with its rule and its numbers, so that it can be redone
 * by hand. Words for it are made in `words.ts`.
 */
export interface Arithmetic {
  /** F, A and the strongest single origin's weight for; weights, not units. */
  readonly for: number;
  readonly against: number;
  readonly strongestFor: number;
  /** θ, the ratio and the version of the weights table. */
  readonly threshold: number;
  readonly ratio: number;
  readonly weights: string;
  readonly belief: number;
  readonly disbelief: number;
  readonly uncertainty: number;
  readonly verdict: Verdict;
  /** The line of E12 that fired, 1 to 5, and each line up to it. */
  readonly rule: 1 | 2 | 3 | 4 | 5;
  readonly steps: readonly Step[];
}

/** One line of E12: what is compared, and whether it holds. The last line compares nothing. */
export interface Step {
  readonly rule: 1 | 2 | 3 | 4 | 5;
  /** Left and right side of the comparison. */
  readonly left?: number;
  readonly sign?: '<' | '≥';
  readonly right?: number;
  readonly holds: boolean;
  /** The verdict that follows where it holds. */
  readonly verdict: Verdict;
  /** Rule 2 gives "unknown" where nobody denies outright. */
  readonly onlyDoubted?: boolean;
}

/** Lays the arithmetic of one relation open. */
export function arithmeticOf(evidence: Evidence, { threshold, ratio }: WeightTable): Arithmetic {
  const F = evidence.forUnits / UNITS_PER_ONE;
  const A = evidence.againstUnits / UNITS_PER_ONE;
  const strongest = evidence.strongestUnits / UNITS_PER_ONE;
  const onlyDoubted = !evidence.explicitDenial;
  const lines: Omit<Step, 'holds'>[] = [
    { rule: 1, left: F + A, sign: '<', right: threshold, verdict: 'unknown' },
    { rule: 2, left: A, sign: '≥', right: ratio * F, verdict: onlyDoubted ? 'unknown' : 'denied', onlyDoubted },
    { rule: 3, left: F, sign: '<', right: ratio * A, verdict: 'disputed' },
    { rule: 4, left: F - strongest, sign: '≥', right: threshold, verdict: 'corroborated' },
    { rule: 5, verdict: 'single-source' },
  ];
  return {
    for: F,
    against: A,
    strongestFor: strongest,
    threshold,
    ratio,
    weights: evidence.weights,
    belief: evidence.opinion.belief,
    disbelief: evidence.opinion.disbelief,
    uncertainty: evidence.opinion.uncertainty,
    verdict: evidence.verdict,
    rule: evidence.rule,
    steps: lines.slice(0, evidence.rule).map((line) => ({ ...line, holds: line.rule === evidence.rule })),
  };
}

/** One factor of a claim's weight, in the order in which they multiply, with the rule that it follows. */
export type Factor =
  /** t/(1−t) of the weaker link: of the source alone, or of source and speaker (E1, E2). */
  | {
      readonly rule: 'E1' | 'E2';
      readonly kind: 'grade';
      readonly source: Reliability;
      readonly speaker?: Reliability;
      readonly t: number;
      readonly value: number;
    }
  | { readonly rule: 'E3'; readonly kind: 'credibility' | 'hedge' | 'doubt'; readonly value: number }
  /** c/(1−c) of the confidence that a coder set, in place of all others (E4). */
  | { readonly rule: 'E4'; readonly kind: 'set'; readonly confidence: number; readonly value: number };

/** The factors of a weight; those that change nothing (× 1) are left out, but for the grade. */
export function factorsOf(weight: ClaimWeight): Factor[] {
  const { setConfidence: confidence, source, speaker, t, odds } = weight;
  if (confidence !== undefined) return [{ rule: 'E4', kind: 'set', confidence, value: confidence / (1 - confidence) }];
  const more = [
    { kind: 'credibility', value: weight.credibility },
    { kind: 'hedge', value: weight.hedge },
    { kind: 'doubt', value: weight.stance },
  ] as const;
  return [
    speaker === undefined
      ? { rule: 'E1', kind: 'grade', source, t, value: odds }
      : { rule: 'E2', kind: 'grade', source, speaker, t, value: odds },
    ...more.filter(({ value }) => value !== 1).map((factor): Factor => ({ rule: 'E3', ...factor })),
  ];
}
