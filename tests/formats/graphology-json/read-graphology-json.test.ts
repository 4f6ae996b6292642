import { MultiDirectedGraph, UndirectedGraph } from 'graphology';
import { describe, expect, test } from 'vitest';
import type { ReadOptions, ReadResult } from '../../../src/formats/format.ts';
import { GRAPHOLOGY_JSON } from '../../../src/formats/graphology-json/format.ts';
import { readGraphologyJson } from '../../../src/formats/graphology-json/read-graphology-json.ts';
import { writeGraphologyJson } from '../../../src/formats/graphology-json/write-graphology-json.ts';
import { inputOf } from '../../../src/formats/read-text.ts';
import { isRelationClaim } from '../../../src/model/claim.ts';
import { smallGraph } from '../hostile-graph.ts';

const read = (content: unknown, options?: ReadOptions): Promise<ReadResult> =>
  readGraphologyJson(inputOf('towns.json', typeof content === 'string' ? content : JSON.stringify(content)), options);

describe('graphology JSON', () => {
  test('graphology imports what is written, two claims on one pair too', async () => {
    const graph = await smallGraph();
    const text = writeGraphologyJson(graph).files[0]?.text ?? '';
    const imported = MultiDirectedGraph.from(JSON.parse(text));
    expect(imported.order).toBe(graph.entities.length);
    expect(imported.edges().toSorted()).toEqual(
      graph.claims
        .filter(isRelationClaim)
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(imported.getAttribute('description')).toContain('not a fact');
  });

  test('places become coordinates, upwards', async () => {
    const graph = await smallGraph();
    const [first] = graph.entities;
    if (first === undefined) throw new Error('the fixture is empty');
    const text = writeGraphologyJson(graph, { places: new Map([[first.id, { x: 1, y: 2 }]]) }).files[0]?.text ?? '';
    expect(MultiDirectedGraph.from(JSON.parse(text)).getNodeAttributes(first.id)).toMatchObject({ x: 1, y: -2 });
  });

  test('edges without keys, undirected ones, and values of all sorts', async () => {
    const { graph, issues, losses } = await read({
      attributes: { name: 'Towns' },
      options: { type: 'mixed', multi: true, allowSelfLoops: true },
      nodes: [
        { key: 'a', attributes: { label: 'Ann', size: 3, tags: ['x', 'y'], more: { deep: [1] }, none: null } },
        { key: 'b' },
      ],
      edges: [
        { source: 'a', target: 'b', attributes: { type: 'backs' } },
        { source: 'a', target: 'b', attributes: { type: 'backs' } },
        { key: 'k', source: 'a', target: 'b', undirected: true },
      ],
    });
    expect(issues).toEqual([]);
    expect(graph?.entities[0]?.attributes).toEqual([
      { name: 'label', value: 'Ann' },
      { name: 'size', value: 3 },
      { name: 'tags', value: 'x' },
      { name: 'tags', value: 'y' },
      { name: 'more', value: '{"deep":[1]}' },
    ]);
    expect(graph?.claims).toHaveLength(3);
    expect(new Set(graph?.claims.map(({ id }) => id)).size).toBe(3);
    expect(losses?.map(({ field, count }) => [field, count])).toEqual([
      ['file.name', 1],
      ['attributes of null', 1],
    ]);
  });

  test('what graphology exports of an undirected graph has no direction, wherever the file says so', async () => {
    const graph = new UndirectedGraph();
    graph.mergeEdge('a', 'b');
    const { options, nodes, edges, attributes } = graph.export();
    for (const content of [
      { options, attributes, nodes, edges },
      { attributes, nodes, edges, options },
    ]) {
      const result = await read(content);
      expect(result.issues).toEqual([]);
      expect(result.graph?.ontology.relations.map(({ symmetric }) => symmetric)).toEqual([true]);
    }
  });

  test('the like of it that D3, sigma and NetworkX write', async () => {
    const { graph, issues } = await read({
      directed: false,
      multigraph: false,
      graph: {},
      nodes: [{ id: 1, label: 'Ann' }, { id: 2 }],
      links: [{ source: 1, target: 2, weight: 0.5 }],
    });
    expect(issues).toEqual([]);
    expect(graph?.entities.slice(0, 2).map(({ id, name }) => [id, name])).toEqual([
      ['1', 'Ann'],
      ['2', '2'],
    ]);
    expect(graph?.claims).toMatchObject([{ subject: '1', object: '2', attributes: [{ name: 'weight', value: 0.5 }] }]);
  });

  test('networkx adjacency: each edge once, with its key and attributes, wherever the file says what it is', async () => {
    const nodes = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
    const adjacency = [
      [
        { id: 'b', key: 0, weight: 1 },
        { id: 'b', key: 1 },
      ],
      [
        { id: 'a', key: 0, weight: 1 },
        { id: 'a', key: 1 },
        { id: 'c', key: 0 },
      ],
      [
        { id: 'b', key: 0 },
        { id: 'c', key: 0 },
      ],
    ];
    const content = { directed: false, multigraph: true, graph: [], nodes, adjacency };
    const { graph, issues, losses } = await read(content);
    expect([issues, losses]).toEqual([[], []]);
    expect(graph?.ontology.relations.map(({ symmetric }) => symmetric)).toEqual([true]);
    expect(graph?.claims.map(({ subject, object, attributes }) => [subject, object, attributes?.length])).toEqual([
      ['a', 'b', 2],
      ['a', 'b', 1],
      ['b', 'c', 1],
      ['c', 'c', 1],
    ]);
    // Members turned round: edges before nodes, and the direction last.
    expect((await read({ adjacency, nodes, directed: false })).graph?.claims).toEqual(graph?.claims);
    const directed = await read({ ...content, directed: true });
    expect(directed.graph?.claims).toHaveLength(7);
    expect(directed.graph?.ontology.relations.map(({ symmetric }) => symmetric)).toEqual([false]);
    // What only one of the two ends says of an edge is not lost.
    const uneven = { directed: false, nodes, adjacency: [[{ id: 'b', w: 1 }], [{ id: 'a', w: 2 }]] };
    expect((await read(uneven)).graph?.claims).toHaveLength(2);
    const tooMany = await read({ directed: true, nodes: [], adjacency: [], links: [] });
    expect(tooMany.issues).toEqual([]);
    const lists = '{"directed": true, "nodes": [{"id": "a"}], "adjacency": [[],\n[{"id": "a"}]]}';
    expect((await read(lists)).issues).toMatchObject([{ code: 'unknown-id', line: 2, path: ['adjacency', 1, 0] }]);
  });

  test('what a file says of itself is counted by what it says, and nothing where it says nothing', async () => {
    const nodes = [{ id: 'a' }];
    expect((await read({ graph: {}, styles: [], note: null, nodes, links: [] })).losses).toEqual([]);
    const { losses } = await read({ graph: { name: 'g', year: 1 }, styles: [1, 2, 3], nodes, links: [] });
    expect(losses?.map(({ field, count }) => [field, count])).toEqual([
      ['file.graph', 2],
      ['file.styles', 3],
    ]);
  });

  test('tuples as ids, and what Python writes for what is no number', async () => {
    const { graph, issues } = await read(`{"directed": true, "multigraph": false, "graph": {}, "nodes": [
{"id": [0, 1], "pos": [0.5, NaN]}, {"id": [0, 2], "w": -Infinity}], "edges": [{"source": [0, 1], "target": [0, 2], "w": Infinity}]}`);
    expect(issues).toEqual([]);
    expect(graph?.entities.slice(0, 2).map(({ name, attributes }) => [name, attributes?.slice(1)])).toEqual([
      [
        '[0,1]',
        [
          { name: 'pos', value: 0.5 },
          { name: 'pos', value: 'NaN' },
        ],
      ],
      ['[0,2]', [{ name: 'w', value: '-Infinity' }]],
    ]);
    expect(graph?.claims[0]?.attributes).toEqual([{ name: 'w', value: 'Infinity' }]);
    const bad = await read({ nodes: [{ id: 1 }, { id: { a: 1 } }, { id: [] }, { id: '1' }, { id: 1.5 }] });
    expect(
      bad.issues.map(({ code, path, message }) => [code, path[1], message.includes('a number and a text')]),
    ).toEqual([
      ['invalid-value', 1, false],
      ['invalid-value', 2, false],
      ['duplicate-id', 3, true],
    ]);
  });

  test('D3: nodes without keys are named by their place, and only by that', async () => {
    const nodes = [
      { name: 'Myriel', group: 1 },
      { name: 'Napoleon', group: 1 },
    ];
    const { graph, issues } = await read({ nodes, links: [{ source: 1, target: 0, value: 1 }] });
    expect(issues).toMatchObject([{ severity: 'warning', code: 'missing-field' }]);
    expect(graph?.claims[0]).toMatchObject({ subject: '1', object: '0', summary: 'Napoleon — related to → Myriel' });
    const outside = await read({ nodes, links: [{ source: 1, target: 2 }] });
    expect(outside.issues.find(({ severity }) => severity === 'error')).toMatchObject({ code: 'unknown-id' });
    const byName = await read({ nodes, links: [{ source: '1', target: 'Myriel' }] });
    expect(byName.issues.filter(({ severity }) => severity === 'error')).toHaveLength(2);
    const mixed = await read({ nodes: [...nodes, { id: 'c' }], links: [] });
    expect(mixed.issues[0]).toMatchObject({ severity: 'error', path: ['nodes', 2] });
  });

  test('vis.js: from and to are ends where an edge has no others, else attributes', async () => {
    const { graph, issues } = await read({
      nodes: [
        { id: 1, label: 'A' },
        { id: 2, label: 'B' },
      ],
      edges: [
        { from: 1, to: 2, label: 'knows', arrows: 'to' },
        { source: 2, target: 1, from: 'May', to: 'June' },
      ],
    });
    expect(issues).toEqual([]);
    expect(graph?.claims).toMatchObject([
      { subject: '1', type: 'knows', object: '2', attributes: [{ name: 'label', value: 'knows' }, { name: 'arrows' }] },
      { subject: '2', object: '1', attributes: [{ name: 'from' }, { name: 'to' }] },
    ]);
  });

  test('a direction that one edge tells; one that is no yes or no stays an attribute', async () => {
    const { graph } = await read({
      nodes: [{ key: 'a' }, { key: 'b' }],
      edges: [
        { source: 'a', target: 'b', directed: false },
        { source: 'a', target: 'b', undirected: 'true', attributes: { undirected: 1 } },
      ],
    });
    expect(graph?.ontology.relations.map(({ symmetric }) => symmetric)).toEqual([false, true]);
    expect(graph?.claims[1]?.attributes).toEqual([
      { name: 'undirected', value: 1 },
      { name: 'undirected', value: 'true' },
    ]);
  });

  test.each([
    ['a list given twice', '{"nodes": [],\n"nodes": []}', 2, 'The name "nodes" stands twice in one object'],
    [
      'a member given twice',
      '{"directed": true, "directed": false, "nodes": []}',
      1,
      'The name "directed" stands twice',
    ],
    ['a second value', '{"nodes": []}\n{"nodes": []}', 2, 'The file goes on behind its end'],
    ['no list at all', '{"net": {"nodes": {"a": {}}, "edges": []}}', undefined, 'This is no graph'],
    ['a list', '[{"nodes": []}]', undefined, 'This is no graph'],
  ])('%s is told', async (_, content, line, message) => {
    const { graph, issues } = await read(content);
    expect(graph).toBeUndefined();
    expect(issues).toMatchObject([{ severity: 'error', message: expect.stringContaining(message) }]);
    expect(issues[0]?.line).toBe(line);
  });

  test('bad records are located; names that every object has are names; a name given twice is told', async () => {
    const text =
      '{"nodes": [\n{"key": "__proto__", "attributes": {"__proto__": 1, "constructor": 2}},\n{"attributes": {}},\n{"key": "a", "key": "b"}\n],"edges": [\n{"source": "__proto__"},\n{"source": "__proto__", "target": "__proto__"}]}';
    const refused = await read(text);
    expect(refused.graph).toBeUndefined();
    expect(refused.issues.map(({ code, line }) => [code, line])).toEqual([
      ['missing-field', 3],
      ['invalid-format', 4],
      ['missing-field', 6],
    ]);
    const { graph, skipped } = await read(text, { skipBad: true });
    expect(skipped).toBe(3);
    expect(graph?.entities[0]?.attributes).toEqual([
      { name: 'key', value: '__proto__' },
      { name: '__proto__', value: 1 },
      { name: 'constructor', value: 2 },
    ]);
    expect((await read(`{"nodes": [${'['.repeat(500)}]}`)).graph).toBeUndefined();
    expect((await read('{"nodes": 7}')).issues).toMatchObject([{ severity: 'error', code: 'invalid-value' }]);
  });

  test('it is told by its content, and leaves other JSON alone', () => {
    const sniff = (head: string): number | undefined => GRAPHOLOGY_JSON.sniff?.(head, 'a.json');
    expect(sniff('{"options":{"type":"mixed","multi":true}, "attributes":{}')).toBe(2);
    expect(sniff('{"nodes": [')).toBe(2);
    expect(sniff('{"elements": {"nodes": [')).toBe(0);
    expect(sniff('{"net": {"nodes": [')).toBe(0);
    expect(sniff('{"nodes": [{"id": "a", "elements": [1]}')).toBe(2);
    expect(sniff(`{"directed": true, "multigraph": false, "graph": {"description": "${'long '.repeat(9000)}`)).toBe(2);
    expect(sniff('{"format":"ascribe-graph"')).toBe(0);
  });
});
