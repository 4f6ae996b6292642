import type { ReadInput, ReadOptions } from '../format.ts';
import { limitsOf, RECORD_TEXTS } from '../limits.ts';
import { textPieces } from '../read-text.ts';
import { BrokenTable, type RowFault, RowReader } from './row-reader.ts';
import { plainStart, startOfTable, type TableStart } from './table-start.ts';

/** Takes the rows of a table one by one. */
export interface RowHandler {
  /** Is told how the table begins, before its first row. */
  start?(start: TableStart): void;
  /** The cells of a row, and the line on which it begins; `fault` where it is malformed. */
  row(cells: string[], line: number, fault?: RowFault): void;
  /** The rest of the file cannot be told into rows. Throws, or takes note: the rows before it then stand. */
  broken(fault: RowFault): void;
}

/** How the cells and rows of a table are told apart. */
export interface Dialect {
  /** Found from the start of the file where it is absent. */
  readonly delimiter?: string;
  /** Quotes enclose cells unless told. */
  readonly quotes?: boolean;
  /** Whether lines at the start that begin with `#` may be comments, which the handler is told of. They are rows unless told. */
  readonly comments?: boolean;
}

/** So much of a file is enough to find its delimiter. */
const HEAD = 64 * 1024;

/**
 * Reads a table row by row from a file of any size. The delimiter is found from its start unless it is given. Rejects as `textPieces` does, and with what the handler throws.
 */
export async function readRows(
  input: ReadInput,
  options: ReadOptions,
  handler: RowHandler,
  dialect: Dialect = {},
): Promise<void> {
  const limits = limitsOf(options.limits);
  let reader: RowReader | undefined;
  let head = '';
  const begin = (): RowReader => {
    const start: TableStart =
      dialect.delimiter === undefined
        ? (dialect.comments === true ? startOfTable : plainStart)(head)
        : { delimiter: dialect.delimiter, skip: 0, firstLine: 1, comments: 0, isComment: false };
    handler.start?.(start);
    const made = new RowReader({
      delimiter: start.delimiter,
      longestCell: limits.text * RECORD_TEXTS,
      mostCells: limits.attributes,
      quotes: dialect.quotes ?? true,
      firstLine: start.firstLine,
      onRow: (cells, line, fault) => {
        handler.row(cells, line, fault);
      },
    });
    made.push(head.slice(start.skip));
    head = '';
    return made;
  };
  try {
    for await (const piece of textPieces(input, options)) {
      if (reader !== undefined) reader.push(piece);
      else {
        head += piece;
        if (head.length >= HEAD) reader = begin();
      }
    }
    reader ??= begin();
    reader.end();
  } catch (error) {
    if (!(error instanceof BrokenTable)) throw error;
    handler.broken(error.fault);
  }
}
