/**
 * Characters that mean something inside a line of Markdown, in CommonMark, GitHub's dialect or its mathematics. The
 * backslash comes off again when it is read. `&`, `<` and `>` become entities, for readers that know no such backslash.
 */
const MARKS = /[\\`*_[\]{}|~$^#]/gu;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being replaced.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/gu;

/** A comment shows nothing and ends what GitHub would take for an address or an emoji: no backslash does that. */
const BREAK = '<!-- -->';

/**
 * Text from data as it can stand anywhere in a line of Markdown: it shows letter for letter, in one line, and nothing of
 * it becomes markup, HTML, a link, a mention, an emoji or the start of a block. Line breaks and tabs become spaces.
 */
export function plainText(text: string): string {
  const line = text
    .replace(/[\s\u2028\u2029]+/gu, ' ')
    .trim()
    .replace(CONTROL, '\ufffd');
  const escaped = line
    .replace(MARKS, '\\$&')
    .replace(/[&<>]/gu, (character) => ENTITIES[character] ?? '')
    // Where a line begins: lists, rules and underlines of headings.
    .replace(/^[-+=:]/u, '\\$&')
    .replace(/^(\d{1,9})([.)])/u, '$1\\$2');
  return (
    escaped
      .replace(/\/(?=\/)/gu, `/${BREAK}`)
      .replace(/(?<=w)w\./giu, `${BREAK}$&`)
      .replaceAll('@', `@${BREAK}`)
      .replace(/#(?=\d)/gu, `#${BREAK}`)
      // A name between colons would become a picture; minutes between colons never do.
      .replace(/:(?!\d\d:)(?=(?:\\_|[a-z\d+-])+:)/giu, `:${BREAK}`)
  );
}

/** An address as a link. `url` must be http or https. */
export function webLink(url: string): string {
  const safe = encodeURI(url.replace(/%(?=[0-9a-f]{2})/giu, '\u0000'))
    .replaceAll('%00', '%')
    .replace(/[<>()\\|`*_[\]]/gu, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `<${safe}>`;
}
