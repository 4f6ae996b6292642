import { DEFAULT_WEIGHTS } from '../../evidence/weights.ts';
import { useAnswer, useKnowledge } from '../data/use-knowledge.ts';
import type { Shift } from '../leave-out/transitions.ts';
import { useWeights } from './use-weights.ts';

interface MovedAnswer {
  /** Undefined while the graph is weighed anew. */
  readonly moved: readonly Shift[] | undefined;
  readonly error: Error | null;
}

/**
 * Which verdicts the numbers of the view move against the default table. The open graph is weighed by the view's
 * numbers already, so it is asked what the default would move, and the answer is turned round.
 */
export function useMoved(): MovedAnswer {
  const { about } = useKnowledge();
  const { version, isChanged } = useWeights();
  const current = about.weights === version;
  const { data, error, isPlaceholderData } = useAnswer(
    ['moved'],
    async (base) =>
      (await base.movedBy(DEFAULT_WEIGHTS)).map(({ relation, before, after }): Shift => {
        return { relation, before: after, after: before };
      }),
    isChanged && current,
  );
  if (!isChanged) return { moved: [], error: null };
  return { moved: current && !isPlaceholderData ? data : undefined, error };
}
