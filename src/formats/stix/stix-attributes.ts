import type { Attribute } from '../../model/attributes.ts';
import type { ForeignGraph } from '../foreign/foreign-graph.ts';
import type { KnownLoss } from '../format.ts';
import { isObject } from '../json-stream/attributes-of.ts';
import type { Fields } from './stix-object.ts';

/** A list of more items stands together in one text: one attribute for each would pass their number. */
const MOST_ITEMS = 100;

const EMPTY: KnownLoss = { field: 'null', why: 'a field without a value says nothing', keptBy: 'none' };
const TOO_LONG: KnownLoss = {
  field: 'attributes',
  why: 'an item of a list, or a member of an object, that is longer than a text may be is left out',
  keptBy: 'none',
};

/** Members or items as JSON between two brackets, cut into texts of at most `longest` characters, and how many are longer. */
function cut(parts: readonly string[], open: '[' | '{', longest: number): [texts: string[], longer: number] {
  const close = open === '[' ? ']' : '}';
  const texts: string[] = [];
  let some: string[] = [];
  let length = 2;
  let left = 0;
  for (const part of parts) {
    if (part.length + 2 > longest) {
      left++;
      continue;
    }
    if (length + part.length + 1 > longest) {
      texts.push(`${open}${some.join(',')}${close}`);
      some = [];
      length = 2;
    }
    some.push(part);
    length += part.length + 1;
  }
  if (some.length > 0 || parts.length === 0) texts.push(`${open}${some.join(',')}${close}`);
  return [texts, left];
}

function isPlain(value: unknown): value is Attribute['value'] {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/**
 * What a STIX object says, as attributes, without the fields of `known`. A short list of values becomes one attribute for
 * each; lists of references, long lists and objects are JSON texts. One that is longer than a text may be becomes several of
 * its name, each whole JSON: a collection names each of the objects of its bundle, and the bundle is not to be refused for
 * that.
 */
export function stixAttributes(
  fields: Fields,
  known: ReadonlySet<string>,
  longest: number,
  foreign: ForeignGraph,
): Attribute[] {
  const attributes: Attribute[] = [];
  const addWhole = (name: string, parts: readonly string[], open: '[' | '{'): void => {
    const [texts, longer] = cut(parts, open, longest);
    for (const text of texts) attributes.push({ name, value: text });
    if (longer > 0) foreign.lose({ ...TOO_LONG, count: longer });
  };
  for (const [name, value] of Object.entries(fields)) {
    if (known.has(name)) continue;
    if (isPlain(value)) attributes.push({ name, value });
    else if (Array.isArray(value)) {
      const items: readonly unknown[] = value;
      const isShort = items.length > 0 && items.length <= MOST_ITEMS && !name.endsWith('_refs');
      if (isShort && items.every(isPlain)) for (const item of items) attributes.push({ name, value: item });
      else {
        addWhole(
          name,
          items.map((item) => JSON.stringify(item)),
          '[',
        );
      }
    } else if (isObject(value)) {
      const members = Object.entries(value).map(([member, one]) => `${JSON.stringify(member)}:${JSON.stringify(one)}`);
      addWhole(name, members, '{');
    } else foreign.lose(EMPTY);
  }
  return attributes;
}
