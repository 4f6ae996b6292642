import { partsOf } from '../../knowledge/merge-entities.ts';
import type { Attribute } from '../../model/attributes.ts';
import type { Entity } from '../../model/entity.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import { EntityId } from '../../model/ids.ts';
import { byCodePoint } from '../../model/order.ts';

/** The attribute by which an entity says that a person was unsure whether another is the same: its value is the other's id. */
export const UNSURE_SAME = 'unsure-same-as';

export interface MergedEntity {
  readonly id: EntityId;
  readonly name: string;
  readonly kind: string;
}

/** What a person made of entities of several graphs, as far as it can still be seen in the graph. */
export interface MergedView {
  /** Entities that others were taken into, and these as they were. */
  readonly joined: readonly { readonly into: MergedEntity; readonly taken: readonly MergedEntity[] }[];
  /** Pairs that were left apart because nobody was sure. */
  readonly unsure: readonly { readonly a: MergedEntity; readonly b: MergedEntity }[];
}

/** The parts of each merged entity, and the pairs that are marked as unsure, each once. */
export function mergedView({ entities, ontology }: GraphDocument): MergedView {
  const kinds = new Map(ontology.kinds.map(({ id, label }) => [id, label]));
  const shown = ({ id, name, kind }: Entity): MergedEntity => ({ id, name, kind: kinds.get(kind) ?? kind });
  const joined = entities.flatMap((entity) => {
    const parts = partsOf(entity);
    return parts === undefined ? [] : [{ into: shown(parts.base), taken: parts.taken.map(shown) }];
  });
  const byId = new Map<string, Entity>(entities.map((entity) => [entity.id, entity]));
  const pairs = new Map<string, MergedView['unsure'][number]>();
  for (const entity of entities) {
    for (const id of unsureOf(entity)) {
      const other = byId.get(id);
      // An entity that was taken into another, or is in no part of the graph, is no half of a pair.
      if (other === undefined || other === entity) continue;
      const [a, b] = byCodePoint(entity.id, other.id) < 0 ? [entity, other] : [other, entity];
      // Both say so, as a rule.
      pairs.set(JSON.stringify([a.id, b.id]), { a: shown(a), b: shown(b) });
    }
  }
  return { joined, unsure: [...pairs.values()] };
}

function isMark({ name }: Attribute): boolean {
  return name === UNSURE_SAME;
}

/** The ids of entities that may be the same as this one, as far as a person said so. */
export function unsureOf({ attributes = [] }: Pick<Entity, 'attributes'>): EntityId[] {
  const ids = attributes.flatMap((one) => (isMark(one) ? (EntityId.safeParse(one.value).data ?? []) : []));
  return [...new Set(ids)];
}

/** The entity with other marks in place of its own. */
function withMarks(entity: Entity, others: readonly EntityId[]): Entity {
  const { attributes = [], ...rest } = entity;
  const kept = attributes.filter((one) => !isMark(one) || !EntityId.safeParse(one.value).success);
  const next = [...kept, ...others.map((value) => ({ name: UNSURE_SAME, value }))];
  return next.length === 0 ? rest : { ...rest, attributes: next };
}

/** A graph in which the two no longer say of each other that they may be the same. */
export function withoutUnsure(graph: GraphDocument, a: EntityId, b: EntityId): GraphDocument {
  const left = (entity: Entity, other: EntityId): Entity => {
    const marks = unsureOf(entity);
    return marks.includes(other)
      ? withMarks(
          entity,
          marks.filter((id) => id !== other),
        )
      : entity;
  };
  return {
    ...graph,
    entities: graph.entities.map((entity) =>
      entity.id === a ? left(entity, b) : entity.id === b ? left(entity, a) : entity,
    ),
  };
}

/** A graph in which what was marked as perhaps the same as one entity is so marked for another, which it was taken into. */
export function withUnsureMoved(graph: GraphDocument, from: EntityId, to: EntityId): GraphDocument {
  return {
    ...graph,
    entities: graph.entities.map((entity) => {
      const marks = unsureOf(entity);
      // The one that others are taken into has the marks of all of them.
      if (!marks.includes(from) && entity.id !== to) return entity;
      const moved = new Set(marks.map((id) => (id === from ? to : id)));
      moved.delete(entity.id);
      return withMarks(entity, [...moved]);
    }),
  };
}

/** A graph in which both entities of each pair say that they may be the same. Pairs that are one entity say nothing. */
export function markUnsure(graph: GraphDocument, pairs: readonly (readonly [EntityId, EntityId])[]): GraphDocument {
  const marks = new Map<EntityId, Set<EntityId>>();
  const mark = (one: EntityId, other: EntityId): void => {
    const known = marks.get(one) ?? new Set<EntityId>();
    marks.set(one, known.add(other));
  };
  for (const [a, b] of pairs) {
    if (a === b) continue;
    mark(a, b);
    mark(b, a);
  }
  if (marks.size === 0) return graph;
  return {
    ...graph,
    entities: graph.entities.map((entity) => {
      const others = marks.get(entity.id);
      if (others === undefined) return entity;
      return withMarks(entity, [...new Set([...unsureOf(entity), ...others])]);
    }),
  };
}
