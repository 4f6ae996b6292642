import type { Claim, Speaker } from '../model/claim.ts';
import { claimId } from '../model/claim-identity.ts';
import { type EntityId, SourceId, type TypeId } from '../model/ids.ts';
import type { Source } from '../model/source.ts';
import type { JoinedEntities, NamedGraph } from './join-entities.ts';
import { type Before, copyKey, isCopyKey, marksOf, withoutMarks, writeBefore } from './merge-entities.ts';
import { freeId } from './merge-ontologies.ts';
import { isSameRecord } from './same-record.ts';

type NameOf = (id: EntityId) => EntityId;

/** What the records of each graph name, in the merged one. */
export interface Names extends Pick<JoinedEntities, 'apart' | 'into'> {
  readonly types: readonly ReadonlyMap<TypeId, TypeId>[];
}

/** A claim of one graph, as it would be if no entities had been merged, now or before, and as it is now. */
interface Said {
  readonly graph: number;
  readonly source: SourceId;
  alone: Claim;
  moved: Claim;
  /** Whether it names other entities than if none had been merged now. */
  readonly isMoved: boolean;
}

export interface MergedRecords {
  readonly sources: Source[];
  readonly claims: Claim[];
  readonly renamed: readonly { readonly graph: number; readonly from: SourceId; readonly to: SourceId }[];
}

/**
 * The sources and claims of several graphs as those of one. What is equal in two graphs is one, even where entities were
 * merged in one of them before. Claims that become the same because entities are merged stay two.
 */
export function mergeRecords(graphs: readonly NamedGraph[], names: Names): MergedRecords {
  const said = graphs.flatMap(({ graph }, i) => graph.claims.map((claim) => sayAgain(claim, i, names)));
  const { sources, sourceNames, renamed } = mergeSources(graphs, names, otherEditions(said));
  for (const one of said) {
    const source = sourceNames[one.graph]?.get(one.source);
    if (source === undefined) continue;
    one.alone = identified({ ...one.alone, source });
    one.moved = identified({ ...one.moved, source });
  }
  return { sources, claims: joinClaims(said), renamed };
}

function identified(claim: Claim): Claim {
  return { ...claim, id: claimId(claim) };
}

function sayAgain(claim: Claim, graph: number, { apart, into, types }: Names): Said {
  const nameIn = (names: readonly ReadonlyMap<EntityId, EntityId>[]): NameOf => {
    const known = names[graph];
    return known === undefined ? (id) => id : (id) => known.get(id) ?? id;
  };
  const type = types[graph]?.get(claim.type);
  const typed = type === undefined ? claim : { ...claim, type };
  const own = named(renameIn(typed, nameIn(apart)), claim);
  const moved = moveClaim(own, renameIn(typed, nameIn(into)));
  return { graph, source: claim.source, alone: asSaid(own), moved, isMoved: moved !== own };
}

/** With an id of its own where it is another record than before. */
function named(claim: Claim, before: Claim): Claim {
  return claim === before ? claim : identified(claim);
}

/**
 * Claims by their graph and source that say something else than one of the same source, and of the same content, does in
 * an earlier graph: two editions under one file name. One claim that differs makes two sources of them.
 */
function otherEditions(said: readonly Said[]): (graph: number, source: SourceId) => boolean {
  const known = new Map<string, Claim>();
  const others = new Map<number, Set<SourceId>>();
  for (const { graph, source, alone } of said) {
    const first = known.get(alone.id);
    if (first === undefined) known.set(alone.id, alone);
    else if (!isSameRecord(first, alone)) {
      const found = others.get(graph);
      if (found === undefined) others.set(graph, new Set([source]));
      else found.add(source);
    }
  }
  return (graph, source) => others.get(graph)?.has(source) === true;
}

function mergeSources(
  graphs: readonly NamedGraph[],
  { apart, into }: Names,
  isOther: (graph: number, source: SourceId) => boolean,
) {
  const byId = new Map<string, Source>();
  const sourceNames = graphs.map(() => new Map<SourceId, SourceId>());
  const renamed: { graph: number; from: SourceId; to: SourceId }[] = [];
  graphs.forEach(({ name, graph }, i) => {
    const ids = new Set<string>(graph.sources.map(({ id }) => id));
    for (const source of graph.sources) {
      const alone = apart[i]?.get(source.speaker) ?? source.speaker;
      const speaker = into[i]?.get(source.speaker) ?? source.speaker;
      const { attributes, ...rest } = source;
      const before: Before = alone === speaker ? {} : { speaker: alone };
      const moved: Source = { ...rest, speaker, ...writeBefore(attributes ?? [], before) };
      const known = byId.get(source.id);
      const own = sourceAsSaid({ ...source, speaker: alone });
      const isSame = (there: Source | undefined): boolean =>
        there !== undefined && isSameRecord(sourceAsSaid(there), { ...own, id: there.id });
      if (known === undefined) byId.set(source.id, moved);
      else if (isOther(i, source.id) || !isSame(known)) {
        const isTaken = (text: string): boolean => ids.has(text) || (byId.has(text) && !isSame(byId.get(text)));
        const id = SourceId.parse(freeId(source.id, name, isTaken));
        sourceNames[i]?.set(source.id, id);
        if (byId.has(id)) continue;
        byId.set(id, { ...moved, id });
        renamed.push({ graph: i, from: source.id, to: id });
      }
    }
    // What a source is derived from may have been renamed after it.
    const names = sourceNames[i];
    for (const { id, derivedFrom } of graph.sources) {
      const at = names?.get(id) ?? id;
      const made = byId.get(at);
      if (made === undefined || !derivedFrom.some((from) => names?.has(from))) continue;
      byId.set(at, { ...made, derivedFrom: derivedFrom.map((from) => names?.get(from) ?? from) });
    }
  });
  return { sources: [...byId.values()], sourceNames, renamed };
}

