import { describe, expect, test } from 'vitest';
import { figureOpposition } from '../../src/evidence/figure-opposition.ts';
import {
  compareLinks,
  type FigureEvidence,
  type FigureKey,
  fuseFigure,
  type Interval,
  intersect,
  intervalOf,
  isWithin,
} from '../../src/evidence/figures.ts';
import { DEFAULT_WEIGHTS, UNITS_PER_ONE } from '../../src/evidence/weights.ts';
import type { FigureClaim, Quantity } from '../../src/model/claim.ts';
import { ClaimId, EntityId, OriginId, TypeId } from '../../src/model/ids.ts';
import { about, atLeast, exactly, figureOf, range, sketchFigure, upTo, type WordSketch } from './figures-sketch.ts';
import { relationGraph, weighingOf } from './sketch.ts';

const ONE = UNITS_PER_ONE;
const MANY = 100_000;
const numbers = Array.from({ length: MANY }, (_, i) => i);
/** Milliseconds: what these guard against takes minutes or overflows the stack. */
const PATIENCE = 60_000;

const publisher = (name: string): string => `publisher:${name}`;
const standing = ({ origins }: FigureEvidence) =>
  origins.map(({ origin, interval, value, units }) => [origin.label, interval, value, units / ONE]);

describe('E17: a quantity is an interval', () => {
  test.each<[string, Quantity, Interval]>([
    ['at least n', atLeast(171), { min: 171 }],
    ['at least 0', atLeast(0), { min: 0 }],
    ['at least a negative', atLeast(-5), { min: -5 }],
    ['dozens', atLeast(12), { min: 12 }],
    ['up to n', upTo(10), { min: 0, max: 10 }],
    ['up to 0', upTo(0), { min: 0, max: 0 }],
    ['up to a negative', upTo(-5), { max: -5 }],
    ['exactly n', exactly(34), { min: 34, max: 34 }],
    ['exactly 0', exactly(0), { min: 0, max: 0 }],
    ['exactly a negative', exactly(-3), { min: -3, max: -3 }],
    ['a range', range(2, 5), { min: 2, max: 5 }],
    ['a range across 0', range(-4, 2), { min: -4, max: 2 }],
    ['about n', about(exactly(50_000)), { min: 45_000, max: 55_000 }],
    ['about n, without a rounding error', about(exactly(34)), { min: 30.6, max: 37.4 }],
    ['about 0', about(exactly(0)), { min: 0, max: 0 }],
    ['about a negative', about(exactly(-10)), { min: -11, max: -9 }],
    ['about, at least n', about(atLeast(3000)), { min: 2700 }],
    ['about, at least a negative', about(atLeast(-10)), { min: -11 }],
    ['about, up to n', about(upTo(200)), { min: 0, max: 220 }],
    ['about, up to a negative', about(upTo(-10)), { max: -9 }],
    ['about a range', about(range(10, 20)), { min: 9, max: 22 }],
    ['about a range across 0', about(range(-10, 20)), { min: -11, max: 22 }],
    ['about the greatest number, which has no 10 % more', about(exactly(Number.MAX_VALUE)), {}],
    ['not approximate', { min: 10, max: 10, approximate: false }, { min: 10, max: 10 }],
  ])('E17: %s', (_, quantity, interval) => {
    expect(intervalOf(quantity)).toEqual(interval);
  });

  test('E17: −0 is 0, as JSON has it', () => {
    expect(Object.is(intervalOf(exactly(-0)).min, 0)).toBe(true);
    expect(Object.is(intervalOf(about(exactly(-0))).max, 0)).toBe(true);
    expect(Object.is(figureOf([{ by: 'a', quantity: exactly(-0) }]).origins[0]?.value, 0)).toBe(true);
  });

  test.each<[string, Quantity]>([
    ['no bound', {}],
    ['no bound, approximately', { approximate: true }],
    ['min above max', range(5, 4)],
    ['min above a negative max', range(0, -1)],
    ['NaN below', { min: Number.NaN, max: 4 }],
    ['NaN above', { min: 4, max: Number.NaN }],
    ['NaN alone', atLeast(Number.NaN)],
    ['Infinity', { min: 4, max: Number.POSITIVE_INFINITY }],
    ['−Infinity', upTo(Number.NEGATIVE_INFINITY)],
  ])('E17: refuses %s', (_, quantity) => {
    expect(() => intervalOf(quantity)).toThrow(RangeError);
  });

  test('E17: the common part of two intervals', () => {
    expect(intersect({ min: 1, max: 5 }, { min: 3 })).toEqual({ min: 3, max: 5 });
    expect(intersect({ max: 5 }, { max: 3 })).toEqual({ max: 3 });
    expect(intersect({ min: 1, max: 5 }, { min: 5, max: 9 })).toEqual({ min: 5, max: 5 });
    expect(intersect({ min: 1, max: 5 }, { min: 5.1 })).toBeUndefined();
    expect(intersect({}, {})).toEqual({});
  });

  test('E17: one interval within another', () => {
    expect(isWithin({ min: 2, max: 3 }, { min: 2, max: 3 })).toBe(true);
    expect(isWithin({ min: 2, max: 3 }, { min: 2 })).toBe(true);
    expect(isWithin({ min: 2 }, { min: 2, max: 3 })).toBe(false);
    expect(isWithin({ max: 3 }, { min: 2, max: 3 })).toBe(false);
    expect(isWithin({ min: 1, max: 3 }, { min: 2, max: 3 })).toBe(false);
    expect(isWithin({}, {})).toBe(true);
  });
});

