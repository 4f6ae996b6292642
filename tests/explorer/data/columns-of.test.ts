import { expect, test } from 'vitest';
import { columnsOf } from '../../../src/explorer/data/columns-of.ts';
import { readEdgeList } from '../../../src/formats/edge-list/read-edge-list.ts';
import { Mapping } from '../../../src/formats/foreign/mapping.ts';
import { inputOf } from '../../../src/formats/read-text.ts';

const names = (columns: readonly { readonly name: string }[] = []): string[] => columns.map(({ name }) => name);

test.each([
  ['a header', 'from,to,relation\nA,B,pays\n', { from: 'from', to: 'to' }],
  ['no header', "0 1 {}\n1 2 {'weight': 7}\n", { from: 'column 1', to: 'column 2' }],
  ['a comment for a header', '# made\n# FromNodeId\tToNodeId\n1\t2\n2\t3\n', { from: 'FromNodeId', to: 'ToNodeId' }],
  ['a first row that may be an edge', 'a,b\nb,c\n', undefined],
])('of a table with %s the ends are those that the reader takes unasked', async (_, text, ends) => {
  const columns = columnsOf(undefined, text);
  expect(columns.ends).toEqual(ends && { ...ends, directed: true });
  const { graph } = await readEdgeList(inputOf('x.csv', text));
  expect(graph !== undefined).toBe(ends !== undefined);
  if (graph === undefined) return;
  const mapping = Mapping.parse({ version: 1, table: columns.ends });
  const mapped = await readEdgeList(inputOf('x.csv', text), { mapping });
  expect(mapped.graph?.claims).toEqual(graph.claims);
});

test('what NetworkX writes of an edge can be given a meaning', () => {
  const { edge, suggested } = columnsOf(undefined, "0 1 {'relation': 'pays'}\n1 2 {'relation': 'knows'}\n");
  expect(names(edge)).toEqual(['column 1', 'column 2', 'column 3', 'relation']);
  expect(suggested.edge).toEqual({ type: 'relation' });
});

test('the columns of a table of things say something of entities', () => {
  const { edge, node, ends, suggested } = columnsOf(undefined, 'Id,Label,Category\na,Ann,person\n');
  expect([edge, ends, names(node)]).toEqual([[], undefined, ['Id', 'Label', 'Category']]);
  expect(suggested).toMatchObject({ edge: {}, node: { label: 'Label', kind: 'Category' } });
  for (const { field } of suggested.suggestions) expect(field).toMatch(/^node\./u);
});

test('tags of HXL are no samples of a column', () => {
  const { table } = columnsOf(undefined, 'source,target\n#org+from,#org+to\nA,B\n');
  expect(table).toEqual([
    { name: 'source', samples: ['A'] },
    { name: 'target', samples: ['B'] },
  ]);
});
