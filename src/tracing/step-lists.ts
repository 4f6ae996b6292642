import { doubled, NumberList } from './grow.ts';

/** In place of a first or next step: there is none, or the list was not begun. Both are below 0. */
const NONE = -1;
export const UNKNOWN = -2;

/** Steps from entities, a list for each that has any. */
export class StepLists {
  readonly #first: Int32Array;
  readonly #listed = new NumberList();
  #next = new Int32Array(256);
  #to = new Uint32Array(256);
  #arc = new Uint32Array(256);
  #count = 0;

  constructor(entities: number) {
    this.#first = new Int32Array(entities).fill(UNKNOWN);
  }

  clear(): void {
    for (let i = 0; i < this.#listed.length; i++) this.#first[this.#listed.at(i)] = UNKNOWN;
    this.#listed.length = 0;
    this.#count = 0;
  }

  /** Makes the list of an entity known, if it is not yet. */
  begin(entity: number): void {
    if (this.#first[entity] !== UNKNOWN) return;
    this.#first[entity] = NONE;
    this.#listed.push(entity);
  }

  add(from: number, to: number, arc: number): void {
    this.begin(from);
    if (this.#count === this.#next.length) {
      this.#next = doubled(this.#next);
      this.#to = doubled(this.#to);
      this.#arc = doubled(this.#arc);
    }
    const step = this.#count++;
    this.#to[step] = to;
    this.#arc[step] = arc;
    this.#next[step] = this.#first[from] ?? NONE;
    this.#first[from] = step;
  }

  first(entity: number): number {
    return this.#first[entity] ?? UNKNOWN;
  }

  next(step: number): number {
    return this.#next[step] ?? NONE;
  }

  to(step: number): number {
    return this.#to[step] ?? 0;
  }

  arc(step: number): number {
    return this.#arc[step] ?? 0;
  }
}
