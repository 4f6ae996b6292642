import canonicalize from 'canonicalize';
import { z } from 'zod';
import type { Claim } from '../model/claim.ts';
import { claimId } from '../model/claim-identity.ts';
import type { Entity } from '../model/entity.ts';
import { GRAPH_FORMAT, GRAPH_VERSION, type GraphDocument } from '../model/graph-document.ts';
import { EntityId, type KindId, SourceId, type TypeId } from '../model/ids.ts';
import { UsageError } from '../model/issue.ts';
import type { Ontology } from '../model/ontology.ts';
import type { Source } from '../model/source.ts';
import { type Before, combine, copyKey, writeBefore } from './merge-entities.ts';
import { freeId, mergeOntologies, type OntologyClash } from './merge-ontologies.ts';

/** A graph to be merged, under a name that the others do not have: its file. */
export interface NamedGraph {
  readonly name: string;
  readonly graph: GraphDocument;
}

const Side = z.strictObject({ graph: z.string(), id: EntityId });

/** What a person decided of two entities of different graphs. It can be saved as JSON and used again. */
export const Match = z.strictObject({ a: Side, b: Side, decision: z.enum(['same', 'not-same', 'unsure']) });
export type Match = z.infer<typeof Match>;

/** What a merge did that somebody should know. */
export type MergeNote =
  | ({ readonly kind: 'type-renamed'; readonly name: string } & Omit<OntologyClash, 'graph'>)
  | {
      readonly kind: 'source-renamed' | 'entity-renamed';
      readonly name: string;
      readonly from: string;
      readonly to: string;
    }
  | { readonly kind: 'entities-merged'; readonly into: EntityId; readonly taken: readonly EntityId[] };

export interface MergeOptions {
  readonly matches?: readonly Match[];
  /**
   * Whether one id in two graphs is one entity although the records differ: true for editions of one data set. Otherwise
   * the later one is renamed, unless a match says that they are the same.
   */
  readonly sameIds?: boolean;
  readonly title?: string;
}

export interface Merged {
  readonly graph: GraphDocument;
  readonly notes: readonly MergeNote[];
}

/** An entity of one graph, with the id that it has in the merged graph while it is not taken into another. */
interface Member {
  readonly graph: number;
  readonly entity: Entity;
}

function key(graph: number, id: string): string {
  return `${graph} ${id}`;
}

/**
 * Merges graphs into one. Nothing is merged by likeness: entities are one only where their records are equal, where
 * a match says *same*, or, if asked, where their ids are; then each stays whole in the attributes of the one, and claims
 * and sources say what they named before, so that `unmerge` undoes it. What has one id and two meanings is renamed `id@name`
 * in the later graph and told; so is a source that says something else there. Claims that are equal are one;
 * claims that become the same by a merge stay two.
 * Throws a UsageError for matches that contradict each other or name what is not there.
 */
export function mergeGraphs(
  graphs: readonly NamedGraph[],
  { matches = [], sameIds = false, title }: MergeOptions = {},
): Merged {
  const names = graphs.map(({ name }) => name);
  if (new Set(names).size < names.length) throw new UsageError('Two graphs to be merged have one name.');
  const notes: MergeNote[] = [];
  const { ontology, renamed, clashes } = mergeOntologies(
    graphs.map(({ name, graph }) => ({ name, ontology: graph.ontology })),
  );
  for (const { graph, ...clash } of clashes)
    notes.push({ kind: 'type-renamed', name: graphs[graph]?.name ?? '', ...clash });

  // Entities: which are one, and what each is called while it is apart.
  const members: Member[] = graphs.flatMap(({ graph }, i) =>
    graph.entities.map((entity) => ({
      graph: i,
      entity: { ...entity, kind: renamed[i]?.kinds.get(entity.kind) ?? entity.kind },
    })),
  );
  const one = new Groups();
  const apart = new Map<string, EntityId>();
  const taken = new Map<EntityId, Member>();
  const notSame = notSamePairs(graphs, matches);
  for (const member of members) {
    const { graph, entity } = member;
    const at = key(graph, entity.id);
    const first = taken.get(entity.id);
    const equal = first !== undefined && canonicalize(first.entity) === canonicalize(entity);
    const refused = first !== undefined && notSame.has(`${key(first.graph, first.entity.id)}|${at}`);
    if (first === undefined) {
      taken.set(entity.id, member);
      apart.set(at, entity.id);
    } else if (equal && !refused) {
      apart.set(at, entity.id);
      one.join(key(first.graph, first.entity.id), at);
    } else {
      const id = EntityId.parse(freeId(entity.id, graphs[graph]?.name ?? '', (text) => isTaken(taken, text)));
      taken.set(id, member);
      apart.set(at, id);
      if (sameIds && !refused) one.join(key(first.graph, first.entity.id), at);
      else notes.push({ kind: 'entity-renamed', name: graphs[graph]?.name ?? '', from: entity.id, to: id });
    }
  }
  for (const match of matches) {
    if (match.decision === 'same') one.join(sideKey(graphs, match.a), sideKey(graphs, match.b));
  }
  for (const pair of notSame) {
    const [a = '', b = ''] = pair.split('|');
    if (one.of(a) !== one.of(b)) continue;
    throw new UsageError(
      `The matches contradict each other: ${a.replace(/^\d+ /u, '')} and ${b.replace(/^\d+ /u, '')} are said to be the same and not the same.`,
    );
  }
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    const root = one.of(key(member.graph, member.entity.id));
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [member]);
    else group.push(member);
  }
  /** The entity that each is in the merged graph, by the id that it has apart. */
  const into = new Map<string, EntityId>();
  const entities: Entity[] = [];
  for (const group of groups.values()) {
    const records = new Map<EntityId, Entity>();
    for (const { graph, entity } of group) {
      const id = apart.get(key(graph, entity.id)) ?? entity.id;
      if (!records.has(id)) records.set(id, { ...entity, id });
    }
    const [base, ...rest] = records.values();
    if (base === undefined) continue;
    entities.push(combine(base, rest));
    for (const id of records.keys()) into.set(id, base.id);
    if (rest.length > 0) notes.push({ kind: 'entities-merged', into: base.id, taken: rest.map(({ id }) => id) });
  }

  const { sources, sourceNames } = mergeSources(graphs, apart, into, notes);
  const claims = mergeClaims(graphs, { apart, into, sourceNames, types: renamed.map(({ types }) => types) });
  const graph: GraphDocument = {
    format: GRAPH_FORMAT,
    version: GRAPH_VERSION,
    ...titleOf(graphs, title),
    ontology: widen(ontology, entities, claims),
    sources,
    entities,
    claims,
  };
  return { graph, notes };
}

