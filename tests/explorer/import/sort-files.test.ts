import { expect, test } from 'vitest';
import { pastedFile } from '../../../src/explorer/import/pasted-file.ts';
import { recognise, sortFiles } from '../../../src/explorer/import/sort-files.ts';

const file = (name: string, text: string): File => new File([text], name);
const GRAPH = file('town.json', '{"format": "ascribe-graph", "version": 1}');
const GEXF = file('people.gexf', '<?xml version="1.0"?><gexf version="1.3"></gexf>');
const EDGES = file('edges.csv', 'from,to\na,b\n');
const LETTER = file('letter.txt', 'Dear editor, the bridge, as everybody knows, was never closed.');

async function sorted(...files: File[]) {
  const { graph, imports, documents, refused } = await sortFiles(files);
  return {
    ...(refused.length === 0 ? {} : { refused: refused.map((one) => `${one.file.name} ${one.refused ?? ''}`) }),
    graph: graph?.name,
    imports: imports.map((one) => `${one.file.name} ${one.formats[0]?.id ?? '?'}`),
    documents: documents.map(({ name }) => name),
  };
}

test('one graph document is opened as it is, with the texts that come along', async () => {
  expect(await sorted(LETTER, GRAPH)).toEqual({ graph: 'town.json', imports: [], documents: ['letter.txt'] });
});

test('JSON that no reader knows is taken for a graph document, which says what it lacks', async () => {
  expect(await sorted(file('broken.json', '{"format": '))).toMatchObject({ graph: 'broken.json', imports: [] });
});

test('graphs of other formats, and several, are looked at first', async () => {
  expect(await sorted(GEXF)).toEqual({ graph: undefined, imports: ['people.gexf gexf'], documents: [] });
  expect(await sorted(GRAPH, EDGES)).toMatchObject({
    graph: undefined,
    imports: ['town.json json', 'edges.csv edge-list'],
  });
});

test('a text is a graph only if its content says so', async () => {
  expect(await sorted(LETTER)).toMatchObject({ imports: [], documents: ['letter.txt'] });
  expect(await sorted(file('edges.txt', 'from\tto\na\tb\n'))).toMatchObject({ imports: ['edges.txt edge-list'] });
});

test('a byte order mark hides no format', async () => {
  expect(await sorted(file('people.xml', `\ufeff${await GEXF.text()}`))).toMatchObject({
    imports: ['people.xml gexf'],
  });
});

test('a pasted text is named by what it seems to be', () => {
  expect(['{"a":1}', ' [1]', '<gexf/>', 'from\tto\na\tb', 'Dear editor'].map((text) => pastedFile(text).name)).toEqual([
    'pasted.json',
    'pasted.json',
    'pasted.xml',
    'pasted.tsv',
    'pasted.txt',
  ]);
});

test('what holds neither a graph nor a text is no document of a source', async () => {
  const book = new File([new Uint8Array([0x50, 0x4b, 0x03, 0x04])], 'actors.xlsx');
  const photo = new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe0])], 'photo.jpg');
  expect(await sorted(GEXF, book, photo, file('empty.csv', ''), LETTER)).toEqual({
    graph: undefined,
    imports: ['people.gexf gexf'],
    documents: ['letter.txt'],
    refused: [
      'actors.xlsx is an Excel workbook. Save each sheet as CSV (UTF-8), and give these',
      'photo.jpg is a picture',
      'empty.csv is empty',
    ],
  });
  expect((await recognise(book)).formats).toEqual([]);
});

test('a table that is not understood is looked at, and no text of a source', async () => {
  const { imports, documents } = await sorted(
    file('one-column.csv', 'names\nAnn Lee\n'),
    file('list.tsv', 'Ann Lee\n'),
  );
  expect(imports.map((one) => one.split(' ')[0])).toEqual(['one-column.csv', 'list.tsv']);
  expect(documents).toEqual([]);
});
