import { describe, expect, test } from 'vitest';
import { readGraphologyJson } from '../../../src/formats/graphology-json/read-graphology-json.ts';
import { unreadJson } from '../../../src/formats/graphology-json/unread-json.ts';
import { inputOf } from '../../../src/formats/read-text.ts';
import { likelyFormats } from '../../../src/formats/registry.ts';

const NODE = { type: 'node', id: '0', labels: ['User'], properties: { name: 'Ann' } };
const RELATIONSHIP = {
  ...{ id: '0', type: 'relationship', label: 'KNOWS' },
  ...{ start: { id: '0', labels: ['User'] }, end: { id: '1', labels: ['User'] } },
};
const lines = (...records: object[]): string => records.map((one) => JSON.stringify(one)).join('\n');

describe('JSON of networks that is not read', () => {
  test.each([
    ['GraphSON', lines({ mode: 'NORMAL', vertices: [{ _id: 1 }], edges: [{ inV: 1, outV: 1 }] })],
    ['GraphSON', lines({ name: 'saturn', _id: 0, _inE: [{ _label: 'father' }] }, { _id: 1 })],
    ['GraphSON', lines({ id: 1, label: 'person', outE: { knows: [] } }, { id: 2, label: 'person' })],
    ['APOC', lines(NODE, RELATIONSHIP)],
    ['APOC', lines(RELATIONSHIP)],
    ['APOC', lines({ nodes: [NODE], rels: [RELATIONSHIP] })],
    ['JGF', lines({ graph: { directed: true, nodes: { a: {} }, edges: [{ source: 'a', target: 'a' }] } })],
    ['PROV-JSON', lines({ prefix: {}, wasGeneratedBy: { g: {} }, entity: { e: {} } })],
    ['MISP galaxy', lines({ authors: ['x'], category: 'y', name: 'Levels', type: 'levels', uuid: 'u', values: [{}] })],
  ])('%s is named, with what to take instead', async (name, text) => {
    expect(likelyFormats(text, 'a.json')[0]?.id).toBe('graphology-json');
    const { graph, issues } = await readGraphologyJson(inputOf('a.json', text), { skipBad: true });
    expect(graph).toBeUndefined();
    expect(issues).toMatchObject([{ severity: 'error', code: 'invalid-format' }]);
    expect(issues[0]?.message).toContain(name);
    expect(issues[0]?.remedy).toBeDefined();
  });

  test.each([
    ['node-link', { directed: true, multigraph: false, graph: { nodes: 3 }, nodes: [{ id: 'a' }], edges: [] }],
    ['graphology', { attributes: {}, nodes: [{ key: 'a' }], edges: [] }],
    ['an item of Wikidata', { type: 'item', id: 'Q1', labels: { en: {} } }],
    ['an object of STIX', { type: 'identity', id: 'identity--1', name: 'x' }],
    ['an entity of FollowTheMoney', { id: 'a', schema: 'Person', properties: {} }],
    ['a graph of Ascribe', { format: 'ascribe-graph', version: 1, entities: [], claims: [] }],
  ])('%s is none of them', (_, content) => {
    expect(unreadJson(JSON.stringify(content))).toBeUndefined();
  });
});

describe('edges', () => {
  const read = (content: unknown) => readGraphologyJson(inputOf('a.json', JSON.stringify(content)));
  const nodes = [{ key: 'n0', label: 'Ann' }, { key: 'n1' }];

  test('that are two keys, as in the demonstrations of sigma', async () => {
    const { graph, issues } = await read({
      nodes,
      edges: [
        ['n0', 'n1'],
        ['n1', 'n0'],
      ],
    });
    expect(issues).toEqual([]);
    expect(graph?.claims.map(({ subject, object }) => [subject, object])).toEqual([
      ['n0', 'n1'],
      ['n1', 'n0'],
    ]);
    const numbers = await read({ nodes: [{ id: 1 }, { id: 2 }], links: [[1, 2]] });
    expect(numbers.graph?.claims).toMatchObject([{ subject: '1', object: '2' }]);
  });

  test('of other lists are none', async () => {
    const { issues } = await read({
      nodes: [...nodes, ['n0', 'n1']],
      edges: [['n0'], ['n0', 'n1', 'x'], ['n0', null]],
    });
    expect(issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['nodes.2', 'This is no record'],
      ['edges.0', 'This is no record'],
      ['edges.1', 'This is no record'],
      ['edges.2', 'This is no record'],
    ]);
  });

  test('without any end are told once', async () => {
    const { issues } = await read({ nodes, edges: [{ weight: 1 }, { source: 'n0' }] });
    expect(issues.map(({ path }) => path.join('.'))).toEqual(['edges.0', 'edges.1']);
  });
});
