import { type EvidenceColumns, type RelationRows, ROW_STANCE } from '../../src/evidence/evidence-columns.ts';
import type { Change } from '../../src/evidence/fusion.ts';
import type { Verdict } from '../../src/evidence/verdict.ts';
import { UNITS_PER_ONE, type WeightTable } from '../../src/evidence/weights.ts';

/** First and last day that a date can mean, in milliseconds. Told apart as objects: two may bound the same days. */
export type Days = readonly [min: number, max: number];

/** A row of evidence, in the plain. */
export interface Row {
  readonly relation: number;
  readonly claim: number;
  readonly origin: number;
  readonly units: number;
  readonly stance: keyof typeof ROW_STANCE;
  readonly said?: Days | undefined;
  readonly voice?: number | undefined;
  /** Of its origin: known to be one voice apart from others. */
  readonly known: boolean;
}

export interface NaiveShare {
  readonly origin: number;
  readonly forTwice: number;
  readonly againstTwice: number;
  readonly forClaim: number;
  readonly forShare: number;
  readonly againstClaim: number;
  readonly againstShare: number;
}

export interface NaiveSums {
  readonly forTwice: number;
  readonly againstTwice: number;
  readonly strongestTwice: number;
  readonly explicitDenial: boolean;
  readonly byExclusion: boolean;
  readonly verdict: Verdict;
  readonly line: 1 | 2 | 3 | 4 | 5;
  readonly range: readonly [number, number, number, number];
}

const isFor = (row: Row): boolean => row.stance === 'asserts';

/**
 * Sorts the word that counts to the front: weightiest, then undated, then latest, then vaguest, then what was said of
 * the relation itself, then first claim.
 */
function strongest(rows: readonly Row[]): Row | undefined {
  const latest = (row: Row): number => row.said?.[1] ?? Number.NaN;
  return rows.toSorted((a, b) => {
    if (a.units !== b.units) return b.units - a.units;
    if (a.said === undefined || b.said === undefined) {
      if (a.said !== b.said) return a.said === undefined ? -1 : 1;
    } else {
      if (latest(a) !== latest(b)) return latest(a) > latest(b) ? -1 : 1;
      if (a.said[0] !== b.said[0]) return a.said[0] < b.said[0] ? -1 : 1;
    }
    return ROW_STANCE[a.stance] - ROW_STANCE[b.stance] || a.claim - b.claim;
  })[0];
}

/** E9: how much of a word counts beside the other word of its origin. */
function shareOf(word: Row | undefined, other: Row | undefined): number {
  if (word === undefined) return 0;
  if (other === undefined) return 1;
  if (word.said === undefined || other.said === undefined) return 1 / 2;
  if (word.said[0] > other.said[1]) return 1;
  return other.said[0] > word.said[1] ? 0 : 1 / 2;
}

/** What each origin of a relation's rows counts for (E9), by index of the origin. */
export function naiveShares(rows: readonly Row[]): NaiveShare[] {
  const origins = [...new Set(rows.map((row) => row.origin))].toSorted((a, b) => a - b);
  return origins.map((origin) => {
    const own = rows.filter((row) => row.origin === origin);
    const yes = strongest(own.filter(isFor));
    const no = strongest(own.filter((row) => !isFor(row)));
    const [forShare, againstShare] = [shareOf(yes, no), shareOf(no, yes)];
    return {
      origin,
      forTwice: 2 * (yes?.units ?? 0) * forShare,
      againstTwice: 2 * (no?.units ?? 0) * againstShare,
      forClaim: yes?.claim ?? -1,
      forShare,
      againstClaim: no?.claim ?? -1,
      againstShare,
    };
  });
}

/** E10: those known apart count as they are; of the others there is at least one, at most as many as can be told apart. */
function rangeOf(rows: readonly Row[], counting: ReadonlySet<number>): [number, number] {
  const counted = rows.filter((row) => counting.has(row.origin));
  const known = new Set(counted.filter((row) => row.known).map((row) => row.origin)).size;
  const voices = counted
    .filter((row) => !row.known)
    .map((row) => (row.voice === undefined ? `document ${row.origin}` : `voice ${row.voice}`));
  const unsure = new Set(voices).size;
  return [known + (unsure > 0 ? 1 : 0), known + unsure];
}

