import type { Attribute } from '../model/attributes.ts';
import type { Entity } from '../model/entity.ts';
import type { GraphDocument } from '../model/graph-document.ts';
import { EntityId } from '../model/ids.ts';

/** The attribute by which an entity says that a person was unsure whether another is the same: its value is the other's id. */
export const UNSURE_SAME = 'unsure-same-as';

function isMark(one: Attribute): boolean {
  return one.name === UNSURE_SAME && EntityId.safeParse(one.value).success;
}

/** The ids of entities that may be the same as this one, as far as a person said so. */
export function unsureOf({ attributes = [] }: Pick<Entity, 'attributes'>): EntityId[] {
  const ids = attributes.flatMap((one) => (isMark(one) ? [EntityId.parse(one.value)] : []));
  return [...new Set(ids)];
}

/** The entity with other marks in place of its own. */
export function withMarks(entity: Entity, others: readonly EntityId[]): Entity {
  const { attributes = [], ...rest } = entity;
  const kept = attributes.filter((one) => !isMark(one));
  const next = [...kept, ...others.map((value) => ({ name: UNSURE_SAME, value }))];
  return next.length === 0 ? rest : { ...rest, attributes: next };
}

/** The entity as its file has it: that somebody was unsure of it since makes it no other. */
export function withoutMarks(entity: Entity): Entity {
  return entity.attributes?.some(isMark) === true ? withMarks(entity, []) : entity;
}

/** A graph in which both entities of each pair say that they may be the same. Pairs that are one entity say nothing. */
export function markUnsure(graph: GraphDocument, pairs: readonly (readonly [EntityId, EntityId])[]): GraphDocument {
  const marks = new Marks();
  for (const [a, b] of pairs) {
    if (a === b) continue;
    marks.add(a, b);
    marks.add(b, a);
  }
  return marks.size === 0
    ? graph
    : { ...graph, entities: graph.entities.map((entity) => marks.addTo(entity, unsureOf(entity))) };
}

/**
 * The entities of a merged graph with the marks of all that they are made of. `idOf` is what an entity of one of the graphs is
 * called now, or into which it was taken; a mark of one that its graph does not hold stays as it is.
 */
export function carryMarks(
  entities: readonly Entity[],
  graphs: readonly { readonly name: string; readonly graph: GraphDocument }[],
  idOf: (name: string, id: EntityId) => EntityId,
): readonly Entity[] {
  const marks = new Marks();
  for (const { name, graph } of graphs) {
    const marked = graph.entities.map((entity) => [entity.id, unsureOf(entity)] as const);
    if (marked.every(([, others]) => others.length === 0)) continue;
    const own = new Set(graph.entities.map(({ id }) => id));
    for (const [id, others] of marked) {
      for (const other of others) marks.add(idOf(name, id), own.has(other) ? idOf(name, other) : other);
    }
  }
  return marks.size === 0 ? entities : entities.map((entity) => marks.addTo(entity, []));
}

/** Of each entity, those that may be the same as it. */
class Marks {
  readonly #byId = new Map<EntityId, Set<EntityId>>();

  get size(): number {
    return this.#byId.size;
  }

  add(one: EntityId, other: EntityId): void {
    const known = this.#byId.get(one) ?? new Set<EntityId>();
    this.#byId.set(one, known.add(other));
  }

  /** An entity that is marked, with these marks behind those that it is to have anyhow. */
  addTo(entity: Entity, first: readonly EntityId[]): Entity {
    const others = this.#byId.get(entity.id);
    if (others === undefined) return entity;
    return withMarks(
      entity,
      [...new Set([...first, ...others])].filter((other) => other !== entity.id),
    );
  }
}
