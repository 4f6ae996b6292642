import { isNamed } from '../model/claim.ts';
import { EntityId } from '../model/ids.ts';
import { VOICE_SUFFIX } from '../model/voice-suffix.ts';
import type { NamedGraph } from './join-entities.ts';
import type { Member } from './name-members.ts';
import type { OneEntityGroups } from './one-entity-groups.ts';

/**
 * Where one id means one entity: somebody who speaks in one file and is a node of another. A speaker whom a mapping names
 * is the node of that id, and is made for the name where the file has no such node; in an edition that lacks it he would
 * corroborate himself. The voice of a document stays: it is no node, whatever its name.
 */
export function joinSpeakers(graphs: readonly NamedGraph[], members: readonly Member[], one: OneEntityGroups): void {
  const ofDocuments = new Set(graphs.flatMap(({ graph }) => graph.sources.map(({ speaker }) => speaker)));
  const made = graphs.map(({ graph: { claims } }) => {
    const speakers = claims.flatMap(({ speaker, via }) => [speaker, ...via].filter(isNamed));
    return new Set(speakers.filter((id) => id.endsWith(VOICE_SUFFIX) && !ofDocuments.has(id)));
  });
  if (made.every((ids) => ids.size === 0)) return;
  const nodes = new Map<EntityId, number[]>();
  members.forEach(({ entity: { id } }, i) => {
    const known = nodes.get(id);
    if (known === undefined) nodes.set(id, [i]);
    else known.push(i);
  });
  members.forEach(({ graph, entity: { id } }, i) => {
    if (made[graph]?.has(id) !== true) return;
    const node = EntityId.safeParse(id.slice(0, -VOICE_SUFFIX.length)).data;
    for (const other of (node === undefined ? undefined : nodes.get(node)) ?? []) {
      if (members[other]?.graph !== graph && one.canJoin(i, other)) one.join(i, other);
    }
  });
}
