import type { Format } from '../format.ts';
import { startsWithTag } from '../xml/starts-with-tag.ts';
import { readGraphml } from './read-graphml.ts';
import { GRAPHML_LOSSES, writeGraphml } from './write-graphml.ts';

export const GRAPHML: Format = {
  id: 'graphml',
  label: 'GraphML (yEd, Cytoscape, NetworkX, igraph, Neo4j)',
  mediaType: 'application/graphml+xml',
  extensions: ['.graphml', '.xml'],
  help: 'For yEd, Cytoscape, NetworkX, igraph or Gephi: one edge per claim, with its stance and verdict, and nothing lost on the way back. Filter by stance first: these tools take a denial for a connection.',
  readHelp:
    'Each edge becomes a claim of the file, each node an entity. Nothing in GraphML says who denies: what its attributes mean can be told below.',
  losses: GRAPHML_LOSSES,
  sniff: (head, name) => (startsWithTag(head, 'graphml') ? 2 : name.toLowerCase().endsWith('.graphml') ? 1 : 0),
  write: writeGraphml,
  read: readGraphml,
};
