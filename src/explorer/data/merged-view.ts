import { partsOf } from '../../knowledge/merge-entities.ts';
import type { Attribute } from '../../model/attributes.ts';
import type { Entity } from '../../model/entity.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import type { EntityId } from '../../model/ids.ts';
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
  const marked = entities.filter(({ attributes = [] }) => attributes.some(isMark));
  const byId = new Map<string, Entity>(marked.map((entity) => [entity.id, entity]));
  const unsure = marked.flatMap((entity) =>
    (entity.attributes ?? []).filter(isMark).flatMap(({ value }) => {
      const other = byId.get(String(value));
      // Both say so: the pair is told by the one whose id comes first.
      return other === undefined || byCodePoint(other.id, entity.id) <= 0
        ? []
        : [{ a: shown(entity), b: shown(other) }];
    }),
  );
  return { joined, unsure };
}

function isMark({ name }: Attribute): boolean {
  return name === UNSURE_SAME;
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
      const added = [...others].map((value) => ({ name: UNSURE_SAME, value }));
      return { ...entity, attributes: [...(entity.attributes ?? []), ...added] };
    }),
  };
}
