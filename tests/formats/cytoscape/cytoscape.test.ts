import { describe, expect, test } from 'vitest';
import { CX2, CYJS } from '../../../src/formats/cytoscape/format.ts';
import { readCx2 } from '../../../src/formats/cytoscape/read-cx2.ts';
import { readCyjs } from '../../../src/formats/cytoscape/read-cyjs.ts';
import { inputOf } from '../../../src/formats/read-text.ts';
import { likelyFormats } from '../../../src/formats/registry.ts';
import { contentHash } from '../../../src/model/content-hash.ts';
import type { GraphDocument } from '../../../src/model/graph-document.ts';

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
      ['a', 'pays', 'b'],
      ['b', 'child-of', 'g'],
    ]);
    expect(losses?.map(({ field }) => field)).toEqual(['file.format_version', 'file.data']);
  });

  test('a list of elements alone, as pages load it', async () => {
    const elements = [...EDGES, ...NODES];
    const bare = JSON.stringify(elements, null, 1);
    expect(likelyFormats(bare, 'data.json')[0]).toBe(CYJS);
    const { graph, issues } = await readCyjs(text(bare));
    expect(issues).toEqual([]);
    const framed = await readCyjs(text({ elements }));
    expect(graph === undefined ? undefined : contentHash(graph)).toBe(
      framed.graph === undefined ? 'nothing' : contentHash(framed.graph),
    );
    // Other lists are no such thing by chance.
    for (const other of ['[{"data":"x"}]', '[{"data":{},"total":2}]', '[{"id":1}]', '[]', '{"data":{}}']) {
      expect(CYJS.sniff?.(other, 'data.json')).toBe(0);
    }
    expect((await readCyjs(text('[]'))).issues).toMatchObject([{ severity: 'error' }]);
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

describe('what cyjs says that is not what its name says', () => {
  const attributes = (graph: GraphDocument | undefined, id: string) =>
    graph?.entities.find((entity) => entity.id === id)?.attributes?.map(({ name, value }) => [name, value]);

  test('a node that is left out stands in none: another of its key does not either', async () => {
    const { graph, skipped } = await readCyjs(
      text({
        elements: {
          nodes: [{ data: { id: 'a' } }, { data: { id: 'b' } }, { data: { id: 'a', parent: 'b' } }],
          edges: [{ data: { source: 'a', target: 'b' } }],
        },
      }),
      { skipBad: true },
    );
    expect(skipped).toBe(1);
    expect(graph?.claims.map(({ type }) => type)).toEqual(['related-to']);
  });

  test('a node in one that is not there is taken and told; an empty text names none', async () => {
    const { graph, issues, losses } = await readCyjs(
      text({ elements: [{ data: { id: 'a', parent: '' } }, { data: { id: 'b', parent: 'gone' } }] }),
    );
    expect(graph?.entities.map(({ id }) => id).slice(0, 2)).toEqual(['a', 'b']);
    expect(graph?.claims).toEqual([]);
    expect(issues).toMatchObject([
      { severity: 'warning', id: 'b', line: 1, path: ['elements', 1], got: '"gone"', code: 'unknown-id' },
    ]);
    expect(losses).toMatchObject([{ field: 'nodes.parent', count: 1 }]);
  });

  test('a place, parent, group, id or direction that is none is kept, or told', async () => {
    const { graph, losses } = await readCyjs(
      text({
        directed: 'perhaps',
        elements: {
          nodes: [{ data: { id: 'a', parent: { of: 'b' } }, position: 'left', group: 'best' }, { data: { id: 'b' } }],
          edges: [{ data: { id: { n: 1 }, source: 'a', target: 'b' } }],
        },
      }),
    );
    expect(attributes(graph, 'a')).toEqual([
      ['parent', '{"of":"b"}'],
      ['element.position', 'left'],
      ['element.group', 'best'],
    ]);
    expect(graph?.claims[0]?.attributes).toEqual([{ name: 'id', value: '{"n":1}' }]);
    expect(losses).toMatchObject([{ field: 'file.directed', count: 1 }]);
  });

  test('so it is in CX2', async () => {
    const { graph } = await readCx2(
      text([
        { CXVersion: '2.0' },
        { nodes: [{ id: 0, x: 'left', y: 2, v: 'a text', more: 7 }, { id: 1 }] },
        { edges: [{ id: { n: 1 }, s: 0, t: 1, v: { w: 1 }, more: 'yes' }] },
      ]),
    );
    expect(attributes(graph, '0')).toEqual([
      ['viz.x', 'left'],
      ['viz.y', 2],
      ['element.more', 7],
      ['element.v', 'a text'],
    ]);
    expect(graph?.claims[0]?.attributes).toEqual([
      { name: 'w', value: 1 },
      { name: 'element.more', value: 'yes' },
      { name: 'element.id', value: '{"n":1}' },
    ]);
  });
});

/** As `nx.cytoscape_data` of an undirected graph, one edge with what Python writes for no number. */
const NETWORKX = `{"data": [], "directed": false, "multigraph": false, "elements": {"nodes": [
{"data": {"id": "a", "value": "a", "name": "a"}},
{"data": {"id": "(0, 1)", "value": [0, 1], "name": "(0, 1)"}},
{"data": {"id": "1.0", "value": 1.0, "name": "1.0"}},
{"data": {"id": "True", "value": true, "name": "True"}}], "edges": [
{"data": {"source": "a", "target": [0, 1], "w": NaN}},
{"data": {"source": 1.0, "target": true}}]}}`;

describe('cyjs of other tools', () => {
  test('what networkx writes of an undirected graph has no direction, wherever it says so', async () => {
    const { graph, issues, losses } = await readCyjs(text(NETWORKX));
    expect([issues, losses]).toEqual([[], []]);
    expect(graph?.ontology.relations.map(({ symmetric }) => symmetric)).toEqual([true]);
    expect(graph?.claims[0]?.attributes).toEqual([{ name: 'w', value: 'NaN' }]);
    expect(graph?.claims.map(({ subject, object }) => [subject, object])).toEqual([
      ['a', '(0,%201)'],
      ['1.0', 'True'],
    ]);
    const late = NETWORKX.replace('"directed": false, ', '').replace(/\}$/u, ', "directed": false}');
    expect(JSON.parse(late.replace('NaN', '0')).directed).toBe(false);
    expect((await readCyjs(text(late))).graph).toEqual(graph);
    const alone = { nodes: NODES, edges: [...EDGES, { data: { source: 'a', target: 'b', directed: false } }] };
    const mixed = await readCyjs(text({ elements: alone }));
    expect(mixed.graph?.ontology.relations.map(({ id, symmetric }) => [id, symmetric])).toEqual([
      ['child-of', false],
      ['pays', false],
      ['related-to', true],
    ]);
  });

  test('one wrong edge is left out alone, at its own line', async () => {
    const content = `{"elements": {"nodes": [{"data": {"id": "a"}}], "edges": [
{"data": {"id": "e1", "source": "a", "target": "a"}},
{"data": {"id": "e2", "source": "a", "target": "a", "x": 1, "x": 2}},
{"data": {"id": "e3", "source": "a", "target": "a"}}]}}`;
    const refused = await readCyjs(text(content));
    expect(refused.issues).toMatchObject([{ line: 3, path: ['elements', 'edges', 1, 'data', 'x'] }]);
    const { graph, skipped } = await readCyjs(text(content), { skipBad: true });
    expect(skipped).toBe(1);
    expect(graph?.claims).toHaveLength(2);
  });

  test('a list of nodes may be longer than any record', async () => {
    const nodes = Array.from({ length: 70 }, (_, i) => `{"data": {"id": "n${i}"}}${' '.repeat(1024 * 1024)}`);
    const { graph, issues } = await readCyjs(text(`{"elements": {"nodes": [${nodes.join(',')}], "edges": []}}`));
    expect(issues).toEqual([]);
    expect(graph?.entities).toHaveLength(71);
  }, 30_000);

  test('a list given twice, a second value and no elements at all are told', async () => {
    for (const [content, message] of [
      ['{"elements": {"nodes": [], "nodes": []}}', 'The name "nodes" stands twice in one object'],
      ['{"elements": []} {"elements": []}', 'The file goes on behind its end'],
      ['{"data": {}}', 'This is no network of Cytoscape.js: it has no elements'],
      ['{"elements": 7}', 'The elements are no list'],
    ] as const) {
      expect((await readCyjs(text(content))).issues).toMatchObject([{ severity: 'error', message }]);
    }
    const twice = '{"directed": true, "directed": false, "elements": [{"data": {"id": "a"}}]}';
    expect((await readCyjs(text(twice))).issues).toMatchObject([{ code: 'invalid-format', path: ['directed'] }]);
    expect((await readCyjs(text('{"elements": []}'))).issues).toEqual([]);
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
      ['3.status.0', '"full"'],
    ]);
    const empty = await readCx2(text('[]'));
    expect(empty.issues).toMatchObject([{ code: 'invalid-format', message: 'This is no CX2' }]);
    const noList = [{ CXVersion: '2.0' }, { nodes: { id: 1 } }, 7];
    expect((await readCx2(text(noList))).issues.map(({ path }) => path.join('.'))).toEqual(['1.nodes', '2']);
  });

  test('one wrong node is left out alone, at its own line', async () => {
    const content = `[{"CXVersion":"2.0"},
{"nodes":[{"id":1,"v":{"name":"Ann"}},
{"id":2,"v":{"a":1,"a":2}},
{"id":3,"v":{"weight":NaN,"bound":-Infinity}}]},
{"edges":[{"id":1,"s":1,"t":3}]},{"visualProperties":[{},{}]}]`;
    const refused = await readCx2(text(content));
    expect(refused.issues).toMatchObject([{ line: 3, path: [1, 'nodes', 1, 'v', 'a'] }]);
    const { graph, skipped, losses } = await readCx2(text(content), { skipBad: true });
    expect(skipped).toBe(1);
    expect(graph?.entities.map(({ id }) => id).slice(0, 2)).toEqual(['1', '3']);
    expect(graph?.entities[1]?.attributes).toEqual([
      { name: 'weight', value: 'NaN' },
      { name: 'bound', value: '-Infinity' },
    ]);
    expect(losses?.map(({ field, count }) => [field, count])).toEqual([['aspect visualProperties', 2]]);
  });

  test('attributes that are declared behind the records are resolved', async () => {
    const [version, frame, declarations, ...records] = network;
    const late = await readCx2(text([version, frame, ...records, declarations]));
    const { graph } = await readCx2(text(network));
    expect(late.graph).toEqual(graph);
    const amid = await readCx2(text([version, records[0], declarations, ...records.slice(1)]));
    expect(amid.graph).toEqual(graph);
  });

  test('an edge that says so has no direction', async () => {
    const edges = [
      { id: 1, s: 1, t: 2, v: { i: 'meets', directed: false } },
      { id: 2, s: 1, t: 2, v: { i: 'pays', directed: true } },
    ];
    const { graph } = await readCx2(text([...network.slice(0, 5), { edges }]));
    expect(graph?.ontology.relations.map(({ id, symmetric }) => [id, symmetric])).toEqual([
      ['meets', true],
      ['pays', false],
    ]);
    expect(graph?.claims[0]?.attributes).toContainEqual({ name: 'directed', value: false });
  });
});

