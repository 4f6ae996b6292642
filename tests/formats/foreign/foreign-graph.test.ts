import { describe, expect, test } from 'vitest';
import { asAttribute } from '../../../src/formats/foreign/clean-text.ts';
import { ForeignGraph } from '../../../src/formats/foreign/foreign-graph.ts';
import { ReadFailure } from '../../../src/formats/read-failure.ts';
import { mergeGraphs } from '../../../src/knowledge/merge-graphs.ts';
import { contentHash } from '../../../src/model/content-hash.ts';
import type { GraphDocument } from '../../../src/model/graph-document.ts';
import { HOSTILE, smallGraph } from '../hostile-graph.ts';
import { AB, gather, graphOf } from './gather.ts';

describe('ForeignGraph', () => {
  test('an edge is one claim of the source that the import makes, in neutral words', async () => {
    const graph = graphOf(
      await gather(
        AB,
        [{ key: 'e1', from: 'a', to: 'b', type: 'works for', attributes: [{ name: 'weight', value: 3 }] }],
        {
          now: new Date('2026-01-02T03:04:05Z'),
        },
      ),
    );
    expect(graph.title).toBe('Imported from net.gexf');
    expect(graph.sources).toEqual([
      {
        id: 'imported-net.gexf',
        title: 'Imported from net.gexf',
        file: 'net.gexf',
        reliability: 'F',
        derivedFrom: [],
        speaker: 'imported-net.gexf%-voice',
        attributes: [
          { name: 'format', value: 'gexf' },
          { name: 'imported', value: '2026-01-02' },
        ],
      },
    ]);
    expect(graph.claims).toMatchObject([
      {
        subject: 'a',
        type: 'works%20for',
        object: 'b',
        stance: 'asserts',
        speaker: 'imported-net.gexf%-voice',
        summary: 'Ann — works for → Ben',
        attributes: [
          { name: 'key', value: 'e1' },
          { name: 'weight', value: 3 },
        ],
      },
    ]);
    expect(graph.ontology.kinds.map(({ id }) => id)).toEqual(['thing', 'voice']);
    expect(graph.ontology.relations).toMatchObject([
      {
        id: 'works%20for',
        label: 'works for',
        domain: ['thing'],
        range: ['thing'],
        reads: { asserts: '{s} — works for → {o}', denies: '{s} — not: works for → {o}' },
      },
    ]);
  });

  test('the folders that a file lies in do not get into the graph', async () => {
    const graphFrom = async (file: string): Promise<GraphDocument> =>
      graphOf(await gather(AB, [{ from: 'a', to: 'b', confidence: 0.5 }], { file }));
    const plain = await graphFrom('net.gexf');
    const deep = await graphFrom('/home/somebody/net.gexf');
    const windows = await graphFrom('C:\\data\\net.gexf');
    expect([deep, windows]).toEqual([plain, plain]);
    const { issues } = await gather(AB, [{ from: 'a', to: 'z' }], { file: 'in/net.gexf' });
    expect(issues[0]?.file).toBe('in/net.gexf');
    expect(new ForeignGraph({ file: 'C:\\data\\net.gexf', format: 'x' }).name).toBe('net.gexf');
  });

  test('kinds and types come from likely attributes where the format has none; without them a thing is related to a thing', async () => {
    const graph = graphOf(
      await gather(
        [{ key: 'a', attributes: [{ name: 'type', value: 'Person' }] }, { key: 'b' }],
        [
          { from: 'a', to: 'b', attributes: [{ name: 'label', value: 'knows' }] },
          { from: 'b', to: 'a' },
        ],
      ),
    );
    expect(graph.entities.map(({ kind }) => kind)).toEqual(['Person', 'thing', 'voice']);
    expect(graph.claims.map(({ type }) => type)).toEqual(['knows', 'related-to']);
  });

  test('an undirected edge is of a symmetric type, beside the directed one of the same name', async () => {
    const graph = graphOf(
      await gather(AB, [
        { from: 'a', to: 'b', type: 'knows', directed: false },
        { from: 'a', to: 'b', type: 'knows' },
        { from: 'a', to: 'b', type: 'meets', directed: false },
      ]),
    );
    expect(graph.ontology.relations.map(({ id, symmetric }) => [id, symmetric])).toEqual([
      ['knows', false],
      ['knows-undirected', true],
      ['meets', true],
    ]);
  });

  test('one word for a relation, a figure and a statement becomes three types', async () => {
    const foreign = new ForeignGraph({ file: 'x', format: 'x' });
    for (const node of AB) foreign.addNode(node);
    foreign.addFigure({ about: 'a', measure: 'harmed', quantity: { min: 3, max: 3 } });
    foreign.addStatement({ about: 'a', type: 'harmed', literal: 'badly' });
    foreign.addEdge({ from: 'a', to: 'b', type: 'harmed' });
    const graph = graphOf(await foreign.finish());
    expect(graph.claims.map(({ type }) => type)).toEqual(['harmed-figure', 'harmed-statement', 'harmed']);
    expect(graph.claims.map(({ summary }) => summary)).toEqual([
      'Ann — harmed: 3',
      'Ann — harmed: badly',
      'Ann — harmed → Ben',
    ]);
  });

  test('parallel edges stay apart: by their keys, else as copies numbered by their content', async () => {
    const edge = { from: 'a', to: 'b', type: 't' };
    const one = { ...edge, attributes: [{ name: 'w', value: 1 }] };
    const two = { ...edge, attributes: [{ name: 'w', value: 2 }] };
    const graph = graphOf(await gather(AB, [two, one, one, { ...edge, key: 'e1' }, { ...edge, key: 'e2' }]));
    expect(new Set(graph.claims.map(({ id }) => id)).size).toBe(5);
    const turned = graphOf(await gather(AB, [{ ...edge, key: 'e2' }, one, { ...edge, key: 'e1' }, one, two]));
    expect(contentHash(turned)).toBe(contentHash(graph));
  });

  test('whether a node was taken is told to whoever adds it', () => {
    const foreign = new ForeignGraph({ file: 'x', format: 'x', skipBad: true, limits: { attributes: 1 } });
    const attributes = [1, 2].map((value) => ({ name: 'x', value }));
    expect(foreign.addNode({ key: 'a' })).toBe(true);
    expect(foreign.addNode({ key: 'a' })).toBe(false);
    expect(foreign.addNode({ key: 'b', attributes })).toBe(false);
    expect(foreign.hasNode('b')).toBe(false);
  });

  test('a key given twice and an end that is missing are told with their place, and refuse the file', async () => {
    const nodes = [...AB, { key: 'a', place: { line: 7 } }];
    const edges = [
      { key: 'e1', from: 'a', to: 'nobody', place: { line: 9, column: 3 } },
      { key: 'e2', from: 'a', to: 'b' },
      { key: 'e2', from: 'a', to: 'b', place: { line: 11 } },
    ];
    const { graph, issues } = await gather(nodes, edges);
    expect(graph).toBeUndefined();
    expect(issues).toMatchObject([
      { code: 'duplicate-id', severity: 'error', file: 'net.gexf', line: 7, id: 'a' },
      { code: 'unknown-id', severity: 'error', line: 9, column: 3, id: 'e1', got: '"nobody"' },
      { code: 'duplicate-id', severity: 'error', line: 11, id: 'e2' },
    ]);
    const lenient = await gather(nodes, edges, { skipBad: true });
    expect(lenient.skipped).toBe(3);
    expect(lenient.issues.map(({ severity }) => severity)).toEqual(['warning', 'warning', 'warning']);
    expect(graphOf(lenient).claims).toHaveLength(1);
  });

  test('hostile keys, labels and attribute names are kept, and change no object', async () => {
    const names = ['__proto__', 'constructor', 'hasOwnProperty', '\u0000', '\u202eevil', 'a~b', '{x}', ...HOSTILE];
    const graph = graphOf(
      await gather(
        names.map((key) => ({ key, label: key, kind: key, attributes: [{ name: key, value: key }] })),
        names.map((key, i) => ({
          from: key,
          to: names[i - 1] ?? key,
          type: key,
          attributes: [{ name: key, value: key }],
        })),
      ),
    );
    expect(Object.keys({})).toEqual([]);
    names.forEach((key, i) => {
      expect(graph.entities[i]?.attributes).toContainEqual({ name: key, value: key });
      expect(graph.claims[i]?.attributes).toContainEqual({ name: key, value: key });
    });
    expect(new Set(graph.claims.map(({ type }) => type)).size).toBe(names.length);
  });

  test('what no text can hold is replaced, counted and kept', async () => {
    const { losses } = await gather([{ key: 'a', attributes: [{ name: 'x', value: 'half \ud800' }] }], []);
    expect(losses).toMatchObject([{ field: 'attributes', count: 1 }]);
  });

  test('limits: records, attributes and findings', async () => {
    await expect(gather(AB, [{ from: 'a', to: 'b' }], { limits: { records: 2 } })).rejects.toThrow(ReadFailure);
    const attributes = Array.from({ length: 3 }, (_, i) => ({ name: `x${i}`, value: 'y'.repeat(i) }));
    const many = await gather([{ key: 'a', attributes, place: { line: 3 } }], [], { limits: { attributes: 2 } });
    expect(many.issues).toMatchObject([{ code: 'too-large', line: 3 }]);
    const edges = Array.from({ length: 20 }, () => ({ from: 'a', to: 'z' }));
    const found = await gather(AB, edges, { limits: { issues: 5 } });
    expect(found.issues).toHaveLength(6);
    expect(found.issues.at(-1)?.message).toContain('15 more');
  });

  test('attributes of which each edge has another value are no types', async () => {
    const edges = Array.from({ length: 1100 }, (_, i) => ({
      from: 'a',
      to: 'b',
      attributes: [{ name: 'label', value: `l${i}` }],
    }));
    const result = await gather(AB, edges);
    expect(result.issues).toMatchObject([{ severity: 'warning' }]);
    expect(graphOf(result).ontology.relations.map(({ id }) => id)).toEqual(['related-to']);
    expect(graphOf(result).claims[7]?.attributes).toContainEqual({ name: 'label', value: 'l7' });
  });

  test('the same of undirected edges: they stay undirected, beside directed ones', async () => {
    const edges = Array.from({ length: 1100 }, (_, i) => ({
      from: 'a',
      to: 'b',
      ...(i < 3 ? {} : { directed: false }),
      attributes: [{ name: 'label', value: `l${i}` }],
    }));
    const undirected = graphOf(await gather(AB, edges.slice(3)));
    expect(undirected.ontology.relations).toMatchObject([{ id: 'related-to', symmetric: true }]);
    expect(undirected.claims[0]?.summary).toBe('Ann — related to — Ben');
    const both = graphOf(await gather(AB, edges));
    expect(both.ontology.relations.map(({ id, symmetric }) => [id, symmetric])).toEqual([
      ['related-to', false],
      ['related-to-undirected', true],
    ]);
    expect(both.claims.filter(({ type }) => type === 'related-to')).toHaveLength(3);
  });

  test('types that the format tells are types, however many; a few that are guessed beside them, too', async () => {
    const edges = Array.from({ length: 1100 }, (_, i) => ({ from: 'a', to: 'b', type: `t${i}` }));
    const guess = { from: 'a', to: 'b', attributes: [{ name: 'label', value: 'knows' }] };
    const result = await gather(AB, [...edges, guess]);
    expect(result.issues).toEqual([]);
    expect(graphOf(result).ontology.relations).toHaveLength(1101);
  });

  test('an attribute of which each node has another value is no kind, and that is told', async () => {
    const nodes = Array.from({ length: 1100 }, (_, i) => ({
      key: `n${i}`,
      attributes: [{ name: 'type', value: `k${i}` }],
    }));
    const guessed = await gather(nodes, [{ from: 'n0', to: 'n1' }]);
    expect(guessed.issues).toMatchObject([{ severity: 'warning', message: expect.stringContaining('kind of a node') }]);
    const graph = graphOf(guessed);
    expect(new Set(graph.entities.map(({ kind }) => kind))).toEqual(new Set(['thing', 'voice']));
    expect(graph.ontology.relations).toMatchObject([{ domain: ['thing'], range: ['thing'] }]);
    const told = await gather(
      nodes.map(({ key }) => ({ key, kind: `k${key}` })),
      [],
    );
    expect(told.issues).toEqual([]);
    expect(graphOf(told).ontology.kinds).toHaveLength(1101);
  });

  test('what Ascribe wrote itself comes back as it was, beside edges that somebody added', async () => {
    const own = await smallGraph();
    const foreign = new ForeignGraph({ file: 'edited.gexf', format: 'gexf' });
    for (const source of own.sources) foreign.ownSource(source);
    for (const entity of own.entities) foreign.ownEntity(entity);
    for (const claim of own.claims) foreign.ownClaim(claim);
    const [a, b] = own.entities;
    foreign.addEdge({ from: a?.id ?? '', to: b?.id ?? '', type: 'drawn by hand' });
    const graph = graphOf(await foreign.finish());
    expect(graph.claims.slice(1)).toEqual(own.claims);
    expect(graph.sources.map(({ id }) => id)).toEqual(['imported-edited.gexf', ...own.sources.map(({ id }) => id)]);
    expect(graph.entities.slice(0, own.entities.length)).toEqual(own.entities);
  });

  test('with its ontology an own file comes back letter for letter', async () => {
    const own = await smallGraph();
    const foreign = new ForeignGraph({ file: 'own.json', format: 'x' });
    foreign.ownOntology(own.ontology);
    for (const source of own.sources) foreign.ownSource(source);
    for (const entity of own.entities) foreign.ownEntity(entity);
    for (const claim of own.claims) foreign.ownClaim(claim);
    expect(contentHash(graphOf(await foreign.finish()))).toBe(contentHash(own));
  });

  test('an own claim that was changed, or is none, is told with its place', async () => {
    const own = await smallGraph();
    const foreign = new ForeignGraph({ file: 'own.json', format: 'x', skipBad: true });
    for (const entity of own.entities) foreign.ownEntity(entity);
    foreign.ownClaim({ ...own.claims[0], stance: 'perhaps' }, { line: 4 });
    const { issues, skipped } = await foreign.finish();
    expect(skipped).toBe(1);
    expect(issues).toMatchObject([{ code: 'invalid-value', line: 4, path: ['stance'] }]);
  });
});

