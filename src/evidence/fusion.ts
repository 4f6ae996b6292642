import {
  CLAIM,
  type EvidenceColumns,
  ORIGIN,
  packRow,
  packWeight,
  type RelationRows,
  SAID,
  STRIDE,
  VOICE,
  WEIGHT,
} from './evidence-columns.ts';
import { growBytes, growFloats, growInts } from './grow.ts';
import { CORROBORATED, RelationScale, SINGLE, UNKNOWN } from './relation-scale.ts';
import type { WeightTable } from './weights.ts';

/** What leaving something out does to a relation (E21); columns hold the index. */
export const CHANGES = ['holds', 'weakens', 'collapses', 'rises'] as const;
export type Change = (typeof CHANGES)[number];

/**
 * E21, from verdict to verdict, by their codes: it rises where what spoke against it is gone, weakens where two origins
 * become one, and collapses where it falls any further.
 */
export function changeCode(before: number, after: number): number {
  if (after === before) return 0;
  if (after > before) return 3;
  return before === CORROBORATED && after === SINGLE ? 1 : 2;
}

/** What the rows of one relation amount to, in doubled units (half a word may count, E9). */
export interface Sums {
  readonly forTwice: number;
  readonly againstTwice: number;
  readonly strongestTwice: number;
  readonly explicitDenial: boolean;
  readonly byExclusion: boolean;
  /** Index into VERDICT_CODES. */
  readonly verdict: number;
  /** The line of E12 that gave it. */
  readonly line: 1 | 2 | 3 | 4 | 5;
  /** Least and most origins for, least and most against (E10). */
  readonly range: readonly [number, number, number, number];
}

/** What one origin adds to a relation, and the relation's verdict without it. */
export interface OriginShare {
  readonly origin: number;
  readonly forTwice: number;
  readonly againstTwice: number;
  /** The claim that counts for, and how much of it: 1, ½ or 0; −1 and 0 where there is none. */
  readonly forClaim: number;
  readonly forShare: number;
  readonly againstClaim: number;
  readonly againstShare: number;
  readonly verdictWithout: number;
}

const EXPLICIT_DENIAL = 1;
const BY_EXCLUSION = 2;

/**
 * Weighs every relation of a graph at once (EVIDENCE E9–E13), each also without each of its origins (E21).
 *
 * Claims lie in one packed array, those of a relation side by side, so that a million of them is one pass over memory.
 * Sums are whole numbers, so they depend neither on order nor on history: after any edits all answers equal those of a
 * fusion built anew. An edit costs what the claims of its one relation cost.
 */
export class Fusion {
  readonly #scale: RelationScale;
  #rows: Int32Array;
  #end: number;
  #relationCount: number;

  // By relation: its first row, how many rows, for how many there is room; then what they amount to.
  #start: Int32Array;
  #count: Int32Array;
  #room: Int32Array;
  #forTwice: Float64Array;
  #againstTwice: Float64Array;
  #verdict: Uint8Array;
  #flags: Uint8Array;
  #range: Int32Array;

  // By relation and origin, from the relation's first row on: there are never more origins than rows.
  #shareCount: Int32Array;
  #shareOrigin: Int32Array;
  #shareForTwice: Int32Array;
  #shareAgainstTwice: Int32Array;
  #shareVerdict: Uint8Array;

  readonly #origins: number;
  /** By origin, for each change: to how many relations it would happen if the origin were left out. */
  readonly #tally: Int32Array;

