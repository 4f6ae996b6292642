import { CLAIM, ROW_STANCE, SAID, STRIDE, VOICE, WEIGHT } from './evidence-columns.ts';
import { growBytes, growInts } from './grow.ts';
import { UNITS_PER_ONE, type WeightTable } from './weights.ts';

/** From worst to best (E24); columns hold the index. */
export const VERDICT_CODES = ['denied', 'unknown', 'disputed', 'single-source', 'corroborated'] as const;
export const [DENIED, UNKNOWN, DISPUTED, SINGLE, CORROBORATED] = [0, 1, 2, 3, 4] as const;

/**
 * Weighs the rows of one relation after another (EVIDENCE E9–E13). What it found about the last one stands in its
 * fields until the next is weighed: it allocates nothing, since it is asked a million times over.
 *
 * Weights are doubled units, so that half a word (E9) is a whole number, too.
 */
export class RelationScale {
  #dates: Float64Array;
  readonly #known: Uint8Array;
  #thresholdTwice = 0;
  #ratio = 0;

  /** Weight for and against, and that of the strongest single origin for. */
  forTwice = 0;
  againstTwice = 0;
  strongestTwice = 0;
  /** Origins that weigh against and deny outright. */
  denials = 0;
  /** Whether some origin weighs against by exclusion. */
  byExclusion = false;
  /** Least and most origins for, least and most against (E10). */
  readonly range: [number, number, number, number] = [0, 0, 0, 0];

  /** Origins that were met, each in one slot: its index and what it weighs on either side. */
  slots = 0;
  slotOrigin: Int32Array = new Int32Array(64);
  slotForTwice: Int32Array = new Int32Array(64);
  slotAgainstTwice: Int32Array = new Int32Array(64);
  /** Offset of its strongest word on either side; −1 where it has none. */
  slotFor: Int32Array = new Int32Array(64);
  slotAgainst: Int32Array = new Int32Array(64);

  #secondTwice = 0;
  #slotDenies: Uint8Array = new Uint8Array(64);
  // Which weighing a slot was given in, so that nothing has to be cleared between two.
  #run = 0;
  readonly #seen: Uint32Array;
  readonly #slotOf: Int32Array;
  readonly #voiceSeen = new Set<number>();

  constructor(dates: Float64Array, known: Uint8Array, table: WeightTable) {
    this.#dates = dates;
    this.#known = known;
    this.#seen = new Uint32Array(known.length);
    this.#slotOf = new Int32Array(known.length);
    this.calibrate(table);
  }

  /** Takes the threshold and the ratio of a table. */
  calibrate(table: WeightTable): void {
    this.#thresholdTwice = table.threshold * UNITS_PER_ONE * 2;
    this.#ratio = table.ratio;
  }

  setDates(dates: Float64Array): void {
    this.#dates = dates;
  }

