import { z } from 'zod';
import type { Entity } from '../model/entity.ts';
import type { GraphDocument } from '../model/graph-document.ts';
import { EntityId } from '../model/ids.ts';
import { UsageError } from '../model/issue.ts';
import { combine, withKinds } from './merge-entities.ts';
import type { Renamed } from './merge-ontologies.ts';
import { type Member, nameMembers } from './name-members.ts';
import { OneEntityGroups } from './one-entity-groups.ts';
import { joinSpeakers } from './same-speakers.ts';

/** A graph to be merged, under a name that the others do not have: its file. */
export interface NamedGraph {
  readonly name: string;
  readonly graph: GraphDocument;
  /** Ids of kinds and types whose definition the reader made up, since the format has none: they give way to another. */
  readonly rebuilt?: ReadonlySet<string>;
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
  if (sameIds) joinSpeakers(graphs, members, one);
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
  const pairs = matches.map((match) => ({ ...match, pair: [place(match.a), place(match.b)] as const }));
  const of = (wanted: Match['decision']) => pairs.filter(({ decision }) => decision === wanted);
  refuseUndecided(pairs);
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

/** Throws a UsageError for a pair that is decided and left open at once. */
function refuseUndecided(pairs: readonly (Match & { readonly pair: readonly [number, number] })[]): void {
  const keyOf = ([x, y]: readonly [number, number]): string => (x < y ? `${x} ${y}` : `${y} ${x}`);
  const decided = new Map(
    pairs.filter(({ decision }) => decision !== 'unsure').map(({ decision, pair }) => [keyOf(pair), decision]),
  );
  for (const { a, b, decision, pair } of pairs) {
    const other = decision === 'unsure' ? decided.get(keyOf(pair)) : undefined;
    if (other === undefined) continue;
    const said = other === 'same' ? 'to be the same' : 'not to be the same';
    throw new UsageError(
      `The matches contradict each other: ${shown(a)} and ${shown(b)} are said ${said}, and left unsure. Leave one of the two out.`,
    );
  }
}

function shown({ graph, id }: Side): string {
  return `${JSON.stringify(id)} of ${JSON.stringify(graph)}`;
}
