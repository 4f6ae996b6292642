import type { Balls } from './balls.ts';
import { CLOSED, type Ground } from './ground.ts';
import { NumberList } from './grow.ts';
import { EntityHeap } from './heap.ts';

/**
 * The exact weight still to go from each entity that lies on a walk no heavier than a limit: the backward search of the
 * balls, continued inside the forward ball and no further than the limit lets it.
 */
export class Corridor {
  readonly #balls: Balls;
  readonly #toGo: Float64Array;
  readonly #touched = new NumberList();
  readonly #heap = new EntityHeap();

  constructor(entities: number, balls: Balls) {
    this.#balls = balls;
    this.#toGo = new Float64Array(entities).fill(Number.POSITIVE_INFINITY);
  }

  /** Makes the bounds for walks of at most `limit`, which is below the reach of the balls. */
  build(ground: Ground, limit: number): void {
    const toGo = this.#toGo;
    const { label, meets, meetFrom, meetWeight } = this.#balls;
    for (let i = 0; i < this.#touched.length; i++) toGo[this.#touched.at(i)] = Number.POSITIVE_INFINITY;
    this.#touched.length = 0;
    this.#heap.clear();
    // Targets that the backward ball has not come to settle; those that it has are seen as settled by their label.
    for (const target of ground.targets) if ((label[2 * target + 1] ?? 0) === 0) this.#reach(target, 0);
    for (let i = 0; i < meets; i++) {
      const whole = meetWeight[i] ?? 0;
      const from = meetFrom[i] ?? 0;
      if (whole > limit || (label[2 * from + 1] ?? 0) < 0) continue;
      const key = whole - (-(label[2 * from] ?? 0) - 1);
      if (key < (toGo[from] ?? 0)) this.#reach(from, key);
    }
    const { start, stop } = ground.backward;
    const { weight, walkable, ends } = ground;
    const { head, relation } = ground.network;
    const heap = this.#heap;
    while (heap.size > 0) {
      const { key, entity } = heap;
      heap.drop();
      if (toGo[entity] !== key || ends[entity] === CLOSED) continue;
      const end = stop[entity] ?? 0;
      for (let i = start[entity] ?? 0; i < end; i++) {
        const next = head[i] ?? 0;
        const behind = label[2 * next] ?? 0;
        if (behind >= 0) continue;
        const reached = key + (weight[i] ?? 0);
        if (reached - behind - 1 > limit || reached === Number.POSITIVE_INFINITY) continue;
        if ((label[2 * next + 1] ?? 0) < 0 || !(reached < (toGo[next] ?? 0))) continue;
        if (walkable !== undefined && walkable[relation[i] ?? 0] !== 1) continue;
        this.#reach(next, reached);
      }
    }
  }

  /** The least weight to go from an entity; infinite where the limit does not let a path come through it. */
  bound(entity: number): number {
    const label = this.#balls.label[2 * entity + 1] ?? 0;
    return label < 0 ? -label - 1 : (this.#toGo[entity] ?? 0);
  }

  #reach(entity: number, key: number): void {
    if (this.#toGo[entity] === Number.POSITIVE_INFINITY) this.#touched.push(entity);
    this.#toGo[entity] = key;
    this.#heap.push(key, entity);
  }
}
