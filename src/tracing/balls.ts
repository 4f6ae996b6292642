import type { Ground } from './ground.ts';
import { doubled, NumberList } from './grow.ts';
import { EntityHeap } from './heap.ts';
import { OpenRows } from './open-rows.ts';

/** The side that grows from the sources. */
export const FORWARD = 0;
/** The side that grows from the targets. */
export const BACKWARD = 1;
type Side = typeof FORWARD | typeof BACKWARD;

/** The label of what no path may come to: less than any other, and no walk over it weighs less than infinity. */
const SHUT = Number.NEGATIVE_INFINITY;

/** Most arcs of a sorted part that are looked at in one go. */
const BITE = 16;
/** Arcs of a row in no order that are looked at in one go. */
const UNSORTED_BITE = 1 << 12;

/**
 * Balls around the sources and around the targets, by Dijkstra's algorithm (1959) from both (Pohl 1971), over rows
 * sorted by weight that are looked at no further than the balls have grown (Spira, "A new algorithm for finding all
 * shortest paths in a graph of positive arcs in average time O(n² log² n)", SIAM J. Computing 2, 1973).
 *
 * A label is twice per entity: `label[2n]` its weight from the sources, `label[2n + 1]` its weight to the targets;
 * infinite where there is none yet, and −weight − 1 once it is settled. So that one look at memory tells all there is to
 * know of an entity, and a settled label compares as less than any other.
 *
 * Every path that weighs less than the sum of the keys of both sides has each of its entities in one ball or the other:
 * an entity outside the backward ball has at least the backward key still to go, so that less than the forward key is
 * behind it. What would be given a key that with the other side's key is over the limit is left out; were it on a path
 * within the limit, it and all that follows would be settled on the other side already.
 *
 * An arc of weight c from an entity settled at d is looked at when the key comes to d + c / 2. That is before what it
 * leads to could be settled, at d + c. And of an arc between the balls, on a path of weight d + c + d′ below the sum of
 * the keys, at least one side has looked at it, since (d + c / 2) + (d′ + c / 2) is below that sum. So neither side
 * looks at what is heavy in the row of a hub at its border, and together they miss nothing.
 */
export class Balls {
  readonly label: Float64Array;
  /** The entity that a label came from, as in `label`; a seed's own is itself. */
  readonly parent: Uint32Array;
  /** Entities settled on either side. */
  settled = 0;
  /**
   * Nothing heavier is wanted, and what can only lie on heavier paths is left out. May be lowered while the balls grow;
   * raised only by beginning anew.
   */
  limit = Number.POSITIVE_INFINITY;
  /**
   * The arcs that lead from a settled entity of the forward ball (`meetFrom`) to one of the backward ball (`meetTo`), with the
   * weight from the sources to the end of the arc and the weight of the whole. As of the last {@link meet}.
   */
  meetFrom = new Uint32Array(256);
  meetTo = new Uint32Array(256);
  /** The arc, from whichever of its ends it was found. */
  meetArc = new Uint32Array(256);
  meetPrefix = new Float64Array(256);
  meetWeight = new Float64Array(256);
  meets = 0;
  /** The weight of the lightest walk seen so far. */
  #best = Number.POSITIVE_INFINITY;
  readonly #touched = new NumberList();
  readonly #heaps = [new EntityHeap(), new EntityHeap()] as const;
  readonly #rows = [new OpenRows(), new OpenRows()] as const;
  readonly #inside = [new NumberList(), new NumberList()] as const;
  readonly #scanned: [number, number] = [0, 0];
  /** Arcs that had been looked at when {@link meet} was last asked. */
  #scannedAtMeet = -1;
  #onlyBest = false;
  /** Crossings, lightest first. */
  readonly #crossings = new EntityHeap();
  readonly #stamp: Uint32Array;
  #stamps = 0;

  constructor(entities: number) {
    this.label = new Float64Array(2 * entities).fill(Number.POSITIVE_INFINITY);
    this.parent = new Uint32Array(2 * entities);
    this.#stamp = new Uint32Array(entities);
  }

