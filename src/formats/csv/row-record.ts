import { cellValue } from './cells.ts';
import { restore } from './formula.ts';
import type { TableMeaning } from './table-columns.ts';

/** A record as its row says it, not yet checked. */
export type RawRecord = { [field: string]: unknown };

/** What is done with each cell of a row, in order of the header. */
export interface RowPlan {
  readonly header: readonly string[];
  record(cells: readonly string[]): RawRecord;
  /** The cell of a column, restored; undefined where it is empty or the table has no such column. */
  text(cells: readonly string[], column: string): string | undefined;
}

/** Plans how rows of one table become records. Columns that the table does not have become attributes of their names. */
export function planRows(table: TableMeaning, header: readonly string[]): RowPlan {
  const steps = header.map((column) => {
    const meaning = table.columns.get(column);
    return { column, meaning, derived: table.derived.has(column) };
  });
  const places = new Map(header.map((column, i) => [column, i]));
  return {
    header,
    text: (cells, column) => {
      const cell = cells[places.get(column) ?? -1];
      return cell === undefined || cell === '' ? undefined : restore(cell);
    },
    record: (cells) => {
      const record: RawRecord = {};
      const inner = new Map<string, RawRecord>();
      const others: { name: string; value: string }[] = [];
      steps.forEach(({ column, meaning, derived }, i) => {
        const cell = cells[i] ?? '';
        if (derived || cell === '') return;
        if (meaning === undefined) {
          others.push({ name: column, value: restore(cell) });
          return;
        }
        const [field, inside] = meaning.path;
        const value = cellValue(cell, meaning.kind);
        if (inside === undefined) {
          record[field] = value;
          return;
        }
        const part = inner.get(field) ?? {};
        part[inside] = value;
        inner.set(field, part);
      });
      // Of a speaker who is named and also called unnamed the check says that it is neither.
      for (const [field, part] of inner) record[field] = field in record ? [record[field], part] : part;
      if (others.length > 0) {
        const own = record['attributes'];
        if (own === undefined) record['attributes'] = others;
        else if (Array.isArray(own)) record['attributes'] = [...own, ...others];
      }
      return record;
    },
  };
}
