import type { OriginRange } from '../evidence/fuse.ts';
import type { Verdict } from '../evidence/verdict.ts';
import { VERDICTS } from '../evidence/verdict.ts';
import { DEFAULT_WEIGHTS } from '../evidence/weights.ts';
import type { Quantity, Stance } from '../model/claim.ts';
import type { LiteralType, RelationType } from '../model/ontology.ts';
import type { TraceAnswer } from './knowledge-base.ts';

/** All words that are made from evidence, in one place. */

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  corroborated: 'corroborated',
  'single-source': 'single source',
  disputed: 'disputed',
  denied: 'denied',
  unknown: 'too little evidence',
};

/** What a verdict means, for help and legends. It says what the claims amount to, not what is true. */
export const VERDICT_MEANINGS: Readonly<Record<Verdict, string>> = {
  corroborated: 'Two or more independent origins say so, and what speaks against it is outweighed.',
  'single-source': 'It rests on the word of one origin.',
  disputed: 'Origins disagree, and neither side outweighs the other by far.',
  denied: 'Explicit denials outweigh what speaks for it by far.',
  unknown: 'There is too little evidence, or only doubt.',
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

/** Fills a reading of the ontology. Names are put in as they are, whatever characters they hold. */
export function readAs(type: RelationType | LiteralType, stance: Stance, subject: string, object: string): string {
  return type.reads[stance].replace(/\{s\}|\{o\}/gu, (slot) => (slot === '{s}' ? subject : object));
}

/** "A", "A and B", "A, B and 3 others". */
export function listNames(names: readonly string[], most = 3): string {
  const shown = names.length > most ? [...names.slice(0, most - 1), `${names.length - most + 1} others`] : names;
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}

/** "corroborated, denied by India": a verdict never goes without its explicit denial. */
export function verdictText(verdict: Verdict, deniedBy: readonly string[], doubted = false): string {
  const word = doubted ? `${VERDICT_WORDS[verdict]}, only doubted` : VERDICT_WORDS[verdict];
  if (verdict === 'denied' && deniedBy.length > 0) return `denied by ${listNames(deniedBy)}`;
  return deniedBy.length > 0 ? `${word}, denied by ${listNames(deniedBy)}` : word;
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

/** The line of EVIDENCE E12 that gave a verdict, in words. */
export const RULE_WORDS: Readonly<Record<1 | 2 | 3 | 4 | 5, string>> = {
  1: 'Weight for and against together stay below ¼: too little to say anything.',
  2: 'What is against weighs at least four times what is for.',
  3: 'Neither side weighs four times the other.',
  4: 'Without its strongest origin, what is for still reaches ¼: more than one origin carries it.',
  5: 'Without its strongest origin, too little is left: it rests on one.',
};

/** "2–4 independent origins". */
export function originsText({ min, max }: OriginRange): string {
  const count = min === max ? String(min) : `${min}–${max}`;
  return `${count} independent ${max === 1 ? 'origin' : 'origins'}`;
}

/** A number with thin groups of thousands: 1 500. */
export function number(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 2 }).replaceAll(',', ' ');
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

/** The version of the weights that an answer rests on, for every export and link. */
export const WEIGHTS_VERSION = DEFAULT_WEIGHTS.version;

/** A trace answer as plain text with its citations, for pasting into a note. */
export function traceText({ from, to, traces }: TraceAnswer): string {
  const lines = traces.map(({ hops, verdict, opinion }, i) =>
    [
      `${i + 1}. ${VERDICT_WORDS[verdict]}, ${percent(opinion.belief)} that all of it holds`,
      ...hops.map((hop) => `   ${hop.sentence} [${hop.relation.verdictText}; ${hop.relation.id}]`),
    ].join('\n'),
  );
  return [`${from.name} → ${to.name}`, ...lines].join('\n');
}
