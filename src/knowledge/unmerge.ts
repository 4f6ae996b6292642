import type { Attribute } from '../model/attributes.ts';
import type { Claim } from '../model/claim.ts';
import { claimId } from '../model/claim-identity.ts';
import type { Entity } from '../model/entity.ts';
import type { GraphDocument } from '../model/graph-document.ts';
import { EntityId } from '../model/ids.ts';
import { UsageError } from '../model/issue.ts';
import type { Source } from '../model/source.ts';
import { type Before, beforeMark, isCopyKey, marksOf, partsOf, readBefore, takeOut } from './merge-entities.ts';
import { freeId } from './merge-ontologies.ts';

/** An entity that was taken into another, and the id that it is to have again. */
interface Parting {
  readonly taken: EntityId;
  readonly into: EntityId;
  readonly id: EntityId;
}

/** A graph in which an entity is apart again, and what it is called there. */
export interface Parted extends Parting {
  readonly graph: GraphDocument;
}

/** What was taken into entities of a graph, and can be taken out again. */
export function mergedIn(graph: GraphDocument): readonly { readonly into: EntityId; readonly taken: EntityId }[] {
  return graph.entities.flatMap((entity) =>
    (partsOf(entity)?.taken ?? []).map(({ id }) => ({ into: entity.id, taken: id })),
  );
}

/** Undoes one merge, as `takeApart`, where nobody asks what the entity is called. */
export function unmerge(graph: GraphDocument, taken: EntityId): GraphDocument {
  return takeApart(graph, taken).graph;
}

/**
 * Undoes one merge: `taken` is an entity again, as it was, and what was said of it or by it is so again. Types that were
 * widened for it stay so. What took others before it was taken itself comes out with them, and they come out of it after
 * that. Where another entity has come by its id since, it is called `id@apart`. Of several that were taken under one id,
 * that comes out which the entity `into` took, or the first that took one. Throws a UsageError where nothing of that id was
 * taken into such an entity of the graph.
 */
export function takeApart(graph: GraphDocument, taken: EntityId, into?: EntityId): Parted {
  const known = new Set<string>(graph.entities.map(({ id }) => id));
  const id = known.has(taken) ? EntityId.parse(freeId(taken, 'apart', (text) => known.has(text))) : taken;
  let parting: Parting | undefined;
  const entities = graph.entities.flatMap((entity): Entity[] => {
    const isAsked = parting === undefined && (into === undefined || into === entity.id);
    const found = isAsked ? takeOut(entity, taken) : undefined;
    if (found === undefined) return [entity];
    parting = { taken, into: entity.id, id };
    return [found.left, id === taken ? found.out : { ...found.out, id }];
  });
  if (parting === undefined) {
    throw new UsageError(
      `Nothing with the id ${JSON.stringify(taken)} was merged into another.`,
      mergedIn(graph).map((one) => one.taken),
    );
  }
  const found: Parting = parting;
  const sources = graph.sources.map((source) => restoreSource(source, found));
  const claims = withoutNeedlessKeys(
    graph.claims.map((claim) => restoreClaim(claim, found)),
    graph.claims,
  );
  return { graph: { ...graph, entities, sources, claims }, ...found };
}

const FIELDS = ['subject', 'object', 'place', 'speaker'] as const;

/**
 * What a record's attributes become when the last merge that moved a place of it is undone, for each place where that is
 * this one: the mark no longer says what the place named before, and goes where it says nothing else. Merges that moved
 * one place were made one upon the other, so that of their marks the last counts.
 */
function unmark(
  attributes: readonly Attribute[],
  { taken, into }: Parting,
  now: { readonly [field in (typeof FIELDS)[number]]?: unknown } & { readonly via?: readonly unknown[] },
) {
  const found = attributes.map(readBefore);
  const lastOf = (says: (before: Before) => EntityId | null | undefined): number =>
    found.findLastIndex((before) => before !== undefined && (says(before) ?? undefined) !== undefined);
  const isIn = (says: (before: Before) => EntityId | null | undefined, named: unknown): number => {
    const last = named === into ? lastOf(says) : -1;
    const before = found[last];
    return before !== undefined && says(before) === taken ? last : -1;
  };
  const at = new Map(FIELDS.map((field) => [field, isIn((before) => before[field], now[field])] as const));
  const viaAt = (now.via ?? []).map((named, i) => isIn(({ via }) => via?.[i], named));
  const touched = new Set([...at.values(), ...viaAt]);
  const left = attributes.flatMap((one, n) => {
    const before = touched.has(n) ? found[n] : undefined;
    if (before === undefined) return [one];
    const { via, ...fields } = before;
    for (const field of FIELDS) if (at.get(field) === n) delete fields[field];
    return beforeMark({
      ...fields,
      ...(via === undefined ? {} : { via: via.map((named, i) => (viaAt[i] === n ? null : named)) }),
    });
  });
  const isBack = (field: (typeof FIELDS)[number]): boolean => (at.get(field) ?? -1) >= 0;
  return { ...{ left, isBack }, isViaBack: viaAt.map((n) => n >= 0) };
}

function withAttributes(attributes: readonly Attribute[]): { attributes?: Attribute[] } {
  return attributes.length === 0 ? {} : { attributes: [...attributes] };
}

function restoreSource(source: Source, parting: Parting): Source {
  const { attributes = [], ...plain } = source;
  const { left, isBack } = unmark(attributes, parting, { speaker: source.speaker });
  return isBack('speaker') ? { ...plain, speaker: parting.id, ...withAttributes(left) } : source;
}

function restoreClaim(claim: Claim, parting: Parting): Claim {
  const { attributes = [], ...plain } = claim;
  if (attributes.length === 0) return claim;
  const { id } = parting;
  const { left, isBack, isViaBack } = unmark(attributes, parting, claim);
  if (!FIELDS.some(isBack) && !isViaBack.includes(true)) return claim;
  const common = {
    ...plain,
    ...withAttributes(left),
    ...(isBack('subject') ? { subject: id } : {}),
    ...(isBack('place') ? { place: id } : {}),
    ...(isBack('speaker') ? { speaker: id } : {}),
    via: claim.via.map((one, i) => (isViaBack[i] === true ? id : one)),
  };
  return identified(common.object !== undefined && isBack('object') ? { ...common, object: id } : common);
}

function identified(claim: Claim): Claim {
  return { ...claim, id: claimId(claim) };
}

function withoutCopyKey(claim: Claim): Claim {
  const key = claim.attributes?.find(isCopyKey);
  if (key === undefined) return claim;
  const { attributes = [], ...plain } = claim;
  return identified({ ...plain, ...withAttributes(attributes.filter((one) => one !== key)) });
}

/**
 * Claims without the keys by which a merge told them from others that had become the same, as far as no other is the same
 * any more. Where none was before, either, and a merge is left that may have made it so, the other is in no part that is
 * here, and the key stays; so does that of a claim that is not touched.
 */
function withoutNeedlessKeys(claims: readonly Claim[], before: readonly Claim[]): Claim[] {
  const ids = new Set(claims.map(({ id }) => id));
  const idsBefore = new Set(before.map(({ id }) => id));
  return claims.map((claim, i) => {
    const plain = withoutCopyKey(claim);
    if (plain === claim || ids.has(plain.id)) return claim;
    const was = before[i];
    const wasSame = was !== undefined && idsBefore.has(withoutCopyKey(was).id);
    if (!wasSame && (was === claim || marksOf(claim.attributes).length > 0)) return claim;
    ids.add(plain.id);
    return plain;
  });
}
