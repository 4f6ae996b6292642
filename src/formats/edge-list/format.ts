import { firstRow } from '../csv/delimiter.ts';
import { tableOf } from '../csv/table-columns.ts';
import type { Format } from '../format.ts';
import { readEdgeList } from './read-edge-list.ts';
import { suggestTable } from './suggest-table.ts';

const EXTENSIONS = ['.csv', '.tsv', '.tab', '.txt'];

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
    if (tableOf(cells) !== undefined || cells.length < 2) return 0;
    if (suggestTable(cells) !== undefined) return 2;
    return EXTENSIONS.some((extension) => name.toLowerCase().endsWith(extension)) ? 1 : 0;
  },
  read: readEdgeList,
};
