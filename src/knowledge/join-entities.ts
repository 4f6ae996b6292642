import { z } from 'zod';
import type { Entity } from '../model/entity.ts';
import type { GraphDocument } from '../model/graph-document.ts';
import { EntityId } from '../model/ids.ts';
import { UsageError } from '../model/issue.ts';
import { allParts, combine, withKinds } from './merge-entities.ts';
import { freeId, type Renamed } from './merge-ontologies.ts';
import { OneEntityGroups } from './one-entity-groups.ts';
import { isSameRecord } from './same-record.ts';

/** A graph to be merged, under a name that the others do not have: its file. */
export interface NamedGraph {
  readonly name: string;
  readonly graph: GraphDocument;
}

const Side = z.strictObject({ graph: z.string(), id: EntityId });
type Side = z.infer<typeof Side>;

/** What a person decided of two entities of different graphs. It can be saved as JSON and used again. */
export const Match = z.strictObject({ a: Side, b: Side, decision: z.enum(['same', 'not-same', 'unsure']) });
export type Match = z.infer<typeof Match>;

/** What became of the entities of several graphs. */
export interface JoinedEntities {
  readonly entities: readonly Entity[];
  /** Of each graph, the ids of those that would be called otherwise in the merged graph if none were taken into another. */
  readonly apart: readonly ReadonlyMap<EntityId, EntityId>[];
  /** Of each graph, the ids of those that are called otherwise in the merged graph, or are part of another there. */
  readonly into: readonly ReadonlyMap<EntityId, EntityId>[];
  readonly renamed: readonly { readonly graph: number; readonly from: EntityId; readonly to: EntityId }[];
  readonly merged: readonly { readonly into: EntityId; readonly taken: readonly EntityId[] }[];
}

/** An entity of one graph, its kind called as in the merged one. */
interface Member {
  readonly graph: number;
  readonly entity: Entity;
}

/** A record under the id that it has in the merged graph, whole or as a part of a member that others were taken into. */
interface Variant {
  readonly id: EntityId;
  readonly record: Entity;
  readonly member: number;
  readonly isPart: boolean;
}

/**
 * Tells which entities of several graphs are one: where a match says so, where their records are equal, one of them
 * perhaps as part of an entity that it was taken into before, or, with `sameIds`, where their ids are. What is said not
 * to be the same stays apart, whatever it is one with. What has one id and two meanings is renamed `id@name` in the later graph.
 * Throws a UsageError for matches that contradict each other or name what is not there.
 */
export function joinEntities(
  graphs: readonly NamedGraph[],
  renamed: readonly Renamed[],
  { matches, sameIds }: { readonly matches: readonly Match[]; readonly sameIds: boolean },
): JoinedEntities {
  const members: Member[] = [];
  graphs.forEach(({ graph: { entities } }, graph) => {
    const kinds = renamed[graph]?.kinds;
    for (const entity of entities) {
      members.push({ graph, entity: kinds === undefined || kinds.size === 0 ? entity : withKinds(entity, kinds) });
    }
  });
  const one = explicitGroups(graphs, members, matches);
  const { ids, parts, renamings } = nameMembers(graphs, members, one, sameIds);

  const groups = new Map<number, number[]>();
  members.forEach((_, i) => {
    const root = one.of(i);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [i]);
    else group.push(i);
  });
  const entities: Entity[] = [];
  const merged: { into: EntityId; taken: EntityId[] }[] = [];
  const apart = graphs.map(() => new Map<EntityId, EntityId>());
  const into = graphs.map(() => new Map<EntityId, EntityId>());
  for (const group of groups.values()) {
    const records = new Map<EntityId, Entity>();
    for (const i of group) {
      const [member, id] = [members[i], ids[i]];
      // What is part of another already is not taken into it again.
      if (member === undefined || id === undefined || parts.has(i) || records.has(id)) continue;
      records.set(id, member.entity.id === id ? member.entity : { ...member.entity, id });
    }
    const [base, ...rest] = records.values();
    if (base === undefined) continue;
    entities.push(combine(base, rest));
    if (rest.length > 0) merged.push({ into: base.id, taken: rest.map(({ id }) => id) });
    for (const i of group) {
      const [member, id] = [members[i], ids[i]];
      if (member === undefined || id === undefined) continue;
      const own = member.entity.id;
      if (id !== own) apart[member.graph]?.set(own, id);
      if (base.id !== own) into[member.graph]?.set(own, base.id);
    }
  }
  return { entities, apart, into, renamed: renamings, merged };
}

