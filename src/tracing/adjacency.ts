/** A relation as tracing sees it: two ends, and how strongly it is believed. */
export interface Link {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** b, in (0, 1). */
  readonly belief: number;
  /** Whether it may be walked from `to` to `from` whatever the direction asked for. */
  readonly symmetric: boolean;
}

/** Which way relations may be walked. */
export type Direction = 'both' | 'along' | 'against';

/** Costs are whole numbers of this part of a nat, so that sums are exact and ties are ties. */
const COST_UNITS = 1e9;

/** E26: the cost of a hop, −ln b, in units of 10⁻⁹ nat, at least 0. Throws where b is no probability above 0. */
export function costOf(belief: number): number {
  if (!(belief > 0 && belief <= 1)) throw new RangeError(`a hop needs a belief above 0 and up to 1, got ${belief}`);
  return Math.round(-Math.log(belief) * COST_UNITS);
}

/**
 * A compact directed multigraph (compressed sparse rows). Arc i of node n stands at `first[n] ≤ i < first[n + 1]`:
 * `head[i]` is the node it leads to, `cost[i]` its cost, `link[i]` the link it walks.
 *
 * Nodes and links are numbered in code-point order of their ids, so that everything computed from the numbers is the
 * same whatever the order of insertion (DESIGN T6).
 */
export interface Adjacency {
  readonly nodes: readonly string[];
  readonly links: readonly Link[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly first: Uint32Array;
  readonly head: Uint32Array;
  readonly link: Uint32Array;
  readonly cost: Float64Array;
  /** The same arcs by the node they lead to; `tail[i]` is the node they come from. */
  readonly firstIn: Uint32Array;
  readonly tail: Uint32Array;
  readonly linkIn: Uint32Array;
  readonly costIn: Float64Array;
}

interface Arc {
  readonly from: number;
  readonly to: number;
  readonly link: number;
  readonly cost: number;
}

function rows(count: number, arcs: readonly Arc[], at: (arc: Arc) => number): { first: Uint32Array; arcs: Arc[] } {
  const sorted = arcs.toSorted((a, b) => at(a) - at(b) || a.link - b.link || a.to - b.to);
  const first = new Uint32Array(count + 1);
  for (const arc of sorted) first[at(arc) + 1] = (first[at(arc) + 1] ?? 0) + 1;
  for (let n = 0; n < count; n++) first[n + 1] = (first[n + 1] ?? 0) + (first[n] ?? 0);
  return { first, arcs: sorted };
}

/** Builds the adjacency of links. `nodes` and `links` must be sorted by id in code-point order; self-loops are left out. */
export function buildAdjacency(nodes: readonly string[], links: readonly Link[], direction: Direction): Adjacency {
  const indexOf = new Map(nodes.map((node, i) => [node, i]));
  const arcs = links.flatMap((link, i): Arc[] => {
    const from = indexOf.get(link.from);
    const to = indexOf.get(link.to);
    if (from === undefined || to === undefined || from === to) return [];
    const cost = costOf(link.belief);
    const along = { from, to, link: i, cost };
    const against = { from: to, to: from, link: i, cost };
    if (direction === 'both' || link.symmetric) return [along, against];
    return [direction === 'along' ? along : against];
  });
  const out = rows(nodes.length, arcs, (arc) => arc.from);
  const into = rows(nodes.length, arcs, (arc) => arc.to);
  return {
    nodes,
    links,
    indexOf,
    first: out.first,
    head: Uint32Array.from(out.arcs, (arc) => arc.to),
    link: Uint32Array.from(out.arcs, (arc) => arc.link),
    cost: Float64Array.from(out.arcs, (arc) => arc.cost),
    firstIn: into.first,
    tail: Uint32Array.from(into.arcs, (arc) => arc.from),
    linkIn: Uint32Array.from(into.arcs, (arc) => arc.link),
    costIn: Float64Array.from(into.arcs, (arc) => arc.cost),
  };
}