  /**
   * Weighs the packed rows from one offset to another, leaving out those whose claim is marked in `without`: each
   * origin counts with its strongest word on either side.
   */
  weigh(rows: Int32Array, from: number, to: number, without?: Uint8Array): void {
    const run = this.#nextRun();
    const seen = this.#seen;
    const slotOf = this.#slotOf;
    let slots = 0;
    let unsure = false;
    for (let at = from; at < to; at += STRIDE) {
      if (without !== undefined && without[rows[at + CLAIM] ?? 0] === 1) continue;
      const origin = rows[at] ?? 0;
      let slot = slotOf[origin] ?? 0;
      if (seen[origin] !== run) {
        seen[origin] = run;
        slot = slots++;
        slotOf[origin] = slot;
        if (slot >= this.slotOrigin.length) this.#growSlots(slots);
        this.slotOrigin[slot] = origin;
        this.slotFor[slot] = -1;
        this.slotAgainst[slot] = -1;
        this.#slotDenies[slot] = 0;
        if (this.#known[origin] === 0) unsure = true;
      }
      const stance = (rows[at + WEIGHT] ?? 0) & 3;
      const side = stance === ROW_STANCE.asserts ? this.slotFor : this.slotAgainst;
      const best = side[slot] ?? -1;
      if (best < 0 || this.#isStronger(rows, at, best)) side[slot] = at;
      if (stance === ROW_STANCE.denies) this.#slotDenies[slot] = 1;
    }
    this.slots = slots;
    this.#sum(rows);
    if (unsure) this.#countUnsure(rows, from, to, without);
  }

  /** The verdict on what was weighed, as an index into VERDICT_CODES. */
  verdict(): number {
    return this.#rule(this.forTwice, this.againstTwice, this.strongestTwice, this.denials > 0);
  }

  /** The verdict without the origin of one slot (E13, E21). */
  verdictWithout(slot: number): number {
    const F = this.slotForTwice[slot] ?? 0;
    const A = this.slotAgainstTwice[slot] ?? 0;
    const denials = A > 0 ? this.denials - (this.#slotDenies[slot] ?? 0) : this.denials;
    const strongest = F === this.strongestTwice ? this.#secondTwice : this.strongestTwice;
    return this.#rule(this.forTwice - F, this.againstTwice - A, strongest, denials > 0);
  }

  /** The line of E12 that gave a verdict on what was weighed. */
  line(verdict: number): 1 | 2 | 3 | 4 | 5 {
    if (verdict === UNKNOWN) return this.forTwice + this.againstTwice < this.#thresholdTwice ? 1 : 2;
    if (verdict === DENIED) return 2;
    if (verdict === DISPUTED) return 3;
    return verdict === CORROBORATED ? 4 : 5;
  }

  /** E9: how much of an origin's word on one side counts beside its word on the other: 1, ½ or 0. */
  share(rows: Int32Array, word: number, other: number): number {
    if (word < 0) return 0;
    if (other < 0) return 1;
    const [a, b] = [rows[word + SAID] ?? -1, rows[other + SAID] ?? -1];
    if (a < 0 || b < 0) return 0.5;
    if ((this.#dates[a * 2] ?? 0) > (this.#dates[b * 2 + 1] ?? 0)) return 1;
    return (this.#dates[b * 2] ?? 0) > (this.#dates[a * 2 + 1] ?? 0) ? 0 : 0.5;
  }

  #nextRun(): number {
    // The marks are 32 bits wide: before their count starts again, all are wiped.
    if (this.#run === 0xffff_ffff) {
      this.#seen.fill(0);
      this.#run = 0;
    }
    this.#run += 1;
    return this.#run;
  }

  /** E12. */
  #rule(F: number, A: number, strongest: number, denied: boolean): number {
    if (F + A < this.#thresholdTwice) return UNKNOWN;
    if (A >= this.#ratio * F) return denied ? DENIED : UNKNOWN;
    if (F < this.#ratio * A) return DISPUTED;
    return F - strongest >= this.#thresholdTwice ? CORROBORATED : SINGLE;
  }

  /**
   * The weightier word of one side of an origin. Among equals an undated one stands, since it leaves open which side
   * came last; then the latest; of dates that end alike the one that starts earlier, which leaves more open; then
   * what was said of the relation itself before what only excludes it.
   */
  #isStronger(rows: Int32Array, word: number, than: number): boolean {
    const [a, b] = [(rows[word + WEIGHT] ?? 0) >> 2, (rows[than + WEIGHT] ?? 0) >> 2];
    if (a !== b) return a > b;
    const [x, y] = [rows[word + SAID] ?? -1, rows[than + SAID] ?? -1];
    if (x !== y) {
      if (x < 0 || y < 0) return x < 0;
      const [xMax, yMax] = [this.#dates[x * 2 + 1] ?? 0, this.#dates[y * 2 + 1] ?? 0];
      if (xMax !== yMax) return xMax > yMax;
      const [xMin, yMin] = [this.#dates[x * 2] ?? 0, this.#dates[y * 2] ?? 0];
      if (xMin !== yMin) return xMin < yMin;
    }
    return ((rows[word + WEIGHT] ?? 0) & 3) < ((rows[than + WEIGHT] ?? 0) & 3);
  }

  /** E11, and E10 for origins that are known apart. */
  #sum(rows: Int32Array): void {
    let F = 0;
    let A = 0;
    let strongest = 0;
    let second = 0;
    let denials = 0;
    let byExclusion = false;
    let knownFor = 0;
    let knownAgainst = 0;
    for (let slot = 0; slot < this.slots; slot++) {
      const yes = this.slotFor[slot] ?? -1;
      const no = this.slotAgainst[slot] ?? -1;
      let forTwice = yes < 0 ? 0 : ((rows[yes + WEIGHT] ?? 0) >> 2) * 2;
      let againstTwice = no < 0 ? 0 : ((rows[no + WEIGHT] ?? 0) >> 2) * 2;
      if (yes >= 0 && no >= 0) {
        forTwice *= this.share(rows, yes, no);
        againstTwice *= this.share(rows, no, yes);
      }
      this.slotForTwice[slot] = forTwice;
      this.slotAgainstTwice[slot] = againstTwice;
      F += forTwice;
      A += againstTwice;
      const known = this.#known[this.slotOrigin[slot] ?? 0] ?? 0;
      if (forTwice > 0) knownFor += known;
      if (againstTwice > 0) {
        knownAgainst += known;
        denials += this.#slotDenies[slot] ?? 0;
        if (((rows[no + WEIGHT] ?? 0) & 3) === ROW_STANCE.excludes) byExclusion = true;
      }
      if (forTwice > strongest) {
        second = strongest;
        strongest = forTwice;
      } else if (forTwice > second) second = forTwice;
    }
    this.forTwice = F;
    this.againstTwice = A;
    this.strongestTwice = strongest;
    this.#secondTwice = second;
    this.denials = denials;
    this.byExclusion = byExclusion;
    this.range[0] = knownFor;
    this.range[1] = knownFor;
    this.range[2] = knownAgainst;
    this.range[3] = knownAgainst;
  }

  /** E10, for those who may be one voice or as many as there are: at least one of them, at most all of them apart. */
  #countUnsure(rows: Int32Array, from: number, to: number, without: Uint8Array | undefined): void {
    for (const side of [0, 2] as const) {
      const weight = side === 0 ? this.slotForTwice : this.slotAgainstTwice;
      this.#voiceSeen.clear();
      for (let at = from; at < to; at += STRIDE) {
        const origin = rows[at] ?? 0;
        if (this.#known[origin] === 1) continue;
        if (without !== undefined && without[rows[at + CLAIM] ?? 0] === 1) continue;
        const isFor = ((rows[at + WEIGHT] ?? 0) & 3) === ROW_STANCE.asserts;
        if (isFor !== (side === 0) || (weight[this.#slotOf[origin] ?? 0] ?? 0) === 0) continue;
        // A document of unknown publisher has no voice beside its own: it is told apart as an origin.
        const voice = rows[at + VOICE] ?? -1;
        this.#voiceSeen.add(voice < 0 ? -1 - origin : voice);
      }
      this.range[side] += Math.min(1, this.#voiceSeen.size);
      this.range[side === 0 ? 1 : 3] += this.#voiceSeen.size;
    }
  }

  #growSlots(needed: number): void {
    this.slotOrigin = growInts(this.slotOrigin, needed);
    this.slotFor = growInts(this.slotFor, needed);
    this.slotAgainst = growInts(this.slotAgainst, needed);
    this.slotForTwice = growInts(this.slotForTwice, needed);
    this.slotAgainstTwice = growInts(this.slotAgainstTwice, needed);
    this.#slotDenies = growBytes(this.#slotDenies, needed);
  }
}