  constructor(columns: EvidenceColumns, table: WeightTable) {
    const { relationCount } = columns;
    const rows = columns.relation.length;
    this.#scale = new RelationScale(columns.dates, columns.known, table);
    this.#relationCount = relationCount;
    this.#rows = new Int32Array(rows * STRIDE);
    this.#end = rows;
    this.#start = new Int32Array(relationCount);
    this.#count = new Int32Array(relationCount);
    this.#room = new Int32Array(relationCount);
    this.#forTwice = new Float64Array(relationCount);
    this.#againstTwice = new Float64Array(relationCount);
    this.#verdict = new Uint8Array(relationCount);
    this.#flags = new Uint8Array(relationCount);
    this.#range = new Int32Array(relationCount * 4);
    this.#shareCount = new Int32Array(relationCount);
    this.#shareOrigin = new Int32Array(rows);
    this.#shareForTwice = new Int32Array(rows);
    this.#shareAgainstTwice = new Int32Array(rows);
    this.#shareVerdict = new Uint8Array(rows);
    this.#origins = columns.known.length;
    this.#tally = new Int32Array(this.#origins * CHANGES.length);
    this.#pack(columns);
    this.fuseAll();
  }

  get relationCount(): number {
    return this.#relationCount;
  }

  /** Bytes that the columns take, without the input that they were made from. */
  get bytes(): number {
    return [
      this.#rows,
      this.#start,
      this.#count,
      this.#room,
      this.#forTwice,
      this.#againstTwice,
      this.#verdict,
      this.#flags,
      this.#range,
      this.#shareCount,
      this.#shareOrigin,
      this.#shareForTwice,
      this.#shareAgainstTwice,
      this.#shareVerdict,
      this.#tally,
    ].reduce((sum, array) => sum + array.byteLength, 0);
  }

