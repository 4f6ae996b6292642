import edtf from 'edtf';
import { z } from 'zod';

/**
 * Dates in EDTF (ISO 8601-2). Levels 0 and 1 are written and read, and of level 2 the unspecified digit anywhere
 * (`XXXX-01-31`, a day and month of an unknown year) and what the library reads besides.
 *
 * What the `edtf` package (BSD-2-Clause) does not do is done here: an interval with an open start (`../2024`) is read, a
 * year with an unspecified first digit has no bounds rather than those of year 0 and 9999, a range in a set
 * (`[2014-05-01..2014-05-09]`) reaches to its end, where the package ends it with its first date, and seasons, thirds of a
 * year and significant digits (`1950S2`) have bounds within which the date is sure to lie.
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

/** A year, month or day written out, which most dates are; undefined for any other. The days are those of the library. */
function plainBounds(text: string): DateBounds | undefined {
  const [, years, months, days] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(text) ?? [];
  if (years === undefined) return undefined;
  const [year, month] = [Number(years), months === undefined ? undefined : Number(months)];
  if (month !== undefined && (month < 1 || month > 12)) return undefined;
  const first = new Date(0);
  first.setUTCFullYear(year, (month ?? 1) - 1, days === undefined ? 1 : Number(days));
  const isReal = days === undefined || first.getUTCDate() === Number(days);
  if (!isReal) return undefined;
  const next = new Date(first);
  if (month === undefined) next.setUTCFullYear(year + 1);
  else if (days === undefined) next.setUTCMonth(month);
  else next.setUTCDate(Number(days) + 1);
  return { min: first.getTime(), max: next.getTime() - 1 };
}

/**
 * Bounds of a set, of which one date (`[…]`) or all (`{…}`) are meant: from the first to the last that it names. A range
 * in it may be open at one end. Throws where the text is no set.
 */
function setBounds(text: string): DateBounds {
  // The package knows what a set may hold.
  edtf(text);
  const members = text.slice(1, -1).split(',').map(rangeBounds);
  return members.reduce((all, { min, max }) => ({ min: Math.min(all.min, min), max: Math.max(all.max, max) }));
}

/** Bounds of a member of a set: a date, or a range of them with two points between. */
function rangeBounds(text: string): DateBounds {
  const [first = '', last] = text.trim().split('..');
  if (last === undefined) return pointBounds(first);
  const min = first === '' ? UNBOUNDED.min : pointBounds(first).min;
  const max = last === '' ? UNBOUNDED.max : pointBounds(last).max;
  if (min > max) throw new RangeError('the range ends before it starts');
  return { min, max };
}

/** From the first millisecond of a month to the last one of another; months count from 1. */
function months(fromYear: number, fromMonth: number, toYear: number, toMonth: number): DateBounds {
  const first = new Date(0);
  const after = new Date(0);
  first.setUTCFullYear(fromYear, fromMonth - 1, 1);
  after.setUTCFullYear(toYear, toMonth, 1);
  const [min, max] = [first.getTime(), after.getTime() - 1];
  if (Number.isNaN(min) || Number.isNaN(max)) throw new RangeError('a year beyond the calendar');
  return { min, max };
}

/**
 * Bounds of a part of a year that has a number in place of the month. Seasons (21–24, 25–32 of one half of the world) are
 * bounded by their year alone: what is spring here is autumn there, and their first days differ. Quarters (33–36), thirds
 * (37–39) and halves (40–41) are those of the calendar. Undefined for any other text.
 */
function partOfYear(text: string): DateBounds | undefined {
  const [, yearText, partText] = /^(-?\d{4})-(2[1-9]|3\d|4[01])(?!\d|-)/u.exec(text) ?? [];
  if (yearText === undefined) return undefined;
  const [year, part] = [Number(yearText), Number(partText)];
  if (part <= 32) return months(year, 1, year, 12);
  const [first, length] = part <= 36 ? [33, 3] : part <= 39 ? [37, 4] : [40, 6];
  const last = (part - first + 1) * length;
  return months(year, last - length + 1, year, last);
}

/**
 * Bounds of a year of which only the first digits count: `1950S2` is some year from 1900 to 1999. Undefined for any other
 * text; throws where none or more digits count than there are.
 */
function significantYears(text: string): DateBounds | undefined {
  if (!text.includes('S')) return undefined;
  const [, sign, written, zeros = '0', countText] = /^Y?(-?)(\d+)(?:E(\d))?S(\d+)$/u.exec(text) ?? [];
  const count = Number(countText);
  const digits = written?.concat('0'.repeat(Number(zeros)));
  if (digits === undefined || count < 1 || count > digits.length) throw new RangeError(`no bounds for ${text}`);
  const span = 10 ** (digits.length - count);
  const least = Math.floor(Number(digits) / span) * span;
  const most = least + span - 1;
  return sign === '-' ? months(-most, 1, -least, 12) : months(least, 1, most, 12);
}

/** Bounds of one side of an interval or of a date that is no interval. Throws where the text is no date. */
function pointBounds(text: string): DateBounds {
  const plain = plainBounds(text);
  if (plain !== undefined) return plain;
  if (/^[[{]/u.test(text)) return setBounds(text);
  const parsed = edtf(text);
  if (!isRealDay(text)) throw new RangeError(`${text} is no day of the calendar`);
  const known = partOfYear(text) ?? significantYears(text);
  if (known !== undefined) return known;
  if (/^-?X/u.test(text)) return UNBOUNDED;
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
  if (/^[[{]/u.test(start) || /^[[{]/u.test(end)) throw new RangeError('a set is no side of an interval');
  const from = isOpen(start) ? UNBOUNDED.min : pointBounds(start).min;
  const to = isOpen(end) ? UNBOUNDED.max : pointBounds(end).max;
  if (from > to) throw new RangeError('the interval ends before it starts');
  return { min: from, max: to };
}

/** Bounds of dates that came before: to parse one takes longer than to weigh many claims, and they come again and again. */
const known = new Map<string, DateBounds>();
const MOST_KNOWN = 20_000;

/** The bounds of a text. Throws where it is no date. */
function knownBounds(text: string): DateBounds {
  const found = known.get(text);
  if (found !== undefined) return found;
  const made = bounds(text);
  // Emptied when it is full: the dates of one graph come again, those of one that was closed do not.
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, made);
  return made;
}

function isEdtf(text: string): text is EdtfDate {
  try {
    knownBounds(text);
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

/** The days that a date can mean. */
export function dateBounds(date: EdtfDate): DateBounds {
  return knownBounds(date);
}

/** Whether `a` is surely later than `b`: all that a can mean lies after all that b can mean. */
export function isLater(a: EdtfDate, b: EdtfDate): boolean {
  return dateBounds(a).min > dateBounds(b).max;
}
