import { partsOf } from '../../knowledge/merge-entities.ts';
import { unsureOf, withMarks } from '../../knowledge/unsure-pairs.ts';
import type { Entity } from '../../model/entity.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import type { EntityId } from '../../model/ids.ts';
import { byCodePoint } from '../../model/order.ts';

export { markUnsure, UNSURE_SAME, unsureOf } from '../../knowledge/unsure-pairs.ts';

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
