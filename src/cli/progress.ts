import type { Output } from './io.ts';

const FIRST_MS = 500;
const NEXT_MS = 200;
/** Where nobody watches a line change, one now and then is enough. */
const NEXT_LINE_MS = 5000;

/** Tells on the error output how far a reading is, once it takes longer than half a second. */
export class Progress {
  readonly #err: Output;
  readonly #now: () => number;
  #next: number;
  #width = 0;

  constructor(err: Output, now: () => number = Date.now) {
    this.#err = err;
    this.#now = now;
    this.#next = now() + FIRST_MS;
  }

  tell(what: string, done: number, all?: number): void {
    const now = this.#now();
    if (now < this.#next) return;
    const isTerminal = this.#err.isTTY === true;
    this.#next = now + (isTerminal ? NEXT_MS : NEXT_LINE_MS);
    const megabytes = `${(done / 1024 / 1024).toFixed(1)} MB`;
    const share = all === undefined || all === 0 ? '' : ` (${Math.min(100, Math.floor((100 * done) / all))} %)`;
    // A file name is data: it must not move the cursor.
    const text = `reading ${what.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '?')}: ${megabytes}${share}`;
    if (isTerminal) {
      this.#err.write(`\r${text.padEnd(this.#width)}`);
      this.#width = text.length;
    } else this.#err.write(`${text}\n`);
  }

  /** Takes the line away again. */
  end(): void {
    if (this.#width > 0) this.#err.write(`\r${' '.repeat(this.#width)}\r`);
    this.#width = 0;
  }
}
