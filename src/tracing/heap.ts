/**
 * Entities by key, least first: a heap of four children each, kept in typed arrays. An entity may stand in it more than
 * once; whoever pops it tells by its label which entry is out of date (lazy deletion).
 *
 * Entities of equal key come in no set order: what is computed from their labels does not depend on it.
 */
export class EntityHeap {
  #keys = new Float64Array(256);
  #entities = new Uint32Array(256);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The least key; infinite when the heap is empty. */
  get key(): number {
    return this.#size === 0 ? Number.POSITIVE_INFINITY : (this.#keys[0] ?? 0);
  }

  /** The entity of the least key; means nothing when the heap is empty. */
  get entity(): number {
    return this.#entities[0] ?? 0;
  }

  clear(): void {
    this.#size = 0;
  }

  push(key: number, entity: number): void {
    if (this.#size === this.#keys.length) this.#double();
    const keys = this.#keys;
    const entities = this.#entities;
    let at = this.#size++;
    while (at > 0) {
      const parent = (at - 1) >> 2;
      const above = keys[parent] ?? 0;
      if (above <= key) break;
      keys[at] = above;
      entities[at] = entities[parent] ?? 0;
      at = parent;
    }
    keys[at] = key;
    entities[at] = entity;
  }

  /** Takes the least entry away. */
  drop(): void {
    const size = --this.#size;
    if (size <= 0) {
      this.#size = 0;
      return;
    }
    this.#sink(this.#keys[size] ?? 0, this.#entities[size] ?? 0);
  }

  /** Gives the least entry another key, no less than the one that it has. */
  delay(key: number): void {
    this.#sink(key, this.#entities[0] ?? 0);
  }

  /** Puts an entry in the place of the least one, and then where it belongs. */
  #sink(key: number, entity: number): void {
    const size = this.#size;
    const keys = this.#keys;
    const entities = this.#entities;
    let at = 0;
    for (;;) {
      let child = 4 * at + 1;
      if (child >= size) break;
      let least = keys[child] ?? 0;
      const end = child + 4 < size ? child + 4 : size;
      for (let other = child + 1; other < end; other++) {
        const candidate = keys[other] ?? 0;
        if (candidate < least) {
          least = candidate;
          child = other;
        }
      }
      if (least >= key) break;
      keys[at] = least;
      entities[at] = entities[child] ?? 0;
      at = child;
    }
    keys[at] = key;
    entities[at] = entity;
  }

  #double(): void {
    const keys = new Float64Array(2 * this.#keys.length);
    keys.set(this.#keys);
    this.#keys = keys;
    const entities = new Uint32Array(2 * this.#entities.length);
    entities.set(this.#entities);
    this.#entities = entities;
  }
}
