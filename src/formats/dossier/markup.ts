/** What XML 1.0 cannot hold, and HTML should not. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are kept out.
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML, SVG and XML, between tags and in quoted attributes: nothing in it is markup any longer. */
export function escapeText(text: string): string {
  return text.replace(NOT_XML, '\ufffd').replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? '');
}

/** Text that is markup and was made so by `markup`, never by data. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Markup | readonly Markup[] | undefined;

function partText(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string') return escapeText(part);
  if (typeof part === 'number') return String(part);
  if (part instanceof Markup) return part.text;
  return part.map(({ text }) => text).join('');
}

/**
 * A template of HTML or SVG. Whatever is put in is escaped unless it came from another template, so that a forgotten
 * escape cannot be written. Nothing stands for undefined.
 */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.reduce((text, string, i) => `${text}${partText(parts[i - 1])}${string}`));
}

/** Pieces of markup one after the other. */
export function joined(pieces: readonly Markup[], between = ''): Markup {
  return new Markup(pieces.map(({ text }) => text).join(between));
}

/** `then(value)` where there is a value, else nothing. */
export function given<T>(value: T | undefined, then: (value: T) => Markup): Markup | undefined {
  return value === undefined ? undefined : then(value);
}
