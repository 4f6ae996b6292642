import type { GraphDocument } from '../model/graph-document.ts';
import { cutText } from '../model/text.ts';
import { wholeGraph } from './subgraph.ts';

/** What is said of a graph from which denials were taken out. */
export const WITHOUT_DENIALS =
  'Denials and doubts were left out of this file, as somebody asked. Its verdicts are reckoned without them, and are not what the graph comes to.';

/**
 * The graph without the claims that deny or doubt, for a person who asked for that expressly. Its manifest says so: it is
 * not closed under evidence, and its verdicts are no longer those of the whole. The words stand in the selection too, since every
 * format shows that. `weights` are those of a graph that has no manifest yet. Where nothing denies or
 * doubts, the graph is given back as it is: what was left out of it before stays said.
 */
export function withoutDenials(
  graph: GraphDocument,
  taken: Date,
  weights: string,
): { readonly graph: GraphDocument; readonly leftOut: number } {
  const claims = graph.claims.filter(({ stance }) => stance === 'asserts');
  const leftOut = graph.claims.length - claims.length;
  if (leftOut === 0) return { graph, leftOut };
  const manifest = graph.manifest ?? wholeGraph(graph, taken, weights).manifest;
  if (manifest === undefined) throw new RangeError('a whole graph has no manifest');
  const denials = (manifest.leftOut.denials ?? 0) + leftOut;
  const what = denials === 1 ? '1 claim that denies or doubts was' : `${denials} claims that deny or doubt were`;
  const told = `${what} LEFT OUT on request: verdicts here are not those of the whole graph; `;
  return {
    leftOut,
    graph: {
      ...graph,
      claims,
      manifest: {
        ...manifest,
        selection: cutText(`${told}${manifest.selection}`, 4500),
        leftOut: { ...manifest.leftOut, claims: manifest.leftOut.claims + leftOut, denials },
        closedUnderEvidence: false,
      },
    },
  };
}
