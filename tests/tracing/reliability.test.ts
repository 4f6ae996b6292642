import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beliefBand } from '../../src/tracing/conjunction.ts';
import { reliability } from '../../src/tracing/reliability.ts';
import type { LinkOrigin, ReliabilityLink } from '../../src/tracing/reliability-link.ts';

const SEEDS = [
  ['pinned', 20_260_402],
  ['fresh', Date.now() % 2 ** 31],
] as const;

const link = (
  from: number,
  to: number,
  belief: number,
  directed: 'along' | 'both' = 'both',
  origins: readonly LinkOrigin[] = [],
): ReliabilityLink => ({ from, to, belief, directed, origins });

/** A link that rests on origins, with the belief that E11 gives. */
function said(from: number, to: number, origins: Readonly<Record<string, readonly [number, number]>>): ReliabilityLink {
  const list = Object.entries(origins).map(([id, [weightFor, weightAgainst]]) => ({ id, weightFor, weightAgainst }));
  const sum = (key: 'weightFor' | 'weightAgainst') => list.reduce((total, origin) => total + origin[key], 0);
  return link(from, to, sum('weightFor') / (1 + sum('weightFor') + sum('weightAgainst')), 'both', list);
}

/** The sum over all 2^m states of the links: the oracle. */
function byAllStates(
  links: readonly ReliabilityLink[],
  sources: readonly number[],
  targets: readonly number[],
): number {
  let total = 0;
  for (let state = 0; state < 2 ** links.length; state++) {
    let probability = 1;
    const reached = new Set(sources);
    for (const [i, { belief }] of links.entries()) probability *= (state >> i) & 1 ? belief : 1 - belief;
    for (let grown = -1; grown !== reached.size; ) {
      grown = reached.size;
      for (const [i, { from, to, directed }] of links.entries()) {
        if (((state >> i) & 1) === 0) continue;
        if (reached.has(from)) reached.add(to);
        if (directed !== 'along' && reached.has(to)) reached.add(from);
      }
    }
    if (targets.some((target) => reached.has(target))) total += probability;
  }
  return total;
}

const arbitraryLinks = (most: number, entities: number) =>
  fc.array(
    fc
      .record({
        from: fc.nat(entities - 1),
        to: fc.nat(entities - 1),
        belief: fc.oneof(fc.constantFrom(0, 1, 0.5), fc.double({ min: 0, max: 1, noNaN: true })),
        directed: fc.constantFrom<'along' | 'both'>('along', 'both'),
      })
      .map((sketch): ReliabilityLink => ({ ...sketch, origins: [] })),
    { maxLength: most },
  );

