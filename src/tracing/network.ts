import { lightestFirst } from './lightest-first.ts';

/** Which way relations may be walked: either way, from subject to object, or from object to subject. */
export type Direction = 'both' | 'along' | 'against';

/** Relations as tracing sees them, one row each, in code-point order of their ids. */
export interface RelationColumns {
  /** Number of the subject. */
  readonly from: Uint32Array;
  /** Number of the object. */
  readonly to: Uint32Array;
  /** b in [0, 1]; a relation with 0 is never walked. */
  readonly belief: Float64Array;
  /** 1 where it may be walked either way whatever the direction asked for. */
  readonly symmetric: Uint8Array;
}

/**
 * Relations by entity (compressed sparse rows). Plain typed arrays only, so that it can be transferred to a worker.
 *
 * A relation is two arcs, one in the row of each of its ends; a relation of an entity with itself is none. Entities and
 * relations are numbered in code-point order of their ids, so that whatever is computed from the numbers is the same
 * for every order of insertion (DESIGN T6).
 */
export interface Network {
  readonly entities: number;
  readonly relations: number;
  /**
   * The arcs of entity n stand in `first[n] … first[n + 1]`: those that lead from subject to object only, from
   * `symmetricFrom[n]` the symmetric ones, from `againstFrom[n]` those walked from object to subject. In each of the
   * three parts they are sorted by {@link weight}, then by relation, so that whoever looks at a part from its beginning
   * can stop at what is too heavy.
   */
  readonly first: Uint32Array;
  readonly symmetricFrom: Uint32Array;
  readonly againstFrom: Uint32Array;
  /** The entity that an arc leads to. */
  readonly head: Uint32Array;
  /** The relation that an arc walks. */
  readonly relation: Uint32Array;
  /** Weight of an arc by evidence (E26), see {@link arcWeight}; infinite where it is never walked. */
  readonly weight: Float64Array;
}

/** Costs are whole numbers of this part of a nat, so that sums are exact and ties are ties. */
const COST_UNITS = 1e9;

/** Room below one unit of cost that hops are counted in. */
const HOP_ROOM = 1024;

/** One hop, where hops come before cost: more than a trace of any belief that a double can tell from 0 costs. */
const HOP_FIRST = 2 ** 40;

/** A place that is passed through counts as this many nats. */
const PLACE_PENALTY = 1;

/** An entity with more arcs than this is a hub. */
const HUB_DEGREE = 32;

/** E26: the cost of a hop, −ln b, in units of 10⁻⁹ nat; infinite for b = 0. */
function costOf(belief: number, row: number): number {
  if (!(belief >= 0 && belief <= 1)) {
    throw new RangeError(`relation ${row}: a belief lies between 0 and 1, got ${belief}`);
  }
  // −ln 1 is −0: adding 0 makes it 0.
  return Math.round(-Math.log(belief) * COST_UNITS) + 0;
}

/**
 * E26 as one number: cost × 1024 + 1, so that the sum over a path sorts by cost, then by fewer hops. Always above 0.
 *
 * Sums are exact up to 2⁵³, which is 8796 nat (a belief of 10⁻³⁸²⁰); beyond that they are rounded. Of paths longer than
 * 1024 hops, 1024 hops more count as one unit of cost, 10⁻⁹ nat, more.
 */
function arcWeight(cost: number): number {
  return cost * HOP_ROOM + 1;
}

/** The cost that {@link arcWeight} was made from. */
function costOfArc(weight: number): number {
  return (weight - 1) / HOP_ROOM;
}

/**
 * Builds the network of relations by counting sorts, in time of entities + relations.
 * Throws RangeError, with the number of the row, for a belief that is NaN, negative or above 1 and for an end that is no
 * entity; and for columns of unequal length.
 */
export function buildNetwork(entities: number, columns: RelationColumns): Network {
  const { from, to, belief, symmetric } = columns;
  const relations = from.length;
  for (const [name, column] of Object.entries({ to, belief, symmetric })) {
    if (column.length !== relations) {
      throw new RangeError(`column ${name} has ${column.length} rows, expected ${relations} as in column from`);
    }
  }
  const alongCount = new Uint32Array(entities);
  const symmetricCount = new Uint32Array(entities);
  const againstCount = new Uint32Array(entities);
  const costs = new Float64Array(relations);
  for (let row = 0; row < relations; row++) {
    const u = from[row] ?? 0;
    const w = to[row] ?? 0;
    if (u >= entities || w >= entities) {
      throw new RangeError(`relation ${row}: its ends are below ${entities}, got ${u} and ${w}`);
    }
    costs[row] = costOf(belief[row] ?? 0, row);
    if (u === w) continue;
    const outward = symmetric[row] === 1 ? symmetricCount : alongCount;
    const inward = symmetric[row] === 1 ? symmetricCount : againstCount;
    outward[u] = (outward[u] ?? 0) + 1;
    inward[w] = (inward[w] ?? 0) + 1;
  }
  const first = new Uint32Array(entities + 1);
  const symmetricFrom = new Uint32Array(entities);
  const againstFrom = new Uint32Array(entities);
  let at = 0;
  for (let n = 0; n < entities; n++) {
    first[n] = at;
    at += alongCount[n] ?? 0;
    symmetricFrom[n] = at;
    at += symmetricCount[n] ?? 0;
    againstFrom[n] = at;
    at += againstCount[n] ?? 0;
  }
  first[entities] = at;
  // From here on the counts are the places where the next arc of a part goes.
  alongCount.set(first.subarray(0, entities));
  symmetricCount.set(symmetricFrom);
  againstCount.set(againstFrom);
  const head = new Uint32Array(at);
  const relation = new Uint32Array(at);
  const weight = new Float64Array(at);
  for (const row of lightestFirst(costs)) {
    const u = from[row] ?? 0;
    const w = to[row] ?? 0;
    if (u === w) continue;
    const arc = arcWeight(costs[row] ?? 0);
    const outward = symmetric[row] === 1 ? symmetricCount : alongCount;
    const inward = symmetric[row] === 1 ? symmetricCount : againstCount;
    const out = outward[u] ?? 0;
    outward[u] = out + 1;
    head[out] = w;
    relation[out] = row;
    weight[out] = arc;
    const back = inward[w] ?? 0;
    inward[w] = back + 1;
    head[back] = u;
    relation[back] = row;
    weight[back] = arc;
  }
  return { entities, relations, first, symmetricFrom, againstFrom, head, relation, weight };
}

