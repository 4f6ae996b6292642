import { type Opinion, opinionOf } from '../../evidence/opinion.ts';
import { toUnits, type WeightTable } from '../../evidence/weights.ts';
import { percent } from '../../knowledge/words.ts';
import type { Reliability } from '../../model/grades.ts';

/** The weight that a letter stands for, t/(1−t). */
export function weightOf(letter: Reliability, { reliability }: WeightTable): number {
  const t = reliability[letter];
  return t / (1 - t);
}

/** The three shares that weights for and against come to. */
export function beliefIn(plus: number, minus = 0): Opinion {
  return opinionOf(toUnits(plus), toUnits(minus));
}

/** How far so many independent origins of one letter bring belief, with nothing against: "83 %". */
export function beliefOf(origins: number, letter: Reliability, table: WeightTable): string {
  return percent(beliefIn(origins * weightOf(letter, table)).belief);
}
