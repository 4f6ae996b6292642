import type { Interval } from '../evidence/figures.ts';
import type { Verdict } from '../evidence/verdict.ts';
import { UNNAMED } from '../evidence/voices.ts';
import { type ClaimWeight, DEFAULT_WEIGHTS, UNITS_PER_ONE } from '../evidence/weights.ts';
import { factorsOf } from '../knowledge/arithmetic.ts';
import { factorText, weightText } from '../knowledge/arithmetic-words.ts';
import type { ClaimView, FigureView, InterestView, RelationSummary, VoiceView } from '../knowledge/knowledge-base.ts';
import {
  figureDisputeText,
  INTEREST_WORDS,
  listNames,
  number,
  percent,
  quantityText,
  STANCE_WORDS,
  verdictNumber,
} from '../knowledge/words.ts';
import type { Claim } from '../model/claim.ts';
import { groupBy } from '../model/group-by.ts';
import type { Colours } from './print.ts';
import type { Session } from './session.ts';

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

/** Weight units as a weight. */
export function unitsText(count: number): string {
  return weightText(count / UNITS_PER_ONE);
}

/** The factors of a claim's weight, to be multiplied by hand, and that it was rounded, where it was (EVIDENCE E1–E5). */
export function factorsText(weight: ClaimWeight): string {
  const factors = factorsOf(weight);
  const product = factors.reduce((sofar, { value }) => sofar * value, 1);
  const exact = Math.abs(product - weight.units / UNITS_PER_ONE) < 1e-9;
  const result = exact
    ? `= ${unitsText(weight.units)}`
    : `≈ ${unitsText(weight.units)}, rounded to a whole unit of 1/${UNITS_PER_ONE}`;
  return `${factors.map(factorText).join(' × ')} ${result}`;
}

/** "speaks of an adversary: India": in whose interest a word may be, with the relations that it was taken from. */
export function interestText({ kind, of, because }: InterestView): string {
  const whom = of === undefined ? '' : `: ${of.name}`;
  return because.length === 0
    ? `${INTEREST_WORDS[kind]}${whom}`
    : `${INTEREST_WORDS[kind]}${whom} (by ${because.map(({ id }) => id).join(', ')})`;
}

/** "at least 171", "1 350 to 1 650". */
export function intervalText(interval: Interval): string {
  return interval.min === undefined && interval.max === undefined ? 'any number' : quantityText(interval);
}

/** What is in dispute about a figure, if anything is. */
export function figureStateText({ evidence }: FigureView): string {
  return evidence.disputed ? figureDisputeText(evidence) : 'not in dispute';
}

/**
 * Who denies or doubts which value of a figure: "denies about 1 500 insurgents (Shahid Khaqan Abbasi)", one text for each
 * value and stance, heaviest first as the evidence has them.
 */
export function deniedValues({ claims, evidence }: FigureView): string[] {
  const names = new Map<string, string>(claims.map(({ claim, speaker }) => [claim.id, speaker.name]));
  const said = groupBy(
    evidence.denials,
    ({ claim }) => `${STANCE_WORDS[claim.stance]} ${quantityText(claim.quantity)}`,
  );
  return [...said].map(([what, words]) => {
    const speakers = new Set(words.map(({ claim }) => names.get(claim.id) ?? claim.source));
    return `${what} (${listNames([...speakers])})`;
  });
}

/** Whom a group of voices stands for, by name. */
export function voicesText(voices: readonly VoiceView[]): string {
  return listNames(
    voices.map(({ name }) => name),
    8,
  );
}

/** "Pakistan (speaker pakistan, 27 claims)": so that a reader sees which voice a name was taken for. */
export function voiceText({ voice, name, claims }: VoiceView): string {
  const everybody = voice.kind === 'speaker' && voice.id === UNNAMED;
  const which = everybody ? 'everybody not named' : voice.id === name ? voice.kind : `${voice.kind} ${voice.id}`;
  return `${name} (${which}, ${amount(claims, 'claim')})`;
}

/** Says by which table was weighed, where it is not the default one. */
export function printWeights(weights: string, { out }: Session): void {
  if (weights !== DEFAULT_WEIGHTS.version) out.line(out.colours.dim(`Weighed by weights table version ${weights}.`));
}

/** "50 of 296 shown; --limit shows more." where not all are shown. */
export function printMore(shown: number, total: number, { out }: Session, indent = 2): void {
  if (shown < total) out.line(`${shown} of ${total} shown; --limit shows more.`, indent);
}

export function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** "1 claim", "2 claims". */
export function amount(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Relations between two, and statements about one, are counted together. */
export function relationsText(count: number): string {
  return amount(count, 'relation or statement', 'relations and statements');
}
