import type { GivenIssue } from '../foreign/findings.ts';
import type { RecordPlace } from '../foreign/records.ts';
import type { ReadInput, ReadOptions } from '../format.ts';
import { ReadFailure } from '../read-failure.ts';
import { type Dialect, readRows } from './read-rows.ts';
import type { RowFault } from './row-reader.ts';
import type { TableStart } from './table-start.ts';

/** Takes the records of a table one by one. */
export interface RecordHandler {
  /**
   * Is given the first row, and how the table begins. Says how many cells each row must have, and whether this one is a
   * record, not a header.
   */
  begin(
    cells: readonly string[],
    line: number,
    start: TableStart | undefined,
  ): { readonly width: number; readonly isRecord: boolean };
  record(cells: readonly string[], line: number): void;
  /** Is told of a row that is no record, and is left out. */
  bad(issue: GivenIssue, place: RecordPlace): void;
}

function issueOf({ message, remedy }: RowFault): GivenIssue {
  return { code: 'invalid-format', message, remedy };
}

/**
 * Reads a table record by record: what is malformed, or has not as many cells as the first row, is told with its place.
 * Rows of nothing but empty cells are passed over, as empty lines are. Where the rest of a file cannot be told into rows, the records before it can still be taken, if the person says so.
 * Rejects with a ReadFailure for a file without a first row, and as `readRows` does.
 */
export async function readRecords(
  input: ReadInput,
  options: ReadOptions,
  handler: RecordHandler,
  dialect: Dialect = {},
): Promise<void> {
  const file = input.name;
  let width: number | undefined;
  let tableStart: TableStart | undefined;
  await readRows(
    input,
    options,
    {
      start: (start) => {
        tableStart = start;
      },
      row: (cells, line, fault) => {
        // Spreadsheets leave such rows behind what was deleted; nothing is said in them.
        if (fault === undefined && cells.every((cell) => cell.trim() === '')) return;
        const place = { file, line: fault?.line ?? line, ...(fault === undefined ? {} : { column: fault.column }) };
        if (width === undefined) {
          if (fault !== undefined) throw new ReadFailure({ ...issueOf(fault), ...place });
          const first = handler.begin(cells, line, tableStart);
          width = first.width;
          if (!first.isRecord) return;
        }
        if (fault !== undefined) handler.bad(issueOf(fault), place);
        else if (cells.length === width) handler.record(cells, line);
        else {
          handler.bad(
            {
              code: 'invalid-format',
              message: 'The row has not as many cells as the first one',
              expected: String(width),
              got: String(cells.length),
              remedy: 'Quote cells that hold the delimiter, and write empty ones out',
            },
            place,
          );
        }
      },
      broken: (fault) => {
        const place = { file, line: fault.line, column: fault.column };
        if (width === undefined) throw new ReadFailure({ ...issueOf(fault), ...place });
        // What is wrong with the records before it is told beside it.
        const lost = options.skipBad === true ? '. Everything from here to the end of the file is lost' : '';
        handler.bad({ ...issueOf(fault), message: `${fault.message}${lost}` }, place);
      },
    },
    dialect,
  );
  if (width === undefined) {
    throw new ReadFailure({ code: 'invalid-format', file, message: 'The file is empty', expected: 'a table' });
  }
}
