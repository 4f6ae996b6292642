import type { WeightTable } from '../../evidence/weights.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import type { BaseQuestion, Method } from './host-knowledge-base.ts';
import type { InterruptibleKnowledgeBase } from './interruptible.ts';
import { type Line, LineClosedError } from './line.ts';

type Asking<M extends Method> = (
  ...args: Parameters<KnowledgeBase[M]>
) => Promise<Awaited<ReturnType<KnowledgeBase[M]>>>;

/** What the bases of one host have in common. */
interface Shared {
  readonly line: Line;
  /** The number of the next base that is made. */
  next: number;
}

/**
 * A knowledge base at the other end of a channel, where `hostKnowledgeBase` stands: in a web worker, for one.
 *
 * What is asked and answered is cloned. Errors keep class, message and candidates. Beside what the contract says, a
 * question rejects with a LineClosedError when the line is closed, and with a RangeError when this base was.
 */
export class RemoteKnowledgeBase implements InterruptibleKnowledgeBase {
  // The compiler holds this list complete: a method of the contract that is missing is an error of `implements`.
  readonly about = this.#asks('about');
  readonly stats = this.#asks('stats');
  readonly search = this.#asks('search');
  readonly find = this.#asks('find');
  readonly entity = this.#asks('entity');
  readonly relation = this.#asks('relation');
  readonly claim = this.#asks('claim');
  readonly source = this.#asks('source');
  readonly claims = this.#asks('claims');
  readonly disputes = this.#asks('disputes');
  readonly opponents = this.#asks('opponents');
  readonly matrix = this.#asks('matrix');
  readonly figures = this.#asks('figures');
  readonly figure = this.#asks('figure');
  readonly voices = this.#asks('voices');
  readonly perspective = this.#asks('perspective');
  readonly compare = this.#asks('compare');
  readonly without = this.#asks('without');
  readonly bearers = this.#asks('bearers');
  readonly movedBy = this.#asks('movedBy');
  readonly picture = this.#asks('picture');
  readonly trace = this.#asks('trace');
  readonly connect = this.#asks('connect');
  readonly expand = this.#asks('expand');
  readonly common = this.#asks('common');
  readonly subgraph = this.#asks('subgraph');

  readonly #shared: Shared;
  readonly #number: number;
  readonly #signal: AbortSignal | undefined;

  private constructor(shared: Shared, number: number, signal?: AbortSignal) {
    this.#shared = shared;
    this.#number = number;
    this.#signal = signal;
  }

  /** The base that the host at the other end of the line was given. A line carries one host's bases only. */
  static at(line: Line): RemoteKnowledgeBase {
    return new RemoteKnowledgeBase({ line, next: 1 }, 0);
  }

  until(signal: AbortSignal): RemoteKnowledgeBase {
    return new RemoteKnowledgeBase(this.#shared, this.#number, signal);
  }

  /** Another base beside this one. It is kept by the host until it is closed: close it when it is no longer asked. */
  async withWeights(table: WeightTable): Promise<RemoteKnowledgeBase> {
    const as = this.#shared.next++;
    const made = new RemoteKnowledgeBase(this.#shared, as);
    try {
      await this.#ask<void>({ kind: 'weigh', base: this.#number, table, as });
    } catch (error) {
      // Withdrawn, it may have been made all the same.
      if (this.#signal?.aborted) void made.close();
      throw error;
    }
    return made;
  }

  /** Lets the host forget this base. What was asked before is still answered. */
  async close(): Promise<void> {
    const question: BaseQuestion = { kind: 'release', base: this.#number };
    try {
      await this.#shared.line.ask<void>(question);
    } catch (error) {
      // With the line all bases are gone.
      if (!(error instanceof LineClosedError)) throw error;
    }
  }

  #asks<M extends Method>(method: M): Asking<M> {
    return (...args) => this.#ask({ kind: 'ask', base: this.#number, method, args });
  }

  #ask<T>(question: BaseQuestion): Promise<T> {
    return this.#shared.line.ask<T>(question, { signal: this.#signal });
  }
}
