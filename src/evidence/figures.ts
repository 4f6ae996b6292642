import type { FigureClaim } from '../model/claim.ts';
import { type DateBounds, dateBounds } from '../model/dates.ts';
import { groupBy } from '../model/group-by.ts';
import type { EntityId, OriginId, TypeId } from '../model/ids.ts';
import { byCodePoint } from '../model/order.ts';
import { byStanding, type Entry, type FigureOrigin, type FigureWord, giveOne } from './figure-origins.ts';
import { between, byHigh, byLow, high, type Interval, intervalOf, isWithin, low } from './interval.ts';
import { confidenceOf, DEFAULT_WEIGHTS, UNITS_PER_ONE, type Weighing, weigh } from './weights.ts';

export type { FigureOrigin, FigureReason, FigureWord } from './figure-origins.ts';
export { type Interval, intersect, intervalOf, isWithin } from './interval.ts';

/** Where the weightiest set of origins meets: their ids, in order of `origins`, and the sum of their units. */
export interface Overlap {
  readonly interval: Interval;
  readonly units: number;
  readonly origins: readonly OriginId[];
}

/** The evidence on one figure, with all that made it (E16–E18, E20). Plain data: JSON keeps all of it. */
export interface FigureEvidence {
  /** One per origin that asserts, heaviest first, then by id. */
  readonly origins: readonly FigureOrigin[];
  /** Words that deny or doubt and still stand, heaviest first. They give no interval. */
  readonly denials: readonly FigureWord[];
  /** Words that their own origin took back (E9) and that are not among the words of `origins`; heaviest first. */
  readonly takenBack: readonly FigureWord[];
  /** From the least min to the greatest max; undefined where nobody gives a value. */
  readonly envelope: Interval | undefined;
  /** The best supported interval and the weighted lower median of the values; undefined where nothing has weight. */
  readonly overlap: Overlap | undefined;
  readonly median: { readonly value: number; readonly origin: OriginId } | undefined;
  /** Pairs without a common point, in order of `origins`: the first 1,000, and how many there are. */
  readonly incompatible: readonly (readonly [OriginId, OriginId])[];
  readonly incompatibleTotal: number;
  /** All intervals have a common point, so too one or none: on a line, just if each two have one (Helly). */
  readonly agree: boolean;
  /** Not `agree`, or somebody denies outright a value that another origin still gives. */
  readonly disputed: boolean;
  readonly contention: number;
  readonly weights: string;
}

const MOST_PAIRS = 1_000;
const MOST_LINKS = 20;
const EVER: DateBounds = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };

const byOrigin = (a: FigureOrigin, b: FigureOrigin): number => byCodePoint(a.origin.id, b.origin.id);
const sum = (items: readonly { readonly units: number }[]): number => items.reduce((all, { units }) => all + units, 0);

interface Region {
  readonly interval: Interval;
  readonly units: number;
}

/** The weighted Marzullo sweep. Ends are closed: at one point all starts come before any end. */
function* regions(carrying: readonly FigureOrigin[]): Generator<Region> {
  const closing = carrying.toSorted(byHigh);
  let [units, closed] = [0, 0];
  for (const { interval, units: more } of carrying.toSorted(byLow)) {
    let next = closing[closed];
    for (; next !== undefined && high(next.interval) < low(interval); next = closing[++closed]) units -= next.units;
    units += more;
    // The heaviest region runs from the start that completes it to the next end: a start between would add to it.
    if (next) yield { interval: between(low(interval), high(next.interval)), units };
  }
}

/** The leftmost of the heaviest regions. */
function bestOverlap(origins: readonly FigureOrigin[]): Overlap | undefined {
  const carrying = origins.filter(({ units }) => units > 0);
  let best: Region | undefined;
  for (const region of regions(carrying)) if (region.units > (best?.units ?? 0)) best = region;
  return best && { ...best, origins: originsWithin(carrying, best.interval) };
}

/** The origins whose whole overlap lies within what they give, in the order given. */
export function originsWithin(origins: readonly FigureOrigin[], interval: Interval): readonly OriginId[] {
  return origins.filter((one) => one.units > 0 && isWithin(interval, one.interval)).map(({ origin }) => origin.id);
}

/**
 * All intervals that are supported as well as the best overlap is, itself among them, from the lowest on. E18 names the
 * leftmost of them, which is a rule of order: where there are several, none is supported better than another.
 */
