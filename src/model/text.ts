import { z } from 'zod';

/** Control characters other than tab and line break, in any text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being kept out.
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u;

/**
 * Characters that turn or break the text around them without showing themselves (U+061C, U+200E–200F, U+2028–202E,
 * U+2066–2069). Letters of right-to-left scripts need none of them and are welcome.
 */
const DIRECTION = /[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

/** Half a character, or a code point that stands for none: neither can be written everywhere. */
const NO_CHARACTER = /[\p{Surrogate}\p{Noncharacter_Code_Point}]/u;

function codePoint(found: RegExpExecArray): string {
  return `U+${(found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function plainText(max: number, lineBreaks: boolean) {
  return z
    .string()
    .max(max)
    .check((context) => {
      const control = CONTROL.exec(context.value) ?? (lineBreaks ? null : /[\t\n]/u.exec(context.value));
      const direction = DIRECTION.exec(context.value);
      if (control !== null) {
        context.issues.push({
          code: 'custom',
          input: context.value,
          message: `text without control characters, but it holds ${codePoint(control)}`,
        });
      }
      if (direction !== null) {
        context.issues.push({
          code: 'custom',
          input: context.value,
          message: `text without invisible direction marks, but it holds ${codePoint(direction)}`,
        });
      }
      if (NO_CHARACTER.test(context.value)) {
        context.issues.push({
          code: 'custom',
          input: context.value,
          message: 'text in whole characters, but it holds half of one or a code point that is none',
        });
      }
      if (context.value.trim() === '') {
        context.issues.push({ code: 'custom', input: context.value, message: 'text that is not only white space' });
      }
    });
}

/** A name or label: one line, at most 300 characters. */
export const Label = plainText(300, false);

/** A summary, note or reason: at most 5,000 characters. */
export const Prose = plainText(5000, true);

/** The start of a text, of at most so many code units, that does not end in half a character. */
export function cutText(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/\p{Surrogate}$/u, '')}…`;
}

const MARKUP = /<\/?[a-z!][^>]*>|javascript:/iu;

/** Whether a label looks like markup. It is always shown as plain text; somebody should know that it is there. */
export function looksLikeMarkup(text: string): boolean {
  return MARKUP.test(text);
}
