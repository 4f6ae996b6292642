import type { Voice } from '../../evidence/voices.ts';
import type { Comparison, Perspective } from '../../knowledge/knowledge-base.ts';
import { useAnswer } from '../data/use-knowledge.ts';
import { useView } from '../state/use-view.ts';
import { type View, voicesOf } from '../state/view.ts';

/** What is asked: one telling, or two side by side. */
export interface Asked {
  readonly p: readonly Voice[];
  readonly q: readonly Voice[];
}

/** Whose tellings a view asks for. A second side that stands alone is a telling like any other. */
export function askedOf({ compare }: View): Asked | undefined {
  const [p, q] = [voicesOf(compare.p), voicesOf(compare.q)];
  if (p.length > 0) return { p, q };
  return q.length > 0 ? { p: q, q: [] } : undefined;
}

export type Tellings =
  | { readonly state: 'none' }
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: Error }
  | { readonly state: 'one'; readonly perspective: Perspective; readonly late: boolean }
  | { readonly state: 'two'; readonly comparison: Comparison; readonly late: boolean };

/** The tellings that the view asks for. `late`: those asked for before, shown until the new ones are there. */
export function useTellings(): Tellings {
  const view = useView();
  const asked = askedOf(view);
  const { p, q } = asked ?? { p: [], q: [] };
  const both = p.length > 0 && q.length > 0;
  const alone = p.length > 0 && !both;
  const one = useAnswer(['perspective', p], (base) => base.perspective(p), alone);
  const two = useAnswer(['compare', p, q], (base) => base.compare(p, q), both);
  if (asked === undefined) return { state: 'none' };
  const { error } = both ? two : one;
  if (error !== null) return { state: 'failed', error };
  if (both && two.data !== undefined) return { state: 'two', comparison: two.data, late: two.isPlaceholderData };
  if (alone && one.data !== undefined) return { state: 'one', perspective: one.data, late: one.isPlaceholderData };
  return { state: 'loading' };
}
