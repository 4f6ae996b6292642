import type { RelationId } from '../model/ids.ts';
import { byCodePoint } from '../model/order.ts';
import type { View } from './perspective.ts';

/** How two perspectives stand to each other on one relation (EVIDENCE E23), contradictions first. */
export const OUTCOMES = ['contradict', 'mixed', 'agree', 'both-deny', 'only-p', 'only-q'] as const;
/** "mixed": both speak of it, and one of them at least comes down on no side, as who said both on the same day. */
export type Outcome = (typeof OUTCOMES)[number];

export interface ComparedRelation {
  readonly id: RelationId;
  readonly outcome: Outcome;
  readonly p?: View;
  readonly q?: View;
  /** |P₁ − P₂| · (1 − u₁) · (1 − u₂), from 0 to below 1. */
  readonly conflict: number;
}

function outcomeOf(p: View | undefined, q: View | undefined): Outcome {
  if (p === undefined) return 'only-q';
  if (q === undefined) return 'only-p';
  if (p.leaning === 0 || q.leaning === 0) return 'mixed';
  if (p.leaning !== q.leaning) return 'contradict';
  return p.leaning === 1 ? 'agree' : 'both-deny';
}

/** E23: how far two opinions pull apart, as far as both are sure. */
export function conflict(p: View, q: View): number {
  // The two certainties are multiplied first, so that turning the two round gives the very same number.
  const sure = (1 - p.opinion.uncertainty) * (1 - q.opinion.uncertainty);
  return Math.abs(p.probability - q.probability) * sure;
}

/**
 * Where two perspectives agree, oppose each other, or only one speaks: contradictions first and those with the greatest
 * conflict first. Comparing a perspective with itself shows no difference.
 */
export function compare(
  p: ReadonlyMap<RelationId, View>,
  q: ReadonlyMap<RelationId, View>,
): readonly ComparedRelation[] {
  return [...new Set([...p.keys(), ...q.keys()])]
    .map((id): ComparedRelation => {
      const [a, b] = [p.get(id), q.get(id)];
      return {
        id,
        outcome: outcomeOf(a, b),
        ...(a === undefined ? {} : { p: a }),
        ...(b === undefined ? {} : { q: b }),
        conflict: a === undefined || b === undefined ? 0 : conflict(a, b),
      };
    })
    .toSorted(
      (a, b) =>
        OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome) || b.conflict - a.conflict || byCodePoint(a.id, b.id),
    );
}
