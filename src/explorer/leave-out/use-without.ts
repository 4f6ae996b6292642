import type { UseQueryResult } from '@tanstack/react-query';
import type { Without } from '../../knowledge/knowledge-base.ts';
import { useAnswer } from '../data/use-knowledge.ts';
import { useView } from '../state/use-view.ts';
import { voicesOf } from '../state/view.ts';

/** What happens without the voices that the view leaves out. Nothing is asked while none is. */
export function useWithout(enabled = true): UseQueryResult<Without> {
  const { without } = useView();
  return useAnswer(['without', without], (base) => base.without(voicesOf(without)), enabled && without.length > 0);
}
