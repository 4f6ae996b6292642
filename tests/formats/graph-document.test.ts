import { expect, test } from 'vitest';
import { readGraphDocument } from '../../src/formats/graph-document/read-graph-document.ts';
import { writeGraphDocument } from '../../src/formats/graph-document/write-graph-document.ts';
import { FORMATS, formatById } from '../../src/formats/registry.ts';
import { contentHash } from '../../src/model/content-hash.ts';
import { hostileGraph, smallGraph } from './hostile-graph.ts';

test.each([
  ['the small graph', smallGraph],
  ['a hostile graph', hostileGraph],
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

test('the registry names its formats, and an unknown one is refused with them', () => {
  expect(FORMATS.map((format) => format.id)).toEqual(['json', 'gexf', 'csv']);
  for (const { id } of FORMATS) expect(formatById(id).id).toBe(id);
  expect(() => formatById('xls')).toThrow(/json, gexf, csv/u);
});

test.each(FORMATS.map((format) => [format.id, format] as const))('%s writes an empty graph', async (_, format) => {
  const graph = await smallGraph();
  const written = format.write?.({ ...graph, sources: [], entities: [], claims: [] });
  expect(written?.files.length).toBeGreaterThan(0);
});
