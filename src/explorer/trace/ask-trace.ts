import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { CommonAnswer, ConnectAnswer, ExpandAnswer, TraceAnswer } from '../../knowledge/trace-answers.ts';
import type { EntityId } from '../../model/ids.ts';
import type { TraceQuestion } from '../state/trace-view.ts';

/** What the knowledge base said, by what it was asked. */
export type Answered =
  | { readonly kind: 'near'; readonly answer: ExpandAnswer }
  | { readonly kind: 'trace'; readonly answer: TraceAnswer }
  | { readonly kind: 'connect'; readonly answer: ConnectAnswer }
  | { readonly kind: 'common'; readonly answer: CommonAnswer };

/** One entity where there is one; a group otherwise. */
function ends(ids: readonly EntityId[]): EntityId | readonly EntityId[] {
  const [first, ...rest] = ids;
  return first !== undefined && rest.length === 0 ? first : ids;
}

/** Puts a question of the trace builder to the knowledge base. */
export async function askTrace(base: KnowledgeBase, question: TraceQuestion): Promise<Answered> {
  switch (question.kind) {
    case 'near':
      return { kind: 'near', answer: await base.expand(question.of, question.options) };
    case 'trace': {
      const { from, to, options } = question;
      return { kind: 'trace', answer: await base.trace(ends(from), ends(to), options) };
    }
    case 'connect':
      return { kind: 'connect', answer: await base.connect(question.entities, question.options) };
    case 'common':
      return { kind: 'common', answer: await base.common(question.entities, question.options) };
  }
}
