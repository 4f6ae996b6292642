import type { z } from 'zod';
import { parseRecord } from '../../model/parse-record.ts';
import type { Findings } from '../foreign/findings.ts';
import type { ReadInput, ReadOptions } from '../format.ts';
import { ReadFailure } from '../read-failure.ts';
import { readRecords } from './read-records.ts';
import { planRows, type RawRecord, type RowPlan } from './row-record.ts';
import { type TableMeaning, tableOf } from './table-columns.ts';

/** The header of a file and what it means. Throws a ReadFailure where no rows can be read by it. */
function planTable(file: string, cells: readonly string[]): { readonly table: TableMeaning; readonly plan: RowPlan } {
  const header = cells.map((cell, i) => (cell.trim() === '' ? `column ${i + 1}` : cell.trim()));
  const twice = header.find((column, i) => header.indexOf(column) !== i);
  if (twice !== undefined) {
    throw new ReadFailure({
      code: 'invalid-format',
      file,
      line: 1,
      message: `Two columns are called ${JSON.stringify(twice)}`,
      expected: 'a name of its own for each column',
      remedy: 'Rename one',
    });
  }
  const table = tableOf(header);
  if (table === undefined) {
    throw new ReadFailure({
      code: 'invalid-format',
      file,
      line: 1,
      message: 'The header is that of no table of Ascribe',
      expected: 'claims.csv, entities.csv or sources.csv as `ascribe export --format csv` writes them',
      got: header.slice(0, 12).join(', '),
      remedy: 'Read it as an edge list, and say what its columns mean',
    });
  }
  return { table, plan: planRows(table, header) };
}

/** Reads the rows of one table after its header, and says which table it is. Bad rows are told with their line. */
export async function readTable(
  input: ReadInput,
  options: ReadOptions,
  findings: Findings,
  take: (table: TableMeaning, plan: RowPlan, cells: readonly string[], line: number) => void,
): Promise<TableMeaning> {
  let planned: ReturnType<typeof planTable> | undefined;
  const begun = (): ReturnType<typeof planTable> => {
    if (planned === undefined) throw new RangeError('no row comes before the first');
    return planned;
  };
  await readRecords(input, options, {
    begin: (cells) => {
      planned = planTable(input.name, cells);
      return { width: cells.length, isRecord: false };
    },
    record: (cells, line) => {
      const { table, plan } = begun();
      take(table, plan, cells, line);
    },
    bad: (issue, place) => {
      findings.bad(issue, place);
    },
  });
  return begun().table;
}

/** Checks one raw record; tells what is wrong with it and at which line. */
export function checkRow<T>(
  schema: z.ZodType<T>,
  raw: RawRecord,
  { file, line }: { readonly file: string; readonly line: number },
  findings: Findings,
): T | undefined {
  const parsed = parseRecord(schema, raw);
  if (parsed.value !== undefined) return parsed.value;
  const [first, ...others] = parsed.issues;
  // One record is left out once, however much is wrong with it.
  if (first !== undefined) findings.bad({ ...first, file, line });
  for (const issue of others) findings.tell({ ...issue, file, line, severity: findings.refused ? 'error' : 'warning' });
  return undefined;
}
