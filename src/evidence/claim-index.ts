import { type Claim, isNamed } from '../model/claim.ts';
import { dateBounds } from '../model/dates.ts';
import type { ClaimId, OriginId } from '../model/ids.ts';
import { type EvidenceColumns, type RelationRows, ROW_STANCE } from './evidence-columns.ts';
import { growFloats } from './grow.ts';
import type { Origin } from './origins.ts';
import type { BearingClaim } from './propositions.ts';
import { type ClaimWeight, type Weighing, weigh } from './weights.ts';

/** A claim with the numbers that stand for it in columns. */
interface Entry {
  readonly claim: Claim;
  weight: ClaimWeight;
  readonly origin: number;
  readonly said: number;
  readonly voice: number;
}

/** Numbers the claims, origins, dates and unnamed voices of a graph, in the order in which they come. */
export class ClaimIndex {
  #weighing: Weighing;
  readonly #entries: Entry[] = [];
  readonly #byId = new Map<ClaimId, number>();
  readonly #origins: readonly Origin[];
  readonly #originIndex: ReadonlyMap<OriginId, number>;
  readonly #dateIndex = new Map<string, number>();
  #dates: Float64Array = new Float64Array(64);
  readonly #voiceIndex = new Map<string, number>();

  constructor(weighing: Weighing) {
    this.#weighing = weighing;
    // Every origin that a claim of this graph could have gets its number now, so that later claims bring no new one.
    this.#origins = weighing.origins.all();
    this.#originIndex = new Map(this.#origins.map((origin, i) => [origin.id, i]));
  }

  get size(): number {
    return this.#entries.length;
  }

  get origins(): readonly Origin[] {
    return this.#origins;
  }

  /** First and last day of each date. Longer than there are dates; another array after a claim with a new date. */
  get dates(): Float64Array {
    return this.#dates;
  }

  /** By origin: 1 where it is known to be one voice apart from others. */
  get known(): Uint8Array {
    return Uint8Array.from(this.#origins, (origin) => Number(origin.known));
  }

  claim(index: number): Claim {
    return this.#entry(index).claim;
  }

  weight(index: number): ClaimWeight {
    return this.#entry(index).weight;
  }

  origin(index: number): Origin {
    const origin = this.#origins[this.#entry(index).origin];
    if (origin === undefined) throw new RangeError(`claim ${index} has no origin`);
    return origin;
  }

  originIndex(id: OriginId): number | undefined {
    return this.#originIndex.get(id);
  }

  find(id: ClaimId): number | undefined {
    return this.#byId.get(id);
  }

  /** The number of a claim, which it is given when it first comes. */
  add(claim: Claim): number {
    const known = this.#byId.get(claim.id);
    if (known !== undefined) return known;
    const { origins } = this.#weighing;
    const origin = origins.of(claim);
    const index = this.#entries.length;
    this.#entries.push({
      claim,
      weight: this.#weigh(claim),
      origin: this.#originIndex.get(origin.id) ?? 0,
      said: claim.said === undefined ? -1 : this.#dateOf(claim.said),
      voice: isNamed(claim.speaker)
        ? -1
        : intern(this.#voiceIndex, `${origins.rootOf(claim.source)} ${claim.speaker.unnamed}`),
    });
    this.#byId.set(claim.id, index);
    return index;
  }

  /** Weighs all claims by other weights. Returns their units by index. */
  reweigh(weighing: Weighing): Int32Array {
    this.#weighing = weighing;
    for (const entry of this.#entries) entry.weight = this.#weigh(entry.claim);
    return Int32Array.from(this.#entries, (entry) => entry.weight.units);
  }

  /** The rows of one relation: all claims that bear on it, in the order given. */
  rows(bearing: readonly BearingClaim[]): RelationRows {
    const rows = emptyRows(bearing.length);
    bearing.forEach((one, i) => {
      this.#write(rows, i, one);
    });
    return rows;
  }

  /** Writes one claim that bears on a relation into columns. */
  #write(columns: RelationRows, at: number, { claim, bearing }: BearingClaim): void {
    const index = this.add(claim);
    const entry = this.#entry(index);
    columns.claim[at] = index;
    columns.origin[at] = entry.origin;
    columns.units[at] = entry.weight.units;
    columns.stance[at] = bearing === 'exclusion' ? ROW_STANCE.excludes : ROW_STANCE[claim.stance];
    columns.said[at] = entry.said;
    columns.voice[at] = entry.voice;
  }

  /** Columns of several relations, one list of claims for each. */
  columns(relations: readonly (readonly BearingClaim[])[]): EvidenceColumns {
    const count = relations.reduce((sum, bearing) => sum + bearing.length, 0);
    const relation = new Int32Array(count);
    const rows = emptyRows(count);
    let at = 0;
    relations.forEach((bearing, index) => {
      for (const one of bearing) {
        relation[at] = index;
        this.#write(rows, at, one);
        at++;
      }
    });
    const { dates, known } = this;
    return { ...rows, relation, relationCount: relations.length, dates, known };
  }

  #weigh(claim: Claim): ClaimWeight {
    return weigh(claim, this.#weighing, this.#weighing.table, this.#weighing.asTold);
  }

  #dateOf(date: NonNullable<Claim['said']>): number {
    const index = intern(this.#dateIndex, date);
    if (index * 2 + 1 >= this.#dates.length) this.#dates = growFloats(this.#dates, index * 2 + 2);
    const { min, max } = dateBounds(date);
    this.#dates[index * 2] = min;
    this.#dates[index * 2 + 1] = max;
    return index;
  }

  #entry(index: number): Entry {
    const entry = this.#entries[index];
    if (entry === undefined) throw new RangeError(`no claim ${index} of ${this.#entries.length}`);
    return entry;
  }
}

/** Columns without values, for so many rows. */
function emptyRows(length: number): RelationRows {
  return {
    claim: new Int32Array(length),
    origin: new Int32Array(length),
    units: new Int32Array(length),
    stance: new Uint8Array(length),
    said: new Int32Array(length),
    voice: new Int32Array(length),
  };
}

function intern(map: Map<string, number>, key: string): number {
  const known = map.get(key);
  if (known !== undefined) return known;
  map.set(key, map.size);
  return map.size - 1;
}