function titleOf(graphs: readonly NamedGraph[], title: string | undefined): { title?: string } {
  const titles = [...new Set(graphs.flatMap(({ graph }) => graph.title ?? []))];
  const text = title ?? titles.join(' + ');
  return text === '' ? {} : { title: text.length > 300 ? `${text.slice(0, 299)}…` : text };
}

function isTaken(taken: ReadonlyMap<EntityId, unknown>, text: string): boolean {
  const id = EntityId.safeParse(text);
  return id.success && taken.has(id.data);
}

function sideKey(graphs: readonly NamedGraph[], { graph: name, id }: z.infer<typeof Side>): string {
  const index = graphs.findIndex((one) => one.name === name);
  const found = graphs[index]?.graph.entities.some((entity) => entity.id === id) === true;
  if (!found)
    throw new UsageError(`The matches name ${JSON.stringify(id)} of ${JSON.stringify(name)}, which is not there.`);
  return key(index, id);
}

/** Both ways round, so that a pair is found from either side. */
function notSamePairs(graphs: readonly NamedGraph[], matches: readonly Match[]): ReadonlySet<string> {
  return new Set(
    matches
      .filter(({ decision }) => decision === 'not-same')
      .flatMap(({ a, b }) => {
        const [x, y] = [sideKey(graphs, a), sideKey(graphs, b)];
        return [`${x}|${y}`, `${y}|${x}`];
      }),
  );
}

/** Which keys are one. The root of a group is its first key. */
class Groups {
  readonly #parent = new Map<string, string>();

