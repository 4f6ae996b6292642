import type { Ground } from './ground.ts';
import { doubled, NumberList } from './grow.ts';
import { EntityHeap } from './heap.ts';

/** The side that grows from the sources. */
export const FORWARD = 0;
/** The side that grows from the targets. */
export const BACKWARD = 1;
type Side = typeof FORWARD | typeof BACKWARD;

/**
 * Balls around the sources and around the targets, by Dijkstra's algorithm (1959) from both (Pohl 1971).
 *
 * A label is twice per entity: `label[2n]` its weight from the sources, `label[2n + 1]` its weight to the targets;
 * infinite where there is none yet, and −weight − 1 once it is settled. So that one look at memory tells all there is to
 * know of an entity, and a settled label compares as less than any other.
 *
 * Every path that weighs less than the sum of the two least unsettled keys has each of its entities in one ball or the
 * other: an entity outside the backward ball has at least the backward key still to go, so that less than the forward
 * key is behind it. What would be given a key that with the other side's key is over the limit is left out; were it on a
 * path within the limit, it and all that follows would be settled on the other side already.
 */
export class Balls {
  readonly label: Float64Array;
  /** Entities settled on either side. */
  settled = 0;
  /**
   * Nothing heavier is wanted, and what can only lie on heavier paths is left out. May be lowered while the balls grow;
   * raised only by beginning anew.
   */
  limit = Number.POSITIVE_INFINITY;
  /**
   * The arcs that lead from a settled entity of the forward ball (`meetFrom`) to one of the backward ball, with the
   * weight from the sources to the end of the arc and the weight of the whole.
   */
  meetFrom = new Uint32Array(256);
  meetPrefix = new Float64Array(256);
  meetWeight = new Float64Array(256);
  meets = 0;
  readonly #touched = new NumberList();
  readonly #heaps = [new EntityHeap(), new EntityHeap()] as const;
  readonly #scanned: [number, number] = [0, 0];
  #onlyBest = false;

  constructor(entities: number) {
    this.label = new Float64Array(2 * entities).fill(Number.POSITIVE_INFINITY);
  }

