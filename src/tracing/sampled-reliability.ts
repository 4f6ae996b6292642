import { byCodePoint } from '../model/order.ts';
import { type Random, seededRandom } from './random.ts';
import type { ReliabilityLink } from './reliability-link.ts';

/** Samples unless asked otherwise: a standard error of at most 0.0036. */
export const DEFAULT_SAMPLES = 20_000;

/** Any fixed number does: it makes the default answer the same on every run. */
export const DEFAULT_SEED = 20_240_101;

export interface SampledReliability {
  /** The share of samples in which a target was reached. */
  readonly value: number;
  /** Standard error of `value`. */
  readonly error: number;
  readonly samples: number;
  readonly seed: number;
}

/**
 * The probability that some target is reached from some source, where one origin's word stands behind several links,
 * estimated by Monte Carlo.
 *
 * In each sample every origin o draws two clocks once, Eₒ for its word for and Eₒ′ for its word against, and every link
 * draws one of its own for uncertainty, all exponential with mean 1. Among
 *
 *     Eₒ / weightFor(o, l)     Eₒ′ / weightAgainst(o, l)     E / 1
 *
 * the clock that rings first decides link l, which holds where that is one for. In a race of exponential clocks each
 * wins in proportion to its rate (Luce 1959 gives this choice rule), so P(l holds) = F / (1 + F + A) = b exactly, with
 * any sharing. Links without a common origin are independent, as E24 has it. Links with one are positively associated,
 * since each is a monotone function, in the same sense, of independent clocks (Esary, Proschan & Walkup 1967): a path
 * comes out between the product and the least of its beliefs, within the band of E25.
 *
 * What it assumes: that an origin which is right about one thing is the likelier to be right about another, by just the
 * amount that sharing its clock gives; nothing in the data can say how much it is. A link without origins holds
 * independently with the probability of its belief.
 *
 * The standard error is √(p(1−p)/n) with p = (hits + 1)/(n + 2) (Laplace), so that it is not 0 where all samples agree.
 *
 * `links` must come in an order of their own, since the order decides which numbers each draws.
 */
export function sampleReliability(
  links: readonly ReliabilityLink[],
  sources: ReadonlySet<number>,
  targets: ReadonlySet<number>,
  samples: number,
  seed: number,
): SampledReliability {
  const random = seededRandom(seed);
  const race = new Race(links);
  const walk = new Walk(links, sources, targets);
  let hits = 0;
  for (let i = 0; i < samples; i++) {
    if (walk.joins(race.run(random))) hits += 1;
  }
  const p = (hits + 1) / (samples + 2);
  return { value: hits / samples, error: Math.sqrt((p * (1 - p)) / samples), samples, seed };
}

/** The clocks of origins and links; `run` tells for each link whether it holds in one sample. */
class Race {
  readonly #links: readonly ReliabilityLink[];
  /** The runners of link l stand in `first[l] … first[l + 1]`. */
  readonly #first: Uint32Array;
  readonly #origin: Uint32Array;
  readonly #weightFor: Float64Array;
  readonly #weightAgainst: Float64Array;
  readonly #clockFor: Float64Array;
  readonly #clockAgainst: Float64Array;
  readonly #holds: Uint8Array;

  constructor(links: readonly ReliabilityLink[]) {
    this.#links = links;
    const ids = [...new Set(links.flatMap(({ origins }) => origins.map(({ id }) => id)))].sort(byCodePoint);
    const numberOf = new Map(ids.map((id, i) => [id, i]));
    const runners = links.flatMap(({ origins }) => origins);
    this.#first = new Uint32Array(links.length + 1);
    for (const [i, { origins }] of links.entries()) this.#first[i + 1] = (this.#first[i] ?? 0) + origins.length;
    this.#origin = Uint32Array.from(runners, ({ id }) => numberOf.get(id) ?? 0);
    this.#weightFor = Float64Array.from(runners, ({ weightFor }) => weightFor);
    this.#weightAgainst = Float64Array.from(runners, ({ weightAgainst }) => weightAgainst);
    this.#clockFor = new Float64Array(ids.length);
    this.#clockAgainst = new Float64Array(ids.length);
    this.#holds = new Uint8Array(links.length);
  }

  run(random: Random): Uint8Array {
    for (let o = 0; o < this.#clockFor.length; o++) {
      this.#clockFor[o] = random.exponential();
      this.#clockAgainst[o] = random.exponential();
    }
    for (const [l, { belief }] of this.#links.entries()) this.#holds[l] = this.#decide(l, belief, random) ? 1 : 0;
    return this.#holds;
  }

  #decide(l: number, belief: number, random: Random): boolean {
    const start = this.#first[l] ?? 0;
    const end = this.#first[l + 1] ?? 0;
    if (start === end) return random.uniform() < belief;
    let soonest = random.exponential();
    let holds = false;
    for (let i = start; i < end; i++) {
      const o = this.#origin[i] ?? 0;
      // Divided by a weight of 0 a clock never rings.
      const rings = (this.#clockFor[o] ?? 0) / (this.#weightFor[i] ?? 0);
      const ringsAgainst = (this.#clockAgainst[o] ?? 0) / (this.#weightAgainst[i] ?? 0);
      if (rings < soonest) {
        soonest = rings;
        holds = true;
      }
      if (ringsAgainst < soonest) {
        soonest = ringsAgainst;
        holds = false;
      }
    }
    return holds;
  }
}

/** Whether the links that hold join a source to a target; workspace reused between samples. */
class Walk {
  readonly #sources: readonly number[];
  readonly #isTarget: Uint8Array;
  readonly #arcs: readonly (readonly { readonly head: number; readonly link: number }[])[];
  readonly #seenIn: Uint32Array;
  readonly #queue: Uint32Array;
  #sample = 0;

  constructor(links: readonly ReliabilityLink[], sources: ReadonlySet<number>, targets: ReadonlySet<number>) {
    const entities = [...new Set(links.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
    const numberOf = new Map(entities.map((entity, i) => [entity, i]));
    this.#sources = [...sources].flatMap((source) => numberOf.get(source) ?? []);
    this.#isTarget = Uint8Array.from(entities, (entity) => (targets.has(entity) ? 1 : 0));
    const arcs: { head: number; link: number }[][] = entities.map(() => []);
    for (const [link, { from, to, directed }] of links.entries()) {
      const u = numberOf.get(from) ?? 0;
      const w = numberOf.get(to) ?? 0;
      arcs[u]?.push({ head: w, link });
      if (directed !== 'along') arcs[w]?.push({ head: u, link });
    }
    this.#arcs = arcs;
    this.#seenIn = new Uint32Array(entities.length);
    this.#queue = new Uint32Array(entities.length);
  }

  joins(holds: Uint8Array): boolean {
    this.#sample += 1;
    let end = 0;
    for (const source of this.#sources) {
      this.#seenIn[source] = this.#sample;
      this.#queue[end++] = source;
    }
    for (let at = 0; at < end; at++) {
      for (const { head, link } of this.#arcs[this.#queue[at] ?? 0] ?? []) {
        if (holds[link] !== 1 || this.#seenIn[head] === this.#sample) continue;
        if (this.#isTarget[head] === 1) return true;
        this.#seenIn[head] = this.#sample;
        this.#queue[end++] = head;
      }
    }
    return false;
  }
}
