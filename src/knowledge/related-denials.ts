import type { EntityId, RelationId } from '../model/ids.ts';
import type { Ground } from './ground.ts';
import type { Relation } from './topics.ts';

/**
 * Denials of the same, or of a broader form of it, of a whole that one end of a relation is said to be part of: "denies
 * backing the armed groups" beside "backs this one of them". Nobody said as much of the part, so they weigh nothing
 * here; a reader would want to know of them.
 */
export function relatedDenials({ table, wholes }: Ground, relation: Relation): RelationId[] {
  const { id, subject, type, object } = relation;
  if (object === undefined) return [];
  const orWholes = (end: EntityId): EntityId[] => [...new Set([end, ...(wholes.get(end) ?? [])])];
  const types = new Set([type, ...table.rollUp.wider(type)]);
  return orWholes(subject).flatMap((from) =>
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
}
