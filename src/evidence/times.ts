import { type DateBounds, dateBounds, type EdtfDate } from '../model/dates.ts';

/**
 * The times of some claims, to ask whether another time may have a day in common with any of them (E14). A claim
 * without a time meets every time, and so does a list without claims: nothing is known that would keep them apart.
 */
export class Times {
  /** By first day; each with the last day of all up to it. Undefined where every time is met. */
  readonly #spans: readonly DateBounds[] | undefined;

  constructor(whens: Iterable<EdtfDate | undefined>) {
    const distinct = new Set(whens);
    if (distinct.size === 0 || distinct.has(undefined)) return;
    const spans = [...distinct].flatMap((when) => (when === undefined ? [] : dateBounds(when)));
    let max = Number.NEGATIVE_INFINITY;
    this.#spans = spans
      .toSorted((a, b) => a.min - b.min || 0)
      .map((span) => {
        max = Math.max(max, span.max);
        return { min: span.min, max };
      });
  }

  meet(when: EdtfDate | undefined): boolean {
    const spans = this.#spans;
    if (spans === undefined || when === undefined) return true;
    const { min, max } = dateBounds(when);
    // How many start on its last day or before.
    let [from, to] = [0, spans.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((spans[middle]?.min ?? 0) <= max) from = middle + 1;
      else to = middle;
    }
    const last = spans[from - 1];
    return last !== undefined && last.max >= min;
  }
}
