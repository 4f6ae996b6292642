import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { RelationId } from '../../model/ids.ts';
import { useKnowledge } from '../data/use-knowledge.ts';
import { type TraceQuestion, traceQuestion } from '../state/trace-view.ts';
import { useView } from '../state/use-view.ts';
import { type Answered, askTrace } from './ask-trace.ts';
import { drawnRelations, hopsOf, type TracesAtHand, tracesAtHand } from './drawn-relations.ts';
import { usePointed } from './pointed.ts';

export interface TraceState {
  /** What is asked; undefined while there is no question yet. */
  readonly question: TraceQuestion | undefined;
  readonly answered: Answered | undefined;
  /** `answered` belongs to the question before, and is shown until this one is answered. */
  readonly stale: boolean;
  readonly error: Error | null;
  readonly asking: boolean;
  /** Somebody stopped the search before it was done. */
  readonly stopped: boolean;
  readonly stop: () => void;
  readonly again: () => void;
}

/** The answer to what the trace builder asks; the same for all who ask, and asked once. */
export function useTraceAnswer(enabled = true): TraceState {
  const { base, about } = useKnowledge();
  const client = useQueryClient();
  const question = traceQuestion(useView().trace);
  const queryKey = [about.hash, about.weights, 'trace', question];
  const wanted = enabled && question !== undefined;
  const query = useQuery<Answered>({
    queryKey,
    queryFn: ({ signal }) =>
      question === undefined ? Promise.reject(new Error('Nothing is asked.')) : askTrace(base.until(signal), question),
    enabled: wanted,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    placeholderData: keepPreviousData,
  });
  const asking = wanted && query.fetchStatus === 'fetching';
  return {
    question,
    answered: wanted ? query.data : undefined,
    stale: query.isPlaceholderData,
    error: wanted ? query.error : null,
    asking,
    stopped: wanted && query.fetchStatus === 'idle' && (query.status === 'pending' || query.isPlaceholderData),
    stop: () => void client.cancelQueries({ queryKey, exact: true }),
    again: () => void query.refetch(),
  };
}

const NONE: readonly RelationId[] = [];

/** The relations of the chosen answer while the trace panel is open, for drawing. */
export function useTraced(): readonly RelationId[] {
  const { panel, trace } = useView();
  const { answered } = useTraceAnswer(panel === 'trace');
  return useMemo(() => (answered === undefined ? NONE : drawnRelations(answered, trace)), [answered, trace]);
}

/** All traces of the answer while the trace panel is open; undefined where there are not several. */
export function useTracesAtHand(): TracesAtHand | undefined {
  const { panel, trace } = useView();
  const { answered } = useTraceAnswer(panel === 'trace');
  return useMemo(() => (answered === undefined ? undefined : tracesAtHand(answered, trace)), [answered, trace]);
}

/** The relation that is pointed at in a list, and the hop that somebody has stepped to. */
export function useLookedAt(): { readonly pointed: string | undefined; readonly hop: string | undefined } {
  const { panel, trace } = useView();
  const { answered } = useTraceAnswer(panel === 'trace');
  const hop = trace.hop === undefined ? undefined : hopsOf(answered, trace)[trace.hop];
  return { pointed: usePointed(), hop: hop?.relation.id };
}
