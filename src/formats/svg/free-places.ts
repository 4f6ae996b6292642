import { type Box, type Point, Taken } from './geometry.ts';
import type { Link, Placeable } from './layout.ts';

/** Directions that are tried round a place, and how many rings of them before the search is given up. */
const DIRECTIONS = 16;
const RINGS = 7;
/** Distance of the first ring, and from each ring to the next: a line of this length has room for its word. */
const FIRST = 130;
const FURTHER = 65;
/** Free space round a sign that a line is not to cross. */
const CLEAR = 6;
/** What it costs that a line of one's own crosses another's sign, and that another's line crosses one's own. */
const CROSSES = 2;
const CROSSED = 1;
const ASIDE = 0.02;
/** Beyond so many pairs of a sign without a place and what it is to keep clear of, any place that is free will do. */
const MOST_LOOKS = 300_000;
/** Farther rings are tried only while no place is free on nearer ones. */
const NEAR_RINGS = 3;

/** A sign with its name below: the point is the middle of the box of both. */
export interface Sign extends Placeable {
  /** Radius of the sign, which stands at the top of the box. */
  readonly radius: number;
}

/** How far the middle of the box lies below the middle of the sign. */
export function dipOf({ height, radius }: Sign): number {
  return height / 2 - radius - 2;
}

/** Distance of a point from a line between two others. */
function distanceFrom({ x, y }: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / square));
  return Math.hypot(x - a.x - t * dx, y - a.y - t * dy);
}

/** Signs that have a place, the lines between them, and where there is room for one more. */
class Ground {
  readonly #items: readonly Sign[];
  readonly #neighbours: readonly (readonly number[])[];
  /** The middle of each sign, not of its box. */
  readonly #at: (Point | undefined)[];
  readonly #taken = new Taken();
  readonly #lines: (readonly [number, number])[] = [];
  readonly #careful: boolean;

  /** `missing`: how many will ask for a place. */
  constructor(items: readonly Sign[], links: readonly Link[], missing: number) {
    this.#items = items;
    this.#careful = missing * (links.length + items.length) <= MOST_LOOKS;
    this.#at = items.map(() => undefined);
    const neighbours = items.map((): number[] => []);
    for (const { a, b } of links) {
      neighbours[a]?.push(b);
      neighbours[b]?.push(a);
    }
    this.#neighbours = neighbours;
  }