test('a file that is imported twice on a day is one source, and merges with itself', async () => {
  const readAt = async (time: string): Promise<GraphDocument> =>
    graphOf(await gather(AB, [{ key: 'e', from: 'a', to: 'b' }], { now: new Date(`2026-01-02${time}`) }));
  const [morning, evening] = [await readAt('T08:00:00Z'), await readAt('T20:00:00Z')];
  const named = [
    { name: 'morning', graph: morning },
    { name: 'evening', graph: evening },
  ];
  const { graph, notes } = mergeGraphs(named, { sameIds: true });
  expect(graph.sources).toEqual(morning.sources);
  expect(graph.claims).toEqual(morning.claims);
  expect(notes.filter(({ kind }) => kind === 'source-renamed')).toEqual([]);
});

test('an attribute that needs no change stays the object that it is, and go-betweens that are none are one list', async () => {
  const given = { name: 'x', value: 'y' };
  expect(asAttribute(given)).toBe(given);
  const graph = graphOf(
    await gather(AB, [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'a', via: [] },
    ]),
  );
  expect(graph.claims[0]?.via).toEqual([]);
  expect(graph.claims[1]?.via).toHaveLength(0);
});

test('documents of a file become sources; an address that runs code is left a text, and told', async () => {
  const foreign = new ForeignGraph({ file: 'x.json', format: 'x' });
  for (const node of AB) foreign.addNode(node);
  foreign.addSource({ key: 'root', title: 'Root', publisher: 'Ann', published: '2020-01' });
  foreign.addSource({
    key: 's 1',
    title: 'A \u202etitle',
    url: 'javascript:alert(1)',
    derivedFrom: ['root'],
    published: 'May',
  });
  foreign.addEdge({ from: 'a', to: 'b', source: 's 1', stance: 'denies', speaker: { unnamed: 'officials' } });
  const result = await foreign.finish();
  const graph = graphOf(result);
  expect(result.issues.map(({ code }) => code)).toEqual(['invalid-value', 'refused-content']);
  expect(graph.sources).toMatchObject([
    { id: 'root', speaker: 'Ann%-voice', published: '2020-01' },
    { id: 's%201', title: 'A title', derivedFrom: ['root'] },
  ]);
  expect(graph.sources[1]).not.toHaveProperty('url');
  expect(graph.sources[1]?.attributes).toContainEqual({ name: 'url', value: 'javascript:alert(1)' });
  expect(graph.claims).toMatchObject([{ source: 's%201', speaker: { unnamed: 'officials' } }]);
});

