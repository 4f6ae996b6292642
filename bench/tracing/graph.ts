/**
 * Made-up graphs of claims, the same on every run. How they come about:
 *
 * - Degrees follow a power law of exponent γ = 2.5 (Chung and Lu 2002): an end of a relation is entity i of a shuffled
 *   order with a probability that falls as (i + 1)^(−1/(γ−1)).
 * - Claims gather on relations as words in a text do (Simon 1955): two claims in five make a relation, the others
 *   repeat the relation of an earlier claim, whichever. The share of relations with c claims then falls as c^(−2.7).
 * - One new relation in four stands between two entities that have one, in a type of its own: they are parallel.
 * - Each claim has an origin, drawn by a power law (that of index ⌊n·x³⌋ of n, x even in [0, 1)); one in five repeats
 *   the last origin of its relation. Grades, hedges and stances are drawn, weighed by E1–E3, counted once per origin
 *   (E9, all undated) and added up to a belief (E11). Relations that are denied or unknown (E12) are not walked: belief 0.
 * - Relations are numbered by subject, type and object, as they would be by their ids.
 */
import { DEFAULT_WEIGHTS, toUnits, UNITS_PER_ONE } from '../../src/evidence/weights.ts';
import { seededRandom } from '../random.ts';

export interface GraphSize {
  readonly entities: number;
  readonly claims: number;
}

/** Relations, one row each. */
export interface TracingGraph {
  readonly entities: number;
  readonly claims: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly type: Uint8Array;
  /** 1 where the type is symmetric. */
  readonly symmetric: Uint8Array;
  /** b, in [0, 1); 0 where the relation is not walked. */
  readonly belief: Float64Array;
}

const EXPONENT = 2.5;
const TYPES = 30;
/** The first of the types, which are symmetric. */
const SYMMETRIC_TYPES = 6;
const [NEW_RELATION, PARALLEL, SAME_ORIGIN] = [0.4, 0.25, 0.2];
const CLAIMS_PER_ORIGIN = 50;
const LETTERS = ['A', 'B', 'B', 'C', 'C', 'C', 'D', 'E', 'F', 'F'] as const;
const DIGITS = [6, 6, 6, 6, 2, 3, 4, 5] as const;
const HEDGES = [1, 1, 1, 1, DEFAULT_WEIGHTS.hedge.mild, DEFAULT_WEIGHTS.hedge.strong] as const;
const [ASSERTS, DENIES, DOUBTS] = [0, 1, 2];

/** Weights for and against of one origin on one relation. */
interface Word {
  for: number;
  against: number;
}

/** E11 and E12 for one relation, from the words of its origins: b, or 0 where it is denied or unknown. */
function beliefOf(words: Iterable<Word>): number {
  let f = 0;
  let a = 0;
  for (const word of words) {
    // E9: an origin that says both, undated, counts half on each side.
    const share = word.for > 0 && word.against > 0 ? 1 / 2 : 1;
    f += word.for * share;
    a += word.against * share;
  }
  const isUnknown = f + a < DEFAULT_WEIGHTS.threshold * UNITS_PER_ONE;
  return isUnknown || a >= DEFAULT_WEIGHTS.ratio * f ? 0 : f / (UNITS_PER_ONE + f + a);
}

