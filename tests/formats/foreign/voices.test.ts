import { describe, expect, test } from 'vitest';
import { asKey } from '../../../src/formats/foreign/clean-text.ts';
import { ForeignGraph } from '../../../src/formats/foreign/foreign-graph.ts';
import { Mapping } from '../../../src/formats/foreign/mapping.ts';
import type { ForeignEdge, ForeignNode } from '../../../src/formats/foreign/records.ts';
import { InMemoryKnowledgeBase } from '../../../src/knowledge/in-memory.ts';
import { mergeGraphs } from '../../../src/knowledge/merge-graphs.ts';
import { contentHash } from '../../../src/model/content-hash.ts';
import { RelationId } from '../../../src/model/ids.ts';
import { AB, edgeWith, gather, graphOf } from './gather.ts';

test.each([
  ['UN', 'UN'],
  [' UN ', 'UN'],
  ['United  \t Nations', 'United Nations'],
  ['United\u00a0Nations', 'United Nations'],
  ['Jose\u0301', 'José'],
  ['\u200eUN\u200f', 'UN'],
  ['\ufeffUN\u200b', 'UN'],
  // Joiners are letters of some scripts.
  ['می\u200cشود', 'می\u200cشود'],
  ['un', 'un'],
  [' \u200e ', ''],
])('the text %j names %j', (text, key) => {
  expect(asKey(text)).toBe(key);
});

describe('texts that look alike name one', () => {
  const mapping = Mapping.parse({ version: 1, edge: { speaker: 'who', source: 'paper' } });
  const texts = ['UN', 'UN ', ' UN', 'U\u200eN'];

  test('speaker and one document, so that nobody corroborates himself; the texts stay as attributes', async () => {
    const edges = texts.map((text, i) => ({
      ...edgeWith({ who: text, paper: `Doc 1${' '.repeat(i)}` }),
      type: 'backs',
    }));
    const graph = graphOf(await gather(AB, edges, { mapping }));
    expect(graph.sources.map(({ id, title }) => [id, title])).toEqual([['Doc%201', 'Doc 1']]);
    expect(graph.claims.map(({ speaker }) => speaker)).toEqual(['UN%-voice', 'UN%-voice', 'UN%-voice', 'UN%-voice']);
    expect(graph.entities.map(({ id, name }) => [id, name])).toEqual([
      ['a', 'Ann'],
      ['b', 'Ben'],
      ['UN%-voice', 'UN'],
      ['Doc%201%-voice', 'Doc 1'],
    ]);
    texts.forEach((value, i) => {
      expect(graph.claims[i]?.attributes).toContainEqual({ name: 'who', value });
    });
    const turned = graphOf(await gather(AB, edges.toReversed(), { mapping }));
    expect(contentHash(turned)).toBe(contentHash(graph));
    const verdictOf = async (count: number): Promise<unknown> => {
      const some = graphOf(await gather(AB, edges.slice(0, count), { mapping }));
      return (await new InMemoryKnowledgeBase(some).relation(RelationId.parse('a~backs~b'))).verdict;
    };
    expect(await verdictOf(4)).toEqual(await verdictOf(1));
  });

  test('publisher, and one origin', async () => {
    const foreign = new ForeignGraph({ file: 'x', format: 'x' });
    for (const node of AB) foreign.addNode(node);
    for (const key of ['s1', 's2']) {
      const pad = key === 's2' ? ' ' : '';
      foreign.addSource({ key, title: key, publisher: `The  Office${pad}`, origin: `feed${pad}` });
      foreign.addEdge({ key, from: 'a', to: 'b', source: key });
    }
    const graph = graphOf(await foreign.finish());
    expect(graph.sources).toMatchObject([
      { speaker: 'The%20Office%-voice', publisher: 'The Office', origin: 'feed' },
      { speaker: 'The%20Office%-voice', publisher: 'The Office', origin: 'feed' },
    ]);
    expect(graph.sources[1]?.attributes).toEqual([
      { name: 'publisher', value: 'The  Office ' },
      { name: 'origin', value: 'feed ' },
    ]);
  });

  test('node; but two nodes that the file itself keeps apart stay two', async () => {
    const nodes = [
      ...AB,
      { key: 'UN', label: 'one' },
      { key: 'UN ', label: 'other' },
      { key: 'x', label: 'Dawn  News' },
    ];
    const said = ['UN', 'UN ', '\tUN', 'Dawn News '].map((who) => edgeWith({ who, paper: 'p' }));
    const graph = graphOf(await gather(nodes, said, { mapping }));
    expect(graph.claims.map(({ speaker }) => speaker)).toEqual(['UN', 'UN%20', 'UN', 'x']);
  });

  test('type and one kind: a denial meets what it denies', async () => {
    const nodes = [
      { key: 'a', kind: 'person' },
      { key: 'b', kind: ' person' },
    ];
    const types = ['works for', ' works  for', 'works\u00a0for '];
    const graph = graphOf(
      await gather(
        nodes,
        types.map((type) => ({ key: type, from: 'a', to: 'b', type })),
      ),
    );
    expect(graph.ontology.relations.map(({ id, label }) => [id, label])).toEqual([['works%20for', 'works for']]);
    expect(graph.entities.map(({ kind }) => kind)).toEqual(['person', 'person', 'voice']);
    expect(graph.entities[1]?.attributes).toEqual([{ name: 'kind', value: ' person' }]);
    expect(graph.claims[1]?.attributes).toContainEqual({ name: 'type', value: ' works  for' });
  });

  test('speaker of the format that is no node; the text is kept', async () => {
    const graph = graphOf(await gather(AB, [{ from: 'a', to: 'b', speaker: 'UN ', via: [' x'] }]));
    expect(graph.claims).toMatchObject([
      {
        speaker: 'UN%-voice',
        via: ['x%-voice'],
        attributes: [
          { name: 'speaker', value: 'UN ' },
          { name: 'via', value: ' x' },
        ],
      },
    ]);
  });
});

