import type { Weighing } from '../evidence/fuse.ts';
import { Origins } from '../evidence/origins.ts';
import type { ClaimView, EntityRef, RelationSummary } from '../knowledge/knowledge-base.ts';
import { deriveTopics } from '../knowledge/topics.ts';
import { Views } from '../knowledge/views.ts';
import { type Claim, isLiteralClaim, isRelationClaim } from '../model/claim.ts';
import type { GraphDocument } from '../model/graph-document.ts';
import type { EntityId, RelationId } from '../model/ids.ts';
import { literalRelationOf, relationOf } from '../model/relation.ts';

/** What a writer wants to say beside the claims themselves. */
export interface WeighedGraph {
  entity(id: EntityId): EntityRef;
  claim(claim: Claim): ClaimView;
  /** What the claims of its relation or statement amount to; undefined for a figure. */
  relation(claim: Claim): RelationSummary | undefined;
}

/** Weighs the claims of a graph for an export. The graph must have passed `checkGraph`. */
export function weighGraph(graph: GraphDocument): WeighedGraph {
  const weighing: Weighing = {
    sources: new Map(graph.sources.map((source) => [source.id, source])),
    entities: new Map(graph.entities.map((entity) => [entity.id, entity])),
    origins: new Origins(graph),
  };
  const entities = new Map(graph.entities.map((entity) => [entity.id, entity]));
  const views = new Views(graph.ontology, entities, weighing);
  const { relations } = deriveTopics(graph, weighing);
  const summaries = new Map<RelationId, RelationSummary>();
  const summary = (id: RelationId): RelationSummary | undefined => {
    const relation = relations.get(id);
    if (relation === undefined) return undefined;
    const known = summaries.get(id) ?? views.summary(relation);
    summaries.set(id, known);
    return known;
  };
  return {
    entity: (id) => views.ref(id),
    claim: (claim) => views.claim(claim),
    relation: (claim) => {
      if (isRelationClaim(claim)) return summary(relationOf(claim, views.isSymmetric(claim.type)));
      return isLiteralClaim(claim) ? summary(literalRelationOf(claim)) : undefined;
    },
  };
}
