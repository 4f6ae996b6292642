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

  /** `done` and `all` are bytes. When a file is read to its end, its graph is made, which may take as long again. */
  tell(what: string, done: number, all?: number): void {
    const now = this.#now();
    const isRead = all !== undefined && done >= all;
    // The end comes once, and is told wherever anything was.
    if (now < this.#next && !(isRead && this.#width > 0)) return;
    const isTerminal = this.#err.isTTY === true;
    this.#next = now + (isTerminal ? NEXT_MS : NEXT_LINE_MS);
    const megabytes = `${(done / 1024 / 1024).toFixed(1)} MB`;
    const share = all === undefined || all === 0 ? '' : ` (${Math.min(100, Math.floor((100 * done) / all))} %)`;
    // A file name is data: it must not move the cursor.
    const name = what.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '?');
    const text = isRead ? `making the graph of ${name} …` : `reading ${name}: ${megabytes}${share}`;
    if (isTerminal) {
      this.#err.write(`\r${text.padEnd(this.#width)}`);
      this.#width = Math.max(this.#width, text.length);
    } else this.#err.write(`${text}\n`);
  }

  /** Takes the line away again. */
  end(): void {
    if (this.#width > 0) this.#err.write(`\r${' '.repeat(this.#width)}\r`);
    this.#width = 0;
  }
}