/** The groups that the matches make. */
function explicitGroups(
  graphs: readonly NamedGraph[],
  members: readonly Member[],
  matches: readonly Match[],
): OneEntityGroups {
  const places = graphs.map(() => new Map<EntityId, number>());
  if (matches.length > 0) {
    members.forEach(({ graph, entity }, i) => {
      places[graph]?.set(entity.id, i);
    });
  }
  const place = ({ graph, id }: Side): number => {
    const found = places[graphs.findIndex(({ name }) => name === graph)]?.get(id);
    if (found !== undefined) return found;
    throw new UsageError(`The matches name ${JSON.stringify(id)} of ${JSON.stringify(graph)}, which is not there.`);
  };
  const pairs = matches.map(({ a, b, decision }) => ({ a, b, decision, pair: [place(a), place(b)] as const }));
  const of = (wanted: Match['decision']) => pairs.filter(({ decision }) => decision === wanted);
  const one = new OneEntityGroups(
    members.length,
    of('not-same').map(({ pair }) => pair),
  );
  for (const {
    pair: [a, b],
  } of of('same'))
    one.join(a, b);
  for (const {
    a,
    b,
    pair: [x, y],
  } of of('not-same')) {
    if (one.of(x) !== one.of(y)) continue;
    throw new UsageError(
      `The matches contradict each other: ${shown(a)} and ${shown(b)} are said not to be the same, and to be the same, directly or by way of others.`,
    );
  }
  return one;
}

function shown({ graph, id }: Side): string {
  return `${JSON.stringify(id)} of ${JSON.stringify(graph)}`;
}

/** Joins what is one by its record or, if asked, by its id, and finds an id for each. */
function nameMembers(
  graphs: readonly NamedGraph[],
  members: readonly Member[],
  one: OneEntityGroups,
  sameIds: boolean,
) {
  /** Under the id of the merged graph, and under that of their own. */
  const known = new Map<string, Variant[]>();
  const add = (id: EntityId, variant: Variant): void => {
    const list = known.get(id);
    if (list === undefined) known.set(id, [variant]);
    else list.push(variant);
  };
  members.forEach(({ entity }, member) => {
    for (const record of allParts(entity)) {
      const variant: Variant = { id: record.id, record, member, isPart: true };
      add(record.id, variant);
      if (record.id !== entity.id) add(entity.id, variant);
    }
  });
  const own = graphs.map(({ graph }) => new Set<string>(graph.entities.map(({ id }) => id)));
  const ids: EntityId[] = [];
  const parts = new Set<number>();
  const renamings: { graph: number; from: EntityId; to: EntityId }[] = [];
  members.forEach(({ graph, entity }, i) => {
    const { id: from } = entity;
    const isElsewhere = ({ member }: Variant): boolean => members[member]?.graph !== graph;
    const isIt = ({ id, record, member }: Variant): boolean =>
      one.canJoin(member, i) && isSameRecord(record, id === from ? entity : { ...entity, id });
    const find = (id: string): Variant | undefined => {
      const list = known.get(id)?.filter(isElsewhere) ?? [];
      return list.find((one) => !one.isPart && isIt(one)) ?? list.find((one) => one.isPart && isIt(one));
    };
    const take = (variant: Variant): void => {
      ids[i] = variant.id;
      one.join(variant.member, i);
      if (variant.isPart) parts.add(i);
    };
    const there = known.get(from);
    const equal = there === undefined ? undefined : find(from);
    if (equal !== undefined) {
      take(equal);
      return;
    }
    /** Parts of entities of later graphs are given another name when they are parted again. */
    const isTaken = ({ isPart, member, id }: Variant, text: string): boolean =>
      id === text && (!isPart || (members[member]?.graph ?? 0) < graph);
    if (there?.some((variant) => isTaken(variant, from)) !== true) {
      ids[i] = from;
      add(from, { id: from, record: entity, member: i, isPart: false });
      return;
    }
    // What was renamed so before, and is the same, is the same still.
    let again: Variant | undefined;
    const id = EntityId.parse(
      freeId(from, graphs[graph]?.name ?? '', (text) => {
        if (own[graph]?.has(text) === true) return true;
        again = find(text);
        return again === undefined && known.get(text)?.some((variant) => isTaken(variant, text)) === true;
      }),
    );
    if (again !== undefined) {
      take(again);
      return;
    }
    ids[i] = id;
    const variant: Variant = { id, record: { ...entity, id }, member: i, isPart: false };
    add(id, variant);
    add(from, variant);
    const first = there.find((other) => !other.isPart && isElsewhere(other) && one.canJoin(other.member, i));
    if (sameIds && first !== undefined) one.join(first.member, i);
    else if (!isMatched(one, there, i)) renamings.push({ graph, from, to: id });
  });
  return { ids, parts, renamings };
}

/** Whether a match made it one with another of its id, so that nothing is to be told of its name. */
function isMatched(one: OneEntityGroups, others: readonly Variant[], i: number): boolean {
  return others.some(({ member }) => member !== i && one.of(member) === one.of(i));
}
