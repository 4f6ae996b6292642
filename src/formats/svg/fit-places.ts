import { dipOf, freePlaces, type Sign } from './free-places.ts';
import type { Point } from './geometry.ts';
import { enclose, type Layout, type Link, MARGIN, roomFor, separate } from './layout.ts';

/** How much more a picture is drawn out than its boxes need, so that signs that stand close do not meet. */
const MOST_DRAWN_OUT = 1.6;

/** By how much places are to be multiplied that there is room for all boxes on the area that they take. */
function scaleFor(items: readonly Sign[], points: readonly Point[]): number {
  const bare = points.map(() => ({ key: '', width: 0, height: 0 }));
  const { width, height } = enclose(points, bare);
  if (width < 1 && height < 1) return 1;
  // On a line there is no area to go by.
  const area = Math.max(width, 1) * Math.max(height, 1);
  const scale = Math.sqrt(roomFor(items) / Math.max(area, 0.05 * Math.max(width, height) ** 2));
  return scale * Math.min(MOST_DRAWN_OUT, Math.max(1, clearance(items, points) / scale));
}

/** By how much places are to be multiplied that no two signs meet; places that are one are left to be pushed apart. */
function clearance(items: readonly Sign[], points: readonly Point[]): number {
  let most = 0;
  const order = points.map((_, i) => i).sort((i, j) => (points[i]?.x ?? 0) - (points[j]?.x ?? 0) || i - j);
  for (const [at, i] of order.entries()) {
    for (let next = at + 1; next < order.length; next++) {
      const j = order[next] ?? i;
      const [a, b, one, other] = [points[i], points[j], items[i], items[j]];
      if (a === undefined || b === undefined || one === undefined || other === undefined) continue;
      const distance = Math.hypot(b.x - a.x, b.y - a.y);
      if (distance > 0) most = Math.max(most, (one.radius + other.radius + MARGIN) / distance);
    }
  }
  return most;
}

/**
 * Places that were given for the middle of signs, y downwards, drawn out or together so that there is room for boxes.
 * Nothing moves otherwise, but for signs that would stand upon each other. Whoever has no place takes a free one beside those
 * that it is linked to.
 */
export function fitPlaces(
  items: readonly Sign[],
  links: readonly Link[],
  given: readonly (Point | undefined)[],
): Layout {
  const placed = items.flatMap((item, i) => {
    const point = given[i];
    return point === undefined ? [] : [{ item, i, point }];
  });
  const scale = scaleFor(
    placed.map(({ item }) => item),
    placed.map(({ point }) => point),
  );
  const points = placed.map(({ point: { x, y } }) => ({ x: x * scale, y: y * scale }));
  separate(
    points,
    placed.map(({ item: { key, radius } }) => ({ key, width: 2 * radius, height: 2 * radius })),
    100,
  );
  const known: (Point | undefined)[] = items.map(() => undefined);
  for (const [place, { i }] of placed.entries()) known[i] = points[place];
  const middles = freePlaces(items, links, known).map(({ x, y }, i) => {
    const item = items[i];
    return { x, y: y + (item === undefined ? 0 : dipOf(item)) };
  });
  return enclose(middles, items);
}
