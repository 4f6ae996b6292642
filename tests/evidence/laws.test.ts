import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Evidence, fuse } from '../../src/evidence/fuse.ts';
import { isSupported, type Verdict } from '../../src/evidence/verdict.ts';
import { confidenceOf, DEFAULT_WEIGHTS, toUnits, UNITS_PER_ONE } from '../../src/evidence/weights.ts';
import type { Stance } from '../../src/model/claim.ts';
import type { Reliability } from '../../src/model/grades.ts';
import { digits, evidenceOf, gist, hedges, letters, type Sketch, sketches } from './arbitrary.ts';
import { type ClaimSketch, relationGraph, type SourceSketch, weighingOf } from './sketch.ts';

const PINNED = 20_240_513;
/** Milliseconds: other test files may keep the machine busy. */
const PATIENCE = 60_000;

/** A law is tried on pinned sketches, the same on every run, and on fresh ones; a failure prints the seed of its run. */
function law<T>(name: string, property: fc.IProperty<T>): void {
  test(`${name} (pinned seed)`, () => fc.assert(property, { seed: PINNED, numRuns: 250 }), PATIENCE);
  test(`${name} (fresh seed)`, () => fc.assert(property, { numRuns: 80 }), PATIENCE);
}

const without = (sketch: Sketch, stance: Stance): Sketch => ({
  ...sketch,
  claims: sketch.claims.filter((claim) => claim.stance !== stance),
});
const only = (stance: Stance) => (sketch: Sketch) => ({
  ...sketch,
  claims: sketch.claims.map((claim) => ({ ...claim, stance })),
});

const RANKS: Readonly<Record<Verdict, number>> = {
  denied: 0,
  unknown: 1,
  disputed: 2,
  'single-source': 3,
  corroborated: 4,
};

describe('E11: the opinion', () => {
  law(
    'E11: b + d + u = 1, b and d in [0, 1), u in (0, 1]',
    fc.property(sketches, (sketch) => {
      const { belief, disbelief, uncertainty } = evidenceOf(sketch).opinion;
      expect(belief + disbelief + uncertainty).toBeCloseTo(1, 14);
      for (const part of [belief, disbelief]) {
        expect(part).toBeGreaterThanOrEqual(0);
        expect(part).toBeLessThan(1);
      }
      expect(uncertainty).toBeGreaterThan(0);
      expect(uncertainty).toBeLessThanOrEqual(1);
    }),
  );

  law(
    'E5: every weight by the default table is a whole number of units',
    fc.property(sketches, (sketch) => {
      for (const { weight } of evidenceOf(sketch).claims) {
        const exact = weight.odds * weight.credibility * weight.hedge * weight.stance * UNITS_PER_ONE;
        expect(Number.isInteger(weight.units)).toBe(true);
        expect(exact).toBeCloseTo(weight.units, 8);
      }
    }),
  );

  law(
    'E11, E16: the sums are those of the origins, and each origin is the sum of what its claims count',
    fc.property(sketches, (sketch) => {
      const evidence = evidenceOf(sketch);
      const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
      expect(sum(evidence.origins.map((o) => o.forUnits))).toBe(evidence.forUnits);
      expect(sum(evidence.origins.map((o) => o.againstUnits))).toBe(evidence.againstUnits);
      for (const { origin, forUnits, againstUnits } of evidence.origins) {
        const counted = (side: 'for' | 'against'): number =>
          sum(evidence.claims.filter((c) => c.origin === origin.id && c.side === side).map((c) => c.counted));
        expect([counted('for'), counted('against')]).toEqual([forUnits, againstUnits]);
      }
    }),
  );
});