  /** Neighbours that have a place. */
  near(i: number): readonly number[] {
    return (this.#neighbours[i] ?? []).filter((other) => this.#at[other] !== undefined);
  }

  put(i: number, at: Point): void {
    const near = this.near(i);
    this.#at[i] = at;
    this.#taken.add(this.#boxOf(i, at));
    for (const other of near) this.#lines.push([i, other]);
  }

  /** The best place that is free beside the neighbours of an item; undefined where there is none near them. */
  beside(i: number): Point | undefined {
    const near = this.near(i).flatMap((other) => this.#at[other] ?? []);
    const anchor = middleOf(near);
    const centre = middleOf(this.#at.flatMap((point) => point ?? []));
    // Outwards there is most room, and the fewest lines.
    const outwards = Math.atan2(anchor.y - centre.y, anchor.x - centre.x);
    let best: { readonly at: Point; readonly cost: number } | undefined;
    for (let ring = near.length > 1 ? 0 : 1; ring <= RINGS; ring++) {
      const distance = ring === 0 ? 0 : FIRST + FURTHER * (ring - 1);
      for (let k = 0; k < (ring === 0 ? 1 : DIRECTIONS); k++) {
        // First straight on, then by turns to either side.
        const turn = (Math.ceil(k / 2) * (k % 2 === 0 ? 1 : -1) * 2 * Math.PI) / DIRECTIONS;
        const angle = outwards + turn;
        const at = { x: anchor.x + distance * Math.cos(angle), y: anchor.y + distance * Math.sin(angle) };
        if (!this.#taken.isFree(this.#boxOf(i, at))) continue;
        const cost = this.#cost(i, at) + ASIDE * k;
        if (best === undefined || cost < best.cost) best = { at, cost };
      }
      // Farther off is not better enough, unless all that is near lies on lines.
      if (best !== undefined && (best.cost < CROSSED || ring >= NEAR_RINGS)) break;
    }
    return best?.at;
  }

  /** The box round all that has a place. */
  bounds(): { left: number; right: number; bottom: number } {
    const boxes = this.#at.flatMap((at, i) => (at === undefined ? [] : [this.#boxOf(i, at)]));
    const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), values[0] ?? 0);
    return {
      left: least(boxes.map(({ x }) => x)),
      right: -least(boxes.map(({ x, width }) => -x - width)),
      bottom: -least(boxes.map(({ y, height }) => -y - height)),
    };
  }

  places(): readonly (Point | undefined)[] {
    return this.#at;
  }

  #boxOf(i: number, { x, y }: Point): Box {
    const { width, height, radius } = this.#items[i] ?? { width: 0, height: 0, radius: 0 };
    return { x: x - width / 2, y: y - radius - 2, width, height };
  }

  #cost(i: number, at: Point): number {
    if (!this.#careful) return 0;
    const radius = this.#items[i]?.radius ?? 0;
    let cost = 0;
    for (const [a, b] of this.#lines) {
      const [from, to] = [this.#at[a], this.#at[b]];
      if (from !== undefined && to !== undefined && distanceFrom(at, from, to) < radius + CLEAR) cost += CROSSED;
    }
    for (const other of this.near(i)) {
      const end = this.#at[other];
      if (end === undefined) continue;
      for (const [j, sign] of this.#at.entries()) {
        if (sign === undefined || j === other) continue;
        if (distanceFrom(sign, at, end) < (this.#items[j]?.radius ?? 0) + CLEAR) cost += CROSSES;
      }
    }
    return cost;
  }
}

function middleOf(points: readonly Point[]): Point {
  const count = Math.max(points.length, 1);
  return {
    x: points.reduce((sum, { x }) => sum + x, 0) / count,
    y: points.reduce((sum, { y }) => sum + y, 0) / count,
  };
}

/**
 * A place for the middle of each sign: those that are given stay, the others take a free place beside those that they are
 * linked to. What is linked to none of them stands in rows below all.
 */
export function freePlaces(
  items: readonly Sign[],
  links: readonly Link[],
  given: readonly (Point | undefined)[],
): readonly Point[] {
  const ground = new Ground(items, links, given.filter((point) => point === undefined).length);
  for (const [i, point] of given.entries()) if (point !== undefined) ground.put(i, point);
  const below: number[] = [];
  let missing = items.flatMap((_, i) => (given[i] === undefined ? [i] : []));
  // In waves: whoever is linked only to others without a place follows when these have theirs.
  while (missing.length > 0) {
    const wave = missing.filter((i) => ground.near(i).length > 0);
    if (wave.length === 0) break;
    const placed = new Set(wave);
    missing = missing.filter((i) => !placed.has(i));
    for (const i of wave) {
      const at = ground.beside(i);
      if (at === undefined) below.push(i);
      else ground.put(i, at);
    }
  }
  putBelow(ground, items, [...below, ...missing]);
  return ground.places().map((point) => point ?? { x: 0, y: 0 });
}

/** In rows below all, from the left. */
function putBelow(ground: Ground, items: readonly Sign[], order: readonly number[]): void {
  if (order.length === 0) return;
  const { left, right, bottom } = ground.bounds();
  const gap = 24;
  const wide = order.reduce((most, i) => Math.max(most, items[i]?.width ?? 0), 0) + gap;
  const high = order.reduce((most, i) => Math.max(most, items[i]?.height ?? 0), 0) + gap;
  // Where nothing has a place they are the picture: about as wide as a page.
  const columns = Math.max(1, Math.floor((right - left) / wide), Math.ceil(Math.sqrt(order.length)));
  for (const [place, i] of order.entries()) {
    ground.put(i, {
      x: left + wide * ((place % columns) + 0.5),
      y: bottom + gap + (items[i]?.radius ?? 0) + high * Math.floor(place / columns),
    });
  }
}