describe('E24: links taken as independent', () => {
  test.each(SEEDS)('equals the sum over all states, %s seed %i', (_, seed) => {
    fc.assert(
      fc.property(arbitraryLinks(10, 6), (links) => {
        const { independent } = reliability(links, [0], [1]);
        expect(Math.abs((independent ?? Number.NaN) - byAllStates(links, [0], [1]))).toBeLessThan(1e-12);
      }),
      { seed, numRuns: 500 },
    );
    fc.assert(
      fc.property(arbitraryLinks(14, 5), (links) => {
        const { independent } = reliability(links, [0, 2], [1, 3]);
        expect(Math.abs((independent ?? Number.NaN) - byAllStates(links, [0, 2], [1, 3]))).toBeLessThan(1e-12);
      }),
      { seed, numRuns: 15 },
    );
  });

  test.each(SEEDS)('a single path is the product of its beliefs, %s seed %i', (_, seed) => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 1, maxLength: 25 }),
        (beliefs) => {
          const links = beliefs.map((belief, i) => link(i, i + 1, belief));
          const product = beliefs.reduce((all, belief) => all * belief, 1);
          expect(reliability(links, [0], [beliefs.length]).independent).toBeCloseTo(product, 13);
        },
      ),
      { seed, numRuns: 100 },
    );
  });

  test('two disjoint paths: 1 − (1 − p)(1 − q)', () => {
    const links = [link(0, 2, 0.75), link(2, 1, 0.6), link(0, 3, 0.5), link(3, 1, 0.9)];
    expect(reliability(links, [0], [1]).independent).toBeCloseTo(1 - (1 - 0.45) * (1 - 0.45), 14);
    expect(reliability([link(0, 1, 0.75), link(0, 1, 0.6)], [0], [1]).independent).toBeCloseTo(0.9, 14);
  });

  test('the bridge of five links of ½ is ½', () => {
    const links = [link(0, 2, 0.5), link(0, 3, 0.5), link(2, 3, 0.5), link(2, 1, 0.5), link(3, 1, 0.5)];
    expect(reliability(links, [0], [1]).independent).toBe(0.5);
  });

  test.each(SEEDS)('one link more never lowers it, %s seed %i', (_, seed) => {
    fc.assert(
      fc.property(arbitraryLinks(14, 7), (links) => {
        const [, ...fewer] = links;
        const value = (list: readonly ReliabilityLink[]) => reliability(list, [0], [1]).independent ?? Number.NaN;
        expect(value(links)).toBeGreaterThanOrEqual(value(fewer) - 1e-12);
      }),
      { seed, numRuns: 200 },
    );
  });

  test('25 links of a grid are exact, and so are 25 in parallel chains', () => {
    const at = (x: number, y: number) => 4 * y + x;
    const grid: ReliabilityLink[] = [link(0, 15, 0.1)];
    for (let i = 0; i < 4; i++) {
      for (let j = 0; j < 3; j++) grid.push(link(at(j, i), at(j + 1, i), 0.5), link(at(i, j), at(i, j + 1), 0.5));
    }
    expect(grid.length).toBe(25);
    // The same by symmetry in the corners, which trying all 2²⁵ states is too slow for: the grid turned upside down.
    const turned = grid.map(({ from, to, belief }) => link(15 - to, 15 - from, belief));
    const { independent } = reliability(grid, [0], [15]);
    expect(reliability(turned, [0], [15]).independent).toBeCloseTo(independent ?? Number.NaN, 13);
    const chains: ReliabilityLink[] = [link(0, 1, 0.25)];
    for (let i = 0; i < 8; i++) {
      chains.push(link(0, 10 + i, 0.5), link(10 + i, 20 + i, 0.5), link(20 + i, 1, 0.5));
    }
    expect(reliability(chains, [0], [1]).independent).toBeCloseTo(1 - 0.75 * (7 / 8) ** 8, 13);
  });

  test('what cannot lie between the ends does not count towards the limit', () => {
    const hair = Array.from({ length: 60 }, (_, i) => [link(2, 100 + i, 0.9), link(100 + i, 200 + i, 0.9)]).flat();
    const dead = [link(1, 5, 0.5, 'along'), link(6, 0, 0.5, 'along'), link(7, 8, 0.5), link(3, 3, 0.5)];
    const links = [link(0, 2, 0.5), link(2, 1, 0.5), ...hair, ...dead];
    expect(reliability(links, [0], [1])).toEqual({ independent: 0.25 });
  });
});

