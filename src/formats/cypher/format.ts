import type { Format } from '../format.ts';
import { CYPHER_LOSSES, writeCypher } from './write-cypher.ts';

export const CYPHER: Format = {
  id: 'cypher',
  label: 'Cypher script (Neo4j)',
  mediaType: 'application/x-cypher-query',
  extensions: ['.cypher', '.cql'],
  help: 'To put the graph into a Neo4j that is running, beside what it holds: one script for cypher-shell. Records go by the title of the graph and their id. Claims are nodes, unless plain edges are asked for.',
  losses: CYPHER_LOSSES,
  write: writeCypher,
};
