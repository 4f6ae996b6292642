import { describe, expect, test } from 'vitest';
import { bytesOf, sizeText } from '../../../src/explorer/export/save-file.ts';
import { finenessOf } from '../../../src/explorer/export/to-png.ts';

describe('sizes', () => {
  test.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1 KB'],
    [14_321, '14 KB'],
    [999_499, '999 KB'],
    [999_500, '1 MB'],
    [2_340_000, '2.3 MB'],
  ])('%d is %s', (bytes, text) => expect(sizeText(bytes)).toBe(text));

  test('of text they count UTF-8, not characters', () => {
    expect(bytesOf({ name: 'x', text: 'é🏔' })).toBe(6);
    expect(bytesOf({ name: 'x', bytes: new Uint8Array(5) })).toBe(5);
  });
});

describe('a picture in pixels', () => {
  test('is twice as fine as the drawing', () => expect(finenessOf(1200, 900)).toBe(2));

  test.each([
    [9000, 7000],
    [40_000, 200],
    [20_000, 20_000],
  ])('of %d × %d is as fine as browsers can make it', (width, height) => {
    const fineness = finenessOf(width, height);
    expect(fineness).toBeLessThan(2);
    expect(width * height * fineness ** 2).toBeLessThanOrEqual(60_000_001);
    expect(Math.max(width, height) * fineness).toBeLessThanOrEqual(16_000.001);
  });
});
