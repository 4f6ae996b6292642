import type { Outcome } from '../evidence/compare.ts';
import type { DisputeKind } from '../evidence/disputes.ts';
import type { CompareReason, FigureEvidence, FigureReason } from '../evidence/figures.ts';
import type { Counting, OriginRange } from '../evidence/fuse.ts';
import type { Change } from '../evidence/fusion.ts';
import type { InterestKind } from '../evidence/interest.ts';
import type { Position } from '../evidence/perspective.ts';
import type { Bearing } from '../evidence/roll-up.ts';
import { VERDICTS, type Verdict } from '../evidence/verdict.ts';
import type { Quantity, Stance } from '../model/claim.ts';
import type { LiteralType, RelationType } from '../model/ontology.ts';
import type { Dispute, FigureOutcome } from './knowledge-base.ts';

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  corroborated: 'corroborated',
  'single-source': 'single source',
  disputed: 'disputed',
  denied: 'denied',
  unknown: 'too little evidence',
};

/** What everybody unnamed is called together. */
export const UNNAMED_NAME = 'unnamed speakers';

/** What a verdict means, for help and legends. It says what the claims amount to, not what is true. */
export const VERDICT_MEANINGS: Readonly<Record<Verdict, string>> = {
  corroborated: 'Two or more independent origins say so, and what speaks against it is outweighed.',
  'single-source': 'It rests on the word of one origin.',
  disputed: 'Origins disagree, and neither side outweighs the other by far.',
  denied: 'What speaks against it, an explicit denial among it, outweighs what speaks for it by far.',
  unknown: 'There is too little evidence, or it is outweighed by far without anybody denying it.',
};

/** Verdicts from strongest to weakest, for lists. */
export const VERDICT_ORDER: readonly Verdict[] = VERDICTS;

export const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  asserts: 'asserts',
  denies: 'denies',
  doubts: 'doubts',
};

/**
 * A whole percent. Never "0 %" or "100 %" unless exact: what lies between is "<1 %" or ">99 %".
 */
export function percent(share: number): string {
  if (share === 0) return '0 %';
  if (share === 1) return '100 %';
  const whole = Math.round(share * 100);
  if (whole <= 0) return '<1 %';
  if (whole >= 100) return '>99 %';
  return `${whole} %`;
}

/** What is left of a share after a change: "33 %", or "nothing left", which a bare "0 %" would not tell from a gap. */
export function leftText(before: number, after: number): string {
  return before > 0 && after === 0 ? 'nothing left' : percent(after);
}

/** Fills a reading of the ontology. Names are put in as they are, whatever characters they hold. */
export function readAs(type: RelationType | LiteralType, stance: Stance, subject: string, object: string): string {
  return type.reads[stance].replace(/\{s\}|\{o\}/gu, (slot) => (slot === '{s}' ? subject : object));
}

/** "A", "A and B", "A, B and 3 others". */
export function listNames(names: readonly string[], most = 3): string {
  const shown = names.length > most ? [...names.slice(0, most - 1), `${names.length - most + 1} others`] : names;
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}

/** Who speaks against a relation, beside its verdict. */
export interface Opposition {
  readonly deniedBy: readonly string[];
  /** It is doubted, and what is against it prevails, though nobody denies it. */
  readonly doubted?: boolean;
  /** Who asserts something that it cannot hold beside. */
  readonly excludedBy?: readonly string[];
  /** Who denies a narrower form of it. */
  readonly partlyDeniedBy?: readonly string[];
}

/**
 * "corroborated, denied by India": a verdict never goes without its explicit denial. What only excludes it is said to
 * do so, never to deny it.
 */
export function verdictText(
  verdict: Verdict,
  { deniedBy, doubted = false, excludedBy = [], partlyDeniedBy = [] }: Opposition,
): string {
  // "Only" is said where nothing but doubt is against it.
  const others = excludedBy.length + partlyDeniedBy.length > 0;
  const word = doubted ? `${VERDICT_WORDS[verdict]}, ${others ? 'doubted' : 'only doubted'}` : VERDICT_WORDS[verdict];
  const denied =
    deniedBy.length === 0
      ? word
      : verdict === 'denied'
        ? `denied by ${listNames(deniedBy)}`
        : `${word}, denied by ${listNames(deniedBy)}`;
  const excluded = excludedBy.length === 0 ? '' : `, excluded by what ${listNames(excludedBy)} asserts`;
  const partly = partlyDeniedBy.length === 0 ? '' : `, in part denied by ${listNames(partlyDeniedBy)}`;
  return `${denied}${excluded}${partly}`;
}

/**
 * The number that stands beside a verdict's word. An unknown relation has none: its ½ would look like a balance of
 * evidence where there is hardly any.
 */
export function verdictNumber(verdict: Verdict, belief: number, disbelief: number): string {
  if (verdict === 'unknown') return '';
  if (verdict === 'denied') return `${percent(disbelief)} against`;
  if (verdict === 'disputed') return `${percent(belief)} for, ${percent(disbelief)} against`;
  return disbelief > 0 ? `${percent(belief)} for, ${percent(disbelief)} against` : `${percent(belief)} for`;
}

/** "2–4 independent origins". */
export function originsText({ min, max }: OriginRange): string {
  const count = min === max ? String(min) : `${min}–${max}`;
  return `${count} independent ${max === 1 ? 'origin' : 'origins'}`;
}

/** A number with thin groups of thousands: 1 500. Below one, three digits that say something: 0.00214. */
export function number(value: number): string {
  const digits = Math.abs(value) < 1 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 2 };
  return value.toLocaleString('en-GB', digits).replaceAll(',', ' ').replace('-', '−');
}

