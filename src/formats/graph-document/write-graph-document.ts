import { GraphDocument } from '../../model/graph-document.ts';
import { byCodePoint } from '../../model/order.ts';
import type { Written } from '../format.ts';

/**
 * Writes a graph document as readable JSON: two spaces of indentation, fields in the order of the schema, records in the
 * order of the graph, a line break at the end. The same graph gives the same text. Nothing is lost.
 * Throws a ZodError for what is no graph document.
 */
export function writeGraphDocument(graph: GraphDocument): Written {
  const ordered = GraphDocument.parse(graph);
  const entities = ordered.entities.map((entity) => {
    if (entity.sameAs === undefined) return entity;
    const schemes = Object.entries(entity.sameAs).toSorted(([a], [b]) => byCodePoint(a, b));
    return { ...entity, sameAs: Object.fromEntries(schemes) };
  });
  const text = `${JSON.stringify({ ...ordered, entities }, null, 2)}\n`;
  return { files: [{ name: 'ascribe-graph.json', text }], losses: [] };
}