export function bestOverlaps({ origins, overlap }: Pick<FigureEvidence, 'origins' | 'overlap'>): readonly Interval[] {
  if (overlap === undefined) return [];
  const found: Interval[] = [];
  for (const { interval, units } of regions(origins.filter((one) => one.units > 0))) {
    if (units === overlap.units) found.push(interval);
  }
  return found;
}

/** The first stated value at which the weights, added up from the lowest value, reach half of all. */
function lowerMedian(origins: readonly FigureOrigin[], total: number): FigureEvidence['median'] {
  let reached = 0;
  for (const { origin, units, value } of origins.toSorted((a, b) => a.value - b.value || byOrigin(a, b))) {
    reached += units;
    if (units > 0 && 2 * reached >= total) return { value, origin: origin.id };
  }
  return undefined;
}

/** How many items stand before the first that fails a test which all after it fail too. */
function countLeading<T>(items: readonly T[], passes: (item: T) => boolean, from = 0, to = items.length): number {
  if (from === to) return from;
  const middle = (from + to) >>> 1;
  const passed = items.slice(middle, middle + 1).some(passes);
  return passed ? countLeading(items, passes, middle + 1, to) : countLeading(items, passes, from, middle);
}

/** Whether an interval has a point in common with any of `ranges`, which lie apart, the lowest first. */
export function meetsAny(interval: Interval, ranges: readonly Interval[]): boolean {
  const at = countLeading(ranges, (range) => high(range) < low(interval));
  return ranges.slice(at, at + 1).some((range) => low(range) <= high(interval));
}

/** Counts the pairs without a common point, each at its upper member by binary search, and lists the first of them. */
function incompatiblePairs(origins: readonly FigureOrigin[]) {
  const places = origins.map(({ origin: { id }, interval }, place) => ({ id, interval, place }));
  const [byEnd, byStart] = [places.toSorted(byHigh), places.toSorted(byLow).reverse()];
  const incompatible: [OriginId, OriginId][] = [];
  let incompatibleTotal = 0;
  for (const { id, interval, place } of places) {
    const below = countLeading(byEnd, (other) => high(other.interval) < low(interval));
    incompatibleTotal += below;
    const room = MOST_PAIRS - incompatible.length;
    if (room === 0) continue;
    // No dearer than the list is long: each of these is a pair that is listed now or was before.
    const above = countLeading(byStart, (other) => low(other.interval) > high(interval));
    const others = [...byEnd.slice(0, below), ...byStart.slice(0, above)].filter((other) => other.place > place);
    others.sort((a, b) => a.place - b.place);
    for (const other of others.slice(0, room)) incompatible.push([id, other.id]);
  }
  return { incompatible, incompatibleTotal };
}

/** The heaviest word of each who denies outright a value that another gives. Of two values, one is another's. */
function deniersOf(denials: readonly Entry[], origins: readonly FigureOrigin[]): { readonly units: number }[] {
  const sorted = origins.toSorted((a, b) => a.value - b.value);
  const denying = denials.filter(({ origin, word: { claim, interval } }) => {
    const first = countLeading(sorted, ({ value }) => value < low(interval));
    const other = sorted.slice(first, first + 2).find((one) => one.origin.id !== origin.id);
    return claim.stance === 'denies' && other !== undefined && other.value <= high(interval);
  });
  return [...groupBy(denying, ({ origin }) => origin.id).values()].flatMap(([first]) => first?.word.weight ?? []);
}

/**
 * Weighs all claims of one figure (E17, E18, E20): each claim once by its id, each origin with one interval. The order
 * of claims is irrelevant; an origin of weight 0 is shown, but carries neither overlap nor median.
 * Contention is 2·min(F,A)/(F+A) × (1 − 1/(1+F+A)) = 2·min(F,A)/(1+F+A), F being the weight of the origins of the best
 * overlap and A that of the others, or, where all agree, of those who deny a value; 0 where nothing is disputed.
 * Throws a RangeError for a claim whose source is unknown, and for a quantity that is no interval.
 */
