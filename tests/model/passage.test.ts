import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Locator } from '../../src/model/claim.ts';
import { DocumentText, type Found, findPassages, normaliseText } from '../../src/model/passage.ts';
import { sha256Hex } from '../../src/model/sha256.ts';

const ORIGINAL = ['The bridge is old.', '', 'Residents say it is closed.', 'The council denies it.', ''].join('\n');

function locate(text: string, words: string, nth = 1): Locator {
  const document = new DocumentText(text);
  const at = document.find(words, nth);
  if (at === undefined) throw new RangeError(`${words} is not in the text`);
  return document.locate(at.start, at.end);
}
/** What findPassages says of a passage of the original in another text, and the words that stand there. */
function look(other: string, ...words: readonly string[]): { status: Found['status']; words?: string }[] {
  const document = new DocumentText(other);
  return findPassages(
    document,
    words.map((passage) => locate(ORIGINAL, passage)),
  ).map((found) =>
    found.status === 'missing'
      ? { status: found.status }
      : { status: found.status, words: document.slice(found.start, found.end) },
  );
}
const THREE = ['The bridge is old.', 'Residents say it is closed.', 'The council denies it.'];

describe('locators', () => {
  test('count code points and paragraphs with text, and carry the hash of the passage', () => {
    expect(locate('𐐷𐐷 one\n\n  \ntwo 😀 three', 'two 😀')).toEqual({
      paragraph: 2,
      start: 11,
      end: 16,
      sha256: sha256Hex('two 😀'),
    });
  });

  test('the hash is that of the UTF-8 bytes', () => {
    // sha256sum of "é" in UTF-8 (c3 a9).
    expect(sha256Hex('é')).toBe('4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c');
  });

  test.each(['a\r\nb', 'a\rb', '\ufeffa\nb'])('%j is read as a, line break, b', (raw) => {
    expect(normaliseText(raw)).toBe('a\nb');
    expect(new DocumentText(raw).sha256).toBe(sha256Hex('a\nb'));
  });

  test('a byte order mark further on is a character like any other', () => {
    expect(normaliseText('a\ufeffb')).toBe('a\ufeffb');
  });

  test('find gives the n-th occurrence, and nothing past the last', () => {
    const document = new DocumentText('😀 aa aaa');
    expect(document.find('aa', 2)).toEqual({ start: 5, end: 7 });
    // Occurrences may overlap.
    expect(document.find('aa', 3)).toEqual({ start: 6, end: 8 });
    expect(document.find('aa', 4)).toBeUndefined();
  });
});

