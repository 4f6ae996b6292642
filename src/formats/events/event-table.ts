import { firstRow } from '../csv/delimiter.ts';
import type { Likeness, ReadInput } from '../format.ts';
import type { EventMapping } from './event-mapping.ts';

export interface EventDialect {
  readonly delimiter?: string;
  readonly quotes?: boolean;
  /** The columns of a file that has no header. */
  readonly header?: readonly string[];
}

/** So many bytes are enough for the first row. */
const HEAD = 16 * 1024;

/** The columns of a file without a header: by their number, and a number and a day at its start. */
function headerless({ headerless: lists }: EventMapping, head: string): readonly string[] | undefined {
  const cells = head.split(/\r?\n/u, 1)[0]?.split('\t') ?? [];
  const [first = '', second = ''] = cells;
  if (!/^\d+$/u.test(first) || !/^\d{8}$/u.test(second)) return undefined;
  return lists.find((list) => list.length === cells.length);
}

/** How sure it is that a file is the event table of a mapping. */
export function likenessOf(mapping: EventMapping, head: string): Likeness {
  if (headerless(mapping, head) !== undefined) return 2;
  const columns = new Set(firstRow(head).map((cell) => cell.trim().toLowerCase()));
  return mapping.required.every((column) => columns.has(column.toLowerCase())) ? 2 : 0;
}

/** How the table of a mapping is to be read. */
export async function dialectOf(mapping: EventMapping, input: ReadInput): Promise<EventDialect> {
  if (mapping.headerless.length === 0) return {};
  let head = '';
  // What is no UTF-8 is told where the rows are read.
  const decoder = new TextDecoder();
  for await (const chunk of input.chunks()) {
    head += decoder.decode(chunk, { stream: true });
    if (head.length >= HEAD) break;
  }
  const header = headerless(mapping, head);
  return header === undefined ? {} : { delimiter: '\t', quotes: false, header };
}
