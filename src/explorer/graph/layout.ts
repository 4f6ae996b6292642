import type { AbstractGraph, Attributes } from 'graphology-types';
import { byCodePoint } from '../../model/order.ts';
import { numberOf } from './display-data.ts';
import { type Component, type Position, relax } from './layout-forces.ts';
import { type Box, centre, fill, level, type Point, pack, separate } from './layout-shape.ts';

export { layOutNear } from './layout-near.ts';
export type { Position };

/** Width by height of the whole where none is asked for: that of a laptop's canvas. */
const ASPECT = 1.65;
/** How far the whole is drawn out to come nearer to that; drawing out never makes nodes meet. */
const MOST_DRAWN_OUT = 1.3;
/** Area in square layout units that all entities share, the size of a laptop's canvas, and the bounds for each. */
const CANVAS = 1180 * 730;
const LEAST_AREA = 44 ** 2;
const MOST_AREA = 170 ** 2;
/** How far places are evened out, 0 to 1. */
const EVENNESS = 0.42;
/** Least free space between two nodes in layout units. */
export const MARGIN = 9;
/** Nodes claim this much more width than height. */
export const STRETCH = 1.5;
/** The radius of an entity that names none, in layout units. */
export const DEFAULT_RADIUS = 9;

/** The connected parts, largest first, then by their first key; parallel edges are one link, loops are none. */
function componentsOf<N extends Attributes, E extends Attributes>(graph: AbstractGraph<N, E>): Component[] {
  const keys = graph.nodes().sort(byCodePoint);
  const seen = new Set<string>();
  const components: Component[] = [];
  for (const start of keys) {
    if (seen.has(start)) continue;
    const members = [start];
    seen.add(start);
    for (const key of members) {
      for (const neighbour of graph.neighbors(key)) {
        if (seen.has(neighbour)) continue;
        seen.add(neighbour);
        members.push(neighbour);
      }
    }
    members.sort(byCodePoint);
    const index = new Map(members.map((key, i) => [key, i]));
    const links = members.flatMap((key, a) =>
      graph
        .neighbors(key)
        .flatMap((neighbour) => index.get(neighbour) ?? [])
        .filter((b) => b > a)
        .sort((x, y) => x - y)
        // Ten relations between two entities hold them together more than one does, but not ten times.
        .map((b) => ({ a, b, weight: 1 + Math.log(graph.edges(key, members[b]).length) })),
    );
    const radii = members.map((key) => numberOf(graph.getNodeAttributes(key), 'size', DEFAULT_RADIUS));
    components.push({ keys: members, radii, links });
  }
  return components.sort((a, b) => b.keys.length - a.keys.length);
}

/** Places of one component round the origin. */
function arrange(component: Component, seed: number, area: number, aspect: number): Point[] {
  const count = component.keys.length;
  if (count === 1) return [{ x: 0, y: 0 }];
  const side = Math.sqrt(area);
  if (count === 2) return [-0.6, 0.6].map((x) => ({ x: x * side, y: 0 }));
  const points = relax(component, seed);
  level(points);
  if (aspect < 1) for (const point of points) [point.x, point.y] = [point.y, point.x];
  const height = Math.sqrt((count * area) / aspect);
  fill(points, { width: height * aspect, height }, EVENNESS);
  // Where there is room, also the shortest line is to be long enough to show its verdict.
  const margin = Math.max(MARGIN, 0.32 * side - 6);
  separate(points, component.radii, { margin, stretch: STRETCH, rounds: 150 });
  return points;
}

/** From the first to the last border of boxes that stand with their middles at `middles`. */
function extent(middles: readonly Point[], parts: readonly { box: Box }[], axis: keyof Point, side: keyof Box): number {
  const ends = parts.map(({ box }, i) => 2 * Math.abs(middles[i]?.[axis] ?? 0) + box[side]);
  return ends.reduce((most, end) => Math.max(most, end), 0);
}

/**
 * Places for all entities, round the origin, y upwards. Node sizes are radii in the
 * same unit (sigma's `itemSizesReference: 'positions'`); on a laptop's canvas it is about one CSS pixel. Equal graphs get equal places, in whatever order they were
 * built. Takes about two seconds for 2,000 entities.
 */
export function layOut<N extends Attributes, E extends Attributes>(
  graph: AbstractGraph<N, E>,
  { seed = 1, aspect = ASPECT }: { seed?: number; aspect?: number } = {},
): Map<string, Position> {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`The seed of a layout is a whole number, not ${seed}.`);
  if (!(aspect >= 0.2 && aspect <= 5))
    throw new RangeError(`A layout is 0.2 to 5 times as wide as high, not ${aspect}.`);
  const area = Math.min(Math.max(CANVAS / Math.max(graph.order, 1), LEAST_AREA), MOST_AREA);
  const parts = componentsOf(graph).map((component) => {
    const points = arrange(component, seed, area, aspect);
    return { component, points, box: centre(points, Math.sqrt(area) / 2) };
  });
  const middles = pack(
    parts.map((part) => part.box),
    aspect,
  );
  const width = extent(middles, parts, 'x', 'width');
  const height = extent(middles, parts, 'y', 'height');
  const missing = (aspect * Math.max(height, 1)) / Math.max(width, 1);
  const wider = Math.min(Math.max(missing, 1), MOST_DRAWN_OUT);
  const higher = Math.min(Math.max(1 / missing, 1), MOST_DRAWN_OUT);
  const places = new Map<string, Position>();
  for (const [p, { component, points }] of parts.entries()) {
    for (const [i, key] of component.keys.entries()) {
      const [point, middle] = [points[i], middles[p]];
      places.set(key, {
        x: ((point?.x ?? 0) + (middle?.x ?? 0)) * wider,
        y: ((point?.y ?? 0) + (middle?.y ?? 0)) * higher,
      });
    }
  }
  return places;
}
