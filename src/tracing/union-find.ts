/** Sets of numbers 0 … size − 1 that are joined step by step; each is known by its least member. */
export class UnionFind {
  readonly #parent: Uint32Array;

  constructor(size: number) {
    this.#parent = new Uint32Array(size).map((_, i) => i);
  }

  /** The least member of the set that a number is in. Halves the way as it goes. */
  find(item: number): number {
    const parent = this.#parent;
    let at = item;
    for (;;) {
      const above = parent[at] ?? at;
      if (above === at) return at;
      const next = parent[above] ?? above;
      parent[at] = next;
      at = next;
    }
  }

  /** Joins two sets; false where they were one already. */
  join(a: number, b: number): boolean {
    const [first, second] = [this.find(a), this.find(b)];
    if (first === second) return false;
    this.#parent[Math.max(first, second)] = Math.min(first, second);
    return true;
  }
}
