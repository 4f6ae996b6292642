import { describe, expect, test } from 'vitest';
import { readCyjs } from '../../../src/formats/cytoscape/read-cyjs.ts';
import type { ReadOptions, ReadResult } from '../../../src/formats/format.ts';
import { readGraphologyJson } from '../../../src/formats/graphology-json/read-graphology-json.ts';
import { writeGraphologyJson } from '../../../src/formats/graphology-json/write-graphology-json.ts';
import { isObject, listMember, member, textMember } from '../../../src/formats/json-stream/attributes-of.ts';
import { inputOf } from '../../../src/formats/read-text.ts';
import { withoutDenials } from '../../../src/knowledge/without-denials.ts';
import { smallGraph } from '../hostile-graph.ts';

const text = (content: unknown) =>
  inputOf('towns.json', typeof content === 'string' ? content : JSON.stringify(content));
const read = (content: unknown, options?: ReadOptions): Promise<ReadResult> =>
  readGraphologyJson(text(content), options);

const fields = (value: unknown) => (isObject(value) ? value : {});

/** A graph of Ascribe as networkx writes it, once it has read it from another file. */
async function throughNetworkx() {
  const { graph } = withoutDenials(await smallGraph(), new Date('2026-01-02T03:04:05Z'), '1');
  const [{ text: own = '' } = { text: '' }] = writeGraphologyJson(graph).files;
  const file: unknown = JSON.parse(own);
  const whole = member(file, 'attributes');
  const nodes = listMember(file, 'nodes').map((one) => ({
    ...fields(member(one, 'attributes')),
    id: textMember(one, 'key'),
  }));
  const edges = listMember(file, 'edges').map((one) => ({
    ...fields(member(one, 'attributes')),
    ...{ source: textMember(one, 'source'), target: textMember(one, 'target'), key: textMember(one, 'key') },
  }));
  const pairs = [['node_default', {}], ['edge_default', {}], ...Object.entries(fields(whole))];
  const neighbours = nodes.map(({ id }) =>
    edges.filter(({ source }) => source === id).map(({ source: _, target, ...said }) => ({ ...said, id: target })),
  );
  const head = { directed: true, multigraph: true };
  const elements = { nodes: nodes.map((data) => ({ data })), edges: edges.map((data) => ({ data })) };
  return {
    graph,
    nodeLink: { ...head, graph: whole, nodes, edges },
    pairs: { ...head, graph: pairs, nodes, edges },
    adjacency: { ...head, graph: pairs, nodes, adjacency: neighbours },
    cyjs: { data: pairs, ...head, elements },
    without: { ...head, graph: {}, nodes, edges },
  };
}

describe('a graph of Ascribe that went through networkx', () => {
  test('keeps its ontology, title and manifest, wherever networkx puts them', async () => {
    const { graph, ...given } = await throughNetworkx();
    for (const content of [given.nodeLink, given.pairs, given.adjacency]) {
      const result = await read(content);
      expect(result.issues).toEqual([]);
      expect(result.losses).toEqual([]);
      expect(result.graph?.ontology).toEqual(graph.ontology);
      expect(result.graph?.manifest).toEqual(graph.manifest);
      expect(result.graph?.title).toBe(graph.title);
      expect(result.graph?.claims.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
        graph.claims.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      );
    }
    const cyjs = await readCyjs(text(given.cyjs));
    expect(cyjs.issues).toEqual([]);
    expect(cyjs.graph?.ontology).toEqual(graph.ontology);
    expect(cyjs.graph?.claims).toHaveLength(graph.claims.length);
  });

  test('what a tool added beside it is told as lost', async () => {
    const { nodeLink } = await throughNetworkx();
    const { losses } = await read({ ...nodeLink, graph: { ...fields(nodeLink.graph), licence: 'free' } });
    expect(losses).toMatchObject([{ field: 'file.graph.licence', count: 1 }]);
  });

  test('where its ontology is gone, that is told', async () => {
    const { without, cyjs } = await throughNetworkx();
    const told = [{ code: 'missing-field', severity: 'warning', message: expect.stringContaining('their ontology') }];
    expect((await read(without)).issues).toMatchObject(told);
    expect((await readCyjs(text({ elements: cyjs.elements }))).issues).toMatchObject(told);
  });
});

