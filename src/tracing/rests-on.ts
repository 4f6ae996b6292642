import { byCodePoint } from '../model/order.ts';

/** Most voices of a trace, those that break it alone taken out, up to which every pair is tried. */
export const MOST_VOICES_FOR_PAIRS = 40;

/** Whether a hop can no longer be walked when some voices are left out. The set must not be kept. */
export type Falls = (hop: number, without: ReadonlySet<string>) => boolean;

/** What a trace rests on: sets of voices without which it falls. Every list is in code-point order. */
export interface RestsOn {
  /** Voices each of which breaks the trace alone. All of them. */
  readonly single: readonly string[];
  /** Pairs that break it together, and neither alone. All of them where `pairsTried`, else none. */
  readonly pairs: readonly (readonly [string, string])[];
  /** Whether pairs were looked for: not where more than {@link MOST_VOICES_FOR_PAIRS} voices are left. */
  readonly pairsTried: boolean;
  /**
   * Where no single voice and no pair is known to break it: a larger set that does, found greedily, so there may be a
   * smaller one. None of its members can be put back alone. Absent where no set was found.
   */
  readonly larger?: { readonly voices: readonly string[]; readonly greedy: true };
}

/**
 * What a trace rests on. A trace falls when any of its hops falls.
 *
 * `hops` holds for each hop the voices that speak on it: sources, speakers or origins, whatever is to be left out.
 * `falls` is asked about voices of that hop only. Every pair is tried where at most `mostForPairs` voices are left, fewer
 * than by default where a call costs much.
 *
 * A set is minimal where it breaks the trace and no part of it does, so single voices and pairs are told apart exactly.
 * Evidence is not monotone: leaving out a denier can raise a hop again, and more left out may break less. Nothing here
 * takes for granted that it is. For the larger set minimal is therefore meant member by member: put any one back and
 * the hop stands.
 *
 * A smallest set of voices that breaks a trace breaks one hop, and voices that do not speak on a hop do not move it. So
 * each hop is looked at alone: the larger set is grown from a hop's voices in the order in which the hop lists them (so
 * list the weightiest first), then reduced; of all hops the smallest such set is told, the first in code-point order
 * among equals.
 *
 * It stops after each call of `falls`, so that a caller can let others have their turn or give up.
 *
 * Calls of `falls`: one per hop and voice, one per hop and pair of its voices, and for the larger set one per voice and
 * about two per member. Throws RangeError where a hop falls before anybody is left out: then there is no trace.
 */
export function* restsOn(
  hops: readonly (readonly string[])[],
  falls: Falls,
  mostForPairs = MOST_VOICES_FOR_PAIRS,
): Generator<void, RestsOn> {
  const voicesOf = hops.map((voices) => [...new Set(voices)]);
  const none: ReadonlySet<string> = new Set();
  for (const hop of voicesOf.keys()) {
    if (falls(hop, none)) throw new RangeError(`hop ${hop} does not stand with all its voices, so this is no trace`);
  }
  const hopsOf = new Map<string, number[]>();
  for (const [hop, voices] of voicesOf.entries()) {
    for (const voice of voices) {
      const at = hopsOf.get(voice);
      if (at === undefined) hopsOf.set(voice, [hop]);
      else at.push(hop);
    }
  }
  const all = [...hopsOf.keys()].sort(byCodePoint);
  const single: string[] = [];
  for (const voice of all) {
    const left = new Set([voice]);
    if ((hopsOf.get(voice) ?? []).some((hop) => falls(hop, left))) single.push(voice);
    yield;
  }
  const alone = new Set(single);
  const others = all.filter((voice) => !alone.has(voice));
  const pairsTried = others.length <= mostForPairs;
  const pairs = pairsTried ? yield* breakingPairs(others, hopsOf, falls) : [];
  if (single.length > 0 || pairs.length > 0) return { single, pairs, pairsTried };
  const found: string[][] = [];
  for (const [hop, voices] of voicesOf.entries()) {
    const voicesThatBreak = yield* growAndReduce(voices, hop, falls);
    if (voicesThatBreak !== undefined) found.push(voicesThatBreak);
  }
  const [larger] = found.sort((a, b) => a.length - b.length || compareLists(a, b));
  return { single, pairs, pairsTried, ...(larger === undefined ? {} : { larger: { voices: larger, greedy: true } }) };
}

/** Pairs of voices that break a hop on which both speak; on any other hop a pair does what one of them does alone. */
function* breakingPairs(
  voices: readonly string[],
  hopsOf: ReadonlyMap<string, readonly number[]>,
  falls: Falls,
): Generator<void, (readonly [string, string])[]> {
  const pairs: (readonly [string, string])[] = [];
  for (const [i, a] of voices.entries()) {
    const at = new Set(hopsOf.get(a));
    for (const b of voices.slice(i + 1)) {
      const left = new Set([a, b]);
      if ((hopsOf.get(b) ?? []).some((hop) => at.has(hop) && falls(hop, left))) pairs.push([a, b]);
      yield;
    }
  }
  return pairs;
}

/**
 * Leaves voices out one after the other until the hop falls, then puts back each whose return does not make it stand,
 * the last left out first, until none can be. Undefined where it never falls.
 */
function* growAndReduce(voices: readonly string[], hop: number, falls: Falls): Generator<void, string[] | undefined> {
  const without = new Set<string>();
  for (const voice of voices) {
    without.add(voice);
    if (falls(hop, without)) return yield* reduce(without, hop, falls);
    yield;
  }
  return undefined;
}

function* reduce(breaking: ReadonlySet<string>, hop: number, falls: Falls): Generator<void, string[]> {
  const without = new Set(breaking);
  // Where evidence is not monotone, one put back may allow another to be that did not before: hence again and again.
  for (let changed = true; changed; ) {
    changed = false;
    for (const voice of [...breaking].reverse()) {
      if (!without.delete(voice)) continue;
      if (falls(hop, without)) changed = true;
      else without.add(voice);
      yield;
    }
  }
  return [...without].sort(byCodePoint);
}

function compareLists(a: readonly string[], b: readonly string[]): number {
  for (const [i, voice] of a.entries()) {
    const difference = byCodePoint(voice, b[i] ?? '');
    if (difference !== 0) return difference;
  }
  return 0;
}
