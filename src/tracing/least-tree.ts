import { EntityHeap } from './heap.ts';
import type { Ground } from './regions.ts';
import type { Tree } from './spanning-tree.ts';

/** Most steps of the search for a least tree, a few tenths of a second. */
const MOST_STEPS = 20_000_000;

/** An arc costs as much as this many divisions of a set, for the heap. */
const STEPS_PER_ARC = 4;

/** Most arcs looked at, over all terminals, to find which entities the least tree may pass through; likewise. */
const MOST_ARCS = 1_000_000;

/**
 * The tree of least weight that joins three terminals or more, where one of weight `known` is known already and the
 * search stays small; else undefined.
 *
 * Dreyfus & Wagner, "The Steiner problem in graphs", Networks 1 (1971), in the form of Erickson, Monma & Veinott
 * (1987): with D(S, v) the weight of a least tree that joins the terminals S and the entity v,
 *
 *     D(S, v) = min( min over parts T of S: D(T, v) + D(S \ T, v),  min over arcs (u, v): D(S, u) + weight(u, v) )
 *
 * where the second minimum is Dijkstra's algorithm, S without the last terminal, whose D is the answer.
 *
 * Only entities that may lie on the least tree take part. An entity v that is no terminal lies in it between two
 * terminals, so d(v, t) + (distance from v to the nearest terminal) ≤ known for each t; and a tree over v, s and t
 * weighs at least half of d(v, s) + d(v, t) + d(s, t).
 */
export function leastTree(
  ground: Ground,
  terminals: readonly number[],
  known: number,
  nearness: (entity: number) => number,
): Tree | undefined {
  const near = reachable(ground, terminals, known, nearness);
  if (near === undefined) return undefined;
  const roomy = localGraph(ground, near);
  const from = terminals.map((terminal) => {
    const distance = new Float64Array(near.length).fill(Number.POSITIVE_INFINITY);
    distance[near.indexOf(terminal)] = 0;
    spread(roomy, distance, new Int32Array(near.length), () => known);
    return distance;
  });
  const places = terminals.map((terminal) => near.indexOf(terminal));
  const pairs = from.flatMap((ofS, s) =>
    from.slice(s + 1).map((ofT, i) => ({ ofS, ofT, across: ofS[places[s + 1 + i] ?? 0] ?? 0 })),
  );
  const members = near.filter((_, v) =>
    pairs.every(({ ofS, ofT, across }) => (ofS[v] ?? 0) + (ofT[v] ?? 0) + across <= 2 * known),
  );
  const graph = localGraph(ground, members);
  const subsets = 2 ** (terminals.length - 1);
  const divisions = members.length * 3 ** (terminals.length - 1);
  if (divisions + STEPS_PER_ARC * graph.head.length * subsets > MOST_STEPS) return undefined;
  return dreyfusWagner(graph, terminals, known);
}

/** Entities that a least tree may pass through, as seen from the first terminal; undefined where there are too many. */
function reachable(
  { network, weightOf, avoid }: Ground,
  terminals: readonly number[],
  known: number,
  nearness: (entity: number) => number,
): number[] | undefined {
  const isTerminal = new Set(terminals);
  const distance = new Float64Array(network.entities).fill(Number.POSITIVE_INFINITY);
  const reached: number[] = [];
  const heap = new EntityHeap();
  const start = terminals[0] ?? 0;
  distance[start] = 0;
  heap.push(0, start);
  let looked = 0;
  while (heap.size > 0) {
    const { key, entity } = heap;
    heap.drop();
    if (key > (distance[entity] ?? 0)) continue;
    reached.push(entity);
    const end = network.first[entity + 1] ?? 0;
    looked += end - (network.first[entity] ?? 0);
    if (looked * terminals.length > MOST_ARCS) return undefined;
    for (let arc = network.first[entity] ?? 0; arc < end; arc++) {
      const head = network.head[arc] ?? 0;
      const through = key + weightOf(arc);
      if (!(through <= known && through < (distance[head] ?? 0))) continue;
      if (!isTerminal.has(head) && (avoid?.[head] === 1 || through + nearness(head) > known)) continue;
      distance[head] = through;
      heap.push(through, head);
    }
  }
  return reached.sort((a, b) => a - b);
}

/** A network of a few entities, numbered by their places among them. */
interface LocalGraph {
  readonly entities: readonly number[];
  readonly first: Uint32Array;
  readonly tail: Uint32Array;
  readonly head: Uint32Array;
  readonly relation: Uint32Array;
  readonly weight: Float64Array;
}

