import { describe, expect, test } from 'vitest';
import { asDate, asTime, timeIn } from '../../../src/formats/foreign/foreign-date.ts';
import { Mapping } from '../../../src/formats/foreign/mapping.ts';
import { suggestMapping } from '../../../src/formats/foreign/suggest-mapping.ts';
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
  // A spell of Gephi is an interval; a list of two may be one, or a set.
  ['<[2016-02-03, 2016-02-04]>', '2016-02-03/2016-02-04'],
  ['<[2016-02-03T00:00:00.000Z, Infinity]>', '2016-02-03/..'],
  ['<[-Infinity,2016-02-04]>', '../2016-02-04'],
  ['<[2016-02-03]>', '2016-02-03'],
  ['<[2016, 2016]>', '2016'],
  ['<[-Infinity, Infinity]>', undefined],
  ['<[2016, 2017, 2018]>', undefined],
  ['<[2016, 2017]; [2018, 2019]>', undefined],
  ['[2016-02-03, 2016-02-04]', undefined],
  ['[2016,2018]', '[2016,2018]'],
  ['[1901..2000]', '[1901..2000]'],
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

test('in a column of spells square brackets hold an interval', async () => {
  for (const name of ['timeset', 'TimeSet', 'Interval']) {
    expect(asDate(timeIn(name, '[2016-02-05, 2016-02-08]'))).toBe('2016-02-05/2016-02-08');
    expect(asDate(timeIn(name, '2016'))).toBe('2016');
  }
  expect(timeIn('when', '[2016,2018]')).toBe('[2016,2018]');
  const mapping = Mapping.parse({ version: 1, edge: { when: 'timeset' }, node: { when: 'Interval' } });
  const spell = (name: string) => [{ name, value: '[2016-03-04, Infinity]' }];
  const nodes = AB.map((one) => ({ ...one, attributes: spell('Interval') }));
  const { graph, issues } = await gather(nodes, [{ from: 'a', to: 'b', attributes: spell('timeset') }], { mapping });
  expect(issues).toEqual([]);
  expect([graph?.claims[0]?.when, graph?.entities[0]?.when]).toEqual(['2016-03-04/..', '2016-03-04/..']);
  expect(graph?.claims[0]?.attributes).toEqual(spell('timeset'));
  const columns = [{ name: 'timeset', samples: ['[2016-02-05, 2016-02-08]', '[2016-03-04, Infinity]'] }];
  expect(suggestMapping(columns).edge.when).toBe('timeset');
});
