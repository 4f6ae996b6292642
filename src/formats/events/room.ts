import { ReadFailure } from '../read-failure.ts';

/** UTF-16 units of cells that take about as much memory as one record does. */
const UNITS = 350;

/**
 * How much of an event table one graph has room for. A row becomes a dozen records and keeps all its cells, so that their
 * number alone does not tell what a table takes: each 350 characters count as one more record. Five million take about
 * 3.5 GB while they are read.
 */
export class Room {
  readonly #file: string;
  readonly #most: number;
  #records = 0;
  #units = 0;
  #rows = 0;

  /** `most`: records, as the limits have them. */
  constructor(file: string, most: number) {
    this.#file = file;
    this.#most = most;
  }

  /** Counts a row that became so many records. Throws a ReadFailure where there is no room for more. */
  take(records: number, cells: readonly string[], line: number): void {
    this.#rows++;
    this.#records += records;
    for (const cell of cells) this.#units += cell.length;
    if (this.#records + this.#units / UNITS <= this.#most) return;
    throw new ReadFailure({
      code: 'too-large',
      file: this.#file,
      line,
      message: 'The table is too large for one graph, and was not read',
      expected: `at most ${this.#most} nodes, edges and sources, each ${UNITS} characters counted as one more`,
      got: `more than that in ${this.#rows} rows`,
      remedy: 'Take the rows of some years or countries, or split it',
    });
  }
}
