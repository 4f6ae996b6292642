import { describe, expect, test } from 'vitest';
import { edtfOfTime } from '../../../src/formats/wikidata/wikidata-time.ts';
import { Edtf } from '../../../src/model/dates.ts';

const GREGORIAN = 'http://www.wikidata.org/entity/Q1985727';
const JULIAN = 'http://www.wikidata.org/entity/Q1985786';

describe('times as EDTF', () => {
  test.each([
    ['a day', '+2013-05-14T00:00:00Z', 11, '2013-05-14'],
    ['a month', '+2013-05-00T00:00:00Z', 10, '2013-05'],
    ['a year', '+2013-00-00T00:00:00Z', 9, '2013'],
    ['a decade', '+2013-00-00T00:00:00Z', 8, '201X'],
    ['the 19th century by its last year', '+1900-00-00T00:00:00Z', 7, '[1801..1900]'],
    ['the 20th century by its first year', '+1901-00-00T00:00:00Z', 7, '[1901..2000]'],
    ['the second millennium', '+2000-00-00T00:00:00Z', 6, '[1001..2000]'],
    ['44 BC, which EDTF counts as -0043', '-0044-03-15T00:00:00Z', 11, '-0043-03-15'],
    ['1 BC', '-0001-00-00T00:00:00Z', 9, '0000'],
    ['a year of sixteen digits', '+0000000000002013-00-00T00:00:00Z', 9, '2013'],
    ['ten thousand years', '-10000-00-00T00:00:00Z', 9, undefined],
    ['a million years', '+1000000-00-00T00:00:00Z', 3, undefined],
    ['no day', '+2013-00-00T00:00:00Z', 11, undefined],
    ['a broken text', 'yesterday', 11, undefined],
    ['a year that there is not', '-0000-00-00T00:00:00Z', 9, undefined],
    ['a second', '+2013-05-14T10:20:30Z', 14, '2013-05-14'],
  ])('%s', (_, at, precision, edtf) => {
    const found = edtfOfTime({ time: at, precision, calendarmodel: GREGORIAN });
    expect(found).toBe(edtf);
    if (found !== undefined) expect(Edtf.parse(found)).toBe(found);
  });

  test.each([
    // The day of the reform: 4 October 1582 (Julian) was followed by 15 October (Gregorian).
    ['+1582-10-04T00:00:00Z', '1582-10-14'],
    ['+1582-10-05T00:00:00Z', '1582-10-15'],
    // 25 October 1917 and 7 November 1917 are one day; so are 14 and 2 September 1752.
    ['+1917-10-25T00:00:00Z', '1917-11-07'],
    ['+1752-09-02T00:00:00Z', '1752-09-13'],
    // 15 March 44 BC (Julian) is 13 March in the proleptic Gregorian calendar.
    ['-0044-03-15T00:00:00Z', '-0043-03-13'],
    ['+2100-02-29T00:00:00Z', '2100-03-14'],
  ])('%s of the Julian calendar is %s', (at, edtf) => {
    expect(edtfOfTime({ time: at, precision: 11, calendarmodel: JULIAN })).toBe(edtf);
    expect(edtfOfTime({ time: at, precision: 9, calendarmodel: JULIAN })).toMatch(/^-?\d{4}~$/u);
  });

  test('a time with a margin is approximate', () => {
    expect(edtfOfTime({ time: '+2013-05-14T00:00:00Z', precision: 11, before: 0, after: 2 })).toBe('2013-05-14~');
  });
});
