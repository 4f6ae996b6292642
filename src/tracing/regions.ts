import { EntityHeap } from './heap.ts';
import type { Network } from './network.ts';
import { UnionFind } from './union-find.ts';

/** A network as joining sees it: arcs by what they weigh, entities by whether they may be passed through. */
export interface Ground {
  readonly network: Network;
  /** Weight of an arc, above 0; infinite where it may not be walked. The same for both arcs of a relation. */
  readonly weightOf: (arc: number) => number;
  readonly avoid: Uint8Array | undefined;
}

/** A least way between two terminals that runs through the regions of these two only. */
export interface Bridge {
  /** Places in the list of terminals. */
  readonly a: number;
  readonly b: number;
  /** All entities on it, terminals included, in no order. */
  readonly entities: readonly number[];
  readonly relations: readonly number[];
}

/** What the growing of regions found. */
export interface Regions {
  /** A least spanning forest of the terminals, lightest bridge first. */
  readonly bridges: readonly Bridge[];
  /**
   * The weight of a least way from an entity to the nearest terminal; or, where the regions were not grown that far, a
   * weight that it is not below. Infinite where there is no way.
   */
  readonly nearness: (entity: number) => number;
}

interface Meeting {
  readonly weight: number;
  readonly arc: number;
  readonly from: number;
}

/**
 * Grows a region around every terminal, of the entities that are nearer to it than to any other (the Voronoi regions of
 * Mehlhorn 1988), all at once by Dijkstra's algorithm (1959), and joins neighbouring regions over their best arcs.
 *
 *     weight of a bridge over the arc (u, w) = d(u) + weight(u, w) + d(w)
 *
 * The least spanning forest over these bridges is one over the least ways between all terminals, too (Mehlhorn's
 * theorem), and its relations weigh at most 2 (1 − 1/ℓ) times as much as the least tree that joins the terminals, with ℓ
 * the number of leaves of that tree.
 *
 * A bridge not yet seen weighs at least twice the next distance. So growing ends when the bridges seen join all
 * terminals and none of those taken weighs more than that. Terminals without a way between them make it grow over
 * everything that they reach.
 */
export function growRegions(ground: Ground, terminals: readonly number[]): Regions {
  const { network, weightOf, avoid } = ground;
  const { first, head } = network;
  const count = terminals.length;
  /** Terminal of the region, from 1; 0: not reached. */
  const region = new Uint8Array(network.entities);
  const distance = new Float64Array(network.entities);
  const settled = new Uint8Array(network.entities);
  /** The arc by which an entity was reached stands in the row of `parent`; means nothing for a terminal. */
  const parent = new Uint32Array(network.entities);
  const parentRelation = new Uint32Array(network.entities);
  const heap = new EntityHeap();
  for (const [t, terminal] of terminals.entries()) {
    region[terminal] = t + 1;
    heap.push(0, terminal);
  }
  /** The best meeting of each two regions; that of a and b, a < b, at a × count + b. */
  const meetings = new Map<number, Meeting>();
  let forest: { taken: number[]; whole: boolean; heaviest: number } | undefined;

  while (heap.size > 0) {
    const [key, entity] = [heap.key, heap.entity];
    if (settled[entity] === 1) {
      heap.drop();
      continue;
    }
    forest ??= spanningForest(meetings, count);
    if (forest.whole && forest.heaviest <= 2 * key) break;
    heap.drop();
    settled[entity] = 1;
    const own = region[entity] ?? 0;
    const end = first[entity + 1] ?? 0;
    for (let arc = first[entity] ?? 0; arc < end; arc++) {
      const weight = weightOf(arc);
      if (weight === Number.POSITIVE_INFINITY) continue;
      const next = head[arc] ?? 0;
      const other = region[next] ?? 0;
      if (settled[next] === 1) {
        if (other === own) continue;
        const meeting = { weight: key + weight + (distance[next] ?? 0), arc, from: entity };
        const pair = Math.min(own, other) * (count + 1) + Math.max(own, other);
        const best = meetings.get(pair);
        if (best !== undefined && !isBefore(network, meeting, best)) continue;
        meetings.set(pair, meeting);
        forest = undefined;
      } else if (other === 0 ? avoid?.[next] !== 1 : key + weight < (distance[next] ?? 0)) {
        region[next] = own;
        distance[next] = key + weight;
        parent[next] = entity;
        parentRelation[next] = network.relation[arc] ?? 0;
        heap.push(key + weight, next);
      }
    }
  }

  const grown = heap.size === 0 ? Number.POSITIVE_INFINITY : heap.key;
  forest ??= spanningForest(meetings, count);
  const bridges = forest.taken.flatMap((pair): Bridge[] => {
    const meeting = meetings.get(pair);
    if (meeting === undefined) return [];
    const entities: number[] = [];
    const relations = [network.relation[meeting.arc] ?? 0];
    for (const end of [meeting.from, head[meeting.arc] ?? 0]) {
      let at = end;
      for (; (distance[at] ?? 0) > 0; at = parent[at] ?? 0) {
        entities.push(at);
        relations.push(parentRelation[at] ?? 0);
      }
      entities.push(at);
    }
    return [{ a: Math.floor(pair / (count + 1)) - 1, b: (pair % (count + 1)) - 1, entities, relations }];
  });
  return { bridges, nearness: (entity) => (settled[entity] === 1 ? (distance[entity] ?? 0) : grown) };
}

function isBefore(network: Network, a: Meeting, b: Meeting): boolean {
  if (a.weight !== b.weight) return a.weight < b.weight;
  return (network.relation[a.arc] ?? 0) < (network.relation[b.arc] ?? 0);
}

/** Kruskal's algorithm (1956) over at most 66 meetings; ties by terminals. */
function spanningForest(
  meetings: ReadonlyMap<number, Meeting>,
  count: number,
): { taken: number[]; whole: boolean; heaviest: number } {
  const sorted = [...meetings].sort(([p, a], [q, b]) => a.weight - b.weight || p - q);
  const joined = new UnionFind(count + 1);
  const taken: number[] = [];
  let heaviest = 0;
  for (const [pair, { weight }] of sorted) {
    if (!joined.join(Math.floor(pair / (count + 1)), pair % (count + 1))) continue;
    taken.push(pair);
    heaviest = weight;
  }
  return { taken, whole: taken.length === count - 1, heaviest };
}