/** A quantity in words: "at least 30 civilians", "about 1 500 insurgents", "14 soldiers", "12 to 20 camps". */
export function quantityText({ min, max, of, unit, approximate }: Quantity): string {
  const about = approximate === true ? 'about ' : '';
  const sign = unit === 'percent' ? '%' : unit;
  const measure = sign === undefined ? (of ?? '') : of === undefined ? sign : `${sign} (${of})`;
  const range =
    min !== undefined && max !== undefined
      ? min === max
        ? `${about}${number(min)}`
        : `${about}${number(min)} to ${number(max)}`
      : min !== undefined
        ? `at least ${about}${number(min)}`
        : `up to ${about}${number(max ?? 0)}`;
  return measure === '' ? range : `${range} ${measure}`;
}

/** "killed: BLA fighters · Attacks of 31 January": what a figure counts, and of what. */
export function figureTitle(label: string, subject: string, of?: string, unit?: string, when?: string): string {
  const what = of === undefined || of === label ? label : `${label}: ${of}`;
  const measured = unit === undefined ? what : `${what} (${unit === 'percent' ? '%' : unit})`;
  return `${subject} · ${measured}${when === undefined ? '' : ` · ${when}`}`;
}

/** The question that rival answers answer. */
export function attributionTitle(object: string): string {
  return `Who is responsible: ${object}`;
}

// --- Explanations: words for the codes that evidence gives. A translation replaces this file.

/** How a claim entered the sums (EVIDENCE E9). */
export const COUNTING_WORDS: Readonly<Record<Counting, string>> = {
  strongest: 'counts: the strongest word of its origin',
  half: 'counts half: its origin says both, and it is not clear what it said last',
  'taken-back': 'not counted: its origin said otherwise later',
  repeat: 'not counted: its origin says as much already',
};

/** How a claim bears on a relation that it was not made on (EVIDENCE E14). */
export const BEARING_WORDS: Readonly<Record<Bearing, string>> = {
  itself: 'said of this relation',
  narrower: 'asserts a narrower form of it',
  broader: 'denies or doubts a broader form of it',
  exclusion: 'asserts what cannot hold beside it',
};

/** In whose interest a word may be (EVIDENCE E15). */
export const INTEREST_WORDS: Readonly<Record<InterestKind, string>> = {
  'self-interested': 'speaks of itself or its side',
  adversarial: 'speaks of an adversary',
  'third-party': 'speaks of others',
  unknown: 'speaker not named',
};

export const DISPUTE_KIND_WORDS: Readonly<Record<DisputeKind, string>> = {
  denial: 'Denial',
  doubt: 'Doubt',
  exclusion: 'Exclusion',
  figure: 'Figure',
  attribution: 'Who did it',
  characterisation: 'What is said of it',
};

export const DISPUTE_KIND_MEANINGS: Readonly<Record<DisputeKind, string>> = {
  denial: 'Somebody says that it is not so.',
  doubt: 'Nobody denies it, but somebody doubts it.',
  exclusion: 'Others assert what cannot hold beside it.',
  figure: 'The numbers that are given cannot all hold, or somebody denies one.',
  attribution: 'Different origins name different authors. Both may hold.',
  characterisation: 'What is said of somebody or something is denied or doubted.',
};

/** What a figure in dispute is about, in a clause: where all values agree, it is that one is denied. */
export function figureDisputeText({ agree }: Pick<FigureEvidence, 'agree'>): string {
  return agree ? 'a value is given, and somebody denies it' : 'the values that are given cannot all hold';
}

/** What is in dispute, in a sentence. */
export function disputeMeaning({ kind, figure }: Pick<Dispute, 'kind' | 'figure'>): string {
  if (figure === undefined) return DISPUTE_KIND_MEANINGS[kind];
  const clause = figureDisputeText(figure.evidence);
  return `${clause.slice(0, 1).toUpperCase()}${clause.slice(1)}.`;
}

export const POSITION_WORDS: Readonly<Record<Position, string>> = {
  asserts: 'asserts it',
  denies: 'denies it',
  doubts: 'doubts it',
  excludes: 'asserts what excludes it',
  changed: 'said both',
  divided: 'says both, through different voices',
  silent: 'says nothing of it',
};

export const OUTCOME_WORDS: Readonly<Record<Outcome | FigureOutcome, string>> = {
  contradict: 'contradict each other',
  mixed: 'not clear on one side',
  agree: 'both assert it',
  'both-deny': 'neither holds it to be so',
  'only-p': 'only the first speaks',
  'only-q': 'only the second speaks',
  'figures-disjoint': 'numbers that cannot both hold',
  'figures-agree': 'numbers that can both hold',
};

/** What leaving somebody out does to a relation (EVIDENCE E21). */
export const CHANGE_WORDS: Readonly<Record<Change, string>> = {
  collapses: 'collapses',
  weakens: 'weakens to a single source',
  rises: 'rises',
  holds: 'holds',
};

export const COMPARE_REASON_WORDS: Readonly<Record<CompareReason, string>> = {
  of: 'something else is counted',
  unit: 'another unit',
  span: 'another span of time',
  level: 'a part, or the whole',
};

/** How a claim entered a figure, or why it did not (EVIDENCE E17, E18). */
export const FIGURE_REASON_WORDS: Readonly<Record<FigureReason, string>> = {
  counted: 'counts: the word of its origin',
  repeat: 'not counted: its origin speaks already',
  superseded: 'not counted: its origin gave another value, or took it back, later',
  denial: 'speaks against a value, and gives none',
};

/** What a dispute is about, as a question: a proposition that is in dispute is not said in our own voice. */
export function whetherText(proposition: string): string {
  return `Whether ${proposition}`;
}

// --- Traces (EVIDENCE E24–E27).
