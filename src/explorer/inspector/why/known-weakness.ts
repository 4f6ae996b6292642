import { opinionOf } from '../../../evidence/opinion.ts';
import { toUnits, type WeightTable } from '../../../evidence/weights.ts';
import { percent } from '../../../knowledge/words.ts';

/** How far ten origins of the letter F bring belief: the weakness of taking origins as independent, in a number. */
export function tenOfGradeF({ reliability }: WeightTable): string {
  const weight = toUnits(reliability.F / (1 - reliability.F));
  return percent(opinionOf(10 * weight, 0).belief);
}
