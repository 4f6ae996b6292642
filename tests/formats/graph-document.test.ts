import { expect, test } from 'vitest';
import { ForeignGraph } from '../../src/formats/foreign/foreign-graph.ts';
import { GRAPH_DOCUMENT } from '../../src/formats/graph-document/format.ts';
import { readGraphDocument } from '../../src/formats/graph-document/read-graph-document.ts';
import { writeGraphDocument } from '../../src/formats/graph-document/write-graph-document.ts';
import { contentHash } from '../../src/model/content-hash.ts';
import type { GraphDocument } from '../../src/model/graph-document.ts';
import { HOSTILE, hostileGraph, smallGraph } from './hostile-graph.ts';

async function importedGraph(): Promise<GraphDocument> {
  const foreign = new ForeignGraph({ file: 'x.gexf', format: 'gexf' });
  for (const text of [...HOSTILE, '__proto__', '\u0000', '\u202e']) {
    foreign.addNode({ key: text, attributes: [{ name: text, value: text }] });
    foreign.addEdge({ key: text, from: text, to: text, attributes: [{ name: text, value: 0.1 }] });
  }
  const { graph } = await foreign.finish();
  if (graph === undefined) throw new Error('not made');
  return graph;
}

test.each([
  ['the small graph', smallGraph],
  ['a hostile graph', hostileGraph],
  ['an imported graph', importedGraph],
])('%s comes back equal, and nothing is lost', async (_, make) => {
  const graph = await make();
  const { files, losses } = writeGraphDocument(graph);
  expect(losses).toEqual([]);
  const read = readGraphDocument(files[0]?.text ?? '');
  expect(read.graph).toEqual(graph);
  expect(read.graph && contentHash(read.graph)).toBe(contentHash(graph));
});

test('the same graph gives the same text, whatever the order of its fields', async () => {
  const graph = await hostileGraph();
  const turned = {
    ...Object.fromEntries(Object.entries(graph).toReversed()),
    ...{ format: graph.format, version: graph.version, ontology: graph.ontology },
    ...{ sources: graph.sources, entities: graph.entities, claims: graph.claims },
  };
  expect(writeGraphDocument(turned).files).toEqual(writeGraphDocument(graph).files);
  expect(writeGraphDocument(graph).files[0]?.text).toMatch(/^\{\n {2}"format": "ascribe-graph",\n {2}"version": 1,/u);
});

test.each([
  ['a tree of networkx', '{"id": 1, "children": []}', 'the fields "id", "children"'],
  ['a TAXII envelope', '{"more": false, "objects": [{"type": "indicator"}]}', 'the fields "more", "objects"'],
  ['another format', '{"format": "other", "claims": []}', '"other"'],
  ['a list', '[{"id": "a"}]', '[{"id":"a"}]'],
  ['nothing at all', '{}', '{}'],
])('%s is no graph document, and that is all that is said', (_, text, got) => {
  expect(readGraphDocument(text, 'x.json').issues).toMatchObject([
    {
      ...{ code: 'invalid-format', severity: 'error', file: 'x.json', path: [], got },
      message: 'This is no graph document: it does not say "format": "ascribe-graph"',
    },
  ]);
});

test('of a graph document with a fault, the fault is told', async () => {
  const [{ text = '' } = { text: '' }] = writeGraphDocument(await smallGraph()).files;
  const withoutFormat = readGraphDocument(text.replace('"format": "ascribe-graph",', ''));
  expect(withoutFormat.issues).toMatchObject([{ code: 'missing-field', path: ['format'] }]);
  const twice = readGraphDocument(text.replace('"title":', '"claims": [], "title":'));
  expect(twice.graph).toBeUndefined();
  expect(twice.issues).toMatchObject([{ code: 'invalid-format', path: ['claims'] }]);
});

test('it claims a file for its own by its mark alone', () => {
  const sniff = (head: string, name = 'x.json') => GRAPH_DOCUMENT.sniff?.(head, name);
  expect(sniff('{"format": "ascribe-graph", "version": 1')).toBe(2);
  expect(sniff('{ "version": 1,\n"title": "A \\"town\\"", "format": "ascribe-graph"', 'x')).toBe(2);
  expect(sniff('{"data": {"format": "ascribe-graph"}}')).toBe(1);
  expect(sniff('{"more": false, "objects": [')).toBe(1);
  expect(sniff('{"more": false, "objects": [', 'x.txt')).toBe(0);
});

test('a large graph is written with one record in a line, and comes back equal', async () => {
  const foreign = new ForeignGraph({ file: 'x', format: 'x' });
  for (let i = 0; i <= 100_000; i++) foreign.addNode({ key: `n${i}` });
  const { graph } = await foreign.finish();
  if (graph === undefined) throw new Error('not made');
  const text = writeGraphDocument(graph).files[0]?.text ?? '';
  expect(text.split('\n', 5)).toEqual([
    expect.stringMatching(/^\{"format":"ascribe-graph","version":1,"title":"Imported from x","ontology":\{/u),
    '"sources":[',
    expect.stringMatching(/^\{"id":"imported-x",/u),
    '],',
    '"entities":[',
  ]);
  expect(readGraphDocument(text).graph).toEqual(graph);
}, 60_000);
