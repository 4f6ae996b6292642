/** When relations hold, and how the hops of a path must agree in time (E27). */
export interface Times {
  /** `overlap`: some time is common to all dated hops. `sequence`: each begins no earlier than the one before. */
  readonly policy: 'overlap' | 'sequence';
  /** Most days between one dated hop and the next; absent: any number. Only for `sequence`. */
  readonly gap?: number;
  /** Relation r holds in the intervals `first[r] … first[r + 1]`, none when it is undated. */
  readonly first: Uint32Array;
  /** Intervals in days, both ends included; those of one relation are sorted and disjoint. */
  readonly start: Float64Array;
  readonly end: Float64Array;
}

/** Sorted disjoint intervals, start and end by turns. */
export type Moments = readonly number[];

/**
 * The moments at which a path may stand after one more hop. Overlap: those common to all dated hops so far. Sequence:
 * S₁ = I₁, S₍ᵢ₊₁₎ = I₍ᵢ₊₁₎ ∩ (Sᵢ ⊕ [0, gap]). An undated hop changes nothing. `before` is undefined as long as no hop
 * was dated; the answer is empty when the path cannot be.
 */
export function momentsAfter(before: Moments | undefined, relation: number, times: Times): Moments | undefined {
  const from = times.first[relation] ?? 0;
  const to = times.first[relation + 1] ?? 0;
  if (from === to) return before;
  const gap = times.policy === 'overlap' ? 0 : (times.gap ?? Number.POSITIVE_INFINITY);
  const after: number[] = [];
  if (before === undefined) {
    for (let i = from; i < to; i++) after.push(times.start[i] ?? 0, times.end[i] ?? 0);
    return after;
  }
  let next = from;
  for (let i = 0; i < before.length && next < to; i += 2) {
    const start = before[i] ?? 0;
    const end = (before[i + 1] ?? 0) + gap;
    while (next < to && (times.end[next] ?? 0) < start) next += 1;
    for (let j = next; j < to && (times.start[j] ?? 0) <= end; j++) {
      const a = Math.max(start, times.start[j] ?? 0);
      const b = Math.min(end, times.end[j] ?? 0);
      const last = after[after.length - 1] ?? Number.NEGATIVE_INFINITY;
      // Windows widened by the gap may run into one another: what they share is said once.
      if (after.length > 0 && a <= last) after[after.length - 1] = Math.max(last, b);
      else after.push(a, b);
    }
  }
  return after;
}
