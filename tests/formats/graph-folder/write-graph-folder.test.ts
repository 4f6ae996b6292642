import { describe, expect, test } from 'vitest';
import { ForeignGraph } from '../../../src/formats/foreign/foreign-graph.ts';
import { parseGraphFolder } from '../../../src/formats/graph-folder/parse-graph-folder.ts';
import { writeGraphFolder } from '../../../src/formats/graph-folder/write-graph-folder.ts';
import { wholeGraph } from '../../../src/knowledge/subgraph.ts';
import { withoutDenials } from '../../../src/knowledge/without-denials.ts';
import { contentHash } from '../../../src/model/content-hash.ts';
import type { GraphDocument } from '../../../src/model/graph-document.ts';
import { HOSTILE, hostileGraph, smallGraph } from '../hostile-graph.ts';

function readBack(graph: GraphDocument): GraphDocument {
  const files = writeGraphFolder(graph).files.map(({ name, text = '' }) => ({ path: name, text }));
  const { graph: back, issues } = parseGraphFolder(files);
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (back === undefined) throw new Error('not read');
  return back;
}

/** A graph as an import makes it: keys, names and attributes of any sort. */
async function importedGraph(): Promise<GraphDocument> {
  const foreign = new ForeignGraph({ file: 'x.gexf', format: 'gexf' });
  const texts = [
    '\u0000\u0001\u0085',
    '\u2028\ufeff',
    '- a: b',
    '#',
    'null',
    '2024',
    '~',
    'yes',
    ' lead',
    'trail ',
    'a\r\nb',
    ...HOSTILE,
  ];
  for (const text of texts) {
    foreign.addNode({
      key: text,
      label: text,
      kind: text,
      attributes: [
        { name: text, value: text },
        { name: 'n', value: 1e21 },
      ],
    });
    foreign.addEdge({ key: text, from: text, to: text, type: text, attributes: [{ name: 'is', value: true }] });
  }
  const { graph } = await foreign.finish();
  if (graph === undefined) throw new Error('not made');
  return graph;
}

describe('writeGraphFolder', () => {
  test.each([
    ['the small graph', smallGraph],
    ['a hostile graph', hostileGraph],
    ['an imported graph', async () => importedGraph()],
  ])('%s comes back whole', async (_, make) => {
    const graph = await make();
    const back = readBack(graph);
    expect(contentHash(back)).toBe(contentHash(graph));
    expect([back.title, back.manifest]).toEqual([graph.title, graph.manifest]);
    expect(writeGraphFolder(graph).losses).toEqual([]);
  });

  test('a part says what it was taken from, and that denials were left out of it', async () => {
    const taken = new Date(0);
    const whole = wholeGraph(await smallGraph(), taken, '1');
    const { graph: part } = withoutDenials(whole, taken, '1');
    expect(readBack(part).manifest).toEqual(part.manifest);
    expect(readBack(part).manifest?.closedUnderEvidence).toBe(false);
  });

  test('a manifest that is none is told at its place', async () => {
    const files = writeGraphFolder(await smallGraph()).files.map(({ name, text = '' }) => ({ path: name, text }));
    const { graph, issues } = parseGraphFolder([
      ...files,
      { path: 'manifest.yaml', text: 'selection: all\nweight: 1\n' },
    ]);
    expect(graph).toBeUndefined();
    expect(issues.map(({ file, line, message }) => [file, line, message])).toContainEqual([
      'manifest.yaml',
      2,
      expect.stringContaining('weight'),
    ]);
  });

  test('it is written for people: one file per kind and source, nothing that goes without saying', async () => {
    const { files } = writeGraphFolder(await smallGraph());
    expect(files.map(({ name }) => name)).toEqual([
      'ontology.yaml',
      'claims/gazette.yaml',
      'claims/letter.yaml',
      'entities/actor.yaml',
      'entities/organisation.yaml',
      'entities/place.yaml',
      'sources.yaml',
    ]);
    const text = files.map((file) => file.text).join('');
    expect(text).not.toMatch(/asserts\n|\[\]|symmetric: false|\bid: c-/u);
    expect(text).toContain('source: gazette\nclaims:\n  - subject: ');
  });

  test('ids that are no file names get one each, inside the folder', async () => {
    const graph = await smallGraph();
    const [first] = graph.sources;
    const ids = ['../../etc/passwd', 'A', 'a', 'con', '.hidden', 'https://example.org/x?y'];
    const foreign = new ForeignGraph({ file: 'x', format: 'x' });
    foreign.addNode({ key: 'n' });
    for (const key of ids) {
      foreign.addSource({ key });
      foreign.addEdge({ from: 'n', to: 'n', source: key });
    }
    const made = (await foreign.finish()).graph;
    if (made === undefined || first === undefined) throw new Error('not made');
    const names = writeGraphFolder(made).files.map(({ name }) => name);
    const claims = names.filter((name) => name.startsWith('claims/'));
    expect(new Set(claims.map((name) => name.toLowerCase())).size).toBe(ids.length);
    for (const name of claims) expect(name).toMatch(/^claims\/[A-Za-z0-9_][A-Za-z0-9._-]*\.yaml$/u);
    expect(claims).toContain('claims/_con.yaml');
    expect(contentHash(readBack(made))).toBe(contentHash(made));
  });

  test('a source with more claims than one file holds is written in several', async () => {
    const graph = await smallGraph();
    const foreign = new ForeignGraph({ file: 'x', format: 'x' });
    foreign.addNode({ key: 'n' });
    for (let i = 0; i < 60; i++) {
      const attributes = [{ name: 'long', value: 'x'.repeat(90_000) }];
      foreign.addEdge({ key: String(i), from: 'n', to: 'n', attributes });
    }
    const made = (await foreign.finish()).graph ?? graph;
    const names = writeGraphFolder(made).files.map(({ name }) => name);
    expect(names).toContain('claims/imported-x.2.yaml');
    expect(contentHash(readBack(made))).toBe(contentHash(made));
  });
});
