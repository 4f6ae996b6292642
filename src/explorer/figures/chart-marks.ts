import type { FigureEvidence } from '../../evidence/figures.ts';
import { type Interval, intersect, type Overlap } from '../../evidence/figures.ts';
import type { Quantity } from '../../model/claim.ts';
import type { Extent, Scale } from './chart-scale.ts';

/** How a line ends: it goes on without end, it stops at a bound that nobody stated as such, or at a stated value. */
export type End = 'open' | 'cap' | 'dot';

/** What is drawn in one row, in shares of the axis. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly fromEnd: End;
  readonly toEnd: End;
  /** The stated values: one, or both ends of a range. */
  readonly dots: readonly number[];
}

/** A quantity and the interval that it means. */
export interface Given {
  readonly interval: Interval;
  readonly quantity: Quantity;
}

/** The numbers that were stated, each once. */
export function statedValues({ min, max }: Quantity): number[] {
  return [...new Set([min, max].filter((value) => value !== undefined))];
}

/** What an axis for these rows must hold. */
export function extentOf(rows: readonly Given[]): Extent {
  return {
    values: rows.flatMap(({ interval: { min, max }, quantity }) => [
      ...statedValues(quantity),
      ...[min, max].filter((value) => value !== undefined),
    ]),
    openLow: rows.some(({ interval }) => interval.min === undefined),
    openHigh: rows.some(({ interval }) => interval.max === undefined),
  };
}

export function markOf({ interval: { min, max }, quantity }: Given, { place }: Scale): Mark {
  const stated = statedValues(quantity);
  const end = (bound: number | undefined): End =>
    bound === undefined ? 'open' : stated.includes(bound) ? 'dot' : 'cap';
  return {
    from: min === undefined ? 0 : place(min),
    to: max === undefined ? 1 : place(max),
    fromEnd: end(min),
    toEnd: end(max),
    dots: [...new Set(stated.map(place))],
  };
}

/** From how many origins on only the first best overlap is looked at; each is met with each. */
const MOST_MET = 400;

/**
 * Every interval in which as much weight meets as in the best-supported one. E18 names the leftmost of them; to shade
 * that one alone would make a choice between equals look like a finding.
 */
export function bestOverlaps({ origins, overlap }: Pick<FigureEvidence, 'origins' | 'overlap'>): readonly Overlap[] {
  if (overlap === undefined) return [];
  if (origins.length > MOST_MET) return [overlap];
  const carrying = origins.filter(({ units }) => units > 0);
  const found = new Map<string, Overlap>();
  // A region in which most weight meets begins where one of its members begins.
  for (const { interval } of carrying) {
    const start: Interval = interval.min === undefined ? {} : { min: interval.min, max: interval.min };
    const inside = carrying.filter((other) =>
      interval.min === undefined ? other.interval.min === undefined : intersect(other.interval, start) !== undefined,
    );
    const units = inside.reduce((sum, other) => sum + other.units, 0);
    if (units !== overlap.units) continue;
    const common = inside.reduce<Interval | undefined>((all, other) => all && intersect(all, other.interval), {});
    if (common === undefined) continue;
    const ids = inside.map(({ origin }) => origin.id);
    found.set(ids.join(' '), { interval: common, units, origins: ids });
  }
  return [...found.values()].toSorted(
    (a, b) => (a.interval.min ?? Number.NEGATIVE_INFINITY) - (b.interval.min ?? Number.NEGATIVE_INFINITY) || 0,
  );
}
