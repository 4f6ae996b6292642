import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byCodePoint } from '../../src/model/order.ts';

const text = fc.string({ unit: 'binary', maxLength: 12 });

describe('code-point order', () => {
  test('is that of the UTF-8 bytes', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(byCodePoint(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
      { numRuns: 2000 },
    );
  });

  test('is that of the UTF-8 bytes also around the surrogates, after a common start', () => {
    const edge = fc.constantFrom('\ud7ff', '\ue000', '\uffff', '\u{10000}', '\u{10ffff}', 'a', '');
    fc.assert(
      fc.property(text, edge, edge, (start, a, b) => {
        const [x, y] = [start + a, start + b];
        expect(Math.sign(byCodePoint(x, y))).toBe(Buffer.compare(Buffer.from(x), Buffer.from(y)));
      }),
    );
  });

  test('tells any two strings apart, even lone surrogates, and the same from either side', () => {
    const units = fc.array(fc.constantFrom(0x61, 0xd800, 0xdbff, 0xdc00, 0xdfff, 0xe000), { maxLength: 4 });
    fc.assert(
      fc.property(units, units, (a, b) => {
        const [x, y] = [String.fromCharCode(...a), String.fromCharCode(...b)];
        expect(byCodePoint(x, y) === 0).toBe(x === y);
        expect(Math.sign(byCodePoint(x, y)) + Math.sign(byCodePoint(y, x))).toBe(0);
      }),
    );
  });

  test('is not that of a locale: capitals first, accents last', () => {
    expect(['é', 'a', 'B', 'Z', 'b'].toSorted(byCodePoint)).toEqual(['B', 'Z', 'a', 'b', 'é']);
  });
});
