import { firstRow } from '../csv/delimiter.ts';
import type { Format } from '../format.ts';
import { beginsWithEntity } from './layout.ts';
import { FTM_LOSSES, FTM_STATEMENT_LOSSES } from './losses.ts';
import { readFtm } from './read-ftm.ts';
import { readStatements } from './read-statements.ts';
import { writeFtm, writeStatements } from './write-ftm.ts';

export const FTM: Format = {
  id: 'ftm',
  label: 'FollowTheMoney entities (JSON lines)',
  mediaType: 'application/json+ftm',
  extensions: ['.ftm.json', '.ftm', '.ijson', '.jsonl', '.json'],
  help:
    'For Aleph, OpenSanctions and other tools of investigative journalism: one link per claim, in a data set of its ' +
    'speaker. They take a denial for a link: filter by description. Ids stay as they are; the command “ftm sign” keeps graphs that use the same ones apart.',
  readHelp:
    'Each link, and each property that names another entity, becomes a claim of its data set. What Ascribe wrote is read back with its speakers and denials.',
  losses: FTM_LOSSES,
  sniff: (head, name) => (beginsWithEntity(head) ? 2 : /\.(?:ftm|ijson)$|\.ftm\.json$/iu.test(name) ? 1 : 0),
  write: writeFtm,
  read: readFtm,
};

export const FTM_STATEMENTS: Format = {
  id: 'ftm-statements',
  label: 'FollowTheMoney statements (CSV)',
  mediaType: 'text/csv',
  extensions: ['.statements.csv', '.csv'],
  help: 'For nomenklatura and other tools that join data sets statement by statement: one row for each value.',
  readHelp: 'Each row is one value of one entity, in a data set. Links become claims of the data set that states them.',
  losses: FTM_STATEMENT_LOSSES,
  sniff: (head) => {
    const header = firstRow(head);
    return ['canonical_id', 'prop', 'schema', 'value', 'dataset'].every((name) => header.includes(name)) ? 2 : 0;
  },
  write: writeStatements,
  read: readStatements,
};
