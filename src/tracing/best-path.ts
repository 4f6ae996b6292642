import type { Adjacency } from './adjacency.ts';

/** A path as node and link numbers; `links.length` is `nodes.length − 1`. */
export interface Path {
  readonly nodes: readonly number[];
  readonly links: readonly number[];
  readonly cost: number;
}

/** What a search must not use. */
export interface Ban {
  readonly nodes: ReadonlySet<number>;
  readonly links: ReadonlySet<number>;
}

/** A binary heap of nodes by cost, then hops. */
class Frontier {
  readonly #entries: { node: number; cost: number; hops: number }[] = [];

  get size(): number {
    return this.#entries.length;
  }

  push(node: number, cost: number, hops: number): void {
    const entries = this.#entries;
    let i = entries.length;
    entries.push({ node, cost, hops });
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!this.#before(i, parent)) break;
      this.#swap(i, parent);
      i = parent;
    }
  }

  pop(): { node: number; cost: number; hops: number } | undefined {
    const entries = this.#entries;
    const top = entries[0];
    const last = entries.pop();
    if (top === undefined || last === undefined || entries.length === 0) return top;
    entries[0] = last;
    let i = 0;
    for (;;) {
      const left = 2 * i + 1;
      const right = left + 1;
      let least = i;
      if (left < entries.length && this.#before(left, least)) least = left;
      if (right < entries.length && this.#before(right, least)) least = right;
      if (least === i) return top;
      this.#swap(i, least);
      i = least;
    }
  }

  #before(i: number, j: number): boolean {
    const a = this.#entries[i];
    const b = this.#entries[j];
    return a !== undefined && b !== undefined && (a.cost < b.cost || (a.cost === b.cost && a.hops < b.hops));
  }

  #swap(i: number, j: number): void {
    const a = this.#entries[i];
    const b = this.#entries[j];
    if (a === undefined || b === undefined) return;
    this.#entries[i] = b;
    this.#entries[j] = a;
  }
}

/**
 * The cheapest path from `source` to `target` outside `ban`; among equals that with fewer hops, then the one whose link
 * ids come first in code-point order (E26). Undefined where there is none of at most `maxHops` hops.
 *
 * Dijkstra's algorithm (1959) backwards from the target gives each node its cost and hops to go; the path is then walked
 * forwards along arcs that keep both, taking the first link in order, which makes the tie rule exact. Where that path
 * has too many hops, costs are reckoned hop by hop instead (Bellman 1958), in time of hops × arcs. All costs are above
 * 0, so a cheapest walk never comes back to a node, and what is found is a simple path in either case.
 */
export function bestPath(
  graph: Adjacency,
  source: number,
  target: number,
  maxHops: number,
  ban: Ban,
): Path | undefined {
  if (source === target) return undefined;
  const distances = search(graph, target, ban, source);
  const unbounded = follow(graph, source, target, ban, () => distances);
  if (unbounded === undefined || unbounded.links.length <= maxHops) return unbounded;
  const layers = layersWithin(graph, source, target, maxHops, ban);
  return follow(graph, source, target, ban, (hopsDone) => layers[maxHops - hopsDone]);
}

interface Distances {
  readonly cost: Float64Array;
  readonly hops: Float64Array;
}

/** Cost and hops from each node to the target. `source` itself is never banned. */
function search(graph: Adjacency, target: number, ban: Ban, source: number): Distances {
  const cost = new Float64Array(graph.nodes.length).fill(Number.POSITIVE_INFINITY);
  const hops = new Float64Array(graph.nodes.length).fill(Number.POSITIVE_INFINITY);
  const frontier = new Frontier();
  cost[target] = 0;
  hops[target] = 0;
  frontier.push(target, 0, 0);
  while (frontier.size > 0) {
    const at = frontier.pop();
    if (at === undefined) break;
    if (at.cost > (cost[at.node] ?? 0) || (at.cost === cost[at.node] && at.hops > (hops[at.node] ?? 0))) continue;
    for (let i = graph.firstIn[at.node] ?? 0; i < (graph.firstIn[at.node + 1] ?? 0); i++) {
      const from = graph.tail[i] ?? 0;
      if (ban.links.has(graph.linkIn[i] ?? 0) || (from !== source && ban.nodes.has(from))) continue;
      const c = at.cost + (graph.costIn[i] ?? 0);
      const h = at.hops + 1;
      if (c < (cost[from] ?? 0) || (c === cost[from] && h < (hops[from] ?? 0))) {
        cost[from] = c;
        hops[from] = h;
        frontier.push(from, c, h);
      }
    }
  }
  return { cost, hops };
}

/**
 * Follows the arcs that keep cost and hops to go, the first link in order where several do. `toGo(n)` gives both after n
 * hops; undefined where the source reaches the target by none.
 */
function follow(
  graph: Adjacency,
  source: number,
  target: number,
  ban: Ban,
  toGo: (hopsDone: number) => Distances | undefined,
): Path | undefined {
  const cost = toGo(0)?.cost[source] ?? Number.POSITIVE_INFINITY;
  if (cost === Number.POSITIVE_INFINITY) return undefined;
  const nodes = [source];
  const links: number[] = [];
  for (let at = source; at !== target; ) {
    const here = toGo(links.length);
    const after = toGo(links.length + 1);
    let next: { node: number; link: number } | undefined;
    for (let i = graph.first[at] ?? 0; i < (graph.first[at + 1] ?? 0); i++) {
      const node = graph.head[i] ?? 0;
      const link = graph.link[i] ?? 0;
      if (ban.links.has(link) || ban.nodes.has(node)) continue;
      const keeps =
        (graph.cost[i] ?? 0) + (after?.cost[node] ?? Number.NaN) === here?.cost[at] &&
        1 + (after?.hops[node] ?? Number.NaN) === here?.hops[at];
      if (keeps && (next === undefined || link < next.link)) next = { node, link };
    }
    if (next === undefined) return undefined;
    nodes.push(next.node);
    links.push(next.link);
    at = next.node;
  }
  return { nodes, links, cost };
}

/** Cost and hops to the target from each node by walks of at most so many hops, one layer per number of hops. */
function layersWithin(graph: Adjacency, source: number, target: number, maxHops: number, ban: Ban): Distances[] {
  const first: Distances = {
    cost: new Float64Array(graph.nodes.length).fill(Number.POSITIVE_INFINITY),
    hops: new Float64Array(graph.nodes.length).fill(Number.POSITIVE_INFINITY),
  };
  first.cost[target] = 0;
  first.hops[target] = 0;
  const layers = [first];
  for (let most = 1; most <= maxHops; most++) {
    const before = layers[most - 1] ?? first;
    const layer: Distances = { cost: before.cost.slice(), hops: before.hops.slice() };
    for (let node = 0; node < graph.nodes.length; node++) {
      if (node !== source && ban.nodes.has(node)) continue;
      for (let i = graph.first[node] ?? 0; i < (graph.first[node + 1] ?? 0); i++) {
        const head = graph.head[i] ?? 0;
        if (ban.links.has(graph.link[i] ?? 0) || ban.nodes.has(head)) continue;
        const cost = (graph.cost[i] ?? 0) + (before.cost[head] ?? 0);
        const hops = 1 + (before.hops[head] ?? 0);
        const [least, fewest] = [layer.cost[node] ?? 0, layer.hops[node] ?? 0];
        if (cost < least || (cost === least && hops < fewest)) {
          layer.cost[node] = cost;
          layer.hops[node] = hops;
        }
      }
    }
    layers.push(layer);
  }
  return layers;
}
