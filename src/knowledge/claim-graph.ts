import { MultiDirectedGraph } from 'graphology';
import { type Claim, isRelationClaim, type Speaker, type Stance } from '../model/claim.ts';
import type { GraphDocument } from '../model/graph-document.ts';
import type { SourceId, TypeId } from '../model/ids.ts';

export interface ClaimNode {
  readonly name: string;
  readonly kind: string;
}

/** What the edge of a claim carries. */
export interface ClaimEdge {
  readonly type: TypeId;
  readonly stance: Stance;
  readonly source: SourceId;
  readonly speaker: Speaker;
  /** w/(1+w), in [0, 1) (EVIDENCE E4). */
  readonly confidence: number;
}

export type ClaimGraph = MultiDirectedGraph<ClaimNode, ClaimEdge>;

/**
 * The claim graph: one node per entity, one edge per claim of a relation, keyed by their ids. Parallel edges are normal
 * and never merged. Figures and statements hang on their entity, not on an edge, and are not in it.
 */
export function buildClaimGraph(document: GraphDocument, confidence: (claim: Claim) => number): ClaimGraph {
  const graph: ClaimGraph = new MultiDirectedGraph<ClaimNode, ClaimEdge>();
  for (const { id, name, kind } of document.entities) graph.addNode(id, { name, kind });
  for (const claim of document.claims) {
    if (!isRelationClaim(claim)) continue;
    const { type, stance, source, speaker } = claim;
    graph.addDirectedEdgeWithKey(claim.id, claim.subject, claim.object, {
      type,
      stance,
      source,
      speaker,
      confidence: confidence(claim),
    });
  }
  return graph;
}
