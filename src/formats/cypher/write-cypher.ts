import { WITHOUT_DENIALS } from '../../knowledge/without-denials.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import type { KnownLoss, WriteOptions, Written } from '../format.ts';
import { graphName } from '../graph-name.ts';
import type { Column } from '../neo4j/columns.ts';
import { type LinkTable, lacksDenials, NEO4J_LOSSES, neo4jLosses, propertyGraph } from '../neo4j/property-graph.ts';
import { mapLiteral, textLiteral } from './cypher-literal.ts';

/** What a script cannot hold, whatever the graph. Its title is that by which records are told from those of another. */
export const CYPHER_LOSSES: readonly KnownLoss[] = NEO4J_LOSSES.filter(({ field }) => field !== 'title');

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

/** Statements run over rows, some at a time. Only the parameters hold data; the statements are the same for any graph. */
function overRows(rows: readonly string[], statements: readonly string[]): string[] {
  const lines: string[] = [];
  for (let at = 0; at < rows.length; at += ROWS) {
    lines.push(`:param rows => [${rows.slice(at, at + ROWS).join(', ')}]`, ...statements);
  }
  return lines;
}

/** A record of this graph. Records of another one may have the same id. */
function record(variable: string, label: string, id: string): string {
  return `(${variable}:${ownLabel(label)} {graph: $graph, id: ${id}})`;
}

/**
 * Takes the arrows off that the records of a label had at the last run, to be set anew: one that a record has no more would
 * stay otherwise. Nothing is taken off records that are not in this script, of which it may be a part only.
 */
function unlinking(label: string, links: readonly LinkTable[]): string[] {
  const own = links.filter(({ from, to, of }) => (of === 'from' && from === label) || (of === 'to' && to === label));
  return (['from', 'to'] as const).flatMap((end) => {
    const types = new Set(own.filter(({ of }) => of === end).map(({ type }) => type));
    if (types.size === 0) return [];
    const [left, right] = end === 'from' ? ['-', '->'] : ['<-', '-'];
    const arrows = `${left}[r:${[...types].join('|')}]${right}({graph: $graph})`;
    return [`UNWIND $rows AS row MATCH ${record('n', label, 'row.id')}${arrows} DELETE r;`];
  });
}

/**
 * Writes one script for cypher-shell or the Neo4j Browser. All data stands in parameters (`:param rows`), as texts of Cypher;
 * no label, type or name of a property comes from it. Running it again changes nothing: records are merged by id, among
 * those of this graph (its title, see `graphName`) and of Ascribe, whose labels begin with its name.
 */
export function writeCypher(graph: GraphDocument, { shape = 'claims' }: WriteOptions = {}): Written {
  const { nodes, links } = propertyGraph(graph, shape);
  const parts: string[][] = [
    [
      `// ${SHAPES[shape]}`,
      ...(lacksDenials(graph) ? [`// ${WITHOUT_DENIALS}`] : []),
      '// Run it with: cypher-shell --file ascribe.cypher',
      '// Claims that the graph has no more stay. To begin anew, put this behind the line ":param graph", without the slashes:',
      '// MATCH (n {graph: $graph}) WHERE any(label IN labels(n) WHERE label STARTS WITH "Ascribe") DETACH DELETE n;',
      `:param graph => ${textLiteral(graphName(graph))}`,
      ...nodes.map(
        ({ label }) =>
          `CREATE CONSTRAINT ascribe_${label.toLowerCase()} IF NOT EXISTS FOR (n:${ownLabel(label)}) REQUIRE (n.graph, n.id) IS UNIQUE;`,
      ),
    ],
  ];
  for (const { label, columns, rows } of nodes) {
    const merging = `UNWIND $rows AS row MERGE ${record('n', label, 'row.id')} ${setting('n', columns, 'row', 'id')};`;
    parts.push(
      overRows(
        rows.map((row) => mapLiteral(columns, row)),
        [merging, ...unlinking(label, links)],
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
    const ends = `MATCH ${record('a', from, 'row.from')}, ${record('b', to, 'row.to')}`;
    const set = key === undefined ? '' : ` ${setting('r', columns, 'row.properties', key)}`;
    parts.push(overRows(texts, [`UNWIND $rows AS row ${ends} MERGE (a)-${arrow}->(b)${set};`]));
  }
  const lines = parts.flat();
  return {
    files: [{ name: 'ascribe.cypher', text: `${lines.join('\n')}\n` }],
    losses: neo4jLosses(graph, shape).filter(({ field }) => field !== 'title'),
  };
}