function localGraph({ network, weightOf }: Ground, entities: readonly number[]): LocalGraph {
  const placeOf = new Map(entities.map((entity, place) => [entity, place]));
  const first = new Uint32Array(entities.length + 1);
  const arcs: number[] = [];
  for (const [place, entity] of entities.entries()) {
    const end = network.first[entity + 1] ?? 0;
    for (let arc = network.first[entity] ?? 0; arc < end; arc++) {
      if (placeOf.has(network.head[arc] ?? 0) && weightOf(arc) < Number.POSITIVE_INFINITY) arcs.push(arc);
    }
    first[place + 1] = arcs.length;
  }
  const tail = new Uint32Array(arcs.length);
  for (let place = 0; place < entities.length; place++) tail.fill(place, first[place] ?? 0, first[place + 1] ?? 0);
  return {
    entities,
    first,
    tail,
    head: Uint32Array.from(arcs, (arc) => placeOf.get(network.head[arc] ?? 0) ?? 0),
    relation: Uint32Array.from(arcs, (arc) => network.relation[arc] ?? 0),
    weight: Float64Array.from(arcs, weightOf),
  };
}

/**
 * Dijkstra's algorithm from everything that has a finite distance already. `cameBy[v]` becomes the arc by which v got
 * its distance, where it got a lesser one. Distances above `most(v)` are not followed.
 */
function spread(graph: LocalGraph, distance: Float64Array, cameBy: Int32Array, most: (place: number) => number): void {
  const heap = new EntityHeap();
  for (let place = 0; place < distance.length; place++) {
    const given = distance[place] ?? 0;
    if (given < Number.POSITIVE_INFINITY) heap.push(given, place);
  }
  while (heap.size > 0) {
    const { key, entity } = heap;
    heap.drop();
    if (key > (distance[entity] ?? 0)) continue;
    const end = graph.first[entity + 1] ?? 0;
    for (let arc = graph.first[entity] ?? 0; arc < end; arc++) {
      const head = graph.head[arc] ?? 0;
      const through = key + (graph.weight[arc] ?? 0);
      if (!(through < (distance[head] ?? 0) && through <= most(head))) continue;
      distance[head] = through;
      cameBy[head] = arc;
      heap.push(through, head);
    }
  }
}

/** In `cameBy`: the tree starts here. Any other negative number −1 − T: it is made of those of T and of the rest. */
const START = -1;

function dreyfusWagner(graph: LocalGraph, terminals: readonly number[], known: number): Tree | undefined {
  const size = graph.entities.length;
  const places = terminals.map((terminal) => graph.entities.indexOf(terminal));
  const root = places.at(-1) ?? 0;
  const fromRoot = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  fromRoot[root] = 0;
  spread(graph, fromRoot, new Int32Array(size), () => known);
  const most = (place: number): number => known - (fromRoot[place] ?? 0);
  const all = 2 ** (terminals.length - 1) - 1;
  const weight = new Float64Array((all + 1) * size).fill(Number.POSITIVE_INFINITY);
  const cameBy = new Int32Array((all + 1) * size).fill(START);
  for (let set = 1; set <= all; set++) {
    const row = weight.subarray(set * size, (set + 1) * size);
    const by = cameBy.subarray(set * size, (set + 1) * size);
    const least = set & -set;
    if (set === least) row[places[31 - Math.clz32(set)] ?? 0] = 0;
    // Parts that hold the least terminal of the set, so that each division is tried once.
    for (let part = (set - 1) & set; part > 0; part = (part - 1) & set) {
      if ((part & least) === 0) continue;
      const [one, other] = [part * size, (set ^ part) * size];
      for (let place = 0; place < size; place++) {
        const sum = (weight[one + place] ?? 0) + (weight[other + place] ?? 0);
        if (!(sum < (row[place] ?? 0) && sum <= most(place))) continue;
        row[place] = sum;
        by[place] = -1 - part;
      }
    }
    spread(graph, row, by, most);
  }
  const total = weight[all * size + root] ?? Number.POSITIVE_INFINITY;
  if (total === Number.POSITIVE_INFINITY) return undefined;

  const entities = new Set(terminals);
  const relations = new Set<number>();
  const open = [{ set: all, place: root }];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { set, place } = at;
    entities.add(graph.entities[place] ?? 0);
    const by = cameBy[set * size + place] ?? START;
    if (by >= 0) {
      relations.add(graph.relation[by] ?? 0);
      open.push({ set, place: graph.tail[by] ?? 0 });
    } else if (by !== START) {
      const part = -1 - by;
      open.push({ set: part, place }, { set: set ^ part, place });
    }
  }
  return {
    entities: [...entities].sort((a, b) => a - b),
    relations: [...relations].sort((a, b) => a - b),
    weight: total,
  };
}
