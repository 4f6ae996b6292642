import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CodePointText, textToSend } from '../../../src/explorer/data/code-point-text.ts';
import { DocumentText } from '../../../src/model/passage.ts';

const FRESH_SEED = Date.now() % 2 ** 31;

test.each([1, FRESH_SEED])('a text that was sent is cut as the document that it is (seed %i)', (seed) => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme-ascii' }));
  const place = fc.integer({ min: -3, max: 40 });
  fc.assert(
    fc.property(text, place, place, (raw, start, end) => {
      const document = new DocumentText(raw);
      const sent = new CodePointText(structuredClone(textToSend(document.text)));
      expect(sent.length).toBe(document.length);
      expect(sent.slice(start, Math.max(start, end))).toBe(document.slice(start, Math.max(start, end)));
    }),
    { seed, numRuns: 500 },
  );
});

test('a text without characters beyond the first plane is sent without offsets', () => {
  expect(textToSend('سلام, naïve').offsets).toBeUndefined();
  expect(textToSend('a😀b').offsets).toEqual(Uint32Array.of(0, 1, 3, 4));
});
