import { UsageError } from '../model/issue.ts';
import { writeCsv } from './csv/write-csv.ts';
import type { Format } from './format.ts';
import { writeGexf } from './gexf/write-gexf.ts';
import { readGraphDocument } from './graph-document/read-graph-document.ts';
import { writeGraphDocument } from './graph-document/write-graph-document.ts';

/** All formats, the lossless one first. Safe in a browser. */
export const FORMATS: readonly Format[] = [
  {
    id: 'json',
    label: 'Graph document (JSON)',
    mediaType: 'application/json',
    extensions: ['.json'],
    write: writeGraphDocument,
    read: readGraphDocument,
  },
  {
    id: 'gexf',
    label: 'GEXF 1.3 (Gephi, Gephi Lite)',
    mediaType: 'application/gexf+xml',
    extensions: ['.gexf'],
    write: writeGexf,
  },
  {
    id: 'csv',
    label: 'CSV tables (claims, entities, sources)',
    mediaType: 'text/csv',
    extensions: ['.csv'],
    write: writeCsv,
  },
];

/** The format of an id. Throws a UsageError that names the formats there are. */
export function formatById(id: string): Format {
  const format = FORMATS.find((candidate) => candidate.id === id);
  if (format !== undefined) return format;
  const known = FORMATS.map((candidate) => candidate.id);
  throw new UsageError(`There is no format ${JSON.stringify(id)}. There are ${known.join(', ')}.`, known);
}
