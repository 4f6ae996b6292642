import type { Entity } from '../model/entity.ts';
import type { GraphDocument } from '../model/graph-document.ts';
import { EntityId } from '../model/ids.ts';
import { freeId, MadeIds, madeOf, suffixOf, withSuffix } from './known-records.ts';
import { allParts } from './merge-entities.ts';
import type { OneEntityGroups } from './one-entity-groups.ts';
import { isSameRecord } from './same-record.ts';
import { withoutMarks } from './unsure-pairs.ts';

/** An entity of one graph, its kind called as in the merged one. */
export interface Member {
  readonly graph: number;
  readonly entity: Entity;
}

/** What the members are called in the merged graph. */
export interface NamedMembers {
  /** By member. */
  readonly ids: readonly EntityId[];
  /** Members that are part of an entity that they were taken into before. */
  readonly parts: ReadonlySet<number>;
  readonly renamings: readonly { readonly graph: number; readonly from: EntityId; readonly to: EntityId }[];
}

/** A record under the id that it has in the merged graph, whole or as a part of a member that others were taken into. */
interface Variant {
  readonly id: EntityId;
  readonly record: Entity;
  readonly member: number;
  readonly isPart: boolean;
}

/** Joins in `one` what is one by its record or, if asked, by its id, and finds an id for each. */
export function nameMembers(
  graphs: readonly { readonly name: string; readonly graph: GraphDocument }[],
  members: readonly Member[],
  one: OneEntityGroups,
  sameIds: boolean,
): NamedMembers {
  const naming = new Naming(graphs, members, one);
  for (let i = 0; i < members.length; i++) naming.nameOne(i, sameIds);
  return naming;
}

class Naming implements NamedMembers {
  readonly ids: EntityId[] = [];
  readonly parts = new Set<number>();
  readonly renamings: { graph: number; from: EntityId; to: EntityId }[] = [];
  readonly #names: readonly string[];
  readonly #suffixes: readonly string[];
  readonly #own: readonly ReadonlyMap<string, Entity>[];
  readonly #members: readonly Member[];
  readonly #one: OneEntityGroups;
  /** Under the id of the merged graph, and under that of their own. */
  readonly #known = new Map<string, Variant[]>();
  readonly #made = new MadeIds();
  /** The graphs of which a member is this one. */
  readonly #used = new Map<Variant, Set<number>>();

  constructor(
    graphs: readonly { readonly name: string; readonly graph: GraphDocument }[],
    members: readonly Member[],
    one: OneEntityGroups,
  ) {
    this.#names = graphs.map(({ name }) => name);
    this.#suffixes = graphs.map(({ name }) => suffixOf(name));
    this.#own = graphs.map(({ graph }) => new Map(graph.entities.map((entity) => [entity.id, entity])));
    this.#members = members;
    this.#one = one;
    members.forEach(({ entity }, member) => {
      for (const record of allParts(entity)) {
        const variant: Variant = { id: record.id, record: withoutMarks(record), member, isPart: true };
        this.#add(record.id, variant);
        if (record.id !== entity.id) this.#add(entity.id, variant);
      }
    });
  }

