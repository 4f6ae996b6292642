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

/**
 * The relations of a trace with their ends; those that are not drawn are left out. `at` is the one of them that is looked
 * at, and becomes the centre if it is drawn.
 */
export function emphasiseTrace(graph: DrawnGraph, edges: readonly string[], at?: string): Emphasis | undefined {
  const drawn = edges.filter((edge) => graph.hasEdge(edge));
  if (drawn.length === 0) return undefined;
  return {
    nodes: new Set(drawn.flatMap((edge) => graph.extremities(edge))),
    edges: new Set(drawn),
    ...(at !== undefined && drawn.includes(at) ? { centre: at } : {}),
  };
}

/** Whether an entity is what is looked at, or an end of the relation that is. */
export function isCentral(graph: DrawnGraph, node: string, { centre }: Emphasis): boolean {
  if (centre === undefined) return false;
  return node === centre || (graph.hasEdge(centre) && graph.hasExtremity(centre, node));
}
