import { Edtf, type EdtfDate } from '../../model/dates.ts';
import { foldName } from './fold-name.ts';
import type { ForeignTime } from './records.ts';

/** An end that the file knows to be open: what it says goes on, or has no beginning. */
const OPEN = '..';

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

/** A set of two dates as EDTF writes it, `[2016,2018]`, and Java a list: what the latter means depends on who wrote it. */
const LIST_OF_TWO = /^\[[^\][,.]+,\s[^\][,.]+\]$/u;
/** One spell of Gephi, `<[2016-02-03, 2016-02-04]>`, or one moment, `<[2016-02-03]>`. */
const SPELL = /^<\[([^\][;]*)\]>$/u;
/** Columns in which Gephi has spells; without the outer brackets where people type them. */
const SPELL_COLUMNS: readonly string[] = ['timeset', 'interval'];

/** A time as it stands in an attribute of a name: in Gephi's columns of spells, square brackets hold an interval and no set. */
export function timeIn(name: string, text: string): string {
  const trimmed = text.trim();
  return trimmed.startsWith('[') && SPELL_COLUMNS.includes(foldName(name)) ? `<${trimmed}>` : text;
}

/** The time of a spell: an interval from the first to the second, where `Infinity` is an open end. */
function spellOf(text: string): EdtfDate | undefined {
  const sides = text.split(',').map((side) => {
    const trimmed = side.trim();
    return /^[+-]?infinity$/iu.test(trimmed) ? OPEN : (dayOf(trimmed) ?? trimmed);
  });
  const [start, end = start] = sides;
  if (sides.length > 2 || start === undefined || (start === OPEN && end === OPEN)) return undefined;
  return parse(start === end ? start : `${start}/${end}`);
}

function read(text: string): EdtfDate | undefined {
  const spell = SPELL.exec(text)?.[1];
  if (spell !== undefined) return spellOf(spell);
  if (LIST_OF_TWO.test(text)) return undefined;
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
 * The date of a text of another tool: EDTF, a timestamp (its day, as it is written there), YYYYMMDD, an interval of two of
 * these, or one spell of Gephi. Undefined for anything else: a day that depends on the reader's country, as 03/04/2024 does,
 * is not guessed, nor whether `[2016, 2018]` is a set or an interval.
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
