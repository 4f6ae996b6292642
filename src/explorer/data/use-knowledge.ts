import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { About, KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { Match } from '../../knowledge/merge-graphs.ts';
import type { RemoteKnowledgeBase } from '../../knowledge/remote/remote-knowledge-base.ts';
import type { EntityId } from '../../model/ids.ts';
import type { JudgedGraph } from './graph-worker.ts';
import type { Pair } from './join-readings.ts';
import type { MatchedTexts } from './match-texts.ts';
import type { MergedView } from './merged-view.ts';

/** The open graph: the door to it, what it is, and how documents find their place in it. */
export interface Knowledge {
  readonly base: RemoteKnowledgeBase;
  readonly about: About;
  /** Matches files, or the documents that the server has, to the sources. Rejects where one cannot be read. */
  readonly matchDocuments: (documents: 'served' | readonly File[], signal?: AbortSignal) => Promise<MatchedTexts>;
  /** The whole of it as a graph document. */
  readonly document: (signal?: AbortSignal) => Promise<Blob>;
  /** What was merged into what. */
  readonly merged: (signal?: AbortSignal) => Promise<MergedView>;
  /** The graph document with an entity apart again that was merged into another; the open graph is left as it is. */
  readonly separate: (taken: EntityId, signal?: AbortSignal) => Promise<Blob>;
  /** Two entities of it, and why they may be the same. */
  readonly pair: (a: EntityId, b: EntityId, signal?: AbortSignal) => Promise<Pair>;
  /** The graph document in which two of its entities are the same, or not; the open graph is left as it is. */
  readonly judge: (a: EntityId, b: EntityId, decision: Match['decision'], signal?: AbortSignal) => Promise<JudgedGraph>;
}

export const KnowledgeContext = createContext<Knowledge | undefined>(undefined);

export function useKnowledge(): Knowledge {
  const knowledge = useContext(KnowledgeContext);
  if (knowledge === undefined) throw new Error('useKnowledge stands outside a KnowledgeContext');
  return knowledge;
}

/**
 * Asks the knowledge base; the answer is kept as long as the same graph is open. `key` must name all that is asked. A
 * question is withdrawn when nothing on the page wants its answer any longer.
 */
export function useAnswer<T>(
  key: readonly unknown[],
  ask: (base: KnowledgeBase) => Promise<T>,
  enabled = true,
): UseQueryResult<T> {
  const { base, about } = useKnowledge();
  return useQuery({
    queryKey: [about.hash, about.weights, ...key],
    queryFn: ({ signal }) => ask(base.until(signal)),
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    placeholderData: keepPreviousData,
  });
}
