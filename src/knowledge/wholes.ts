import type { EvidenceTable } from '../evidence/evidence-table.ts';
import type { EntityId } from '../model/ids.ts';

/** For each entity those it is directly a part of, by supported relations of a type with `partOf`. */
export function wholesOf(table: EvidenceTable): ReadonlyMap<EntityId, readonly EntityId[]> {
  const wholes = new Map<EntityId, EntityId[]>();
  for (const { id, subject, type, object } of table.relations()) {
    if (object === undefined || table.rollUp.inherited(type, 'partOf') === undefined) continue;
    const verdict = table.verdict(id);
    if (verdict !== 'corroborated' && verdict !== 'single-source') continue;
    const known = wholes.get(subject);
    if (known === undefined) wholes.set(subject, [object]);
    else if (!known.includes(object)) known.push(object);
  }
  return wholes;
}
