import { expect, test } from 'vitest';
import { readFiles } from '../../../src/explorer/data/read-files.ts';

test('a file that is no UTF-8 keeps the others from nothing, and is told by name', async () => {
  const latin = new File([new Uint8Array([0x4d, 0xfc, 0x6c, 0x6c])], 'latin.txt');
  const letter = new File(['Dear editor, Müll'], 'letter.txt');
  expect(await readFiles([latin, letter])).toEqual({
    read: [{ file: 'letter.txt', text: 'Dear editor, Müll' }],
    unread: [{ file: 'latin.txt', why: 'is not text in UTF-8' }],
  });
});
