import { describe, expect, test } from 'vitest';
import { CX2, CYJS } from '../../../src/formats/cytoscape/format.ts';
import { readCx2 } from '../../../src/formats/cytoscape/read-cx2.ts';
import { readCyjs } from '../../../src/formats/cytoscape/read-cyjs.ts';
import { inputOf } from '../../../src/formats/read-text.ts';

const text = (content: unknown): ReturnType<typeof inputOf> =>
  inputOf('towns.json', typeof content === 'string' ? content : JSON.stringify(content));

const NODES = [
  { data: { id: 'a', name: 'Ann', type: 'person', score: 3 }, position: { x: 1, y: 2 }, selected: false },
  { data: { id: 'b', parent: 'g' } },
  { data: { id: 'g' }, classes: 'group' },
];
const EDGES = [{ data: { id: 'e', source: 'a', target: 'b', interaction: 'pays', __proto__: null } }];

describe('readCyjs', () => {
  test.each([
    ['lists of nodes and edges', { nodes: NODES, edges: EDGES }],
    ['one list', [...NODES, ...EDGES]],
    ['one list with groups', [...NODES.map((one) => ({ group: 'nodes', ...one })), { group: 'edges', ...EDGES[0] }]],
  ])('elements in %s', async (_, elements) => {
    const { graph, issues, losses } = await readCyjs(
      text({ format_version: '1.0', data: { name: 'Towns' }, elements }),
    );
    expect(issues).toEqual([]);
    expect(graph?.entities[0]).toMatchObject({ id: 'a', name: 'Ann', kind: 'person' });
    expect(graph?.entities[0]?.attributes).toEqual([
      { name: 'name', value: 'Ann' },
      { name: 'type', value: 'person' },
      { name: 'score', value: 3 },
      { name: 'viz.x', value: 1 },
      { name: 'viz.y', value: 2 },
      { name: 'element.selected', value: false },
    ]);
    expect(graph?.claims.map(({ subject, type, object }) => [subject, type, object])).toEqual([
      ['b', 'child-of', 'g'],
      ['a', 'pays', 'b'],
    ]);
    expect(losses?.map(({ field }) => field)).toEqual(['file.format_version', 'file.data']);
  });

  test('what is no element is located, and left out only when that is asked for', async () => {
    const content =
      '{"elements": {"nodes": [{"data": {"id": "a"}}, {"data": {}}, 7], "edges": [\n{"data": {"source": "a"}}]}}';
    const refused = await readCyjs(text(content));
    expect(refused.graph).toBeUndefined();
    expect(refused.issues.map(({ path }) => path)).toEqual([
      ['elements', 'nodes', 1],
      ['elements', 'nodes', 2],
      ['elements', 'edges', 0],
    ]);
    expect(await readCyjs(text(content), { skipBad: true })).toMatchObject({ skipped: 3 });
  });
});

describe('readCx2', () => {
  const network = [
    { CXVersion: '2.0', hasFragments: true },
    { metaData: [{ name: 'nodes', elementCount: 2 }] },
    {
      attributeDeclarations: [
        {
          nodes: { name: { d: 'string', a: 'n' }, side: { d: 'string', v: 'unknown' }, tags: { d: 'list_of_string' } },
          edges: { interaction: { a: 'i', d: 'string' }, weight: { d: 'double' } },
        },
      ],
    },
    { nodes: [{ id: 1, x: 5, y: 6.5, v: { n: 'Ann', tags: ['x', 'y'], side: 'left' } }] },
    { nodes: [{ id: 2, v: { n: 'Bob' } }] },
    { edges: [{ id: 1, s: 1, t: 2, v: { i: 'pays', weight: 0.25 } }] },
    { visualProperties: [{ default: {} }] },
    { status: [{ success: true }] },
  ];

  test('aliases, defaults, lists and aspects in several parts', async () => {
    const { graph, issues, losses } = await readCx2(text(network));
    expect(issues).toEqual([]);
    expect(graph?.entities[0]).toMatchObject({
      id: '1',
      name: 'Ann',
      attributes: [
        { name: 'name', value: 'Ann' },
        { name: 'tags', value: 'x' },
        { name: 'tags', value: 'y' },
        { name: 'side', value: 'left' },
        { name: 'viz.x', value: 5 },
        { name: 'viz.y', value: 6.5 },
      ],
    });
    expect(graph?.entities[1]?.attributes).toContainEqual({ name: 'side', value: 'unknown' });
    expect(graph?.claims).toMatchObject([{ subject: '1', type: 'pays', object: '2' }]);
    expect(losses?.map(({ field, count }) => [field, count])).toEqual([['aspect visualProperties', 1]]);
  });

  test('another version is refused, a file that broke off is told, bad records are located', async () => {
    expect((await readCx2(text([{ CXVersion: '1.0' }]))).issues).toMatchObject([{ code: 'invalid-format' }]);
    expect((await readCx2(text([{ numberVerification: [] }]))).issues).toMatchObject([{ code: 'invalid-format' }]);
    const broken = [
      { CXVersion: '2.0' },
      { nodes: [{ id: 1 }, {}] },
      { edges: [{ s: 1 }] },
      { status: [{ success: false, error: 'full' }] },
    ];
    const { graph, issues, skipped } = await readCx2(text(broken), { skipBad: true });
    expect(graph?.entities[0]?.id).toBe('1');
    expect(skipped).toBe(2);
    expect(issues.map(({ path, got }) => [path.join('.'), got])).toEqual([
      ['1.nodes.1', '{}'],
      ['2.edges.0', '{"s":1}'],
      ['3', '"full"'],
    ]);
  });
});

test('they are told apart by their content', () => {
  expect(CX2.sniff?.('[{"CXVersion":"2.0","hasFragments":false},', 'a.json')).toBe(2);
  expect(CX2.sniff?.('[{"a":1}]', 'a.cx2')).toBe(1);
  expect(CYJS.sniff?.('{"elements": {"nodes": [', 'a.json')).toBe(2);
  expect(CYJS.sniff?.('{"nodes": [', 'a.json')).toBe(0);
});
