import { tableOf } from '../csv/table-columns.ts';
import type { Format } from '../format.ts';
import { firstRows } from './columns-of-table.ts';
import { lookAt } from './plan-table.ts';
import { readEdgeList } from './read-edge-list.ts';

const TABLES = ['.csv', '.tsv', '.tab', '.edgelist'];
const EXTENSIONS = [...TABLES, '.txt'];

export const EDGE_LIST: Format = {
  id: 'edge-list',
  label: 'Edge list (one table, a row per connection)',
  mediaType: 'text/csv',
  extensions: EXTENSIONS,
  help: 'For tables from a spreadsheet, Gephi, networkx or a database: two columns name what is joined, the others say more of it. A table of things alone, with their keys and names, is read, too.',
  losses: [],
  sniff: (head, name) => {
    const cells = firstRows(head)[0] ?? [];
    // Its own tables say which columns are ends, too; they are read as what they are.
    if (tableOf(cells) !== undefined) return 0;
    if (lookAt(head).guess?.isSure === true) return 2;
    // A text may be anything; a table by its name is told what it lacks, even if it is no table.
    const known = cells.length < 2 ? TABLES : EXTENSIONS;
    return known.some((extension) => name.toLowerCase().endsWith(extension)) ? 1 : 0;
  },
  read: readEdgeList,
};
