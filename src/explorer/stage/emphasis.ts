import type { DrawnGraph } from './drawn-picture.ts';

/** What is looked at: these stand out, all else steps back. */
export interface Emphasis {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
  /** The one entity or relation that it is about. */
  readonly centre?: string;
}

/** An entity with its relations and neighbours. */
export function emphasiseNode(graph: DrawnGraph, node: string): Emphasis | undefined {
  if (!graph.hasNode(node)) return undefined;
  return { nodes: new Set([node, ...graph.neighbors(node)]), edges: new Set(graph.edges(node)), centre: node };
}

/** A relation with its two ends. */
export function emphasiseEdge(graph: DrawnGraph, edge: string): Emphasis | undefined {
  if (!graph.hasEdge(edge)) return undefined;
  return { nodes: new Set(graph.extremities(edge)), edges: new Set([edge]), centre: edge };
}

/** The relations of a trace with their ends; those that are not drawn are left out. */
export function emphasiseTrace(graph: DrawnGraph, edges: readonly string[]): Emphasis | undefined {
  const drawn = edges.filter((edge) => graph.hasEdge(edge));
  if (drawn.length === 0) return undefined;
  return { nodes: new Set(drawn.flatMap((edge) => graph.extremities(edge))), edges: new Set(drawn) };
}
