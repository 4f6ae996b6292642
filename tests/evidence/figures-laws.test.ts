import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figureOpposition } from '../../src/evidence/figure-opposition.ts';
import {
  bestOverlaps,
  compareLinks,
  type FigureEvidence,
  type FigureKey,
  type FigureWord,
  fuseFigure,
  type Interval,
  intersect,
  intervalOf,
  isWithin,
  meetsAny,
  originsWithin,
} from '../../src/evidence/figures.ts';
import { UNITS_PER_ONE } from '../../src/evidence/weights.ts';
import type { Claim, FigureClaim, Quantity } from '../../src/model/claim.ts';
import { isLater } from '../../src/model/dates.ts';
import { groupBy } from '../../src/model/group-by.ts';
import { ClaimId, EntityId, type OriginId, TypeId } from '../../src/model/ids.ts';
import { byCodePoint } from '../../src/model/order.ts';
import { digits, hedges, letters } from './arbitrary.ts';
import { about, atLeast, exactly, figureOf, range, sketchFigure, upTo, type WordSketch } from './figures-sketch.ts';
import { voiceOf } from './sketch.ts';

const PINNED = 20_260_131;
/** Milliseconds: other test files may keep the machine busy. */
const PATIENCE = 60_000;

/** A law is tried on pinned sketches, the same on every run, and on fresh ones; a failure prints the seed of its run. */
function law<T>(name: string, property: fc.IProperty<T>): void {
  test(`${name} (pinned seed)`, () => fc.assert(property, { seed: PINNED, numRuns: 250 }), PATIENCE);
  test(`${name} (fresh seed)`, () => fc.assert(property, { numRuns: 80 }), PATIENCE);
}

// Few numbers, so that ends often touch and origins often tie.
const numbers = fc.integer({ min: -4, max: 12 });
const quantities: fc.Arbitrary<Quantity> = fc
  .oneof(
    numbers.map(atLeast),
    numbers.map(upTo),
    numbers.map(exactly),
    fc.tuple(numbers, fc.nat(6)).map(([min, width]) => range(min, min + width)),
  )
  .chain((quantity) => fc.constantFrom(quantity, quantity, about(quantity)));

const words: fc.Arbitrary<WordSketch> = fc
  .record({
    place: fc.nat(5),
    who: fc.constantFrom('own', 'own', 'own', 'ann', 'bob', 'unnamed'),
    stance: fc.constantFrom('asserts', 'asserts', 'asserts', 'denies', 'doubts'),
    hedge: hedges,
    credibility: digits,
    confidence: fc.constantFrom(undefined, undefined, undefined, 0, 0.5),
    said: fc.constantFrom(undefined, '2024-05-01', '2024-05-02', '2024-05-03', '2024-05', '2024', '2024-05-02/..'),
    quantity: quantities,
  })
  .map(({ place, who, ...rest }) => ({
    ...{ ...rest, by: `p${place}` },
    ...(who === 'own' ? {} : who === 'unnamed' ? { unnamed: 'officials' } : { speaker: who }),
  }));

/** Up to ten words of up to six publishers, each with a grade of its own. */
const figures: fc.Arbitrary<WordSketch[]> = fc
  .record({ told: fc.array(words, { maxLength: 10 }), grades: fc.array(letters, { minLength: 6, maxLength: 6 }) })
  .map(({ told, grades }) => told.map((word) => ({ ...word, letter: grades[Number(word.by.slice(1))] })));

const lowOf = ({ min }: Interval): number => min ?? Number.NEGATIVE_INFINITY;
const highOf = ({ max }: Interval): number => max ?? Number.POSITIVE_INFINITY;
const holds = (interval: Interval, point: number): boolean => lowOf(interval) <= point && point <= highOf(interval);
const sum = (all: readonly number[]): number => all.reduce((total, n) => total + n, 0);

/** All that the words come to, apart from which of several equal words stands and how often it was said. */
function outcome(evidence: FigureEvidence): object {
  return {
    ...{ ...evidence, denials: undefined, takenBack: undefined },
    origins: evidence.origins.map(({ origin, interval, value, units, changed }) => ({
      ...{ id: origin.id, interval, value, units, changed },
    })),
  };
}

/** Every end, a point between each two, and one beyond them on either side: whatever can differ, differs at one. */
function pointsOf(intervals: readonly Interval[]): number[] {
  const ends = intervals
    .flatMap(({ min, max }) => [min, max])
    .filter((end) => end !== undefined)
    .toSorted((a, b) => a - b);
  const [first = 0] = ends;
  const last = ends.at(-1) ?? 0;
  return [first - 1, ...ends.flatMap((end, i) => [end, (end + (ends[i + 1] ?? end)) / 2]), last + 1];
}

