import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256Hex } from '../../src/model/sha256.ts';

const byNode = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('SHA-256 of a text', () => {
  test('is that of Node, whatever was hashed before', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 300, size: 'max' })), (texts) => {
        for (const text of texts) expect(sha256Hex(text)).toBe(byNode(text));
      }),
    );
  });

  test('of a text longer than the room that is kept', () => {
    const text = 'بلوچستان'.repeat(1000);
    expect(sha256Hex(text)).toBe(byNode(text));
    expect(sha256Hex('after it')).toBe(byNode('after it'));
  });

  test('can be cut to its first bytes', () => {
    expect(sha256Hex('', 4)).toBe('e3b0c442');
  });
});
