import canonicalize from 'canonicalize';
import { type Attribute, KEY_ATTRIBUTE, MOST_ATTRIBUTES } from '../model/attributes.ts';
import type { Claim, Speaker } from '../model/claim.ts';
import { claimId } from '../model/claim-identity.ts';
import { type EntityId, SourceId, type TypeId } from '../model/ids.ts';
import { UsageError } from '../model/issue.ts';
import { sha256Hex } from '../model/sha256.ts';
import type { Source } from '../model/source.ts';
import type { JoinedEntities, NamedGraph } from './join-entities.ts';
import { type Comparing, findKnown, freeId, MadeIds } from './known-records.ts';
import { type Before, copyKey, isCopyKey, marksOf, withoutMarks, writeBefore } from './merge-entities.ts';
import { isSameRecord } from './same-record.ts';

type NameOf = (id: EntityId) => EntityId;

/** What the records of each graph name, in the merged one. */
export interface Names extends Pick<JoinedEntities, 'apart' | 'into'> {
  readonly types: readonly ReadonlyMap<TypeId, TypeId>[];
}

/** A claim of one graph. */
interface Said {
  readonly graph: number;
  /** As it was before any merge, now or before: claims are one where this is the same. */
  readonly plain: Claim;
  /** As it would be if no entities had been merged, now or before. */
  readonly alone: Claim;
  /** As it is now. */
  readonly moved: Claim;
  /** Whether it names other entities than if none had been merged now. */
  readonly isMoved: boolean;
}

export interface MergedRecords {
  readonly sources: Source[];
  readonly claims: Claim[];
  readonly renamed: readonly { readonly graph: number; readonly from: SourceId; readonly to: SourceId }[];
  /** How many claims of a source another graph has in other words: both are kept. */
  readonly reworded: readonly { readonly graph: number; readonly source: SourceId; readonly count: number }[];
}

/**
 * The sources and claims of several graphs as those of one. What is equal in two graphs is one, even where entities were
 * merged in one of them before. Claims that become the same because entities are merged stay two, and so do those that
 * say the same in other words: they are of one source and one speaker, and count once.
 * Throws a UsageError for a record that has no room left to note what was done with it.
 */
export function mergeRecords(graphs: readonly NamedGraph[], names: Names): MergedRecords {
  const { sources, sourceNames, renamed } = mergeSources(graphs, names);
  const said = graphs.flatMap(({ graph }, i) =>
    graph.claims.map((claim) => sayAgain(claim, i, names, sourceNames[i] ?? new Map<SourceId, SourceId>())),
  );
  const { distinct, reworded } = tellApart(said);
  return { sources, claims: joinClaims(distinct), renamed, reworded };
}

function identified(claim: Claim): Claim {
  return { ...claim, id: claimId(claim) };
}

function sayAgain(
  claim: Claim,
  graph: number,
  { apart, into, types }: Names,
  sources: ReadonlyMap<SourceId, SourceId>,
): Said {
  const nameIn = (names: readonly ReadonlyMap<EntityId, EntityId>[]): NameOf => {
    const known = names[graph];
    return known === undefined ? (id) => id : (id) => known.get(id) ?? id;
  };
  const [type, source] = [types[graph]?.get(claim.type), sources.get(claim.source)];
  const placed =
    type === undefined && source === undefined
      ? claim
      : { ...claim, type: type ?? claim.type, source: source ?? claim.source };
  const own = named(renameIn(placed, nameIn(apart)), claim);
  const moved = moveClaim(own, renameIn(placed, nameIn(into)));
  const alone = asSaid(own, isCopyKey);
  return {
    ...{ graph, alone, moved, isMoved: moved !== own },
    plain: asSaid(own, (one) => isCopyKey(one) || isRewordedKey(one)),
  };
}

/** With an id of its own where it is another record than before. */
function named(claim: Claim, before: Claim): Claim {
  return claim === before ? claim : identified(claim);
}

