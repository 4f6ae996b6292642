import type { Verdict } from '../evidence/verdict.ts';
import type { ClaimView, RelationSummary } from '../knowledge/knowledge-base.ts';
import { listNames, number, percent, quantityText, STANCE_WORDS, verdictNumber } from '../knowledge/words.ts';
import type { Claim } from '../model/claim.ts';
import type { Colours } from './print.ts';

const MARKS: Readonly<Record<Verdict, string>> = {
  corroborated: '●',
  'single-source': '○',
  disputed: '◐',
  denied: '✕',
  unknown: '·',
};

/** A verdict by mark, word and colour together; blue for, yellow between, red against, never red beside green. */
export function verdictMark(verdict: Verdict, text: string, colours: Colours): string {
  const paint: Readonly<Record<Verdict, (text: string) => string>> = {
    corroborated: (t) => colours.bold(colours.blue(t)),
    'single-source': colours.blue,
    disputed: colours.yellow,
    denied: colours.red,
    unknown: colours.dim,
  };
  return paint[verdict](`${MARKS[verdict]} ${text}`);
}

type Shares = Pick<RelationSummary, 'verdict' | 'belief' | 'disbelief' | 'uncertainty'>;

/**
 * The three shares in words. Where too little is known the uncertainty comes first; the projected half of E11 is never
 * shown, since it would look like a finding.
 */
export function sharesText({ verdict, belief, disbelief, uncertainty }: Shares): string {
  const open = `${percent(uncertainty)} uncertain`;
  const sides = `${percent(belief)} for, ${percent(disbelief)} against`;
  return verdict === 'unknown' ? `${open}, ${sides}` : `${sides}, ${open}`;
}

/** "according to A and B, doubted by C": whose word a relation rests on. Denials stand in its verdict. */
export function attributionText({ assertedBy, doubtedBy }: RelationSummary): string {
  const said = assertedBy.length === 0 ? 'asserted by nobody here' : `according to ${listNames(assertedBy)}`;
  return doubtedBy.length === 0 ? said : `${said}, doubted by ${listNames(doubtedBy)}`;
}

/** Verdict with every denial, and the number beside it. */
export function verdictLine(relation: RelationSummary, colours: Colours): string {
  const mark = verdictMark(relation.verdict, relation.verdictText, colours);
  const number = verdictNumber(relation.verdict, relation.belief, relation.disbelief);
  return number === '' ? mark : `${mark} (${number})`;
}

/** A relation in one line: what is claimed, by whom, and what it amounts to. */
export function relationLine(relation: RelationSummary, colours: Colours): string {
  return `${colours.bold(relation.proposition)}, ${attributionText(relation)}: ${verdictLine(relation, colours)}`;
}

/** What a claim says, without saying that it is so. */
export function contentText({ claim, subject, typeLabel, object }: ClaimView): string {
  const content = claim.quantity === undefined ? (object?.name ?? claim.literal ?? '') : quantityText(claim.quantity);
  return `${subject.name} · ${typeLabel} · ${content}`;
}

/** Hedge and dates of a claim: "reportedly; said 2024-05-13; of 2024-05". */
export function circumstances(claim: Claim): string {
  return [
    claim.hedge,
    claim.said === undefined ? undefined : `said ${claim.said}`,
    claim.when === undefined ? undefined : `of ${claim.when}`,
  ]
    .filter((part) => part !== undefined)
    .join('; ');
}

/** "paragraph 3, code points 120–180", or that there is none. */
export function locatorText({ locator }: Claim): string {
  return locator === undefined
    ? 'no locator'
    : `paragraph ${locator.paragraph}, code points ${number(locator.start)}–${number(locator.end)}`;
}

/** A claim in one line with its attribution: what is said, by whom, in which stance. */
export function claimLine(view: ClaimView, colours: Colours): string {
  const around = circumstances(view.claim);
  return `${view.attribution} ${colours.bold(STANCE_WORDS[view.claim.stance])}: ${view.claim.summary}${around === '' ? '' : ` (${around})`}`;
}
