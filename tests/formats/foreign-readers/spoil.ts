import fc from 'fast-check';

/** One way to spoil a file, at a place that is a share of its length. */
export interface Spoil {
  readonly how: (typeof WAYS)[number];
  readonly at: number;
  readonly size: number;
  readonly pick: number;
}

/** Those that leave a file well formed stand oftener: others are refused before much of it is read. */
const WAYS = [
  ...(['flip', 'cut', 'tail', 'repeat', 'splice', 'insert'] as const),
  ...(['word', 'word', 'word', 'swap', 'swap', 'swap', 'swap', 'drop', 'name'] as const),
] as const;

const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'] as const;
/** What is put in the place of a word, or a name. */
const WORDS: readonly string[] = [
  ...NAMES,
  ...[
    '',
    ' ',
    '~',
    '0',
    '-0',
    '1e999',
    '-1e400',
    '1e-400',
    '123456789012345678901234567890',
    '0x10',
    'NaN',
    'Infinity',
  ],
  ...[
    '=1+1',
    '@SUM(A1)',
    '<script>alert(1)</script>',
    'javascript:alert(1)',
    '&lt;b&gt;',
    '&#0;',
    '&a;',
    ']]>',
    '<![CDATA[',
  ],
  ...['null', 'true', '[]', '{}', '"', "'", '\\', '\\ud800', '\\u0000', '\u202e', '\uffff', '\u0085', 'é', '\ufeff'],
  ...[
    '9999-99-99',
    '2020/2019',
    '0000',
    'a'.repeat(400),
    'x,y;z\t|',
    '\n',
    '\r',
    '../../etc/passwd',
    'file:///etc/passwd',
  ],
];
/** What is put between two bytes. */
const PIECES: readonly (string | Uint8Array)[] = [
  ...['[', '{"a":', '<a>', '(', '"', '<a b="', '&amp;'].map((text) => text.repeat(5000)),
  ...['\u0000', '\u0000'.repeat(500), '\ufeff', '\n'.repeat(3000), ','.repeat(3000), '\t'.repeat(100), '"'.repeat(999)],
  ...[[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x82]].map(
    (one) => new Uint8Array(one),
  ),
  ...['"__proto__":{"polluted":1},', '"constructor":{"prototype":{"polluted":1}},', '<!-- ', '-->', '<?x ?>'],
  '<!DOCTYPE a [<!ENTITY b "cccccccccc"><!ENTITY d "&b;&b;&b;&b;&b;">]>',
];

export const spoils: fc.Arbitrary<readonly Spoil[]> = fc.array(
  fc.record({
    how: fc.constantFrom(...WAYS),
    // Without a bias, which would spoil most files at their very beginning and show nothing more.
    at: fc.noBias(fc.integer({ min: 0, max: 99_999 })).map((hundredThousandths) => hundredThousandths / 100_000),
    size: fc.nat(300),
    pick: fc.noBias(fc.nat(10_000)),
  }),
  { minLength: 1, maxLength: 3 },
);

const WORD = /[\p{L}\p{N}_.:#/@%+-]+/gu;

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function picked<T>(list: readonly T[], pick: number): T {
  const one = list[pick % list.length];
  if (one === undefined) throw new Error('an empty list');
  return one;
}

const encoder = new TextEncoder();

function spoilOnce(bytes: Uint8Array, { how, at, size, pick }: Spoil, other: Uint8Array): Uint8Array {
  const place = Math.floor(at * bytes.length);
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
  switch (how) {
    case 'flip': {
      const copy = bytes.slice();
      if (place < copy.length) copy[place] = (copy[place] ?? 0) ^ (1 << (pick % 8));
      return copy;
    }
    case 'cut':
      return joined(before, after.subarray(size));
    case 'tail':
      return before.slice();
    case 'repeat':
      return joined(before, ...Array.from({ length: 2 + (pick % 50) }, () => after.subarray(0, size)), after);
    case 'splice':
      return joined(before, other.subarray(Math.floor(other.length * (pick / 10_001))).subarray(0, size * 3), after);
    case 'insert': {
      const piece = picked(PIECES, pick);
      return joined(before, typeof piece === 'string' ? encoder.encode(piece) : piece, after);
    }
    case 'drop':
      return encoder.encode(dropLine(new TextDecoder().decode(bytes), at));
    default:
      return encoder.encode(spoilWord(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), how, at, pick));
  }
}

function dropLine(text: string, at: number): string {
  const lines = text.split('\n');
  lines.splice(Math.floor(at * lines.length), 1);
  return lines.join('\n');
}

/** Puts a strange word, or one that stands elsewhere in the file, in the place of a word; or does so with all of its kind. */
function spoilWord(text: string, how: 'word' | 'swap' | 'name', at: number, pick: number): string {
  const words = [...text.matchAll(WORD)];
  const found = words[Math.floor(at * words.length)];
  if (found === undefined) return text;
  const [word] = found;
  if (how === 'name') return text.replaceAll(word, () => picked(NAMES, pick));
  const instead = how === 'swap' ? picked(words, pick)[0] : picked(WORDS, pick);
  return text.slice(0, found.index) + instead + text.slice(found.index + word.length);
}

/** A file spoilt in several ways, one after the other; `other` is one of which pieces are put into it. */
export function spoilt(bytes: Uint8Array, ways: readonly Spoil[], other: Uint8Array): Uint8Array {
  return ways.reduce((file, way) => spoilOnce(file, way, other).subarray(0, MOST_BYTES), bytes);
}

/** Short enough that any reader is done with it at once. */
const MOST_BYTES = 200_000;