describe('E18: what the words of all come to', () => {
  test('E18: nobody says anything', () => {
    expect(figureOf([])).toEqual({
      origins: [],
      denials: [],
      takenBack: [],
      envelope: undefined,
      overlap: undefined,
      median: undefined,
      incompatible: [],
      incompatibleTotal: 0,
      agree: true,
      disputed: false,
      contention: 0,
      weights: DEFAULT_WEIGHTS.version,
    });
  });

  test('E18: one origin', () => {
    const evidence = figureOf([{ by: 'army', letter: 'B', quantity: about(exactly(50)) }]);
    expect(standing(evidence)).toEqual([['army', { min: 45, max: 55 }, 50, 3]]);
    expect(evidence).toMatchObject({
      envelope: { min: 45, max: 55 },
      overlap: { interval: { min: 45, max: 55 }, units: 3 * ONE, origins: [publisher('army')] },
      median: { value: 50, origin: publisher('army') },
      ...{ agree: true, disputed: false, contention: 0, incompatibleTotal: 0 },
    });
    expect(evidence.origins[0]).toMatchObject({ changed: false, words: [{ reason: 'counted', confidence: 0.75 }] });
  });

  test('E18, E20: three speakers, 171 or more, 34 and dozens', () => {
    const evidence = figureOf([
      { by: 'fighters', letter: 'C', quantity: exactly(34) },
      { by: 'army', letter: 'B', quantity: atLeast(171) },
      { by: 'press', letter: 'F', quantity: atLeast(12) },
    ]);
    expect(standing(evidence)).toEqual([
      ['army', { min: 171 }, 171, 3],
      ['fighters', { min: 34, max: 34 }, 34, 1],
      ['press', { min: 12 }, 12, 1 / 2],
    ]);
    expect(evidence).toMatchObject({
      envelope: { min: 12 },
      overlap: { interval: { min: 171 }, units: 3.5 * ONE, origins: [publisher('army'), publisher('press')] },
      median: { value: 171, origin: publisher('army') },
      incompatible: [[publisher('army'), publisher('fighters')]],
      incompatibleTotal: 1,
      agree: false,
      disputed: true,
    });
    // F = 3.5, A = 1.
    expect(evidence.contention).toBeCloseTo(((2 * 1) / 4.5) * (1 - 1 / 5.5), 14);
    // Open ends are absent, in JSON too.
    expect(JSON.parse(JSON.stringify(evidence))).toEqual(evidence);
  });

  test.each<[string, [Quantity, WordSketch['letter']?][], Interval, number]>([
    ['leftmost when tied', [[exactly(9)], [exactly(5)], [exactly(7)]], { min: 5, max: 5 }, 1],
    ['leftmost when tied, and no wider than that', [[range(8, 9)], [range(1, 4)]], { min: 1, max: 4 }, 1],
    ['ends that touch meet', [[range(0, 10)], [range(10, 20)]], { min: 10, max: 10 }, 2],
    ['a chain that touches twice', [[range(10, 20)], [upTo(10)], [atLeast(20)]], { min: 10, max: 10 }, 2],
    ['many that touch in a point', [[upTo(5)], [upTo(5)], [atLeast(5)], [exactly(5)]], { min: 5, max: 5 }, 4],
    ['nested', [[range(0, 100)], [range(10, 50)], [range(20, 30)]], { min: 20, max: 30 }, 3],
    ['open above', [[atLeast(10)], [atLeast(20)]], { min: 20 }, 2],
    ['open below', [[upTo(-10)], [upTo(-20)]], { max: -20 }, 2],
    ['open both ways', [[atLeast(-30)], [upTo(-20)]], { min: -30, max: -20 }, 2],
    ['one heavy before two light', [[exactly(1)], [exactly(1)], [exactly(5), 'B']], { min: 5, max: 5 }, 3],
    [
      'a later region that is heavier',
      [[range(0, 9)], [range(1, 2)], [range(5, 9)], [atLeast(6)]],
      { min: 6, max: 9 },
      3,
    ],
    ['one that ends before another starts', [[range(0, 3)], [range(2, 8)], [range(5, 9), 'B']], { min: 5, max: 8 }, 4],
  ])('E18: best overlap: %s', (_, words, interval, weight) => {
    const { overlap } = figureOf(words.map(([quantity, letter], i) => ({ by: `p${i}`, letter, quantity })));
    expect([overlap?.interval, (overlap?.units ?? 0) / ONE]).toEqual([interval, weight]);
  });

  test.each<[string, [Quantity, WordSketch['letter']?][], number]>([
    ['of an even number the lower', [[exactly(10)], [exactly(20)]], 10],
    ['of an odd number the middle', [[exactly(10)], [exactly(30)], [exactly(20)]], 20],
    ['by weight, not by number', [[exactly(10)], [exactly(20)], [exactly(30), 'B']], 30],
    ['half of the weight is enough', [[exactly(10), 'B'], [exactly(20), 'C'], [exactly(30), 'C'], [exactly(31)]], 10],
    ['by number, not as text', [[exactly(9)], [exactly(10)], [exactly(100)]], 10],
    ['"at least" and "up to" by their number', [[atLeast(7)], [upTo(5)], [exactly(6)]], 6],
    ['a range by its lower end', [[range(4, 100)], [exactly(5)], [exactly(6)]], 5],
    ['"about" by the number said', [[about(exactly(10))], [exactly(9.5)]], 9.5],
  ])('E18: lower median: %s', (_, words, median) => {
    const { median: found } = figureOf(words.map(([quantity, letter], i) => ({ by: `p${i}`, letter, quantity })));
    expect(found?.value).toBe(median);
  });

  test('E18: of those who give the median, the one that completes the half, in order of their ids', () => {
    // 1 of 8 by the first, 4 of 8 by the second.
    const { median } = figureOf([
      { by: 'b', letter: 'B', quantity: exactly(3) },
      { by: 'a', letter: 'C', quantity: exactly(3) },
      { by: 'c', confidence: 0.8, quantity: exactly(9) },
    ]);
    expect(median).toEqual({ value: 3, origin: publisher('b') });
  });

  test('E18: what has no weight is shown, and carries nothing', () => {
    const evidence = figureOf([
      { by: 'a', quantity: exactly(1), confidence: 0 },
      { by: 'b', quantity: exactly(2), confidence: 0 },
    ]);
    expect(evidence.origins).toHaveLength(2);
    expect(evidence).toMatchObject({ overlap: undefined, median: undefined, envelope: { min: 1, max: 2 } });
    expect(evidence).toMatchObject({ agree: false, disputed: true, contention: 0 });
  });

  test('E18: what has no weight neither cuts the overlap nor is counted in it', () => {
    const { overlap, median } = figureOf([
      { by: 'a', quantity: range(0, 10) },
      { by: 'b', quantity: range(2, 4), confidence: 0 },
      { by: 'c', quantity: range(-5, 20), confidence: 0 },
    ]);
    expect(overlap).toEqual({ interval: { min: 0, max: 10 }, units: ONE, origins: [publisher('a')] });
    expect(median).toEqual({ value: 0, origin: publisher('a') });
  });

  test('E18: origins heaviest first, then in code-point order of their ids', () => {
    const words: WordSketch[] = ['😀', 'b', 'a', '\uffee'].map((by) => ({ by, quantity: exactly(1) }));
    const { origins } = figureOf([...words, { by: 'z', letter: 'A', quantity: exactly(1) }]);
    expect(origins.map(({ origin }) => origin.label)).toEqual(['z', 'a', 'b', '\uffee', '😀']);
  });

  test('E18: at most 1,000 pairs are listed, the first in order of origins; all are counted', () => {
    const words = Array.from({ length: 60 }, (_, i) => ({ by: `p${10 + ((i * 7) % 60)}`, quantity: exactly(i) }));
    const { origins, incompatible, incompatibleTotal } = figureOf(words);
    const ids = origins.map(({ origin }) => origin.id);
    const all = ids.flatMap((a, i) => ids.slice(i + 1).map((b) => [a, b]));
    expect(incompatibleTotal).toBe((60 * 59) / 2);
    expect(incompatible).toEqual(all.slice(0, 1000));
  });

  test('E16: the version of the weights, and another table', () => {
    const { claims, weighing } = sketchFigure([{ by: 'a', letter: 'B', quantity: exactly(1) }]);
    const table = { ...DEFAULT_WEIGHTS, version: 'mine', reliability: { ...DEFAULT_WEIGHTS.reliability, B: 0.8 } };
    const evidence = fuseFigure(claims, { ...weighing, table });
    expect([evidence.weights, evidence.overlap?.units]).toEqual(['mine', 4 * ONE]);
  });

  test('E22: as told, every grade counts as C', () => {
    const { claims, weighing } = sketchFigure([{ by: 'a', letter: 'A', quantity: exactly(1) }]);
    expect(fuseFigure(claims, weighing).overlap?.units).toBe(9 * ONE);
    expect(fuseFigure(claims, { ...weighing, asTold: true }).overlap?.units).toBe(ONE);
  });

  test('E17: refuses a claim of an unknown source, and one whose quantity is no interval', () => {
    const { claims, weighing } = sketchFigure([{ by: 'a', quantity: exactly(1) }]);
    expect(() => fuseFigure(claims, { ...weighing, sources: new Map() })).toThrow(RangeError);
    const broken = claims.map((claim) => ({ ...claim, quantity: range(2, 1) }));
    expect(() => fuseFigure(broken, weighing)).toThrow(RangeError);
  });
});

