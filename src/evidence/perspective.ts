import type { Claim } from '../model/claim.ts';
import type { RelationId } from '../model/ids.ts';
import { byCodePoint } from '../model/order.ts';
import { ClaimIndex } from './claim-index.ts';
import type { EvidenceTable } from './evidence-table.ts';
import { type Evidence, explain } from './fuse.ts';
import { Fusion } from './fusion.ts';
import type { Opinion } from './opinion.ts';
import { DEFAULT_WEIGHTS, type Weighing } from './weights.ts';

/**
 * How somebody stands to a relation (EVIDENCE E22), from their own words alone. Beside the rule's five there are two
 * more: "excludes" for who asserts something that it cannot hold beside, which is no denial; and "divided" where a
 * group's voices oppose each other, which is not the same as one voice that changed.
 */
export const POSITIONS = ['asserts', 'denies', 'doubts', 'excludes', 'changed', 'divided'] as const;
export type Position = (typeof POSITIONS)[number] | 'silent';

/** What somebody says of one relation. */
export interface View {
  readonly position: Exclude<Position, 'silent'>;
  /** Which side their word comes down on: 1 for, −1 against, 0 neither. */
  readonly leaning: -1 | 0 | 1;
  readonly opinion: Opinion;
  readonly probability: number;
}

function viewOf(evidence: Evidence): View {
  const { forUnits: F, againstUnits: A } = evidence;
  const changed = evidence.origins.some((origin) => origin.changed);
  const denies = evidence.explicitDenial ? 'denies' : evidence.byExclusion ? 'excludes' : 'doubts';
  return {
    position: changed ? 'changed' : A === 0 ? 'asserts' : F === 0 ? denies : 'divided',
    leaning: F > A ? 1 : F < A ? -1 : 0,
    opinion: evidence.opinion,
    probability: evidence.probability,
  };
}

/**
 * The graph as the claims of one voice, or of several, tell it: every relation on which any of them bears, by its id.
 * Who denies the broader denies each narrower one that somebody else asserts. Who is not in it is silent, which is not
 * doubt. Grades are left aside (each word weighs as one of grade C, and what a coder set is ignored), hedges are kept.
 */
export function perspective(
  claims: ReadonlySet<Claim>,
  table: EvidenceTable,
  weighing: Weighing,
): ReadonlyMap<RelationId, View> {
  const told = [...table.touchedBy(claims)].toSorted(byCodePoint).flatMap((id) => {
    const bearing = table.bearing(id).filter(({ claim }) => claims.has(claim));
    return bearing.length === 0 || table.get(id) === undefined ? [] : [{ id, bearing }];
  });
  const index = new ClaimIndex({ ...weighing, asTold: true });
  const weights = weighing.table ?? DEFAULT_WEIGHTS;
  const fusion = new Fusion(index.columns(told.map(({ bearing }) => bearing)), weights);
  return new Map(told.map(({ id, bearing }, i) => [id, viewOf(explain(fusion, i, bearing, index, weights))]));
}