describe('Laws: intervals', () => {
  law(
    'E17: an interval holds the number that was stated',
    fc.property(quantities, (quantity) => {
      const interval = intervalOf(quantity);
      for (const bound of [quantity.min, quantity.max])
        if (bound !== undefined) expect(holds(interval, bound)).toBe(true);
    }),
  );

  law(
    'E17: the common part holds just the points that both hold, and lies within both',
    fc.property(quantities.map(intervalOf), quantities.map(intervalOf), (a, b) => {
      const both = intersect(a, b);
      expect(both).toEqual(intersect(b, a));
      for (const point of pointsOf([a, b]))
        expect(both !== undefined && holds(both, point)).toBe(holds(a, point) && holds(b, point));
      if (both !== undefined) expect([isWithin(both, a), isWithin(both, b)]).toEqual([true, true]);
      expect(isWithin(a, b)).toBe(JSON.stringify(both) === JSON.stringify(a));
    }),
  );
});

describe('Laws: what changes nothing', () => {
  law(
    'E18: the order of claims is irrelevant',
    fc.property(
      figures.chain((told) => {
        const { claims, weighing } = sketchFigure(told);
        const shuffled = fc.shuffledSubarray(claims, { minLength: claims.length, maxLength: claims.length });
        return fc.record({ claims: fc.constant(claims), weighing: fc.constant(weighing), shuffled });
      }),
      ({ claims, weighing, shuffled }) => {
        expect(fuseFigure(shuffled, weighing)).toEqual(fuseFigure(claims, weighing));
      },
    ),
  );

  law(
    'E9: giving a claim twice changes nothing at all, and saying it again at another place no outcome',
    fc.property(figures, (told) => {
      const { claims, weighing } = sketchFigure(told);
      expect(fuseFigure([...claims, ...claims], weighing)).toEqual(fuseFigure(claims, weighing));
      expect(outcome(figureOf([...told, ...told]))).toEqual(outcome(figureOf(told)));
    }),
  );

  law(
    'E6: republishing, the same speakers with the same words in other documents, changes no outcome',
    fc.property(figures, fc.integer({ min: 1, max: 3 }), (told, times) => {
      const copies = Array.from({ length: times }, (_, i) =>
        told.map((word) => ({ speaker: voiceOf(word.by), ...word, by: `${i}-copies-${word.by}` })),
      );
      expect(outcome(figureOf([...told, ...copies.flat()]))).toEqual(outcome(figureOf(told)));
    }),
  );

  law(
    'E9: no outcome hangs on the ids of claims',
    fc.property(figures, fc.nat(), (told, salt) => {
      const { claims, weighing } = sketchFigure(told);
      const renamed = claims.map((claim, i) => ({ ...claim, id: ClaimId.parse(`c-${(i * 7 + salt) % 11}`) }));
      expect(outcome(fuseFigure(renamed, weighing))).toEqual(outcome(fuseFigure(claims, weighing)));
    }),
  );
});

