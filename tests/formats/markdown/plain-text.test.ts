import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText, webLink } from '../../../src/formats/markdown/plain-text.ts';

const PINNED = 20_240_513;

/**
 * What each text becomes. Checked against three readers, none of which makes anything but text of the right-hand side in a
 * paragraph, a heading, a list, a table and a quotation: mdast-util-from-markdown 2.1 with micromark-extension-gfm 3.0,
 * markdown-it 15.0 with links found, and marked 18.2.
 */
const TABLE: readonly (readonly [string, string])[] = [
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['[x](javascript:alert(1))', '\\[x\\](javascript:alert(1))'],
  ['![i](http://e.example/x.png)', '!\\[i\\](http:/<!-- -->/e.example/x.png)'],
  ['www.evil.example', 'ww<!-- -->w.evil.example'],
  ['a@evil.example', 'a@<!-- -->evil.example'],
  ['# heading', '\\# heading'],
  ['ends with #', 'ends with \\#'],
  ['- item', '\\- item'],
  ['1. item', '1\\. item'],
  ['> quote', '&gt; quote'],
  ['**b** _i_ ~~s~~ `c`', '\\*\\*b\\*\\* \\_i\\_ \\~\\~s\\~\\~ \\`c\\`'],
  ['| a | b |', '\\| a \\| b \\|'],
  ['===', '\\==='],
  ['a\n\n# b', 'a \\# b'],
  ['&lt;b&gt;', '&amp;lt;b&amp;gt;'],
  ['[^1] $x$', '\\[\\^1\\] \\$x\\$'],
  [':skull: at 12:30:45 :+1: a:b', '\\:<!-- -->skull: at 12:30:45 :<!-- -->+1: a:b'],
  [':see_no_evil::100:', '\\:<!-- -->see\\_no\\_evil::<!-- -->100:'],
  ['nul\u0000 half\ud800', 'nul\ufffd half\ufffd'],
  ['بلوچستان 日本 🏔', 'بلوچستان 日本 🏔'],
];

/** Takes the escapes off again, by the rules of CommonMark and nothing else. */
function shown(markdown: string): string {
  return markdown
    .replaceAll('<!-- -->', '')
    .replace(/\\([!-/:-@[-`{-~])/gu, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

describe('plainText', () => {
  test.each(TABLE)('%j', (text, expected) => expect(plainText(text)).toBe(expected));

  const pieces = fc.constantFrom(
    ...['\\', '`', '*', '_', '[', ']', '(', '<', '>', '&', '|', '~', '$', '#', '-', '+', '=', '//', 'http:', 'www.'],
    ...['@', 'a', 'b.c', ' ', '\n', '1.', '{', '}', '日', 'é', '!', '"', ':', ':skull:', '_'],
  );
  const texts = fc.array(pieces, { maxLength: 12 }).map((all) => all.join(''));
  const property = fc.property(texts, (text) => {
    const made = plainText(text);
    expect(shown(made)).toBe(text.replace(/\s+/gu, ' ').trim());
    expect(made).not.toMatch(/[\n\t]/u);
    // No mark is left without its backslash, and no address, mention or tag in one piece.
    const bare = made.replaceAll('<!-- -->', '\u0001').replace(/\\./gu, '\u0002');
    expect(bare).not.toMatch(/[\\`*_[\]{}|~$^#<>]|\/\/|www\.|@\w/u);
    // Nor a name between colons, once the backslashes are off.
    expect(made.replaceAll('<!-- -->', '\u0001').replace(/\\([!-/:-@[-`{-~])/gu, '$1')).not.toMatch(
      /:(?!\d\d:)[a-z\d_+-]+:/iu,
    );
  });
  test('what is shown is the text, letter for letter (pinned seed)', () =>
    fc.assert(property, { seed: PINNED, numRuns: 3000 }));
  test('what is shown is the text, letter for letter (fresh seed)', () => fc.assert(property, { numRuns: 800 }));
});

test('an address cannot end its link', () => {
  expect(webLink('https://a.example/x?y=1&z=%20')).toBe('<https://a.example/x?y=1&z=%20>');
  expect(webLink('https://a.example/>[x](y) <b>|')).not.toMatch(/[[\]()| ]|<b|.>./u);
});
