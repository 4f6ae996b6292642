import type { Format } from '../format.ts';
import { NEO4J_CSV_LOSSES, writeNeo4j } from './write-neo4j.ts';

export const NEO4J: Format = {
  id: 'neo4j',
  label: 'Neo4j import tables (neo4j-admin)',
  mediaType: 'text/csv',
  extensions: ['.csv'],
  help: 'To make a new Neo4j database of a large graph at once: typed tables for neo4j-admin, with the command. Claims are nodes, unless plain edges are asked for.',
  losses: NEO4J_CSV_LOSSES,
  // It is written only; other tables have its name.
  sniff: () => 0,
  write: writeNeo4j,
};
