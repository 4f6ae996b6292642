import type { Trace } from '../../../knowledge/trace-answers.ts';
import type { OverlayLine } from '../../stage/overlay.ts';

/** How two traces are drawn together: told apart by thickness and strokes as well as by colour. */
export const COMPARE_LINES: Readonly<Record<'both' | 'first' | 'second', OverlayLine>> = {
  both: { colour: { light: '#1F2328', dark: '#E8EAED' }, verdict: 'corroborated', size: 5 },
  first: { colour: { light: '#0072B2', dark: '#56B4E9' }, verdict: 'single-source', size: 2.6 },
  second: { colour: { light: '#8E3B8A', dark: '#D59AD0' }, verdict: 'unknown', size: 3.6 },
};

/** The hops of two traces: those of both, and those of either alone, each in the order of its trace. */
export interface ComparedTraces {
  readonly both: Trace['hops'];
  readonly first: Trace['hops'];
  readonly second: Trace['hops'];
}

/** Sets two traces side by side. A relation is the same hop whichever way it is walked. */
export function compareTraces(first: Pick<Trace, 'hops'>, second: Pick<Trace, 'hops'>): ComparedTraces {
  const inFirst = new Set(first.hops.map(({ relation }) => relation.id));
  const inSecond = new Set(second.hops.map(({ relation }) => relation.id));
  return {
    both: first.hops.filter(({ relation }) => inSecond.has(relation.id)),
    first: first.hops.filter(({ relation }) => !inSecond.has(relation.id)),
    second: second.hops.filter(({ relation }) => !inFirst.has(relation.id)),
  };
}