describe('DESIGN 2.1: exact, moved, changed or missing', () => {
  test.each([
    ['the same text', ORIGINAL],
    ['CRLF line breaks', ORIGINAL.replaceAll('\n', '\r\n')],
    ['CR line breaks', ORIGINAL.replaceAll('\n', '\r')],
    ['a byte order mark', `\ufeff${ORIGINAL}`],
    ['both', `\ufeff${ORIGINAL.replaceAll('\n', '\r\n')}`],
  ])('exact: %s', (_, text) => {
    expect(look(text, ...THREE)).toEqual(THREE.map((words) => ({ status: 'exact', words })));
  });

  test('moved: text was put before it, astral characters too', () => {
    expect(look(`😀😀 News.\n\n${ORIGINAL}`, ...THREE)).toEqual(THREE.map((words) => ({ status: 'moved', words })));
  });

  test('what stands before the change stays exact', () => {
    const other = ORIGINAL.replace('The council', 'At noon the mayor spoke. The council');
    expect(look(other, ...THREE).map((found) => found.status)).toEqual(['exact', 'exact', 'moved']);
  });

  test('changed: another wording stands between its neighbours, and that is shown', () => {
    expect(look(ORIGINAL.replace('closed', 'shut'), ...THREE)).toEqual([
      { status: 'exact', words: THREE[0] },
      { status: 'changed', words: 'Residents say it is shut.' },
      { status: 'moved', words: THREE[2] },
    ]);
  });

  test.each(['  closed', 'Closed', 'closed\u0301'])(
    'changed: %j in place of "closed" is never taken for it',
    (word) => {
      expect(look(ORIGINAL.replace('closed', word), ...THREE)[1]?.status).toBe('changed');
    },
  );

  test('missing: its paragraph was removed', () => {
    expect(look(ORIGINAL.replace('Residents say it is closed.\n', ''), ...THREE)).toEqual([
      { status: 'exact', words: THREE[0] },
      { status: 'missing' },
      { status: 'moved', words: THREE[2] },
    ]);
  });

  test('missing: the first and the last paragraph were removed', () => {
    const other = 'Residents say it is closed.\n';
    expect(look(other, ...THREE).map((found) => found.status)).toEqual(['missing', 'moved', 'missing']);
  });

  test('missing: the document is empty', () => {
    expect(look('', ...THREE)).toEqual(THREE.map(() => ({ status: 'missing' })));
  });

  test('missing: the locator lies past the end of a short text', () => {
    expect(look('Old.', 'The council denies it.')).toEqual([{ status: 'missing' }]);
  });

  test('copies: a passage that stands twice is counted, and the place nearest to the old one is given', () => {
    const text = 'One. Two. One. Two. One.';
    const locator = locate(text, 'One.', 2);
    expect(findPassages(new DocumentText(text), [locator])).toEqual([{ status: 'exact', start: 10, end: 14 }]);
    const moved = findPassages(new DocumentText(`So: ${text}`), [locator]);
    expect(moved).toEqual([{ status: 'moved', start: 14, end: 18, copies: 3 }]);
    const tie = findPassages(new DocumentText('One. 45678901234 One.'), [{ ...locator, start: 8, end: 12 }]);
    expect(tie).toMatchObject([{ status: 'moved', start: 0, copies: 2 }]);
  });

  test('one answer for each locator, in their order, whatever it is', () => {
    const document = new DocumentText(ORIGINAL);
    const locators = THREE.map((words) => locate(ORIGINAL, words));
    const backwards = findPassages(document, locators.toReversed());
    expect(backwards).toEqual(findPassages(document, locators).toReversed());
    expect(findPassages(document, [])).toEqual([]);
  });

  test('moved: passages that changed places', () => {
    const other = [THREE[2], THREE[1], THREE[0]].join('\n');
    expect(look(other, ...THREE).map(({ words }) => words)).toEqual(THREE);
  });
});

describe('putting text before a document', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '😀', '.', '“'), minLength: 1, maxLength: 4 });
  const gap = fc.constantFrom(' ', '\n', '\n\n', '\r\n');
  const prose = fc
    .array(fc.tuple(word, gap), { minLength: 1, maxLength: 12 })
    .map((pairs) => normaliseText(pairs.flat().join('')));
  const passages = prose.chain((text) => {
    const { length } = new DocumentText(text);
    const cut = fc.tuple(fc.nat(length - 1), fc.nat(length - 1)).map(([a, b]) => [Math.min(a, b), Math.max(a, b) + 1]);
    return fc.record({ text: fc.constant(text), cuts: fc.array(cut, { minLength: 1, maxLength: 4 }) });
  });
  const statuses = (
    { text, cuts }: { text: string; cuts: readonly (readonly number[])[] },
    before: string,
    fits: (document: DocumentText, start: number) => boolean,
  ): string[] => {
    const original = new DocumentText(text);
    const locators = cuts.flatMap(([start = 0, end = 1]) =>
      fits(original, start) ? [original.locate(start, end)] : [],
    );
    const other = new DocumentText(before + text);
    return findPassages(other, locators).map((found, i) => {
      const locator = locators[i];
      if (found.status === 'moved' || found.status === 'exact') {
        expect(sha256Hex(other.slice(found.start, found.end))).toBe(locator?.sha256);
      }
      return found.status;
    });
  };
  const only = (found: readonly string[]): void => {
    expect(found.filter((status) => status !== 'exact' && status !== 'moved')).toEqual([]);
  };

  test('whole words before it leave passages that start with a word exact or moved', () => {
    fc.assert(
      fc.property(passages, prose, (given, before) => {
        only(statuses(given, `${before}\n`, (document, start) => document.wordStarts.includes(start)));
      }),
    );
  });

  test('any text before it leaves every passage exact or moved, wherever it starts', () => {
    fc.assert(
      fc.property(passages, fc.string({ unit: 'grapheme', minLength: 1 }), (given, before) => {
        only(statuses(given, before, () => true));
      }),
    );
  });

  test('a passage inside quotation marks is found again', () => {
    const text = 'He said “it is closed” and left.';
    const moved = findPassages(new DocumentText(`At noon. ${text}`), [locate(text, 'it is closed')]);
    expect(moved).toEqual([{ status: 'moved', start: 18, end: 30, copies: 1 }]);
  });
});
