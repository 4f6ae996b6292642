const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

const two = (number: number): string => String(number).padStart(2, '0');

/** The number of a month by its name or the start of it, from three letters on; 0 where it is none. */
function monthOf(name: string): number {
  return name.length < 3 ? 0 : MONTHS.findIndex((month) => month.startsWith(name.toLowerCase())) + 1;
}

/**
 * The day of a cell as YYYY-MM-DD: `2024-05-01`, with a time or without, `20240501`, with a time or without, `1 May 2024`,
 * `01-May-2024`; `1-May-24` where the row tells its year otherwise, in four digits. Undefined for all else; 05/01/2024 is two days.
 */
export function dayOf(cell: string, knownYear = ''): string | undefined {
  const text = cell.trim();
  const [, year, month, day] =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ][\d:.]+Z?)?$/u.exec(text) ?? /^(\d{4})(\d{2})(\d{2})(?:\d{6})?$/u.exec(text) ?? [];
  if (year !== undefined) return `${year}-${month}-${day}`;
  const [, dayNumber, , name = '', ofYear = ''] = /^(\d{1,2})([ -])([A-Za-z]+)\2(\d{4}|\d{2})$/u.exec(text) ?? [];
  const at = monthOf(name);
  const whole = ofYear.length === 2 && knownYear.length === 4 && knownYear.endsWith(ofYear) ? knownYear : ofYear;
  return at === 0 || whole.length !== 4 ? undefined : `${whole}-${two(at)}-${two(Number(dayNumber))}`;
}

/** The day on which a row was written: a day, or seconds since 1970. */
export function saidOn(cell: string): string | undefined {
  const text = cell.trim();
  if (/^\d{9,10}$/u.test(text)) return new Date(Number(text) * 1000).toISOString().slice(0, 10);
  return dayOf(text);
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * Some one day from `start` to `end`, in EDTF: the day itself, the month or the year where these are the bounds, else the
 * set of days of which it is one (`[2024-05-01..2024-05-09]`). Never an interval: that would last so long.
 * Undefined where a side is no day, or the end is before the start.
 */
export function someDayBetween(start: string, end: string): string | undefined {
  const [from, to] = [dayOf(start), dayOf(end)];
  if (from === undefined || to === undefined || to < from) return undefined;
  if (from === to) return from;
  const [year, month] = [from.slice(0, 4), from.slice(0, 7)];
  if (from === `${month}-01` && to === `${month}-${two(lastDay(Number(year), Number(month.slice(5))))}`) return month;
  if (from === `${year}-01-01` && to === `${year}-12-31`) return year;
  return `[${from}..${to}]`;
}

/** A day as exactly as it is known; `year` is what the row says of it besides. */
export function dayAsKnown(
  cell: string,
  precision: 'about' | 'month' | 'year' | undefined,
  year: string | undefined,
): string | undefined {
  const day = dayOf(cell, year);
  if (day === undefined || precision === undefined) return day;
  return precision === 'about' ? `${day}~` : day.slice(0, precision === 'month' ? 7 : 4);
}
