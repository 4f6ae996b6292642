import type { Verdict } from '../evidence/verdict.ts';
import { type Claim, isNamed } from '../model/claim.ts';
import type { KindId } from '../model/ids.ts';
import type { ClaimFilter } from './knowledge-base.ts';

/** Stands for everybody unnamed among the ids of speakers. No id can hold `~`. */
export const UNNAMED = '~unnamed';

/** The key under which a claim's speaker can be filtered for: an entity id, or UNNAMED. */
export function speakerKey(claim: Claim): string {
  return isNamed(claim.speaker) ? claim.speaker : UNNAMED;
}

function allows<T>(list: readonly T[] | undefined, value: T): boolean {
  return list === undefined || list.includes(value);
}

/** Whether a single claim passes what a filter asks of claims. */
export function claimPasses(claim: Claim, filter: ClaimFilter): boolean {
  return (
    allows(filter.sources, claim.source) &&
    allows(filter.speakers, speakerKey(claim)) &&
    allows(filter.stances, claim.stance) &&
    allows(filter.types, claim.type)
  );
}

/** Whether what a claim is about passes what a filter asks of relations. */
export function topicPasses(verdict: Verdict | undefined, kinds: readonly KindId[], filter: ClaimFilter): boolean {
  const kindsPass = kinds.every((kind) => allows(filter.kinds, kind));
  return kindsPass && (filter.verdicts === undefined || (verdict !== undefined && filter.verdicts.includes(verdict)));
}
