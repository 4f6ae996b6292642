import { expect, test } from 'vitest';
import { whyUnreadable } from '../../src/formats/why-unreadable.ts';

const ZIP = [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00];
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1];

function why(name: string, start: readonly number[] | string, isKnown = false): string | undefined {
  return whyUnreadable(
    name,
    typeof start === 'string' ? new TextEncoder().encode(start) : new Uint8Array(start),
    isKnown,
  );
}

test.each([
  ['book.xlsx', ZIP, 'is an Excel workbook. Save each sheet as CSV (UTF-8), and give these'],
  ['book.xls', OLD_OFFICE, 'is an Excel workbook. Save each sheet as CSV (UTF-8), and give these'],
  ['table.ods', ZIP, 'is a spreadsheet. Save each sheet as CSV (UTF-8), and give these'],
  ['report.docx', ZIP, 'is a Word document. Save it as plain text (UTF-8), and give that'],
  ['graphs.zip', ZIP, 'is a ZIP archive. Unpack it, and give what is in it'],
  ['report.pdf', '%PDF-1.7\n', 'is a PDF. Give its text, as a file that ends in .txt'],
  ['photo.jpg', [0xff, 0xd8, 0xff, 0xe0], 'is a picture'],
  ['photo.png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a], 'is a picture'],
  ['ged.csv.gz', [0x1f, 0x8b, 0x08, 0x00], 'is compressed. Unpack it first'],
  ['graph.sqlite', 'SQLite format 3\0', 'is a database. Save its tables as CSV, and give these'],
  ['what.bin', [0x01, 0x00, 0x07], 'is not text, and of no format that can be read'],
])('%s is told by what it is', (name, start, words) => {
  expect(why(name, start)).toBe(words);
});

test('what is named as a table is told by its content: a workbook called .csv is one', () => {
  expect(why('export.csv', ZIP, true)).toContain('ZIP archive');
});

test('an empty file is told as empty, whatever it is called', () => {
  expect([why('a.csv', ''), why('a.txt', ' \r\n\t\n'), why('a.gexf', [], true)]).toEqual([
    'is empty',
    'is empty',
    'is empty',
  ]);
});

test('text may be read: in UTF-8, in UTF-16, with a NUL in a known format, and with the letters of a signature', () => {
  expect(why('a.txt', 'Dear editor')).toBeUndefined();
  expect(why('a.txt', [0xff, 0xfe, 0x61, 0x00])).toBeUndefined();
  expect(why('a.csv', 'from,to\na\0,b\n', true)).toBeUndefined();
  expect(why('pk.csv', 'PK,name\n1,a\n', true)).toBeUndefined();
});
