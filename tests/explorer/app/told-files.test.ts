import { expect, test } from 'vitest';
import { matchingTold, refusalTold } from '../../../src/explorer/app/told-files.ts';
import type { MatchedTexts } from '../../../src/explorer/data/match-texts.ts';
import { SourceId } from '../../../src/model/ids.ts';

const MATCHED: MatchedTexts['matched'][number] = {
  ...{ source: SourceId.parse('gazette'), file: 'gazette.txt', matchedBy: 'fingerprint' },
  text: { text: '' },
  passages: new Map(),
};

test('documents that were matched are counted, and those that were not are named', () => {
  expect(matchingTold({ matched: [MATCHED], unmatched: [], unread: [] }, 2, 5, 'dropped')).toEqual({
    title: '2 of 5 documents at hand',
    message: 'Each claim now shows its passage. Nothing left this browser.',
    warns: false,
  });
  expect(
    matchingTold(
      { matched: [MATCHED], unmatched: ['letter.txt'], unread: [{ file: 'latin.txt', why: 'is not text in UTF-8' }] },
      ...([2, 5, 'dropped'] as const),
    ),
  ).toEqual({
    title: '2 of 5 documents at hand',
    message: 'No source of this graph matches letter.txt. latin.txt is not text in UTF-8.',
    warns: true,
  });
});

test('where nothing was matched, it is not told as documents: nobody said that it was one', () => {
  const one = matchingTold({ matched: [], unmatched: ['notes.txt'], unread: [] }, 0, 5, 'dropped');
  expect(one.title).toBe('Nothing to be done with notes.txt');
  expect(one.message).toContain('no graph or table that is recognised, and not the text of a source');
  const pasted = matchingTold({ matched: [], unmatched: ['pasted.txt'], unread: [] }, 0, 5, 'pasted');
  expect(pasted.title).toBe('Nothing to be done with the pasted text');
  expect(JSON.stringify(pasted)).not.toContain('pasted.txt');
});

test('files from which nothing can be read are each told by what they are', () => {
  const refused = ['a.jpg', 'b.jpg'].map((name) => ({ file: { name }, refused: 'is a picture' }));
  expect(refusalTold(refused)).toEqual({
    title: 'Nothing can be read from 2 files',
    message: 'a.jpg is a picture. b.jpg is a picture.',
    warns: true,
  });
  const many = Array.from({ length: 40 }, (_, i) => ({ file: { name: `${i}.jpg` }, refused: 'is a picture' }));
  expect(refusalTold(many).message).toMatch(/4\.jpg is a picture\. And 35 more\.$/u);
});
