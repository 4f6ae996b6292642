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
    expect(sniff('{"format":"ascribe-graph"')).toBe(0);
  });
});
