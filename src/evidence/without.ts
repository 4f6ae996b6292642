import type { Claim } from '../model/claim.ts';
import type { RelationId } from '../model/ids.ts';
import { byCodePoint } from '../model/order.ts';
import type { EvidenceTable, Standing } from './evidence-table.ts';
import { CHANGES, type Change, changeCode } from './fusion.ts';
import { opinionOf } from './opinion.ts';
import { UNKNOWN, VERDICT_CODES } from './relation-scale.ts';

/** What leaving some claims out does to one relation (EVIDENCE E21). */
export interface RelationChange {
  readonly id: RelationId;
  readonly change: Change;
  readonly before: Standing;
  readonly after: Standing;
  /** Claims that bear on it, and how many of them are left out. */
  readonly claims: number;
  readonly leftOut: number;
}

const NOTHING = { forTwice: 0, againstTwice: 0, verdict: UNKNOWN } as const;

const ORDER: readonly Change[] = ['collapses', 'weakens', 'rises', 'holds'];

/**
 * What each relation would amount to if some claims had not been made: those that collapse first, then those that
 * weaken, rise and hold; within each by how much belief they lose or win. Relations on which none of the claims bears
 * are not among them, unless the claims decided what excludes them. It costs what the claims left out and their
 * relations cost, not what the graph does.
 *
 * Who is one voice with whom stays as it is known from the whole graph: leaving a document out does not unlearn that
 * somebody speaks for an organisation.
 */
export function without(table: EvidenceTable, claims: ReadonlySet<Claim>): RelationChange[] {
  const changes: RelationChange[] = [];
  for (const { id, claims: bearing, leftOut, said, before, after } of table.leaveOut(claims)) {
    // What nobody speaks of any more has no evidence against it either, whatever would exclude it.
    const is = said ? after : NOTHING;
    const moves = is.forTwice !== before.forTwice || is.againstTwice !== before.againstTwice;
    if (leftOut === 0 && !(said && moves)) continue;
    changes.push({
      id,
      change: CHANGES[changeCode(before.verdict, is.verdict)] ?? 'holds',
      before: standingOf(before),
      after: standingOf(is),
      claims: bearing,
      leftOut,
    });
  }
  return changes.sort(
    (a, b) => ORDER.indexOf(a.change) - ORDER.indexOf(b.change) || moved(b) - moved(a) || byCodePoint(a.id, b.id),
  );
}

/** What one relation would amount to if some claims had not been made, as `without` has it. */
export function standingWithout(table: EvidenceTable, id: RelationId, claims: ReadonlySet<Claim>): Standing {
  const { said, after } = table.leaveOutOf(id, claims);
  return standingOf(said ? after : NOTHING);
}

function standingOf(sums: { forTwice: number; againstTwice: number; verdict: number }): Standing {
  return {
    verdict: VERDICT_CODES[sums.verdict] ?? 'unknown',
    opinion: opinionOf(sums.forTwice / 2, sums.againstTwice / 2),
  };
}

function moved({ before, after }: RelationChange): number {
  return Math.abs(before.opinion.belief - after.opinion.belief);
}
