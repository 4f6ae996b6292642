import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { changedWeights } from '../../evidence/weight-changes.ts';
import { useView } from '../state/use-view.ts';
import { KnowledgeContext, useKnowledge } from './use-knowledge.ts';

/** Gives what stands within it the open graph as it is weighed by the numbers that the view holds. */
export function WeighedKnowledge({ children }: { children: ReactNode }) {
  const opened = useKnowledge();
  const { weights } = useView();
  const table = changedWeights(weights);
  const { data = opened } = useQuery({
    queryKey: [opened.about.hash, 'weighed', table.version],
    queryFn: async () => {
      if (table.version === opened.about.weights) return opened;
      const base = await opened.base.withWeights(table);
      return { ...opened, base, about: await base.about() };
    },
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
  return <KnowledgeContext.Provider value={data}>{children}</KnowledgeContext.Provider>;
}
