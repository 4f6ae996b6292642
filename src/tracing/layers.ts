import { BACKWARD, FORWARD } from './balls.ts';
import type { Bounds } from './enumerate.ts';
import { CLOSED, type Ground, TARGET } from './ground.ts';
import { doubled } from './grow.ts';

type Side = typeof FORWARD | typeof BACKWARD;

/**
 * For each entity the least weight of a walk of at most so many hops, for growing numbers of hops (Bellman 1958). Kept
 * as a list per entity of those numbers at which the weight falls, the last one first.
 */
class LayeredWeights {
  /** The least weight so far, per entity. */
  readonly least: Float64Array;
  readonly #last: Int32Array;
  #entity = new Uint32Array(1024);
  #weight = new Float64Array(1024);
  #hops = new Uint32Array(1024);
  #before = new Int32Array(1024);
  count = 0;

  constructor(entities: number) {
    this.least = new Float64Array(entities).fill(Number.POSITIVE_INFINITY);
    this.#last = new Int32Array(entities).fill(-1);
  }

  /** Takes back all entries but the first `count`. */
  cut(count: number): void {
    while (this.count > count) {
      const i = --this.count;
      const entity = this.#entity[i] ?? 0;
      const before = this.#before[i] ?? -1;
      this.#last[entity] = before;
      this.least[entity] = before < 0 ? Number.POSITIVE_INFINITY : (this.#weight[before] ?? 0);
    }
  }

  /** Sets a weight that is below the least so far. */
  set(entity: number, hops: number, weight: number): void {
    this.least[entity] = weight;
    const last = this.#last[entity] ?? -1;
    if (last >= 0 && this.#hops[last] === hops) {
      this.#weight[last] = weight;
      return;
    }
    if (this.count === this.#entity.length) {
      this.#entity = doubled(this.#entity);
      this.#weight = doubled(this.#weight);
      this.#hops = doubled(this.#hops);
      this.#before = doubled(this.#before);
    }
    const i = this.count++;
    this.#entity[i] = entity;
    this.#weight[i] = weight;
    this.#hops[i] = hops;
    this.#before[i] = last;
    this.#last[entity] = i;
  }

  /** The least weight of a walk of at most `hops`; infinite where there is none. */
  within(entity: number, hops: number): number {
    let i = this.#last[entity] ?? -1;
    while (i >= 0 && (this.#hops[i] ?? 0) > hops) i = this.#before[i] ?? -1;
    return i < 0 ? Number.POSITIVE_INFINITY : (this.#weight[i] ?? 0);
  }

  entityAt(i: number): number {
    return this.#entity[i] ?? 0;
  }

  weightAt(i: number): number {
    return this.#weight[i] ?? 0;
  }
}

/**
 * Bounds for paths of at most `depth` hops. Layers grow from the sources and from the targets, one hop at a time on the
 * side with fewer arcs to look at, until their hops add up to the depth; each path within the depth then stands with its
 * first part in the ones and with the rest in the others. Inside a limit on the weight the backward layers are then
 * continued to where the forward ones began, which makes all bounds exact.
 */
export class Layers implements Bounds {
  readonly steps = undefined;
  readonly #sides: readonly [LayeredWeights, LayeredWeights];
  /** Entry where the newest layer of a side begins. */
  readonly #newest: [number, number] = [0, 0];
  readonly #hops: [number, number] = [0, 0];
  #middle = 0;
  #middleNewest = 0;
  #depth = 0;

  constructor(entities: number) {
    this.#sides = [new LayeredWeights(entities), new LayeredWeights(entities)];
  }

  /** Entities that have a label on either side. */
  get settled(): number {
    return this.#sides[FORWARD].count + this.#sides[BACKWARD].count;
  }

  begin(ground: Ground, depth: number): void {
    this.#depth = depth;
    for (const side of [FORWARD, BACKWARD] as const) {
      const layered = this.#sides[side];
      layered.cut(0);
      this.#newest[side] = 0;
      this.#hops[side] = 0;
      for (const seed of side === FORWARD ? ground.sources : ground.targets) {
        if (layered.least[seed] !== 0) layered.set(seed, 0, 0);
      }
    }
  }

  /** Grows until the layers of both sides add up to the depth, or no more can be reached; in slices of so many arcs. */
  *grow(ground: Ground, slice: number): Generator<void, void> {
    while (!this.#isGrown()) {
      const side = this.#arcs(ground, FORWARD) <= this.#arcs(ground, BACKWARD) ? FORWARD : BACKWARD;
      const hops = this.#hops[side] + 1;
      this.#hops[side] = hops;
      yield* this.#layer(ground, side, hops, undefined, slice);
    }
    this.#middle = this.#sides[BACKWARD].count;
    this.#middleNewest = this.#newest[BACKWARD];
  }

  #isGrown(): boolean {
    const [forward, backward] = this.#sides;
    return (
      this.#hops[FORWARD] + this.#hops[BACKWARD] >= this.#depth ||
      this.#newest[FORWARD] === forward.count ||
      this.#newest[BACKWARD] === backward.count
    );
  }

  /** The weight of the n-th lightest meeting of both sides: at least n / (depth + 1) walks are no heavier. */
  meeting(n: number): number {
    const [forward, backward] = this.#sides;
    backward.cut(this.#middle);
    // A binary heap of the n lightest, the heaviest first.
    const heap = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
    for (let i = 0; i < forward.count; i++) {
      const entity = forward.entityAt(i);
      const whole = forward.weightAt(i) + (backward.least[entity] ?? 0);
      // Once per entity, by its last entry, which is its least.
      if (!(whole < (heap[0] ?? 0)) || forward.weightAt(i) !== forward.least[entity]) continue;
      let at = 0;
      for (;;) {
        let child = 2 * at + 1;
        if (child >= n) break;
        if (child + 1 < n && (heap[child + 1] ?? 0) > (heap[child] ?? 0)) child += 1;
        if ((heap[child] ?? 0) <= whole) break;
        heap[at] = heap[child] ?? 0;
        at = child;
      }
      heap[at] = whole;
    }
    return heap[0] ?? Number.POSITIVE_INFINITY;
  }

  /** Makes the bounds for walks of at most `limit`, in slices of so many arcs. */
  *build(ground: Ground, limit: number, slice: number): Generator<void, void> {
    const backward = this.#sides[BACKWARD];
    backward.cut(this.#middle);
    this.#newest[BACKWARD] = this.#middleNewest;
    for (let hops = this.#hops[BACKWARD] + 1; hops < this.#depth; hops++) {
      if (this.#newest[BACKWARD] === backward.count) return;
      yield* this.#layer(ground, BACKWARD, hops, limit, slice);
    }
  }

  /** The least weight to go from an entity in at most so many hops. */
  bound(entity: number, hopsLeft: number): number {
    return this.#sides[BACKWARD].within(entity, hopsLeft);
  }

  #arcs(ground: Ground, side: Side): number {
    const { start, stop } = side === FORWARD ? ground.forward : ground.backward;
    const layered = this.#sides[side];
    let arcs = 0;
    for (let i = this.#newest[side]; i < layered.count; i++) {
      const entity = layered.entityAt(i);
      arcs += (stop[entity] ?? 0) - (start[entity] ?? 0);
    }
    return arcs;
  }

  /** One more layer of a side, made from its newest; with a limit, only where the forward layers let it be kept. */
  *#layer(ground: Ground, side: Side, hops: number, limit: number | undefined, slice: number): Generator<void, void> {
    const layered = this.#sides[side];
    const { start, stop } = side === FORWARD ? ground.forward : ground.backward;
    const from = this.#newest[side];
    const to = layered.count;
    let left = slice;
    for (let entry = from; entry < to; entry++) {
      const at = layered.entityAt(entry);
      const key = layered.weightAt(entry);
      const end = stop[at] ?? 0;
      for (let i = start[at] ?? 0; i < end; i += slice) {
        const until = Math.min(end, i + slice);
        this.#look(ground, side, hops, limit, at, key, i, until);
        left -= until - i;
        if (left > 0) continue;
        left = slice;
        yield;
      }
    }
    this.#newest[side] = to;
  }

  /** Looks at some of the arcs of an entity that the layer before came to with the weight `key`. */
  #look(
    ground: Ground,
    side: Side,
    hops: number,
    limit: number | undefined,
    at: number,
    key: number,
    from: number,
    until: number,
  ): void {
    const layered = this.#sides[side];
    const forward = this.#sides[FORWARD];
    const { weight, walkable, avoid, ends } = ground;
    const { head, relation } = ground.network;
    const own = side === FORWARD ? CLOSED : TARGET;
    const other = side === FORWARD ? TARGET : CLOSED;
    const { least } = layered;
    const hopsBefore = this.#depth - hops;
    // What ends the walk is not walked on from.
    if (ends[at] === other) return;
    if (limit !== undefined && !within(key + forward.within(at, hopsBefore + 1), limit)) return;
    for (let i = from; i < until; i++) {
      const next = head[i] ?? 0;
      const reached = key + (weight[i] ?? 0);
      if (!(reached < (least[next] ?? 0))) continue;
      if (walkable !== undefined && walkable[relation[i] ?? 0] !== 1) continue;
      if (ends[next] === own) continue;
      if (avoid !== undefined && avoid[next] === 1 && ends[next] === 0) continue;
      if (limit !== undefined && !within(reached + forward.within(next, hopsBefore), limit)) continue;
      layered.set(next, hops, reached);
    }
  }
}

/** Whether a walk of this weight exists and is no heavier than the limit, which may be infinite. */
function within(weight: number, limit: number): boolean {
  return weight <= limit && weight < Number.POSITIVE_INFINITY;
}
