import type { Attribute } from '../../model/attributes.ts';
import { Label, Prose } from '../../model/text.ts';
import { cutWhole } from './foreign-id.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that no label or prose may hold.
const UNWANTED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;
const NO_CHARACTER = /[\p{Surrogate}\p{Noncharacter_Code_Point}]/gu;
/** Texts of which nothing needs a look: printable ASCII without white space at its ends. */
const SIMPLE = /^[!-~](?:[ -~]*[!-~])?$/u;

function cut(text: string, most: number): string {
  return text.length > most ? `${cutWhole(text, most - 1)}…` : text;
}

/**
 * A text of another tool as a label: one line, at most 300 characters, without control characters and marks that turn the
 * text around them. Undefined where nothing is left. Whoever calls it keeps the text itself where it was changed.
 */
export function asLabel(text: string): string | undefined {
  if (text.length <= 300 && SIMPLE.test(text)) return text;
  if (Label.safeParse(text).success) return text;
  const line = text
    .replace(/[\t\n\r\u0085\u2028\u2029]+/gu, ' ')
    .replace(UNWANTED, '')
    .replace(NO_CHARACTER, '\ufffd')
    .trim();
  return line === '' ? undefined : cut(line, 300);
}

/** The same as prose: several lines, at most 5,000 characters. */
export function asProse(text: string): string | undefined {
  if (text.length <= 5000 && SIMPLE.test(text)) return text;
  if (Prose.safeParse(text).success) return text;
  const lines = text
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replace(UNWANTED, '')
    .replace(NO_CHARACTER, '\ufffd')
    .trim();
  return lines === '' ? undefined : cut(lines, 5000);
}

/** Characters that nobody sees: marks of direction, which come along when a name is copied from a page, and zero-width spaces. */
const UNSEEN = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
/** Names that need no look: ASCII with single spaces between words. */
const PLAIN_KEY = /^[!-~]+(?: [!-~]+)*$/u;

/**
 * What a text names: without white space at its ends, with one space for any within, without characters that nobody sees,
 * in Unicode NFC. Two texts of people, documents or things that look alike are one key then. It is empty where nothing is
 * left. Whoever calls it keeps the text itself where it was changed. Keys that a file declares are no such texts: these
 * are what they are, to the letter.
 */
export function asKey(text: string): string {
  if (PLAIN_KEY.test(text)) return text;
  return text.replace(UNSEEN, '').replace(/\s+/gu, ' ').trim().normalize('NFC');
}

const HAS_NO_CHARACTER = /[\p{Surrogate}\p{Noncharacter_Code_Point}]/u;

/** An attribute as the model takes it: the one that was given, unless its text had to be changed for that. */
export function asAttribute(given: Attribute): Attribute {
  const { name, value } = given;
  const isGoodName = name !== '' && name.length <= 300 && !HAS_NO_CHARACTER.test(name);
  const isGoodValue =
    typeof value === 'string' ? !HAS_NO_CHARACTER.test(value) : typeof value === 'boolean' || Number.isFinite(value);
  if (isGoodName && isGoodValue) return given;
  const whole = (text: string): string => text.replace(NO_CHARACTER, '\ufffd');
  const shortName = name === '' ? '(no name)' : cut(whole(name), 300);
  return { name: shortName, value: isGoodValue ? value : whole(String(value)) };
}
