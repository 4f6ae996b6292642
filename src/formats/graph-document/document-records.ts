import type { IssuePath } from '../../model/issue.ts';

/** The records of one list of a graph document, each with its place in the file, of which some may have been left out. */
export class DocumentRecords<T> {
  readonly name: string;
  #values: T[] = [];
  /** Their numbers in the list of the file, counted from 0. */
  #indexes: number[] = [];
  #lines: number[] = [];

  constructor(name: string) {
    this.name = name;
  }

  get values(): T[] {
    return this.#values;
  }

  add(value: T, index: number, line: number): void {
    this.#values.push(value);
    this.#indexes.push(index);
    this.#lines.push(line);
  }

  /** Where in the file a finding is, of which the path has the number of the record among those that are left. */
  placeOf([, at, ...inner]: IssuePath): { readonly path: IssuePath; readonly line?: number } {
    if (typeof at !== 'number') return { path: [this.name] };
    const line = this.#lines[at];
    return { path: [this.name, this.#indexes[at] ?? at, ...inner], ...(line === undefined ? {} : { line }) };
  }

  /** Leaves records out, by their numbers among those that are left. */
  leaveOut(gone: ReadonlySet<number>): void {
    if (gone.size === 0) return;
    this.#values = this.#values.filter((_, at) => !gone.has(at));
    this.#indexes = this.#indexes.filter((_, at) => !gone.has(at));
    this.#lines = this.#lines.filter((_, at) => !gone.has(at));
  }
}
