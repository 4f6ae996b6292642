import { cutAnswer } from './answer-parts.ts';
import type { ToAnswerer, ToAsker } from './messages.ts';
import type { Port } from './port.ts';
import { sendError } from './sent-error.ts';
import { TaskTurns } from './task-turns.ts';

export interface Asked {
  /** Aborts when the asking end withdraws the question. */
  readonly signal: AbortSignal;
  /** Tells the asking end how far the answer is. */
  tell(progress: unknown): void;
}

/** An answer of which parts are handed over instead of cloned: ports, and the memory of typed arrays. */
export class Handover {
  readonly answer: unknown;
  readonly parts: readonly Transferable[];
  constructor(answer: unknown, parts: readonly Transferable[]) {
    this.answer = answer;
    this.parts = parts;
  }
}

/**
 * Answers the questions of a `Line` in the order in which they come. `answer` may throw or reject.
 *
 * Each question is begun in a task of its own, after the messages that have come meanwhile were read: those that were
 * withdrawn while another was worked on are dropped and cost nothing. One that is being answered sees it by the signal
 * of `Asked`, if it lets messages in, as a search in slices does; the next question is begun while it waits.
 *
 * @returns stops answering: nothing that is still open will be answered, and its signal aborts.
 */
export function answerQuestions<Question>(
  port: Port,
  answer: (question: Question, asked: Asked) => unknown,
): () => void {
  /** Questions that are not begun, in order of their coming. */
  const waiting = new Map<number, Question>();
  const begun = new Map<number, AbortController>();

  const send = (message: ToAsker, parts: readonly Transferable[] = []): void =>
    port.postMessage(message, { transfer: [...parts] });

  const work = async (id: number, question: Question): Promise<void> => {
    const withdrawal = new AbortController();
    const { signal } = withdrawal;
    begun.set(id, withdrawal);
    const asked: Asked = {
      signal,
      tell(progress) {
        if (!signal.aborted) send({ kind: 'progress', id, progress });
      },
    };
    try {
      const given = await answer(question, asked);
      if (signal.aborted) return;
      if (given instanceof Handover) return send({ kind: 'answer', id, answer: given.answer }, given.parts);
      const { answer: shell, parts } = cutAnswer(given);
      for (const part of parts) send({ kind: 'part', id, part });
      send({ kind: 'answer', id, answer: shell });
    } catch (error) {
      // Also where an answer cannot be cloned: the asking end must not wait for ever.
      if (!signal.aborted) send({ kind: 'error', id, error: sendError(error) });
    } finally {
      begun.delete(id);
    }
  };

  const turns = new TaskTurns(() => {
    const [next] = waiting;
    // Withdrawn in the meantime.
    if (next === undefined) return;
    waiting.delete(next[0]);
    void work(...next);
  });

  const receive = ({ data }: { readonly data: ToAnswerer<Question> }): void => {
    if (data.kind === 'question') {
      waiting.set(data.id, data.question);
      turns.take();
    } else if (!waiting.delete(data.id)) begun.get(data.id)?.abort();
  };

  port.addEventListener('message', receive);
  port.start?.();
  return () => {
    port.removeEventListener('message', receive);
    turns.close();
    waiting.clear();
    for (const withdrawal of begun.values()) withdrawal.abort();
  };
}
