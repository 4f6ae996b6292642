import type { Attribute } from '../../model/attributes.ts';
import { rowsOfStart, startOfTable } from '../csv/table-start.ts';
import type { Column } from '../foreign/suggest-mapping.ts';
import { isHxlRow } from './hxl-row.ts';
import { pythonDict } from './python-dict.ts';

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

/** What NetworkX writes of an edge behind its ends, which only spaces part; undefined for any other cell. */
export function attributesIn(cell: string, delimiter: string | undefined): readonly Attribute[] | undefined {
  return delimiter === ' ' && cell.startsWith('{') ? pythonDict(cell) : undefined;
}

/** The first rows of a table, the header among them if it has one. Empty where the start of a file is none. */
export function firstRows(head: string): readonly (readonly string[])[] {
  const { delimiter, skip } = startOfTable(head);
  return rowsOfStart(head.slice(skip), delimiter);
}

/**
 * The columns of a table from its start. Without a header they are `column 1`, `column 2` and so on; a header that is a
 * comment is then passed over. Empty where the start of the file is no table.
 */
export function columnsOfTable(head: string, hasHeader = true): Column[] {
  const { isComment, delimiter } = startOfTable(head);
  const [first, ...others] = firstRows(head);
  if (first === undefined) return [];
  const header = columnNames(first, hasHeader);
  const rows = hasHeader || isComment ? others : [first, ...others];
  const [tags] = rows;
  const samples = new Samples();
  for (const name of header) samples.add(name, '');
  for (const cells of tags !== undefined && hasHeader && isHxlRow(tags) ? rows.slice(1) : rows) {
    header.forEach((name, i) => {
      const cell = cells[i] ?? '';
      for (const { name: inner, value } of attributesIn(cell, delimiter) ?? [{ name, value: cell }]) {
        samples.add(inner, value);
      }
    });
  }
  return samples.columns();
}
