import type { FigureClaim, Quantity } from '../model/claim.ts';
import { type DateBounds, dateBounds } from '../model/dates.ts';
import { groupBy } from '../model/group-by.ts';
import type { ClaimId, EntityId, OriginId, TypeId } from '../model/ids.ts';
import { byCodePoint } from '../model/order.ts';
import type { Weighing } from './fuse.ts';
import type { Origin } from './origins.ts';
import { type ClaimWeight, confidenceOf, DEFAULT_WEIGHTS, UNITS_PER_ONE, weigh } from './weights.ts';

/** The values that a figure can mean, in its own unit: both ends inclusive, an absent one unbounded. */
export interface Interval {
  readonly min?: number;
  readonly max?: number;
}

/** How a word entered the figure: it stands for its origin, or why it does not. Codes; words are made elsewhere. */
export type FigureReason = 'counted' | 'repeat' | 'superseded' | 'denial';

/** One claim with its weight, and w/(1+w), its confidence (E4). */
export interface FigureWord {
  readonly claim: FigureClaim;
  readonly weight: ClaimWeight;
  readonly confidence: number;
  readonly reason: FigureReason;
  /** What it gives; of a denial or a doubt, what it speaks against. */
  readonly interval: Interval;
  /** As stated: an exact or "about" number, n of "at least n" and "up to n", the lower end of a range. */
  readonly value: number;
}

/** What one origin gives: interval, value, weight (in 1/4608) and claim of its standing word, the first of `words`. */
export interface FigureOrigin {
  readonly origin: Origin;
  readonly interval: Interval;
  readonly value: number;
  readonly units: number;
  readonly claim: ClaimId;
  /** It gave intervals without a common point, one after another or undated (as in E9). */
  readonly changed: boolean;
  readonly words: readonly FigureWord[];
}

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
  /** Words that deny or doubt, heaviest first. They give no interval. */
  readonly denials: readonly FigureWord[];
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
const low = ({ min = EVER.min }: Interval): number => min;
const high = ({ max = EVER.max }: Interval): number => max;

/** Infinite ends become absent ones, and −0 the 0 that JSON makes of it. */
function between(lo: number, hi: number): Interval {
  return { ...(Number.isFinite(lo) ? { min: lo + 0 } : {}), ...(Number.isFinite(hi) ? { max: hi + 0 } : {}) };
}

/**
 * E17: the interval of a quantity, in its unit. "At least n" is [n, ∞); "up to n" is [0, n], and (−∞, n] for an n below
 * 0; a range and an exact number are as given; "about" moves each given bound outward by 10 % of its absolute value,
 * and opens it where a number cannot hold that. Throws a RangeError for a quantity without bounds, with one that is no
 * finite number, or with min above max.
 */
export function intervalOf({ min, max, approximate = false }: Quantity): Interval {
  const floor = max === undefined || max < 0 ? EVER.min : 0;
  const [from, to] = [min ?? floor, max ?? EVER.max];
  if (![min ?? max, max ?? min].every(Number.isFinite) || from > to)
    throw new RangeError(`a quantity has min, max or both, in order, got ${min} and ${max}`);
  if (!approximate) return between(from, to);
  // Multiplied before divided, a whole number is rounded but once. The floor of "up to" stays 0, an open end open.
  return between((from * (from < 0 ? 11 : 9)) / 10, (to * (to < 0 ? 9 : 11)) / 10);
}

/** The common part of two intervals; undefined where there is none. Ends that touch are a common point. */
export function intersect(a: Interval, b: Interval): Interval | undefined {
  const [lo, hi] = [Math.max(low(a), low(b)), Math.min(high(a), high(b))];
  return lo <= hi ? between(lo, hi) : undefined;
}

/** Whether all of `inner` lies in `outer`. */
export function isWithin(inner: Interval, outer: Interval): boolean {
  return low(inner) >= low(outer) && high(inner) <= high(outer);
}

interface Entry {
  readonly origin: Origin;
  readonly word: FigureWord;
  readonly said: DateBounds;
}
type HasInterval = Pick<FigureOrigin, 'interval'>;

