import edtf from 'edtf';
import { describe, expect, test } from 'vitest';
import { dateBounds, Edtf, isLater } from '../../src/model/dates.ts';

const DAY = 86_400_000;
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);
/** The first and the last day that a date can mean. */
function days(text: unknown): readonly [number, number] {
  const { min, max } = dateBounds(Edtf.parse(text));
  return [Math.floor(min / DAY) * DAY, Math.floor(max / DAY) * DAY];
}
const accepts = (value: unknown): boolean => Edtf.safeParse(value).success;
const { NEGATIVE_INFINITY: OPEN_START, POSITIVE_INFINITY: OPEN_END } = Number;

describe('DESIGN 2.2, EDTF: what is read, and the days it can mean', () => {
  test.each<readonly [string, string, string]>([
    ['2024-05-14', '2024-05-14', '2024-05-14'],
    ['2024-02-29', '2024-02-29', '2024-02-29'],
    ['2024-05', '2024-05-01', '2024-05-31'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2024', '2024-01-01', '2024-12-31'],
    ['2024-05-14?', '2024-05-14', '2024-05-14'],
    ['2024-05~', '2024-05-01', '2024-05-31'],
    ['2024%', '2024-01-01', '2024-12-31'],
    ['201X', '2010-01-01', '2019-12-31'],
    ['20XX', '2000-01-01', '2099-12-31'],
    ['2024-XX', '2024-01-01', '2024-12-31'],
    ['2024-02-XX', '2024-02-01', '2024-02-29'],
    ['2023/2024', '2023-01-01', '2024-12-31'],
    ['2023-11-30/2024-02', '2023-11-30', '2024-02-29'],
    ['2024/2024', '2024-01-01', '2024-12-31'],
    ['2023?/2024~', '2023-01-01', '2024-12-31'],
    // Some day of a week, as of events that are known no better: the range reaches to its end.
    ['[2014-05-01..2014-05-09]', '2014-05-01', '2014-05-09'],
    ['{2014-05-01..2014-05-09}', '2014-05-01', '2014-05-09'],
    ['[2014..2016]', '2014-01-01', '2016-12-31'],
    ['[2014-12..2015-02]', '2014-12-01', '2015-02-28'],
    ['[2014,2016]', '2014-01-01', '2016-12-31'],
    ['{2016, 2014}', '2014-01-01', '2016-12-31'],
    ['[2001,2010..2012,2005-06]', '2001-01-01', '2012-12-31'],
    ['[2014]', '2014-01-01', '2014-12-31'],
    // Which months a season is, is told neither by its name nor by the half of the world.
    ...['21', '24', '25', '26', '28', '29', '32'].map((part) => [`2001-${part}`, '2001-01-01', '2001-12-31'] as const),
    ['2001-33', '2001-01-01', '2001-03-31'],
    ['2001-36', '2001-10-01', '2001-12-31'],
    ['2001-37', '2001-01-01', '2001-04-30'],
    ['2001-38', '2001-05-01', '2001-08-31'],
    ['2001-39', '2001-09-01', '2001-12-31'],
    ['2001-40', '2001-01-01', '2001-06-30'],
    ['2001-41', '2001-07-01', '2001-12-31'],
    ['2001-25/2003', '2001-01-01', '2003-12-31'],
    // Only so many digits of the year count.
    ['1950S2', '1900-01-01', '1999-12-31'],
    ['1950S3/2001-38', '1950-01-01', '2001-08-31'],
    ['1950S4', '1950-01-01', '1950-12-31'],
    ['-0044S3', '-000049-01-01', '-000040-12-31'],
    ['Y17205S2', '+017000-01-01', '+017999-12-31'],
    ['Y3E4S2', '+030000-01-01', '+030999-12-31'],
  ])('%s', (text, first, last) => {
    expect(days(text)).toEqual([day(first), day(last)]);
  });

  test.each([
    ['../2024', OPEN_START, day('2024-12-31')],
    ['/2024', OPEN_START, day('2024-12-31')],
    ['2024/..', day('2024-01-01'), OPEN_END],
    ['2024-05-14/', day('2024-05-14'), OPEN_END],
    ['XXXX-01-31', OPEN_START, OPEN_END],
    ['XXXX', OPEN_START, OPEN_END],
    ['XXXX/2024', OPEN_START, day('2024-12-31')],
    ['[..2024]', OPEN_START, day('2024-12-31')],
    ['[2024..]', day('2024-01-01'), OPEN_END],
    ['[2020,2024..]', day('2020-01-01'), OPEN_END],
    ['[XXXX,2014]', OPEN_START, OPEN_END],
  ])('%s is unbounded where it is open or unknown', (text, first, last) => {
    expect(days(text)).toEqual([first, last]);
  });

  test('the bounds of a day are its first and last millisecond', () => {
    const { min, max } = dateBounds(Edtf.parse('2024-05-14'));
    expect([min, max]).toEqual([day('2024-05-14'), day('2024-05-15') - 1]);
  });

  test.each([
    [2024, '2024'],
    [12, '0012'],
    [0, '0000'],
    [9999, '9999'],
  ])('a bare year that YAML read as the number %d is that year', (year, text) => {
    expect(Edtf.parse(year)).toBe(text);
  });

  test('what was written stays as it was written', () => {
    expect(Edtf.parse('2024-05~')).toBe('2024-05~');
  });
});

describe('DESIGN 2.2, EDTF: what is refused', () => {
  test.each([
    ['a thirteenth month', '2024-13'],
    ['a month zero', '2024-00'],
    ['30 February', '2024-02-30'],
    ['29 February of a year without one', '2023-02-29'],
    ['29 February of a century without one', '1900-02-29'],
    ['the same in an interval', '2023-02-29/2024'],
    ['31 April', '2024-04-31'],
    ['a day 32', '2024-05-32'],
    ['31 February of an unknown year', 'XXXX-02-31'],
    ['an unknown year with a month 13', 'XXXX-13-01'],
    ['a reversed interval', '2024/2023'],
    ['an interval reversed by a day', '2024-05-14/2024-05-13'],
    ['an interval open on both sides', '../..'],
    ['an interval of nothing', '/'],
    ['an interval with three sides', '2022/2023/2024'],
    ['slashes in place of hyphens', '2024/05/14'],
    ['a month of one digit', '2024-5'],
    ['a set with a range that is reversed', '[2016..2014]'],
    ['a set of nothing', '[]'],
    ['a set open on both sides', '[..]'],
    ['the same beside a date', '[2010,..]'],
    ['a set with no day of the calendar', '[2023-02-29,2024]'],
    ['a set with three dates in a range', '[2010..2012..2014]'],
    ['a set at an end of an interval', '[2014..2016]/2018'],
    ['the same at the other', '2013/{2014,2016}'],
    ['a forty-second part of a year', '2001-42'],
    ['a year of which no digit counts', '1950S0'],
    ['a year of which more digits count than it has', '1950S5'],
    ['a year beyond the calendar of which some count', 'Y170000002S3'],
    ['words', 'May 2024'],
    ['white space before', ' 2024'],
    ['white space after', '2024 '],
    ['a line break', '2024\n'],
    ['nothing', ''],
    ['an hour 25', '2024-05-14T25:00:00Z'],
    ['a year in exponents', '1e3'],
  ])('%s: %j', (_, text) => {
    expect(accepts(text)).toBe(false);
  });

  test.each([-1, 10_000, 2024.5, Number.NaN, null, undefined, true, [2024], { year: 2024 }])('%j', (value) => {
    expect(accepts(value)).toBe(false);
  });

  test('a very long text, quickly', () => {
    const start = performance.now();
    for (const text of ['2'.repeat(1e6), '2024/'.repeat(1e5), '['.repeat(99), '(2024)~'.repeat(14)]) {
      expect(accepts(text)).toBe(false);
    }
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test('the message shows what a date looks like', () => {
    const { error } = Edtf.safeParse('soon');
    expect(error?.issues).toHaveLength(1);
    expect(error?.issues[0]?.message).toContain('2025-05-14');
  });
});

describe('E9: surely later', () => {
  const later = (a: string, b: string): boolean => isLater(Edtf.parse(a), Edtf.parse(b));

  test.each([
    ['2024-05-15', '2024-05-14'],
    ['2024-06', '2024-05-31'],
    ['2025', '2024'],
    ['2025/..', '../2024'],
    ['2014-05-10', '[2014-05-01..2014-05-09]'],
  ])('%s is later than %s, and not the other way round', (a, b) => {
    expect([later(a, b), later(b, a)]).toEqual([true, false]);
  });

  test.each([
    ['2024-05-14', '2024-05-14'],
    ['2024-05', '2024-05-14'],
    ['2024', '2024-12-31'],
    ['XXXX-01-31', '2024-05-14'],
    ['2024/..', '2030'],
    ['../2024', '1900'],
    ['2014-05-08', '[2014-05-01..2014-05-09]'],
  ])('of %s and %s neither is', (a, b) => {
    expect([later(a, b), later(b, a)]).toEqual([false, false]);
  });

  test('a day in May is not surely later than the spring of its year, which is told without months', () => {
    // EDTF level 1: 21 is spring "independent of location".
    expect(later('2024-05-01', '2024-21')).toBe(false);
  });
});

test('a date written out has the bounds that the library gives it', () => {
  for (const text of [
    '0000',
    '0004',
    '0099',
    '1900',
    '2024',
    '9999',
    '0099-12',
    '1900-02',
    '2000-02',
    '2024-12',
    '9999-12',
  ]) {
    const { min, max } = edtf(text);
    expect([text, dateBounds(Edtf.parse(text))]).toEqual([text, { min, max }]);
  }
  for (let day = Date.UTC(1996, 1, 20); day < Date.UTC(2001, 3, 1); day += 3 * DAY) {
    const text = new Date(day).toISOString().slice(0, 10);
    const { min, max } = edtf(text);
    expect([text, dateBounds(Edtf.parse(text))]).toEqual([text, { min, max }]);
  }
});
