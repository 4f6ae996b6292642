import type { WeightTable } from '../../evidence/weights.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import { answerQuestions } from './answer-questions.ts';
import { isInterruptible } from './interruptible.ts';
import type { Port } from './port.ts';

/** The methods that answer with plain data: all but `withWeights`, which answers with another base. */
export type Method = Exclude<keyof KnowledgeBase, 'withWeights'>;

/** What a `RemoteKnowledgeBase` asks. Bases are numbered by it; 0 is the one that the host was given. */
export type BaseQuestion =
  | { readonly kind: 'ask'; readonly base: number; readonly method: Method; readonly args: readonly unknown[] }
  | { readonly kind: 'weigh'; readonly base: number; readonly table: WeightTable; readonly as: number }
  | { readonly kind: 'release'; readonly base: number };

/**
 * Lets a `RemoteKnowledgeBase` at the other end of a channel ask a knowledge base, and the ones made from it with other
 * weights. A base is kept until it is released, or hosting ends. A question that was asked before a release is answered
 * after it.
 *
 * @returns ends hosting.
 */
export function hostKnowledgeBase(port: Port, base: KnowledgeBase): () => void {
  const bases = new Map<number, Promise<KnowledgeBase>>([[0, Promise.resolve(base)]]);
  const find = (number: number): Promise<KnowledgeBase> =>
    bases.get(number) ?? Promise.reject(new RangeError(`Knowledge base ${number} was closed.`));

  const weigh = async (question: Extract<BaseQuestion, { kind: 'weigh' }>): Promise<void> => {
    const made = find(question.base).then((from) => from.withWeights(question.table));
    // Kept before it is made, so that a release that comes meanwhile finds it.
    bases.set(question.as, made);
    try {
      await made;
    } catch (error) {
      bases.delete(question.as);
      throw error;
    }
  };

  return answerQuestions<BaseQuestion>(port, async (question, asked) => {
    switch (question.kind) {
      case 'ask': {
        const found = await find(question.base);
        const asking = isInterruptible(found) ? found.until(asked.signal) : found;
        return Reflect.apply(asking[question.method], asking, question.args);
      }
      case 'weigh':
        return weigh(question);
      case 'release':
        bases.delete(question.base);
        return undefined;
    }
  });
}
