import { UNITS_PER_ONE } from '../evidence/weights.ts';
import type { Arithmetic, Factor, Step } from './arithmetic.ts';

/** Every sum of weights is a whole number of half units, since a word may count half (EVIDENCE E5, E9). */
const PARTS = 2 * UNITS_PER_ONE;

function greatestCommonDivisor(a: number, b: number): number {
  let [one, other] = [a, b];
  while (other > 0) [one, other] = [other, one % other];
  return one;
}

/**
 * A weight as it can be reckoned with, exactly: 3, 0.5, 1/6, 17/12. Four decimals, rounded, only for what no sum of
 * weights can be, such as a threshold that somebody set.
 */
export function weightText(weight: number): string {
  const near = 1e-9 * Math.max(1, Math.abs(weight));
  const decimals = Math.round(weight * 10_000) / 10_000;
  if (Math.abs(weight - decimals) < near) return String(decimals);
  const count = Math.round(weight * PARTS);
  if (Math.abs(weight - count / PARTS) >= near) return String(decimals);
  const common = greatestCommonDivisor(Math.abs(count), PARTS);
  return `${count / common}/${PARTS / common}`;
}

/** "1.25 / 2.75", "(17/12) / (35/12)": one weight over another. */
export function quotientText(over: number, under: number): string {
  return [over, under]
    .map(weightText)
    .map((text) => (text.includes('/') ? `(${text})` : text))
    .join(' / ');
}

/** "3 (source B, t = 0.75)": one factor of a claim's weight. */
export function factorText(factor: Factor): string {
  const value = weightText(factor.value);
  if (factor.kind === 'set') return `${value} (confidence ${factor.confidence}, set by the coder)`;
  if (factor.kind !== 'grade') return `${value} (${factor.kind})`;
  const letters =
    factor.speaker === undefined
      ? `source ${factor.source}`
      : `weaker of source ${factor.source} and speaker ${factor.speaker}`;
  return `${value} (${letters}, t = ${weightText(factor.t)})`;
}

/** A line of E12 with its numbers: "A = 0.5 ≥ 4 × F = 12". */
export function stepText(step: Step, { for: F, strongestFor, ratio }: Arithmetic): string {
  const [left, right] = [step.left, step.right].map((side) => (side === undefined ? '' : weightText(side)));
  if (step.rule === 1) return `F + A = ${left} < θ = ${right}`;
  if (step.rule === 2) return `A = ${left} ≥ ${ratio} × F = ${right}`;
  if (step.rule === 3) return `F = ${left} < ${ratio} × A = ${right}`;
  if (step.rule === 4)
    return `F − strongest origin = ${weightText(F)} − ${weightText(strongestFor)} = ${left} ≥ θ = ${right}`;
  return 'none of the above';
}

/**
 * ICD 203's word for a likelihood, from the lower bound b only: "at least likely (55–80 %)". Undefined below one half,
 * where a lower bound says nothing of how unlikely something is.
 */
export function likelihoodText(belief: number): string | undefined {
  const bands: readonly [number, string, string][] = [
    [0.95, 'almost certain', '95–99 %'],
    [0.8, 'very likely', '80–95 %'],
    [0.55, 'likely', '55–80 %'],
  ];
  const band = bands.find(([from]) => belief >= from);
  return band === undefined ? undefined : `at least ${band[1]} (${band[2]})`;
}

/** The line of E12 that gave a verdict, in words and with the numbers of the table that was used. */
export function ruleText(rule: Step['rule'], { threshold, ratio }: Pick<Arithmetic, 'threshold' | 'ratio'>): string {
  const [least, times] = [weightText(threshold), weightText(ratio)];
  const texts: Readonly<Record<Step['rule'], string>> = {
    1: `Weight for and against together stay below ${least}: too little to say anything.`,
    2: `What is against weighs at least ${times} times what is for.`,
    3: `Neither side weighs ${times} times the other.`,
    4: `Without its strongest origin, what is for still reaches ${least}: more than one origin carries it.`,
    5: 'Without its strongest origin, too little is left: it rests on one.',
  };
  return texts[rule];
}
