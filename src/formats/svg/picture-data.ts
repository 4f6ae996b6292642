import { weightsOfVersion } from '../../evidence/weight-changes.ts';
import { DEFAULT_WEIGHTS } from '../../evidence/weights.ts';
import { layGround } from '../../knowledge/ground.ts';
import type { EntityRef, RelationSummary } from '../../knowledge/knowledge-base.ts';
import { VERDICT_ORDER } from '../../knowledge/words.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import type { EntityId } from '../../model/ids.ts';
import { byCodePoint } from '../../model/order.ts';

/** What a picture of a graph shows, and how much of the graph it does not. */
export interface PictureData {
  /** Those that stand in a relation, in code-point order of their ids; `claims` counts those on their relations. */
  readonly entities: readonly (EntityRef & { readonly claims: number })[];
  /** Between two of these; those of weaker verdicts first, so that what stands is drawn on top. */
  readonly relations: readonly (RelationSummary & { readonly object: EntityRef })[];
  readonly notDrawn: {
    /** Entities that stand in a relation, and relations, beyond the limit. */
    readonly entities: number;
    readonly relations: number;
    /** Entities that stand in no relation here. */
    readonly alone: number;
  };
  /** Version of the weights table. */
  readonly weights: string;
}

/** More than these can neither be read nor laid out in a reasonable time. */
export const MOST_DRAWN = 1000;

/** What of a graph is drawn: of too many entities those with the most claims. The graph must have passed `checkGraph`. */
export function pictureData(graph: GraphDocument, most = MOST_DRAWN): PictureData {
  const { topics, views, weights } = layGround(
    graph,
    weightsOfVersion(graph.manifest?.weights ?? DEFAULT_WEIGHTS.version),
  );
  const relations = [...topics.relations.values()].flatMap(({ id, subject, object, claims }) =>
    object === undefined ? [] : [{ id, ends: new Set([subject, object]), claims: claims.length }],
  );
  const claims = new Map<EntityId, number>();
  for (const relation of relations) {
    for (const end of relation.ends) claims.set(end, (claims.get(end) ?? 0) + relation.claims);
  }
  const drawn = new Set(
    [...claims.keys()].sort((a, b) => (claims.get(b) ?? 0) - (claims.get(a) ?? 0) || byCodePoint(a, b)).slice(0, most),
  );
  const kept = relations.filter(({ ends }) => [...ends].every((end) => drawn.has(end)));
  return {
    entities: [...drawn].sort(byCodePoint).map((id) => ({ ...views.ref(id), claims: claims.get(id) ?? 0 })),
    relations: views
      .summaries(kept.map(({ id }) => id))
      .flatMap((summary) => (summary.object === undefined ? [] : [{ ...summary, object: summary.object }]))
      .toSorted(
        (a, b) =>
          VERDICT_ORDER.indexOf(b.verdict) - VERDICT_ORDER.indexOf(a.verdict) ||
          a.belief - b.belief ||
          byCodePoint(a.id, b.id),
      ),
    notDrawn: {
      entities: claims.size - drawn.size,
      relations: relations.length - kept.length,
      alone: graph.entities.filter(({ id }) => !claims.has(id)).length,
    },
    weights: weights.version,
  };
}
