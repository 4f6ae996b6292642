import type { Attribute } from '../../model/attributes.ts';
import { typedValue } from '../property-graph/typed-value.ts';

const TEXT = `'(?:[^'\\\\]|\\\\.)*'|"(?:[^"\\\\]|\\\\.)*"`;
const WORD = String.raw`[+-]?[\w.][\w.+-]*`;
const ENTRY = new RegExp(String.raw`\s*(${TEXT}|${WORD})\s*:\s*(${TEXT}|${WORD})\s*(,|$)`, 'uy');
const NUMBER = /^[+-]?(?:\d|\.\d)/u;

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '\\': '\\', "'": "'", '"': '"' };
const ESCAPE = /\\(?:x([\da-f]{2})|u([\da-f]{4})|(.))/giu;

/**
 * The entries of a dictionary as Python prints it, `{'weight': 7, 'kind': 'knows'}`, which is how NetworkX writes the
 * attributes of an edge. Undefined for any other text, and for one that holds lists or dictionaries: it stays a text.
 */
export function pythonDict(cell: string): Attribute[] | undefined {
  const trimmed = cell.trim();
  if (!trimmed.startsWith('{') || !trimmed.endsWith('}')) return undefined;
  const inner = trimmed.slice(1, -1);
  const entries: Attribute[] = [];
  ENTRY.lastIndex = 0;
  if (inner.trim() === '') return entries;
  while (ENTRY.lastIndex < inner.length) {
    const [, key = '', value = '', end] = ENTRY.exec(inner) ?? [];
    if (end === undefined) return undefined;
    const [name, found] = [literal(key), literal(value)];
    if (name === undefined || found === undefined) return undefined;
    entries.push({ name: String(name), value: found });
  }
  return entries;
}

/** A text, a number or a truth value; `None` and `nan` stay the words that they are. Undefined for anything else. */
function literal(text: string): Attribute['value'] | undefined {
  if (/^['"]/u.test(text)) return unescaped(text.slice(1, -1));
  if (text === 'True' || text === 'False') return text === 'True';
  if (text === 'None') return text;
  return NUMBER.test(text) || /^[+-]?(?:nan|inf)$/u.test(text) ? typedValue(text, 'number') : undefined;
}

/** Undefined where it has an escape that is not known. */
function unescaped(text: string): string | undefined {
  let isKnown = true;
  const plain = text.replace(ESCAPE, (_, two?: string, four?: string, one?: string) => {
    const code = two ?? four;
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    const known = Object.entries(ESCAPES).find(([letter]) => letter === one)?.[1];
    if (known === undefined) isKnown = false;
    return known ?? '';
  });
  return isKnown ? plain : undefined;
}
