import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { Point } from './geometry.ts';

/** Something to be placed: how much room it takes with its name, and the key that its first place is made of. */
export interface Placeable {
  readonly key: string;
  readonly width: number;
  readonly height: number;
}

/** Positions in the list of what is placed; each pair once. */
export interface Link {
  readonly a: number;
  readonly b: number;
}

/** How much room there is beside what is placed: lines and their words need it. */
const ROOM = 3.4;
/** How far places are evened out by rank, 0 to 1, so that a dense middle does not leave the page empty. */
const EVENNESS = 0.45;
/** Least free space between two boxes. */
export const MARGIN = 10;
const ASPECT = 1.4;

/** A number from 0 to 1 (1 excluded) that depends on nothing but text and seed (FNV-1a). */
export function scatter(text: string, seed: number): number {
  let hash = (2166136261 ^ seed) >>> 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 2246822519) >>> 0;
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** Positions by the forces of ForceAtlas2, in no particular unit. */
function relax(items: readonly Placeable[], links: readonly Link[], seed: number): { x: number; y: number }[] {
  const graph = new UndirectedGraph<{ x: number; y: number }>();
  const extent = 10 * Math.sqrt(items.length);
  for (const [i, { key }] of items.entries()) {
    graph.addNode(String(i), { x: extent * scatter(key, seed), y: extent * scatter(key, seed + 1) });
  }
  for (const { a, b } of links) graph.mergeEdge(String(a), String(b));
  const crowded = items.length > 300;
  const places = forceAtlas2(graph, {
    iterations: crowded ? 200 : 600,
    settings: { gravity: 1, scalingRatio: 12, slowDown: 2, barnesHutOptimize: crowded, strongGravityMode: true },
  });
  return items.map((_, i) => ({ x: places[String(i)]?.x ?? 0, y: places[String(i)]?.y ?? 0 }));
}

/** Spreads one coordinate over `length`, between where it is and where its rank would put it. */
function spread(points: { x: number; y: number }[], axis: 'x' | 'y', length: number): void {
  const order = points.map((_, i) => i).sort((i, j) => (points[i]?.[axis] ?? 0) - (points[j]?.[axis] ?? 0) || i - j);
  const first = points[order[0] ?? 0]?.[axis] ?? 0;
  const last = points[order.at(-1) ?? 0]?.[axis] ?? 0;
  const whole = Math.max(last - first, 1e-9);
  for (const [rank, i] of order.entries()) {
    const point = points[i];
    if (point === undefined) continue;
    const even = order.length < 2 ? 0.5 : rank / (order.length - 1);
    point[axis] = length * ((1 - EVENNESS) * ((point[axis] - first) / whole) + EVENNESS * even);
  }
}

/** Pushes boxes apart, along the axis on which less is to do, until none meet or the rounds are over. */
export function separate(points: { x: number; y: number }[], items: readonly Placeable[], rounds: number): void {
  const widest = items.reduce((most, { width }) => Math.max(most, width), 0) + MARGIN;
  for (let round = 0; round < rounds; round++) {
    let met = false;
    const order = points.map((_, i) => i).sort((i, j) => (points[i]?.x ?? 0) - (points[j]?.x ?? 0) || i - j);
    for (const [at, i] of order.entries()) {
      for (let next = at + 1; next < order.length; next++) {
        const j = order[next] ?? i;
        const [a, b, one, other] = [points[i], points[j], items[i], items[j]];
        if (a === undefined || b === undefined || one === undefined || other === undefined) continue;
        if (b.x - a.x > 2 * widest) break;
        const across = (one.width + other.width) / 2 + MARGIN - Math.abs(b.x - a.x);
        const down = (one.height + other.height) / 2 + MARGIN - Math.abs(b.y - a.y);
        if (across <= 0 || down <= 0) continue;
        met = true;
        if (down <= across) {
          const push = (down / 2 + 0.01) * (b.y > a.y || (b.y === a.y && j > i) ? 1 : -1);
          a.y -= push;
          b.y += push;
        } else {
          const push = across / 2 + 0.01;
          a.x -= push;
          b.x += push;
        }
      }
    }
    if (!met) return;
  }
}

/** Moves points so that all boxes begin at 0, 0; width and height of the whole. */
export function enclose(points: readonly Point[], items: readonly Placeable[]): Layout {
  const bounds = { left: 0, top: 0, right: 0, bottom: 0 };
  for (const [i, { x, y }] of points.entries()) {
    const [half, high] = [(items[i]?.width ?? 0) / 2, (items[i]?.height ?? 0) / 2];
    bounds.left = i === 0 ? x - half : Math.min(bounds.left, x - half);
    bounds.right = i === 0 ? x + half : Math.max(bounds.right, x + half);
    bounds.top = i === 0 ? y - high : Math.min(bounds.top, y - high);
    bounds.bottom = i === 0 ? y + high : Math.max(bounds.bottom, y + high);
  }
  return {
    points: points.map(({ x, y }) => ({ x: x - bounds.left, y: y - bounds.top })),
    width: bounds.right - bounds.left,
    height: bounds.bottom - bounds.top,
  };
}

/** The middle of each box, in the order in which they were given, within a page of this size. */
export interface Layout {
  readonly points: readonly Point[];
  readonly width: number;
  readonly height: number;
}

/** Square units for all: few get more each, since lines between the same two are fanned out. */
export function roomFor(items: readonly Placeable[]): number {
  const least = 26_000 + 30_000 * Math.max(0, 1 - items.length / 30);
  return items.reduce(
    (sum, { width, height }) => sum + Math.max(least, ROOM * (width + MARGIN) * (height + MARGIN)),
    0,
  );
}

/**
 * Places for boxes and the links between them: the same on every machine for the same list and seed. Boxes do not meet
 * unless there are so many that pushing them apart is given up.
 */
export function layOut(items: readonly Placeable[], links: readonly Link[], seed = 1): Layout {
  if (items.length === 0) return { points: [], width: 0, height: 0 };
  const points = relax(items, links, seed);
  const [width, height] = (['x', 'y'] as const).map((axis) => {
    const values = points.map((point) => point[axis]).sort((a, b) => a - b);
    return (values.at(-1) ?? 0) - (values[0] ?? 0);
  });
  // Pages and screens are wider than high.
  if ((height ?? 0) > (width ?? 0)) for (const point of points) [point.x, point.y] = [point.y, point.x];
  const high = Math.sqrt(roomFor(items) / ASPECT);
  spread(points, 'x', high * ASPECT);
  spread(points, 'y', high);
  separate(points, items, items.length > 600 ? 60 : 300);
  return enclose(points, items);
}
