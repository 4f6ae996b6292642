import type { FigureReason } from '../../evidence/figures.ts';
import type { Counting } from '../../evidence/fuse.ts';
import type { ClaimWeight } from '../../evidence/weights.ts';
import { factorsOf } from '../../knowledge/arithmetic.ts';
import { factorText } from '../../knowledge/arithmetic-words.ts';
import { dateText } from '../../knowledge/date-words.ts';
import type { ClaimView, InterestView } from '../../knowledge/knowledge-base.ts';
import {
  COUNTING_WORDS,
  FIGURE_REASON_WORDS,
  INTEREST_WORDS,
  listNames,
  percent,
  STANCE_WORDS,
} from '../../knowledge/words.ts';
import type { Claim } from '../../model/claim.ts';
import { CREDIBILITY_WORDS, RELIABILITY_WORDS } from '../../model/grades.ts';
import type { RelationId } from '../../model/ids.ts';
import type { Citations } from './citations.ts';
import type { LedgerRow } from './dossier.ts';

/** Names beyond which a list in a sentence is cut: a dossier is to be complete, a sentence to be read. */
export const MOST_NAMES = 12;

/**
 * "speaks of an adversary: India (since A opposes India: corroborated, denied by A)": in whose interest a word may be, and by which
 * relations, each with its verdict, since these are claims as well (E15).
 */
export function interestText({ kind, of, because }: InterestView, { verdictOf }: Pick<Clerk, 'verdictOf'>): string {
  const whom = of === undefined ? '' : `: ${of.name}`;
  const since =
    because.length === 0
      ? ''
      : ` (since ${because.map(({ id, proposition }) => `${proposition}: ${verdictOf(id)}`).join('; ')})`;
  return `${INTEREST_WORDS[kind]}${whom}${since}`;
}

/** What the writer of a ledger has at hand. */
export interface Clerk {
  readonly citations: Citations;
  view(claim: Claim): ClaimView;
  /** The label of the origin that a claim counts with. */
  originOf(claim: Claim): string;
  /** The verdict of a relation, with every denial. */
  verdictOf(relation: RelationId): string;
}

/** How one claim entered the sums of what it is told under. */
interface Entered {
  readonly claim: Claim;
  readonly weight: ClaimWeight;
  readonly confidence: number;
  readonly counting: Counting | FigureReason;
  readonly counted: boolean;
  readonly bearing?: string;
}

function isCounting(word: Counting | FigureReason): word is Counting {
  return Object.hasOwn(COUNTING_WORDS, word);
}

/** A claim as a row of a ledger. */
export function ledgerRow(entered: Entered, clerk: Clerk): LedgerRow {
  const { claim, weight, counting } = entered;
  const { citations, view, originOf } = clerk;
  const { speaker, via, source, place, interest } = view(claim);
  const relayed = via.length === 0 ? '' : `relayed by ${listNames(via, MOST_NAMES)}, `;
  const { credibility } = claim;
  return {
    claim: claim.id,
    stance: claim.stance,
    speaker: speaker.name,
    through: speaker.own ? `${relayed}in its own voice in “${source.title}”` : `${relayed}in “${source.title}”`,
    reliability:
      credibility === undefined
        ? `source ${source.reliability}`
        : `source ${source.reliability}, credibility ${credibility} (${CREDIBILITY_WORDS[credibility]})`,
    summary: claim.summary,
    ...(claim.note === undefined ? {} : { note: claim.note }),
    ...(claim.hedge === undefined ? {} : { hedge: claim.hedge }),
    ...(claim.said === undefined ? {} : { said: dateText(claim.said) }),
    ...(claim.when === undefined ? {} : { when: dateText(claim.when) }),
    ...(place === undefined ? {} : { place: place.name }),
    confidence: percent(entered.confidence),
    weight: factorsOf(weight).map(factorText).join(' × '),
    ...(claim.confidence === undefined ? {} : { reason: claim.confidence.reason }),
    origin: originOf(claim),
    counting: isCounting(counting) ? COUNTING_WORDS[counting] : FIGURE_REASON_WORDS[counting],
    counted: entered.counted,
    interest: interestText(interest, clerk),
    ...(entered.bearing === undefined ? {} : { bearing: entered.bearing }),
    citation: citations.of(claim),
  };
}

/** "said 10 May 2025; of spring 2025; reportedly; in Quetta": the circumstances of a claim, in a line; may be empty. */
export function circumstances({ hedge, said, when, place }: LedgerRow): string {
  return [
    hedge === undefined ? undefined : `“${hedge}”`,
    said === undefined ? undefined : `said ${said}`,
    when === undefined ? undefined : `of ${when}`,
    place === undefined ? undefined : `in ${place}`,
  ]
    .filter((part) => part !== undefined)
    .join('; ');
}

/** "asserts": the stance of a row in a word. */
export function stanceText({ stance }: LedgerRow): string {
  return STANCE_WORDS[stance];
}

/** "B, usually reliable". */
export function letterText(letter: keyof typeof RELIABILITY_WORDS): string {
  return `${letter}, ${RELIABILITY_WORDS[letter]}`;
}
