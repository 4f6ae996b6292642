import type { Format } from '../format.ts';
import { NEO4J_LOSSES } from '../neo4j/property-graph.ts';
import { writeCypher } from './write-cypher.ts';

export const CYPHER: Format = {
  id: 'cypher',
  label: 'Cypher script (Neo4j)',
  mediaType: 'application/x-cypher-query',
  extensions: ['.cypher', '.cql'],
  help: 'To put the graph into a Neo4j that is running, beside what it holds: one script for cypher-shell. Claims are nodes, unless plain edges are asked for.',
  losses: NEO4J_LOSSES,
  write: writeCypher,
};
