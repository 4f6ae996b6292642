import { findDelimiter } from './delimiter.ts';
import { BrokenTable, RowReader } from './row-reader.ts';

/** Where the first row of a table stands, and how its cells are told apart. */
export interface TableStart {
  readonly delimiter: string;
  /** UTF-16 units before the first row: comments, and the line that declares the delimiter. */
  readonly skip: number;
  /** The line of the file that the first row stands on, from 1. */
  readonly firstLine: number;
  /** Lines of comments that are passed over. */
  readonly comments: number;
  /** Whether the first row is the last comment, which names as many columns as the rows have cells: a header, and no record. */
  readonly isComment: boolean;
}

interface Line {
  /** Its text without its end, and where it begins. */
  readonly text: string;
  readonly at: number;
}

/** Lines at the start that are comments or hold nothing; the last of them is a comment. */
function leadingComments(head: string): readonly Line[] {
  const lines: Line[] = [];
  let count = 0;
  for (let at = 0; at < head.length; ) {
    const end = head.indexOf('\n', at);
    // A line that is cut off is no comment for sure, and behind it nothing is known.
    if (end < 0) break;
    const text = head.slice(at, end).replace(/\r$/u, '');
    const isComment = text.startsWith('#');
    if (!isComment && text.trim() !== '') break;
    lines.push({ text, at });
    if (isComment) count = lines.length;
    at = end + 1;
  }
  return lines.slice(0, count);
}

/** The rows of the start of a table, as far as they can be told; the last one is left out where it may be cut off. */
export function rowsOfStart(text: string, delimiter: string): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  const reader = new RowReader({
    delimiter,
    longestCell: text.length,
    mostCells: text.length + 1,
    onRow: (cells) => {
      rows.push(cells);
    },
  });
  try {
    reader.push(text);
    if (rows.length === 0) reader.end();
  } catch (error) {
    // The reader of the file tells what is wrong and where; here is shown what comes before it.
    if (!(error instanceof BrokenTable)) throw error;
  }
  return rows;
}

/** The number of cells of the first row of a text. */
function cellsOf(text: string, delimiter: string): number {
  return rowsOfStart(text, delimiter)[0]?.length ?? 0;
}

/** How a table without comments begins. */
export function plainStart(head: string): TableStart {
  const { delimiter, skip } = findDelimiter(head);
  // A declared delimiter takes up a line of the file.
  return { delimiter, skip, firstLine: skip > 0 ? 2 : 1, comments: 0, isComment: false };
}

/**
 * How a table begins, by its first characters. Lines at the start that begin with `#` are comments, as SNAP, igraph and
 * NetworkX write them; the last is the header where it names as many columns as the rows have cells. A word with `#` before it, as
 * hashtags and some names of columns have it, is no comment where its line has as many cells as the rows.
 */
export function startOfTable(head: string): TableStart {
  const found = leadingComments(head);
  const after = (lines: readonly Line[]): number => {
    const last = lines.at(-1);
    return last === undefined ? 0 : head.indexOf('\n', last.at) + 1;
  };
  const body = head.slice(after(found));
  // Where all lines are comments none is.
  if (found.length === 0 || body.trim() === '') return plainStart(head);
  const { delimiter, skip } = findDelimiter(body);
  const width = cellsOf(body.slice(skip), delimiter);
  const isRow = ({ text }: Line): boolean => /^#[^\s#]/u.test(text) && cellsOf(text, delimiter) === width;
  const firstRow = found.findIndex(isRow);
  const comments = firstRow < 0 ? found : found.slice(0, firstRow);
  const last = comments.at(-1);
  const marks = /^#+\s+/u.exec(last?.text ?? '')?.[0] ?? '';
  const isHeader =
    firstRow < 0 && last !== undefined && marks !== '' && cellsOf(last.text.slice(marks.length), delimiter) === width;
  if (isHeader) {
    return {
      delimiter,
      skip: last.at + marks.length,
      firstLine: comments.length,
      comments: comments.filter(({ text }) => text.startsWith('#')).length - 1,
      isComment: true,
    };
  }
  const start = after(comments);
  return {
    delimiter,
    skip: firstRow < 0 ? start + skip : start,
    firstLine: comments.length + (firstRow < 0 && skip > 0 ? 2 : 1),
    comments: comments.filter(({ text }) => text.startsWith('#')).length,
    isComment: false,
  };
}