describe('E17, E9: one interval per origin', () => {
  const army = (quantity: Quantity, more: Partial<WordSketch> = {}): WordSketch => ({ by: 'army', quantity, ...more });
  /** What stands, whether it changed, and the reason of each word by its value. */
  function gist(words: readonly WordSketch[]) {
    const { origins } = figureOf(words);
    return origins.map(({ value, changed, words: told }) => [
      value,
      changed,
      told.map((word) => `${word.value} ${word.reason}`),
    ]);
  }

  test.each<[string, WordSketch[], [number, boolean, string[]]]>([
    [
      'a later word supersedes, also a heavier one',
      [army(exactly(9), { said: '2024-05-01', confidence: 0.9 }), army(exactly(12), { said: '2024-05-02' })],
      [12, true, ['12 counted', '9 superseded']],
    ],
    [
      'said again later, it is a repeat',
      [army(exactly(9), { said: '2024-05-01' }), army(exactly(9), { said: '2024-05-02' })],
      [9, false, ['9 counted', '9 repeat']],
    ],
    [
      'made more exact, it is superseded but not changed',
      [army(atLeast(9), { said: '2024-05-01' }), army(exactly(12), { said: '2024-05-02' })],
      [12, false, ['12 counted', '9 superseded']],
    ],
    [
      'revised and revised back, it has changed',
      [
        army(exactly(9), { said: '2024-05-01', confidence: 0.9 }),
        army(exactly(12), { said: '2024-05-02' }),
        army(exactly(9), { said: '2024-05-03' }),
      ],
      [9, true, ['9 counted', '9 repeat', '12 superseded']],
    ],
    [
      'on one day the heaviest stands',
      [army(exactly(9), { said: '2024-05-01' }), army(exactly(12), { said: '2024-05-01', confidence: 0.9 })],
      [12, true, ['12 counted', '9 repeat']],
    ],
    [
      'undated, the heaviest stands',
      [army(exactly(9), { confidence: 0.9 }), army(exactly(12), { said: '2024-05-01' })],
      [9, true, ['9 counted', '12 repeat']],
    ],
    [
      'a year is not surely before a day in it',
      [army(exactly(9), { said: '2024', confidence: 0.9 }), army(exactly(12), { said: '2024-05-01' })],
      [9, true, ['9 counted', '12 repeat']],
    ],
    [
      'what any other is surely later than is dropped first, whatever lies between them',
      [
        army(exactly(9), { said: '2024-05-01', confidence: 0.9 }),
        army(exactly(10), { said: '2024-05', confidence: 0.7 }),
        army(exactly(12), { said: '2024-05-03' }),
      ],
      [10, true, ['10 counted', '9 superseded', '12 repeat']],
    ],
    [
      'one said at an instant stands too',
      [army(exactly(9), { said: '2024-05-01' }), army(exactly(12), { said: '2024-05-02T10:00:00Z' })],
      [12, true, ['12 counted', '9 superseded']],
    ],
    ['the narrower stands', [army(range(1, 9)), army(range(4, 6))], [4, false, ['4 counted', '1 repeat']]],
    ['also where it is the higher', [army(range(1, 4)), army(range(3, 5))], [3, false, ['3 counted', '1 repeat']]],
    ['bounded is narrower than open', [army(atLeast(5)), army(range(0, 99))], [0, false, ['0 counted', '5 repeat']]],
    [
      'of open ones, what leaves less',
      [army(atLeast(12)), army(atLeast(30))],
      [30, false, ['30 counted', '12 repeat']],
    ],
    ['of open ones below 0 too', [army(upTo(-2)), army(upTo(-3))], [-3, false, ['-3 counted', '-2 repeat']]],
    ['as narrow, the leftmost', [army(exactly(50)), army(exactly(34))], [34, true, ['34 counted', '50 repeat']]],
    [
      'of one interval, the lower value',
      [army(about(exactly(10))), army(range(9, 11))],
      [9, false, ['9 counted', '10 repeat']],
    ],
    [
      'three that meet two by two and are told by one voice have not changed',
      [army(range(1, 5)), army(range(3, 8)), army(range(4, 9))],
      [1, false, ['1 counted', '3 repeat', '4 repeat']],
    ],
  ])('E9, E17: %s', (_, words, expected) => {
    expect(gist(words)).toEqual([expected]);
    expect(gist(words.toReversed())).toEqual([expected]);
  });

  test('E9: of words alike in all, the first id stands', () => {
    const { claims, weighing } = sketchFigure([army(exactly(9)), army(exactly(9))]);
    const [first] = claims.map(({ id }) => id).toSorted();
    expect(fuseFigure(claims, weighing).origins[0]?.claim).toBe(first);
    expect(fuseFigure(claims.toReversed(), weighing).origins[0]?.claim).toBe(first);
  });

  test('E6: a speaker in two documents gives one interval, two speakers in one document give two', () => {
    const { origins } = figureOf([
      { by: 'press', speaker: 'ann', quantity: exactly(1) },
      { by: 'agency', speaker: 'ann', quantity: exactly(1) },
      { by: 'press', speaker: 'bob', quantity: exactly(2) },
    ]);
    expect(origins.map(({ origin, words }) => [origin.label, words.length])).toEqual([
      ['ann', 2],
      ['bob', 1],
    ]);
  });
});