/** Index of a sorted array's value. */
function rankOf(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function makeGraph({ entities, claims }: GraphSize, seed: number): TracingGraph {
  const random = seededRandom(seed);
  const upTo = (limit: number): number => Math.floor(random() * limit);
  const order = Uint32Array.from({ length: entities }, (_, i) => i);
  for (let i = entities - 1; i > 0; i--) {
    const j = upTo(i + 1);
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
  // The inverse of the integral of x^(−1/(γ−1)) from 1 to n + 1.
  const power = 1 - 1 / (EXPONENT - 1);
  const whole = (entities + 1) ** power - 1;
  const entity = (): number => order[Math.min(entities, Math.floor((random() * whole + 1) ** (1 / power))) - 1] ?? 0;

  // A relation is its subject, type and object in one number; the claims know it by that.
  const keys = new Float64Array(claims);
  const keyOf = (from: number, type: number, to: number): number => {
    const swap = type < SYMMETRIC_TYPES && to < from;
    return ((swap ? to : from) * TYPES + type) * entities + (swap ? from : to);
  };
  const subjectOf = (key: number): number => Math.floor(key / (TYPES * entities));
  const typeOf = (key: number): number => Math.floor(key / entities) % TYPES;
  for (let i = 0; i < claims; i++) {
    const earlier = i === 0 ? undefined : keys[upTo(i)];
    if (earlier !== undefined && random() >= NEW_RELATION) keys[i] = earlier;
    else if (earlier !== undefined && random() < PARALLEL)
      keys[i] = keyOf(subjectOf(earlier), upTo(TYPES), earlier % entities);
    else {
      const from = entity();
      let to = entity();
      while (to === from) to = entity();
      keys[i] = keyOf(from, upTo(TYPES), to);
    }
  }
  const sorted = keys.toSorted();
  let relations = 0;
  for (let i = 0; i < claims; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[relations++] = sorted[i] ?? 0;
  }
  const ids = sorted.slice(0, relations);

  // Claims by relation, each relation's in the order in which they came.
  const firstClaim = new Uint32Array(relations + 1);
  const relationOf = Uint32Array.from(keys, (key) => rankOf(ids, key));
  for (const relation of relationOf) firstClaim[relation + 1] = (firstClaim[relation + 1] ?? 0) + 1;
  for (let i = 0; i < relations; i++) firstClaim[i + 1] = (firstClaim[i + 1] ?? 0) + (firstClaim[i] ?? 0);

  const origins = Math.max(1, Math.floor(claims / CLAIMS_PER_ORIGIN));
  const letters = Uint8Array.from({ length: origins }, () => upTo(LETTERS.length));
  const belief = new Float64Array(relations);
  for (let relation = 0; relation < relations; relation++) {
    const words = new Map<number, Word>();
    let origin = -1;
    for (let i = firstClaim[relation] ?? 0; i < (firstClaim[relation + 1] ?? 0); i++) {
      if (origin < 0 || random() >= SAME_ORIGIN) origin = Math.floor(origins * random() ** 3);
      const t = DEFAULT_WEIGHTS.reliability[LETTERS[letters[origin] ?? 0] ?? 'F'];
      const factor = DEFAULT_WEIGHTS.credibility[DIGITS[upTo(DIGITS.length)] ?? 6] * (HEDGES[upTo(HEDGES.length)] ?? 1);
      const drawn = random();
      const stance = drawn < 0.88 ? ASSERTS : drawn < 0.97 ? DENIES : DOUBTS;
      const units = toUnits((t / (1 - t)) * factor * (stance === DOUBTS ? DEFAULT_WEIGHTS.doubt : 1));
      const word = words.get(origin) ?? { for: 0, against: 0 };
      words.set(origin, word);
      if (stance === ASSERTS) word.for = Math.max(word.for, units);
      else word.against = Math.max(word.against, units);
    }
    belief[relation] = beliefOf(words.values());
  }
  const type = Uint8Array.from(ids, typeOf);
  return {
    entities,
    claims,
    from: Uint32Array.from(ids, subjectOf),
    to: Uint32Array.from(ids, (key) => key % entities),
    type,
    symmetric: type.map((of) => (of < SYMMETRIC_TYPES ? 1 : 0)),
    belief,
  };
}

/** What the peers get: links that may be walked either way, each with its weight −ln b. */
export interface WeightedLinks {
  readonly entities: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly weight: Float64Array;
}

/** Every relation that is walked. */
export function walkedLinks({ entities, from, to, belief }: TracingGraph): WeightedLinks {
  const walked = Uint32Array.from(belief.keys()).filter((relation) => (belief[relation] ?? 0) > 0);
  return {
    entities,
    from: walked.map((relation) => from[relation] ?? 0),
    to: walked.map((relation) => to[relation] ?? 0),
    weight: Float64Array.from(walked, (relation) => -Math.log(belief[relation] ?? 0)),
  };
}

/** The best of each pair's links, for peers that know no parallel ones. It is less to look at, which favours them. */
export function bestLinks({ entities, from, to, weight }: WeightedLinks): WeightedLinks {
  const pairOf = (i: number): number =>
    Math.min(from[i] ?? 0, to[i] ?? 0) * entities + Math.max(from[i] ?? 0, to[i] ?? 0);
  const best = new Map<number, number>();
  for (let i = 0; i < from.length; i++) {
    const had = best.get(pairOf(i));
    if (had === undefined || (weight[i] ?? 0) < (weight[had] ?? 0)) best.set(pairOf(i), i);
  }
  const kept = Uint32Array.from(best.values());
  return {
    entities,
    from: kept.map((i) => from[i] ?? 0),
    to: kept.map((i) => to[i] ?? 0),
    weight: Float64Array.from(kept, (i) => weight[i] ?? 0),
  };
}

/** Pairs of distinct entities that links connect, drawn evenly from the largest connected part. */
export function connectedPairs(links: WeightedLinks, count: number, seed: number): [number, number][] {
  const parent = Uint32Array.from({ length: links.entities }, (_, i) => i);
  const rootOf = (entity: number): number => {
    let at = entity;
    while (parent[at] !== at) {
      // Halves the way for whoever asks next.
      parent[at] = parent[parent[at] ?? 0] ?? 0;
      at = parent[at] ?? 0;
    }
    return at;
  };
  for (let i = 0; i < links.from.length; i++) parent[rootOf(links.from[i] ?? 0)] = rootOf(links.to[i] ?? 0);
  const sizes = new Uint32Array(links.entities);
  for (const entity of parent.keys()) {
    const root = rootOf(entity);
    sizes[root] = (sizes[root] ?? 0) + 1;
  }
  let largest = 0;
  for (const root of sizes.keys()) if ((sizes[root] ?? 0) > (sizes[largest] ?? 0)) largest = root;
  const part = Uint32Array.from(parent.keys()).filter((entity) => rootOf(entity) === largest);
  if (part.length < 2) throw new RangeError('no two entities are connected');
  const random = seededRandom(seed);
  const drawn = (): number => part[Math.floor(random() * part.length)] ?? 0;
  return Array.from({ length: count }, () => {
    const from = drawn();
    let to = drawn();
    while (to === from) to = drawn();
    return [from, to];
  });
}
