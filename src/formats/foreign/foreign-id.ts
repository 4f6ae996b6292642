import { EntityId } from '../../model/ids.ts';
import { sha256Hex } from '../../model/sha256.ts';

const LONGEST = 200;

/** Keys that are ids as they are: most of them. */
const PLAIN = /^[A-Za-z0-9_.:/#@+=-]{1,200}$/u;

/** Characters that an id cannot have, and "%", by which they are written. */
const NOT_IN_ID =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being written otherwise.
  /[\s~%\p{Surrogate}\p{Noncharacter_Code_Point}\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu;

/** The code point in UTF-8 as %XX; half a character as the three bytes that its number would have. */
function percent(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  const bytes =
    point < 0x80
      ? [point]
      : point < 0x800
        ? [0xc0 | (point >> 6), 0x80 | (point & 0x3f)]
        : point < 0x10000
          ? [0xe0 | (point >> 12), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f)]
          : [0xf0 | (point >> 18), 0x80 | ((point >> 12) & 0x3f), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f)];
  return bytes.map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}

/**
 * The text of an id for a key of another tool. A key that is an id already stays as it is. In others each character that
 * an id cannot have is written as its bytes in UTF-8, `%7E` for "~"; so is the first one where the whole would be a name
 * that every JavaScript object has, or would begin with a bracket; and "%" itself. Nothing is `%-`. Different keys have
 * different ids. What would be longer than an id is cut, with `%-` and 16 hex digits of the SHA-256 of the key at its end.
 */
export function idText(key: string): string {
  if (key === '') return '%-';
  const kept = key.replace(NOT_IN_ID, percent);
  const needsFirst = /^[{[]/u.test(kept) || (kept in Object.prototype && kept === key);
  const [first = ''] = kept;
  const text = needsFirst ? percent(first) + kept.slice(first.length) : kept;
  if (text.length <= LONGEST) return text;
  return `${cutWhole(text, LONGEST - 18)}%-${sha256Hex(key, 8)}`;
}

/** The first units of a text, without half a character at their end. */
export function cutWhole(text: string, units: number): string {
  const last = text.charCodeAt(units - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff && text.length > units ? units - 1 : units);
}

/** The key that `idText` was given; undefined where it was cut. */
export function keyOfId(id: string): string | undefined {
  if (id === '%-') return '';
  if (id.includes('%-')) return undefined;
  return id.replace(/(?:%[0-9A-F]{2})+/gu, (run) => {
    const bytes = run
      .split('%')
      .slice(1)
      .map((hex) => Number.parseInt(hex, 16));
    let text = '';
    for (let i = 0; i < bytes.length; ) {
      const lead = bytes[i] ?? 0;
      const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
      let point = length === 1 ? lead : lead & (0xff >> (length + 1));
      for (let j = 1; j < length; j++) point = (point << 6) | ((bytes[i + j] ?? 0) & 0x3f);
      text += String.fromCodePoint(point);
      i += length;
    }
    return text;
  });
}

/** The id of the entity that a node with this key becomes. */
export function entityIdOf(key: string): EntityId {
  return EntityId.parse(PLAIN.test(key) && !(key in Object.prototype) ? key : idText(key));
}
