import type { AbstractGraph, Attributes } from 'graphology-types';
import { byCodePoint } from '../../model/order.ts';
import type { Position } from './layout-forces.ts';

/** Directions and distances, in spacings, that are tried round the neighbours of a new entity. */
const DIRECTIONS = 24;
const DISTANCES = [0, 0.7, 1, 1.4, 1.9, 2.5, 3.3];
/** The spacing where too little is placed to measure one, and its bounds, in layout units. */
const SPACING = { usual: 70, least: 36, most: 140 };

/** The median distance from a placed entity to its nearest: what counts as near in this drawing. */
function spacingOf(places: readonly Position[]): number {
  const sample = places.slice(0, 300);
  if (sample.length < 3) return SPACING.usual;
  const nearest = sample
    .map((p) => Math.min(...places.filter((q) => q !== p).map((q) => Math.hypot(p.x - q.x, p.y - q.y))))
    .sort((a, b) => a - b);
  return Math.min(Math.max(nearest[nearest.length >> 1] ?? SPACING.usual, SPACING.least), SPACING.most);
}

/** The freest place near the middle of the neighbours: crowding costs most, then distance. */
function freePlace(around: readonly Position[], taken: readonly Position[], spacing: number): Position {
  const x = around.reduce((sum, p) => sum + p.x, 0) / around.length;
  const y = around.reduce((sum, p) => sum + p.y, 0) / around.length;
  const reach = spacing * ((DISTANCES.at(-1) ?? 0) + 1.5);
  const close = taken.filter((p) => Math.abs(p.x - x) < reach && Math.abs(p.y - y) < reach);
  let best: { place: Position; cost: number } | undefined;
  for (const distance of DISTANCES) {
    for (let i = 0; i < DIRECTIONS; i++) {
      const angle = ((i + distance) / DIRECTIONS) * 2 * Math.PI;
      const place = { x: x + Math.cos(angle) * distance * spacing, y: y + Math.sin(angle) * distance * spacing };
      let cost = 0.25 * distance;
      for (const p of close) {
        const gap = Math.hypot(p.x - place.x, p.y - place.y) / spacing;
        if (gap < 1.2) cost += (1.2 - gap) * (gap < 0.6 ? 8 : 1);
      }
      if (best === undefined || cost < best.cost - 1e-9) best = { place, cost };
    }
  }
  return best?.place ?? { x, y };
}

/**
 * Places for all entities where the known ones stay exactly where they are and each new one gets a free place near
 * those it is related to. What is related to nothing placed goes below the drawing. Independent of insertion order.
 */
export function layOutNear<N extends Attributes, E extends Attributes>(
  graph: AbstractGraph<N, E>,
  fixedPositions: ReadonlyMap<string, Position>,
): Map<string, Position> {
  const places = new Map<string, Position>();
  const waiting = new Set<string>();
  for (const key of graph.nodes().sort(byCodePoint)) {
    const fixed = fixedPositions.get(key);
    if (fixed === undefined) waiting.add(key);
    else places.set(key, fixed);
  }
  const taken = [...places.values()];
  const spacing = spacingOf(taken);
  const floor = Math.min(0, ...taken.map((p) => p.y)) - 1.5 * spacing;
  const left = Math.min(0, ...taken.map((p) => p.x));
  const right = Math.max(left + 8 * spacing, ...taken.map((p) => p.x));
  let strays = 0;
  while (waiting.size > 0) {
    // First those with the most placed neighbours: they know best where they belong.
    let next: { key: string; around: Position[] } | undefined;
    for (const key of waiting) {
      const around = graph
        .neighbors(key)
        .sort(byCodePoint)
        .flatMap((neighbour) => places.get(neighbour) ?? []);
      if (next === undefined || around.length > next.around.length) next = { key, around };
    }
    if (next === undefined) break;
    let { key, around } = next;
    if (around.length === 0) {
      // A new component starts with its hub; entities with no relation at all come last.
      for (const other of waiting) if (graph.degree(other) > graph.degree(key)) key = other;
      const columns = Math.max(1, Math.floor((right - left) / (3 * spacing)));
      const [column, row] = [strays % columns, Math.floor(strays / columns)];
      around = [{ x: left + (column + 0.5) * 3 * spacing, y: floor - row * 3 * spacing }];
      strays++;
    }
    const place = freePlace(around, taken, spacing);
    places.set(key, place);
    taken.push(place);
    waiting.delete(key);
  }
  return places;
}
