import { byCodePoint } from '../model/order.ts';
import { MOST_EXACT_LINKS, reliabilityOfIndependent } from './exact-reliability.ts';
import type { ReliabilityLink } from './reliability-link.ts';
import { DEFAULT_SAMPLES, DEFAULT_SEED, type SampledReliability, sampleReliability } from './sampled-reliability.ts';

export interface ReliabilityOptions {
  /** Default {@link DEFAULT_SAMPLES}. */
  readonly samples?: number;
  /** A whole number, of which the lower 32 bits count; default {@link DEFAULT_SEED}. */
  readonly seed?: number;
}

/** How likely it is that a shown connection holds. */
export interface Reliability {
  /**
   * Exact, with relations taken as independent (E24). Absent where more than {@link MOST_EXACT_LINKS} relations lie
   * between the ends.
   */
  readonly independent?: number;
  /** Estimated with shared origins taken into account (E25): where relations share some, or there are too many. */
  readonly sampled?: SampledReliability;
}

/** Belief and weights of a relation may differ by this much: rounding, no more. */
const BELIEF_SLACK = 1e-9;

/**
 * Two-terminal reliability: the probability that some source is joined to some target by relations that all hold, each
 * holding with the probability of its belief.
 *
 * 1 where a source is a target, 0 where nothing joins them. Only relations that can lie between the ends count, towards
 * the limit of exactness, too. The order of links, of origins and of the ends changes nothing.
 *
 * Throws RangeError, naming the link, for a belief outside [0, 1], for a weight that is negative or not finite, for an
 * origin given twice, and for a belief that its origins' weights do not give; and for a number of samples below 1.
 */
export function reliability(
  links: readonly ReliabilityLink[],
  sources: readonly number[],
  targets: readonly number[],
  options: ReliabilityOptions = {},
): Reliability {
  for (const [i, link] of links.entries()) check(link, i);
  const { samples = DEFAULT_SAMPLES, seed = DEFAULT_SEED } = options;
  if (!(Number.isInteger(samples) && samples >= 1)) {
    throw new RangeError(`the number of samples is a whole number from 1, got ${samples}`);
  }
  const from = new Set(sources);
  const to = new Set(targets);
  if (sources.some((source) => to.has(source))) return { independent: 1 };
  const between = inOrder(linksBetween(links, from, to));
  if (between.length === 0) return { independent: 0 };
  const few = between.length <= MOST_EXACT_LINKS;
  return {
    ...(few ? { independent: reliabilityOfIndependent(between, from, to) } : {}),
    ...(few && !shareOrigins(between) ? {} : { sampled: sampleReliability(between, from, to, samples, seed) }),
  };
}

function check({ belief, origins }: ReliabilityLink, i: number): void {
  if (!(belief >= 0 && belief <= 1)) throw new RangeError(`link ${i}: a belief lies between 0 and 1, got ${belief}`);
  let weightFor = 0;
  let weightAgainst = 0;
  const seen = new Set<string>();
  for (const origin of origins) {
    // Two clocks would be one, and one origin speaks once (E9).
    if (seen.has(origin.id)) throw new RangeError(`link ${i}: origin ${origin.id} is given twice`);
    seen.add(origin.id);
    for (const weight of [origin.weightFor, origin.weightAgainst]) {
      if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) {
        throw new RangeError(`link ${i}, origin ${origin.id}: a weight is 0 or more and finite, got ${weight}`);
      }
    }
    weightFor += origin.weightFor;
    weightAgainst += origin.weightAgainst;
  }
  const given = weightFor / (1 + weightFor + weightAgainst);
  if (origins.length > 0 && Math.abs(given - belief) > BELIEF_SLACK) {
    throw new RangeError(`link ${i}: its origins give a belief of ${given}, but it has ${belief}`);
  }
}

