import { byCodePoint } from '../../model/order.ts';
import { sha256Hex } from '../../model/sha256.ts';
import { idText } from '../foreign/foreign-id.ts';
import type { ForeignSource } from '../foreign/records.ts';
import type { EventMapping } from './event-mapping.ts';

type Documents = NonNullable<EventMapping['documents']>;

/** Parts between separators that stand outside quotation marks, without the marks around them. */
function partsOf(text: string, separator: string | undefined): string[] {
  const parts: string[] = [];
  let part = '';
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    if (character === separator && !quoted) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  parts.push(part);
  return parts
    .map((one) =>
      one
        .trim()
        .replace(/^"(.*)"$/su, '$1')
        .trim(),
    )
    .filter((one) => one !== '');
}

/** The host of a web address. Undefined for what is none: an address of another sort is never made a link. */
function hostOf(address: string): string | undefined {
  if (!/^https?:\/\//iu.test(address) || !URL.canParse(address)) return undefined;
  return new URL(address).hostname.replace(/^www\./u, '');
}

/** The documents that a cell names, each as a source; in the order of their texts, in whatever order the cell names them. */
export function documentsOf(cell: string, { form, separator }: Documents): ForeignSource[] {
  return [...new Set(partsOf(cell, separator))].toSorted(byCodePoint).map((text): ForeignSource => {
    const key = `document:${text}`;
    if (form === 'outlet') return { key, title: text, publisher: text };
    if (form === 'address') {
      const host = hostOf(text);
      return host === undefined ? { key, title: text } : { key, title: text, publisher: host, url: text };
    }
    const [, publisher, published, headline] = /^([^,]{1,200}),\s*(\d{4}-\d{2}-\d{2}),\s*(.+)$/su.exec(text) ?? [];
    if (publisher === undefined) return { key, title: text };
    return { key: articleKey(key), title: headline, publisher: publisher.trim(), published };
  });
}

/** The key of an article. All of its text stands in its fields; a large table has an article or two in every row. */
function articleKey(key: string): string {
  return idText(key) === key ? key : `document:${sha256Hex(key, 8)}`;
}