describe('E18, E20: denials', () => {
  const given: WordSketch = { by: 'army', letter: 'B', quantity: atLeast(171) };
  const denial = (by: string, quantity: Quantity, more: Partial<WordSketch> = {}): WordSketch => ({
    ...{ by, quantity, stance: 'denies', ...more },
  });

  const nine = exactly(9);
  const says = (said?: string, quantity = nine): WordSketch => ({ by: 'army', speaker: 'general', said, quantity });
  const unsays = (said?: string, more: Partial<WordSketch> = {}): WordSketch => ({
    ...says(said),
    stance: 'denies',
    ...more,
  });

  test.each<[string, WordSketch[], number[], number, number]>([
    ['a value that its origin denied later', [says('2020'), unsays('2021')], [], 1, 1],
    ['one that it doubted later', [says('2020'), unsays('2021', { stance: 'doubts' })], [], 1, 1],
    ['a denial before the value was given', [says('2021'), unsays('2020')], [9], 0, 1],
    ['a value given, denied and given again', [says('2020'), unsays('2021'), says('2022')], [9], 0, 1],
    ['all that came before what was denied', [says('2019', exactly(12)), says('2020'), unsays('2021')], [], 1, 2],
    ['not where it is unknown what was said last', [says('2020'), unsays()], [9], 1, 0],
    ['not on one day', [says('2020-05-01'), unsays('2020-05-01')], [9], 1, 0],
    ['not what was said of another number', [says('2020'), unsays('2021', { quantity: exactly(12) })], [9], 1, 0],
    ['another value stays', [says('2020'), says(undefined, exactly(7)), unsays('2021')], [7], 1, 0],
  ])('E9: taken back: %s', (_, words, values, denials, takenBack) => {
    const evidence = figureOf(words);
    expect(evidence.origins.map(({ value }) => value)).toEqual(values);
    expect(evidence.denials).toHaveLength(denials);
    expect(evidence.takenBack.map(({ reason }) => reason)).toEqual(Array(takenBack).fill('superseded'));
  });

  test.each<[string, WordSketch[], boolean]>([
    ['denied it at a time unknown', [says('2020'), unsays()], true],
    ['denied it before', [says('2021'), unsays('2020')], true],
    ['denied another number', [says('2021'), unsays('2022', { quantity: exactly(12) })], false],
  ])('E9: shown as changed: who %s', (_, words, changed) => {
    expect(figureOf(words).origins.map((origin) => origin.changed)).toEqual([changed]);
  });

  test('E18: who took a denial back denies nothing of others', () => {
    const other: WordSketch = { by: 'press', quantity: nine };
    expect(figureOf([other, unsays('2020')]).disputed).toBe(true);
    expect(figureOf([other, unsays('2020'), says('2021')]).disputed).toBe(false);
  });

  test('E18: who stands against whom: values that cannot both hold, and a denial against just that value', () => {
    const { claims, weighing } = sketchFigure([
      { by: 'army', quantity: atLeast(171) },
      { by: 'press', quantity: exactly(200) },
      { by: 'fighters', quantity: exactly(34) },
      denial('ministry', exactly(34)),
      denial('doubter', exactly(200), { stance: 'doubts' }),
    ]);
    const opposed = figureOpposition(fuseFigure(claims, weighing), (claim) => weighing.origins.of(claim).id);
    const names = ['army', 'doubter', 'fighters', 'ministry', 'press'];
    const id = (name: string): OriginId => OriginId.parse(publisher(name));
    expect(
      names.flatMap((a, i) => names.slice(i + 1).flatMap((b) => (opposed(id(a), id(b)) ? `${a} – ${b}` : []))),
    ).toEqual(['army – fighters', 'fighters – ministry', 'fighters – press']);
  });

  test('E18: only denials: no interval, no dispute, nothing lost', () => {
    const evidence = figureOf([denial('fighters', atLeast(171)), denial('press', exactly(3), { stance: 'doubts' })]);
    expect(evidence).toMatchObject({ origins: [], envelope: undefined, overlap: undefined, median: undefined });
    expect(evidence).toMatchObject({ agree: true, disputed: false, contention: 0 });
    expect(evidence.denials.map(({ interval, reason, weight }) => [interval, reason, weight.units / ONE])).toEqual([
      [{ min: 171 }, 'denial', 1],
      [{ min: 3, max: 3 }, 'denial', 1 / 4],
    ]);
  });

  test.each<[string, WordSketch[], boolean, number]>([
    ['of the value', [given, denial('fighters', atLeast(171))], true, 2 / 5],
    ['of all values from a lower one', [given, denial('fighters', atLeast(100))], true, 2 / 5],
    ['of that number alone', [given, denial('fighters', exactly(171))], true, 2 / 5],
    ['of another number', [given, denial('fighters', exactly(180))], false, 0],
    ['of a lower number', [given, denial('fighters', upTo(170))], false, 0],
    ['by its own origin', [given, denial('army', atLeast(171))], false, 0],
    ['only doubted', [given, denial('fighters', atLeast(171), { stance: 'doubts' })], false, 0],
    [
      'of a later value of two',
      [given, { by: 'press', quantity: exactly(200) }, denial('army', atLeast(150))],
      true,
      6 / 8,
    ],
    [
      'of a value that was taken back',
      [
        { ...given, said: '2024-05-01' },
        { by: 'army', quantity: exactly(34), said: '2024-05-02' },
        denial('fighters', atLeast(171)),
      ],
      false,
      0,
    ],
    [
      'twice by one origin counts once, with its heavier word',
      [given, denial('fighters', atLeast(171)), denial('fighters', exactly(171), { hedge: 'mild' })],
      true,
      2 / 5,
    ],
    ['by two origins', [given, denial('fighters', atLeast(171)), denial('press', atLeast(171))], true, 4 / 6],
    [
      'by one that gives a value which can hold beside it',
      [given, { by: 'fighters', quantity: atLeast(34) }, denial('fighters', atLeast(171))],
      true,
      2 / 6,
    ],
    ['without weight', [given, denial('fighters', atLeast(171), { confidence: 0 })], true, 0],
  ])('E18, E20: a denial %s', (_, words, disputed, contention) => {
    const evidence = figureOf(words);
    expect([evidence.agree, evidence.disputed]).toEqual([true, disputed]);
    expect(evidence.contention).toBeCloseTo(contention, 14);
  });

  test('E20: where the intervals themselves do not meet, deniers add nothing', () => {
    const apart: WordSketch[] = [given, { by: 'fighters', quantity: exactly(34) }];
    const evidence = figureOf([...apart, denial('press', exactly(34))]);
    expect(evidence.contention).toBe(figureOf(apart).contention);
    // F = 3, A = 1.
    expect(evidence.contention).toBeCloseTo(2 / 5, 14);
  });
});

