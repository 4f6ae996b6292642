import { Edtf, type EdtfDate } from '../../model/dates.ts';
import type { ForeignTime } from './records.ts';

/** Dates that were parsed: those of one file come again and again, and parsing one is slow. */
const known = new Map<string, EdtfDate | undefined>();
const MOST_KNOWN = 20_000;

function parse(text: string): EdtfDate | undefined {
  const result = Edtf.safeParse(text);
  return result.success ? result.data : undefined;
}

function read(text: string): EdtfDate | undefined {
  // Only forms of which every reader takes the same day: 13/05/2024 and 05/13/2024 are not.
  const [, year, month, day] =
    /^(\d{4})-(\d{2})-(\d{2})[T ]\d{2}:\d{2}/u.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/u.exec(text) ?? [];
  if (year !== undefined) return parse(`${year}-${month}-${day}`);
  return parse(text);
}

/**
 * The date of a text of another tool: EDTF, a timestamp (its day, as it is written there) or YYYYMMDD. Undefined for
 * anything else: a day that depends on the reader's country is not guessed.
 */
export function asDate(text: string): EdtfDate | undefined {
  const trimmed = text.trim();
  if (trimmed.length > 100) return undefined;
  if (known.has(trimmed)) return known.get(trimmed);
  if (known.size >= MOST_KNOWN) known.clear();
  const date = read(trimmed);
  known.set(trimmed, date);
  return date;
}

/** One date of a time's parts; undefined where a part is no date or the end is before the start. */
export function asTime({ at, start, end }: ForeignTime): EdtfDate | undefined {
  if (at !== undefined) return asDate(at);
  const from = start === undefined ? undefined : asDate(start);
  const to = end === undefined ? undefined : asDate(end);
  if ((start !== undefined && from === undefined) || (end !== undefined && to === undefined)) return undefined;
  if (from === undefined) return to === undefined ? undefined : asDate(`../${to}`);
  if (to === undefined) return asDate(`${from}/..`);
  return from === to ? from : asDate(`${from}/${to}`);
}
