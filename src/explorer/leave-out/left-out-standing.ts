import type { StandingView, Without } from '../../knowledge/knowledge-base.ts';
import { listNames } from '../../knowledge/words.ts';
import { useView } from '../state/use-view.ts';
import { useWithout } from './use-without.ts';

type RelationChange = Without['changes'][number];
type FigureChange = Without['figures'][number];

/** What becomes of relations and figures without the voices that are left out. */
export interface LeftOut {
  /** Their names, as one list. */
  readonly names: string;
  /** Absent for a relation that loses no claim, and for one that only follows from others. */
  readonly relations: ReadonlyMap<string, RelationChange>;
  readonly figures: ReadonlyMap<string, FigureChange>;
}

/** An answer is looked through once, however many verdicts stand on the page. */
const known = new WeakMap<Without, LeftOut>();

function leftOutOf(answer: Without): LeftOut {
  const found = known.get(answer) ?? {
    names: listNames(answer.voices.map((voice) => voice.name)),
    relations: new Map(answer.changes.map((change) => [change.relation.id, change])),
    figures: new Map(answer.figures.map((figure) => [figure.id, figure])),
  };
  known.set(answer, found);
  return found;
}

/** Undefined while nobody is left out, and until it is reckoned. */
export function useLeftOut(): LeftOut | undefined {
  const { without } = useView();
  const { data, isPlaceholderData } = useWithout();
  // What was reckoned without others would be wrong here, not merely late.
  return without.length === 0 || data === undefined || isPlaceholderData ? undefined : leftOutOf(data);
}

/** Whether a verdict or one of its numbers is another one. */
export function isMoved({ before, after }: { before: StandingView; after: StandingView }): boolean {
  return before.verdict !== after.verdict || before.belief !== after.belief || before.disbelief !== after.disbelief;
}

/** What becomes of a figure: whether a value is left, and whether it is disputed. */
export function figureOutcome({ disputedBefore, disputedAfter, gone }: FigureChange): string {
  if (gone) return disputedBefore ? 'disputed → no value is left' : 'no value is left';
  if (disputedBefore === disputedAfter) return disputedBefore ? 'stays disputed' : 'other values are left';
  return disputedBefore ? 'disputed → no longer disputed' : 'not disputed → disputed';
}