  /** Names a member, after those before it. */
  nameOne(i: number, sameIds: boolean): void {
    const member = this.#members[i];
    if (member === undefined) return;
    const { graph } = member;
    const entity = withoutMarks(member.entity);
    const { id: from } = entity;
    const there = this.#known.get(from);
    const isFree = there?.some((variant) => this.#isTaken(variant, from, graph)) !== true;
    const found =
      this.#findNamed(i, entity) ??
      (there === undefined
        ? undefined
        : this.#find(i, entity, from, (one) => !this.#isCalledOtherwise(entity, graph, one))) ??
      (isFree ? this.#findBase(i, entity) : this.#findMadeOf(i, entity, from));
    if (found !== undefined) {
      this.#take(i, found);
      return;
    }
    if (isFree) {
      this.ids[i] = from;
      this.#add(from, { id: from, record: entity, member: i, isPart: false });
      return;
    }
    const isTaken = (text: string): boolean =>
      this.#own[graph]?.has(text) === true ||
      // A part is parted again one day: its id is not given to another, whichever graph has it.
      this.#known.get(text)?.some(({ id }) => id === text) === true;
    const id = EntityId.parse(freeId(from, this.#names[graph] ?? '', isTaken));
    this.ids[i] = id;
    const variant: Variant = { id, record: { ...entity, id }, member: i, isPart: false };
    this.#add(id, variant);
    this.#add(from, variant);
    const first = there?.find(
      (other) => !other.isPart && this.#graphOf(other.member) !== graph && this.#one.canJoin(other.member, i),
    );
    if (sameIds && first !== undefined) this.#one.join(first.member, i);
    else if (!this.#isMatched(there ?? [], i)) this.renamings.push({ graph, from, to: id });
  }

  #add(id: EntityId, variant: Variant): void {
    const list = this.#known.get(id);
    if (list === undefined) this.#known.set(id, [variant]);
    else list.push(variant);
    this.#made.add(id);
  }

  #graphOf(member: number): number {
    return this.#members[member]?.graph ?? 0;
  }

  /** What a merge calls an entity of a graph where something else has its id. */
  #renamed(id: string, graph: number): string {
    return withSuffix(id, this.#suffixes[graph] ?? '');
  }

  /** Whether it stands in the way of the id. Parts of entities of later graphs get another id when they are parted again. */
  #isTaken({ isPart, member, id }: Variant, text: string, graph: number): boolean {
    return id === text && (!isPart || this.#graphOf(member) < graph);
  }

  #take(i: number, variant: Variant): void {
    const graph = this.#graphOf(i);
    this.ids[i] = variant.id;
    this.#one.join(variant.member, i);
    if (variant.isPart) this.parts.add(i);
    const graphs = this.#used.get(variant);
    if (graphs === undefined) this.#used.set(variant, new Set([graph]));
    else graphs.add(graph);
  }

  /**
   * What is known under an id and equal to a member; whole ones first. Two of one graph are not one because a third is equal
   * to both: each is another of those that are known.
   */
  #find(i: number, entity: Entity, id: string, isWanted?: (variant: Variant) => boolean): Variant | undefined {
    const graph = this.#graphOf(i);
    const found = this.#known
      .get(id)
      ?.filter(
        (variant) =>
          this.#graphOf(variant.member) !== graph &&
          this.#used.get(variant)?.has(graph) !== true &&
          isWanted?.(variant) !== false &&
          this.#one.canJoin(variant.member, i) &&
          isSameRecord(variant.record, variant.id === entity.id ? entity : { ...entity, id: variant.id }),
      );
    return found?.find(({ isPart }) => !isPart) ?? found?.[0];
  }

  /** What a merge renamed, so that the id was made of this one. */
  #findMadeOf(i: number, entity: Entity, id: string): Variant | undefined {
    for (const other of this.#made.of(id)) {
      const found = this.#find(i, entity, other);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Under the name that a merge made of it, or made for it of the name that it has in another graph of these. */
  #findNamed(i: number, entity: Entity): Variant | undefined {
    const again = this.#find(i, entity, this.#renamed(entity.id, this.#graphOf(i)));
    if (again !== undefined) return again;
    for (const base of madeOf(entity.id)) {
      if (!this.#suffixes.includes(entity.id.slice(base.length))) continue;
      const isRenamed = ({ member }: Variant): boolean => this.#renamed(base, this.#graphOf(member)) === entity.id;
      const found = this.#find(i, entity, base, isRenamed);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** What a merge named `id@name`, where the graph calls something else `id`: it may be the `id` of another graph. */
  #findBase(i: number, entity: Entity): Variant | undefined {
    const own = this.#own[this.#graphOf(i)];
    for (const base of madeOf(entity.id)) {
      if (own?.has(base) !== true || !this.#known.has(base)) continue;
      const found = this.#find(i, entity, base) ?? this.#findMadeOf(i, entity, base);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Whether it is of a graph that this one was merged from, and stands here under a name that the merge made. */
  #isCalledOtherwise(entity: Entity, graph: number, { member }: Variant): boolean {
    const name = this.#renamed(entity.id, this.#graphOf(member));
    const other = name === entity.id ? undefined : this.#own[graph]?.get(name);
    return other !== undefined && isSameRecord(withoutMarks(other), { ...entity, id: other.id });
  }

  /** Whether a match made it one with another of its id, so that nothing is to be told of its name. */
  #isMatched(others: readonly Variant[], i: number): boolean {
    return others.some(({ member }) => member !== i && this.#one.of(member) === this.#one.of(i));
  }
}
