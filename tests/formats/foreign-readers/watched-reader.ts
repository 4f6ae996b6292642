import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { FuzzFile } from './laws.ts';
import type { ReaderTask } from './reader-worker.ts';

const Answer = z.object({ fault: z.string().optional() });

/** Milliseconds that a thread may take to load all readers on a busy machine. */
const TO_START = 30_000;

/**
 * Readers in a thread of their own. It is stopped where one takes too long, or where the heap grows past `megabytes`, over
 * all that it reads: what is kept from file to file thus shows in the end.
 */
export class WatchedReader {
  readonly #megabytes: number;
  readonly #patience: number;
  #worker: Worker | undefined;

  /** `patience` in milliseconds, for one file. */
  constructor({ megabytes, patience }: { readonly megabytes: number; readonly patience: number }) {
    this.#megabytes = megabytes;
    this.#patience = patience;
  }

  /** What law the reading of these files breaks; undefined where it breaks none. */
  async fault(format: string, files: readonly FuzzFile[]): Promise<string | undefined> {
    if (this.#worker === undefined) {
      this.#worker = new Worker(new URL('./reader-worker.ts', import.meta.url), {
        execArgv: ['--disable-warning=ExperimentalWarning'],
        resourceLimits: { maxOldGenerationSizeMb: this.#megabytes },
      });
      const failed = await this.#answer(this.#worker, TO_START);
      if (failed !== undefined) throw new Error(`the readers cannot be loaded: ${failed}`);
    }
    const task: ReaderTask = { format, files };
    const answer = this.#answer(this.#worker, this.#patience);
    this.#worker.postMessage(task);
    return answer;
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }

  #answer(worker: Worker, patience: number): Promise<string | undefined> {
    return new Promise((resolve) => {
      const end = (fault: string | undefined): void => {
        clearTimeout(timer);
        worker.off('message', onMessage);
        worker.off('error', onError);
        resolve(fault);
      };
      const onMessage = (message: unknown): void => end(Answer.parse(message).fault);
      const onError = (error: unknown): void => {
        this.#worker = undefined;
        end(`the thread broke down: ${error instanceof Error ? error.message : error}`);
      };
      const timer = setTimeout(() => {
        this.#worker = undefined;
        void worker.terminate();
        end(`it took more than ${patience} ms`);
      }, patience);
      worker.on('message', onMessage);
      worker.on('error', onError);
    });
  }
}
