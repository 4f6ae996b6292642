import { contentHash } from '../model/content-hash.ts';
import type { GraphDocument } from '../model/graph-document.ts';

/**
 * What tells the records of one graph from those of another in a place that holds several (a database, a platform, linked
 * data), where two graphs may well have an entity "1" each: the title. It is the same in a graph, in each part of it and
 * after a correction, so that a record keeps its id there. A hash of the content would give each record a new one with
 * every correction, and the old one would stand beside it as if two said the same. A graph without a title has nothing
 * else than the content hash of the whole that it was taken from, and that is taken.
 */
export function graphName(graph: GraphDocument): string {
  return graph.title ?? graph.manifest?.graph ?? contentHash(graph);
}
