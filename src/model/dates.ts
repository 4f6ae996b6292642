import edtf from 'edtf';
import { z } from 'zod';

/**
 * Dates in EDTF (ISO 8601-2). Levels 0 and 1 are written and read, and of level 2 the unspecified digit anywhere
 * (`XXXX-01-31`, a day and month of an unknown year) and what the library reads besides.
 *
 * Two things the `edtf` package (BSD-2-Clause) does not do are done here: an interval with an open start (`../2024`)
 * is read, and a year with an unspecified first digit has no bounds rather than those of year 0 and 9999.
 */
export type EdtfDate = string & z.$brand<'EdtfDate'>;

/** The days a date can mean: milliseconds since 1970, both ends inclusive; ±Infinity where a side is open or unknown. */
export interface DateBounds {
  readonly min: number;
  readonly max: number;
}

const UNBOUNDED: DateBounds = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };

function isOpen(part: string): boolean {
  return part === '' || part === '..';
}

/** Days of a month, for years of four digits that are all given. The library takes 29 February of any year. */
function isRealDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/u.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return true;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return date.getUTCDate() === Number(day);
}

/** Bounds of one side of an interval or of a date that is no interval. Throws where the text is no date. */
function pointBounds(text: string): DateBounds {
  const parsed = edtf(text);
  if (!isRealDay(text)) throw new RangeError(`${text} is no day of the calendar`);
  // Spring in one half of the world is autumn in the other: a season is bounded by its year alone.
  const [, yearOfSeason] = /^(\d{4})-2[1-4](?!\d|-)/u.exec(text) ?? [];
  if (yearOfSeason !== undefined) return pointBounds(yearOfSeason);
  if (/^[[{]?-?X/u.test(text)) return UNBOUNDED;
  const { min, max } = parsed;
  if (typeof min !== 'number' || typeof max !== 'number' || Number.isNaN(min) || Number.isNaN(max)) {
    throw new RangeError(`no bounds for ${text}`);
  }
  return { min, max };
}

function bounds(text: string): DateBounds {
  if (text.length > 100) throw new RangeError('longer than any date');
  const parts = text.split('/');
  const [start, end] = parts;
  if (start === undefined || parts.length > 2) throw new RangeError('more than two sides');
  if (end === undefined) return pointBounds(start);
  if (isOpen(start) && isOpen(end)) throw new RangeError('an interval open on both sides says nothing');
  const from = isOpen(start) ? UNBOUNDED.min : pointBounds(start).min;
  const to = isOpen(end) ? UNBOUNDED.max : pointBounds(end).max;
  if (from > to) throw new RangeError('the interval ends before it starts');
  return { min: from, max: to };
}

function isEdtf(text: string): text is EdtfDate {
  try {
    bounds(text);
    return true;
  } catch {
    // The parser's own message speaks of grammar positions; the issue made from `false` says what a date looks like.
    return false;
  }
}

/** Parses a date at the edge. A bare year that YAML read as a number is taken as that year. */
export const Edtf = z
  .union([z.string(), z.int().min(0).max(9999)])
  .transform((value) => (typeof value === 'number' ? String(value).padStart(4, '0') : value))
  .refine(isEdtf, {
    error: 'an EDTF date such as 2025, 2025-05, 2025-05-14, 2025-05~, 2023/2024, ../2024 or XXXX-01-31',
  });

/** Bounds of dates that were asked for: parsing one takes longer than weighing many claims. */
const known = new Map<EdtfDate, DateBounds>();
const MOST_KNOWN = 20_000;

/** The days that a date can mean. */
export function dateBounds(date: EdtfDate): DateBounds {
  const found = known.get(date);
  if (found !== undefined) return found;
  // Emptied when it is full: the dates of one graph come again and again, those of one that was closed do not.
  if (known.size >= MOST_KNOWN) known.clear();
  const made = bounds(date);
  known.set(date, made);
  return made;
}

/** Whether `a` is surely later than `b`: all that a can mean lies after all that b can mean. */
export function isLater(a: EdtfDate, b: EdtfDate): boolean {
  return dateBounds(a).min > dateBounds(b).max;
}
