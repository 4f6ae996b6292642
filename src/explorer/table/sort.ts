import { byCodePoint } from '../../model/order.ts';

/** What a column is sorted by: words in the order of a dictionary, numbers by size. */
export type SortKey = string | number;

/** By which column a table is sorted, by its title, and which way. */
export interface Sorting {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

const dictionary = new Intl.Collator('en', { numeric: true });

/** Words that a dictionary does not tell apart, such as two names in one script that it lacks, go by code points. */
function compare(a: SortKey, b: SortKey): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [one, other] = [String(a), String(b)];
  return dictionary.compare(one, other) || byCodePoint(one, other);
}

/**
 * The rows in order of their keys. Equal rows stand by `idOf` in code-point order in both directions, so that the order
 * depends on the rows alone and not on how they came.
 */
export function sortRows<T>(
  rows: readonly T[],
  keyOf: (row: T) => SortKey,
  idOf: (row: T) => string,
  direction: Sorting['direction'],
): T[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return rows
    .map((row) => ({ row, key: keyOf(row), id: idOf(row) }))
    .sort((a, b) => sign * compare(a.key, b.key) || byCodePoint(a.id, b.id))
    .map(({ row }) => row);
}

/** The sorting after a press on the heading of a column: the other way round if it is sorted by it already. */
export function pressed(sorting: Sorting | undefined, column: string): Sorting {
  const again = sorting?.column === column;
  return { column, direction: again && sorting.direction === 'ascending' ? 'descending' : 'ascending' };
}
