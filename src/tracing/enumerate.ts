import { CLOSED, type Ground, TARGET } from './ground.ts';
import { doubled } from './grow.ts';
import { type Moments, momentsAfter, type Times } from './times.ts';

/** A path by numbers: one entity more than relations. `weight` is the sum over its arcs. */
export interface Path {
  readonly entities: readonly number[];
  readonly relations: readonly number[];
  readonly weight: number;
}

/** The steps that paths within a limit may take, as a list per entity. */
export interface Steps {
  /**
   * The first of all steps from an entity with which at most `room` is still to go, below 0 for none. When it is asked
   * again for an entity, with no more room, there may be steps among them that need more.
   */
  first(entity: number, room: number): number;
  /** The one after another, below 0 for none. */
  next(step: number): number;
  /** The entity that a step leads to. */
  to(step: number): number;
  /** An arc of a step, in the row of either of its ends: both have one relation and one weight. */
  arc(step: number): number;
}

/** What is known of the ways to a target. */
export interface Bounds {
  /** A lower bound on the weight to go from an entity to a target, exact for walks that may come back to an entity. */
  bound(entity: number, hopsLeft: number): number;
  readonly steps: Steps | undefined;
}

/** What paths are wanted. */
export interface Wanted {
  readonly k: number;
  /** Most hops. */
  readonly depth: number;
  /** Heaviest weight. */
  readonly limit: number;
  readonly times: Times | undefined;
  /** Most partial paths to expand. */
  readonly allowance: number;
  /** Partial paths to expand before they are taken to run into dead ends, those aside that k long paths need. */
  readonly patience: number;
}

/** `found`: all that was wanted; `paused`: out of steps; `spent`: out of allowance or of patience. */
export type Progress = 'found' | 'paused' | 'spent';

/**
 * Enumerates simple paths from the sources in the order of weight, then of relation numbers: best first over partial
 * paths with an exact bound on what is to go (A*Prune: Liu & Ramakrishnan 2001).
 *
 * Partial paths are taken by weight so far + bound, and among equals by their relations, a beginning before what begins
 * with it. So complete paths come out in their order without gathering those that tie: of any path still to come that
 * weighs the same, some beginning stands in the heap and comes after.
 */
export class Enumerator {
  readonly paths: Path[] = [];
  /** Partial paths expanded since {@link begin}. */
  expanded = 0;
  readonly #stamp: Float64Array;
  #stamps = 0;
  #marked = -1;
  #limit = 0;
  /** Hops of the longest partial path. */
  #deepest = 0;
  /** Weights of the best k complete paths in the heap or out of it, ascending. */
  #complete: number[] = [];

  // Partial paths: the one it extends by an arc (−1: none), another it begins with that lets one climb by leaps, where it
  // stands, by which relation, how many hops and how much weight lie behind it.
  #parent = new Int32Array(1024);
  #leap = new Int32Array(1024);
  #entity = new Uint32Array(1024);
  #relation = new Uint32Array(1024);
  #hops = new Uint32Array(1024);
  #behind = new Float64Array(1024);
  #moments: (Moments | undefined)[] = [];
  #count = 0;

  // A binary heap of partial paths.
  #key = new Float64Array(1024);
  #heap = new Uint32Array(1024);
  #size = 0;

  constructor(entities: number) {
    this.#stamp = new Float64Array(entities);
  }

  begin(ground: Ground, wanted: Wanted): void {
    this.paths.length = 0;
    this.expanded = 0;
    this.#deepest = 0;
    this.#limit = wanted.limit;
    this.#complete = [];
    this.#count = 0;
    this.#size = 0;
    this.#moments = [];
    this.#marked = -1;
    for (const source of new Set(ground.sources)) {
      this.#extend(-1, source, 0, 0, 0);
      this.#push(0, this.#count - 1);
    }
  }

