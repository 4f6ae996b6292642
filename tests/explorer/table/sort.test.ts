import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pressed, sortRows } from '../../../src/explorer/table/sort.ts';

const rows = fc.uniqueArray(fc.record({ id: fc.string(), words: fc.string(), size: fc.integer({ min: 0, max: 5 }) }), {
  selector: ({ id }) => id,
});

const FRESH = Math.floor(Math.random() * 2 ** 31);
describe.each([20261121, FRESH])('sorting a table, seed %i', (seed) => {
  test('the order depends on the rows alone, not on how they came', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom('ascending', 'descending'), (given, direction) => {
        for (const keyOf of [(row: { words: string }) => row.words, (row: { size: number }) => row.size] as const) {
          const sort = (some: typeof given): string[] =>
            sortRows(
              some,
              (row) => keyOf(row),
              (row) => row.id,
              direction,
            ).map((row) => row.id);
          expect(sort(given.toReversed())).toEqual(sort(given));
        }
      }),
      { seed },
    );
  });
});

test('numbers go by size, words as in a dictionary, equals by id in both directions', () => {
  const given = ['b', 'a', 'c'].map((id) => ({ id, words: id === 'c' ? 'Éa' : 'eb', size: id === 'c' ? 2 : 10 }));
  const ids = (key: 'words' | 'size', direction: 'ascending' | 'descending'): string =>
    sortRows(
      given,
      (row) => row[key],
      (row) => row.id,
      direction,
    )
      .map((row) => row.id)
      .join('');
  expect(ids('size', 'ascending')).toBe('cab');
  expect(ids('size', 'descending')).toBe('abc');
  expect(ids('words', 'ascending')).toBe('cab');
});

test('a second press turns the order round, another column begins anew', () => {
  const first = pressed(undefined, 'Verdict');
  expect(first).toEqual({ column: 'Verdict', direction: 'ascending' });
  expect(pressed(first, 'Verdict').direction).toBe('descending');
  expect(pressed(pressed(first, 'Verdict'), 'Claims')).toEqual({ column: 'Claims', direction: 'ascending' });
});
