import type { UseQueryResult } from '@tanstack/react-query';
import type { TraceAnswer } from '../../knowledge/knowledge-base.ts';
import type { RelationId } from '../../model/ids.ts';
import { useAnswer } from '../data/use-knowledge.ts';
import { useView } from '../state/use-view.ts';
import { traceQuestion } from '../state/view.ts';

/** The answer to the trace that the view asks for. */
export function useTraceAnswer(enabled: boolean): UseQueryResult<TraceAnswer> {
  const question = traceQuestion(useView());
  return useAnswer(
    ['trace', question],
    (base) =>
      question === undefined
        ? Promise.reject(new Error('Two entities are wanted.'))
        : base.trace(question.from, question.to, question.options),
    enabled && question !== undefined,
  );
}

const NONE: readonly RelationId[] = [];

/** The relations of the chosen answer while the trace panel is open, for drawing. */
export function useTraced(): readonly RelationId[] {
  const view = useView();
  const wanted = view.panel === 'trace' && traceQuestion(view) !== undefined;
  const { data } = useTraceAnswer(wanted);
  if (!wanted) return NONE;
  return data?.traces[view.trace.chosen]?.hops.map((hop) => hop.relation.id) ?? NONE;
}
