import { type Interval, intersect } from '../../evidence/figures.ts';
import { dateText } from '../../knowledge/date-words.ts';
import type { FigureView } from '../../knowledge/knowledge-base.ts';
import { listNames, number, quantityText } from '../../knowledge/words.ts';
import type { Quantity } from '../../model/claim.ts';
import { Edtf } from '../../model/dates.ts';

/** More values than these are told by their ends. */
const MOST_VALUES = 3;

/** "killed: BLA fighters (…)": what is counted, where the subject stands beside it. */
export function measureText({ label, of, unit }: Pick<FigureView, 'label' | 'of' | 'unit'>): string {
  const what = of === undefined || of === label ? label : `${label}: ${of}`;
  return unit === undefined ? what : `${what} (${unit === 'percent' ? '%' : unit})`;
}

/** "at least 171": a quantity where what is counted stands beside it. */
export function valueText({ of: _of, ...quantity }: Quantity): string {
  return quantityText(quantity);
}

/** "18 to 20", "at least 34"; of an interval that ends nowhere, "any number". */
export function intervalText(interval: Interval, unit?: string): string {
  if (interval.min === undefined && interval.max === undefined) return 'any number';
  return quantityText({ ...interval, ...(unit === undefined ? {} : { unit }) });
}

/** A number beside a tick of an axis, short: "50 000", "15 million", "0.005". */
export function tickText(value: number): string {
  const size = Math.abs(value);
  const names: readonly (readonly [number, string])[] = [
    [1e12, 'trillion'],
    [1e9, 'billion'],
    [1e6, 'million'],
  ];
  if (size >= 1e15 || (size > 0 && size < 0.01)) return String(Number(value.toPrecision(2)));
  const name = names.find(([from]) => size >= from);
  return name === undefined ? number(value) : `${number(value / name[0])} ${name[1]}`;
}

/** One value of a figure, and who gives it. */
export interface GivenValue {
  readonly origin: string;
  readonly names: string;
  /** "at least 171". */
  readonly text: string;
  readonly interval: Interval;
}

/** The values of a figure, one per origin, lowest first. */
export function givenValues({ rows, evidence }: FigureView): GivenValue[] {
  return evidence.origins
    .toSorted((a, b) => a.value - b.value)
    .flatMap(({ origin, interval, claim, words }) => {
      const standing = words.find((word) => word.claim.id === claim);
      const row = rows.find((candidate) => candidate.origin === origin.id);
      if (standing === undefined || row === undefined) return [];
      return { origin: origin.id, names: listNames(row.speakers), text: valueText(standing.claim.quantity), interval };
    });
}

/** Names of those who deny or doubt a value. */
export function speakersAgainst(figure: FigureView, stance: 'denies' | 'doubts'): string[] {
  const ids = new Set(figure.evidence.denials.flatMap(({ claim }) => (claim.stance === stance ? claim.id : [])));
  return [...new Set(figure.claims.filter(({ claim }) => ids.has(claim.id)).map(({ speaker }) => speaker.name))];
}

/** ", denied by A, doubted by B". */
function againstText(figure: FigureView): string {
  const [deniers, doubters] = [speakersAgainst(figure, 'denies'), speakersAgainst(figure, 'doubts')];
  return [
    deniers.length === 0 ? '' : `, denied by ${listNames(deniers)}`,
    doubters.length === 0 ? '' : `, doubted by ${listNames(doubters)}`,
  ].join('');
}

/** What the values of a figure amount to, in one line, from the data alone. */
export function findingText(figure: FigureView): string {
  const { origins, agree } = figure.evidence;
  const values = givenValues(figure);
  const against = againstText(figure);
  if (origins.length === 0) return `Nobody gives a value${against === '' ? '' : `; one is ${against.slice(2)}`}`;
  if (origins.length === 1) {
    const changed = origins.some((origin) => origin.changed) ? ', which gave different values' : '';
    const value = against === '' ? '' : ` gives ${values.map(({ text }) => text).join('')}`;
    return `One origin${value}${changed}${against}`;
  }
  if (!agree) {
    const texts = [...new Set(values.map(({ text }) => text))];
    return `No number fits all: ${texts.length > MOST_VALUES ? endsText(values) : listNames(texts)}${against}`;
  }
  const common = origins.reduce<Interval | undefined>((all, { interval }) => all && intersect(all, interval), {});
  return `All fit: ${intervalText(common ?? {}, figure.unit)}${against}`;
}

/** Of many values, the two that stand farthest apart: the one that ends first and the one that begins last. */
function endsText(values: readonly GivenValue[]): string {
  const high = ({ interval }: GivenValue): number => interval.max ?? Number.POSITIVE_INFINITY;
  const low = ({ interval }: GivenValue): number => interval.min ?? Number.NEGATIVE_INFINITY;
  const first = values.reduce((least, value) => (high(value) < high(least) ? value : least));
  const last = values.reduce((most, value) => (low(value) > low(most) ? value : most));
  return `${first.text} and ${last.text}, among ${values.length} values`;
}

/** "34 (Baloch Liberation Army) and at least 171 (Pakistan)"; of many, how many origins there are and their span. */
export function valuesText(figure: FigureView): string {
  const values = givenValues(figure);
  const { envelope } = figure.evidence;
  if (values.length === 0) return 'no value given';
  if (values.length > MOST_VALUES)
    return `${values.length} origins, all values together: ${intervalText(envelope ?? {}, figure.unit)}`;
  return listNames(values.map(({ text, names }) => `${text} (${names})`));
}

/** The span of time that a figure is of, in words. */
export function whenText(when: string): string {
  const date = Edtf.safeParse(when);
  return date.success ? dateText(date.data) : when;
}
