import { expect } from 'vitest';
import { ForeignGraph } from '../../../src/formats/foreign/foreign-graph.ts';
import type { ForeignEdge, ForeignNode, ForeignOptions } from '../../../src/formats/foreign/records.ts';
import type { ReadResult } from '../../../src/formats/format.ts';
import { checkGraph } from '../../../src/model/check-graph.ts';
import { GraphDocument } from '../../../src/model/graph-document.ts';

/** What comes of nodes and edges. */
export async function gather(
  nodes: readonly ForeignNode[],
  edges: readonly ForeignEdge[],
  options: Partial<ForeignOptions> = {},
): Promise<ReadResult> {
  const foreign = new ForeignGraph({ file: 'net.gexf', format: 'gexf', ...options });
  for (const node of nodes) foreign.addNode(node);
  for (const edge of edges) foreign.addEdge(edge);
  return await foreign.finish();
}

/** The graph, which must be one that the schema and the checks take. */
export function graphOf({ graph, issues }: ReadResult): GraphDocument {
  expect(issues.filter((issue) => issue.severity === 'error')).toEqual([]);
  const parsed = GraphDocument.parse(graph);
  expect(parsed).toEqual(graph);
  expect(checkGraph(parsed).filter((issue) => issue.severity === 'error')).toEqual([]);
  return parsed;
}

export const AB: readonly ForeignNode[] = [
  { key: 'a', label: 'Ann' },
  { key: 'b', label: 'Ben' },
];

/** An edge from a to b with these attributes; of a list there is one for each item. */
export function edgeWith(values: Readonly<Record<string, string | number | readonly string[]>>): ForeignEdge {
  const attributes = Object.entries(values).flatMap(([name, found]) =>
    (typeof found === 'object' ? found : [found]).map((value) => ({ name, value })),
  );
  return { from: 'a', to: 'b', attributes };
}