describe('Laws: what each origin gives', () => {
  law(
    'E9, E16: no word is lost: each stands, or is demoted in its origin, or is a denial, or was taken back',
    fc.property(figures, (told) => {
      const { claims, weighing } = sketchFigure(told);
      const { origins, denials, takenBack } = fuseFigure(claims, weighing);
      const ids = [...origins.flatMap((origin) => origin.words), ...denials, ...takenBack].map(({ claim }) => claim.id);
      expect(ids.toSorted()).toEqual(claims.map(({ id }) => id).toSorted());
      for (const { reason } of takenBack) expect(reason).toBe('superseded');
      for (const { claim, reason } of denials) {
        expect(claim.stance).not.toBe('asserts');
        expect(reason).toBe('denial');
      }
      for (const { origin, claim, interval, value, units, words: spoken } of origins) {
        const [first, ...rest] = spoken;
        expect(first).toMatchObject({ reason: 'counted', interval, value, weight: { units } });
        expect(first?.claim.id).toBe(claim);
        for (const word of rest) expect(['repeat', 'superseded']).toContain(word.reason);
        for (const word of spoken) {
          expect(word.claim.stance).toBe('asserts');
          expect(weighing.origins.of(word.claim).id).toBe(origin.id);
          expect(word.confidence).toBe(word.weight.units / (UNITS_PER_ONE + word.weight.units));
        }
      }
    }),
  );

  law(
    'E9: nothing of an origin is surely later than its standing word, which was not taken back; among such it is the heaviest',
    fc.property(figures, (told) => {
      const { claims, weighing } = sketchFigure(told);
      const { origins, denials, takenBack } = fuseFigure(claims, weighing);
      const isAfter = (a: FigureClaim, b: FigureClaim): boolean =>
        a.said !== undefined && b.said !== undefined && isLater(a.said, b.said);
      const statedBy = ({ quantity: { min, max } }: FigureClaim): number => min ?? max ?? Number.NaN;
      const bySpeaker = groupBy(claims, (claim) => weighing.origins.of(claim).id);
      for (const [id, own] of bySpeaker) {
        const asserted = own.filter(({ stance }) => stance === 'asserts');
        const against = own.filter(({ stance }) => stance !== 'asserts');
        const isOf = (word: FigureClaim, other: FigureClaim): boolean =>
          holds(intervalOf(word.quantity), statedBy(other));
        const goneYes = asserted.filter((a) => against.some((no) => isAfter(no, a) && isOf(no, a)));
        const goneNo = against.filter((no) => asserted.some((a) => isAfter(a, no) && isOf(no, a)));
        const earlier = asserted.filter((a) => asserted.some((other) => isAfter(other, a)));
        const free = asserted.filter((a) => !earlier.includes(a) && !goneYes.includes(a));
        const origin = origins.find((one) => one.origin.id === id);
        expect(origin !== undefined).toBe(free.length > 0);
        const listed = (words: readonly FigureWord[]): string[] =>
          words.flatMap(({ claim }) => (own.includes(claim) ? claim.id : [])).toSorted();
        const ids = (words: readonly FigureClaim[]): string[] => words.map((claim) => claim.id).toSorted();
        expect(listed(denials)).toEqual(ids(against.filter((no) => !goneNo.includes(no))));
        expect(listed(takenBack)).toEqual(ids([...goneNo, ...(origin === undefined ? asserted : [])]));
        if (origin === undefined) continue;
        const [first, ...rest] = origin.words;
        expect(free.map((claim) => claim.id)).toContain(first?.claim.id);
        for (const { claim, interval, reason, weight } of rest) {
          const differs = JSON.stringify(interval) !== JSON.stringify(origin.interval);
          const gone = earlier.includes(claim) || goneYes.includes(claim);
          expect(reason).toBe(gone && differs ? 'superseded' : 'repeat');
          if (!gone) expect(weight.units).toBeLessThanOrEqual(origin.units);
        }
        const { words: spoken } = origin;
        const apart = spoken.some((a) => spoken.some((b) => intersect(a.interval, b.interval) === undefined));
        const both = against.some((no) => holds(intervalOf(no.quantity), origin.value));
        expect(origin.changed).toBe(apart || both);
      }
    }),
  );

  law(
    'E18: origins and denials, heaviest first',
    fc.property(figures, (told) => {
      const { origins, denials } = figureOf(told);
      expect(origins).toEqual(origins.toSorted((a, b) => b.units - a.units || byCodePoint(a.origin.id, b.origin.id)));
      const units = denials.map(({ weight }) => weight.units);
      expect(units).toEqual(units.toSorted((a, b) => b - a));
    }),
  );
});

