import { notifications } from '@mantine/notifications';
import { type ReactNode, useEffect, useState } from 'react';
import { changedWeights } from '../../evidence/weight-changes.ts';
import type { WeightTable } from '../../evidence/weights.ts';
import { useView } from '../state/use-view.ts';
import { type Knowledge, KnowledgeContext, useKnowledge } from './use-knowledge.ts';

/** Gives what stands within it the open graph as it is weighed by the numbers that the view holds. */
export function WeighedKnowledge({ children }: { children: ReactNode }) {
  return <KnowledgeContext.Provider value={useWeighed(useTable())}>{children}</KnowledgeContext.Provider>;
}

/** The table of the view; the same object as long as its numbers are the same. */
function useTable(): WeightTable {
  const { weights } = useView();
  const wanted = changedWeights(weights);
  const [table, setTable] = useState(wanted);
  if (table.version === wanted.version) return table;
  setTable(wanted);
  return wanted;
}

/**
 * The open graph weighed by a table, and until it is, as it was weighed before. The worker keeps one base beside the one
 * that was opened: a base is closed when the next has taken its place, and one that is no longer wanted while it is
 * made is withdrawn, so that a run of changes costs little more than its last one.
 */
function useWeighed(table: WeightTable): Knowledge {
  const opened = useKnowledge();
  const [weighed, setWeighed] = useState<Knowledge>();
  useEffect(() => {
    if (table.version === opened.about.weights) {
      setWeighed(undefined);
      return undefined;
    }
    const abort = new AbortController();
    weigh(opened, table, abort.signal).then(setWeighed, (error: unknown) => {
      if (abort.signal.aborted) return;
      setWeighed(undefined);
      notifications.show({
        title: 'The graph could not be weighed by these numbers',
        message: error instanceof Error ? error.message : String(error),
        color: 'orange',
        autoClose: 10_000,
      });
    });
    return () => abort.abort();
  }, [opened, table]);
  useEffect(() => (weighed === undefined ? undefined : () => void weighed.base.close()), [weighed]);
  return weighed ?? opened;
}

async function weigh(opened: Knowledge, table: WeightTable, signal: AbortSignal): Promise<Knowledge> {
  const base = await opened.base.until(signal).withWeights(table);
  try {
    const about = await base.until(signal).about();
    // The last moment to withdraw: from here on whoever asked has it.
    signal.throwIfAborted();
    return { ...opened, base, about };
  } catch (error) {
    void base.close();
    throw error;
  }
}
