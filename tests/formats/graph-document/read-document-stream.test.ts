import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { ForeignGraph } from '../../../src/formats/foreign/foreign-graph.ts';
import { checkInSlices } from '../../../src/formats/graph-document/check-in-slices.ts';
import { GRAPH_DOCUMENT } from '../../../src/formats/graph-document/format.ts';
import { readDocumentStream } from '../../../src/formats/graph-document/read-document-stream.ts';
import { readGraphDocument } from '../../../src/formats/graph-document/read-graph-document.ts';
import { writeGraphDocument } from '../../../src/formats/graph-document/write-graph-document.ts';
import { inputOf } from '../../../src/formats/read-text.ts';
import { checkGraph } from '../../../src/model/check-graph.ts';
import type { GraphDocument } from '../../../src/model/graph-document.ts';
import { hostileGraph, smallGraph } from '../hostile-graph.ts';

const textOf = (graph: GraphDocument): string => writeGraphDocument(graph).files[0]?.text ?? '';
const asJson = async (): Promise<string> => JSON.stringify(await smallGraph());
const read = (text: string, skipBad = false) => readDocumentStream(inputOf('x.json', text), { skipBad });
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

async function bigGraph(edges: number): Promise<GraphDocument> {
  const foreign = new ForeignGraph({ file: 'x', format: 'x' });
  for (let i = 0; i < 1000; i++) foreign.addNode({ key: `n${i}` });
  for (let i = 0; i < edges; i++) foreign.addEdge({ key: `e${i}`, from: `n${i % 1000}`, to: `n${(i * 7) % 1000}` });
  const { graph } = await foreign.finish();
  if (graph === undefined) throw new Error('not made');
  return graph;
}

