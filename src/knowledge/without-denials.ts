import type { GraphDocument } from '../model/graph-document.ts';
import { cutText } from '../model/text.ts';
import { wholeGraph } from './subgraph.ts';

/**
 * The graph without the claims that deny or doubt, for a person who asked for that expressly. Its manifest says so: it is
 * not closed under evidence, and its verdicts are no longer those of the whole. The words stand in the selection too, since every
 * format shows that. `weights` are those of a graph that has no manifest yet.
 */
export function withoutDenials(
  graph: GraphDocument,
  taken: Date,
  weights: string,
): { readonly graph: GraphDocument; readonly leftOut: number } {
  const claims = graph.claims.filter(({ stance }) => stance === 'asserts');
  const leftOut = graph.claims.length - claims.length;
  const manifest = graph.manifest ?? wholeGraph(graph, taken, weights).manifest;
  if (manifest === undefined) throw new RangeError('a whole graph has no manifest');
  const told = `${leftOut} claims that deny or doubt were LEFT OUT on request: verdicts here are not those of the whole graph; `;
  return {
    leftOut,
    graph: {
      ...graph,
      claims,
      manifest: {
        ...manifest,
        selection: cutText(`${told}${manifest.selection}`, 4500),
        leftOut: { ...manifest.leftOut, claims: manifest.leftOut.claims + leftOut },
        closedUnderEvidence: false,
      },
    },
  };
}
