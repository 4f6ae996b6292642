import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EvidenceColumns } from '../../src/evidence/evidence-columns.ts';
import { Fusion } from '../../src/evidence/fusion.ts';
import { VERDICT_CODES } from '../../src/evidence/relation-scale.ts';
import { DEFAULT_WEIGHTS, UNITS_PER_ONE, type WeightTable } from '../../src/evidence/weights.ts';
import {
  type Days,
  evidenceColumns,
  naiveFuse,
  naiveShares,
  naiveTally,
  naiveWithout,
  type Row,
  relationRows,
} from './naive-fuse.ts';

const PINNED = 20_240_513;
/** Milliseconds: other test files may keep the machine busy. */
const PATIENCE = 60_000;

/** A law is tried on pinned rows, the same on every run, and on fresh ones; a failure prints the seed of its run. */
function law<T>(name: string, property: fc.IProperty<T>): void {
  test(`${name} (pinned seed)`, () => fc.assert(property, { seed: PINNED, numRuns: 400 }), PATIENCE);
  test(`${name} (fresh seed)`, () => fc.assert(property, { numRuns: 150 }), PATIENCE);
}

// Days by number. Some bound the same days, end or start alike, overlap, or are open on a side.
const DATES: readonly Days[] = [
  [1, 1],
  [2, 2],
  [2, 2],
  [3, 3],
  [1, 3],
  [2, 3],
  [Number.NEGATIVE_INFINITY, 2],
  [2, Number.POSITIVE_INFINITY],
  [3, Number.POSITIVE_INFINITY],
  [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
];
// Weights of E1 and E3, so that sums meet θ (1152) and the ratio 4 exactly; odd ones, none, and the greatest.
const UNITS = [0, 1, 3, 288, 512, 576, 1152, 1152, 1536, 2304, 4608, 4608, 13824, 18432, 41472, 2 ** 29 - 1];
const TABLES: readonly WeightTable[] = [
  DEFAULT_WEIGHTS,
  DEFAULT_WEIGHTS,
  { ...DEFAULT_WEIGHTS, threshold: 1, ratio: 2 },
  { ...DEFAULT_WEIGHTS, threshold: 0.3, ratio: 1.5 },
  { ...DEFAULT_WEIGHTS, threshold: 0, ratio: 1 },
];
const RELATIONS = 4;
const ORIGINS = 6;

interface Sample {
  readonly rows: readonly Row[];
  readonly known: readonly boolean[];
  readonly table: WeightTable;
  /** By claim. */
  readonly mask: Uint8Array;
}

/**
 * Up to thirty rows on four relations by six origins. A claim may bear on several relations, once on each; rows come by claim, or
 * those of one relation after those of another.
 */
const samples: fc.Arbitrary<Sample> = fc
  .record({
    rows: fc.array(
      fc.record({
        relation: fc.nat(RELATIONS - 1),
        origin: fc.nat(ORIGINS - 1),
        units: fc.constantFrom(...UNITS),
        stance: fc.constantFrom<Row['stance']>('asserts', 'asserts', 'asserts', 'denies', 'doubts', 'excludes'),
        said: fc.option(fc.constantFrom(...DATES), { nil: undefined }),
        voice: fc.option(fc.nat(2), { nil: undefined }),
        isNewClaim: fc.boolean(),
        isMasked: fc.boolean(),
      }),
      { maxLength: 30 },
    ),
    known: fc.array(fc.boolean(), { minLength: ORIGINS, maxLength: ORIGINS }),
    table: fc.constantFrom(...TABLES),
    isByRelation: fc.boolean(),
  })
  .map(({ rows, known, table, isByRelation }) => {
    let claim = 0;
    const bearsOn = new Set<number>();
    const byClaim = rows.map(({ isNewClaim, isMasked: _, ...row }): Row => {
      if (isNewClaim || bearsOn.has(row.relation)) {
        claim++;
        bearsOn.clear();
      }
      bearsOn.add(row.relation);
      return { ...row, claim, known: known[row.origin] ?? true };
    });
    const mask = new Uint8Array(claim + 1);
    byClaim.forEach((row, i) => {
      if (rows[i]?.isMasked) mask[row.claim] = 1;
    });
    return { rows: isByRelation ? byClaim.toSorted((a, b) => b.relation - a.relation) : byClaim, known, table, mask };
  });

function fusionOf({ rows, known, table }: Omit<Sample, 'mask'>): Fusion {
  return new Fusion(evidenceColumns(rows, RELATIONS, DATES, known), table);
}

const RELATION_INDEXES = Array.from({ length: RELATIONS }, (_, relation) => relation);
const byRelation = (rows: readonly Row[]): Row[][] =>
  RELATION_INDEXES.map((relation) => rows.filter((row) => row.relation === relation));
const byOrigin = (a: { origin: number }, b: { origin: number }): number => a.origin - b.origin;
const nameOf = (code: number) => VERDICT_CODES[code];

describe('Fusion equals the rules redone naively, one relation after another', () => {
  law(
    'E9–E12: sums, verdict, explicit denial, exclusion, range',
    fc.property(samples, (sample) => {
      const fusion = fusionOf(sample);
      byRelation(sample.rows).forEach((rows, relation) => {
        const naive = naiveFuse(rows, sample.table);
        const { line: _, strongestTwice: __, ...stored } = naive;
        expect({
          forTwice: fusion.forTwice(relation),
          againstTwice: fusion.againstTwice(relation),
          verdict: nameOf(fusion.verdict(relation)),
          explicitDenial: fusion.hasDenial(relation),
          byExclusion: fusion.hasExclusion(relation),
          range: fusion.range(relation),
        }).toEqual(stored);
        const asked = fusion.sums(relation);
        expect({ ...asked, verdict: nameOf(asked.verdict) }).toEqual(naive);
      });
    }),
  );

  law(
    'E21: each relation without any of its origins, and the tally of an origin over all relations',
    fc.property(samples, (sample) => {
      const fusion = fusionOf(sample);
      const relations = byRelation(sample.rows);
      relations.forEach((rows, relation) => {
        const left = fusion.leftOut(relation).map((share) => ({ ...share, verdict: nameOf(share.verdict) }));
        const naive = naiveShares(rows).map(({ origin, forTwice, againstTwice }) => ({
          ...{ origin, forTwice, againstTwice },
          verdict: naiveWithout(rows, origin, sample.table),
        }));
        expect(left.toSorted(byOrigin)).toEqual(naive);
      });
      for (let origin = 0; origin < ORIGINS; origin++) {
        expect(fusion.tally(origin)).toEqual(naiveTally(relations, origin, sample.table));
      }
    }),
  );

  law(
    'E21: sums without any set of claims',
    fc.property(samples, (sample) => {
      const fusion = fusionOf(sample);
      byRelation(sample.rows).forEach((rows, relation) => {
        const rest = rows.filter((row) => sample.mask[row.claim] !== 1);
        const sums = fusion.sums(relation, sample.mask);
        expect({ ...sums, verdict: nameOf(sums.verdict) }).toEqual(naiveFuse(rest, sample.table));
        // Asking leaves nothing behind.
        expect(nameOf(fusion.sums(relation).verdict)).toBe(nameOf(fusion.verdict(relation)));
      });
    }),
  );

  law(
    'E9, E16: the share of each origin, and which of its claims counts',
    fc.property(samples, (sample) => {
      const fusion = fusionOf(sample);
      byRelation(sample.rows).forEach((rows, relation) => {
        const shares = fusion
          .shares(relation)
          .map(({ verdictWithout, ...share }) => ({ ...share, without: nameOf(verdictWithout) }));
        const naive = naiveShares(rows).map((share) => ({
          ...share,
          without: naiveWithout(rows, share.origin, sample.table),
        }));
        expect(shares.toSorted(byOrigin)).toEqual(naive);
      });
    }),
  );

  law(
    'E1–E5: other weights and another table',
    fc.property(
      samples,
      fc.constantFrom(...TABLES),
      fc.infiniteStream(fc.constantFrom(...UNITS)),
      (sample, table, u) => {
        const fusion = fusionOf(sample);
        const units = Int32Array.from(sample.mask, () => u.next().value);
        fusion.reweigh(units, table);
        byRelation(sample.rows).forEach((rows, relation) => {
          const reweighed = rows.map((row) => ({ ...row, units: units[row.claim] ?? 0 }));
          const sums = fusion.sums(relation);
          expect({ ...sums, verdict: nameOf(sums.verdict) }).toEqual(naiveFuse(reweighed, table));
          expect(fusion.verdict(relation)).toBe(sums.verdict);
        });
      },
    ),
  );
});

describe('Degenerate cases', () => {
  /** One relation by the default table; origins are all known. */
  const fuseOne = (rows: readonly Partial<Row>[]): Fusion =>
    new Fusion(
      evidenceColumns(
        rows.map(
          (row, i): Row => ({ relation: 0, claim: i, origin: i, units: 4608, stance: 'asserts', known: true, ...row }),
        ),
        1,
        DATES,
        Array.from({ length: 10 }, () => true),
      ),
      DEFAULT_WEIGHTS,
    );
  const verdictOf = (fusion: Fusion) => [nameOf(fusion.verdict(0)), fusion.sums(0).line];
  const THETA = DEFAULT_WEIGHTS.threshold * UNITS_PER_ONE;

  test('no relations, and no origins', () => {
    const fusion = new Fusion(evidenceColumns([], 0, [], []), DEFAULT_WEIGHTS);
    expect(fusion.relationCount).toBe(0);
    fusion.fuseAll();
  });

  test('E12.1: a relation without rows is unknown', () => {
    const fusion = fuseOne([]);
    expect(verdictOf(fusion)).toEqual(['unknown', 1]);
    expect([fusion.leftOut(0), fusion.shares(0), fusion.range(0)]).toEqual([[], [], [0, 0, 0, 0]]);
  });

  test('E21: without any claim left, it is as if there were none', () => {
    const fusion = fuseOne([{}, { stance: 'denies' }, { stance: 'excludes' }]);
    expect(fusion.sums(0, Uint8Array.of(1, 1, 1))).toEqual(fuseOne([]).sums(0));
  });

  test('E12: F = 4A exactly is supported, one unit less is disputed', () => {
    const against = { stance: 'denies', units: 1152 } as const;
    expect(verdictOf(fuseOne([{ units: 4608 }, against]))).toEqual(['single-source', 5]);
    expect(verdictOf(fuseOne([{ units: 4607 }, against]))).toEqual(['disputed', 3]);
    expect(verdictOf(fuseOne([{ units: 3456 }, { units: 1152 }, against]))).toEqual(['corroborated', 4]);
  });

  test('E12: A = 4F exactly is denied, one unit less is disputed', () => {
    expect(verdictOf(fuseOne([{ units: 1152 }, { stance: 'denies' }]))).toEqual(['denied', 2]);
    expect(verdictOf(fuseOne([{ units: 1152 }, { stance: 'denies', units: 4607 }]))).toEqual(['disputed', 3]);
    expect(verdictOf(fuseOne([{ units: 1152 }, { stance: 'doubts' }]))).toEqual(['unknown', 2]);
  });

  test('E12: θ exactly is enough, one unit less is not', () => {
    expect(verdictOf(fuseOne([{ units: THETA }]))).toEqual(['single-source', 5]);
    expect(verdictOf(fuseOne([{ units: THETA - 1 }]))).toEqual(['unknown', 1]);
    expect(verdictOf(fuseOne([{}, { units: THETA }]))).toEqual(['corroborated', 4]);
    expect(verdictOf(fuseOne([{}, { units: THETA - 1 }]))).toEqual(['single-source', 5]);
  });

  test('E9: one origin both ways, dated, undated or on the same day', () => {
    const both = (yes: Days | undefined, no: Days | undefined) => {
      const fusion = fuseOne([
        { origin: 0, said: yes },
        { origin: 0, said: no, stance: 'denies', units: 2305 },
      ]);
      return [fusion.forTwice(0), fusion.againstTwice(0), nameOf(fusion.verdict(0))];
    };
    const [first, second, sameDay, third, month] = DATES;
    expect(both(third, first)).toEqual([9216, 0, 'single-source']);
    expect(both(first, third)).toEqual([0, 4610, 'denied']);
    expect(both(second, sameDay)).toEqual([4608, 2305, 'disputed']);
    expect(both(second, month)).toEqual([4608, 2305, 'disputed']);
    expect(both(undefined, third)).toEqual([4608, 2305, 'disputed']);
    expect(both(undefined, undefined)).toEqual([4608, 2305, 'disputed']);
  });

  test('E14: an exclusion weighs against but is no explicit denial', () => {
    const fusion = fuseOne([{ units: 512 }, { stance: 'excludes' }]);
    expect(verdictOf(fusion)).toEqual(['unknown', 2]);
    expect([fusion.hasDenial(0), fusion.hasExclusion(0)]).toEqual([false, true]);
  });

  test('E3: claims of no weight', () => {
    const fusion = fuseOne([{ units: 0 }, { units: 0, stance: 'denies' }, { units: 0, stance: 'excludes' }]);
    expect(verdictOf(fusion)).toEqual(['unknown', 1]);
    expect([fusion.hasDenial(0), fusion.hasExclusion(0), fusion.range(0)]).toEqual([false, false, [0, 0, 0, 0]]);
    expect(fusion.leftOut(0).map((share) => share.verdict)).toEqual([1, 1, 1]);
    // What weighs nothing does not push the other side's word of the same origin aside either, unless it is later.
    expect(fuseOne([{ origin: 0 }, { origin: 0, units: 0, stance: 'denies' }]).forTwice(0)).toBe(4608);
  });

  test('a relation beyond the next is refused', () => {
    const fusion = fuseOne([{}]);
    expect(() => fusion.replace(2, relationRows([], DATES))).toThrow(RangeError);
    expect(fusion.relationCount).toBe(1);
  });

  test(
    'a million claims by 20,000 origins on one relation',
    () => {
      const [claims, origins] = [1_000_000, 20_000];
      const columns: EvidenceColumns = {
        relationCount: 1,
        relation: new Int32Array(claims),
        claim: Int32Array.from({ length: claims }, (_, i) => i),
        origin: Int32Array.from({ length: claims }, (_, i) => i % origins),
        units: new Int32Array(claims).fill(2 ** 29 - 1),
        // Every tenth origin denies.
        stance: Uint8Array.from({ length: claims }, (_, i) => (i % 10 === 0 ? 1 : 0)),
        said: new Int32Array(claims).fill(-1),
        voice: new Int32Array(claims).fill(-1),
        dates: new Float64Array(0),
        known: new Uint8Array(origins).fill(1),
      };
      const fusion = new Fusion(columns, DEFAULT_WEIGHTS);
      expect(fusion.forTwice(0)).toBe(18_000 * 2 * (2 ** 29 - 1));
      expect(fusion.againstTwice(0)).toBe(2_000 * 2 * (2 ** 29 - 1));
      expect([nameOf(fusion.verdict(0)), fusion.range(0)]).toEqual(['corroborated', [18_000, 18_000, 2_000, 2_000]]);
      expect(fusion.leftOut(0)).toHaveLength(origins);
      expect([fusion.tally(0).holds, fusion.tally(1).holds]).toEqual([1, 1]);
    },
    PATIENCE,
  );
});
