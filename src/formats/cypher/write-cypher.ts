import { WITHOUT_DENIALS } from '../../knowledge/without-denials.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import type { WriteOptions, Written } from '../format.ts';
import type { Column } from '../neo4j/columns.ts';
import { lacksDenials, neo4jLosses, propertyGraph } from '../neo4j/property-graph.ts';
import { mapLiteral, textLiteral } from './cypher-literal.ts';

/** Rows of one parameter: a command must fit in what a client takes as one line. */
const ROWS = 500;

const SHAPES = {
  claims:
    'Claims are nodes: (:AscribeClaim)-[:ASSERTS|DENIES|DOUBTS]->(:AscribeRelation), with SUBJECT, OBJECT, SAID_BY, SOURCED_FROM.',
  edges:
    'Claims are arrows between (:AscribeEntity): ASSERTED, DENIED or DOUBTED. A path over ASSERTED alone goes along no denial.',
} as const;

/**
 * A label that no other data of the database is likely to have: what it holds already is neither joined with a record of the
 * same id, nor bound by the constraints.
 */
function ownLabel(label: string): string {
  return `Ascribe${label}`;
}

/**
 * Sets the properties of a record, and takes off those that it had before and has no more. Properties that somebody else
 * gave to it stay. `kept` is the one that it is known by, which may not be without a value for a moment.
 */
function setting(variable: string, columns: readonly Column[], row: string, kept: string): string {
  const none = columns.flatMap(([name]) => (name === kept ? [] : [`${name}: null`]));
  return `SET ${variable} += {${none.join(', ')}}, ${variable} += ${row}`;
}

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
 * no label, type or name of a property comes from it. Running it again changes nothing: records are merged by id, among
 * those of Ascribe, whose labels begin with its name.
 */
export function writeCypher(graph: GraphDocument, { shape = 'claims' }: WriteOptions = {}): Written {
  const { nodes, links } = propertyGraph(graph, shape);
  const parts: string[][] = [
    [
      `// ${SHAPES[shape]}`,
      ...(lacksDenials(graph) ? [`// ${WITHOUT_DENIALS}`] : []),
      '// Run it with: cypher-shell --file ascribe.cypher',
      ...nodes.map(
        ({ label }) =>
          `CREATE CONSTRAINT ascribe_${label.toLowerCase()} IF NOT EXISTS FOR (n:${ownLabel(label)}) REQUIRE n.id IS UNIQUE;`,
      ),
    ],
  ];
  for (const { label, columns, rows } of nodes) {
    const statement = `UNWIND $rows AS row MERGE (n:${ownLabel(label)} {id: row.id}) ${setting('n', columns, 'row', 'id')};`;
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
    const ends = `MATCH (a:${ownLabel(from)} {id: row.from}), (b:${ownLabel(to)} {id: row.to})`;
    const set = key === undefined ? '' : ` ${setting('r', columns, 'row.properties', key)}`;
    parts.push(overRows(texts, `UNWIND $rows AS row ${ends} MERGE (a)-${arrow}->(b)${set};`));
  }
  const text = parts.map((lines) => `${lines.join('\n')}\n`).join('');
  return { files: [{ name: 'ascribe.cypher', text }], losses: neo4jLosses(graph, shape) };
}