describe('E11: it equals cumulative fusion of trust-discounted opinions', () => {
  interface Opinion {
    readonly b: number;
    readonly d: number;
    readonly u: number;
  }
  /** Jøsang, Subjective Logic (2016), §14.3.2: trust discounting by the projected probability of the trust. */
  const discount = ({ b, d }: Opinion, trust: number): Opinion => ({
    b: trust * b,
    d: trust * d,
    u: 1 - trust * (b + d),
  });
  /** §12.3, aleatory cumulative fusion, for opinions that are not both dogmatic. */
  const fuseTwo = (x: Opinion, y: Opinion): Opinion => {
    const k = x.u + y.u - x.u * y.u;
    return { b: (x.b * y.u + y.b * x.u) / k, d: (x.d * y.u + y.d * x.u) / k, u: (x.u * y.u) / k };
  };
  const VACUOUS: Opinion = { b: 0, d: 0, u: 1 };
  const YES: Opinion = { b: 1, d: 0, u: 0 };
  const NO: Opinion = { b: 0, d: 1, u: 0 };
  /** The opinion whose evidence is `share` of this one's; evidence is b/u and d/u (§3.6, prior weight 1). */
  const scale = ({ b, d, u }: Opinion, share: number): Opinion => {
    const whole = share * (b + d) + u;
    return { b: (share * b) / whole, d: (share * d) / whole, u: u / whole };
  };
  const expectSame = ({ opinion }: Evidence, oracle: Opinion): void => {
    expect(opinion.belief).toBeCloseTo(oracle.b, 12);
    expect(opinion.disbelief).toBeCloseTo(oracle.d, 12);
    expect(opinion.uncertainty).toBeCloseTo(oracle.u, 12);
  };

  const TRUST: Readonly<Record<Reliability, number>> = { A: 0.9, B: 0.75, C: 0.5, D: 0.25, E: 0.1, F: 1 / 3 };
  const FACTORS = [1, 1, 1, 1 / 2, 1 / 4, 1 / 8, 1];
  const statement = fc.record({
    reliability: letters,
    stance: fc.constantFrom<Stance>('asserts', 'denies', 'doubts'),
    hedge: hedges,
    credibility: digits,
  });

  law(
    'E1, E3, E11: statements of separate publishers, discounted by their letter and fused one after another',
    fc.property(fc.array(statement, { maxLength: 8 }), (statements) => {
      const evidence = evidenceOf({
        sources: Object.fromEntries(
          statements.map(({ reliability }, i) => [`s${i}`, { reliability, publisher: `p${i}` }]),
        ),
        claims: statements.map(({ stance, hedge, credibility }, i) => ({
          source: `s${i}`,
          ...{ stance, hedge, credibility },
        })),
      });
      const oracle = statements
        .map(({ reliability, stance, hedge, credibility }) => {
          const said = discount(stance === 'asserts' ? YES : NO, TRUST[reliability]);
          const distance = hedge === undefined ? 1 : hedge === 'mild' ? 1 / 2 : 1 / 4;
          return scale(said, (FACTORS[credibility ?? 6] ?? 1) * distance * (stance === 'doubts' ? 1 / 4 : 1));
        })
        .reduce(fuseTwo, VACUOUS);
      expectSame(evidence, oracle);
    }),
  );

  law(
    'E4, E11: fusing all at once equals fusing each counted claim, discounted by its confidence',
    fc.property(sketches, (sketch) => {
      const evidence = evidenceOf(sketch);
      const oracle = evidence.claims
        .filter((claim) => claim.counted > 0)
        .map(({ side, confidence, counted, weight }) =>
          scale(discount(side === 'for' ? YES : NO, confidence), counted / weight.units),
        )
        .reduce(fuseTwo, VACUOUS);
      expectSame(evidence, oracle);
    }),
  );
});

