import type { Point } from './geometry.ts';
import { type Link, type Placeable, scatter } from './layout.ts';

/** Where fewer than this part of all has a place, a layout of its own says more than the places do. */
const ENOUGH = 0.5;

/**
 * A place for each, from those that are given: what was taken along as evidence and is not on the screen stands beside
 * those that it is linked to; what is linked to none of them stands below all. Undefined where too few have a place.
 */
export function completePlaces(
  items: readonly Placeable[],
  links: readonly Link[],
  given: ReadonlyMap<string, Point>,
): readonly Point[] | undefined {
  const known: (Point | undefined)[] = items.map(({ key }) => given.get(key));
  const placed = known.filter((point) => point !== undefined);
  if (placed.length === 0 || placed.length < ENOUGH * items.length) return undefined;
  const [xs, ys] = [placed.map(({ x }) => x).sort((a, b) => a - b), placed.map(({ y }) => y).sort((a, b) => a - b)];
  const [left, right, bottom] = [xs[0] ?? 0, xs.at(-1) ?? 0, ys.at(-1) ?? 0];
  const extent = Math.max(right - left, bottom - (ys[0] ?? 0), 1);
  // About as far as two neighbours are from each other.
  const step = (0.7 * extent) / Math.sqrt(placed.length);
  const neighbours = items.map((): number[] => []);
  for (const { a, b } of links) {
    neighbours[a]?.push(b);
    neighbours[b]?.push(a);
  }
  // In waves: whoever is linked only to others without a place follows when these have theirs.
  let missing = items.flatMap((_, i) => (known[i] === undefined ? [i] : []));
  while (missing.length > 0) {
    const found = missing.flatMap((i) => {
      const near = (neighbours[i] ?? []).flatMap((other) => known[other] ?? []);
      if (near.length === 0) return [];
      const angle = 2 * Math.PI * scatter(items[i]?.key ?? '', 1);
      const x = near.reduce((sum, point) => sum + point.x, 0) / near.length + step * Math.cos(angle);
      const y = near.reduce((sum, point) => sum + point.y, 0) / near.length + step * Math.sin(angle);
      return [[i, { x, y }] as const];
    });
    if (found.length === 0) break;
    for (const [i, point] of found) known[i] = point;
    missing = missing.filter((i) => known[i] === undefined);
  }
  let apart = 0;
  return known.map((point) => point ?? { x: left + step * apart++, y: bottom + step });
}