/** A source as it is in the merged graph, and what is compared of it. */
interface KnownSource {
  readonly source: Source;
  readonly words: object;
  readonly derivedFrom: readonly string[];
}

/** A source of one graph with its voice as it is called in the merged one. */
interface PlacedSource extends Pick<KnownSource, 'words' | 'derivedFrom'> {
  readonly id: SourceId;
  readonly moved: Source;
}

const COMPARING: Comparing<KnownSource, PlacedSource> = {
  references: ({ derivedFrom }) => derivedFrom,
  isAlike: (known, { words }) => isSameRecord(known.words, words),
  fits: (known, { derivedFrom }, may) =>
    known.derivedFrom.length === derivedFrom.length &&
    derivedFrom.every((from, k) => may(from, known.derivedFrom[k] ?? '')),
};

/** A source that derives from one that is another one here is another one itself: whose word it has is part of it. */
function mergeSources(graphs: readonly NamedGraph[], { apart, into }: Names) {
  const known = new Map<string, KnownSource>();
  const made = new MadeIds();
  const sourceNames: ReadonlyMap<SourceId, SourceId>[] = [];
  const renamed: { graph: number; from: SourceId; to: SourceId }[] = [];
  graphs.forEach(({ name, graph }, i) => {
    const placed = graph.sources.map((source): PlacedSource => {
      const alone = apart[i]?.get(source.speaker) ?? source.speaker;
      const speaker = into[i]?.get(source.speaker) ?? source.speaker;
      const { id: _, derivedFrom, ...words } = sourceAsSaid({ ...source, speaker: alone });
      return { id: source.id, moved: moveSource(source, alone, speaker), words, derivedFrom };
    });
    const own = new Set<string>(graph.sources.map(({ id }) => id));
    const found = findKnown(placed, known, made, COMPARING);
    const names = new Map<SourceId, SourceId>();
    const isNew: PlacedSource[] = [];
    const given = new Set<string>();
    for (const source of placed) {
      const there = found.get(source.id);
      if (there === undefined) isNew.push(source);
      const isTaken = (text: string): boolean => own.has(text) || given.has(text) || known.has(text);
      const id = there ?? (known.has(source.id) ? freeId(source.id, name, isTaken) : source.id);
      given.add(id);
      if (id === source.id) continue;
      names.set(source.id, SourceId.parse(id));
      if (there === undefined) renamed.push({ graph: i, from: source.id, to: SourceId.parse(id) });
    }
    for (const { id: from, moved, words } of isNew) {
      const id = names.get(from) ?? from;
      const derivedFrom = moved.derivedFrom.map((one) => names.get(one) ?? one);
      known.set(id, { source: { ...moved, id, derivedFrom }, words, derivedFrom });
      made.add(id);
    }
    sourceNames.push(names);
  });
  return { sources: [...known.values()].map(({ source }) => source), sourceNames, renamed };
}

function moveSource(source: Source, alone: EntityId, speaker: EntityId): Source {
  if (alone === speaker) return { ...source, speaker };
  const { attributes, ...rest } = source;
  const marked = { ...rest, speaker, ...writeBefore(attributes ?? [], { speaker: alone }) };
  refuseFull(marked.attributes, `The source ${JSON.stringify(source.id)}`);
  return marked;
}

/** Throws a UsageError where a record has more attributes than one may have. */
function refuseFull(attributes: readonly Attribute[] | undefined, what: string): void {
  if (attributes === undefined || attributes.length <= MOST_ATTRIBUTES) return;
  throw new UsageError(
    `${what} has ${MOST_ATTRIBUTES} attributes, as many as one may have: what a merge changes in it cannot be noted. Take some of them out of its file.`,
  );
}

function shown({ source, subject, type, object }: Claim): string {
  return `The claim ${[subject, type, ...(object === undefined ? [] : [object])].join(' ')} in the source ${JSON.stringify(source)}`;
}