describe('E25: origins shared between links', () => {
  const arbitraryOrigins = fc.dictionary(
    fc.constantFrom('ann', 'bob', 'cy'),
    fc.tuple(fc.constantFrom(0, 0.75, 1, 3, 9), fc.constantFrom(0, 0, 0, 0.25, 1, 3)),
    { minKeys: 1 },
  );

  test.each(SEEDS)('a path lies between the product and the least belief, %s seed %i', (_, seed) => {
    fc.assert(
      fc.property(
        fc.array(arbitraryOrigins, { minLength: 2, maxLength: 5 }),
        fc.integer({ min: 0, max: 2 ** 31 }),
        (hops, sampleSeed) => {
          const links = hops.map((origins, i) => said(i, i + 1, { ...origins, shared: [1, 0] }));
          const beliefs = links.map(({ belief }) => belief);
          const { independent, sampled } = reliability(links, [0], [hops.length], { seed: sampleSeed });
          if (independent === undefined || sampled === undefined) throw new Error('both are expected');
          const { min, max } = beliefBand(beliefs);
          // Six errors, not four: over thousands of runs four are exceeded now and then by chance alone.
          const slack = 6 * sampled.error;
          expect(sampled.value).toBeGreaterThanOrEqual(min - slack);
          expect(sampled.value).toBeLessThanOrEqual(max + slack);
          expect(sampled.value).toBeGreaterThanOrEqual(independent - slack);
        },
      ),
      { seed, numRuns: 30 },
    );
  });

  test('one link holds with the probability of its belief, whoever speaks for and against', () => {
    const origins = { ann: [3, 0], bob: [1, 0.25], cy: [0, 3] } as const;
    // A second link makes the origins shared; with belief near 1 it hardly ever stops the path.
    const sure = said(1, 2, { ann: [1e9, 0] });
    const { sampled } = reliability([said(0, 1, origins), sure], [0], [2], { samples: 40_000 });
    const expected = 4 / (1 + 4 + 3.25);
    expect(Math.abs((sampled?.value ?? Number.NaN) - expected)).toBeLessThan(4 * (sampled?.error ?? 0));
  });

  test('two hops of one origin: 3/5 by hand, where the product is 9/16', () => {
    // Both hold where its clock, of rate 3, rings before two of rate 1: 3 / (3 + 1 + 1).
    const links = [said(0, 1, { ann: [3, 0] }), said(1, 2, { ann: [3, 0] })];
    const { independent, sampled } = reliability(links, [0], [2], { samples: 200_000 });
    expect(independent).toBe(9 / 16);
    expect(Math.abs((sampled?.value ?? Number.NaN) - 3 / 5)).toBeLessThan(4 * (sampled?.error ?? 0));
  });

  test('without shared origins, more than 25 links are sampled and come out as independent', () => {
    const chain = Array.from({ length: 26 }, (_, i) => said(i, i + 1, { [`o${i}`]: [40, 0] }));
    const { independent, sampled } = reliability(chain, [0], [26]);
    expect(independent).toBeUndefined();
    expect(Math.abs((sampled?.value ?? Number.NaN) - (40 / 41) ** 26)).toBeLessThan(4 * (sampled?.error ?? 0));
  });

  test('links without origins hold by their beliefs', () => {
    const parallel = Array.from({ length: 30 }, () => link(0, 1, 0.05));
    const { sampled } = reliability(parallel, [0], [1]);
    expect(Math.abs((sampled?.value ?? Number.NaN) - (1 - 0.95 ** 30))).toBeLessThan(4 * (sampled?.error ?? 0));
  });

  test('a seed reproduces, another does not; the error shrinks with the root of the samples', () => {
    const links = [said(0, 1, { ann: [3, 0] }), said(1, 2, { ann: [3, 1] })];
    const run = (samples: number, seed?: number) =>
      reliability(links, [0], [2], seed === undefined ? { samples } : { samples, seed }).sampled;
    expect(run(5_000, 7)).toEqual(run(5_000, 7));
    expect(run(5_000)).toEqual(run(5_000));
    expect(run(5_000, 7)?.value).not.toBe(run(5_000, 8)?.value);
    expect((run(2_500)?.error ?? 0) / (run(40_000)?.error ?? 1)).toBeCloseTo(4, 0);
  });

  test.each(SEEDS)('the order of links, origins and ends changes nothing, bit for bit, %s seed %i', (_, seed) => {
    const three = fc.array(fc.tuple(fc.nat(3), fc.nat(3), arbitraryOrigins), { maxLength: 6 });
    fc.assert(
      fc.property(three, (list) => {
        const links = list.map(([from, to, origins]) => said(from, to, origins));
        const turned = links
          .toReversed()
          .map((one) => ({ ...one, origins: one.origins.toReversed(), from: one.to, to: one.from }));
        const options = { samples: 300 };
        expect(reliability(turned, [3, 0, 0], [1], options)).toEqual(reliability(links, [0, 3], [1, 1], options));
      }),
      { seed, numRuns: 100 },
    );
  });
});

describe('degenerate and wrong input', () => {
  test('no links, no ends, ends that meet', () => {
    expect(reliability([], [0], [1])).toEqual({ independent: 0 });
    expect(reliability([link(0, 1, 0.5)], [], [1])).toEqual({ independent: 0 });
    expect(reliability([link(0, 1, 0.5)], [0], [])).toEqual({ independent: 0 });
    expect(reliability([], [0, 1], [1])).toEqual({ independent: 1 });
    expect(reliability([link(0, 1, 0)], [0], [1])).toEqual({ independent: 0 });
    expect(reliability([link(0, 1, 1)], [0], [1])).toEqual({ independent: 1 });
  });

  test('what is no belief, no weight or no number of samples is refused with its place', () => {
    for (const belief of [Number.NaN, -0.1, 1.1]) {
      expect(() => reliability([link(0, 1, 1), link(0, 1, belief)], [0], [1])).toThrow('link 1');
    }
    for (const weightFor of [Number.NaN, -1, Number.POSITIVE_INFINITY]) {
      const origins = [{ id: 'ann', weightFor, weightAgainst: 0 }];
      expect(() => reliability([link(0, 1, 0.5, 'both', origins)], [0], [1])).toThrow('origin ann');
    }
    const ann = { id: 'ann', weightFor: 0.5, weightAgainst: 0 };
    expect(() => reliability([link(0, 1, 0.5, 'both', [ann, ann])], [0], [1])).toThrow('twice');
    expect(() => reliability([link(0, 1, 0.5, 'both', [ann])], [0], [1])).toThrow('give a belief of 0.333');
    for (const samples of [0, -1, 1.5, Number.NaN]) {
      expect(() => reliability([], [0], [1], { samples })).toThrow(RangeError);
    }
  });
});
