import type { ReadInput, ReadOptions } from '../format.ts';
import { limitsOf, RECORD_TEXTS } from '../limits.ts';
import { textPieces } from '../read-text.ts';
import { type Delimited, findDelimiter } from './delimiter.ts';
import { BrokenTable, type RowFault, RowReader } from './row-reader.ts';

/** Takes the rows of a table one by one. */
export interface RowHandler {
  /** The cells of a row, and the line on which it begins; `fault` where it is malformed. */
  row(cells: string[], line: number, fault?: RowFault): void;
  /** The rest of the file cannot be told into rows. Throws, or takes note: the rows before it then stand. */
  broken(fault: RowFault): void;
}

/** So much of a file is enough to find its delimiter. */
const HEAD = 64 * 1024;

/**
 * Reads a table row by row from a file of any size. The delimiter is found from its start unless it is given. `quotes`
 * are read unless told. Rejects as `textPieces` does, and with what the handler throws.
 */
export async function readRows(
  input: ReadInput,
  options: ReadOptions,
  handler: RowHandler,
  dialect: { readonly delimiter?: string; readonly quotes?: boolean } = {},
): Promise<void> {
  const limits = limitsOf(options.limits);
  let reader: RowReader | undefined;
  let head = '';
  const begin = (): RowReader => {
    const found: Delimited =
      dialect.delimiter === undefined ? findDelimiter(head) : { delimiter: dialect.delimiter, skip: 0 };
    const made = new RowReader({
      delimiter: found.delimiter,
      longestCell: limits.text * RECORD_TEXTS,
      mostCells: limits.attributes,
      quotes: dialect.quotes ?? true,
      // A declared delimiter takes up a line of the file.
      firstLine: found.skip > 0 ? 2 : 1,
      onRow: (cells, line, fault) => {
        handler.row(cells, line, fault);
      },
    });
    made.push(head.slice(found.skip));
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
