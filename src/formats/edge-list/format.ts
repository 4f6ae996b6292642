import { firstRow } from '../csv/delimiter.ts';
import { tableOf } from '../csv/table-columns.ts';
import type { Format } from '../format.ts';
import { columnsOfTable } from './columns-of-table.ts';
import { readEdgeList } from './read-edge-list.ts';
import { suggestTable } from './suggest-table.ts';

const TABLES = ['.csv', '.tsv', '.tab'];
const EXTENSIONS = [...TABLES, '.txt'];

export const EDGE_LIST: Format = {
  id: 'edge-list',
  label: 'Edge list (one table, a row per connection)',
  mediaType: 'text/csv',
  extensions: EXTENSIONS,
  help: 'For tables from a spreadsheet, Gephi, networkx or a database: two columns name what is joined, the others say more of it.',
  losses: [],
  sniff: (head, name) => {
    const cells = firstRow(head);
    // Its own tables say which columns are ends, too; they are read as what they are.
    if (tableOf(cells) !== undefined) return 0;
    if (suggestTable(columnsOfTable(head))?.isSure === true) return 2;
    // A text may be anything; a table by its name is told what it lacks, even if it is no table.
    const known = cells.length < 2 ? TABLES : EXTENSIONS;
    return known.some((extension) => name.toLowerCase().endsWith(extension)) ? 1 : 0;
  },
  read: readEdgeList,
};
