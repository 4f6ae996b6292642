import { describe, expect, test } from 'vitest';
import { asDate, asTime } from '../../../src/formats/foreign/foreign-date.ts';
import { AB, gather } from './gather.ts';

test.each([
  ['2024-05-13', '2024-05-13'],
  ['20240513', '2024-05-13'],
  ['2024-05-13T10:00', '2024-05-13'],
  ['2024-05-13 10:30:15', '2024-05-13'],
  ['2024-05-13T10:00:00.123456Z', '2024-05-13'],
  ['2024-05-13T24:00:00+05:30', '2024-05-13'],
  ['2024-05-13 10:00:00 UTC', '2024-05-13'],
  ['2024-05-13T10:00:00.000+0000', '2024-05-13'],
  ['2024-05-13T10:00:00+02:00[Europe/Berlin]', '2024-05-13'],
  ['2024-05-13 10:30 PM', '2024-05-13'],
  // An interval has two ends.
  ['2024-05-13T10:00Z/2024-06-01T10:00Z', '2024-05-13/2024-06-01'],
  ['2024-05-13 10:30 - 2024-06-01', '2024-05-13/2024-06-01'],
  ['2024-05-13 – 2024-06-01', '2024-05-13/2024-06-01'],
  ['20240513/20240601', '2024-05-13/2024-06-01'],
  ['2024-05-13T10:00/..', '2024-05-13/..'],
  ['2024-06-01T00:00/2024-05-13T00:00', undefined],
  ['2024-05-13T10:00Z/P1D', undefined],
  ['2024-05-13T10:00/2024-05-14T10:00/2024-05-15T10:00', undefined],
  // A doubt, and a time that is none.
  ['2024-05-13?', '2024-05-13?'],
  ['2024-05-13T10:00 ?', undefined],
  ['2024-05-13T99:99', undefined],
  ['2024-05-13T10:60', undefined],
  ['2024-05-13T10:00 and later', undefined],
  ['2024-02-30T10:00', undefined],
  ['03/04/2024', undefined],
  ['..', undefined],
])('%j is the date %j', (text, date) => {
  expect(asDate(text)).toBe(date);
});

describe('an end that is not told is unknown; one that is told to be open is open', () => {
  test.each([
    [{ start: '2010' }, '2010/'],
    [{ end: '1999-05' }, '/1999-05'],
    [{ start: '2010', end: '..' }, '2010/..'],
    [{ start: ' .. ', end: '2010' }, '../2010'],
    [{ start: '2010', end: '2012' }, '2010/2012'],
    [{ start: '2010', end: '2010' }, '2010'],
    [{ start: '2010', end: 'later' }, undefined],
    [{ start: '..', end: '..' }, undefined],
    [{ start: '..' }, undefined],
    [{}, undefined],
  ])('%j is %j', (time, date) => {
    expect(asTime(time)).toBe(date);
  });

  test('what a date holds whole is not kept beside it; open on both sides says nothing, and is no mistake', async () => {
    const times = [{ start: '2010' }, { end: '2010-05' }, { start: '2010', end: '..' }, { start: '..', end: '..' }];
    const result = await gather(
      AB,
      times.map((time, i) => ({ key: `e${i}`, from: 'a', to: 'b', time })),
    );
    expect(result.issues).toEqual([]);
    const [first, second, third, boundless] = result.graph?.claims ?? [];
    expect([first, second, third].map((claim) => [claim?.when, claim?.attributes?.length])).toEqual([
      ['2010/', 1],
      ['/2010-05', 1],
      ['2010/..', 1],
    ]);
    expect(boundless).not.toHaveProperty('when');
    expect(boundless?.attributes).toContainEqual({ name: 'end', value: '..' });
  });
});