describe('Laws: what changes nothing', () => {
  law(
    'Law: the order of claims is irrelevant',
    fc.property(
      sketches.chain((sketch) => {
        const graph = relationGraph(sketch.sources, sketch.claims);
        const { claims } = graph;
        const shuffled = fc.shuffledSubarray([...claims], { minLength: claims.length, maxLength: claims.length });
        return fc.record({ graph: fc.constant(graph), shuffled });
      }),
      ({ graph, shuffled }) => {
        const weighing = weighingOf(graph);
        expect(fuse(shuffled, weighing)).toEqual(fuse(graph.claims, weighing));
      },
    ),
  );

  law(
    'E9: duplicating claims, at their own place or at another, changes nothing',
    fc.property(sketches, fc.nat(3), (sketch, times) => {
      const more = Array.from({ length: times }, () => sketch.claims).flat();
      const twice = { ...sketch, claims: [...sketch.claims, ...more] };
      expect(gist(evidenceOf(twice))).toEqual(gist(evidenceOf(sketch)));
      const graph = relationGraph(sketch.sources, sketch.claims);
      const same = fuse([...graph.claims, ...graph.claims], weighingOf(graph));
      expect(gist(same)).toEqual(gist(evidenceOf(sketch)));
    }),
  );

  /** The sketch with `times` more documents that take their word from one, say all that it says, and are graded alike. */
  function republish({ sources, claims }: Sketch, id: string, times: number): Sketch {
    const source = sources[id];
    if (source === undefined) throw new RangeError(id);
    const names = Array.from({ length: times }, (_, i) => `copy${i}-of-${id}`);
    const copies = names.map((name, i): [string, SourceSketch] => [
      name,
      { reliability: source.reliability, publisher: `copier ${i}`, derivedFrom: i === 0 ? id : names[i - 1] },
    ]);
    const said = claims.filter((claim) => claim.source === id);
    return {
      sources: { ...sources, ...Object.fromEntries(copies) },
      claims: [...claims, ...names.flatMap((name) => said.map((claim) => ({ ...claim, source: name })))],
    };
  }

  law(
    'E6: republishing a document k times (derivedFrom) changes no sum, opinion, verdict or critical origin',
    fc.property(sketches, fc.nat(4), fc.integer({ min: 1, max: 3 }), (sketch, i, times) => {
      const ids = Object.keys(sketch.sources);
      const id = ids[i % ids.length] ?? 's0';
      const more = evidenceOf(republish(sketch, id, times));
      const unranged = { originsFor: undefined, originsAgainst: undefined };
      expect({ ...gist(more), ...unranged }).toEqual({ ...gist(evidenceOf(sketch)), ...unranged });
    }),
  );

  law(
    'E6, E10: republishing a document k times changes no range of origins either',
    fc.property(sketches, fc.nat(4), (sketch, i) => {
      const ids = Object.keys(sketch.sources);
      const { originsFor, originsAgainst } = evidenceOf(republish(sketch, ids[i % ids.length] ?? 's0', 2));
      const before = evidenceOf(sketch);
      expect({ originsFor, originsAgainst }).toEqual({
        originsFor: before.originsFor,
        originsAgainst: before.originsAgainst,
      });
    }),
  );

  const NAMES = ['s0', 's1', 's2', 's3', 's4', 'ann', 'bob', 'cy'];
  const renamings = fc
    .shuffledSubarray(NAMES, { minLength: NAMES.length, maxLength: NAMES.length })
    .map((order) => new Map(NAMES.map((name, i) => [name, `x${order.indexOf(name)}-${i}`])));

  law(
    'Law: renaming ids changes nothing',
    fc.property(sketches, renamings, ({ sources, claims }, names) => {
      const to = (id: string): string => names.get(id) ?? id;
      const speaker = (id: string): string =>
        id.startsWith('voice-of-') ? `voice-of-${to(id.slice('voice-of-'.length))}` : to(id);
      const renamed: Sketch = {
        sources: Object.fromEntries(
          Object.entries(sources).map(([id, source]) => [
            to(id),
            typeof source.derivedFrom === 'string' ? { ...source, derivedFrom: to(source.derivedFrom) } : source,
          ]),
        ),
        claims: claims.map((claim) => ({
          ...claim,
          source: to(claim.source),
          ...(claim.speaker === undefined ? {} : { speaker: speaker(claim.speaker) }),
        })),
      };
      expect(gist(evidenceOf(renamed))).toEqual(gist(evidenceOf({ sources, claims })));
    }),
  );

  test.each([
    ['p', 'q'],
    ['q', 'p'],
  ])('Law: renaming ids changes nothing, in a circle of two publishers (%s, %s)', (first, second) => {
    const evidence = evidenceOf({
      sources: {
        [first]: { reliability: 'B', publisher: 'Gazette', derivedFrom: second },
        [second]: { reliability: 'B', publisher: 'Herald', derivedFrom: first },
        z: { reliability: 'B', publisher: 'Herald' },
      },
      claims: [
        { source: first, stance: 'asserts' },
        { source: 'z', stance: 'asserts' },
      ],
    });
    // E8: the circle is one origin, and the Herald is in it whichever of its documents comes first.
    expect(evidence.origins).toHaveLength(1);
  });

  test.each([
    ['p', 'q'],
    ['q', 'p'],
  ])(
    'E6, Law: renaming ids changes nothing, for a voice of a circle that is quoted elsewhere (%s, %s)',
    (first, second) => {
      const evidence = evidenceOf({
        sources: {
          [first]: { reliability: 'B', publisher: 'Gazette', derivedFrom: second, voice: 'editor' },
          [second]: { reliability: 'B', publisher: 'Herald', derivedFrom: first },
          z: { reliability: 'B', publisher: 'Post' },
        },
        claims: [
          { source: first, stance: 'asserts' },
          { source: 'z', stance: 'asserts', speaker: 'editor' },
        ],
      });
      expect(evidence.origins).toHaveLength(1);
    },
  );

  test.each([
    ['p', 'q'],
    ['q', 'p'],
  ])('Law: renaming ids changes nothing, for a document derived from two (%s, %s)', (first, second) => {
    const evidence = evidenceOf({
      sources: {
        [first]: { reliability: 'B', publisher: 'Gazette' },
        [second]: { reliability: 'B', publisher: 'Herald' },
        digest: { reliability: 'B', publisher: 'Digest', derivedFrom: [first, second] },
      },
      claims: [
        { source: first, stance: 'asserts' },
        { source: 'digest', stance: 'asserts' },
      ],
    });
    expect(evidence.origins).toHaveLength(1);
  });

  test('E9, Law: renaming ids changes nothing where the dates of one origin are of unequal length', () => {
    // "Some day of May" and "31 May" end on the same day. Which of the two stands must not hang on the claim's id.
    const verdicts = Array.from({ length: 12 }, (_, i) =>
      gist(
        evidenceOf({
          sources: { [`s${i}`]: { reliability: 'B', publisher: 'Gazette' } },
          claims: [
            { source: `s${i}`, stance: 'asserts', said: '2024-05' },
            { source: `s${i}`, stance: 'asserts', said: '2024-05-31' },
            { source: `s${i}`, stance: 'denies', said: '2024-05-15' },
          ],
        }),
      ),
    );
    for (const other of verdicts) expect(other).toEqual(verdicts[0]);
  });
});

