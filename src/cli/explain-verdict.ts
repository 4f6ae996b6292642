import type { Evidence } from '../evidence/fuse.ts';
import type { Verdict } from '../evidence/verdict.ts';
import { DEFAULT_WEIGHTS, UNITS_PER_ONE } from '../evidence/weights.ts';
import { VERDICT_WORDS } from '../knowledge/words.ts';

/** The arithmetic of a verdict, so that it can be redone by hand (EVIDENCE E11–E13, E16). Weights, not units. */
export interface Arithmetic {
  /** F, A and the strongest single origin's weight for. */
  readonly for: number;
  readonly against: number;
  readonly strongestFor: number;
  /** θ and the ratio of the weights table. */
  readonly threshold: number;
  readonly ratio: number;
  readonly weights: string;
  readonly belief: number;
  readonly disbelief: number;
  readonly uncertainty: number;
  readonly verdict: Verdict;
  /** The line of E12 that fired, 1 to 5, and each line up to it with its numbers. */
  readonly rule: number;
  readonly steps: readonly {
    readonly rule: number;
    readonly condition: string;
    readonly holds: boolean;
    /** The verdict that follows where it holds. */
    readonly verdict: string;
  }[];
}

/** A weight as it can be reckoned with: 3, 0.5, 1/9; at most four decimals where it is neither. */
export function weightText(weight: number): string {
  for (const parts of [3, 9]) {
    const count = Math.round(weight * parts);
    if (count % parts !== 0 && count < 100 && Math.abs(weight * parts - count) < 1e-9) return `${count}/${parts}`;
  }
  return String(Math.round(weight * 10_000) / 10_000);
}

/** Lays the arithmetic of one relation open. */
export function explainVerdict(evidence: Evidence): Arithmetic {
  const { threshold, ratio } = DEFAULT_WEIGHTS;
  const F = evidence.forUnits / UNITS_PER_ONE;
  const A = evidence.againstUnits / UNITS_PER_ONE;
  const strongest = evidence.origins.reduce((most, origin) => Math.max(most, origin.forUnits), 0) / UNITS_PER_ONE;
  const [f, a, s] = [F, A, strongest].map(weightText);
  const lines = [
    { rule: 1, condition: `F + A = ${weightText(F + A)} < θ = ${threshold}`, verdict: VERDICT_WORDS.unknown },
    {
      rule: 2,
      condition: `A = ${a} ≥ ${ratio} × F = ${weightText(ratio * F)}`,
      verdict: evidence.explicitDenial
        ? `${VERDICT_WORDS.denied}, since somebody denies it`
        : `${VERDICT_WORDS.unknown}, since nobody denies it and there is only doubt`,
    },
    { rule: 3, condition: `F = ${f} < ${ratio} × A = ${weightText(ratio * A)}`, verdict: VERDICT_WORDS.disputed },
    {
      rule: 4,
      condition: `F − strongest origin = ${f} − ${s} = ${weightText(F - strongest)} ≥ θ = ${threshold}`,
      verdict: VERDICT_WORDS.corroborated,
    },
    { rule: 5, condition: 'none of the above', verdict: VERDICT_WORDS['single-source'] },
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
