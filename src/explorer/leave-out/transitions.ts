import type { Verdict } from '../../evidence/verdict.ts';
import type { RelationSummary, StandingView } from '../../knowledge/knowledge-base.ts';
import { VERDICT_ORDER } from '../../knowledge/words.ts';
import { groupBy } from '../../model/group-by.ts';

/** A relation as it stands before and after something is changed. */
export interface Shift {
  readonly relation: RelationSummary;
  readonly before: StandingView;
  readonly after: StandingView;
  /** How many of its claims are left out, where that is what changes it. */
  readonly leftOut?: number;
}

/** Relations that go from the same verdict to the same verdict. */
export interface Transition<S extends Shift> {
  readonly before: Verdict;
  readonly after: Verdict;
  readonly shifts: readonly S[];
}

/** Puts together what goes the same way, from the strongest verdict down; within each the order is kept. */
export function transitionsOf<S extends Shift>(shifts: readonly S[]): Transition<S>[] {
  const ways = groupBy(shifts, ({ before, after }) => `${before.verdict} ${after.verdict}`);
  return [...ways.values()]
    .flatMap((group) => {
      const [first] = group;
      return first === undefined ? [] : [{ before: first.before.verdict, after: first.after.verdict, shifts: group }];
    })
    .toSorted((a, b) => rank(a.before) - rank(b.before) || rank(a.after) - rank(b.after));
}

function rank(verdict: Verdict): number {
  return VERDICT_ORDER.indexOf(verdict);
}
