import type { Ground } from './regions.ts';
import { UnionFind } from './union-find.ts';

/** A tree in a network. Both lists are in order. */
export interface Tree {
  readonly entities: readonly number[];
  readonly relations: readonly number[];
  readonly weight: number;
}

/**
 * A least spanning forest of all relations among some entities (Kruskal 1956; ties by relation), less what hangs on it
 * without leading to a terminal. Never heavier than any other way to join the terminals over these entities by all of
 * them. (Kou, Markowsky & Berman 1981 end with this step.)
 */
export function spanningTree(ground: Ground, among: Iterable<number>, terminals: ReadonlySet<number>): Tree {
  const { network, weightOf } = ground;
  const entities = [...new Set(among)].sort((a, b) => a - b);
  const placeOf = new Map(entities.map((entity, place) => [entity, place]));
  const edges: { a: number; b: number; relation: number; weight: number }[] = [];
  for (const [a, entity] of entities.entries()) {
    const end = network.first[entity + 1] ?? 0;
    for (let arc = network.first[entity] ?? 0; arc < end; arc++) {
      const b = placeOf.get(network.head[arc] ?? 0);
      const weight = weightOf(arc);
      if (b === undefined || b < a || weight === Number.POSITIVE_INFINITY) continue;
      edges.push({ a, b, relation: network.relation[arc] ?? 0, weight });
    }
  }
  edges.sort((x, y) => x.weight - y.weight || x.relation - y.relation);
  const joined = new UnionFind(entities.length);
  let tree = edges.filter(({ a, b }) => joined.join(a, b));
  for (let pruned = true; pruned; ) {
    const degree = new Uint32Array(entities.length);
    for (const { a, b } of tree) {
      degree[a] = (degree[a] ?? 0) + 1;
      degree[b] = (degree[b] ?? 0) + 1;
    }
    const stays = (place: number): boolean => (degree[place] ?? 0) > 1 || terminals.has(entities[place] ?? 0);
    const kept = tree.filter(({ a, b }) => stays(a) && stays(b));
    pruned = kept.length < tree.length;
    tree = kept;
  }
  const shown = new Set(terminals);
  for (const { a, b } of tree) shown.add(entities[a] ?? 0).add(entities[b] ?? 0);
  return {
    entities: [...shown].sort((a, b) => a - b),
    relations: tree.map(({ relation }) => relation).sort((a, b) => a - b),
    weight: tree.reduce((sum, { weight }) => sum + weight, 0),
  };
}
