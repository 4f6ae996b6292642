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
/** What a number in place of the month means: seasons, of one half of the world where that is told, and parts of the year. */
const PARTS: Readonly<Record<string, string>> = {
  ...{ '21': 'spring', '22': 'summer', '23': 'autumn', '24': 'winter' },
  ...{ '25': 'northern spring', '26': 'northern summer', '27': 'northern autumn', '28': 'northern winter' },
  ...{ '29': 'southern spring', '30': 'southern summer', '31': 'southern autumn', '32': 'southern winter' },
  ...{ '33': 'the first quarter of', '34': 'the second quarter of', '35': 'the third quarter of' },
  ...{
    '36': 'the fourth quarter of',
    '37': 'the first third of',
    '38': 'the second third of',
    '39': 'the last third of',
  },
  ...{ '40': 'the first half of', '41': 'the second half of' },
};
const DOUBTS: Readonly<Record<string, string>> = {
  '?': ' (uncertain)',
  '~': ' (about)',
  '%': ' (about, uncertain)',
};

/** "year 170000", "1950 (only the first 2 digits are sure)": a year of another form than four digits; else undefined. */
function longYearText(text: string): string | undefined {
  const [, sign = '', digits, zeros = '0', sure, mark = ''] =
    /^Y?(-?)(\d+)(?:E(\d{1,2}))?(?:S(\d+))?([?~%]?)$/u.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const year = `${Number(digits)}${'0'.repeat(Number(zeros))}`;
  const first = sure === '1' ? 'first digit is' : `first ${sure} digits are`;
  return `${sign === '-' ? 'year −' : year.length > 4 ? 'year ' : ''}${year}${sure === undefined ? '' : ` (only the ${first} sure)`}${DOUBTS[mark] ?? ''}`;
}

/** A date without an interval, in words; undefined where the form is one that has none. */
function pointText(text: string): string | undefined {
  const [, year = '', month, day, mark = ''] = /^([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?([?~%]?)$/u.exec(text) ?? [];
  if (year === '') return longYearText(text);
  const doubt = DOUBTS[mark] ?? '';
  const yearText = yearWords(year);
  if (month === undefined || month === 'XX') return `${yearText ?? 'year not given'}${doubt}`;
  const name = PARTS[month] ?? MONTHS[Number(month) - 1];
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

/** One of several times, of which it is not known which: "2014 or 2015", "some time from 1 May 2025 to 9 May 2025". */
function choiceText(set: string): string | undefined {
  const parts = set.split(',').map((part) => {
    const [first = '', last] = part.trim().split('..');
    if (last === undefined) return pointText(first);
    const [from, to] = [pointText(first), pointText(last)];
    return from === undefined || to === undefined ? undefined : `some time from ${from} to ${to}`;
  });
  return parts.includes(undefined) ? undefined : parts.join(' or ');
}

/**
 * An EDTF date in words: "10 May 2025 (uncertain)", "31 January, year not given", "from 2004 on". An end that is not known
 * is told apart from one that is open. A form that it has no words for is shown as it stands.
 */
export function dateText(date: EdtfDate): string {
  const [, set] = /^\[([^[\]]*)\]$/u.exec(date) ?? [];
  if (set !== undefined) return choiceText(set) ?? date;
  const [start = '', end] = date.split('/');
  if (end === undefined) return pointText(start) ?? date;
  const open = (part: string): boolean => part === '' || part === '..';
  const from = open(start) ? '' : pointText(start);
  const to = open(end) ? '' : pointText(end);
  if (from === undefined || to === undefined) return date;
  if (from === '') return `until ${to}${start === '' ? ' (since when is unknown)' : ''}`;
  if (to === '') return end === '' ? `from ${from} (until when is unknown)` : `from ${from} on`;
  return `${from} to ${to}`;
}
