import { weightsOfVersion } from '../evidence/weight-changes.ts';
import { DEFAULT_WEIGHTS } from '../evidence/weights.ts';
import { layGround } from '../knowledge/ground.ts';
import type { ClaimView, EntityRef, RelationSummary } from '../knowledge/knowledge-base.ts';
import type { Claim } from '../model/claim.ts';
import type { GraphDocument } from '../model/graph-document.ts';
import type { EntityId, RelationId } from '../model/ids.ts';

/** What a writer wants to say beside the claims themselves. */
export interface WeighedGraph {
  /** Version of the weights table that it is weighed by. */
  readonly weights: string;
  entity(id: EntityId): EntityRef;
  claim(claim: Claim): ClaimView;
  /** What the claims of its relation or statement amount to; undefined for a figure. */
  relation(claim: Claim): RelationSummary | undefined;
}

/**
 * Weighs the claims of a graph for an export, by the table that its manifest names: a file says what was on the screen.
 * The graph must have passed `checkGraph`.
 */
export function weighGraph(graph: GraphDocument): WeighedGraph {
  const { views, table, topics, weights } = layGround(
    graph,
    weightsOfVersion(graph.manifest?.weights ?? DEFAULT_WEIGHTS.version),
  );
  const summaries = new Map<RelationId, RelationSummary>();
  // Of a graph without its denials no verdict stands alone, in whatever table or drawing it is.
  const isClosed = graph.manifest?.closedUnderEvidence !== false;
  const told = (summary: RelationSummary): RelationSummary =>
    isClosed ? summary : { ...summary, verdictText: `${summary.verdictText} (denials were LEFT OUT on request)` };
  return {
    weights: weights.version,
    entity: (id) => views.ref(id),
    claim: (claim) => views.claim(claim),
    relation: (claim) => {
      const id = table.relationOf(claim);
      const relation = id === undefined ? undefined : topics.relations.get(id);
      if (relation === undefined) return undefined;
      const known = summaries.get(relation.id) ?? told(views.summary(relation));
      summaries.set(relation.id, known);
      return known;
    },
  };
}
