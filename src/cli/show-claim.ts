import { weightText } from '../knowledge/arithmetic-words.ts';
import type { ClaimView } from '../knowledge/knowledge-base.ts';
import { percent } from '../knowledge/words.ts';
import { CREDIBILITY_WORDS, RELIABILITY_WORDS, Reliability } from '../model/grades.ts';
import { contentText, interestText, locatorText } from './describe.ts';
import type { Session } from './session.ts';

function letterText(letter: string): string {
  const known = Reliability.safeParse(letter);
  return known.success ? `${letter}, ${RELIABILITY_WORDS[known.data]}` : letter;
}

/** One claim with all that was coded of it. */
export function printClaim(view: ClaimView, { out }: Session): void {
  const { claim } = view;
  out.line(out.colours.bold(claim.summary));
  out.pairs([
    ['claim', claim.id],
    ['according to', view.attribution],
    ['stance', claim.stance],
    ['about', contentText(view)],
    ['relation', view.relation],
    ['hedge', claim.hedge],
    ['said', claim.said],
    ['when', claim.when],
    ['place', view.place?.name],
    ['note', claim.note],
    ['source', `${view.source.id} (${letterText(view.source.reliability)})`],
    [
      'credibility',
      claim.credibility === undefined ? undefined : `${claim.credibility}, ${CREDIBILITY_WORDS[claim.credibility]}`,
    ],
    ['confidence', `${percent(view.confidence)} (weight ${weightText(view.weight)})`],
    ['interest', interestText(view.interest)],
    ['set by the coder', claim.confidence?.reason],
    ['locator', locatorText(claim)],
    ['passage sha256', claim.locator?.sha256],
  ]);
}
