import type { Format } from '../format.ts';
import { firstRow } from './delimiter.ts';
import { readCsv } from './read-csv.ts';
import { tableOf } from './table-columns.ts';
import { CSV_LOSSES, writeCsv } from './write-csv.ts';

export const CSV: Format = {
  id: 'csv',
  label: 'CSV tables (claims, entities, sources)',
  mediaType: 'text/csv',
  extensions: ['.csv'],
  help: 'To sort, count and filter claims in a spreadsheet or a statistics program: one row per claim.',
  readHelp:
    'Tables in Ascribe’s own columns: each row is a claim, an entity or a source, as it was written. Any other table is an edge list.',
  losses: CSV_LOSSES,
  // Any other table is an edge list.
  sniff: (head) => (tableOf(firstRow(head)) === undefined ? 0 : 2),
  write: writeCsv,
  read: (input, options) => readCsv([input], options),
  readTogether: readCsv,
};
