import { Edtf, type EdtfDate } from '../../model/dates.ts';
import type { ForeignTime } from './records.ts';

/** Dates that were parsed: those of one file come again and again, and parsing one is slow. */
const known = new Map<string, EdtfDate | undefined>();
const MOST_KNOWN = 20_000;

function parse(text: string): EdtfDate | undefined {
  const result = Edtf.safeParse(text);
  return result.success ? result.data : undefined;
}

/** A day with a time, as machines write it; the zone may be a name, as Java adds it. */
const TIMESTAMP =
  /^(\d{4})-(\d{2})-(\d{2})[T ](?:[01]\d|2[0-4]):[0-5]\d(?::(?:[0-5]\d|60)(?:[.,]\d+)?)?\s*(?:[AP]M)?\s*(?:Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?(?:\[[\w+/-]+\])?$/iu;
const EIGHT_DIGITS = /^(\d{4})(\d{2})(\d{2})$/u;

/** The day of a timestamp or of eight digits, in EDTF: forms of which every reader takes the same day. */
function dayOf(text: string): string | undefined {
  const [, year, month, day] = TIMESTAMP.exec(text) ?? EIGHT_DIGITS.exec(text) ?? [];
  return year === undefined ? undefined : `${year}-${month}-${day}`;
}

function read(text: string): EdtfDate | undefined {
  const day = dayOf(text);
  if (day !== undefined) return parse(day);
  const sides = text.split('/');
  if (sides.length > 1) return interval(sides);
  // A dash between spaces stands in no date.
  return parse(text) ?? interval(text.split(/\s+[-–—]\s+/u));
}

/** An interval of two sides, each a date or a timestamp; undefined where there are not two. */
function interval(sides: readonly string[]): EdtfDate | undefined {
  const [start, end] = sides.map((side) => dayOf(side.trim()) ?? side.trim());
  return sides.length === 2 ? parse(`${start}/${end}`) : undefined;
}

/**
 * The date of a text of another tool: EDTF, a timestamp (its day, as it is written there), YYYYMMDD, or an interval of
 * two of these. Undefined for anything else: a day that depends on the reader's country, as 03/04/2024 does, is not guessed.
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

/** An end that the file knows to be open: what it says goes on, or has no beginning. */
const OPEN = '..';

/** One side of an interval; empty where the file does not tell it. Undefined where it is no date. */
function sideOf(text: string | undefined): string | undefined {
  if (text === undefined) return '';
  return text.trim() === OPEN ? OPEN : asDate(text);
}

/**
 * One date of a time's parts; undefined where a part is no date, the end is before the start, or nothing is said. An end
 * that is not told is unknown (`2010/`); that it is open (`2010/..`), the file must say itself.
 */
export function asTime({ at, start, end }: ForeignTime): EdtfDate | undefined {
  if (at !== undefined) return asDate(at);
  const [from, to] = [sideOf(start), sideOf(end)];
  if (from === undefined || to === undefined) return undefined;
  return asDate(from === to ? from : `${from}/${to}`);
}

/** Whether a time is told to be open on all its sides: it is no mistake, and says nothing. */
export function isBoundless({ at, start = OPEN, end = OPEN }: ForeignTime): boolean {
  return at === undefined && start.trim() === OPEN && end.trim() === OPEN;
}