describe('a graph document that streams in', () => {
  test.each([
    ['the small graph', smallGraph],
    ['a hostile graph', hostileGraph],
    ['an empty graph', async () => ({ ...(await smallGraph()), sources: [], entities: [], claims: [] })],
  ])('%s is what it is as one text, with the same findings', async (_, make) => {
    const text = textOf(await make());
    const whole = readGraphDocument(text, 'x.json');
    const { graph, issues } = await read(text);
    expect(graph).toEqual(whole.graph);
    expect(JSON.stringify(graph)).toBe(JSON.stringify(whole.graph));
    expect(issues.map(({ line: _line, ...issue }) => issue)).toEqual(whole.issues);
  });

  test.each([
    ['a field that no record has', (text: string) => text.replace('"stance":', '"stanse":')],
    ['a value that it cannot have', (text: string) => text.replace('"asserts"', '"says"')],
    ['an entity that is not there', (text: string) => text.replace(/"subject":"[^"]*"/u, '"subject":"nobody"')],
    ['a field of the document that is none', (text: string) => text.replace('{', '{"more":1,')],
    ['no list of claims', (text: string) => text.replace('"claims":', '"statements":')],
    ['claims that are no list', (text: string) => text.replace(/"claims":.*$/su, '"claims":{}}')],
    ['another version', (text: string) => text.replace('"version":1', '"version":2')],
    ['a type that is not there', (text: string) => text.replace(/"type":"[^"]*"/u, '"type":"none"')],
    ['a prototype', (text: string) => text.replace('{', '{"__proto__":{},')],
  ])('%s is found as in one text', async (_, spoil) => {
    const text = spoil(await asJson());
    const found = ({ issues }: { readonly issues: readonly { readonly path: unknown; readonly message: string }[] }) =>
      issues.map(({ path, message }) => [path, message]);
    const whole = readGraphDocument(text, 'x.json');
    expect(whole.graph).toBeUndefined();
    const streamed = await read(text);
    expect(streamed.graph).toBeUndefined();
    expect(found(streamed)).toEqual(found(whole));
  });

  test.each([
    ['a name twice in the frame', (text: string) => text.replace('{', '{"title":"a",')],
    ['a list twice', (text: string) => text.replace('{', '{"claims":[],')],
    ['a second value behind it', (text: string) => `${text}{}`],
    ['a text that breaks off', (text: string) => text.slice(0, -20)],
  ])('%s refuses the file, though bad records be left out', async (_, spoil) => {
    for (const skipBad of [false, true]) {
      const { graph, issues } = await read(spoil(await asJson()), skipBad);
      expect(graph).toBeUndefined();
      expect(issues.some(({ severity }) => severity === 'error')).toBe(true);
    }
  });

  test.each([
    ['[{"id":"a"}]', 'a list', undefined],
    ['{"format":"other","claims":[]}', '"other"', undefined],
    ['{"nodes":[],"claims":[]}', 'the fields "nodes", "claims"', '“graphology-json”'],
    ['{"elements":[]}', 'the fields "elements"', '“cyjs”'],
  ])('%s is no graph document, and that is all that is said', async (text, got, remedy) => {
    const { issues } = await read(text);
    expect(issues).toMatchObject([{ code: 'invalid-format', severity: 'error', file: 'x.json', got }]);
    if (remedy !== undefined) expect(issues[0]?.remedy).toContain(remedy);
  });
});

describe('bad records', () => {
  test('one is told with its line, and left out alone where that is asked for', async () => {
    const graph = await smallGraph();
    const text = textOf(graph).replace(/"stance": "[a-z]+"/u, '"stance": "says"');
    const { issues } = await read(text);
    expect(issues).toMatchObject([{ code: 'invalid-value', path: ['claims', 0, 'stance'], file: 'x.json' }]);
    expect(issues[0]?.line).toBe(lineOf(text, '"claims": [') + 1);
    const left = await read(text, true);
    expect(left.skipped).toBe(1);
    expect(left.graph?.claims).toEqual(graph.claims.slice(1));
    expect(left.graph?.entities).toEqual(graph.entities);
    expect(left.issues[0]?.message).toContain('the record was left out');
  });

  test('what names one that is left out is left out, too, and each is counted once', async () => {
    const graph = await smallGraph();
    const [source] = graph.sources;
    if (source === undefined) throw new Error('the fixture is empty');
    // The file has a fault in a source: its claims, and the sources that derive from it, have no ground.
    const text = textOf(graph).replace(`"id": "${source.id}"`, `"id": "${source.id}", "more": 1`);
    const { graph: left, skipped, issues } = await read(text, true);
    expect(issues.every(({ severity }) => severity === 'warning')).toBe(true);
    expect(left && checkGraph(left).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(left?.sources.some(({ id }) => id === source.id)).toBe(false);
    expect(left?.claims.some((claim) => claim.source === source.id)).toBe(false);
    const gone = (part: 'sources' | 'entities' | 'claims') => graph[part].length - (left?.[part].length ?? 0);
    expect(gone('claims')).toBeGreaterThan(0);
    expect(skipped).toBe(gone('sources') + gone('entities') + gone('claims'));
    for (const { path, line } of issues) {
      const [part, at] = path;
      const records = part === 'claims' ? graph.claims : part === 'sources' ? graph.sources : graph.entities;
      const id = typeof at === 'number' ? records[at]?.id : undefined;
      expect(
        text
          .split('\n')
          .slice((line ?? 0) - 1, (line ?? 0) + 1)
          .join(''),
      ).toContain(`"id": "${id}"`);
    }
  });

  test('the ontology cannot be left out', async () => {
    const graph = await smallGraph();
    const text = textOf(graph).replace(/"relations": \[\s*\{/u, '$& "broader": "none",');
    expect(await read(text, true)).toEqual({
      issues: [expect.objectContaining({ code: 'unknown-id', line: lineOf(text, '"ontology"') })],
    });
  });

  test('a claim that stands twice, one that nests too deep and one that is no JSON', async () => {
    const graph = await smallGraph();
    const claim = JSON.stringify(graph.claims[0]);
    const deep = `${'['.repeat(200)}${']'.repeat(200)}`;
    const text = `${JSON.stringify(graph).slice(0, -2)},\n${claim},\n${deep},\n{"id":01}]}`;
    expect((await read(text)).graph).toBeUndefined();
    const { graph: left, skipped, issues } = await read(text, true);
    expect(skipped).toBe(3);
    expect(left).toEqual(graph);
    expect(issues.map(({ code, line }) => [code, line]).toSorted()).toEqual([
      ['duplicate-claim', 2],
      ['invalid-json', 4],
      ['too-large', 3],
    ]);
  });

  test('more records than the limit are refused', async () => {
    const input = inputOf('x.json', await asJson());
    const { graph, issues } = await readDocumentStream(input, { limits: { records: 5 } });
    expect(graph).toBeUndefined();
    expect(issues).toMatchObject([{ code: 'too-large', expected: 'at most 5 sources, entities and claims' }]);
  });
});

describe('a large one', () => {
  test('lets others have their turn, and stops when it is told to', async () => {
    const text = textOf(await bigGraph(30_000));
    let turns = 0;
    const clock = setInterval(() => turns++, 1);
    const controller = new AbortController();
    const reading = GRAPH_DOCUMENT.read?.(inputOf('x.json', text), { signal: controller.signal });
    const stopped = expect(reading).rejects.toThrow('enough');
    await sleep(40);
    controller.abort(new Error('enough'));
    await stopped;
    clearInterval(clock);
    expect(turns).toBeGreaterThan(0);
  });

  test('is checked in slices to the same findings', async () => {
    const graph = await bigGraph(7000);
    const found = (of: GraphDocument) => {
      const work = checkInSlices(of);
      let steps = 0;
      for (let step = work.next(); ; step = work.next(), steps++)
        if (step.done === true) return { steps, issues: step.value };
    };
    const [source] = graph.sources;
    if (source === undefined) throw new Error('not made');
    expect(found(graph)).toEqual({ steps: 7, issues: [] });
    // A grade that contradicts itself is a warning, an entity with markup another.
    const warned: GraphDocument = {
      ...graph,
      sources: [{ ...source, reliability: 'A' }],
      entities: graph.entities.map((entity, i) => (i === 900 ? { ...entity, name: '<b>x</b>' } : entity)),
      claims: graph.claims.map((claim, i) => (i % 3000 === 2999 ? { ...claim, credibility: 5 } : claim)),
    };
    expect(found(warned).issues).toEqual(checkGraph(warned));
    expect(found(warned).issues).toHaveLength(3);
    expect(found(warned).steps).toBe(7);
    const [first] = graph.claims;
    const faults: GraphDocument[] = [
      { ...graph, claims: first === undefined ? [] : [...graph.claims, first] },
      {
        ...graph,
        claims: graph.claims.map((claim, i) => (i === 5000 ? { ...claim, subject: source.speaker } : claim)),
      },
      { ...graph, entities: [...graph.entities, ...graph.entities.slice(0, 1)] },
      { ...graph, sources: [{ ...source, derivedFrom: [source.id] }] },
    ];
    for (const fault of faults) {
      expect(found(fault).issues).toEqual(checkGraph(fault));
      expect(found(fault).issues.length).toBeGreaterThan(0);
    }
  });
});