describe('the voice of a source is no node by likeness of name', () => {
  test('neither by its publisher, author and title nor by its key', async () => {
    const foreign = new ForeignGraph({ file: 'Dawn', format: 'x' });
    for (const node of [...AB, { key: 'v1', label: 'Dawn', kind: 'Vessel' }, { key: 'co' }]) foreign.addNode(node);
    foreign.addSource({ key: 'dawn', title: 'Dawn' });
    foreign.addSource({ key: 'co' });
    foreign.addSource({ key: 'p', title: 'P', publisher: 'co' });
    foreign.addSource({ key: 'w', title: 'W', author: 'Ann' });
    foreign.addSource({ key: 'own', title: 'Own', publisher: 'Ben', speaker: 'v1' });
    for (const key of ['dawn', 'co', 'p', 'w', 'own']) foreign.addEdge({ key, from: 'a', to: 'b', source: key });
    const graph = graphOf(await foreign.finish());
    const voice = 'co%-voice';
    expect(graph.sources.map(({ id, speaker }) => [id, speaker])).toEqual([
      ['dawn', 'Dawn%-voice'],
      ['co', voice],
      ['p', voice],
      ['w', 'Ann%-voice'],
      // The format itself names the node.
      ['own', 'v1'],
    ]);
    expect(graph.entities.find(({ id }) => id === voice)).toMatchObject({ kind: 'voice', name: 'co' });
  });

  test('nor is that of the import, or of a document that a mapping names; a speaker of a mapping is', async () => {
    const nodes = [...AB, { key: 'net.gexf' }, { key: 'imported-net.gexf' }];
    const plain = graphOf(await gather(nodes, [{ from: 'a', to: 'b' }]));
    expect(plain.sources[0]?.speaker).toBe('imported-net.gexf%-voice');
    const mapping = Mapping.parse({ version: 1, edge: { source: 'paper', speaker: 'who' } });
    const graph = graphOf(await gather(nodes, [edgeWith({ paper: 'Ann', who: 'Ann' })], { mapping }));
    expect(graph.claims).toMatchObject([{ speaker: 'a' }]);
    expect(graph.sources).toMatchObject([{ id: 'Ann', speaker: 'Ann%-voice' }]);
  });
});

describe('a document that two files name is one origin, whatever nodes they have', () => {
  const mapping = Mapping.parse({ version: 1, edge: { type: 'relation', source: 'paper' } });
  const said = (more: readonly ForeignNode[], relation: ForeignEdge) =>
    gather([...AB, ...more], [relation], { mapping });
  const funds = edgeWith({ relation: 'funds', paper: 'HRW' });

  test.each([[false], [true]])('with the same ids for one: %s', async (sameIds) => {
    const withNode = graphOf(await said([{ key: 'HRW', label: 'HRW' }], funds));
    const without = graphOf(await said([], funds));
    expect(withNode.sources).toEqual(without.sources);
    for (const order of [
      [withNode, without],
      [without, withNode],
    ]) {
      const named = order.map((graph, i) => ({ name: `${i}`, graph }));
      const { graph } = mergeGraphs(named, { matches: [], sameIds });
      expect(graph.sources).toHaveLength(1);
      const relation = await new InMemoryKnowledgeBase(graph).relation(RelationId.parse('a~funds~b'));
      expect(relation.verdict).toBe('single-source');
    }
  });

  test('who is a node in one edition and only speaks in another is one speaker where one id is one entity', async () => {
    const says = Mapping.parse({ version: 1, edge: { speaker: 'who' } });
    const edge = { ...edgeWith({ who: 'India' }), type: 'backs' };
    const withNode = graphOf(
      await gather([...AB, { key: 'India', label: 'India' }], [edge], { mapping: says, file: 'one' }),
    );
    const without = graphOf(await gather(AB, [edge], { mapping: says, file: 'two' }));
    for (const order of [
      [withNode, without],
      [without, withNode],
    ]) {
      const named = order.map((graph, i) => ({ name: `${i}`, graph }));
      const verdictOf = async (sameIds: boolean): Promise<string> => {
        const { graph } = mergeGraphs(named, { sameIds });
        return (await new InMemoryKnowledgeBase(graph).relation(RelationId.parse('a~backs~b'))).verdict;
      };
      // Nobody says that a like name is the same; whoever says that one id is, says it of him, too.
      expect([await verdictOf(true), await verdictOf(false)]).toEqual(['single-source', 'corroborated']);
      const { graph } = mergeGraphs(named, { sameIds: true });
      const again = mergeGraphs([{ name: 'both', graph }, ...named], { sameIds: true }).graph;
      expect(contentHash(again)).toBe(contentHash(graph));
    }
  });

  test('a voice that came ready-made is that of a text of the same name', async () => {
    const foreign = new ForeignGraph({ file: 'x', format: 'x' });
    for (const node of AB) foreign.addNode(node);
    foreign.ownEntity({ id: 'HRW%-voice', kind: 'voice', name: 'HRW' });
    foreign.addSource({ key: 's', title: 'HRW' });
    foreign.addEdge({ from: 'a', to: 'b', source: 's' });
    const graph = graphOf(await foreign.finish());
    expect(graph.sources).toMatchObject([{ speaker: 'HRW%-voice' }]);
    expect(graph.entities.map(({ id }) => id)).toEqual(['a', 'b', 'HRW%-voice']);
  });
});