test('a known type brings its label, its readings and the wider type under which it counts', async () => {
  const foreign = new ForeignGraph({ file: 'x', format: 'x' });
  for (const node of AB) foreign.addNode(node);
  foreign.knowRelation({ id: 'owns', label: 'owns', inverse: 'owned by', broader: 'linked' });
  foreign.knowRelation({ id: 'linked', label: 'is linked to', symmetric: true });
  foreign.addEdge({ from: 'a', to: 'b', type: 'owns' });
  expect(graphOf(await foreign.finish()).ontology.relations).toMatchObject([
    { id: 'linked', label: 'is linked to', symmetric: true },
    { id: 'owns', inverse: 'owned by', broader: 'linked' },
  ]);
});

test('what a format knows of a type, and quantities, are made fit like all that a file says', async () => {
  const foreign = new ForeignGraph({ file: 'x', format: 'x', skipBad: true });
  for (const node of AB) foreign.addNode(node);
  foreign.knowRelation({
    id: 't',
    label: 'turns \u202e round',
    inverse: '',
    reads: { asserts: '', denies: '', doubts: '' },
  });
  foreign.knowFigure({ id: 'm', label: '\u0000' });
  foreign.addEdge({ from: 'a', to: 'b', type: 't', speaker: { unnamed: 'some\nbody' } });
  foreign.addFigure({ about: 'a', measure: 'm', quantity: { min: 2, max: 1 }, place: { line: 3 } });
  foreign.addFigure({ about: 'a', measure: 'm', quantity: { min: 2, of: 'a\tb' } });
  const result = await foreign.finish();
  const graph = graphOf(result);
  expect(result.issues).toMatchObject([{ code: 'invalid-value', line: 3 }]);
  expect(graph.ontology.relations).toMatchObject([{ label: 'turns  round', inverse: 'turns  round (inverse)' }]);
  expect(graph.ontology.figures).toEqual([{ id: 'm', label: 'm' }]);
  expect(graph.claims).toMatchObject([
    { speaker: { unnamed: 'some body' }, attributes: [{ name: 'speaker', value: 'some\nbody' }] },
    { quantity: { min: 2, of: 'a b' }, attributes: [{ name: 'quantity.of', value: 'a\tb' }] },
  ]);
});

test('the last part of a reading lets others have their turn, and can be stopped', async () => {
  const stop = new AbortController();
  const foreign = new ForeignGraph({ file: 'x', format: 'x', signal: stop.signal });
  for (let i = 0; i < 50_000; i++) foreign.addEdge({ key: `e${i}`, from: 'a', to: 'b' });
  for (const node of AB) foreign.addNode(node);
  const finished = foreign.finish();
  setTimeout(() => stop.abort(new Error('enough')), 0);
  await expect(finished).rejects.toThrow('enough');
});
