import type { EntityId, RelationId } from '../model/ids.ts';
import { byCodePoint } from '../model/order.ts';
import type { Ground } from './ground.ts';
import type { Relation } from './topics.ts';
import { wholesBy } from './wholes.ts';

/**
 * Denials of the same, or of a broader form of it, of a whole that one end of a relation is said to be part of: "denies
 * backing the armed groups" beside "backs this one of them". Nobody said as much of the part, so they weigh nothing
 * here; a reader would want to know of them. In code-point order.
 */
export function relatedDenials({ table, wholes }: Ground, relation: Relation): RelationId[] {
  const { id, subject, type, object } = relation;
  if (object === undefined) return [];
  const orWholes = (end: EntityId): EntityId[] => [...new Set([end, ...(wholes.get(end) ?? [])])];
  const types = new Set([type, ...table.rollUp.wider(type)]);
  const found = orWholes(subject).flatMap((from) =>
    orWholes(object).flatMap((to) => {
      if (from === subject && to === object) return [];
      return table
        .between(from, to)
        .filter((other) => other.id !== id && types.has(other.type))
        .filter((other) => (other.subject === from && other.object === to) || table.rollUp.isSymmetric(other.type))
        .filter((other) => table.evidence(other.id).explicitDenial)
        .map((other) => other.id);
    }),
  );
  return [...new Set(found)].toSorted(byCodePoint);
}

/** The denials related to a relation, and the relations that say what its ends are part of, by which they are found. */
export function relatedWithParts(ground: Ground, relation: Relation): RelationId[] {
  const denials = relatedDenials(ground, relation);
  if (denials.length === 0) return [];
  const ends = new Set(
    denials.flatMap((id) => {
      const denied = ground.table.get(id);
      return denied === undefined ? [] : [denied.subject, denied.object];
    }),
  );
  const parts = [relation.subject, relation.object].flatMap((end) =>
    end === undefined
      ? []
      : (ground.wholes.get(end) ?? [])
          .filter((whole) => ends.has(whole))
          .flatMap((whole) => wholesBy(ground.table, end, whole)),
  );
  return [...denials, ...parts];
}
