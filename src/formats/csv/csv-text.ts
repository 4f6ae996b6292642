import Papa from 'papaparse';

export type Cell = string | number | boolean | undefined;

/** Rows that are made into text at once: a table of a million is never held as cells. */
const BATCH = 1000;

/**
 * The text of a table (RFC 4180: comma, double quotes; UTF-8 without a byte order mark): the header, which is always
 * there, and a row for each record. Absent cells are empty.
 */
export function csvText<T>(
  header: readonly string[],
  records: readonly T[],
  cellsOf: (record: T) => readonly Cell[],
  newline: '\n' | '\r\n',
): string {
  const parts = [Papa.unparse([[...header]], { newline })];
  for (let at = 0; at < records.length; at += BATCH) {
    const data = records.slice(at, at + BATCH).map((record) => [...cellsOf(record)]);
    parts.push(Papa.unparse(data, { newline }));
  }
  return parts.join(newline) + newline;
}
