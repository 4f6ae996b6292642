import type { Position } from '../graph/layout.ts';

/** Left and right, low and high, in layout units. */
export interface Box {
  x: [number, number];
  y: [number, number];
}

/** The box round all places; it stays the same when some are hidden, so that hiding moves nothing. */
export function boxOf(places: readonly Position[]): Box | null {
  if (places.length === 0) return null;
  const xs = places.map((place) => place.x);
  const ys = places.map((place) => place.y);
  return { x: [Math.min(...xs), Math.max(...xs)], y: [Math.min(...ys), Math.max(...ys)] };
}

/** The most that a picture is drawn out in height. Beyond it, shapes that belong together no longer look so. */
const MOST_DRAWN_OUT = 1.5;

/** Draws places out in height, as far as the window (`aspect`, width by height) leaves room above and below them. */
export function fitPlaces(places: ReadonlyMap<string, Position>, aspect: number): Map<string, Position> {
  const box = boxOf([...places.values()]);
  if (box === null) return new Map();
  const [width, height] = [box.x[1] - box.x[0], box.y[1] - box.y[0]];
  const factor = height === 0 ? 1 : Math.min(MOST_DRAWN_OUT, Math.max(1, width / height / aspect));
  return new Map([...places].map(([id, { x, y }]) => [id, { x, y: y * factor }]));
}
