import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { About, KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { GraphDocument } from '../../model/graph-document.ts';

/** The open graph: the door to it, what it is, and the document for export. */
export interface Knowledge {
  readonly base: KnowledgeBase;
  readonly about: About;
  readonly graph: GraphDocument;
}

export const KnowledgeContext = createContext<Knowledge | undefined>(undefined);

export function useKnowledge(): Knowledge {
  const knowledge = useContext(KnowledgeContext);
  if (knowledge === undefined) throw new Error('useKnowledge stands outside a KnowledgeContext');
  return knowledge;
}

/** Asks the knowledge base; the answer is kept as long as the same graph is open. `key` must name all that is asked. */
export function useAnswer<T>(
  key: readonly unknown[],
  ask: (base: KnowledgeBase) => Promise<T>,
  enabled = true,
): UseQueryResult<T> {
  const { base, about } = useKnowledge();
  return useQuery({
    queryKey: [about.hash, about.weights, ...key],
    queryFn: () => ask(base),
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    placeholderData: keepPreviousData,
  });
}
