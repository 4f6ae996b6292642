/** A copy of numbers with room for twice as many. */
export function doubled(array: Float64Array): Float64Array<ArrayBuffer>;
export function doubled(array: Uint32Array): Uint32Array<ArrayBuffer>;
export function doubled(array: Int32Array): Int32Array<ArrayBuffer>;
export function doubled(array: Float64Array | Uint32Array | Int32Array): Float64Array | Uint32Array | Int32Array {
  const length = 2 * array.length;
  const copy =
    array instanceof Float64Array
      ? new Float64Array(length)
      : array instanceof Uint32Array
        ? new Uint32Array(length)
        : new Int32Array(length);
  copy.set(array);
  return copy;
}

/** Numbers below 2³², appended one by one. */
export class NumberList {
  #items = new Uint32Array(256);
  length = 0;

  push(item: number): void {
    if (this.length === this.#items.length) this.#items = doubled(this.#items);
    this.#items[this.length++] = item;
  }

  at(i: number): number {
    return this.#items[i] ?? 0;
  }
}
