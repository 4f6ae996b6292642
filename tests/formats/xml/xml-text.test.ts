import { expect, test } from 'vitest';
import { xmlJson, xmlText } from '../../../src/formats/xml/xml-text.ts';

test('what XML cannot hold is replaced in text and escaped in JSON', () => {
  const text = 'a\ud800b\u0000c\uffffd🏔\n';
  expect(xmlText(text)).toBe('a\ufffdb\ufffdc\ufffdd🏔\n');
  expect(xmlJson(JSON.stringify({ text }))).toMatch(/^[\u0020-\u007e🏔]+$/u);
  expect(JSON.parse(xmlJson(JSON.stringify({ text })))).toEqual({ text });
});
