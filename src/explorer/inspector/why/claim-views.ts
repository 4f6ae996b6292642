import type { BearingView, ClaimView, RelationView } from '../../../knowledge/knowledge-base.ts';
import type { ClaimId } from '../../../model/ids.ts';

/** A claim with its names, and what it was made on where that is another relation. */
export interface NamedClaim {
  readonly view: ClaimView;
  readonly elsewhere?: BearingView;
}

/** Every claim that bears on a relation, by id. */
export function namedClaims({ ledger, elsewhere }: RelationView): ReadonlyMap<ClaimId, NamedClaim> {
  return new Map<ClaimId, NamedClaim>([
    ...ledger.map((view) => [view.claim.id, { view }] as const),
    ...elsewhere.map((bearing) => [bearing.view.claim.id, { view: bearing.view, elsewhere: bearing }] as const),
  ]);
}
