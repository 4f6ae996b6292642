import { firstRow } from '../csv/delimiter.ts';
import type { Likeness, ReadInput } from '../format.ts';
import { columnsOfHeader, missingColumns } from './columns-of-header.ts';
import { dayOf } from './event-dates.ts';
import type { EventMapping } from './event-mapping.ts';

export interface EventDialect {
  readonly delimiter?: string;
  readonly quotes?: boolean;
  /** The columns of a file that has no header. */
  readonly header?: readonly string[];
}

/** So many bytes are enough for the first row. */
const HEAD = 16 * 1024;

/** So large a part of the columns by which a table is known tells it: what is lacking can be said then. */
const ENOUGH = 0.75;

/** The cells of the first row, in the dialect of the mapping. */
function firstCells({ dialect }: EventMapping, head: string): readonly string[] {
  if (dialect === undefined) return firstRow(head);
  return head.split(/\r?\n/u, 1)[0]?.split(dialect.delimiter) ?? [];
}

/** The columns of a file without a header: by their number, a number for the event, and days where days stand. */
function headerless(mapping: EventMapping, head: string): readonly string[] | undefined {
  const { headerless: lists, event, when } = mapping;
  if (lists.length === 0) return undefined;
  const cells = firstCells(mapping, head);
  const days = when.form === 'between' ? [when.start, when.end] : [when.column];
  return lists.find((list) => {
    const cell = (column: string): string => cells[list.indexOf(column)] ?? '';
    return (
      list.length === cells.length &&
      /^\d+$/u.test(cell(event.key)) &&
      days.every((column) => dayOf(cell(column)) !== undefined)
    );
  });
}

/** Which other table of the data set, of which Ascribe makes nothing, a file is; undefined where it is none. */
export function siblingOf(mapping: EventMapping, head: string): EventMapping['siblings'][number] | undefined {
  const { siblings } = mapping;
  if (siblings.length === 0) return undefined;
  const cells = firstCells(mapping, head);
  return siblings.find(
    ({ cells: number, begins }) =>
      cells.length === number && begins.every((pattern, i) => new RegExp(pattern, 'u').test(cells[i] ?? '')),
  );
}

/**
 * How sure it is that a file is of the data set of a mapping. One that lacks some of the columns by which it is known is of
 * it, too: so its reader can say which.
 */
export function likenessOf(mapping: EventMapping, head: string): Likeness {
  if (headerless(mapping, head) !== undefined || siblingOf(mapping, head) !== undefined) return 2;
  const { required } = mapping;
  const missing = missingColumns(columnsOfHeader(firstRow(head), mapping), mapping);
  return required.length - missing.length >= ENOUGH * required.length ? 2 : 0;
}

/** The start of a file, as far as its first rows are looked at. */
export async function headOf(input: ReadInput): Promise<string> {
  let head = '';
  // What is no UTF-8 is told where the rows are read.
  const decoder = new TextDecoder();
  for await (const chunk of input.chunks()) {
    head += decoder.decode(chunk, { stream: true });
    if (head.length >= HEAD) break;
  }
  return head;
}

/** How the table of a mapping is to be read, by its start. */
export function dialectOf(mapping: EventMapping, head: string): EventDialect {
  const header = headerless(mapping, head);
  return header === undefined ? {} : { ...mapping.dialect, header };
}