  /** Goes on until what is wanted is found, `steps` arcs were looked at, or too many partial paths were expanded. */
  run(ground: Ground, bounds: Bounds, wanted: Wanted, steps: number): Progress {
    let left = steps;
    while (this.#size > 0 && this.paths.length < wanted.k) {
      if ((this.#key[0] ?? 0) > this.#limit) return 'found';
      const at = this.#heap[0] ?? 0;
      const entity = this.#entity[at] ?? 0;
      if (ground.ends[entity] === TARGET) {
        this.#drop();
        this.paths.push(this.#path(at));
        continue;
      }
      if (this.expanded >= wanted.allowance) return 'spent';
      if (this.expanded >= wanted.patience + (wanted.k + 1) * this.#deepest) return 'spent';
      if (left <= 0) return 'paused';
      this.#drop();
      this.expanded += 1;
      left -= (ground.forward.stop[entity] ?? 0) - (ground.forward.start[entity] ?? 0) + 1;
      this.#expand(ground, bounds, wanted, at, entity);
    }
    return 'found';
  }

  #expand(ground: Ground, bounds: Bounds, wanted: Wanted, at: number, entity: number): void {
    const { weight } = ground;
    this.#mark(at);
    const hops = (this.#hops[at] ?? 0) + 1;
    const hopsLeft = wanted.depth - hops;
    if (hops > this.#deepest) this.#deepest = hops;
    if (hopsLeft < 0) return;
    const behind = this.#behind[at] ?? 0;
    const { steps } = bounds;
    if (steps !== undefined) {
      // Of partial paths to one entity the lightest is taken first, which leaves most room.
      for (let step = steps.first(entity, this.#limit - behind); step >= 0; step = steps.next(step)) {
        this.#go(ground, bounds, wanted, at, steps.to(step), steps.arc(step));
      }
      return;
    }
    const { head } = ground.network;
    const { edges, sorted } = ground.forward;
    for (let part = 1; part < edges.length; part++) {
      const end = edges[part]?.[entity] ?? 0;
      for (let arc = edges[part - 1]?.[entity] ?? 0; arc < end; arc++) {
        const reached = behind + (weight[arc] ?? 0);
        if (sorted && reached > this.#limit) break;
        const next = head[arc] ?? 0;
        if (reached + bounds.bound(next, hopsLeft) <= this.#limit) this.#go(ground, bounds, wanted, at, next, arc);
      }
    }
  }

  /** Extends a partial path, the one that was marked last, by an arc if that may be part of what is wanted. */
  #go(ground: Ground, bounds: Bounds, wanted: Wanted, at: number, next: number, arc: number): void {
    const { walkable, ends } = ground;
    const hops = (this.#hops[at] ?? 0) + 1;
    const hopsLeft = wanted.depth - hops;
    const reached = (this.#behind[at] ?? 0) + (ground.weight[arc] ?? 0);
    const whole = reached + bounds.bound(next, hopsLeft);
    if (!(whole <= this.#limit) || whole === Number.POSITIVE_INFINITY) return;
    if (this.#stamp[next] === this.#stamps || ends[next] === CLOSED) return;
    const by = ground.network.relation[arc] ?? 0;
    if (walkable !== undefined && walkable[by] !== 1) return;
    const complete = ends[next] === TARGET;
    if (!complete && hopsLeft === 0) return;
    if (wanted.times !== undefined) {
      const moments = momentsAfter(this.#moments[at], by, wanted.times);
      if (moments !== undefined && moments.length === 0) return;
      this.#moments[this.#count] = moments;
    }
    if (complete) this.#lower(whole, wanted.k);
    this.#extend(at, next, by, hops, reached);
    this.#push(whole, this.#count - 1);
  }

  /** Stamps the entities of a partial path; where it extends the one stamped last, only the new entity. */
  #mark(at: number): void {
    const parent = this.#parent[at] ?? -1;
    if (parent >= 0 && parent === this.#marked) {
      this.#stamp[this.#entity[at] ?? 0] = this.#stamps;
    } else {
      this.#stamps += 1;
      for (let i = at; i >= 0; i = this.#parent[i] ?? -1) this.#stamp[this.#entity[i] ?? 0] = this.#stamps;
    }
    this.#marked = at;
  }

  /** Nothing heavier than the k-th best complete path is wanted. */
  #lower(weight: number, k: number): void {
    const complete = this.#complete;
    if (complete.length === k && weight >= (complete[k - 1] ?? 0)) return;
    let low = 0;
    let high = complete.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((complete[middle] ?? 0) <= weight) low = middle + 1;
      else high = middle;
    }
    complete.splice(low, 0, weight);
    if (complete.length > k) complete.pop();
    if (complete.length === k) this.#limit = Math.min(this.#limit, complete[k - 1] ?? 0);
  }

  #extend(parent: number, entity: number, relation: number, hops: number, behind: number): void {
    if (this.#count === this.#parent.length) {
      this.#parent = doubled(this.#parent);
      this.#leap = doubled(this.#leap);
      this.#entity = doubled(this.#entity);
      this.#relation = doubled(this.#relation);
      this.#hops = doubled(this.#hops);
      this.#behind = doubled(this.#behind);
    }
    const at = this.#count++;
    this.#parent[at] = parent;
    this.#entity[at] = entity;
    this.#relation[at] = relation;
    this.#hops[at] = hops;
    this.#behind[at] = behind;
    this.#leap[at] = parent < 0 ? at : this.#leapFrom(parent);
  }

  /** Where to leap to from a child of `parent`: Myers, "An applicative random-access stack", IPL 17 (1983). */
  #leapFrom(parent: number): number {
    const once = this.#leap[parent] ?? 0;
    const twice = this.#leap[once] ?? 0;
    const hops = this.#hops[parent] ?? 0;
    const middle = this.#hops[once] ?? 0;
    return hops - middle === middle - (this.#hops[twice] ?? 0) ? twice : parent;
  }

  /** The beginning of a partial path with so many hops. */
  #beginning(at: number, hops: number): number {
    let i = at;
    while ((this.#hops[i] ?? 0) > hops) {
      const leap = this.#leap[i] ?? 0;
      i = (this.#hops[leap] ?? 0) >= hops ? leap : (this.#parent[i] ?? 0);
    }
    return i;
  }

  /** Whether a partial path comes before another by its relations. */
  #precedes(a: number, b: number): boolean {
    const hopsA = this.#hops[a] ?? 0;
    const hopsB = this.#hops[b] ?? 0;
    let i = this.#beginning(a, hopsB);
    let j = this.#beginning(b, hopsA);
    if (i === j) return hopsA < hopsB;
    // One of no hops comes before all that begin at another source.
    if (hopsA === 0 || hopsB === 0) return hopsA !== hopsB ? hopsA < hopsB : a < b;
    while (this.#parent[i] !== this.#parent[j] && (this.#hops[i] ?? 0) > 1) {
      const leapI = this.#leap[i] ?? 0;
      const leapJ = this.#leap[j] ?? 0;
      // Leaps from the same number of hops are equally long.
      const apart = leapI !== leapJ && (this.#hops[leapI] ?? 0) > 0;
      i = apart ? leapI : (this.#parent[i] ?? 0);
      j = apart ? leapJ : (this.#parent[j] ?? 0);
    }
    return (this.#relation[i] ?? 0) < (this.#relation[j] ?? 0);
  }

  #before(keyA: number, a: number, keyB: number, b: number): boolean {
    return keyA < keyB || (keyA === keyB && this.#precedes(a, b));
  }

  #push(key: number, partial: number): void {
    if (this.#size === this.#heap.length) {
      this.#heap = doubled(this.#heap);
      this.#key = doubled(this.#key);
    }
    let at = this.#size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = this.#heap[parent] ?? 0;
      const aboveKey = this.#key[parent] ?? 0;
      if (!this.#before(key, partial, aboveKey, above)) break;
      this.#heap[at] = above;
      this.#key[at] = aboveKey;
      at = parent;
    }
    this.#heap[at] = partial;
    this.#key[at] = key;
  }

  #drop(): void {
    const size = --this.#size;
    if (size === 0) return;
    const partial = this.#heap[size] ?? 0;
    const key = this.#key[size] ?? 0;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      const other = child + 1;
      if (
        other < size &&
        this.#before(this.#key[other] ?? 0, this.#heap[other] ?? 0, this.#key[child] ?? 0, this.#heap[child] ?? 0)
      ) {
        child = other;
      }
      if (!this.#before(this.#key[child] ?? 0, this.#heap[child] ?? 0, key, partial)) break;
      this.#heap[at] = this.#heap[child] ?? 0;
      this.#key[at] = this.#key[child] ?? 0;
      at = child;
    }
    this.#heap[at] = partial;
    this.#key[at] = key;
  }

  #path(at: number): Path {
    const entities: number[] = [];
    const relations: number[] = [];
    for (let i = at; i >= 0; i = this.#parent[i] ?? -1) {
      entities.push(this.#entity[i] ?? 0);
      if ((this.#parent[i] ?? -1) >= 0) relations.push(this.#relation[i] ?? 0);
    }
    return { entities: entities.reverse(), relations: relations.reverse(), weight: this.#behind[at] ?? 0 };
  }
}
