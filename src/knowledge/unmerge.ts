import type { Claim } from '../model/claim.ts';
import { claimId } from '../model/claim-identity.ts';
import type { Entity } from '../model/entity.ts';
import type { GraphDocument } from '../model/graph-document.ts';
import type { EntityId } from '../model/ids.ts';
import { UsageError } from '../model/issue.ts';
import type { Source } from '../model/source.ts';
import { type Before, combine, isCopyKey, partsOf, readBefore, saysAnything, writeBefore } from './merge-entities.ts';

/**
 * Undoes one merge: `taken` is an entity again, as it was, and what was said of it or by it is so again. Types that were
 * widened for it stay so. Of merges one upon the other the last is undone first. Throws a UsageError where nothing of that id was taken into an entity of the graph.
 */
export function unmerge(graph: GraphDocument, taken: EntityId): GraphDocument {
  let found: Entity | undefined;
  const entities = graph.entities.flatMap((entity): Entity[] => {
    const parts = found === undefined ? partsOf(entity) : undefined;
    const one = parts?.taken.find(({ id }) => id === taken);
    if (parts === undefined || one === undefined) return [entity];
    found = one;
    return [
      combine(
        parts.base,
        parts.taken.filter((other) => other !== one),
      ),
      one,
    ];
  });
  if (found === undefined)
    throw new UsageError(`Nothing with the id ${JSON.stringify(taken)} was merged into another.`);
  return {
    ...graph,
    entities,
    sources: graph.sources.map((source) => restoreSource(source, taken)),
    claims: graph.claims.map((claim) => restoreClaim(claim, taken)),
  };
}

function restoreSource(source: Source, taken: EntityId): Source {
  const mark = readBefore(source.attributes, taken);
  if (mark === undefined) return source;
  const { attributes: _, ...plain } = source;
  return { ...plain, speaker: taken, ...writeBefore(mark.rest, {}) };
}

function restoreClaim(claim: Claim, taken: EntityId): Claim {
  const mark = readBefore(claim.attributes, taken);
  if (mark === undefined) return claim;
  const { subject, object, place, speaker, via } = mark.before;
  const left: Before = {
    ...(subject === undefined || subject === taken ? {} : { subject }),
    ...(object === undefined || object === taken ? {} : { object }),
    ...(place === undefined || place === taken ? {} : { place }),
    ...(speaker === undefined || speaker === taken ? {} : { speaker }),
    ...(via === undefined ? {} : { via: via.map((id) => (id === taken ? null : id)) }),
  };
  const { attributes: _, ...plain } = claim;
  // While another merge still makes it the same as a second claim, it keeps the key that tells them apart.
  const rest = saysAnything(left) ? mark.rest : mark.rest.filter((one) => !isCopyKey(one));
  const common = {
    ...plain,
    ...writeBefore(rest, left),
    ...(subject === taken ? { subject: taken } : {}),
    ...(place === taken ? { place: taken } : {}),
    ...(speaker === taken ? { speaker: taken } : {}),
    via: claim.via.map((one, i) => (via?.[i] === taken ? taken : one)),
  };
  const restored: Claim = common.object !== undefined && object === taken ? { ...common, object: taken } : common;
  return { ...restored, id: claimId(restored) };
}
