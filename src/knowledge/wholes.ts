import type { EvidenceTable } from '../evidence/evidence-table.ts';
import type { Proposition } from '../evidence/propositions.ts';
import type { EntityId, RelationId } from '../model/ids.ts';
import { byCodePoint } from '../model/order.ts';

/** Whether a relation says that its subject is a part of its object, and is supported. */
function tellsPart(table: EvidenceTable, { id, type, object }: Proposition): boolean {
  if (object === undefined || table.rollUp.inherited(type, 'partOf') === undefined) return false;
  const verdict = table.verdict(id);
  return verdict === 'corroborated' || verdict === 'single-source';
}

/** For each entity those it is directly a part of, in code-point order, by supported relations of a type with `partOf`. */
export function wholesOf(table: EvidenceTable): ReadonlyMap<EntityId, readonly EntityId[]> {
  const wholes = new Map<EntityId, Set<EntityId>>();
  for (const proposition of table.relations()) {
    const { subject, object } = proposition;
    if (object === undefined || !tellsPart(table, proposition)) continue;
    const known = wholes.get(subject);
    if (known === undefined) wholes.set(subject, new Set([object]));
    else known.add(object);
  }
  return new Map([...wholes].map(([part, found]) => [part, [...found].toSorted(byCodePoint)]));
}

/** The relations by which one entity is directly a part of another. */
export function wholesBy(table: EvidenceTable, part: EntityId, whole: EntityId): RelationId[] {
  return table
    .between(part, whole)
    .filter((proposition) => proposition.subject === part && proposition.object === whole)
    .filter((proposition) => tellsPart(table, proposition))
    .map(({ id }) => id)
    .toSorted(byCodePoint);
}
