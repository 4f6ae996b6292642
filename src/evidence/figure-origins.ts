import type { FigureClaim } from '../model/claim.ts';
import type { DateBounds } from '../model/dates.ts';
import { groupBy } from '../model/group-by.ts';
import type { ClaimId } from '../model/ids.ts';
import { byCodePoint } from '../model/order.ts';
import { byHigh, byLow, type HasInterval, high, holds, type Interval, intersect, low } from './interval.ts';
import type { Origin } from './origins.ts';
import type { ClaimWeight } from './weights.ts';

/**
 * How a word entered the figure: it stands for its origin, or why it does not. A later word of its origin gave another
 * value or took it back where it is superseded. Codes; words are made elsewhere.
 */
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
  /** It gave intervals without a common point, or spoke against its own value, at any time (as in E9). */
  readonly changed: boolean;
  readonly words: readonly FigureWord[];
}

/** A word with its origin and the days on which it may have been said. */
export interface Entry {
  readonly origin: Origin;
  readonly word: FigureWord;
  readonly said: DateBounds;
}
/** Heaviest, narrowest (of open ones what leaves less), leftmost, lowest. The id is last: a reprint brings another. */
export function byStanding({ word: a }: Pick<Entry, 'word'>, { word: b }: Pick<Entry, 'word'>): number {
  const width = ({ interval }: HasInterval): number => high(interval) - low(interval);
  const byInterval = width(a) - width(b) || byHigh(a, b) || byLow(b, a);
  return b.weight.units - a.weight.units || byInterval || a.value - b.value || byCodePoint(a.claim.id, b.claim.id);
}

/** What one origin comes to. */
interface Given {
  /** None where it gives no value, or has taken back what it gave. */
  readonly origin?: FigureOrigin;
  /** Its words that deny or doubt and still stand. */
  readonly denials: readonly Entry[];
  /** Its words that it took back, but for those of `origin`. */
  readonly takenBack: readonly FigureWord[];
}

/** All words of one origin, in order of standing (E9, E17). */
export function giveOne(entries: readonly Entry[]): Given {
  const asserted = entries.filter(({ word }) => word.reason === 'counted');
  const against = entries.filter(({ word }) => word.reason === 'denial');
  const gone = takenBackOf(asserted, against);
  const origin = standingOf(asserted, against, gone);
  const hidden = origin === undefined ? entries : against;
  return {
    ...(origin === undefined ? {} : { origin }),
    denials: against.filter((entry) => !gone.has(entry)),
    takenBack: hidden
      .filter((entry) => gone.has(entry) || entry.word.reason === 'counted')
      .map(({ word }) => ({ ...word, reason: 'superseded' })),
  };
}

/**
 * The one interval of an origin. "Surely later" leaves pairs undecided, so first each word that any other is surely
 * later than is dropped (undated ones never are) and each that was taken back, then the first of the rest stands.
 */
function standingOf(
  asserted: readonly Entry[],
  against: readonly Entry[],
  gone: ReadonlySet<Entry>,
): FigureOrigin | undefined {
  const latest = asserted.reduce((most, { said }) => Math.max(most, said.min), Number.NEGATIVE_INFINITY);
  const stands = asserted.find((entry) => entry.said.max >= latest && !gone.has(entry));
  if (stands === undefined) return undefined;
  const { interval, value, weight, claim } = stands.word;
  const others = asserted.filter((entry) => entry !== stands);
  const rest = others.map((entry): FigureWord => {
    const { word, said } = entry;
    const same = word.interval.min === interval.min && word.interval.max === interval.max;
    return { ...word, reason: (said.max < latest || gone.has(entry)) && !same ? 'superseded' : 'repeat' };
  });
  const common = rest.reduce<Interval | undefined>((all, word) => all && intersect(all, word.interval), interval);
  const changed = common === undefined || against.some((other) => holds(other.word.interval, value));
  const given = { interval, value, units: weight.units, claim: claim.id, changed };
  return { origin: stands.origin, ...given, words: [stands.word, ...rest] };
}

/**
 * E9 for the words of one origin: a value that it surely gave before it denied or doubted it is taken back, and so is a
 * denial or doubt of a value that it surely gave after.
 */
function takenBackOf(asserted: readonly Entry[], against: readonly Entry[]): ReadonlySet<Entry> {
  if (asserted.length === 0 || against.length === 0) return new Set();
  const yes = latestOf(asserted, ({ word }) => String(word.value));
  const no = latestOf(against, ({ word }) => `${low(word.interval)} ${high(word.interval)}`);
  const isLater = (entry: Entry, than: Entry): boolean => entry.said.min > than.said.max;
  return new Set([
    ...asserted.filter((entry) => no.some((one) => isLater(one, entry) && holds(one.word.interval, entry.word.value))),
    ...against.filter((entry) => yes.some((one) => isLater(one, entry) && holds(entry.word.interval, one.word.value))),
  ]);
}

/** Of words that are alike the one that is surely later than whatever any of them is surely later than. */
function latestOf(entries: readonly Entry[], keyOf: (entry: Entry) => string): Entry[] {
  return [...groupBy(entries, keyOf).values()].map((alike) =>
    alike.reduce((latest, entry) => (entry.said.min > latest.said.min ? entry : latest)),
  );
}