test('they are told apart by their content', () => {
  expect(CX2.sniff?.('[{"CXVersion":"2.0","hasFragments":false},', 'a.json')).toBe(2);
  expect(CX2.sniff?.('[{"a":1}]', 'a.cx2')).toBe(1);
  expect(CYJS.sniff?.('{"elements": {"nodes": [', 'a.json')).toBe(2);
  expect(CYJS.sniff?.('{"nodes": [', 'a.json')).toBe(0);
  expect(CYJS.sniff?.('{"nodes": [{"id": "a", "elements": [1]}', 'a.json')).toBe(0);
  expect(CYJS.sniff?.(`{"data": {"a": "${'long '.repeat(9000)}"}, "elements": [`, 'a.json')).toBe(2);
});

test('what a network of CX2 says of itself is counted by its items', async () => {
  const aspects = (attributes: unknown) => [
    { CXVersion: '2.0', hasFragments: false },
    { networkAttributes: attributes },
    { visualProperties: [{ a: 1, b: 2 }] },
    { nodes: [{ id: 1 }] },
  ];
  const { losses } = await readCx2(text(aspects([{ name: 'net', description: 'd' }])));
  expect(losses).toMatchObject([
    { field: 'aspect networkAttributes', count: 2 },
    { field: 'aspect visualProperties', count: 1 },
  ]);
  expect((await readCx2(text(aspects([{}])))).losses).toHaveLength(1);
});

test('CX of version 1 is known by its start, and its reader says what to do', async () => {
  const old = JSON.stringify([{ numberVerification: [{ longNumber: 281474976710655 }] }, { nodes: [{ '@id': 1 }] }]);
  expect(likelyFormats(old, 'net.cx')[0]).toBe(CX2);
  expect((await readCx2(text(old))).issues).toMatchObject([{ remedy: expect.stringContaining('CX2') }]);
});
