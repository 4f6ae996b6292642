import type { EdtfDate } from '../model/dates.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const SEASONS: Readonly<Record<string, string>> = { '21': 'spring', '22': 'summer', '23': 'autumn', '24': 'winter' };
const DOUBTS: Readonly<Record<string, string>> = {
  '?': ' (uncertain)',
  '~': ' (about)',
  '%': ' (about, uncertain)',
};

/** A date without an interval, in words; undefined where the form is one that has none. */
function pointText(text: string): string | undefined {
  const [, year = '', month, day, mark = ''] = /^([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?([?~%]?)$/u.exec(text) ?? [];
  if (year === '') return undefined;
  const doubt = DOUBTS[mark] ?? '';
  const yearText = yearWords(year);
  if (month === undefined || month === 'XX') return `${yearText ?? 'year not given'}${doubt}`;
  const season = SEASONS[month];
  const name = season ?? MONTHS[Number(month) - 1];
  if (name === undefined) return undefined;
  const within = day === undefined || day === 'XX' ? name : `${Number(day)} ${name}`;
  return yearText === undefined ? `${within}, year not given${doubt}` : `${within} ${yearText}${doubt}`;
}

/** "2025", "the 2020s", "the 1900s"; undefined for a year that is not known at all. */
function yearWords(year: string): string | undefined {
  if (/^\d{4}$/u.test(year)) return String(Number(year));
  if (/^\d{3}X$/u.test(year)) return `the ${year.slice(0, 3)}0s`;
  if (/^\d{2}XX$/u.test(year)) return `the ${year.slice(0, 2)}00s`;
  return undefined;
}

/**
 * An EDTF date in words: "10 May 2025 (uncertain)", "31 January, year not given", "from 2004 on". A form that it has no
 * words for is shown as it stands.
 */
export function dateText(date: EdtfDate): string {
  const [start = '', end] = date.split('/');
  if (end === undefined) return pointText(start) ?? date;
  const open = (part: string): boolean => part === '' || part === '..';
  const from = open(start) ? '' : pointText(start);
  const to = open(end) ? '' : pointText(end);
  if (from === undefined || to === undefined) return date;
  if (from === '') return `until ${to}`;
  return to === '' ? `from ${from} on` : `${from} to ${to}`;
}
