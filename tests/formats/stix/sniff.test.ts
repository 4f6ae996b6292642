import { describe, expect, test } from 'vitest';
import { writeGraphDocument } from '../../../src/formats/graph-document/write-graph-document.ts';
import { inputOf } from '../../../src/formats/read-text.ts';
import { likelyFormats } from '../../../src/formats/registry.ts';
import { readStix } from '../../../src/formats/stix/read-stix.ts';
import { looksLikeStix } from '../../../src/formats/stix/sniff.ts';
import { smallGraph } from '../hostile-graph.ts';

const INDICATOR = { type: 'indicator', spec_version: '2.1', id: 'indicator--1', name: 'x' };
const SORTED = { created: '2020-01-01T00:00:00Z', labels: ['a'], ...INDICATOR };

describe.each([
  ['an envelope of TAXII', JSON.stringify({ more: false, objects: [INDICATOR] })],
  ['an envelope with objects in the order of their names', JSON.stringify({ objects: [SORTED] }, undefined, 2)],
  ['a single object', JSON.stringify(INDICATOR)],
  ['a single object of STIX 2.0', JSON.stringify({ id: 'indicator--1', name: 'x', type: 'indicator' }, undefined, 1)],
  ['a list of objects', JSON.stringify([INDICATOR])],
  ['an object in each line', `${JSON.stringify(INDICATOR)}\n${JSON.stringify({ ...INDICATOR, id: 'indicator--2' })}\n`],
])('%s', (_, text) => {
  test('is known and read', async () => {
    expect(likelyFormats(text, 'x.json')[0]?.id).toBe('stix');
    const { graph, issues } = await readStix(inputOf('x.json', text));
    expect(issues).toEqual([]);
    expect(graph?.entities[0]).toMatchObject({ id: 'indicator--1', name: 'x', kind: 'indicator' });
  });
});

test.each([
  '{"type":"report"}',
  '{"type":"FeatureCollection","features":[{"id":"a--1"}]}',
  '{"nodes":[{"id":"indicator--1","type":"indicator"}]}',
  'id,type\nindicator--1,indicator\n',
])('%s is none', (text) => {
  expect(looksLikeStix(text)).toBe(false);
});

test('a graph document is none, whatever it speaks of', async () => {
  const graph = await smallGraph();
  const [file] = writeGraphDocument({ ...graph, title: '"spec_version": "2.1", "id": "indicator--1"' }).files;
  expect(likelyFormats(file?.text?.slice(0, 4096) ?? '', 'x.json')[0]?.id).toBe('json');
});