describe('E18: a hundred thousand origins', () => {
  const people = numbers.map((i) => EntityId.parse(`p-${String(i).padStart(6, '0')}`));
  const graph = relationGraph({ press: { reliability: 'A' } }, []);
  const [person] = graph.entities;
  const entities = person === undefined ? [] : people.map((id) => ({ ...person, id, name: id }));

  /** What the words of so many named speakers, each of grade F, come to. */
  function many(quantityOf: (i: number) => Quantity, stanceOf: (i: number) => FigureClaim['stance'] = () => 'asserts') {
    const { claims } = sketchFigure([{ by: 'press', quantity: exactly(0) }]);
    const weighing = weighingOf({ ...graph, entities: [...graph.entities, ...entities] });
    const all = claims.flatMap((claim) =>
      people.map((speaker, i) => ({
        ...{ ...claim, speaker, quantity: quantityOf(i), stance: stanceOf(i) },
        id: ClaimId.parse(`c-${i}`),
      })),
    );
    return fuseFigure(all, weighing);
  }

  test(
    'E18: all apart',
    () => {
      const evidence = many(exactly);
      expect(evidence.incompatibleTotal).toBe((MANY * (MANY - 1)) / 2);
      expect(evidence.incompatible[999]).toEqual(['speaker:p-000000', 'speaker:p-001000']);
      expect(evidence).toMatchObject({ median: { value: MANY / 2 - 1 }, overlap: { interval: { min: 0, max: 0 } } });
    },
    PATIENCE,
  );

  test(
    'E18: all but the last meet',
    () => {
      const evidence = many((i) => (i === MANY - 1 ? exactly(-1) : i === 7 ? upTo(1) : range(-2, i)));
      expect(evidence).toMatchObject({
        incompatibleTotal: 1,
        incompatible: [['speaker:p-000007', 'speaker:p-099999']],
      });
      // All but one meet at −1, and all but one from 0 to 0: the leftmost.
      expect(evidence.overlap).toMatchObject({ interval: { min: -1, max: -1 }, units: ((MANY - 1) * ONE) / 2 });
    },
    PATIENCE,
  );

  test(
    'E18: as many who deny what nobody gives as who give it',
    () => {
      const isDenial = (i: number): boolean => i % 2 === 1;
      const evidence = many(
        (i) => (isDenial(i) ? exactly(-i) : atLeast(i)),
        (i) => (isDenial(i) ? 'denies' : 'asserts'),
      );
      expect(evidence).toMatchObject({ agree: true, disputed: false, overlap: { interval: { min: MANY - 2 } } });
      expect(evidence.denials).toHaveLength(MANY / 2);
    },
    PATIENCE,
  );

  test(
    'E9: all of one origin',
    () => {
      const { claims, weighing } = sketchFigure([{ by: 'army', quantity: exactly(0) }]);
      const words = claims.flatMap((claim) =>
        numbers.map((i) => ({ ...claim, id: ClaimId.parse(`c-${i}`), quantity: exactly(i) })),
      );
      const { origins } = fuseFigure(words, weighing);
      expect(origins.map(({ value, changed, words: told }) => [value, changed, told.length])).toEqual([
        [0, true, MANY],
      ]);
    },
    PATIENCE,
  );
});

