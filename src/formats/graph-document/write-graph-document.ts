import { GraphDocument } from '../../model/graph-document.ts';
import { UsageError } from '../../model/issue.ts';
import { byCodePoint } from '../../model/order.ts';
import type { Written } from '../format.ts';

/**
 * Writes a graph document as readable JSON: two spaces of indentation, fields in the order of the schema, records in the
 * order of the graph, a line break at the end; of a large graph one record in a line, which is half as long. The same graph
 * gives the same text. Nothing is lost.
 * Throws a ZodError for what is no graph document, and a UsageError for a graph too large for one text.
 */
export function writeGraphDocument(graph: GraphDocument): Written {
  const ordered = GraphDocument.parse(graph);
  const entities = ordered.entities.map((entity) => {
    if (entity.sameAs === undefined) return entity;
    const schemes = Object.entries(entity.sameAs).toSorted(([a], [b]) => byCodePoint(a, b));
    return { ...entity, sameAs: Object.fromEntries(schemes) };
  });
  const document = { ...ordered, entities };
  const records = ordered.sources.length + entities.length + ordered.claims.length;
  const text = records > MOST_INDENTED ? recordsByLine(document) : `${JSON.stringify(document, null, 2)}\n`;
  return { files: [{ name: 'ascribe-graph.json', text }], losses: [] };
}

/** More records than this nobody reads through. */
const MOST_INDENTED = 100_000;
/** No JavaScript engine is sure to hold a longer text. */
const MOST_UNITS = 500_000_000;

function recordsByLine({ sources, entities, claims, ...head }: GraphDocument): string {
  const parts: string[] = [`${JSON.stringify(head).slice(0, -1)}`];
  let length = 0;
  for (const [name, records] of Object.entries({ sources, entities, claims })) {
    parts.push(`,\n"${name}":[`);
    records.forEach((record, i) => {
      const line = `${i === 0 ? '' : ','}\n${JSON.stringify(record)}`;
      length += line.length;
      parts.push(line);
    });
    parts.push('\n]');
    if (length > MOST_UNITS) {
      throw new UsageError('The graph is too large for one graph document. Take a part of it, or a format of tables.');
    }
  }
  parts.push('\n}\n');
  return parts.join('');
}
