import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byCodePoint } from '../../src/model/order.ts';
import {
  type Falls,
  MOST_VOICES_FOR_PAIRS,
  type RestsOn,
  restsOn as restsOnInSteps,
} from '../../src/tracing/rests-on.ts';

function restsOn(hops: readonly (readonly string[])[], falls: Falls): RestsOn {
  const steps = restsOnInSteps(hops, falls);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** What each voice brings to a hop; the hop stands while the sum of those left is at least `least`. */
interface Hop {
  readonly least: number;
  readonly weights: Readonly<Record<string, number>>;
}

const VOICES = ['a', 'b', 'c', 'd', 'e', '\u{1F600}', '\uFFFD'];

const voicesOf = (hops: readonly Hop[]) => hops.map(({ weights }) => Object.keys(weights));

function oracle(hops: readonly Hop[]): (hop: number, without: ReadonlySet<string>) => boolean {
  return (at, without) => {
    const hop = hops[at];
    if (hop === undefined) throw new Error(`no hop ${at}`);
    for (const voice of without) {
      if (hop.weights[voice] === undefined) throw new Error(`asked about ${voice}, who does not speak on hop ${at}`);
    }
    return sumOf(hop, without) < hop.least;
  };
}

function sumOf(hop: Hop, without: ReadonlySet<string>): number {
  let sum = 0;
  for (const [voice, weight] of Object.entries(hop.weights)) if (!without.has(voice)) sum += weight;
  return sum;
}

const breaks = (hops: readonly Hop[], without: readonly string[]) =>
  hops.some((hop) => sumOf(hop, new Set(without)) < hop.least);

/** Negative weights are deniers: leaving one out raises the hop. Only hops that stand at first make a trace. */
const traces = (lowest: number) =>
  fc
    .array(
      fc.record({
        least: fc.integer({ min: 1, max: 4 }),
        weights: fc.dictionary(fc.constantFrom(...VOICES), fc.integer({ min: lowest, max: 4 })),
      }),
      { maxLength: 4 },
    )
    .map((hops): Hop[] => hops.filter((hop) => sumOf(hop, new Set()) >= hop.least));

const SEEDS = [
  ['pinned', 20_260_401],
  ['fresh', Date.now() % 2 ** 31],
] as const;

describe('T3: what a trace rests on', () => {
  test.each(SEEDS)('single voices and pairs are those that trying all gives, %s seed %i', (_, seed) => {
    fc.assert(
      fc.property(traces(-3), (hops) => {
        const { single, pairs, pairsTried } = restsOn(voicesOf(hops), oracle(hops));
        const sorted = VOICES.toSorted(byCodePoint);
        const alone = sorted.filter((voice) => breaks(hops, [voice]));
        const rest = sorted.filter((voice) => !alone.includes(voice));
        expect(single).toEqual(alone);
        expect(pairsTried).toBe(true);
        expect(pairs).toEqual(
          rest.flatMap((a, i) => rest.slice(i + 1).flatMap((b) => (breaks(hops, [a, b]) ? [[a, b]] : []))),
        );
      }),
      { seed, numRuns: 400 },
    );
  });

  test.each(SEEDS)('a larger set breaks the trace, and no member can be put back, %s seed %i', (_, seed) => {
    fc.assert(
      fc.property(traces(-2), (hops) => {
        const { single, pairs, larger } = restsOn(voicesOf(hops), oracle(hops));
        if (larger === undefined) return;
        expect(single.length + pairs.length).toBe(0);
        expect(larger.voices.length).toBeGreaterThan(2);
        expect(breaks(hops, larger.voices)).toBe(true);
        for (const voice of larger.voices) {
          const rest = larger.voices.filter((other) => other !== voice);
          const own = hops.filter((hop) => sumOf(hop, new Set(larger.voices)) < hop.least);
          expect(own.some((hop) => sumOf(hop, new Set(rest)) >= hop.least)).toBe(true);
        }
      }),
      { seed, numRuns: 400 },
    );
  });

  test.each(SEEDS)('without deniers nothing but an empty trace rests on nobody, %s seed %i', (_, seed) => {
    fc.assert(
      fc.property(traces(1), (hops) => {
        const { single, pairs, larger } = restsOn(voicesOf(hops), oracle(hops));
        expect(single.length + pairs.length > 0 || larger !== undefined).toBe(hops.length > 0);
      }),
      { seed, numRuns: 200 },
    );
  });

  test('three equal voices of which two may go: a larger set of three', () => {
    const hops = [{ least: 1, weights: { c: 1, a: 1, b: 1 } }];
    expect(restsOn(voicesOf(hops), oracle(hops))).toEqual({
      single: [],
      pairs: [],
      pairsTried: true,
      larger: { voices: ['a', 'b', 'c'], greedy: true },
    });
  });

  test('the larger set is grown from those listed first, and the smallest of all hops is told', () => {
    const hops = [
      { least: 1, weights: { a: 1, b: 1, c: 1, d: 1 } },
      { least: 3, weights: { z: 2, y: 2, x: 2, w: 1, v: 1 } },
    ];
    expect(restsOn(voicesOf(hops), oracle(hops)).larger?.voices).toEqual(['x', 'y', 'z']);
  });

  test('a voice that lists twice on a hop counts once', () => {
    const hop = { least: 1, weights: { a: 1, b: 1 } };
    expect(restsOn([['a', 'b', 'a']], oracle([hop])).pairs).toEqual([['a', 'b']]);
  });

  test('with more voices than pairs are tried for it says so, and still finds a set', () => {
    const many = Array.from({ length: MOST_VOICES_FOR_PAIRS + 1 }, (_, i) => `v${String(i).padStart(2, '0')}`);
    const weights = Object.fromEntries(many.map((voice, i) => [voice, i < 2 ? 50 : 1]));
    const hops = [{ least: 40, weights }];
    expect(restsOn(voicesOf(hops), oracle(hops))).toEqual({
      single: [],
      pairs: [],
      pairsTried: false,
      larger: { voices: ['v00', 'v01'], greedy: true },
    });
  });

  test('a single voice beyond them leaves few enough', () => {
    const many = Array.from({ length: MOST_VOICES_FOR_PAIRS }, (_, i) => `v${String(i).padStart(2, '0')}`);
    const hops = [{ least: 40, weights: Object.fromEntries([['only', 100], ...many.map((voice) => [voice, 0.5])]) }];
    expect(restsOn(voicesOf(hops), oracle(hops))).toEqual({ single: ['only'], pairs: [], pairsTried: true });
  });

  test('a trace that nothing breaks, and one without hops, rest on nobody', () => {
    expect(restsOn([['a', 'b']], () => false)).toEqual({ single: [], pairs: [], pairsTried: true });
    expect(restsOn([], () => true)).toEqual({ single: [], pairs: [], pairsTried: true });
  });

  test('a hop that does not stand to begin with is refused', () => {
    expect(() => restsOn([['a']], () => true)).toThrow('hop 0 does not stand');
  });
});
