import type { Claim } from '../model/claim.ts';
import { claimId } from '../model/claim-identity.ts';
import type { Entity } from '../model/entity.ts';
import type { GraphDocument } from '../model/graph-document.ts';
import { EntityId } from '../model/ids.ts';
import { UsageError } from '../model/issue.ts';
import type { Source } from '../model/source.ts';
import { type Before, combine, isCopyKey, partsOf, readBefore, saysAnything, writeBefore } from './merge-entities.ts';
import { freeId } from './merge-ontologies.ts';

/** An entity that was taken into another, and the id that it is to have again. */
interface Parting {
  readonly taken: EntityId;
  readonly into: EntityId;
  readonly id: EntityId;
}

/** What was taken into entities of a graph, and can be taken out again. */
export function mergedIn(graph: GraphDocument): readonly { readonly into: EntityId; readonly taken: EntityId }[] {
  return graph.entities.flatMap((entity) =>
    (partsOf(entity)?.taken ?? []).map(({ id }) => ({ into: entity.id, taken: id })),
  );
}

/**
 * Undoes one merge: `taken` is an entity again, as it was, and what was said of it or by it is so again. Types that were
 * widened for it stay so. Of merges one upon the other the last is undone first. Where another entity has come by its id
 * since, it is called `id@apart`. Throws a UsageError where nothing of that id was taken into an entity of the graph.
 */
export function unmerge(graph: GraphDocument, taken: EntityId): GraphDocument {
  const known = new Set<string>(graph.entities.map(({ id }) => id));
  const id = known.has(taken) ? EntityId.parse(freeId(taken, 'apart', (text) => known.has(text))) : taken;
  let parting: Parting | undefined;
  const entities = graph.entities.flatMap((entity): Entity[] => {
    const parts = parting === undefined ? partsOf(entity) : undefined;
    const one = parts?.taken.find((part) => part.id === taken);
    if (parts === undefined || one === undefined) return [entity];
    parting = { taken, into: entity.id, id };
    return [
      combine(
        parts.base,
        parts.taken.filter((other) => other !== one),
      ),
      id === taken ? one : { ...one, id },
    ];
  });
  if (parting === undefined) {
    throw new UsageError(
      `Nothing with the id ${JSON.stringify(taken)} was merged into another.`,
      mergedIn(graph).map((one) => one.taken),
    );
  }
  const found: Parting = parting;
  return {
    ...graph,
    entities,
    sources: graph.sources.map((source) => restoreSource(source, found)),
    claims: graph.claims.map((claim) => restoreClaim(claim, found)),
  };
}

function restoreSource(source: Source, { taken, into, id }: Parting): Source {
  const mark = source.speaker === into ? readBefore(source.attributes, taken) : undefined;
  if (mark === undefined) return source;
  const { attributes: _, ...plain } = source;
  return { ...plain, speaker: id, ...writeBefore(mark.rest, {}) };
}

function restoreClaim(claim: Claim, { taken, into, id }: Parting): Claim {
  const mark = readBefore(claim.attributes, taken);
  if (mark === undefined) return claim;
  const { before } = mark;
  const was = (field: 'subject' | 'object' | 'place' | 'speaker'): boolean =>
    before[field] === taken && claim[field] === into;
  const kept = (field: 'subject' | 'object' | 'place' | 'speaker'): Before => {
    const value = before[field];
    return value === undefined || was(field) ? {} : { [field]: value };
  };
  const viaWas = claim.via.map((one, i) => one === into && before.via?.[i] === taken);
  const left: Before = {
    ...{ ...kept('subject'), ...kept('object'), ...kept('place'), ...kept('speaker') },
    ...(before.via === undefined ? {} : { via: before.via.map((one, i) => (viaWas[i] === true ? null : one)) }),
  };
  const { attributes: _, ...plain } = claim;
  // While another merge still makes it the same as a second claim, it keeps the key that tells them apart.
  const rest = saysAnything(left) ? mark.rest : mark.rest.filter((one) => !isCopyKey(one));
  const common = {
    ...plain,
    ...writeBefore(rest, left),
    ...(was('subject') ? { subject: id } : {}),
    ...(was('place') ? { place: id } : {}),
    ...(was('speaker') ? { speaker: id } : {}),
    via: claim.via.map((one, i) => (viaWas[i] === true ? id : one)),
  };
  const restored: Claim = common.object !== undefined && was('object') ? { ...common, object: id } : common;
  return { ...restored, id: claimId(restored) };
}
