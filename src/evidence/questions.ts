import type { EntityId, RelationId, TypeId } from '../model/ids.ts';
import type { RollUp } from './roll-up.ts';

/** A relation, as an answer. */
interface Answer {
  readonly id: RelationId;
  readonly subject: EntityId;
  readonly type: TypeId;
  readonly object?: EntityId;
}

/** A question that has one answer: "who founded y?". Two relations with the same ends are one answer to it. */
interface Question {
  /** All relations that answer it, whatever is said of them. */
  readonly relations: Set<RelationId>;
  /** How many claims assert a relation, for those that any asserts. */
  readonly asserted: Map<RelationId, number>;
  /** The same by answer, which is a pair of ends. */
  readonly answers: Map<string, number>;
}

const NONE: ReadonlySet<RelationId> = new Set();

/** The questions that single-valued types ask, with their answers (EVIDENCE E14). Kept up to date by each edit. */
export class Questions {
  readonly #rollUp: RollUp;
  readonly #byKey = new Map<string, Question>();

  constructor(rollUp: RollUp) {
    this.#rollUp = rollUp;
  }

  /** The question that a relation answers: its single-valued type, or the one that it inherits that from, and the end. */
  keyOf({ subject, type, object }: Omit<Answer, 'id'>): string | undefined {
    const single = this.#rollUp.inherited(type, 'singleValued');
    if (single === undefined || object === undefined) return undefined;
    return `${single.type}~${single.value}~${single.value === 'object' ? object : subject}`;
  }

  /** Takes a relation among those that answer its question. */
  place(answer: Answer): void {
    this.#questionOf(answer)?.relations.add(answer.id);
  }

  /** Counts one more, or one less, claim that asserts a relation between two ends. */
  count(answer: Answer, ends: string, by: 1 | -1): void {
    const question = this.#questionOf(answer);
    if (question === undefined) return;
    tally(question.asserted, answer.id, by);
    tally(question.answers, ends, by);
  }

  relations(key: string): ReadonlySet<RelationId> {
    return this.#byKey.get(key)?.relations ?? NONE;
  }

  /** Those of a question's relations that any claim asserts. */
  asserted(key: string): Iterable<RelationId> {
    return this.#byKey.get(key)?.asserted.keys() ?? NONE;
  }

  /** How many different answers are asserted; one that is only denied or doubted is none. */
  answerCount(key: string): number {
    return this.#byKey.get(key)?.answers.size ?? 0;
  }

  /** How many claims assert one answer. */
  assertions(key: string, ends: string): number {
    return this.#byKey.get(key)?.answers.get(ends) ?? 0;
  }

  #questionOf(answer: Answer): Question | undefined {
    const key = this.keyOf(answer);
    if (key === undefined) return undefined;
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const made: Question = { relations: new Set(), asserted: new Map(), answers: new Map() };
    this.#byKey.set(key, made);
    return made;
  }
}

function tally<K>(counts: Map<K, number>, key: K, by: 1 | -1): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}
