import type { InterestKind } from '../evidence/interest.ts';
import type { Verdict } from '../evidence/verdict.ts';
import { speakerKey } from '../evidence/voices.ts';
import type { Claim } from '../model/claim.ts';
import type { KindId } from '../model/ids.ts';
import type { ClaimFilter } from './knowledge-base.ts';

function allows<T>(list: readonly T[] | undefined, value: T): boolean {
  return list === undefined || list.includes(value);
}

/** Whether a single claim passes what a filter asks of claims. */
export function claimPasses(claim: Claim, filter: ClaimFilter, interestOf: (claim: Claim) => InterestKind): boolean {
  return (
    allows(filter.sources, claim.source) &&
    allows(filter.speakers, speakerKey(claim)) &&
    allows(filter.stances, claim.stance) &&
    allows(filter.types, claim.type) &&
    (filter.interests === undefined || filter.interests.includes(interestOf(claim)))
  );
}

/** Whether what a claim is about passes what a filter asks of relations. */
export function topicPasses(verdict: Verdict | undefined, kinds: readonly KindId[], filter: ClaimFilter): boolean {
  const kindsPass = kinds.every((kind) => allows(filter.kinds, kind));
  return kindsPass && (filter.verdicts === undefined || (verdict !== undefined && filter.verdicts.includes(verdict)));
}
