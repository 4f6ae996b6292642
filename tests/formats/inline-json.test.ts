import { expect, test } from 'vitest';
import { inlineJson } from '../../src/formats/inline-json.ts';

test('marks that turn the text around them are escapes, and come back', () => {
  const value = { name: 'a\u202eb\u2066c\u200fd', urdu: 'بلوچستان' };
  expect(inlineJson(value)).not.toMatch(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
  expect(inlineJson(value)).toContain('بلوچستان');
  expect(JSON.parse(inlineJson(value))).toEqual(value);
});