/** All claims, each once. */
function joinClaims(said: readonly Said[]): Claim[] {
  const alone = new Map<string, Claim>();
  const kept = said.filter((one) => {
    const known = alone.get(one.alone.id);
    if (known === undefined) alone.set(one.alone.id, one.alone);
    return known === undefined || !isSameRecord(known, one.alone);
  });
  // Those that nothing moved keep their ids, wherever they stand: no merge that is undone would give them back.
  const taken = new Set<string>();
  return kept
    .map((one, i) => ({ ...one, i }))
    .toSorted((a, b) => Number(a.isMoved) - Number(b.isMoved) || a.i - b.i)
    .map(({ i, moved, alone: { id } }) => {
      let claim = moved;
      for (let n = 1; taken.has(claim.id); n++) claim = asCopy(moved, n === 1 ? id : `${id} ${n}`);
      taken.add(claim.id);
      return { i, claim };
    })
    .toSorted((a, b) => a.i - b.i)
    .map(({ claim }) => claim);
}

function renameSpeaker(speaker: Speaker, nameOf: NameOf): Speaker {
  return typeof speaker === 'string' ? nameOf(speaker) : speaker;
}

/** A claim with other ids for the entities that it names; the very same where these are no others. */
function renameIn(claim: Claim, nameOf: NameOf): Claim {
  const subject = nameOf(claim.subject);
  const speaker = renameSpeaker(claim.speaker, nameOf);
  const place = claim.place === undefined ? undefined : nameOf(claim.place);
  const object = claim.object === undefined ? undefined : nameOf(claim.object);
  const isViaOther = claim.via.some((one) => typeof one === 'string' && nameOf(one) !== one);
  const isSame =
    subject === claim.subject && speaker === claim.speaker && place === claim.place && object === claim.object;
  if (isSame && !isViaOther) return claim;
  const via = claim.via.map((one) => renameSpeaker(one, nameOf));
  const common = { subject, speaker, via, ...(place === undefined ? {} : { place }) };
  return claim.object !== undefined && object !== undefined ? { ...claim, ...common, object } : { ...claim, ...common };
}

/** A claim about the entities that its own were taken into; it says what it named before. */
function moveClaim(own: Claim, moved: Claim): Claim {
  const { subject, object, place, speaker } = own;
  const via = own.via.map((one, i) => (typeof one === 'string' && one !== moved.via[i] ? one : null));
  const before: Before = {
    ...(subject === moved.subject ? {} : { subject }),
    ...(object === undefined || object === moved.object ? {} : { object }),
    ...(place === undefined || place === moved.place ? {} : { place }),
    ...(typeof speaker !== 'string' || speaker === moved.speaker ? {} : { speaker }),
    ...(via.every((one) => one === null) ? {} : { via }),
  };
  if (Object.keys(before).length === 0) return own;
  const { attributes = [], ...rest } = moved;
  return identified({ ...rest, ...writeBefore(attributes, before) });
}

/** A claim that became the same as another: it gets a key of its own, which goes when the merge is undone. */
function asCopy(claim: Claim, apartId: string): Claim {
  return identified({ ...claim, attributes: [copyKey(apartId), ...(claim.attributes ?? [])] });
}

/** A source as it was before any merge that it knows of. */
function sourceAsSaid({ attributes, ...source }: Source): Source {
  const rest = withoutMarks(attributes);
  const [first] = marksOf(attributes);
  return {
    ...source,
    speaker: first?.speaker ?? source.speaker,
    ...(rest.length === 0 ? {} : { attributes: [...rest] }),
  };
}

/** A claim as it was before any merge that it knows of. */
function asSaid(claim: Claim): Claim {
  const marks = marksOf(claim.attributes);
  if (marks.length === 0 && claim.attributes?.some(isCopyKey) !== true) return claim;
  let { subject, object, place, speaker, via } = claim;
  // Of merges one upon the other, the last is undone first.
  for (const before of marks.toReversed()) {
    subject = before.subject ?? subject;
    object = object === undefined ? undefined : (before.object ?? object);
    place = place === undefined ? undefined : (before.place ?? place);
    speaker = before.speaker ?? speaker;
    via = via.map((one, i) => before.via?.[i] ?? one);
  }
  const { attributes, ...plain } = claim;
  const rest = withoutMarks(attributes);
  const common = {
    ...plain,
    ...(rest.length === 0 ? {} : { attributes: [...rest] }),
    ...{ subject, speaker, via },
    ...(place === undefined ? {} : { place }),
  };
  return identified(common.object !== undefined && object !== undefined ? { ...common, object } : common);
}
