import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReadInput } from '../../src/formats/format.ts';
import { ReadFailure } from '../../src/formats/read-failure.ts';
import { inputOf, textPieces } from '../../src/formats/read-text.ts';

/** The pieces of a file put together. */
async function wholeText(...given: Parameters<typeof textPieces>): Promise<string> {
  let text = '';
  for await (const piece of textPieces(...given)) text += piece;
  return text;
}

/** A file that arrives in pieces of these sizes, the last one as often as it takes. */
function inPieces(bytes: Uint8Array, sizes: readonly number[]): ReadInput {
  return {
    name: 'file',
    async *chunks() {
      for (let at = 0, i = 0; at < bytes.length; i++) {
        const size = Math.max(1, sizes[Math.min(i, sizes.length - 1)] ?? 1);
        yield bytes.subarray(at, at + size);
        at += size;
      }
    },
  };
}

async function failureOf(reading: Promise<unknown>): Promise<ReadFailure['issue']> {
  const error: unknown = await reading.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof ReadFailure) return error.issue;
  throw new Error(`no ReadFailure: ${String(error)}`);
}

/** Milliseconds: the machine that runs the tests may be busy. */
const PATIENCE = 60_000;

const law = fc.asyncProperty(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 }),
  async (text, sizes) => {
    const bytes = new TextEncoder().encode(text);
    const pieces: string[] = [];
    for await (const piece of textPieces(inPieces(bytes, sizes))) {
      expect(new TextDecoder().decode(new TextEncoder().encode(piece))).toBe(piece);
      pieces.push(piece);
    }
    expect(pieces.join('')).toBe(new TextDecoder().decode(bytes));
  },
);

describe('textPieces', () => {
  test(
    'text is the same however it is cut (pinned seed)',
    () => fc.assert(law, { seed: 20261121, numRuns: 200 }),
    PATIENCE,
  );
  test('text is the same however it is cut (fresh seed)', () => fc.assert(law, { numRuns: 100 }), PATIENCE);

  test('a byte order mark is taken off at the start only', async () => {
    const bytes = new TextEncoder().encode('\ufeffa\ufeffb');
    expect(await wholeText(inPieces(bytes, [1]))).toBe('a\ufeffb');
    expect(await wholeText(inPieces(bytes, [4, 3]))).toBe('a\ufeffb');
  });

  test.each([
    ['in the middle', [0x61, 0x0a, 0x62, 0xff, 0x63], 2, 3],
    ['a character that is cut off by the end', [0x61, 0x0a, 0x0a, 0xe2, 0x82], 3, 3],
    ['half of one before another', [0xc3, 0x28], 1, 0],
    ['a code point that is a surrogate', [0x61, 0xed, 0xa0, 0x80], 1, 1],
  ])('bytes that are no UTF-8 are told with line and offset: %s', async (_, bytes, line, offset) => {
    for (const sizes of [[1], [2], [100]]) {
      const issue = await failureOf(wholeText(inPieces(Uint8Array.from(bytes), sizes)));
      expect(issue).toMatchObject({ code: 'invalid-encoding', file: 'file', line });
      expect(issue.got).toContain(`byte offset ${offset}`);
    }
  });

  test('UTF-16 is named', async () => {
    const issue = await failureOf(wholeText(inputOf('x', Uint8Array.from([0xff, 0xfe, 0x61, 0]))));
    expect(issue.message).toContain('UTF-16');
  });

  test('more bytes than the limit are not read, whether or not the size is told before', async () => {
    const limits = { bytes: 10 };
    expect(await failureOf(wholeText(inputOf('x', 'x'.repeat(11)), { limits }))).toMatchObject({ code: 'too-large' });
    const endless: ReadInput = {
      name: 'x',
      async *chunks() {
        for (;;) yield new Uint8Array(4);
      },
    };
    expect(await failureOf(wholeText(endless, { limits }))).toMatchObject({ code: 'too-large' });
    expect(await wholeText(inputOf('x', 'x'.repeat(10)), { limits })).toHaveLength(10);
  });

  test('progress is told, and a reading can be stopped', async () => {
    const told: [number, number | undefined][] = [];
    const stop = new AbortController();
    const input = inputOf('x', 'x'.repeat(200_000));
    const reading = wholeText(input, {
      signal: stop.signal,
      onProgress: (read, all) => {
        told.push([read, all]);
        if (told.length === 2) stop.abort(new Error('enough'));
      },
    });
    await expect(reading).rejects.toThrow('enough');
    expect(told).toEqual([
      [65_536, 200_000],
      [131_072, 200_000],
    ]);
  });
});