/** Other weights over the same arcs. */
export interface Weighing {
  /** Evidence (cost, then hops; the default) or hops (hops, then cost). */
  readonly rank?: 'evidence' | 'hops';
  /** New beliefs: `belief[i]` is that of relation `relations[i]`, or of relation i where `relations` is absent. */
  readonly beliefs?: { readonly relations?: Uint32Array; readonly belief: Float64Array };
  /** Per entity 1 where it is a place, to be damped; absent: places are not damped. */
  readonly places?: Uint8Array;
  /** Whether hubs are damped. */
  readonly hubs?: boolean;
}

/**
 * Weights of arcs for another ranking or with other beliefs, a new array in the order of the network's arcs.
 *
 *     by evidence: cost × 1024 + 1 + (pen(u) + pen(w)) / 2 × 1024
 *     by hops:     2⁴⁰ + cost      + (pen(u) + pen(w)) / 2
 *     cost = round(−ln b × 10⁹)
 *     pen  = 10⁹ × (1 for a place + ln(degree / 32) for a hub), to an even number
 *
 * An arc bears half the penalty of each of its ends, so a path bears the whole penalty of whatever it passes through,
 * and the halves of its two ends. These are the same for all paths between the same two; between groups they rank a path
 * that begins or ends at a damped member of its group behind one of equal cost that does not. `degree` is the number of arcs
 * that can be walked either way; a hub has more than 32. A penalty ranks and says nothing about belief.
 *
 * Throws RangeError for a new belief outside [0, 1], naming the relation.
 */
export function weighArcs(network: Network, options: Weighing): Float64Array {
  const { rank = 'evidence', beliefs, places, hubs = false } = options;
  const { first, head } = network;
  const weight = beliefs === undefined ? network.weight.slice() : withBeliefs(network, beliefs);
  if (rank === 'evidence' && places === undefined && !hubs) return weight;
  const half = halfPenalties(network, weight, places, hubs);
  for (let n = 0; n < network.entities; n++) {
    const own = half[n] ?? 0;
    const end = first[n + 1] ?? 0;
    for (let i = first[n] ?? 0; i < end; i++) {
      const penalty = own + (half[head[i] ?? 0] ?? 0);
      const byEvidence = weight[i] ?? 0;
      weight[i] = rank === 'hops' ? HOP_FIRST + costOfArc(byEvidence) + penalty : byEvidence + penalty * HOP_ROOM;
    }
  }
  return weight;
}

function withBeliefs(network: Network, beliefs: NonNullable<Weighing['beliefs']>): Float64Array {
  const { relations, belief } = beliefs;
  const weightOf = new Float64Array(network.relations).fill(Number.NaN);
  for (let i = 0; i < belief.length; i++) {
    const row = relations === undefined ? i : (relations[i] ?? 0);
    if (row >= network.relations) throw new RangeError(`relation ${row}: there are ${network.relations} relations`);
    weightOf[row] = arcWeight(costOf(belief[i] ?? 0, row));
  }
  const weight = network.weight.slice();
  for (let i = 0; i < weight.length; i++) {
    const changed = weightOf[network.relation[i] ?? 0] ?? 0;
    if (!Number.isNaN(changed)) weight[i] = changed;
  }
  return weight;
}

/** Half the penalty of each entity, in units of cost. */
function halfPenalties(
  network: Network,
  weight: Float64Array,
  places: Uint8Array | undefined,
  hubs: boolean,
): Float64Array {
  const half = new Float64Array(network.entities);
  for (let n = 0; n < network.entities; n++) {
    let nats = places?.[n] === 1 ? PLACE_PENALTY : 0;
    if (hubs) {
      let degree = 0;
      for (let i = network.first[n] ?? 0; i < (network.first[n + 1] ?? 0); i++) {
        if ((weight[i] ?? 0) < Number.POSITIVE_INFINITY) degree += 1;
      }
      if (degree > HUB_DEGREE) nats += Math.log(degree / HUB_DEGREE);
    }
    half[n] = Math.round((nats * COST_UNITS) / 2);
  }
  return half;
}
