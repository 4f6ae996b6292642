/** What a letter behind a backslash means within quotes, as in JSON; any other character is itself. */
const ESCAPED: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
]);
const HEX = /^[0-9a-f]{4}$/iu;

/** The items of a JSON list of texts. Numbers are left to others, since JSON.parse would cut their digits. */
function jsonTexts(text: string): string[] | undefined {
  if (!text.startsWith('["')) return undefined;
  try {
    const items: unknown = JSON.parse(text);
    return Array.isArray(items) && items.every((item) => typeof item === 'string') ? items : undefined;
  } catch {
    // Quoted as GEXF quotes it, then.
    return undefined;
  }
}

/**
 * The items of a list as graph tools write it in one text: JSON (Neo4j), `[a, "b, c"]` with quotes like it (GEXF 1.3),
 * else items between `|` (GEXF 1.1 and 1.2). One text that is no list is its only item.
 */
export function listItems(text: string): string[] {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === '[]') return [];
  if (!trimmed.startsWith('[') || !trimmed.endsWith(']')) return trimmed.split('|').map((item) => item.trim());
  const texts = jsonTexts(trimmed);
  if (texts !== undefined) return texts;
  const items: string[] = [];
  let item = '';
  let quote = '';
  let wasQuoted = false;
  const end = trimmed.length - 1;
  const push = (): void => {
    items.push(wasQuoted ? item : item.trim());
    item = '';
    wasQuoted = false;
  };
  for (let i = 1; i < end; i++) {
    const unit = trimmed.charAt(i);
    if (unit === '\\' && i + 1 < end) {
      i++;
      const escaped = trimmed.charAt(i);
      const hex = escaped === 'u' ? trimmed.slice(i + 1, i + 5) : '';
      if (quote !== '' && i + 4 < end && HEX.test(hex)) {
        item += String.fromCharCode(Number.parseInt(hex, 16));
        i += 4;
      } else item += (quote === '' ? undefined : ESCAPED.get(escaped)) ?? escaped;
    } else if (quote !== '') {
      if (unit === quote) quote = '';
      else item += unit;
    } else if ((unit === '"' || unit === "'") && item.trim() === '' && !wasQuoted) {
      quote = unit;
      wasQuoted = true;
      item = '';
    } else if (unit === ',') push();
    // White space between a closing quote and the comma is no part of the item.
    else if (!wasQuoted || unit.trim() !== '') item += unit;
  }
  push();
  return items;
}