// Infinity − Infinity is no number, so 0.
const byLow = (a: HasInterval, b: HasInterval): number => low(a.interval) - low(b.interval) || 0;
const byHigh = (a: HasInterval, b: HasInterval): number => high(a.interval) - high(b.interval) || 0;
const byOrigin = (a: FigureOrigin, b: FigureOrigin): number => byCodePoint(a.origin.id, b.origin.id);
const sum = (items: readonly { readonly units: number }[]): number => items.reduce((all, { units }) => all + units, 0);

/** Heaviest, narrowest (of open ones what leaves less), leftmost, lowest. The id is last: a reprint brings another. */
function byStanding({ word: a }: Entry, { word: b }: Entry): number {
  const width = ({ interval }: HasInterval): number => high(interval) - low(interval);
  const byInterval = width(a) - width(b) || byHigh(a, b) || byLow(b, a);
  return b.weight.units - a.weight.units || byInterval || a.value - b.value || byCodePoint(a.claim.id, b.claim.id);
}

/**
 * The one interval of an origin, from its words in order of standing. "Surely later" leaves pairs undecided, so first
 * each word that any other is surely later than is dropped (undated ones never are), then the first of the rest stands.
 */
function giveOne(entries: readonly Entry[]): FigureOrigin[] {
  const latest = entries.reduce((most, { said }) => Math.max(most, said.min), EVER.min);
  const stands = entries.find(({ said }) => said.max >= latest);
  if (stands === undefined) return [];
  const { interval, value, weight, claim } = stands.word;
  const others = entries.filter((entry) => entry !== stands);
  const rest = others.map(({ word, said }): FigureWord => {
    const same = word.interval.min === interval.min && word.interval.max === interval.max;
    return { ...word, reason: said.max < latest && !same ? 'superseded' : 'repeat' };
  });
  const common = rest.reduce<Interval | undefined>((all, word) => all && intersect(all, word.interval), interval);
  const given = { interval, value, units: weight.units, claim: claim.id, changed: common === undefined };
  return [{ origin: stands.origin, ...given, words: [stands.word, ...rest] }];
}

/** The weighted Marzullo sweep. Ends are closed: at one point all starts come before any end. */
function bestOverlap(origins: readonly FigureOrigin[]): Overlap | undefined {
  const carrying = origins.filter(({ units }) => units > 0);
  const closing = carrying.toSorted(byHigh);
  let best: Omit<Overlap, 'origins'> | undefined;
  let [units, closed] = [0, 0];
  for (const { interval, units: more } of carrying.toSorted(byLow)) {
    let next = closing[closed];
    for (; next !== undefined && high(next.interval) < low(interval); next = closing[++closed]) units -= next.units;
    units += more;
    // The heaviest region runs from the start that completes it to the next end: a start between would add to it.
    if (next && units > (best?.units ?? 0)) best = { interval: between(low(interval), high(next.interval)), units };
  }
  const found = best;
  const inside = carrying.filter(({ interval }) => found !== undefined && isWithin(found.interval, interval));
  return found && { ...found, origins: inside.map(({ origin }) => origin.id) };
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
  const denials = entries.filter(({ word }) => word.reason === 'denial');
  const asserted = entries.filter(({ word }) => word.reason === 'counted');
  const origins = [...groupBy(asserted, ({ origin }) => origin.id).values()].flatMap(giveOne);
  origins.sort((a, b) => b.units - a.units || byOrigin(a, b));
  const [total, overlap, pairs] = [sum(origins), bestOverlap(origins), incompatiblePairs(origins)];
  const agree = pairs.incompatibleTotal === 0;
  const deniers = deniersOf(denials, origins);
  const inside = overlap?.units ?? 0;
  const against = agree ? sum(deniers) : total - inside;
  const lowest = origins.reduce((least, { interval }) => Math.min(least, low(interval)), EVER.max);
  const highest = origins.reduce((most, { interval }) => Math.max(most, high(interval)), EVER.min);
  return {
    ...{ origins, denials: denials.map(({ word }) => word), overlap, ...pairs, agree },
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
