import { dateText } from '../../../knowledge/date-words.ts';
import type { Hop } from '../../../knowledge/trace-answers.ts';
import { Edtf } from '../../../model/dates.ts';

/** "May 2019 · from 2021 on": when a hop held, as far as anybody says. */
export function whenText({ dates }: Pick<Hop, 'dates'>, between = ' · '): string {
  return dates.map((date) => dateText(Edtf.parse(date))).join(between);
}