  of(at: string): string {
    let root = at;
    for (let next = this.#parent.get(root); next !== undefined; next = this.#parent.get(root)) root = next;
    for (let step = at; step !== root; ) {
      const next = this.#parent.get(step) ?? root;
      this.#parent.set(step, root);
      step = next;
    }
    return root;
  }
  join(a: string, b: string): void {
    const [x, y] = [this.of(a), this.of(b)];
    if (x !== y) this.#parent.set(y, x);
  }
}

type Ids = ReadonlyMap<string, EntityId>;

/**
 * Sources of later graphs, by `key`, that say something else than a source of the same record does in an earlier one: two
 * editions under one file name. One claim that differs makes them two.
 */
function otherEditions(graphs: readonly NamedGraph[]): ReadonlySet<string> {
  const known = new Map<string, Claim>();
  const others = new Set<string>();
  graphs.forEach(({ graph }, i) => {
    for (const claim of graph.claims) {
      const first = known.get(claim.id);
      if (first === undefined) known.set(claim.id, claim);
      else if (canonicalize(first) !== canonicalize(claim)) others.add(key(i, claim.source));
    }
  });
  return others;
}

function mergeSources(graphs: readonly NamedGraph[], apart: Ids, into: Ids, notes: MergeNote[]) {
  const byId = new Map<string, Source>();
  const others = otherEditions(graphs);
  const sourceNames = graphs.map(() => new Map<SourceId, SourceId>());
  graphs.forEach(({ name, graph }, i) => {
    for (const source of graph.sources) {
      const alone = apart.get(key(i, source.speaker)) ?? source.speaker;
      const speaker = into.get(alone) ?? alone;
      const { attributes, ...rest } = source;
      const before: Before = alone === speaker ? {} : { speaker: alone };
      const moved: Source = { ...rest, speaker, ...writeBefore(attributes ?? [], before) };
      const known = byId.get(source.id);
      if (known === undefined) byId.set(source.id, moved);
      else if (others.has(key(i, source.id)) || canonicalize(known) !== canonicalize(moved)) {
        const id = SourceId.parse(freeId(source.id, name, (text) => byId.has(text)));
        sourceNames[i]?.set(source.id, id);
        byId.set(id, { ...moved, id });
        notes.push({ kind: 'source-renamed', name, from: source.id, to: id });
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
  return { sources: [...byId.values()], sourceNames };
}

interface Names {
  readonly apart: Ids;
  readonly into: Ids;
  readonly sourceNames: readonly ReadonlyMap<SourceId, SourceId>[];
  readonly types: readonly ReadonlyMap<TypeId, TypeId>[];
}

function mergeClaims(graphs: readonly NamedGraph[], names: Names): Claim[] {
  const claims = new Map<string, Claim>();
  /** Claims by the id that they would have if no entities were merged. */
  const alone = new Map<string, Claim>();
  graphs.forEach(({ graph }, i) => {
    for (const claim of graph.claims) {
      const source = names.sourceNames[i]?.get(claim.source) ?? claim.source;
      const type = names.types[i]?.get(claim.type) ?? claim.type;
      const named = { ...claim, source, type };
      const apart = renameIn(named, (id) => names.apart.get(key(i, id)) ?? id);
      const apartId = apart === claim ? claim.id : claimId(apart);
      const known = alone.get(apartId);
      const whole: Claim = { ...apart, id: apartId };
      if (known !== undefined && canonicalize(known) === canonicalize(whole)) continue;
      alone.set(apartId, whole);
      const moved = moveClaim(whole, (id) => names.into.get(id) ?? id);
      let merged = moved;
      for (let n = 1; claims.has(merged.id); n++) merged = asCopy(moved, n === 1 ? apartId : `${apartId} ${n}`);
      claims.set(merged.id, merged);
    }
  });
  return [...claims.values()];
}

/** A claim with other ids for the entities that it names. */
function renameIn(claim: Claim, nameOf: (id: EntityId) => EntityId): Claim {
  const common = {
    subject: nameOf(claim.subject),
    speaker: typeof claim.speaker === 'string' ? nameOf(claim.speaker) : claim.speaker,
    via: claim.via.map((one) => (typeof one === 'string' ? nameOf(one) : one)),
    ...(claim.place === undefined ? {} : { place: nameOf(claim.place) }),
  };
  if (claim.object !== undefined) return { ...claim, ...common, object: nameOf(claim.object) };
  return { ...claim, ...common };
}

/** A claim about the entities that its own were taken into; it says what it named before. */
function moveClaim(claim: Claim, intoOf: (id: EntityId) => EntityId): Claim {
  const moved = renameIn(claim, intoOf);
  const { subject, object, place, speaker } = claim;
  const via = claim.via.map((one, i) => (typeof one === 'string' && one !== moved.via[i] ? one : null));
  const before: Before = {
    ...(subject === moved.subject ? {} : { subject }),
    ...(object === undefined || object === moved.object ? {} : { object }),
    ...(place === undefined || place === moved.place ? {} : { place }),
    ...(typeof speaker !== 'string' || speaker === moved.speaker ? {} : { speaker }),
    ...(via.every((one) => one === null) ? {} : { via }),
  };
  if (Object.keys(before).length === 0) return claim;
  const { attributes = [], ...rest } = moved;
  const whole: Claim = { ...rest, ...writeBefore(attributes, before) };
  return { ...whole, id: claimId(whole) };
}

/** A claim that became the same as another: it gets a key of its own, which goes when the merge is undone. */
function asCopy(claim: Claim, apartId: string): Claim {
  const attributes = [copyKey(apartId), ...(claim.attributes ?? [])];
  const whole: Claim = { ...claim, attributes };
  return { ...whole, id: claimId(whole) };
}

/** Lets types take the kinds that their ends are of now: a merged entity keeps one kind of two. */
function widen(ontology: Ontology, entities: readonly Entity[], claims: readonly Claim[]): Ontology {
  const kinds = new Map(entities.map(({ id, kind }) => [id, kind]));
  const more = new Map<string, { domain: Set<KindId>; range: Set<KindId> }>();
  for (const { type, subject, object } of claims) {
    const found = more.get(type) ?? { domain: new Set<KindId>(), range: new Set<KindId>() };
    more.set(type, found);
    const [from, to] = [kinds.get(subject), object === undefined ? undefined : kinds.get(object)];
    if (from !== undefined) found.domain.add(from);
    if (to !== undefined) found.range.add(to);
  }
  const union = (known: readonly KindId[], added: ReadonlySet<KindId> | undefined): KindId[] => [
    ...new Set([...known, ...(added ?? [])]),
  ];
  return {
    ...ontology,
    relations: ontology.relations.map((type) => {
      const found = more.get(type.id);
      return { ...type, domain: union(type.domain, found?.domain), range: union(type.range, found?.range) };
    }),
    literals: ontology.literals.map((type) => ({ ...type, domain: union(type.domain, more.get(type.id)?.domain) })),
  };
}
