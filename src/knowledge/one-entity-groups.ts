/**
 * Which of many things, numbered from 0, are one, where some pairs are said not to be. The first of a group stands for
 * it. Union–find with path halving (Tarjan and van Leeuwen 1984); of each group it is known whom it must not be one with.
 */
export class OneEntityGroups {
  readonly #parent: Int32Array;
  readonly #apartFrom = new Map<number, number[]>();

  constructor(count: number, notSame: readonly (readonly [number, number])[]) {
    this.#parent = Int32Array.from({ length: count }, (_, i) => i);
    for (const [a, b] of notSame) {
      this.#keepApart(a, b);
      this.#keepApart(b, a);
    }
  }

  of(one: number): number {
    let at = one;
    for (;;) {
      const parent = this.#parent[at] ?? at;
      if (parent === at) return at;
      const next = this.#parent[parent] ?? parent;
      this.#parent[at] = next;
      at = next;
    }
  }

  /** Whether nothing said keeps the groups of two things apart. */
  canJoin(a: number, b: number): boolean {
    const [x, y] = [this.of(a), this.of(b)];
    const others = this.#apartFrom.get(x);
    return x === y || others === undefined || !others.some((other) => this.of(other) === y);
  }

  /** Makes one group of two, whatever was said. */
  join(a: number, b: number): void {
    const [x, y] = [this.of(a), this.of(b)];
    if (x === y) return;
    const [first, second] = x < y ? [x, y] : [y, x];
    this.#parent[second] = first;
    for (const other of this.#apartFrom.get(second) ?? []) this.#keepApart(first, other);
    this.#apartFrom.delete(second);
  }

  #keepApart(one: number, other: number): void {
    const known = this.#apartFrom.get(one);
    if (known === undefined) this.#apartFrom.set(one, [other]);
    else known.push(other);
  }
}