  /** Weighs everything anew. */
  fuseAll(): void {
    this.#tally.fill(0);
    for (let relation = 0; relation < this.#relationCount; relation++) this.#fuse(relation);
  }

  /** Gives every claim another weight (units by index of the claim), and the rules another threshold and ratio. */
  reweigh(units: Int32Array, table: WeightTable): void {
    this.#scale.calibrate(table);
    const rows = this.#rows;
    for (let at = 0; at < this.#end * STRIDE; at += STRIDE) {
      rows[at + WEIGHT] = packWeight(units[rows[at + CLAIM] ?? 0] ?? 0, (rows[at + WEIGHT] ?? 0) & 3);
    }
    this.fuseAll();
  }

  /**
   * Takes `rows` in place of all that a relation had. The index after the last adds a relation. Throws a RangeError for
   * one beyond that, and for an origin that there was not when the fusion was made.
   */
  replace(relation: number, rows: RelationRows): void {
    if (relation > this.#relationCount) throw new RangeError(`no relation ${relation} of ${this.#relationCount}`);
    for (const origin of rows.origin) {
      if (origin >= this.#origins) throw new RangeError(`no origin ${origin} of ${this.#origins}`);
    }
    if (relation === this.#relationCount) this.#addRelation();
    else this.#untally(relation);
    const count = rows.claim.length;
    if (count > (this.#room[relation] ?? 0)) this.#move(relation, count);
    const start = this.#start[relation] ?? 0;
    for (let i = 0; i < count; i++) packRow(this.#rows, (start + i) * STRIDE, rows, i);
    this.#count[relation] = count;
    this.#fuse(relation);
  }

  /** Takes a longer list of dates that starts with the ones it has. */
  setDates(dates: Float64Array): void {
    this.#scale.setDates(dates);
  }

  /** Index into VERDICT_CODES. */
  verdict(relation: number): number {
    return this.#verdict[relation] ?? UNKNOWN;
  }

  /** Doubled weight units for a relation. */
  forTwice(relation: number): number {
    return this.#forTwice[relation] ?? 0;
  }

  /** Doubled weight units against a relation. */
  againstTwice(relation: number): number {
    return this.#againstTwice[relation] ?? 0;
  }

  hasDenial(relation: number): boolean {
    return ((this.#flags[relation] ?? 0) & EXPLICIT_DENIAL) !== 0;
  }

  hasExclusion(relation: number): boolean {
    return ((this.#flags[relation] ?? 0) & BY_EXCLUSION) !== 0;
  }

  /** Least and most origins for, least and most against (E10). */
  range(relation: number): readonly [number, number, number, number] {
    const range = this.#range;
    const at = relation * 4;
    return [range[at] ?? 0, range[at + 1] ?? 0, range[at + 2] ?? 0, range[at + 3] ?? 0];
  }

  /** To how many relations each change would happen if an origin were left out. */
  tally(origin: number): Readonly<Record<Change, number>> {
    const at = origin * CHANGES.length;
    const [holds, weakens, collapses, rises] = [0, 1, 2, 3].map((change) => this.#tally[at + change] ?? 0);
    return { holds: holds ?? 0, weakens: weakens ?? 0, collapses: collapses ?? 0, rises: rises ?? 0 };
  }

  /** What a relation amounts to without the claims that are marked with 1. */
  sums(relation: number, without?: Uint8Array): Sums {
    return sumsOn(this.#weigh(relation, without));
  }

  /** What rows would amount to as those of one relation. Nothing is kept. */
  sumsOf(rows: RelationRows): Sums {
    const count = rows.claim.length;
    const packed = new Int32Array(count * STRIDE);
    for (let i = 0; i < count; i++) packRow(packed, i * STRIDE, rows, i);
    this.#scale.weigh(packed, 0, packed.length);
    return sumsOn(this.#scale);
  }

  /** How each origin of a relation came to its share (E16). */
  shares(relation: number): OriginShare[] {
    const scale = this.#weigh(relation);
    const rows = this.#rows;
    return Array.from({ length: scale.slots }, (_, slot) => {
      const yes = scale.slotFor[slot] ?? -1;
      const no = scale.slotAgainst[slot] ?? -1;
      return {
        origin: scale.slotOrigin[slot] ?? 0,
        forTwice: scale.slotForTwice[slot] ?? 0,
        againstTwice: scale.slotAgainstTwice[slot] ?? 0,
        forClaim: yes < 0 ? -1 : (rows[yes + CLAIM] ?? -1),
        forShare: scale.share(rows, yes, no),
        againstClaim: no < 0 ? -1 : (rows[no + CLAIM] ?? -1),
        againstShare: scale.share(rows, no, yes),
        verdictWithout: scale.verdictWithout(slot),
      };
    });
  }

  /** Each origin of a relation, as columns hold it: its index, its doubled units, the verdict without it. */
  leftOut(relation: number): { origin: number; forTwice: number; againstTwice: number; verdict: number }[] {
    const start = this.#start[relation] ?? 0;
    return Array.from({ length: this.#shareCount[relation] ?? 0 }, (_, i) => ({
      origin: this.#shareOrigin[start + i] ?? 0,
      forTwice: this.#shareForTwice[start + i] ?? 0,
      againstTwice: this.#shareAgainstTwice[start + i] ?? 0,
      verdict: this.#shareVerdict[start + i] ?? UNKNOWN,
    }));
  }

  #weigh(relation: number, without?: Uint8Array): RelationScale {
    const from = (this.#start[relation] ?? 0) * STRIDE;
    this.#scale.weigh(this.#rows, from, from + (this.#count[relation] ?? 0) * STRIDE, without);
    return this.#scale;
  }

  /** Weighs one relation and writes what comes of it into the columns. */
  #fuse(relation: number): void {
    const scale = this.#weigh(relation);
    const verdict = scale.verdict();
    this.#forTwice[relation] = scale.forTwice;
    this.#againstTwice[relation] = scale.againstTwice;
    this.#verdict[relation] = verdict;
    this.#flags[relation] = (scale.denials > 0 ? EXPLICIT_DENIAL : 0) | (scale.byExclusion ? BY_EXCLUSION : 0);
    for (let i = 0; i < 4; i++) this.#range[relation * 4 + i] = scale.range[i] ?? 0;
    this.#shareCount[relation] = scale.slots;
    const start = this.#start[relation] ?? 0;
    for (let slot = 0; slot < scale.slots; slot++) {
      const origin = scale.slotOrigin[slot] ?? 0;
      const without = scale.verdictWithout(slot);
      this.#shareOrigin[start + slot] = origin;
      this.#shareForTwice[start + slot] = scale.slotForTwice[slot] ?? 0;
      this.#shareAgainstTwice[start + slot] = scale.slotAgainstTwice[slot] ?? 0;
      this.#shareVerdict[start + slot] = without;
      const at = origin * CHANGES.length + changeCode(verdict, without);
      this.#tally[at] = (this.#tally[at] ?? 0) + 1;
    }
  }

  /** Takes a relation's part out of the tallies. */
  #untally(relation: number): void {
    const verdict = this.#verdict[relation] ?? UNKNOWN;
    for (const share of this.leftOut(relation)) {
      const at = share.origin * CHANGES.length + changeCode(verdict, share.verdict);
      this.#tally[at] = (this.#tally[at] ?? 0) - 1;
    }
  }

  /** Sorts all rows by relation: one pass to count them, one to place them. */
  #pack(columns: EvidenceColumns): void {
    const { relation } = columns;
    const count = this.#count;
    for (let i = 0; i < relation.length; i++) {
      const r = relation[i] ?? 0;
      count[r] = (count[r] ?? 0) + 1;
    }
    const place = new Int32Array(this.#relationCount);
    let next = 0;
    for (let r = 0; r < this.#relationCount; r++) {
      this.#start[r] = next;
      place[r] = next;
      this.#room[r] = count[r] ?? 0;
      next += count[r] ?? 0;
    }
    // Written out here, and not by a call of packRow: these are the first million steps of a fresh process.
    const rows = this.#rows;
    const { claim, origin, units, stance, said, voice } = columns;
    for (let i = 0; i < relation.length; i++) {
      const r = relation[i] ?? 0;
      const row = place[r] ?? 0;
      place[r] = row + 1;
      const at = row * STRIDE;
      rows[at + ORIGIN] = origin[i] ?? 0;
      rows[at + WEIGHT] = packWeight(units[i] ?? 0, stance[i] ?? 0);
      rows[at + SAID] = said[i] ?? -1;
      rows[at + VOICE] = voice[i] ?? -1;
      rows[at + CLAIM] = claim[i] ?? 0;
    }
  }

  #addRelation(): void {
    const needed = ++this.#relationCount;
    this.#start = growInts(this.#start, needed);
    this.#count = growInts(this.#count, needed);
    this.#room = growInts(this.#room, needed);
    this.#forTwice = growFloats(this.#forTwice, needed);
    this.#againstTwice = growFloats(this.#againstTwice, needed);
    this.#verdict = growBytes(this.#verdict, needed);
    this.#flags = growBytes(this.#flags, needed);
    this.#range = growInts(this.#range, needed * 4);
    this.#shareCount = growInts(this.#shareCount, needed);
  }

  /** Gives a relation room for more rows, at the end of all. What it leaves behind stays unused. */
  #move(relation: number, count: number): void {
    const room = Math.max(count, (this.#room[relation] ?? 0) * 2, 4);
    this.#start[relation] = this.#end;
    this.#room[relation] = room;
    this.#end += room;
    this.#rows = growInts(this.#rows, this.#end * STRIDE);
    this.#shareOrigin = growInts(this.#shareOrigin, this.#end);
    this.#shareForTwice = growInts(this.#shareForTwice, this.#end);
    this.#shareAgainstTwice = growInts(this.#shareAgainstTwice, this.#end);
    this.#shareVerdict = growBytes(this.#shareVerdict, this.#end);
  }
}

/** What a scale has found about what it weighed last. */
function sumsOn(scale: RelationScale): Sums {
  const verdict = scale.verdict();
  return {
    forTwice: scale.forTwice,
    againstTwice: scale.againstTwice,
    strongestTwice: scale.strongestTwice,
    explicitDenial: scale.denials > 0,
    byExclusion: scale.byExclusion,
    verdict,
    line: scale.line(verdict),
    range: [...scale.range],
  };
}
