import type { InterestKind } from '../evidence/interest.ts';
import { type Claim, isRelationClaim } from '../model/claim.ts';
import type { Entity } from '../model/entity.ts';
import type { GraphDocument } from '../model/graph-document.ts';
import type { EntityId } from '../model/ids.ts';
import { byCodePoint } from '../model/order.ts';
import { claimPasses, topicPasses } from './claim-filter.ts';
import type { ClaimFilter, PictureRequest } from './knowledge-base.ts';
import type { Relation } from './topics.ts';

/** What is to be drawn, before it is made into views. */
export interface Drawing {
  readonly entities: readonly EntityId[];
  readonly relations: readonly Relation[];
  readonly hiddenByFilter: number;
  readonly hiddenByFocus: number;
  readonly hiddenByLimit: number;
}

/** Claims of a relation that pass a filter; none if the relation itself does not. */
export function passingClaims(
  relation: Relation,
  filter: ClaimFilter,
  kindOf: (id: EntityId) => Entity['kind'],
  interestOf: (claim: Claim) => InterestKind,
): number {
  const ends = [relation.subject, ...(relation.object === undefined ? [] : [relation.object])];
  if (!topicPasses(relation.evidence.verdict, ends.map(kindOf), filter)) return 0;
  return relation.claims.filter((claim) => claimPasses(claim, filter, interestOf)).length;
}

/** Entities within `depth` hops of `focus` over the given relations, nearest first. */
export function within(relations: readonly Relation[], focus: readonly EntityId[], depth: number): Set<EntityId> {
  const neighbours = new Map<EntityId, EntityId[]>();
  const join = (a: EntityId, b: EntityId): void => {
    const list = neighbours.get(a);
    if (list === undefined) neighbours.set(a, [b]);
    else list.push(b);
  };
  for (const { subject, object } of relations) {
    if (object === undefined) continue;
    join(subject, object);
    join(object, subject);
  }
  const reached = new Set(focus);
  let layer = [...focus];
  for (let hop = 0; hop < depth && layer.length > 0; hop++) {
    const next: EntityId[] = [];
    for (const at of layer) {
      for (const neighbour of neighbours.get(at) ?? []) {
        if (reached.has(neighbour)) continue;
        reached.add(neighbour);
        next.push(neighbour);
      }
    }
    layer = next;
  }
  return reached;
}

/**
 * Chooses what is drawn: relations between entities that pass the filter, within reach of the focus, between the
 * entities that the limit leaves. Every claim that is not drawn is counted under the first reason that hides it.
 */
export function draw(
  graph: GraphDocument,
  relations: readonly Relation[],
  request: PictureRequest,
  interestOf: (claim: Claim) => InterestKind,
): Drawing {
  const filter = request.filter ?? {};
  const kinds = new Map(graph.entities.map((entity) => [entity.id, entity.kind]));
  const fallback = graph.entities[0]?.kind;
  const kindOf = (id: EntityId): Entity['kind'] => {
    const kind = kinds.get(id) ?? fallback;
    if (kind === undefined) throw new RangeError(`no entity ${id}`);
    return kind;
  };
  const lines = relations.filter((relation) => relation.object !== undefined);
  const total = graph.claims.filter(isRelationClaim).length;
  const passing = lines
    .map((relation) => ({ relation, claims: passingClaims(relation, filter, kindOf, interestOf) }))
    .filter(({ claims }) => claims > 0);
  const sum = (list: readonly { claims: number }[]): number => list.reduce((n, { claims }) => n + claims, 0);
  const reach =
    request.focus === undefined || request.focus.length === 0
      ? undefined
      : within(
          passing.map(({ relation }) => relation),
          request.focus,
          request.depth ?? 1,
        );
  const near = passing.filter(
    ({ relation: { subject, object } }) =>
      reach === undefined || (reach.has(subject) && object !== undefined && reach.has(object)),
  );
  const weight = new Map<EntityId, number>();
  for (const { relation, claims } of near) {
    for (const end of [relation.subject, relation.object]) {
      if (end !== undefined) weight.set(end, (weight.get(end) ?? 0) + claims);
    }
  }
  for (const id of request.focus ?? []) weight.set(id, Number.POSITIVE_INFINITY);
  const ranked = [...weight].toSorted(([a, x], [b, y]) => (x === y ? byCodePoint(a, b) : y - x)).map(([id]) => id);
  const kept = new Set(ranked.slice(0, request.limit ?? Number.POSITIVE_INFINITY));
  const drawn = near.filter(
    ({ relation: { subject, object } }) => kept.has(subject) && object !== undefined && kept.has(object),
  );
  return {
    entities: ranked.filter((id) => kept.has(id)).toSorted(byCodePoint),
    relations: drawn.map(({ relation }) => relation).toSorted((a, b) => byCodePoint(a.id, b.id)),
    hiddenByFilter: total - sum(passing),
    hiddenByFocus: sum(passing) - sum(near),
    hiddenByLimit: sum(near) - sum(drawn),
  };
}
