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
  ['1950S2', '1950 (only the first 2 digits are sure)'],
  ['1950S1', '1950 (only the first digit is sure)'],
  ['Y170000', 'year 170000'],
  ['Y-17E4', 'year −170000'],
  ['Y171010S3', 'year 171010 (only the first 3 digits are sure)'],
  ['-0044', 'year −44'],
  ['1950S2/..', 'from 1950 (only the first 2 digits are sure) on'],
  ['2025-26', 'northern summer 2025'],
  ['2025-34', 'the second quarter of 2025'],
  ['2025-40/2026-41', 'the first half of 2025 to the second half of 2026'],
  ['{2014,2015}', '{2014,2015}'],
])('%s reads "%s"', (date, words) => {
  expect(dateText(Edtf.parse(date))).toBe(words);
});
