import type { GraphDocument } from '../../model/graph-document.ts';
import type { WriteOptions, Written } from '../format.ts';
import { neo4jLosses, propertyGraph } from '../neo4j/property-graph.ts';
import { mapLiteral, textLiteral } from './cypher-literal.ts';

/** Rows of one parameter: a command must fit in what a client takes as one line. */
const ROWS = 500;

const SHAPES = {
  claims:
    'Claims are nodes: (:Claim)-[:ASSERTS|DENIES|DOUBTS]->(:Relation), with SUBJECT, OBJECT, SAID_BY, SOURCED_FROM.',
  edges: 'Claims are arrows: ASSERTED, DENIED or DOUBTED. A path over ASSERTED alone goes along no denial.',
} as const;

/** A statement run over rows, some at a time. Only the parameter holds data; the statement is the same for any graph. */
function overRows(rows: readonly string[], statement: string): string[] {
  const lines: string[] = [];
  for (let at = 0; at < rows.length; at += ROWS) {
    lines.push(`:param rows => [${rows.slice(at, at + ROWS).join(', ')}]`, statement);
  }
  return lines;
}

/**
 * Writes one script for cypher-shell or the Neo4j Browser. All data stands in parameters (`:param rows`), as texts of Cypher;
 * no label, type or name of a property comes from it. Running it again changes nothing: records are merged by id.
 */
export function writeCypher(graph: GraphDocument, { shape = 'claims' }: WriteOptions = {}): Written {
  const { nodes, links } = propertyGraph(graph, shape);
  const parts: string[][] = [
    [
      `// ${SHAPES[shape]}`,
      '// Run it with: cypher-shell --file ascribe.cypher',
      ...nodes.map(
        ({ label }) =>
          `CREATE CONSTRAINT ascribe_${label.toLowerCase()} IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE;`,
      ),
    ],
  ];
  for (const { label, columns, rows } of nodes) {
    const statement = `UNWIND $rows AS row MERGE (n:${label} {id: row.id}) SET n = row;`;
    parts.push(
      overRows(
        rows.map((row) => mapLiteral(columns, row)),
        statement,
      ),
    );
  }
  for (const { type, from, to, columns, rows } of links) {
    const texts = rows.map((row) => {
      const properties = mapLiteral(columns, row.properties);
      return `{from: ${textLiteral(row.from)}, to: ${textLiteral(row.to)}, properties: ${properties}}`;
    });
    // Two arrows between the same two are told apart by their first property.
    const [key] = columns[0] ?? [];
    const arrow = key === undefined ? `[r:${type}]` : `[r:${type} {${key}: row.properties.${key}}]`;
    const ends = `MATCH (a:${from} {id: row.from}), (b:${to} {id: row.to})`;
    parts.push(overRows(texts, `UNWIND $rows AS row ${ends} MERGE (a)-${arrow}->(b) SET r = row.properties;`));
  }
  const text = parts.map((lines) => `${lines.join('\n')}\n`).join('');
  return { files: [{ name: 'ascribe.cypher', text }], losses: neo4jLosses(graph, shape) };
}