/** Links that may hold and that can lie between a source and a target. */
function linksBetween(
  links: readonly ReliabilityLink[],
  sources: ReadonlySet<number>,
  targets: ReadonlySet<number>,
): ReliabilityLink[] {
  // Within the sources, and into one of them, nothing is gained; likewise for the targets.
  const possible = links.filter(
    ({ from, to, belief, directed }) =>
      belief > 0 &&
      from !== to &&
      !(sources.has(to) && (sources.has(from) || directed === 'along')) &&
      !(targets.has(from) && (targets.has(to) || directed === 'along')),
  );
  const ahead = reached(possible, sources, false);
  const behind = reached(possible, targets, true);
  const between = possible.filter(
    ({ from, to, directed }) =>
      (ahead.has(from) && behind.has(to)) || (directed !== 'along' && ahead.has(to) && behind.has(from)),
  );
  return withoutDeadEnds(between, (entity) => sources.has(entity) || targets.has(entity));
}

/** Takes away, again and again, what hangs on one entity only: no way leads through it. */
function withoutDeadEnds(links: readonly ReliabilityLink[], isEnd: (entity: number) => boolean): ReliabilityLink[] {
  const neighbours = new Map<number, Set<number>>();
  for (const { from, to } of links) {
    for (const [a, b] of [
      [from, to],
      [to, from],
    ] as const) {
      const known = neighbours.get(a);
      if (known === undefined) neighbours.set(a, new Set([b]));
      else known.add(b);
    }
  }
  const dead = new Set([...neighbours].filter(([n, known]) => known.size < 2 && !isEnd(n)).map(([n]) => n));
  for (const entity of dead) {
    for (const neighbour of neighbours.get(entity) ?? []) {
      const known = neighbours.get(neighbour);
      known?.delete(entity);
      if (known !== undefined && known.size < 2 && !isEnd(neighbour)) dead.add(neighbour);
    }
  }
  return links.filter(({ from, to }) => !dead.has(from) && !dead.has(to));
}

function reached(links: readonly ReliabilityLink[], starts: ReadonlySet<number>, backwards: boolean): Set<number> {
  const next = new Map<number, number[]>();
  const join = (a: number, b: number): void => {
    const heads = next.get(a);
    if (heads === undefined) next.set(a, [b]);
    else heads.push(b);
  };
  for (const { from, to, directed } of links) {
    if (directed !== 'along' || !backwards) join(from, to);
    if (directed !== 'along' || backwards) join(to, from);
  }
  const seen = new Set(starts);
  // A set takes up what is added while it is walked, which makes it a queue.
  for (const entity of seen) for (const head of next.get(entity) ?? []) seen.add(head);
  return seen;
}

/** An order that depends on what links say, not on how they came: sums and samples are then the same, bit for bit. */
function inOrder(links: readonly ReliabilityLink[]): ReliabilityLink[] {
  return links
    .map((link) => {
      const origins = link.origins.toSorted(
        (a, b) => byCodePoint(a.id, b.id) || a.weightFor - b.weightFor || a.weightAgainst - b.weightAgainst,
      );
      const directed = link.directed ?? 'both';
      // A relation that is walked either way has no first end.
      const turned = directed === 'both' && link.to < link.from;
      const [from, to] = turned ? [link.to, link.from] : [link.from, link.to];
      const said = JSON.stringify(origins.map(({ id, weightFor, weightAgainst }) => [id, weightFor, weightAgainst]));
      return { link: { from, to, directed, belief: link.belief, origins }, said };
    })
    .sort(
      (a, b) =>
        a.link.from - b.link.from ||
        a.link.to - b.link.to ||
        byCodePoint(a.link.directed, b.link.directed) ||
        a.link.belief - b.link.belief ||
        byCodePoint(a.said, b.said),
    )
    .map(({ link }) => link);
}

function shareOrigins(links: readonly ReliabilityLink[]): boolean {
  const seen = new Set<string>();
  for (const { origins } of links) {
    const own = new Set(origins.map(({ id }) => id));
    for (const id of own) {
      if (seen.has(id)) return true;
      seen.add(id);
    }
  }
  return false;
}
