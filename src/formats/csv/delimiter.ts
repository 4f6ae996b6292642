import { BrokenTable, RowReader } from './row-reader.ts';

const CANDIDATES = [',', '\t', ';', '|'] as const;
const MOST_ROWS = 100;

/** The line by which some spreadsheets are told the delimiter: `sep=;`. */
const DECLARED = /^sep=(.)\r?\n/u;

export interface Delimited {
  readonly delimiter: string;
  /** UTF-16 units at the start of the file that only declare it. */
  readonly skip: number;
}

/** An edge with its attributes as NetworkX writes it, in which commas stand: `0 1 {'weight': 7, 'since': 2019}`. */
const WITH_DICTIONARY = /^\s*[^\s,;|"]+ +[^\s,;|"]+ +\{.*\}\s*$/mu;

/**
 * Finds the delimiter of a table from its first lines: the one by which most rows have as many cells as the first, two at
 * least; of several the one that makes more cells, then the more usual one. Spaces, which stand in any text, only where no
 * other divides the first row and they divide nearly all rows alike. A comma where none does, as in a table of one column.
 */
export function findDelimiter(head: string): Delimited {
  const [declaration, declared] = DECLARED.exec(head) ?? [];
  if (declaration !== undefined && declared !== undefined) return { delimiter: declared, skip: declaration.length };
  let best = { delimiter: ',', share: 0, cells: 1 };
  for (const delimiter of CANDIDATES) {
    const { share, cells } = dividedBy(delimiter, head);
    if (cells < 2) continue;
    if (share > best.share || (share === best.share && cells > best.cells)) best = { delimiter, share, cells };
  }
  const [first = ''] = head.trimStart().split('\n', 1);
  if (best.cells < 2 || WITH_DICTIONARY.test(first)) {
    const { share, cells } = dividedBy(' ', head);
    const isTable = WITH_DICTIONARY.test(first) || /\S\s*\n\s*\S/u.test(head);
    if (cells >= 2 && share >= 0.9 && isTable) return { delimiter: ' ', skip: 0 };
  }
  return { delimiter: best.delimiter, skip: 0 };
}

/** How many cells a delimiter makes of the first row, and the share of rows that have as many. */
function dividedBy(delimiter: string, head: string): { readonly share: number; readonly cells: number } {
  const counts: number[] = [];
  const reader = new RowReader({
    delimiter,
    longestCell: head.length,
    mostCells: head.length + 1,
    onRow: (cells) => {
      counts.push(cells.length);
    },
  });
  try {
    reader.push(head);
    // The last row may be cut off; alone it is all there is.
    if (counts.length === 0) reader.end();
  } catch (error) {
    // A delimiter by which the table breaks is not its delimiter; what was read until then still counts.
    if (!(error instanceof BrokenTable)) throw error;
  }
  const [cells = 1] = counts;
  const looked = counts.slice(0, MOST_ROWS);
  return { share: looked.filter((count) => count === cells).length / Math.max(1, looked.length), cells };
}

/** The cells of the first row of a file, from its start. Empty where that is no table. */
export function firstRow(head: string): readonly string[] {
  const { delimiter, skip } = findDelimiter(head);
  let first: readonly string[] | undefined;
  const reader = new RowReader({
    delimiter,
    longestCell: head.length,
    mostCells: head.length + 1,
    onRow: (cells) => {
      first ??= cells;
    },
  });
  try {
    reader.push(head.slice(skip));
    if (first === undefined) reader.end();
  } catch (error) {
    if (!(error instanceof BrokenTable)) throw error;
  }
  return first ?? [];
}
