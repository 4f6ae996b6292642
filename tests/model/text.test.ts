import { describe, expect, test } from 'vitest';
import { cutText, Label, looksLikeMarkup, Prose } from '../../src/model/text.ts';

const accepts = (schema: typeof Label, text: unknown): boolean => schema.safeParse(text).success;
const messages = (text: string): string[] => Label.safeParse(text).error?.issues.map((issue) => issue.message) ?? [];

describe('labels', () => {
  test.each(['A', 'Ada Marsh', 'بلوچستان', 'e\u0301', '日本', '👩‍🚒', 'a\u200db', 'a < b', '=1+1'])(
    '%j is a label',
    (text) => {
      expect(accepts(Label, text)).toBe(true);
    },
  );

  test.each([
    '',
    ' ',
    '\u00a0\u2003',
    'a\nb',
    'a\tb',
    'a\rb',
    'a\u0000b',
    'a\u001b[31m',
    'a\u007f',
    'a\u009b31m',
    12,
    null,
  ])('%j is none', (text) => {
    expect(accepts(Label, text)).toBe(false);
  });

  test.each(['\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069'])(
    'the direction mark %j is refused in labels and prose, and named',
    (mark) => {
      const code = `U+${mark.charCodeAt(0).toString(16).toUpperCase()}`;
      expect(accepts(Prose, `left ${mark}right`)).toBe(false);
      expect(messages(`left ${mark}right`)).toEqual([expect.stringContaining(code)]);
    },
  );

  test('a control character is named by its code point', () => {
    expect(messages('a\u0007b')).toEqual([expect.stringContaining('U+0007')]);
    expect(messages('a\u009bb')).toEqual([expect.stringContaining('U+009B')]);
  });

  test('a control and a direction mark are two findings', () => {
    expect(messages('a\u0007\u202eb')).toHaveLength(2);
  });

  test('an empty label is one finding', () => {
    expect(messages('')).toHaveLength(1);
  });

  test('a label has at most 300 characters, prose 5,000', () => {
    expect([accepts(Label, 'x'.repeat(300)), accepts(Label, 'x'.repeat(301))]).toEqual([true, false]);
    expect([accepts(Prose, 'x'.repeat(5000)), accepts(Prose, 'x'.repeat(5001))]).toEqual([true, false]);
  });

  test('prose may have lines and tabs, but no other control', () => {
    expect(accepts(Prose, 'one\n\ttwo')).toBe(true);
    expect(accepts(Prose, 'one\r\ntwo')).toBe(false);
    expect(accepts(Prose, 'one\u0000two')).toBe(false);
  });
});

describe('markup in labels', () => {
  test.each([
    '<b>bold</b>',
    '</script>',
    '<img src=x onerror=alert(1)>',
    '<!-- x -->',
    'JavaScript:alert(1)',
    'a <svg/onload=x> b',
  ])('%j looks like it', (text) => {
    // A comment is markup from its first characters on, closed or not.
    expect(looksLikeMarkup(text.startsWith('<!--') ? `${text} -->` : text)).toBe(true);
  });

  test.each(['a < b > c', 'x<3', '1 << 2', 'Smith & Sons', '<>', 'AT&T; "quoted"', 'java script'])(
    '%j does not',
    (text) => {
      expect(looksLikeMarkup(text)).toBe(false);
    },
  );
});

test('a text that is cut ends in a whole character, and stays a text', () => {
  expect(cutText('abc', 3)).toBe('abc');
  expect(cutText('abcd', 3)).toBe('ab…');
  expect(cutText('a👩b', 3)).toBe('a…');
  expect(accepts(Prose, cutText('👩'.repeat(3000), 5000))).toBe(true);
});
