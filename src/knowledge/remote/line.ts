import { type AnswerPart, joinAnswer } from './answer-parts.ts';
import type { ToAnswerer, ToAsker } from './messages.ts';
import type { Port } from './port.ts';
import { receiveError } from './sent-error.ts';

export interface AskOptions {
  /** Withdraws the question: the promise rejects with its reason at once, and nobody works on the answer any longer. */
  readonly signal?: AbortSignal | undefined;
  /** Told how far the other end is. What it tells is not checked either. */
  onProgress?(progress: unknown): void;
}

interface Pending {
  resolve(answer: unknown): void;
  reject(error: unknown): void;
  readonly options: AskOptions;
  /** What has come of the answer. */
  readonly parts: AnswerPart[];
}

/** Every question that is open when a line closes, or is asked later, rejects with it. */
export class LineClosedError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'LineClosedError';
  }
}

/** The asking end of a channel, at whose other end stands `answerQuestions`. */
export class Line {
  readonly #port: Port;
  readonly #pending = new Map<number, Pending>();
  #next = 0;
  #closed: LineClosedError | undefined;

  constructor(port: Port) {
    this.#port = port;
    port.addEventListener('message', this.#receive);
    port.addEventListener('messageerror', this.#fail);
    port.start?.();
  }

  /**
   * Asks. `T` is what the other end answers with; both ends are of one build, so it is not checked. Rejects with the
   * error of the other end, the reason of the signal, a LineClosedError, or a DataCloneError where the question cannot
   * be cloned.
   */
  ask<T>(question: unknown, options: AskOptions = {}): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const { signal } = options;
      if (signal?.aborted) return reject(signal.reason);
      if (this.#closed !== undefined) return reject(this.#closed);
      const id = this.#next++;
      const withdraw = (): void => {
        this.#pending.delete(id);
        this.#send({ kind: 'withdrawn', id });
        reject(signal?.reason);
      };
      const settle = (): void => signal?.removeEventListener('abort', withdraw);
      this.#send({ kind: 'question', id, question });
      signal?.addEventListener('abort', withdraw, { once: true });
      this.#pending.set(id, {
        resolve(answer: T) {
          settle();
          resolve(answer);
        },
        reject(error) {
          settle();
          reject(error);
        },
        options,
        parts: [],
      });
    });
  }

  /** Stops listening. Open questions reject. The port itself is left to its owner. */
  close(why = new LineClosedError('This graph was closed.')): void {
    if (this.#closed !== undefined) return;
    this.#closed = why;
    this.#port.removeEventListener('message', this.#receive);
    this.#port.removeEventListener('messageerror', this.#fail);
    for (const { reject } of this.#pending.values()) reject(why);
    this.#pending.clear();
  }

  #send(message: ToAnswerer<unknown>): void {
    this.#port.postMessage(message, {});
  }

  readonly #receive = ({ data }: { readonly data: ToAsker }): void => {
    const pending = this.#pending.get(data.id);
    // Withdrawn while the answer was on its way.
    if (pending === undefined) return;
    if (data.kind === 'progress') {
      pending.options.onProgress?.(data.progress);
      return;
    }
    if (data.kind === 'part') {
      pending.parts.push(data.part);
      return;
    }
    this.#pending.delete(data.id);
    if (data.kind === 'answer') pending.resolve(joinAnswer({ answer: data.answer, parts: pending.parts }));
    else pending.reject(receiveError(data.error));
  };

  /** A message that cannot be read may have been the answer to any question: none can be waited for. */
  readonly #fail = (): void => this.close(new LineClosedError('An answer came that cannot be read.'));
}
