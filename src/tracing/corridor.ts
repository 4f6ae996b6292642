import type { Balls } from './balls.ts';
import type { Bounds, Steps } from './enumerate.ts';
import { CLOSED, type Ground } from './ground.ts';
import { NumberList } from './grow.ts';
import { EntityHeap } from './heap.ts';
import { StepLists, UNKNOWN } from './step-lists.ts';

/**
 * The exact weight still to go from each entity that lies on a walk no heavier than a limit: the backward search of the
 * balls, continued inside the forward ball and no further than the limit lets it. And the steps of such walks, each
 * row being looked at once, which for hubs takes long.
 */
export class Corridor implements Bounds, Steps {
  readonly steps: Steps = this;
  readonly #balls: Balls;
  readonly #toGo: Float64Array;
  readonly #touched = new NumberList();
  readonly #heap = new EntityHeap();
  readonly #lists: StepLists;
  #ground: Ground | undefined;

  constructor(entities: number, balls: Balls) {
    this.#balls = balls;
    this.#toGo = new Float64Array(entities).fill(Number.POSITIVE_INFINITY);
    this.#lists = new StepLists(entities);
  }

  /** Makes the bounds for walks of at most `limit`, which is below the reach of the balls. */
  build(ground: Ground, limit: number): void {
    this.#ground = ground;
    const toGo = this.#toGo;
    const { label, meets, meetFrom, meetTo, meetArc, meetWeight } = this.#balls;
    for (let i = 0; i < this.#touched.length; i++) toGo[this.#touched.at(i)] = Number.POSITIVE_INFINITY;
    this.#lists.clear();
    this.#touched.length = 0;
    this.#heap.clear();
    for (let i = 0; i < meets; i++) {
      const whole = meetWeight[i] ?? 0;
      const from = meetFrom[i] ?? 0;
      if (whole > limit || (label[2 * from + 1] ?? 0) < 0) continue;
      const key = whole - (-(label[2 * from] ?? 0) - 1);
      if (key < (toGo[from] ?? 0)) this.#reach(from, key);
      this.#lists.add(from, meetTo[i] ?? 0, meetArc[i] ?? 0);
    }
    const { edges, sorted } = ground.backward;
    const { weight, walkable, ends } = ground;
    const { head, relation } = ground.network;
    const heap = this.#heap;
    while (heap.size > 0) {
      const { key, entity } = heap;
      heap.drop();
      if (toGo[entity] !== key || ends[entity] === CLOSED) continue;
      for (let part = 1; part < edges.length; part++) {
        const end = edges[part]?.[entity] ?? 0;
        for (let i = edges[part - 1]?.[entity] ?? 0; i < end; i++) {
          const reached = key + (weight[i] ?? 0);
          if (sorted && reached > limit) break;
          const next = head[i] ?? 0;
          const behind = label[2 * next] ?? 0;
          if (behind >= 0) continue;
          if (reached - behind - 1 > limit || reached === Number.POSITIVE_INFINITY) continue;
          if ((label[2 * next + 1] ?? 0) < 0) continue;
          if (walkable !== undefined && walkable[relation[i] ?? 0] !== 1) continue;
          if (reached < (toGo[next] ?? 0)) this.#reach(next, reached);
          this.#lists.add(next, entity, i);
        }
      }
    }
  }

  /** The least weight to go from an entity; infinite where the limit does not let a path come through it. */
  bound(entity: number): number {
    const { label } = this.#balls;
    const toTarget = label[2 * entity + 1] ?? 0;
    if (toTarget < 0) return -toTarget - 1;
    // Most entities asked for are in neither ball: no other memory is looked at for them.
    return (label[2 * entity] ?? 0) < 0 ? (this.#toGo[entity] ?? 0) : Number.POSITIVE_INFINITY;
  }

  first(entity: number, room: number): number {
    const first = this.#lists.first(entity);
    if (first !== UNKNOWN || (this.#balls.label[2 * entity + 1] ?? 0) >= 0) return first;
    this.#lists.begin(entity);
    if (this.#ground !== undefined) this.#list(this.#ground, entity, room);
    return this.#lists.first(entity);
  }

  next(step: number): number {
    return this.#lists.next(step);
  }

  to(step: number): number {
    return this.#lists.to(step);
  }

  arc(step: number): number {
    return this.#lists.arc(step);
  }

  /** Lists the steps from an entity of the backward ball. */
  #list(ground: Ground, entity: number, room: number): void {
    const { weight } = ground;
    const { head } = ground.network;
    const { edges, sorted } = ground.forward;
    for (let part = 1; part < edges.length; part++) {
      const end = edges[part]?.[entity] ?? 0;
      for (let arc = edges[part - 1]?.[entity] ?? 0; arc < end; arc++) {
        const behind = weight[arc] ?? 0;
        if (sorted && behind > room) break;
        const next = head[arc] ?? 0;
        const whole = behind + this.bound(next);
        if (whole <= room && whole < Number.POSITIVE_INFINITY) this.#lists.add(entity, next, arc);
      }
    }
  }

  #reach(entity: number, key: number): void {
    if (this.#toGo[entity] === Number.POSITIVE_INFINITY) {
      this.#touched.push(entity);
    }
    this.#toGo[entity] = key;
    this.#heap.push(key, entity);
  }
}