/** The claims that are not equal to an earlier one. Of two with one content the later has a key that tells it from the first. */
function tellApart(said: readonly Said[]): {
  readonly distinct: readonly Said[];
  readonly reworded: MergedRecords['reworded'];
} {
  const known = new Map<string, Claim[]>();
  const taken = new Set<string>();
  const reworded: { graph: number; source: SourceId; count: number }[] = [];
  const distinct: Said[] = [];
  for (const one of said) {
    const { plain, alone, moved, graph } = one;
    const others = known.get(plain.id);
    if (others === undefined) known.set(plain.id, [plain]);
    else if (others.some((other) => isSameRecord(other, plain))) continue;
    else others.push(plain);
    if (!taken.has(alone.id)) {
      taken.add(alone.id);
      distinct.push(one);
      continue;
    }
    const key = rewordedKey(plain);
    const kept = withKey(alone, key);
    taken.add(kept.id);
    distinct.push({ ...one, alone: kept, moved: withKey(moved, key) });
    const last = reworded.at(-1);
    if (last?.graph === graph && last.source === plain.source) last.count++;
    else reworded.push({ graph, source: plain.source, count: 1 });
  }
  return { distinct, reworded: summed(reworded) };
}

function summed(all: MergedRecords['reworded']): MergedRecords['reworded'] {
  const sums = new Map<string, MergedRecords['reworded'][number]>();
  for (const one of all) {
    const key = JSON.stringify([one.graph, one.source]);
    sums.set(key, { ...one, count: one.count + (sums.get(key)?.count ?? 0) });
  }
  return [...sums.values()];
}

function joinClaims(said: readonly Said[]): Claim[] {
  // Those that nothing moved keep their ids, wherever they stand: no merge that is undone would give them back.
  const taken = new Set<string>();
  return said
    .map((one, i) => ({ ...one, i }))
    .toSorted((a, b) => Number(a.isMoved) - Number(b.isMoved) || a.i - b.i)
    .map(({ i, moved, alone: { id } }) => {
      let claim = moved;
      for (let n = 1; taken.has(claim.id); n++) claim = withKey(moved, copyKey(n === 1 ? id : `${id} ${n}`));
      taken.add(claim.id);
      return { i, claim };
    })
    .toSorted((a, b) => a.i - b.i)
    .map(({ claim }) => claim);
}

/**
 * The claim with a key that tells it from another: one that became the same when entities were merged has it until the
 * merge is undone, one that says the same in other words keeps it.
 */
function withKey(claim: Claim, key: Attribute): Claim {
  const attributes = [key, ...(claim.attributes ?? [])];
  refuseFull(attributes, shown(claim));
  return identified({ ...claim, attributes });
}

/** The key of a claim of which another of the same content says something else: made of what it says, so that it stays. */
function rewordedKey({ id: _, ...plain }: Claim): Attribute {
  return { name: KEY_ATTRIBUTE, value: `reworded ${sha256Hex(canonicalize(plain) ?? '', 8)}` };
}

/** Whether an attribute is the key that keeps a reworded claim beside the one that it words anew. */
export function isRewordedKey({ name, value }: Attribute): boolean {
  return name === KEY_ATTRIBUTE && typeof value === 'string' && /^reworded [0-9a-f]{16}$/u.test(value);
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
  const marked = writeBefore(attributes, before);
  refuseFull(marked.attributes, shown(own));
  return identified({ ...rest, ...marked });
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

/** A claim as it was before any merge that it knows of, without the keys that merges gave it. */
function asSaid(claim: Claim, isKey: (one: Attribute) => boolean): Claim {
  const marks = marksOf(claim.attributes);
  if (marks.length === 0 && claim.attributes?.some(isKey) !== true) return claim;
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
  const rest = withoutMarks(attributes).filter((one) => !isKey(one));
  const common = {
    ...plain,
    ...(rest.length === 0 ? {} : { attributes: [...rest] }),
    ...{ subject, speaker, via },
    ...(place === undefined ? {} : { place }),
  };
  return identified(common.object !== undefined && object !== undefined ? { ...common, object } : common);
}