describe('Laws: what one more or one less origin does', () => {
  const newcomers = fc.record({ reliability: letters, hedge: hedges, credibility: digits });
  function join(
    sketch: Sketch,
    { reliability, hedge, credibility }: { reliability: Reliability } & Partial<ClaimSketch>,
  ) {
    return {
      sources: { ...sketch.sources, newcomer: { reliability, publisher: 'newcomer' } },
      claims: [...sketch.claims, { source: 'newcomer', stance: 'asserts' as const, hedge, credibility }],
    };
  }

  law(
    'Law: a new asserting origin never lowers b and never raises d',
    fc.property(sketches, newcomers, (sketch, newcomer) => {
      const before = evidenceOf(sketch).opinion;
      const after = evidenceOf(join(sketch, newcomer)).opinion;
      expect(after.belief).toBeGreaterThan(before.belief);
      expect(after.disbelief).toBeLessThanOrEqual(before.disbelief);
    }),
  );

  law(
    'E12, Law: a new asserting origin never lowers the verdict of what was weighty enough to be judged',
    fc.property(sketches, newcomers, (sketch, newcomer) => {
      const before = evidenceOf(sketch);
      const after = evidenceOf(join(sketch, newcomer));
      fc.pre(before.rule !== 1);
      expect(RANKS[after.verdict]).toBeGreaterThanOrEqual(RANKS[before.verdict]);
    }),
  );

  test('E12.1, E12.2: the exception to that law: a weak word for it can tip a weak denial from unknown to denied', () => {
    const sources: Record<string, SourceSketch> = {
      d: { reliability: 'E', publisher: 'd' },
      e: { reliability: 'E', publisher: 'e' },
      f: { reliability: 'E', publisher: 'f' },
    };
    const denials: ClaimSketch[] = [
      { source: 'd', stance: 'denies' },
      { source: 'e', stance: 'denies' },
    ];
    // A = 2/9, below θ = 1/4; with F = 1/36 the sum is exactly θ, and A ≥ 4F.
    expect(evidenceOf({ sources, claims: denials }).verdict).toBe('unknown');
    const weak: ClaimSketch = { source: 'f', stance: 'asserts', hedge: 'strong' };
    expect(evidenceOf({ sources, claims: [...denials, weak] }).verdict).toBe('denied');
  });

  law(
    'Law: swapping asserts and denies swaps b and d',
    fc.property(
      sketches.map((sketch) => without(sketch, 'doubts')),
      (sketch) => {
        const swap: Record<Stance, Stance> = { asserts: 'denies', denies: 'asserts', doubts: 'doubts' };
        const { opinion } = evidenceOf(sketch);
        const swapped = evidenceOf({
          ...sketch,
          claims: sketch.claims.map((claim) => ({ ...claim, stance: swap[claim.stance] })),
        });
        expect(swapped.opinion).toEqual({
          belief: opinion.disbelief,
          disbelief: opinion.belief,
          uncertainty: opinion.uncertainty,
        });
      },
    ),
  );

  law(
    'Law, E13: removing an origin subtracts exactly its weights, and ends the support just if it is critical',
    fc.property(sketches, (sketch) => {
      const graph = relationGraph(sketch.sources, sketch.claims);
      const weighing = weighingOf(graph);
      const all = fuse(graph.claims, weighing);
      const supports = (e: Evidence): boolean => isSupported(e.forUnits, e.againstUnits, DEFAULT_WEIGHTS);
      for (const { origin, forUnits, againstUnits, critical } of all.origins) {
        const rest = fuse(
          graph.claims.filter((claim) => weighing.origins.of(claim).id !== origin.id),
          weighing,
        );
        expect([rest.forUnits, rest.againstUnits]).toEqual([all.forUnits - forUnits, all.againstUnits - againstUnits]);
        expect(critical).toBe(supports(all) && !supports(rest));
      }
    }),
  );

  law(
    'E13: with nothing against it, corroborated just if supported and no origin is critical',
    fc.property(sketches.map(only('asserts')), (sketch) => {
      const evidence = evidenceOf(sketch);
      const supported = isSupported(evidence.forUnits, evidence.againstUnits, DEFAULT_WEIGHTS);
      expect(evidence.verdict === 'corroborated').toBe(supported && evidence.origins.every((o) => !o.critical));
    }),
  );

  law(
    'E12, E13: with denials, what is not supported has no critical origin, and is not corroborated',
    fc.property(sketches, (sketch) => {
      const { forUnits, againstUnits, verdict, origins } = evidenceOf(sketch);
      fc.pre(!isSupported(forUnits, againstUnits, DEFAULT_WEIGHTS));
      expect(origins.some((o) => o.critical)).toBe(false);
      expect(['unknown', 'disputed', 'denied']).toContain(verdict);
    }),
  );
});

describe('E4, E10', () => {
  law(
    'E4: a confidence is in [0, 1) and gives its weight back',
    fc.property(fc.double({ min: 0, max: 0.95, noNaN: true }), (c) => {
      const confidence = confidenceOf(toUnits(c / (1 - c)));
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThan(1);
      // Rounded to the unit, 1/4608.
      expect(Math.abs(confidence - c)).toBeLessThanOrEqual(0.5 / UNITS_PER_ONE);
    }),
  );

  law(
    'E10: the upper bound is at least the origins that were counted, the lower at most, both 0 just if there is none',
    fc.property(sketches, (sketch) => {
      const { origins, originsFor, originsAgainst } = evidenceOf(sketch);
      const counts = [origins.filter((o) => o.forUnits > 0).length, origins.filter((o) => o.againstUnits > 0).length];
      [originsFor, originsAgainst].forEach(({ min, max }, side) => {
        const count = counts[side] ?? 0;
        expect(min).toBeLessThanOrEqual(count);
        expect(max).toBeGreaterThanOrEqual(count);
        expect(min > 0).toBe(count > 0);
      });
    }),
  );
});
