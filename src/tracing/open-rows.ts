import { doubled } from './grow.ts';
import { EntityHeap } from './heap.ts';

/**
 * Rows of arcs, or parts of them, that were looked at up to some place, by the key at which the rest is due.
 */
export class OpenRows {
  readonly #heap = new EntityHeap();
  #entity = new Uint32Array(256);
  #at = new Uint32Array(256);
  #end = new Uint32Array(256);
  #count = 0;

  clear(): void {
    this.#heap.clear();
    this.#count = 0;
  }

  /** The arcs `at … end` of an entity are to be looked at when the key comes to `due`. */
  open(due: number, entity: number, at: number, end: number): void {
    if (at === end) return;
    if (this.#count === this.#at.length) {
      this.#entity = doubled(this.#entity);
      this.#at = doubled(this.#at);
      this.#end = doubled(this.#end);
    }
    const row = this.#count++;
    this.#entity[row] = entity;
    this.#at[row] = at;
    this.#end[row] = end;
    this.#heap.push(due, row);
  }

  /** The least key at which something is due; infinite when all was looked at. */
  get key(): number {
    return this.#heap.key;
  }

  /** What is due first; means nothing when all was looked at. */
  get row(): number {
    return this.#heap.entity;
  }

  /** What is due first was looked at up to `at`, the rest is due later. */
  delay(due: number, at: number): void {
    this.#at[this.#heap.entity] = at;
    this.#heap.delay(due);
  }

  /** What is due first was looked at, or is not wanted any more. */
  drop(): void {
    this.#heap.drop();
  }

  entity(row: number): number {
    return this.#entity[row] ?? 0;
  }

  at(row: number): number {
    return this.#at[row] ?? 0;
  }

  end(row: number): number {
    return this.#end[row] ?? 0;
  }
}