  /** Starts over. `onlyBest`: the limit is to be the weight of the best path. */
  begin(ground: Ground, onlyBest: boolean): void {
    const { label, parent } = this;
    for (let i = 0; i < this.#touched.length; i++) label[this.#touched.at(i)] = Number.POSITIVE_INFINITY;
    this.#touched.length = 0;
    this.settled = 0;
    this.limit = Number.POSITIVE_INFINITY;
    this.meets = 0;
    this.#scannedAtMeet = -1;
    this.#best = Number.POSITIVE_INFINITY;
    this.#onlyBest = onlyBest;
    for (const entity of ground.closed) {
      label[2 * entity] = SHUT;
      label[2 * entity + 1] = SHUT;
      this.#touched.push(2 * entity);
      this.#touched.push(2 * entity + 1);
    }
    for (const side of [FORWARD, BACKWARD] as const) {
      this.#scanned[side] = 0;
      this.#heaps[side].clear();
      this.#rows[side].clear();
      this.#inside[side].length = 0;
      const { edges } = side === FORWARD ? ground.forward : ground.backward;
      for (const seed of side === FORWARD ? ground.sources : ground.targets) {
        if (label[2 * seed + side] === -1) continue;
        label[2 * seed + side] = -1;
        // Sources are closed, but their steps are told apart from those inside the backward ball.
        if (side === FORWARD) label[2 * seed + 1] = Number.POSITIVE_INFINITY;
        parent[2 * seed + side] = seed;
        this.#touched.push(2 * seed + side);
        this.#inside[side].push(seed);
        this.settled += 1;
        for (let part = 1; part < edges.length; part++) {
          this.#rows[side].open(0, seed, edges[part - 1]?.[seed] ?? 0, edges[part]?.[seed] ?? 0);
        }
      }
    }
  }

  /** What is not settled on a side is no nearer than this; infinite when all that can be reached is settled. */
  key(side: Side): number {
    const heap = this.#heaps[side];
    while (heap.size > 0 && this.label[2 * heap.entity + side] !== heap.key) heap.drop();
    const rows = this.#rows[side].key;
    return rows < heap.key ? rows : heap.key;
  }

  /** All paths that weigh less than this have all their entities in the balls. */
  get reach(): number {
    return this.key(FORWARD) + this.key(BACKWARD);
  }

  /**
   * An upper bound on the weight of the n-th path: of the meetings whose arc crosses the border
   * of the forward ball, the n-th lightest that comes back to no entity; or the `most`-th lightest that may, where that
   * is lighter, which is a guess. Infinite where there are fewer. A path crosses that border once, so these are distinct.
   */
  lightestCrossing(n: number, most: number): number {
    const border = this.key(FORWARD);
    const { label, meetFrom, meetPrefix } = this;
    const crossings = this.#crossings;
    crossings.clear();
    for (let i = 0; i < this.meets; i++) {
      if ((meetPrefix[i] ?? 0) < border || -(label[2 * (meetFrom[i] ?? 0)] ?? 0) - 1 >= border) continue;
      crossings.push(this.meetWeight[i] ?? 0, i);
    }
    let paths = 0;
    for (let walks = 1; crossings.size > 0; walks++) {
      const { key, entity: meeting } = crossings;
      crossings.drop();
      if (this.#isPath(meeting)) paths += 1;
      if (paths === n || walks === most) return key;
    }
    return Number.POSITIVE_INFINITY;
  }

  /** Whether the walk of a meeting comes back to no entity. */
  #isPath(meeting: number): boolean {
    const { parent } = this;
    const stamp = this.#stamp;
    if (this.#stamps === 2 ** 32 - 1) {
      stamp.fill(0);
      this.#stamps = 0;
    }
    const now = ++this.#stamps;
    for (let at = this.meetFrom[meeting] ?? 0; ; ) {
      stamp[at] = now;
      const before = parent[2 * at] ?? 0;
      if (before === at) break;
      at = before;
    }
    for (let at = this.meetTo[meeting] ?? 0; ; ) {
      if (stamp[at] === now) return false;
      const after = parent[2 * at + 1] ?? 0;
      if (after === at) return true;
      at = after;
    }
  }

  /**
   * Grows until all paths up to the limit lie in the balls, or a side has nothing left, or `settle` entities are settled
   * and the weight of the best path is known. The side that has looked at fewer arcs grows first.
   * False when `steps`, a number of arcs, did not suffice.
   */
  grow(ground: Ground, settle: number, steps: number): boolean {
    const scanned = this.#scanned;
    const last = scanned[FORWARD] + scanned[BACKWARD] + steps;
    for (;;) {
      const f = this.key(FORWARD);
      const b = this.key(BACKWARD);
      if (f === Number.POSITIVE_INFINITY || b === Number.POSITIVE_INFINITY) return true;
      if (f + b > this.limit) return true;
      if (this.settled >= settle && f + b > this.#best) return true;
      if (scanned[FORWARD] + scanned[BACKWARD] >= last) return false;
      const side = scanned[FORWARD] <= scanned[BACKWARD] ? FORWARD : BACKWARD;
      const across = side === FORWARD ? b : f;
      if (this.#rows[side].key <= this.#heaps[side].key) this.#look(ground, side, across);
      else this.#settle(ground, side, across);
    }
  }

  /** Finds the meetings within the limit, all that weigh less than the reach; some may be over a limit lowered since. */
  meet(ground: Ground): void {
    const scanned = this.#scanned[FORWARD] + this.#scanned[BACKWARD];
    if (scanned === this.#scannedAtMeet) return;
    this.#scannedAtMeet = scanned;
    this.meets = 0;
    const sorted = ground.forward.sorted;
    const border = this.key(FORWARD);
    // Where rows are in no order, each side has looked at all arcs of what it has settled.
    const forward = sorted ? border : this.#scanned[FORWARD] <= this.#scanned[BACKWARD] ? Number.POSITIVE_INFINITY : 0;
    const backward = sorted ? this.key(BACKWARD) : Number.POSITIVE_INFINITY;
    if (forward > 0) this.#meetFrom(ground, FORWARD, forward, forward);
    if (forward < Number.POSITIVE_INFINITY) this.#meetFrom(ground, BACKWARD, backward, forward);
  }

  /** Settles the nearest entity of a side; `across` is the key of the other. */
  #settle(ground: Ground, side: Side, across: number): void {
    const { label } = this;
    const { edges, start, stop, sorted, deadEnd } = side === FORWARD ? ground.forward : ground.backward;
    const heap = this.#heaps[side];
    const { key, entity } = heap;
    heap.drop();
    this.#scanned[side] += 1;
    if ((stop[entity] ?? 0) - (start[entity] ?? 0) <= deadEnd) return;
    label[2 * entity + side] = -key - 1;
    this.settled += 1;
    this.#inside[side].push(entity);
    // What the other side has looked at may lead here by arcs that this side does not come to look at.
    const there = label[2 * entity + 1 - side] ?? 0;
    this.#found(key + (there < 0 ? -there - 1 : there));
    for (let part = 1; part < edges.length; part++) {
      const at = edges[part - 1]?.[entity] ?? 0;
      const end = edges[part]?.[entity] ?? 0;
      if (at === end) continue;
      const due = sorted ? key + (ground.weight[at] ?? 0) / 2 : key;
      if (due + across <= this.limit) this.#rows[side].open(due, entity, at, end);
    }
  }

  /** Looks at the next arcs of the part of a row that is due first. */
  #look(ground: Ground, side: Side, across: number): void {
    const { label, parent, limit } = this;
    const { weight, walkable, avoid, ends } = ground;
    const { head, relation } = ground.network;
    const { sorted } = side === FORWARD ? ground.forward : ground.backward;
    const onlyBest = this.#onlyBest;
    const heap = this.#heaps[side];
    const rows = this.#rows[side];
    const { row } = rows;
    const entity = rows.entity(row);
    const key = -(label[2 * entity + side] ?? 0) - 1;
    const start = rows.at(row);
    const end = rows.end(row);
    const bite = start + (sorted ? BITE : UNSORTED_BITE);
    const until = bite < end ? bite : end;
    // What is due before anything else is settled comes along.
    const horizon = heap.key;
    let i = start;
    for (; i < until; i++) {
      const arc = weight[i] ?? 0;
      if (sorted && i > start && key + arc / 2 > horizon) break;
      const next = head[i] ?? 0;
      const reached = key + arc;
      const there = label[2 * next + 1 - side] ?? 0;
      const nearer = reached < (label[2 * next + side] ?? 0);
      if (!nearer && there >= 0) continue;
      if (reached === Number.POSITIVE_INFINITY) continue;
      if (walkable !== undefined && walkable[relation[i] ?? 0] !== 1) continue;
      if (there < 0) {
        this.#found(reached - there - 1);
        // A best path never leaves the other ball again, once in it. Nothing leaves what it ends at.
        if (onlyBest || ends[next] !== 0) continue;
      }
      if (!nearer || reached + across > limit) continue;
      if (avoid !== undefined && avoid[next] === 1) continue;
      if (label[2 * next + side] === Number.POSITIVE_INFINITY) this.#touched.push(2 * next + side);
      label[2 * next + side] = reached;
      // Asked for by `lightestCrossing` only, and written to memory that nothing else needs.
      if (!onlyBest) parent[2 * next + side] = entity;
      heap.push(reached, next);
    }
    this.#scanned[side] += i - start;
    const due = sorted ? key + (weight[i] ?? 0) / 2 : key;
    if (i < end && due + across <= this.limit && due < Number.POSITIVE_INFINITY) rows.delay(due, i);
    else rows.drop();
  }

  #found(whole: number): void {
    if (whole >= this.#best) return;
    this.#best = whole;
    if (this.#onlyBest) this.limit = whole;
  }

  /**
   * The meetings over arcs from what a side has settled at d, those of weight c with d + c / 2 below `most`; on the
   * backward side without those that the forward side takes, being below `forward` there.
   */
  #meetFrom(ground: Ground, side: Side, most: number, forward: number): void {
    const { label, limit } = this;
    const { weight, walkable } = ground;
    const { head, relation } = ground.network;
    const { edges, sorted } = side === FORWARD ? ground.forward : ground.backward;
    const inside = this.#inside[side];
    for (let k = 0; k < inside.length; k++) {
      const entity = inside.at(k);
      const key = -(label[2 * entity + side] ?? 0) - 1;
      for (let part = 1; part < edges.length; part++) {
        const end = edges[part]?.[entity] ?? 0;
        for (let i = edges[part - 1]?.[entity] ?? 0; i < end; i++) {
          const arc = weight[i] ?? 0;
          if (sorted && (key + arc / 2 >= most || key + arc > limit)) break;
          const next = head[i] ?? 0;
          const there = label[2 * next + 1 - side] ?? 0;
          if (there >= 0) continue;
          const whole = key + arc - there - 1;
          if (whole > limit || whole === Number.POSITIVE_INFINITY) continue;
          if (walkable !== undefined && walkable[relation[i] ?? 0] !== 1) continue;
          if (side === FORWARD) this.#add(entity, next, i, key + arc, whole);
          else if (-there - 1 + arc / 2 >= forward) this.#add(next, entity, i, -there - 1 + arc, whole);
        }
      }
    }
  }

  #add(from: number, to: number, arc: number, prefix: number, whole: number): void {
    if (this.meets === this.meetFrom.length) {
      this.meetFrom = doubled(this.meetFrom);
      this.meetTo = doubled(this.meetTo);
      this.meetArc = doubled(this.meetArc);
      this.meetPrefix = doubled(this.meetPrefix);
      this.meetWeight = doubled(this.meetWeight);
    }
    this.meetFrom[this.meets] = from;
    this.meetTo[this.meets] = to;
    this.meetArc[this.meets] = arc;
    this.meetPrefix[this.meets] = prefix;
    this.meetWeight[this.meets] = whole;
    this.meets += 1;
  }
}