describe('E18: figures to compare', () => {
  const key = (id: string, subject: string, more: Partial<FigureKey> = {}): FigureKey => ({
    id,
    subject: EntityId.parse(subject),
    type: TypeId.parse('killed'),
    ...more,
  });
  const partOf = (...pairs: [string, string][]) => {
    const wholes = new Map<EntityId, EntityId[]>();
    for (const [part, whole] of pairs) {
      const id = EntityId.parse(part);
      wholes.set(id, [...(wholes.get(id) ?? []), EntityId.parse(whole)]);
    }
    return wholes;
  };
  const gist = (links: ReturnType<typeof compareLinks>) =>
    Object.fromEntries([...links].map(([id, list]) => [id, list.map((link) => [link.id, ...link.differs].join(' '))]));

  test('E18: nothing to compare', () => {
    expect(compareLinks([], new Map()).size).toBe(0);
    expect(gist(compareLinks([key('a', 'x')], new Map()))).toEqual({ a: [] });
  });

  test('E18: of one subject, they differ in what is counted, in unit and in span', () => {
    const figures = [
      key('d', 'x', { of: 'soldiers', unit: 'percent' }),
      key('b', 'x', { of: 'soldiers', when: '2024' }),
      key('a', 'x', { of: 'soldiers' }),
      key('c', 'x', { of: 'police' }),
    ];
    expect(gist(compareLinks(figures, new Map()))).toEqual({
      a: ['b span', 'c of', 'd unit'],
      b: ['a span', 'c of span', 'd unit span'],
      c: ['a of', 'b of span', 'd of unit'],
      d: ['a unit', 'b unit span', 'c of unit'],
    });
  });

  test('E18: a part and its whole differ in level, both ways and whatever else differs', () => {
    const figures = [key('wave', 'wave'), key('attack', 'attack'), key('soldiers', 'attack', { of: 'soldiers' })];
    expect(gist(compareLinks(figures, partOf(['attack', 'wave'])))).toEqual({
      wave: ['attack level', 'soldiers of level'],
      attack: ['soldiers of', 'wave level'],
      soldiers: ['attack of', 'wave of level'],
    });
  });

  test('E18: not of another type, nor another subject, nor a part of a part, nor a part of the same whole', () => {
    const figures = [
      key('a', 'x'),
      key('b', 'x', { type: TypeId.parse('injured'), of: 'soldiers' }),
      key('c', 'y', { of: 'soldiers' }),
      key('d', 'grandpart'),
      key('e', 'sibling'),
    ];
    const wholes = partOf(['grandpart', 'part'], ['part', 'x'], ['sibling', 'whole'], ['y', 'whole']);
    expect(gist(compareLinks(figures, wholes))).toEqual({ a: [], b: [], c: [], d: [], e: [] });
  });

  test('E18: parts of each other, of themselves or twice are linked once, and not to themselves', () => {
    const wholes = partOf(['x', 'y'], ['x', 'y'], ['y', 'x'], ['x', 'x']);
    expect(gist(compareLinks([key('a', 'x'), key('b', 'y')], wholes))).toEqual({ a: ['b level'], b: ['a level'] });
  });

  test('E18: at most twenty, in code-point order of all levels together', () => {
    const name = (i: number): string => String(i).padStart(2, '0');
    const figures = [
      ...Array.from({ length: 25 }, (_, i) => key(`${name(i)}-own`, 'x', { when: `20${name(i)}` })),
      ...Array.from({ length: 25 }, (_, i) => key(`${name(i)}-part`, `part${i}`)),
    ];
    const links = compareLinks(
      figures,
      partOf(...figures.toReversed().map(({ subject }): [string, string] => [subject, 'x'])),
    );
    const first = Array.from({ length: 11 }, (_, i) => [`${name(i)}-own`, `${name(i)}-part`]).flat();
    expect(links.get('05-own')?.map(({ id }) => id)).toEqual(first.filter((id) => id !== '05-own').slice(0, 20));
    expect(links.get('24-own')?.map(({ id }) => id)).toEqual(first.slice(0, 20));
    expect(links.get('05-part')?.map(({ id }) => id)).toEqual(figures.slice(0, 20).map(({ id }) => id));
  });

  test(
    'E18: a hundred thousand figures, apart and of one subject or of parts of one whole',
    () => {
      const apart = compareLinks(
        numbers.map((i) => key(`f${i}`, `x${i}`)),
        new Map(),
      );
      expect([apart.size, apart.get('f7')]).toEqual([MANY, []]);
      const one = compareLinks(
        numbers.map((i) => key(`f${i}`, 'x', { of: `of ${i}` })),
        new Map(),
      );
      expect(one.get('f0')?.map(({ id }) => id)).toEqual(
        numbers
          .map((i) => `f${i}`)
          .toSorted()
          .slice(1, 21),
      );
      const wholes = new Map(numbers.map((i) => [EntityId.parse(`x${i}`), [EntityId.parse('x')]]));
      const parts = compareLinks([key('f', 'x'), ...numbers.map((i) => key(`f${i}`, `x${i}`))], wholes);
      expect([parts.get('f')?.length, parts.get('f9')]).toEqual([20, [{ id: 'f', differs: ['level'] }]]);
    },
    PATIENCE,
  );
});
