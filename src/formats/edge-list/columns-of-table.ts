import type { Attribute } from '../../model/attributes.ts';
import { findDelimiter } from '../csv/delimiter.ts';
import { BrokenTable, RowReader } from '../csv/row-reader.ts';
import type { Column } from '../foreign/suggest-mapping.ts';

/** Enough to see what a column holds; the rest of the file may hold other values, which a reader tells. */
const MOST_SAMPLES = 12;
const MOST_COLUMNS = 200;
const LONGEST_SAMPLE = 80;

type Value = Attribute['value'];

/** Collects columns with the first different values of each. */
export class Samples {
  readonly #columns = new Map<string, Set<Value>>();

  add(name: string, value: Value): void {
    let values = this.#columns.get(name);
    if (values === undefined) {
      if (this.#columns.size >= MOST_COLUMNS) return;
      values = new Set();
      this.#columns.set(name, values);
    }
    if (values.size >= MOST_SAMPLES || value === '') return;
    values.add(typeof value === 'string' ? value.slice(0, LONGEST_SAMPLE) : value);
  }

  columns(): Column[] {
    return [...this.#columns].map(([name, samples]) => ({ name, samples: [...samples] }));
  }
}

/** What a column is called that has no name: by its number, from 1. */
export function numberedColumn(i: number): string {
  return `column ${i + 1}`;
}

/** The names of the columns of a table from its first row: by their number where it has no header, or they no name. */
export function columnNames(first: readonly string[], hasHeader: boolean): string[] {
  return first.map((cell, i) => (hasHeader && cell.trim() !== '' ? cell.trim() : numberedColumn(i)));
}

/**
 * The columns of a table from its start. Without a header they are `column 1`, `column 2` and so on. Empty where the start
 * of the file is no table.
 */
export function columnsOfTable(head: string, hasHeader = true): Column[] {
  const { delimiter, skip } = findDelimiter(head);
  const samples = new Samples();
  let header: readonly string[] | undefined;
  const reader = new RowReader({
    delimiter,
    longestCell: head.length,
    mostCells: head.length + 1,
    onRow: (cells) => {
      const isFirst = header === undefined;
      header ??= columnNames(cells, hasHeader);
      header.forEach((name, i) => {
        samples.add(name, isFirst && hasHeader ? '' : (cells[i] ?? ''));
      });
    },
  });
  try {
    reader.push(head.slice(skip));
    if (header === undefined) reader.end();
  } catch (error) {
    // The reader of the file tells what is wrong and where; here is shown what comes before it.
    if (!(error instanceof BrokenTable)) throw error;
  }
  return samples.columns();
}