describe('Laws: what they come to together', () => {
  law(
    'E18: the best overlap is what brute force over all ends finds: the leftmost, in full, of greatest weight',
    fc.property(figures, (told) => {
      const { origins, overlap } = figureOf(told);
      const carrying = origins.filter(({ units }) => units > 0);
      const weightAt = (point: number): number =>
        sum(carrying.filter(({ interval }) => holds(interval, point)).map(({ units }) => units));
      const points = pointsOf(carrying.map(({ interval }) => interval));
      const most = Math.max(...points.map(weightAt));
      if (overlap === undefined) {
        expect(carrying).toEqual([]);
        return;
      }
      const from = points.findIndex((point) => weightAt(point) === most);
      const length = points.slice(from).findIndex((point) => weightAt(point) < most);
      const region = points.slice(from, length === -1 ? undefined : from + length);
      expect(overlap.units).toBe(most);
      expect(points.filter((point) => holds(overlap.interval, point))).toEqual(
        points.filter((point) => region.includes(point)),
      );
      // An end is one of somebody's ends, and open only where theirs are.
      expect(overlap.interval.min).toBe(from === 0 ? undefined : region[0]);
      expect(overlap.interval.max).toBe(length === -1 ? undefined : region.at(-1));
      expect(overlap.origins).toEqual(
        carrying.filter(({ interval }) => isWithin(overlap.interval, interval)).map(({ origin }) => origin.id),
      );
      expect(sum(carrying.filter((o) => overlap.origins.includes(o.origin.id)).map(({ units }) => units))).toBe(most);
    }),
  );

  law(
    'E18: the equally supported ranges are all stretches of greatest weight, the best overlap first',
    fc.property(figures, (told) => {
      const evidence = figureOf(told);
      const carrying = evidence.origins.filter(({ units }) => units > 0);
      const weightAt = (point: number): number =>
        sum(carrying.filter(({ interval }) => holds(interval, point)).map(({ units }) => units));
      const points = pointsOf(carrying.map(({ interval }) => interval));
      const most = Math.max(...points.map(weightAt));
      const ranges = bestOverlaps(evidence);
      expect(ranges.slice(0, 1)).toEqual(evidence.overlap === undefined ? [] : [evidence.overlap.interval]);
      for (const point of points) {
        const within = ranges.filter((one) => holds(one, point));
        expect(within).toHaveLength(weightAt(point) === most && most > 0 ? 1 : 0);
      }
      for (const { interval } of evidence.origins) {
        expect(meetsAny(interval, ranges)).toBe(ranges.some((one) => intersect(one, interval) !== undefined));
      }
      for (const one of ranges) {
        const members = originsWithin(evidence.origins, one);
        expect(sum(carrying.filter(({ origin }) => members.includes(origin.id)).map(({ units }) => units))).toBe(most);
      }
    }),
  );

  law(
    'E18: the median is a value that an origin of weight gave; below it lies less than half, up to it at least half',
    fc.property(figures, (told) => {
      const { origins, median } = figureOf(told);
      const total = sum(origins.map(({ units }) => units));
      const weight = (wanted: (value: number) => boolean): number =>
        sum(origins.filter(({ value }) => wanted(value)).map(({ units }) => units));
      expect(median === undefined).toBe(total === 0);
      if (median === undefined) return;
      const giver = origins.find(({ origin }) => origin.id === median.origin);
      expect([giver?.value, (giver?.units ?? 0) > 0]).toEqual([median.value, true]);
      const { min, max } = giver?.words[0]?.claim.quantity ?? {};
      expect([min, max]).toContain(median.value);
      expect(2 * weight((value) => value < median.value)).toBeLessThan(total);
      expect(2 * weight((value) => value <= median.value)).toBeGreaterThanOrEqual(total);
    }),
  );

  law(
    'E18: the envelope holds every interval, and no end of it is further out than an origin’s',
    fc.property(figures, (told) => {
      const { origins, envelope } = figureOf(told);
      expect(envelope === undefined).toBe(origins.length === 0);
      if (envelope === undefined) return;
      for (const { interval } of origins) expect(isWithin(interval, envelope)).toBe(true);
      expect(origins.some(({ interval }) => interval.min === envelope.min)).toBe(true);
      expect(origins.some(({ interval }) => interval.max === envelope.max)).toBe(true);
    }),
  );

  law(
    'E18: the incompatible pairs are those without a common point; there is none just if all have a common point',
    fc.property(figures, (told) => {
      const { origins, incompatible, incompatibleTotal, agree } = figureOf(told);
      const pairs = origins.flatMap((a, i) =>
        origins
          .slice(i + 1)
          .filter((b) => intersect(a.interval, b.interval) === undefined)
          .map((b) => [a.origin.id, b.origin.id]),
      );
      expect(incompatible).toEqual(pairs);
      expect(incompatibleTotal).toBe(pairs.length);
      const intervals = origins.map(({ interval }) => interval);
      const common = pointsOf(intervals).some((point) => intervals.every((interval) => holds(interval, point)));
      expect(agree).toBe(common);
      expect(agree).toBe(incompatibleTotal === 0);
    }),
  );

  law(
    'E18: a figure is in dispute just if two origins stand against each other; it is mutual, and none against itself',
    fc.property(figures, (told) => {
      const { claims, weighing } = sketchFigure(told);
      const evidence = fuseFigure(claims, weighing);
      const originOf = (claim: Claim): OriginId => weighing.origins.of(claim).id;
      const opposed = figureOpposition(evidence, originOf);
      const ids = [...new Set(claims.map(originOf))];
      const pairs = ids.flatMap((a) => ids.filter((b) => opposed(a, b)).map((b) => [a, b]));
      expect(pairs.length > 0).toBe(evidence.disputed);
      for (const [a, b] of pairs) {
        expect(a).not.toBe(b);
        expect(pairs).toContainEqual([b, a]);
      }
      for (const pair of evidence.incompatible) expect(pairs).toContainEqual(pair);
    }),
  );

  law(
    'E18, E20: disputed just if they do not meet or somebody denies what another gives; contention in [0, 1), by formula',
    fc.property(figures, (told) => {
      const { claims, weighing } = sketchFigure(told);
      const { origins, denials, agree, disputed, contention, overlap } = fuseFigure(claims, weighing);
      const denying = denials
        .filter(({ claim }) => claim.stance === 'denies')
        .map((word) => ({ ...word, by: weighing.origins.of(word.claim).id }))
        .filter(({ by, interval }) => origins.some(({ origin, value }) => origin.id !== by && holds(interval, value)));
      expect(disputed).toBe(!agree || denying.length > 0);
      const f = (overlap?.units ?? 0) / UNITS_PER_ONE;
      const outside = sum(origins.map(({ units }) => units)) / UNITS_PER_ONE - f;
      const heaviest = [...new Set(denying.map(({ by }) => by))].map((by) =>
        Math.max(...denying.filter((word) => word.by === by).map(({ weight }) => weight.units)),
      );
      const a = agree ? sum(heaviest) / UNITS_PER_ONE : outside;
      const expected = f + a === 0 ? 0 : ((2 * Math.min(f, a)) / (f + a)) * (1 - 1 / (1 + f + a));
      expect(contention).toBeCloseTo(disputed ? expected : 0, 12);
      expect(contention).toBeGreaterThanOrEqual(0);
      expect(contention).toBeLessThan(1);
    }),
  );

  law(
    'E16: JSON keeps all of it',
    fc.property(figures, (told) => {
      const evidence = figureOf(told);
      expect(JSON.parse(JSON.stringify(evidence))).toEqual(evidence);
      expect(JSON.stringify(evidence)).not.toContain('null');
    }),
  );
});