describe('members that have the name of a key', () => {
  test('networkx: `id` names a node, `key` is said of it; an edge that has both keeps both', async () => {
    const { graph, issues } = await read({
      ...{ directed: true, multigraph: true, graph: {} },
      nodes: [{ id: 'a', key: 'K' }, { id: 'b' }],
      edges: [{ id: 'E1', label: 'funds', source: 'a', target: 'b', key: 0 }],
    });
    expect(issues).toEqual([]);
    expect(graph?.entities[0]).toMatchObject({ id: 'a', attributes: [{ name: 'key', value: 'K' }] });
    expect(graph?.claims[0]?.attributes).toEqual([
      { name: 'key', value: '0' },
      { name: 'id', value: 'E1' },
      { name: 'label', value: 'funds' },
    ]);
  });

  test('graphology: `key` names a node, `id` is said of it, wherever the file says that it is graphology’s', async () => {
    const nodes = [{ key: 'a', id: 'x' }, { key: 'b' }];
    const edges = [{ source: 'a', target: 'b' }];
    const options = { type: 'directed' };
    for (const content of [
      { options, nodes, edges },
      { nodes, edges, options },
      { nodes: [{ ...nodes[0], attributes: {} }, nodes[1]], edges },
    ]) {
      const { graph, issues } = await read(content);
      expect(issues).toEqual([]);
      expect(graph?.entities[0]).toMatchObject({ id: 'a', attributes: [{ name: 'id', value: 'x' }] });
    }
  });

  test('attributes that are no object, keys that are none and members of the file are kept or told', async () => {
    const { graph, losses } = await read({
      ...{ directed: 'perhaps', multigraph: 'no', options: { physics: true, type: 'directed' } },
      nodes: [{ id: 'a', attributes: 'free text' }, { id: 'b' }],
      edges: [{ source: 'a', target: 'b', key: { n: 1 }, attributes: [1, 2] }],
    });
    expect(graph?.entities[0]?.attributes).toEqual([{ name: 'attributes', value: 'free text' }]);
    expect(graph?.claims[0]?.attributes).toEqual([
      { name: 'key', value: '{"n":1}' },
      { name: 'attributes', value: 1 },
      { name: 'attributes', value: 2 },
    ]);
    expect(losses?.map(({ field }) => field)).toEqual(['file.directed', 'file.multigraph', 'file.options.physics']);
    const neighbours = await read({
      nodes: [{ id: 'a' }, { id: 'b' }],
      adjacency: [[{ id: 'b', attributes: 'free' }]],
    });
    expect(neighbours.graph?.claims[0]?.attributes).toEqual([{ name: 'attributes', value: 'free' }]);
  });
});

describe('bad records in lists of neighbours', () => {
  test('an edge without direction to a bad node is one record, though it stands at both ends', async () => {
    const { graph, issues, skipped } = await read(
      {
        directed: false,
        nodes: [{ id: 'a' }, { x: 1 }, { id: 'c' }],
        adjacency: [[{ id: 'c' }, { id: 'b' }], [{ id: 'a' }, { id: 'c', w: 1 }], [{ id: 'a' }]],
      },
      { skipBad: true },
    );
    // c knows nothing of an edge of weight 1 to a node that is not there: that one stands here alone.
    expect(issues.map(({ path }) => path.join('.'))).toEqual(['nodes.1', 'adjacency.1.1', 'adjacency.0.1']);
    expect(skipped).toBe(3);
    expect(graph?.claims).toHaveLength(1);
  });

  test('the neighbours of a node that is left out are none of another of its key', async () => {
    const { graph } = await read(
      {
        directed: true,
        nodes: [{ id: 'a' }, { id: 'b' }, { id: 'a' }],
        adjacency: [[], [], [{ id: 'b' }]],
      },
      { skipBad: true },
    );
    expect(graph?.claims).toEqual([]);
  });

  test('a record that nests too deep is left out alone', async () => {
    const deep = `${'['.repeat(200)}${']'.repeat(200)}`;
    const content = `{"nodes":[{"id":"a","v":${deep}},{"id":"b"}],"edges":[]}`;
    expect((await read(content)).graph).toBeUndefined();
    const { graph, skipped } = await read(content, { skipBad: true });
    expect(skipped).toBe(1);
    expect(graph?.entities.some(({ id }) => id === 'b')).toBe(true);
  });
});

test('vis.js: that an edge has no arrow is told, unless the file says which way edges lead', async () => {
  const content = {
    nodes: [{ id: 1 }, { id: 2 }],
    edges: [
      { from: 1, to: 2, arrows: 'to' },
      { from: 1, to: 2 },
      { from: 2, to: 1, directed: true },
    ],
  };
  const { issues } = await read(content);
  expect(issues).toMatchObject([
    { severity: 'warning', message: expect.stringContaining('Of the edges 1 have no arrow') },
  ]);
  expect((await read({ ...content, directed: true })).issues).toEqual([]);
  expect((await read({ ...content, options: { edges: { arrows: 'to' } } })).issues).toEqual([]);
});

test('fractions that a number cannot hold are kept as text, and told', async () => {
  const { graph, issues } = await read(
    '{"nodes":[{"id":"a","w":0.1234567890123456789,"v":1e-400,"u":0.5}],"edges":[]}',
  );
  expect(graph?.entities[0]?.attributes?.map(({ value }) => value)).toEqual(['0.1234567890123456789', '1e-400', 0.5]);
  expect(issues.map(({ path, severity }) => [path.join('.'), severity])).toEqual([
    ['nodes.0.w', 'warning'],
    ['nodes.0.v', 'warning'],
  ]);
});