export function fuseFigure(claims: readonly FigureClaim[], weighing: Weighing): FigureEvidence {
  const table = weighing.table ?? DEFAULT_WEIGHTS;
  const entryOf = (claim: FigureClaim): Entry => {
    const { quantity, said } = claim;
    const weight = weigh(claim, weighing, table, weighing.asTold);
    const given = { interval: intervalOf(quantity), value: (quantity.min ?? quantity.max ?? 0) + 0 };
    const reason = claim.stance === 'asserts' ? 'counted' : 'denial';
    const word: FigureWord = { claim, weight, confidence: confidenceOf(weight.units), reason, ...given };
    return { origin: weighing.origins.of(claim), word, said: said === undefined ? EVER : dateBounds(said) };
  };
  const entries = [...new Map(claims.map((claim) => [claim.id, claim])).values()].map(entryOf).toSorted(byStanding);
  const given = [...groupBy(entries, ({ origin }) => origin.id).values()].map(giveOne);
  const denials = given.flatMap((one) => one.denials).toSorted(byStanding);
  const origins = given.flatMap(({ origin }) => origin ?? []);
  origins.sort((a, b) => b.units - a.units || byOrigin(a, b));
  const [total, overlap, pairs] = [sum(origins), bestOverlap(origins), incompatiblePairs(origins)];
  const agree = pairs.incompatibleTotal === 0;
  const takenBack = given.flatMap((one) => one.takenBack).toSorted((a, b) => byStanding({ word: a }, { word: b }));
  const deniers = deniersOf(denials, origins);
  const inside = overlap?.units ?? 0;
  const against = agree ? sum(deniers) : total - inside;
  const lowest = origins.reduce((least, { interval }) => Math.min(least, low(interval)), EVER.max);
  const highest = origins.reduce((most, { interval }) => Math.max(most, high(interval)), EVER.min);
  return {
    ...{ origins, denials: denials.map(({ word }) => word), takenBack, overlap, ...pairs, agree },
    envelope: origins.length === 0 ? undefined : between(lowest, highest),
    median: lowerMedian(origins, total),
    disputed: !agree || deniers.length > 0,
    contention: (2 * Math.min(inside, against)) / (UNITS_PER_ONE + inside + against),
    weights: table.version,
  };
}

/** What tells one figure from another: no two have the same id, nor all the rest alike. */
export interface FigureKey {
  readonly id: string;
  readonly subject: EntityId;
  readonly type: TypeId;
  readonly of?: string;
  readonly unit?: string;
  readonly when?: string;
}

/** What two figures of one type differ in: what is counted, its unit, the time span, or the level (whole and part). */
export type CompareReason = (typeof REASONS)[number];
const REASONS = ['of', 'unit', 'span', 'level'] as const;

/**
 * E18: the figures to set beside each, without calling it a dispute: of one type, and of the same subject with another
 * `of`, `unit` or `when`, or of a subject that is part of the other's; `wholes` gives what each entity is directly part
 * of. Every figure has an entry: the first 20 ids in code-point order, with reasons in the order of `CompareReason`.
 */
export function compareLinks(
  figures: readonly FigureKey[],
  wholes: ReadonlyMap<EntityId, readonly EntityId[]>,
): ReadonlyMap<string, readonly { readonly id: string; readonly differs: readonly CompareReason[] }[]> {
  const byId = (a: FigureKey, b: FigureKey): number => byCodePoint(a.id, b.id);
  // Ids have no spaces.
  const groups = groupBy(figures.toSorted(byId), ({ type, subject }) => `${type} ${subject}`);
  const above = [...wholes].flatMap(([part, all]) => all.map((whole) => [part, whole] as const));
  const joins = groupBy([...above, ...above.map(([part, whole]) => [whole, part] as const)], ([from]) => from);
  const links = [...groups.values()].flatMap((group) => {
    const apart = group.slice(0, 1).flatMap(({ type, subject }) => {
      const others = new Set(joins.get(subject)?.flatMap(([, to]) => (to === subject ? [] : to)));
      return [...others].flatMap((other) => groups.get(`${type} ${other}`)?.slice(0, MOST_LINKS) ?? []);
    });
    // The first of each kind are enough, since a figure passes over none but itself.
    const candidates = [...group.slice(0, MOST_LINKS + 1), ...apart.sort(byId).slice(0, MOST_LINKS)].sort(byId);
    return group.map((a) => {
      const all = candidates.map((b) => {
        const differs = [a.of !== b.of, a.unit !== b.unit, a.when !== b.when, a.subject !== b.subject];
        return { id: b.id, differs: REASONS.filter((_, i) => differs[i]) };
      });
      return [a.id, all.filter(({ differs }) => differs.length > 0).slice(0, MOST_LINKS)] as const;
    });
  });
  return new Map(links);
}