/** E12, in units. */
function ruling(F: number, A: number, most: number, denied: boolean, table: WeightTable): [Verdict, 1 | 2 | 3 | 4 | 5] {
  const threshold = table.threshold * UNITS_PER_ONE;
  if (F + A < threshold) return ['unknown', 1];
  if (A >= table.ratio * F) return [denied ? 'denied' : 'unknown', 2];
  if (F < table.ratio * A) return ['disputed', 3];
  return F - most >= threshold ? ['corroborated', 4] : ['single-source', 5];
}

/** The rules E9–E12 on the rows of one relation, word by word. */
export function naiveFuse(rows: readonly Row[], table: WeightTable): NaiveSums {
  const shares = naiveShares(rows);
  const F = shares.reduce((sum, share) => sum + share.forTwice, 0) / 2;
  const A = shares.reduce((sum, share) => sum + share.againstTwice, 0) / 2;
  const most = shares.reduce((best, share) => Math.max(best, share.forTwice), 0) / 2;
  const standFor = new Set(shares.filter((share) => share.forTwice > 0).map((share) => share.origin));
  const standAgainst = new Set(shares.filter((share) => share.againstTwice > 0).map((share) => share.origin));
  const explicitDenial = rows.some((row) => row.stance === 'denies' && standAgainst.has(row.origin));
  // An exclusion weighs where it is the word that counts.
  const byExclusion = shares.some(
    ({ origin, againstTwice, againstClaim }) =>
      againstTwice > 0 &&
      rows.some((row) => row.origin === origin && row.claim === againstClaim && row.stance === 'excludes'),
  );
  const [verdict, line] = ruling(F, A, most, explicitDenial, table);
  const range = [
    ...rangeOf(rows.filter(isFor), standFor),
    ...rangeOf(
      rows.filter((row) => !isFor(row)),
      standAgainst,
    ),
  ] as [number, number, number, number];
  return {
    forTwice: 2 * F,
    againstTwice: 2 * A,
    strongestTwice: 2 * most,
    explicitDenial,
    byExclusion,
    verdict,
    line,
    range,
  };
}

/** The verdict without one origin: its rows are taken away and the rest is fused again. */
export function naiveWithout(rows: readonly Row[], origin: number, table: WeightTable): Verdict {
  return naiveFuse(
    rows.filter((row) => row.origin !== origin),
    table,
  ).verdict;
}

const FROM_WORST: readonly Verdict[] = ['denied', 'unknown', 'disputed', 'single-source', 'corroborated'];

function naiveChange(before: Verdict, after: Verdict): Change {
  if (before === after) return 'holds';
  if (FROM_WORST.indexOf(after) > FROM_WORST.indexOf(before)) return 'rises';
  return before === 'corroborated' && after === 'single-source' ? 'weakens' : 'collapses';
}

/** E21: to how many relations each change would happen without an origin. */
export function naiveTally(
  relations: readonly (readonly Row[])[],
  origin: number,
  table: WeightTable,
): Record<Change, number> {
  const changes = relations
    .filter((rows) => rows.some((row) => row.origin === origin))
    .map((rows) => naiveChange(naiveFuse(rows, table).verdict, naiveWithout(rows, origin, table)));
  const times = (change: Change): number => changes.filter((each) => each === change).length;
  return { holds: times('holds'), weakens: times('weakens'), collapses: times('collapses'), rises: times('rises') };
}

/** The rows as columns of a fusion; `dates` lists all dates that may occur. */
export function relationRows(rows: readonly Row[], dates: readonly Days[]): RelationRows {
  return {
    claim: Int32Array.from(rows, (row) => row.claim),
    origin: Int32Array.from(rows, (row) => row.origin),
    units: Int32Array.from(rows, (row) => row.units),
    stance: Uint8Array.from(rows, (row) => ROW_STANCE[row.stance]),
    said: Int32Array.from(rows, (row) => (row.said === undefined ? -1 : dates.indexOf(row.said))),
    voice: Int32Array.from(rows, (row) => row.voice ?? -1),
  };
}

export function evidenceColumns(
  rows: readonly Row[],
  relationCount: number,
  dates: readonly Days[],
  known: readonly boolean[],
): EvidenceColumns {
  return {
    ...relationRows(rows, dates),
    relationCount,
    relation: Int32Array.from(rows, (row) => row.relation),
    dates: Float64Array.from(dates.flat()),
    known: Uint8Array.from(known, Number),
  };
}
