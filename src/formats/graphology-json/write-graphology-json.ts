import type { GraphDocument } from '../../model/graph-document.ts';
import type { KnownLoss, WriteOptions, Written } from '../format.ts';
import { GRAPH_JSON } from '../property-graph/names.ts';
import { propertyRows } from '../property-graph/rows.ts';

/** It has attributes of the graph as a whole, too, so nothing is lost. */
export const GRAPHOLOGY_LOSSES: readonly KnownLoss[] = [];

/**
 * Writes what graphology imports: a directed multigraph, one node per entity, one edge per claim of a relation with the
 * claim's id as its key; attributes as `propertyRows` has them, with `label`. Where places are given, nodes have `x` and
 * `y` (upwards, as in sigma). Attributes of the graph hold its description, and its ontology, title and manifest as
 * `graph.json`.
 */
export function writeGraphologyJson(graph: GraphDocument, { places }: WriteOptions = {}): Written {
  const rows = propertyRows(graph);
  const positions = new Map<string, { readonly x: number; readonly y: number }>(places);
  const nodes: string[] = [];
  for (const { id, label, attributes } of rows.nodes()) {
    const at = positions.get(id);
    const place = at !== undefined && Number.isFinite(at.x) && Number.isFinite(at.y) ? { x: at.x, y: -at.y } : {};
    nodes.push(JSON.stringify({ key: id, attributes: { label, ...place, ...Object.fromEntries(attributes) } }));
  }
  const edges: string[] = [];
  for (const { id, from, to, label, attributes } of rows.edges()) {
    edges.push(
      JSON.stringify({ key: id, source: from, target: to, attributes: { label, ...Object.fromEntries(attributes) } }),
    );
  }
  const { ontology, title, manifest } = graph;
  const whole = {
    ...(title === undefined ? {} : { title }),
    description: rows.description,
    [GRAPH_JSON]: JSON.stringify({ ontology, title, manifest }),
  };
  const text = [
    // Two claims on one pair are two edges: without `multi` graphology refuses the second.
    `{\n"options": ${JSON.stringify({ type: 'directed', multi: true, allowSelfLoops: true })},\n`,
    `"attributes": ${JSON.stringify(whole)},\n"nodes": [\n`,
    nodes.join(',\n'),
    '\n],\n"edges": [\n',
    edges.join(',\n'),
    '\n]\n}\n',
  ].join('');
  return { files: [{ name: 'ascribe-graph.graphology.json', text }], losses: [] };
}
