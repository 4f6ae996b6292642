import { expect, test } from 'vitest';
import { readGraphDocument } from '../../../src/formats/graph-document/read-graph-document.ts';
import { recordsByLine } from '../../../src/formats/graph-document/write-graph-document.ts';
import { contentHash } from '../../../src/model/content-hash.ts';
import { hostileGraph } from '../hostile-graph.ts';

test('a large graph has a record in a line, and comes back', async () => {
  const graph = await hostileGraph();
  const { text = '' } = recordsByLine('x.json', graph, Number.POSITIVE_INFINITY);
  expect(text.split('\n').length).toBeGreaterThan(graph.claims.length + graph.entities.length + graph.sources.length);
  const { graph: back } = readGraphDocument(text);
  expect(back && contentHash(back)).toBe(contentHash(graph));
  expect(back?.manifest).toEqual(graph.manifest);
});

test('what is too long for one text is written as the same bytes', async () => {
  const graph = await hostileGraph();
  const { text } = recordsByLine('x.json', graph, Number.POSITIVE_INFINITY);
  const { text: none, bytes } = recordsByLine('x.json', graph, 100);
  expect(none).toBeUndefined();
  expect(new TextDecoder().decode(bytes)).toBe(text);
});
