import type { BearingClaim } from '../evidence/propositions.ts';
import type { Claim } from '../model/claim.ts';
import { dateBounds, type EdtfDate } from '../model/dates.ts';
import type { Entity } from '../model/entity.ts';
import { byCodePoint } from '../model/order.ts';

/** A span that something held, both ends inclusive, in milliseconds since 1970; ±Infinity where a side is open. */
export interface Span {
  readonly min: number;
  readonly max: number;
}

/**
 * When a relation held, as far as anybody says: as the claims that assert it date it, or, where they do not, as the
 * events at its ends are dated. A claim that is `leftOut` dates nothing. Earliest first; empty where nobody says.
 */
export function datesOf(
  bearing: readonly BearingClaim[],
  ends: readonly (Entity | undefined)[],
  leftOut: ReadonlySet<Claim> | undefined,
): readonly EdtfDate[] {
  const told = bearing.flatMap(({ claim, bearing: how }) =>
    how !== 'exclusion' && claim.stance === 'asserts' && claim.when !== undefined && leftOut?.has(claim) !== true
      ? [claim.when]
      : [],
  );
  const dates = told.length > 0 ? told : ends.flatMap((end) => end?.when ?? []);
  return [...new Set(dates)].toSorted(
    (a, b) => dateBounds(a).min - dateBounds(b).min || dateBounds(a).max - dateBounds(b).max || byCodePoint(a, b),
  );
}

/** The spans that dates can mean, sorted and apart from each other, as far as they lie in a window. */
export function spansOf(dates: readonly EdtfDate[], window: Span | undefined): Span[] {
  const spans: { min: number; max: number }[] = [];
  const within = dates
    .map(dateBounds)
    .map(({ min, max }) => ({
      min: Math.max(min, window?.min ?? Number.NEGATIVE_INFINITY),
      max: Math.min(max, window?.max ?? Number.POSITIVE_INFINITY),
    }))
    .filter(({ min, max }) => min <= max)
    .toSorted((a, b) => a.min - b.min || a.max - b.max);
  for (const span of within) {
    const last = spans.at(-1);
    if (last !== undefined && span.min <= last.max) last.max = Math.max(last.max, span.max);
    else spans.push({ ...span });
  }
  return spans;
}

/** Spans of each relation as columns: those of relation r stand in first[r] … first[r + 1]. None: undated. */
export interface TimeColumns {
  readonly first: Uint32Array;
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** By relation: 1 where it has dates and none of them lies in the window. */
  readonly outside: Uint8Array;
}

export function timeColumns(dates: readonly (readonly EdtfDate[])[], window: Span | undefined): TimeColumns {
  const spans = dates.map((own) => spansOf(own, window));
  const first = new Uint32Array(dates.length + 1);
  spans.forEach((own, i) => {
    first[i + 1] = (first[i] ?? 0) + own.length;
  });
  const flat = spans.flat();
  return {
    first,
    start: Float64Array.from(flat, (span) => span.min),
    end: Float64Array.from(flat, (span) => span.max),
    outside: Uint8Array.from(dates, (own, i) => Number(own.length > 0 && spans[i]?.length === 0)),
  };
}
