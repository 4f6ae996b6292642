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
 * forwards along arcs that keep both, taking the first link in order, which makes the tie rule exact. A bound on the
 * hops that the cheapest path breaks is met by a search over (node, hops) instead.
 */
export function bestPath(
  graph: Adjacency,
  source: number,
  target: number,
  maxHops: number,
  ban: Ban,
): Path | undefined {
  if (source === target) return undefined;
  // layer h: least cost to reach the target with exactly the hops that the layer allows. One layer if unbounded.
  const free = search(graph, target, ban, source);
  const unbounded = walk(graph, source, target, ban, free);
  if (unbounded !== undefined && unbounded.links.length <= maxHops) return unbounded;
  if (unbounded === undefined) return undefined;
  return bestWithin(graph, source, target, maxHops, ban);
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

function walk(graph: Adjacency, source: number, target: number, ban: Ban, left: Distances): Path | undefined {
  if (left.cost[source] === Number.POSITIVE_INFINITY) return undefined;
  const nodes = [source];
  const links: number[] = [];
  let at = source;
  while (at !== target) {
    let next: { node: number; link: number } | undefined;
    for (let i = graph.first[at] ?? 0; i < (graph.first[at + 1] ?? 0); i++) {
      const node = graph.head[i] ?? 0;
      const link = graph.link[i] ?? 0;
      if (ban.links.has(link) || ban.nodes.has(node)) continue;
      const keeps =
        (graph.cost[i] ?? 0) + (left.cost[node] ?? 0) === left.cost[at] && (left.hops[node] ?? 0) + 1 === left.hops[at];
      if (keeps && (next === undefined || link < next.link)) next = { node, link };
    }
    if (next === undefined) return undefined;
    nodes.push(next.node);
    links.push(next.link);
    at = next.node;
  }
  return { nodes, links, cost: left.cost[source] ?? 0 };
}

/**
 * The cheapest simple path of at most `maxHops` hops, by depth-first search that is cut by the exact cost to go without
 * the bound. Only reached when the cheapest path of all is longer than the bound.
 */
function bestWithin(graph: Adjacency, source: number, target: number, maxHops: number, ban: Ban): Path | undefined {
  const { cost: left } = search(graph, target, ban, source);
  const steps = hopsTo(graph, target, ban, source);
  let best: Path | undefined;
  const nodes = [source];
  const links: number[] = [];
  const on = new Set(nodes);
  const visit = (at: number, cost: number): void => {
    if (at === target) {
      if (best === undefined || cost < best.cost || (cost === best.cost && links.length < best.links.length)) {
        best = { nodes: [...nodes], links: [...links], cost };
      }
      return;
    }
    for (let i = graph.first[at] ?? 0; i < (graph.first[at + 1] ?? 0); i++) {
      const node = graph.head[i] ?? 0;
      const link = graph.link[i] ?? 0;
      if (on.has(node) || ban.nodes.has(node) || ban.links.has(link)) continue;
      const next = cost + (graph.cost[i] ?? 0);
      if (links.length + 1 + (steps[node] ?? 0) > maxHops) continue;
      if (
        best !== undefined &&
        next + (left[node] ?? 0) >= best.cost &&
        !(next + (left[node] ?? 0) === best.cost && links.length + 1 + (steps[node] ?? 0) < best.links.length)
      )
        continue;
      nodes.push(node);
      links.push(link);
      on.add(node);
      visit(node, next);
      on.delete(node);
      links.pop();
      nodes.pop();
    }
  };
  visit(source, 0);
  return best;
}

/** Fewest hops from each node to the target. */
function hopsTo(graph: Adjacency, target: number, ban: Ban, source: number): Float64Array {
  const hops = new Float64Array(graph.nodes.length).fill(Number.POSITIVE_INFINITY);
  hops[target] = 0;
  let layer = [target];
  while (layer.length > 0) {
    const next: number[] = [];
    for (const at of layer) {
      for (let i = graph.firstIn[at] ?? 0; i < (graph.firstIn[at + 1] ?? 0); i++) {
        const from = graph.tail[i] ?? 0;
        if (hops[from] !== Number.POSITIVE_INFINITY) continue;
        if (ban.links.has(graph.linkIn[i] ?? 0) || (from !== source && ban.nodes.has(from))) continue;
        hops[from] = (hops[at] ?? 0) + 1;
        next.push(from);
      }
    }
    layer = next;
  }
  return hops;
}
