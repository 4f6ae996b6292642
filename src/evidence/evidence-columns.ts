/** How a row bears on its relation. An exclusion weighs against it but denies nothing (EVIDENCE E14). */
export const ROW_STANCE = { asserts: 0, denies: 1, doubts: 2, excludes: 3 } as const;

/**
 * Claims as columns, one row for each relation that a claim bears on. All arrays but `dates` and `known` are as long as
 * there are rows, which may come in any order of relations.
 */
export interface EvidenceColumns {
  readonly relationCount: number;
  /** Index of the relation that the row bears on. */
  readonly relation: Int32Array;
  /** Index of the claim. Within a relation rows come by ascending claim. */
  readonly claim: Int32Array;
  readonly origin: Int32Array;
  /** Weight units (1/4608), below 2²⁹. */
  readonly units: Int32Array;
  /** One of ROW_STANCE. */
  readonly stance: Uint8Array;
  /** Index of the date on which it was said, in pairs of `dates`; −1 where that is not known. */
  readonly said: Int32Array;
  /** For somebody unnamed: which of them, as far as words and documents tell them apart (E10); else −1. */
  readonly voice: Int32Array;
  /** First and last day that each date can mean, in milliseconds since 1970. */
  readonly dates: Float64Array;
  /** By origin: 1 where it is known to be one voice apart from others. */
  readonly known: Uint8Array;
}

/** The rows of one relation, for an edit. */
export type RelationRows = Pick<EvidenceColumns, 'claim' | 'origin' | 'units' | 'stance' | 'said' | 'voice'>;

/** A row as five ints side by side: origin, units and stance in one, said, voice, claim. */
export const STRIDE = 5;
export const ORIGIN = 0;
export const WEIGHT = 1;
export const SAID = 2;
export const VOICE = 3;
export const CLAIM = 4;

export function packWeight(units: number, stance: number): number {
  return (units << 2) | stance;
}

/** Writes row `i` of the columns at an offset of the packed rows. */
export function packRow(packed: Int32Array, at: number, columns: RelationRows, i: number): void {
  packed[at + ORIGIN] = columns.origin[i] ?? 0;
  packed[at + WEIGHT] = packWeight(columns.units[i] ?? 0, columns.stance[i] ?? 0);
  packed[at + SAID] = columns.said[i] ?? -1;
  packed[at + VOICE] = columns.voice[i] ?? -1;
  packed[at + CLAIM] = columns.claim[i] ?? 0;
}
