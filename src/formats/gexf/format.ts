import type { Format } from '../format.ts';
import { startsWithTag } from '../xml/starts-with-tag.ts';
import { readGexf } from './read-gexf.ts';
import { GEXF_LOSSES, writeGexf } from './write-gexf.ts';

export const GEXF: Format = {
  id: 'gexf',
  label: 'GEXF 1.3 (Gephi, Gephi Lite)',
  mediaType: 'application/gexf+xml',
  extensions: ['.gexf'],
  help: 'To draw and measure the graph in Gephi or Gephi Lite: one edge per claim, with its stance and verdict. Filter by stance first: these tools take a denial for a connection, and a figure for text.',
  readHelp:
    'Each edge becomes a claim of the file, each node an entity. Nothing in GEXF says who denies: what its attributes mean can be told below.',
  losses: GEXF_LOSSES,
  sniff: (head, name) => (startsWithTag(head, 'gexf') ? 2 : name.toLowerCase().endsWith('.gexf') ? 1 : 0),
  write: writeGexf,
  read: readGexf,
};
