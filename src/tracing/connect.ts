import { type Filling, fillWithPaths } from './fill-with-paths.ts';
import { leastTree } from './least-tree.ts';
import type { Network } from './network.ts';
import { PathSearcher } from './paths.ts';
import { type Bridge, type Ground, growRegions } from './regions.ts';
import { arcWeights, askedEntities, checkCount, type Walking } from './rows.ts';
import { spanningTree, type Tree } from './spanning-tree.ts';
import { UnionFind } from './union-find.ts';

/** Most entities that are joined in one question. */
export const MOST_TERMINALS = 12;

export interface ConnectQuery extends Walking {
  /** Those to be joined; one asked for twice counts once. */
  readonly entities: readonly number[];
  /** Most relations shown. */
  readonly budget: number;
  /** Per entity 1 where it may not be passed through; the asked ones always may. */
  readonly avoid?: Uint8Array;
}

/** A small subgraph that joins entities. Lists of entities and relations are in order. */
export interface Connection {
  /** The asked entities, those that what is shown joins in one group. Groups in order of their first. */
  readonly groups: readonly (readonly number[])[];
  /** The same if the budget had no limit: groups between which there is no way at all are apart here, too. */
  readonly joinable: readonly (readonly number[])[];
  /** All entities shown, the asked ones among them. */
  readonly entities: readonly number[];
  /** All relations shown: those of the joining tree, then those that fill the budget. */
  readonly relations: readonly number[];
  /** The relations without which a group falls apart, if nothing else were shown: a tree for each group. */
  readonly tree: readonly number[];
  /** By what the tree was chosen: least weight, or fewest relations, where the one of least weight exceeds the budget. */
  readonly by: 'weight' | 'relations';
  /**
   * Whether it is known that no other tree is better in that. Where not, it weighs at most 2 (1 − 1/ℓ) times as much as
   * the best, ℓ being the leaves of the best tree, as long as the whole of it is shown.
   */
  readonly exact: boolean;
  /** Relations that joining all that is joinable needs, by the smallest tree that was found. Above the budget: not shown whole. */
  readonly needed: number;
  /** What the rest of the budget went to. */
  readonly filling: Filling;
}

/**
 * The small subgraph that best joins 2 to 12 entities: a tree of least weight, then, for what the budget leaves, the
 * next best paths between the entities.
 *
 * The tree is Mehlhorn's (1988, see {@link growRegions}), improved over its own entities, or the least there is, where
 * the search for that stays small ({@link leastTree}). Where it has more relations than the budget allows, a tree of
 * fewest relations is tried; where that has more, too, its shortest ways between entities are shown as far as they fit.
 *
 * Of trees that are equally good one is taken by the numbers of entities and relations, the same on every run.
 *
 * A join has no direction: relations are walked either way, so that X → A ← Y joins X and Y. Weights must be the same
 * both ways, as those of the network and of `weighArcs` are.
 *
 * Throws RangeError for more than {@link MOST_TERMINALS} entities and for an entity or budget that is none.
 */
export function connect(network: Network, query: ConnectQuery, searcher = new PathSearcher(network)): Connection {
  const { budget } = query;
  checkCount('the budget', budget);
  const terminals = askedEntities(network, query.entities);
  if (terminals.length > MOST_TERMINALS) {
    throw new RangeError(`at most ${MOST_TERMINALS} entities can be joined at once, got ${terminals.length}`);
  }
  const avoid = sparing(query.avoid, terminals);
  const ground: Ground = { network, weightOf: arcWeights(network, query), avoid };
  const best = joinAll(ground, terminals);
  const joinable = groupsOf(terminals, best.bridges);
  const answer = (by: 'weight' | 'relations', { tree, exact }: { tree: Tree; exact: boolean }, needed: number) => {
    const groups = needed <= budget ? joinable : groupsJoinedBy(ground, terminals, tree);
    const filling =
      needed <= budget
        ? fillWithPaths(searcher, query, avoid, joinable, tree, budget)
        : { paths: [], entities: [], relations: [], cutShort: false };
    return {
      groups,
      joinable,
      entities: inOrder([...tree.entities, ...filling.entities]),
      relations: inOrder([...tree.relations, ...filling.relations]),
      tree: tree.relations,
      by,
      exact,
      needed,
      filling,
    };
  };
  if (best.tree.relations.length <= budget) return answer('weight', best, best.tree.relations.length);
  const short: Ground = { ...ground, weightOf: relationsFirst(ground.weightOf) };
  const fewest = joinAll(short, terminals);
  const needed = Math.min(best.tree.relations.length, fewest.tree.relations.length);
  if (fewest.tree.relations.length <= budget) return answer('relations', fewest, needed);
  return answer('relations', { tree: asFarAsItFits(short, terminals, fewest.bridges, budget), exact: false }, needed);
}

