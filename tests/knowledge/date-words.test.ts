import { expect, test } from 'vitest';
import { dateText } from '../../src/knowledge/date-words.ts';
import { Edtf } from '../../src/model/dates.ts';

test.each([
  ['2025', '2025'],
  ['2025-05', 'May 2025'],
  ['2025-05-10', '10 May 2025'],
  ['2025-05-10?', '10 May 2025 (uncertain)'],
  ['1947~', '1947 (about)'],
  ['1948%', '1948 (about, uncertain)'],
  ['XXXX-01-31', '31 January, year not given'],
  ['2025-05-XX', 'May 2025'],
  ['202X', 'the 2020s'],
  ['19XX', 'the 1900s'],
  ['2025-21', 'spring 2025'],
  ['2023/2024', '2023 to 2024'],
  ['2004/..', 'from 2004 on'],
  ['../2025-05-10', 'until 10 May 2025'],
  ['XXXX-01-31/XXXX-02-04', '31 January, year not given to 4 February, year not given'],
  ['0024', '24'],
  ['2004/', 'from 2004 (until when is unknown)'],
  ['/2025-05-10', 'until 10 May 2025 (since when is unknown)'],
  ['[2014,2015]', '2014 or 2015'],
  ['[2025-05-01..2025-05-09]', 'some time from 1 May 2025 to 9 May 2025'],
  ['{2014,2015}', '{2014,2015}'],
])('%s reads "%s"', (date, words) => {
  expect(dateText(Edtf.parse(date))).toBe(words);
});
