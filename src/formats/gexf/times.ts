import type { ForeignTime } from '../foreign/records.ts';
import type { RecordValues } from '../property-graph/record-values.ts';
import { typedValue } from '../property-graph/typed-value.ts';
import { isNamespace, type XmlAttributes } from '../xml/read-xml.ts';
import type { OpenRecord } from './open-record.ts';

/** Attributes of XML that say when something is, in the words of 1.1 to 1.3. */
export const TIMES: ReadonlySet<string> = new Set(['start', 'end', 'startopen', 'endopen', 'timestamp']);

/** A date, or a date with a time, as XML Schema writes it; a bare number is a date only where the file says so. */
const DATE = /^-?\d{4,}-\d{2}(?:-\d{2})?(?:[T ].*)?$/u;
const YEAR = /^\d{4}$/u;
const OPEN_END = /^[+-]?inf(?:inity)?$/iu;

/** Infinity is an end that is open. One that is not told is unknown. */
function sideOf(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  return OPEN_END.test(text) ? '..' : text;
}

/**
 * The time of a tag in one text: `2003-05-06`, `2009-01-01/2010-01-01`, or `2009-01-01/` where no end is told; empty where
 * it has none.
 */
export function timeText({ timestamp, start, startopen, end, endopen }: XmlAttributes): string {
  const from = start ?? startopen;
  const to = end ?? endopen;
  if (from === undefined && to === undefined) return timestamp ?? '';
  const at = timestamp === undefined ? '' : `${timestamp} `;
  // 1.2 has intervals without their first or last moment.
  const open = `${startopen === undefined ? '' : ' startopen'}${endopen === undefined ? '' : ' endopen'}`;
  return `${at}${from ?? ''}/${to ?? ''}${open}`;
}

/**
 * The one time of a record: that of its tag, else its only spell. What cannot be one date or interval is added to its
 * attributes. `datesAreYears` tells whether four digits are a year.
 */
export function timeOf(record: OpenRecord, values: RecordValues, datesAreYears: boolean): ForeignTime | undefined {
  const { own, spells = [] } = record;
  const [first, ...more] = spells;
  const hasOwn = timeText(own) !== '';
  const isWhole = !hasOwn && first !== undefined && more.length === 0;
  for (const spell of spells) {
    if (!isWhole) values.add(record, { name: 'spell', value: timeText(spell) || '../..' });
    for (const [name, value] of Object.entries(spell)) {
      if (value !== undefined && !TIMES.has(name) && !isNamespace(name)) {
        values.add(record, { name: `spell.${name}`, value });
      }
    }
  }
  const tag = isWhole ? first : own;
  const isDate = (text: string | undefined): boolean =>
    text === undefined || text === '..' || DATE.test(text) || (datesAreYears && YEAR.test(text));
  const keep = (name: string, text: string | undefined): void => {
    if (text !== undefined && text !== '') values.add(record, { name, value: typedValue(text, 'number') ?? text });
  };
  const { timestamp: at = '', startopen, endopen } = tag;
  const from = tag['start'] ?? startopen;
  const to = tag['end'] ?? endopen;
  // A date cannot say that it is without its first or last moment.
  keep('startopen', startopen);
  keep('endopen', endopen);
  const [start, end] = [sideOf(from), sideOf(to)];
  if (at === '') {
    // Without bounds on both sides it says nothing.
    if ([start, end].every((side) => side === undefined || side === '..')) return undefined;
    if (isDate(start) && isDate(end)) return { start, end };
  }
  keep('start', from);
  keep('end', to);
  if (at !== '' && isDate(at)) return { at };
  keep('timestamp', at);
  return undefined;
}