/** What is to be avoided, less the terminals. */
function sparing(avoid: Uint8Array | undefined, terminals: readonly number[]): Uint8Array | undefined {
  if (avoid === undefined || terminals.every((terminal) => avoid[terminal] !== 1)) return avoid;
  const spared = avoid.slice();
  for (const terminal of terminals) spared[terminal] = 0;
  return spared;
}

const inOrder = (numbers: readonly number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b);

interface Joined {
  readonly bridges: readonly Bridge[];
  readonly tree: Tree;
  readonly exact: boolean;
}

function joinAll(ground: Ground, terminals: readonly number[]): Joined {
  const { bridges, nearness } = growRegions(ground, terminals);
  const trees: Tree[] = [];
  let exact = true;
  for (const group of groupsOf(terminals, bridges)) {
    const own = bridges.filter(({ a }) => group.includes(terminals[a] ?? -1));
    const overAll = (entities: readonly number[]): Tree => spanningTree(ground, entities, new Set(group));
    const found = overAll(own.flatMap(({ entities }) => entities));
    // Between two the only bridge is a least way, and one alone needs none.
    const least = group.length < 3 ? found : leastTree(ground, group, found.weight, nearness);
    exact &&= least !== undefined;
    // Spanned anew, since that settles ties by relation.
    trees.push(least === undefined || least.weight === found.weight ? found : overAll(least.entities));
  }
  const tree = {
    entities: inOrder(trees.flatMap(({ entities }) => entities)),
    relations: inOrder(trees.flatMap(({ relations }) => relations)),
    weight: trees.reduce((sum, { weight }) => sum + weight, 0),
  };
  return { bridges, tree, exact };
}

/** Terminals that bridges join, as groups in order of their first. */
function groupsOf(
  terminals: readonly number[],
  bridges: readonly { readonly a: number; readonly b: number }[],
): number[][] {
  const joined = new UnionFind(terminals.length);
  for (const { a, b } of bridges) joined.join(a, b);
  return gather(terminals, (t) => joined.find(t));
}

/** Terminals that a tree joins, as groups in order of their first. */
function groupsJoinedBy({ network }: Ground, terminals: readonly number[], tree: Tree): number[][] {
  const places = new Map(tree.entities.map((entity, place) => [entity, place]));
  const shown = new Set(tree.relations);
  const joined = new UnionFind(tree.entities.length);
  for (const [place, entity] of tree.entities.entries()) {
    for (let arc = network.first[entity] ?? 0; arc < (network.first[entity + 1] ?? 0); arc++) {
      const other = places.get(network.head[arc] ?? 0);
      if (other !== undefined && shown.has(network.relation[arc] ?? 0)) joined.join(place, other);
    }
  }
  return gather(terminals, (t) => joined.find(places.get(terminals[t] ?? 0) ?? 0));
}

function gather(terminals: readonly number[], setOf: (t: number) => number): number[][] {
  const groups = new Map<number, number[]>();
  for (const [t, terminal] of terminals.entries()) {
    const known = groups.get(setOf(t));
    if (known === undefined) groups.set(setOf(t), [terminal]);
    else known.push(terminal);
  }
  return [...groups.values()];
}

/** One relation, where fewer come before lighter: more than a thousand relations' worth of lightness. */
const RELATION = 2 ** 40;

/** Lightness is counted in units of about 10⁻⁶ nat, at most this many per relation. */
const LIGHTNESS_UNIT = 2 ** 20;
const MOST_LIGHTNESS = 2 ** 30;

/** Fewer relations first, then, more coarsely, the weight. */
function relationsFirst(weightOf: (arc: number) => number): (arc: number) => number {
  return (arc) => {
    const weight = weightOf(arc);
    if (weight === Number.POSITIVE_INFINITY) return weight;
    return RELATION + Math.min(Math.floor(weight / LIGHTNESS_UNIT), MOST_LIGHTNESS);
  };
}

/** The bridges that fit into the budget, those of fewest relations first. */
function asFarAsItFits(ground: Ground, terminals: readonly number[], bridges: readonly Bridge[], budget: number): Tree {
  const entities = new Set<number>();
  const relations = new Set<number>();
  for (const bridge of bridges) {
    const added = bridge.relations.filter((relation) => !relations.has(relation));
    if (relations.size + added.length > budget) continue;
    for (const relation of added) relations.add(relation);
    for (const entity of bridge.entities) entities.add(entity);
  }
  const among = (arc: number): number =>
    relations.has(ground.network.relation[arc] ?? 0) ? ground.weightOf(arc) : Number.POSITIVE_INFINITY;
  return spanningTree({ ...ground, weightOf: among }, entities, new Set(terminals));
}