  /** Starts over. `onlyBest`: the limit is to be the weight of the best path. */
  begin(ground: Ground, onlyBest: boolean): void {
    for (let i = 0; i < this.#touched.length; i++) this.label[this.#touched.at(i)] = Number.POSITIVE_INFINITY;
    this.#touched.length = 0;
    this.settled = 0;
    this.limit = Number.POSITIVE_INFINITY;
    this.meets = 0;
    this.#onlyBest = onlyBest;
    for (const side of [FORWARD, BACKWARD] as const) {
      this.#scanned[side] = 0;
      this.#heaps[side].clear();
      for (const seed of side === FORWARD ? ground.sources : ground.targets) {
        if (this.label[2 * seed + side] === 0) continue;
        this.label[2 * seed + side] = 0;
        this.#touched.push(2 * seed + side);
        this.#heaps[side].push(0, seed);
      }
    }
  }

  /** The least unsettled key of a side; infinite when all that can be reached is settled. */
  key(side: Side): number {
    const heap = this.#heaps[side];
    while (heap.size > 0 && this.label[2 * heap.entity + side] !== heap.key) heap.drop();
    return heap.key;
  }

  /** All paths that weigh less than this have all their entities in the balls. */
  get reach(): number {
    return this.key(FORWARD) + this.key(BACKWARD);
  }

  /**
   * The weight of the n-th lightest meeting whose arc crosses the border of the forward ball; infinite where there are
   * fewer. A path crosses that border once, so these are distinct walks.
   */
  lightestCrossing(n: number): number {
    const border = this.key(FORWARD);
    const weights: number[] = [];
    for (let i = 0; i < this.meets; i++) {
      const from = this.meetFrom[i] ?? 0;
      if ((this.meetPrefix[i] ?? 0) >= border && -(this.label[2 * from] ?? 0) - 1 < border) {
        weights.push(this.meetWeight[i] ?? 0);
      }
    }
    return Float64Array.from(weights).sort()[n - 1] ?? Number.POSITIVE_INFINITY;
  }

  /**
   * Grows until all paths up to the limit lie in the balls, or until `settle` entities are settled or a side has nothing
   * left. The side with fewer arcs to look at grows first, which leaves hubs to the end.
   * False when `steps`, a number of arcs, did not suffice.
   */
  grow(ground: Ground, settle: number, steps: number): boolean {
    const [forward, backward] = this.#heaps;
    let left = steps;
    for (;;) {
      const f = this.key(FORWARD);
      const b = this.key(BACKWARD);
      if (f === Number.POSITIVE_INFINITY || b === Number.POSITIVE_INFINITY) return true;
      if (f + b > this.limit) return true;
      if (this.settled >= settle) return true;
      if (left <= 0) return false;
      const arcsForward =
        (ground.forward.stop[forward.entity] ?? 0) - (ground.forward.start[forward.entity] ?? 0) + this.#scanned[0];
      const arcsBackward =
        (ground.backward.stop[backward.entity] ?? 0) - (ground.backward.start[backward.entity] ?? 0) + this.#scanned[1];
      if (arcsForward <= arcsBackward) {
        left -= arcsForward - this.#scanned[0] + 1;
        this.#scanned[0] = arcsForward;
        this.#settle(ground, FORWARD, b);
      } else {
        left -= arcsBackward - this.#scanned[1] + 1;
        this.#scanned[1] = arcsBackward;
        this.#settle(ground, BACKWARD, f);
      }
    }
  }

  /** Settles the nearest entity of a side; `across` is the key of the other. */
  #settle(ground: Ground, side: Side, across: number): void {
    const { label } = this;
    const { weight, walkable, avoid, ends } = ground;
    const { head, relation } = ground.network;
    const { start, stop, deadEnd } = side === FORWARD ? ground.forward : ground.backward;
    const onlyBest = this.#onlyBest;
    const heap = this.#heaps[side];
    const key = heap.key;
    const at = heap.entity;
    heap.drop();
    label[2 * at + side] = -key - 1;
    this.settled += 1;
    const end = stop[at] ?? 0;
    for (let i = start[at] ?? 0; i < end; i++) {
      const next = head[i] ?? 0;
      const reached = key + (weight[i] ?? 0);
      const there = label[2 * next + 1 - side] ?? 0;
      const nearer = reached < (label[2 * next + side] ?? 0);
      if (!nearer && there >= 0) continue;
      if (reached === Number.POSITIVE_INFINITY) continue;
      if (walkable !== undefined && walkable[relation[i] ?? 0] !== 1) continue;
      if (there < 0) {
        const whole = reached - there - 1;
        if (whole <= this.limit) {
          if (side === FORWARD) this.#meet(at, reached, whole);
          else this.#meet(next, whole - key, whole);
        }
        // A best path never leaves the other ball again, once in it.
        if (onlyBest) continue;
      }
      if (reached + across > this.limit) continue;
      if (!nearer || ends[next] !== 0) continue;
      if (avoid !== undefined && avoid[next] === 1) continue;
      if ((stop[next] ?? 0) - (start[next] ?? 0) <= deadEnd) continue;
      if (label[2 * next + side] === Number.POSITIVE_INFINITY) this.#touched.push(2 * next + side);
      label[2 * next + side] = reached;
      heap.push(reached, next);
    }
  }

  #meet(from: number, prefix: number, whole: number): void {
    if (this.#onlyBest && whole < this.limit) {
      this.limit = whole;
      this.meets = 0;
    }
    if (this.meets === this.meetFrom.length) {
      this.meetFrom = doubled(this.meetFrom);
      this.meetPrefix = doubled(this.meetPrefix);
      this.meetWeight = doubled(this.meetWeight);
    }
    this.meetFrom[this.meets] = from;
    this.meetPrefix[this.meets] = prefix;
    this.meetWeight[this.meets] = whole;
    this.meets += 1;
  }
}