describe('Laws: figures to compare', () => {
  const names = fc.constantFrom('x', 'y', 'z');
  const option = (...values: string[]) => fc.constantFrom(undefined, ...values);
  const given = <K extends string>(name: K, value: string | undefined) =>
    value === undefined ? {} : { [name]: value };
  const keys: fc.Arbitrary<FigureKey[]> = fc
    .uniqueArray(
      fc.record({
        ...{ subject: names, type: fc.constantFrom('killed', 'injured') },
        ...{ of: option('soldiers', 'police'), unit: option('percent'), when: option('2023', '2024', '2025') },
      }),
      { maxLength: 60, selector: (parts) => JSON.stringify(Object.entries(parts).toSorted()) },
    )
    .map((all) =>
      all.map(({ subject, type, of, unit, when }, i) => ({
        id: `f${(i * 37) % 61}`,
        subject: EntityId.parse(subject),
        type: TypeId.parse(type),
        ...{ ...given('of', of), ...given('unit', unit), ...given('when', when) },
      })),
    );
  const partings = fc
    .dictionary(names, fc.array(names, { maxLength: 3 }))
    .map(
      (wholes) =>
        new Map(Object.entries(wholes).map(([a, b]) => [EntityId.parse(a), b.map((id) => EntityId.parse(id))])),
    );

  law(
    'E18: the links are what comparing each with each finds, at most twenty, whatever the order',
    fc.property(keys, partings, (all, wholes) => {
      const links = compareLinks(all, wholes);
      expect(compareLinks(all.toReversed(), wholes)).toEqual(links);
      expect(links.size).toBe(all.length);
      const isPart = (a: FigureKey, b: FigureKey): boolean => (wholes.get(a.subject) ?? []).includes(b.subject);
      for (const one of all) {
        const expected = all
          .filter((other) => other !== one && other.type === one.type)
          .filter((other) => other.subject === one.subject || isPart(one, other) || isPart(other, one))
          .map((other) => ({
            id: other.id,
            differs: [
              ...(other.of === one.of ? [] : ['of']),
              ...(other.unit === one.unit ? [] : ['unit']),
              ...(other.when === one.when ? [] : ['span']),
              ...(other.subject === one.subject ? [] : ['level']),
            ],
          }))
          .toSorted((a, b) => byCodePoint(a.id, b.id));
        expect(links.get(one.id)).toEqual(expected.slice(0, 20));
        // Both ways, where neither list was cut.
        for (const { id, differs } of expected.length > 20 ? [] : expected) {
          const back = links.get(id) ?? [];
          if (back.length < 20) expect(back).toContainEqual({ id: one.id, differs });
        }
      }
    }),
  );
});
