import { describe, expect, test } from 'vitest';
import { Fusion } from '../../src/evidence/fusion.ts';
import { DEFAULT_WEIGHTS, type WeightTable } from '../../src/evidence/weights.ts';
import { type Days, evidenceColumns, type Row, relationRows } from './naive-fuse.ts';

const PINNED = [1, 20_240_513, 4_294_967_295];
/** Stands in the name of its test. */
const FRESH = Date.now() % 2 ** 32;
const EDITS = 600;
/** Edits between two comparisons. */
const K = 6;
/** Milliseconds: other test files may keep the machine busy. */
const PATIENCE = 60_000;

const CLAIMS = 200;
const ORIGINS = 12;
const RELATIONS = 15;
const DATES: readonly Days[] = [
  [1, 1],
  [2, 2],
  [2, 2],
  [1, 3],
  [Number.NEGATIVE_INFINITY, 3],
  [3, Number.POSITIVE_INFINITY],
];
const UNITS = [0, 1, 288, 512, 1152, 1152, 4608, 4608, 13824, 41472];
const STANCES = ['asserts', 'asserts', 'asserts', 'asserts', 'denies', 'doubts', 'excludes'] as const;
const TABLES: readonly WeightTable[] = [
  DEFAULT_WEIGHTS,
  { ...DEFAULT_WEIGHTS, threshold: 1, ratio: 2 },
  { ...DEFAULT_WEIGHTS, threshold: 0.3, ratio: 1.5 },
];

/** Whole numbers below a limit, the same for the same seed (mulberry32). */
function dice(seed: number): (limit: number) => number {
  let state = seed | 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

/** A graph under edit: the rows as they should be, and the fusion that follows them. */
class Edited {
  readonly #roll: (limit: number) => number;
  readonly #known: readonly boolean[];
  readonly #relations: Row[][];
  #table: WeightTable = DEFAULT_WEIGHTS;
  readonly fusion: Fusion;

  constructor(seed: number) {
    this.#roll = dice(seed);
    this.#known = Array.from({ length: ORIGINS }, () => this.#roll(3) > 0);
    this.#relations = Array.from({ length: RELATIONS }, (_, relation) => this.#rows(relation, this.#roll(8)));
    this.fusion = this.rebuilt();
  }

  /** One edit at random; says what it did. */
  edit(): string {
    const kind = this.#roll(20);
    if (kind === 0) return this.#reweigh();
    if (kind <= 2) return this.#replace('new relation', this.#relations.length, this.#roll(6));
    const relation = this.#roll(this.#relations.length);
    const had = this.#relations[relation] ?? [];
    if (kind === 3) return this.#replace('empty', relation, 0);
    if (kind === 4) return this.#replace('all other rows', relation, this.#roll(40));
    if (kind <= 9) return this.#replace('add', relation, 1 + this.#roll(4), had);
    if (kind <= 14) {
      const gone = this.#roll(had.length);
      return this.#replace('remove', relation, 0, had.toSpliced(gone, 1 + this.#roll(2)));
    }
    return this.#replace('change', relation, 1, had.toSpliced(this.#roll(had.length), 1));
  }

  /** A fusion of the same rows that knows nothing of the edits. */
  rebuilt(): Fusion {
    const columns = evidenceColumns(this.#relations.flat(), this.#relations.length, DATES, this.#known);
    return new Fusion(columns, this.#table);
  }

  /** Replaces the rows of a relation by those kept and `more` random ones. */
  #replace(kind: string, relation: number, more: number, kept: readonly Row[] = []): string {
    const rows = [...kept, ...this.#rows(relation, more)].toSorted((a, b) => a.claim - b.claim);
    this.#relations[relation] = rows;
    this.fusion.replace(relation, relationRows(rows, DATES));
    return `${kind} on ${relation}`;
  }

  #reweigh(): string {
    const units = Int32Array.from({ length: CLAIMS }, () => this.#pick(UNITS));
    this.#table = this.#pick(TABLES);
    for (const [relation, rows] of this.#relations.entries()) {
      this.#relations[relation] = rows.map((row) => ({ ...row, units: units[row.claim] ?? 0 }));
    }
    this.fusion.reweigh(units, this.#table);
    return `reweigh, threshold ${this.#table.threshold}`;
  }

  #rows(relation: number, count: number): Row[] {
    return Array.from({ length: count }, (): Row => {
      const origin = this.#roll(ORIGINS);
      return {
        relation,
        claim: this.#roll(CLAIMS),
        origin,
        units: this.#pick(UNITS),
        stance: this.#pick(STANCES),
        said: this.#roll(3) === 0 ? undefined : this.#pick(DATES),
        voice: this.#roll(2) === 0 ? undefined : this.#roll(4),
        known: this.#known[origin] ?? true,
      };
    }).toSorted((a, b) => a.claim - b.claim);
  }

  #pick<T>(of: readonly T[]): T {
    const one = of[this.#roll(of.length)];
    if (one === undefined) throw new RangeError('nothing to pick from');
    return one;
  }
}

/** All that a fusion answers. */
function answers(fusion: Fusion, mask: Uint8Array): object {
  return {
    relations: Array.from({ length: fusion.relationCount }, (_, relation) => ({
      verdict: fusion.verdict(relation),
      forTwice: fusion.forTwice(relation),
      againstTwice: fusion.againstTwice(relation),
      denial: fusion.hasDenial(relation),
      exclusion: fusion.hasExclusion(relation),
      range: fusion.range(relation),
      leftOut: fusion.leftOut(relation),
      shares: fusion.shares(relation),
      sums: fusion.sums(relation),
      masked: fusion.sums(relation, mask),
    })),
    tallies: Array.from({ length: ORIGINS }, (_, origin) => fusion.tally(origin)),
  };
}

describe('Law: incremental = batch, bit for bit', () => {
  test.each([...PINNED, FRESH])(
    `after any of ${EDITS} edits, seed %i`,
    (seed) => {
      const edited = new Edited(seed);
      const roll = dice(seed ^ 0x5bd1e995);
      const done: string[] = [];
      for (let i = 1; i <= EDITS; i++) {
        done.push(edited.edit());
        if (i % K !== 0) continue;
        const mask = Uint8Array.from({ length: CLAIMS }, () => (roll(4) === 0 ? 1 : 0));
        const place = `seed ${seed}, edit ${i}, last ones: ${done.slice(-K).join('; ')}`;
        expect(answers(edited.fusion, mask), place).toStrictEqual(answers(edited.rebuilt(), mask));
      }
      const none = new Uint8Array(CLAIMS);
      const before = answers(edited.fusion, none);
      edited.fusion.fuseAll();
      expect(answers(edited.fusion, none), `seed ${seed}: weighing all anew`).toStrictEqual(before);
    },
    PATIENCE,
  );
});
