import { member, textMember } from '../json-stream/attributes-of.ts';

/** Days of the Julian calendar as Julian day number, and back as a date of the Gregorian one (Richards 2013, §15.11). */
function gregorianOfJulian(year: number, month: number, day: number): readonly [number, number, number] {
  const a = Math.floor((14 - month) / 12);
  const y = year + 4800 - a;
  const m = month + 12 * a - 3;
  const dayNumber = day + Math.floor((153 * m + 2) / 5) + 365 * y + Math.floor(y / 4) - 32083;
  const f = dayNumber + 1401 + Math.floor((Math.floor((4 * dayNumber + 274277) / 146097) * 3) / 4) - 38;
  const e = 4 * f + 3;
  const g = Math.floor((((e % 1461) + 1461) % 1461) / 4);
  const h = 5 * g + 2;
  const outDay = Math.floor((h % 153) / 5) + 1;
  const outMonth = ((Math.floor(h / 153) + 2) % 12) + 1;
  return [Math.floor(e / 1461) - 4716 + Math.floor((12 + 2 - outMonth) / 12), outMonth, outDay];
}

function yearText(year: number): string {
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
}
const two = (n: number): string => String(n).padStart(2, '0');

/**
 * One year out of a span, by its number in the count of centuries or millennia: 1900 with precision 7 is [1801..1900]. It
 * lies in the century, and does not last for it as 1801/1900 would.
 */
function yearWithin(year: number, length: number): string | undefined {
  if (year < 1) return undefined;
  const nth = Math.ceil(year / length);
  return `[${yearText((nth - 1) * length + 1)}..${yearText(nth * length)}]`;
}

/**
 * A time of Wikidata (`{time: "+2013-05-00T00:00:00Z", precision, calendarmodel, before, after}`) as EDTF, no more exact
 * than it is. Precision 11 and more is a day, 10 a month, 9 a year, 8 a decade, 7 a century, 6 a millennium; undefined for less,
 * and for years beyond 9999. A day of the Julian calendar is turned into the Gregorian one, which EDTF has; a month or
 * year of it is marked approximate. Wikidata has no year 0 (-0044 is 44 BC), EDTF has one (-0043).
 */
export function edtfOfTime(value: unknown): string | undefined {
  const [, sign, digits, monthText, dayText] =
    /^([+-])(\d{1,16})-(\d{2})-(\d{2})T/u.exec(textMember(value, 'time') ?? '') ?? [];
  const precision = member(value, 'precision');
  if (digits === undefined || typeof precision !== 'number') return undefined;
  const given = Number(digits);
  const year = sign === '-' ? 1 - given : given;
  if (given > 9999 || (given === 0 && sign === '-')) return undefined;
  const month = Number(monthText);
  const day = Number(dayText);
  const julian = (textMember(value, 'calendarmodel') ?? '').endsWith('Q1985786');
  const shaky = [member(value, 'before'), member(value, 'after')].some((one) => typeof one === 'number' && one > 0);
  const about = shaky ? '~' : '';
  if (precision >= 11) {
    if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
    const [y, m, d] = julian ? gregorianOfJulian(year, month, day) : [year, month, day];
    return `${yearText(y)}-${two(m)}-${two(d)}${about}`;
  }
  const loose = julian || shaky ? '~' : '';
  if (precision === 10) {
    return month < 1 || month > 12 ? undefined : `${yearText(year)}-${two(month)}${loose}`;
  }
  if (precision === 9) return `${yearText(year)}${loose}`;
  if (precision === 8) return year < 0 ? undefined : `${yearText(year).slice(0, 3)}X`;
  if (precision === 7) return yearWithin(year, 100);
  return precision === 6 ? yearWithin(year, 1000) : undefined;
}
