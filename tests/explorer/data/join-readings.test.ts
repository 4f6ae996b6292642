import { expect, test } from 'vitest';
import type { Merging } from '../../../src/explorer/data/graph-worker.ts';
import { joinGraphs, pairsOf } from '../../../src/explorer/data/join-readings.ts';
import { markUnsure, mergedView, UNSURE_SAME } from '../../../src/explorer/data/merged-view.ts';
import { readEdgeList } from '../../../src/formats/edge-list/read-edge-list.ts';
import { inputOf } from '../../../src/formats/read-text.ts';
import { joinedTitle } from '../../../src/knowledge/joined-title.ts';
import type { NamedGraph } from '../../../src/knowledge/merge-graphs.ts';
import { unmerge } from '../../../src/knowledge/unmerge.ts';
import { contentHash } from '../../../src/model/content-hash.ts';
import { GraphDocument } from '../../../src/model/graph-document.ts';
import { EntityId } from '../../../src/model/ids.ts';
import { Label } from '../../../src/model/text.ts';

const id = (text: string): EntityId => EntityId.parse(text);

async function edges(name: string, rows: string): Promise<NamedGraph> {
  const { graph } = await readEdgeList(inputOf(name, `from,to,from_name,to_name\n${rows}`));
  if (graph === undefined) throw new Error('the table cannot be read');
  return { name, graph };
}
const [ONE, TWO] = await Promise.all([
  edges('one.csv', 'ann,ben,Ann Lee,Ben\n'),
  edges('two.csv', 'x1,ben,Ann  LEE,Benedict\nx2,x1,Ben,Ann  LEE\n'),
]);
const GRAPHS = [ONE, TWO];

function joined(...decisions: readonly (readonly [string, string, Merging['matches'][number]['decision']])[]) {
  const matches = decisions.map(([a, b, decision]) => ({
    a: { graph: 'one.csv', id: id(a) },
    b: { graph: 'two.csv', id: id(b) },
    decision,
  }));
  return joinGraphs(GRAPHS, { matches, sameIds: false });
}

test('pairs come with what helps to decide: kind, graph and reasons', () => {
  const { pairs, more } = pairsOf(GRAPHS);
  expect(more).toBe(0);
  expect(pairs.map(({ a, b, reasons }) => [a.id, b.id, reasons])).toEqual(
    expect.arrayContaining([
      ['ann', 'x1', ['same name']],
      ['ben', 'ben', ['same id']],
      ['ben', 'x2', ['same name']],
    ]),
  );
  expect(pairs[0]?.a).toMatchObject({ graph: 'one.csv', kind: 'Thing' });
  expect(pairs[0]?.b.graph).toBe('two.csv');
});

test('nothing becomes one that nobody called the same', () => {
  const graph = joined();
  expect(mergedView(graph)).toEqual({ joined: [], unsure: [] });
  expect(graph.entities.map(({ id: one }) => one)).toEqual(expect.arrayContaining(['ann', 'x1', 'ben', 'ben@two.csv']));
});

test('what was called the same is one, is listed, and comes apart again as it was', () => {
  const graph = joined(['ann', 'x1', 'same']);
  const { joined: list } = mergedView(graph);
  expect(list.map(({ into, taken }) => [into.id, taken.map((one) => [one.id, one.name])])).toEqual([
    ['ann', [['x1', 'Ann  LEE']]],
  ]);
  const apart = unmerge(graph, id('x1'));
  expect(mergedView(apart).joined).toEqual([]);
  const bare = (one: GraphDocument): string => contentHash({ ...one, ontology: joined().ontology });
  expect(bare(apart)).toBe(bare(joined()));
});

test('a pair that somebody is unsure of stays two, and both say so, though one was renamed', () => {
  const graph = GraphDocument.parse(joined(['ben', 'ben', 'unsure']));
  expect(mergedView(graph)).toMatchObject({ joined: [], unsure: [{ a: { id: 'ben' }, b: { id: 'ben@two.csv' } }] });
  const marks = graph.entities.flatMap(({ id: one, attributes = [] }) =>
    attributes.filter(({ name }) => name === UNSURE_SAME).map(({ value }) => [one, value]),
  );
  expect(marks).toEqual(
    expect.arrayContaining([
      ['ben', 'ben@two.csv'],
      ['ben@two.csv', 'ben'],
    ]),
  );
});

test('unsure and the same at once, by way of a third, marks nothing of one with itself', () => {
  const decide = (a: readonly [string, string], b: readonly [string, string], decision: 'same' | 'unsure') => ({
    ...{ a: { graph: a[0], id: id(a[1]) }, b: { graph: b[0], id: id(b[1]) } },
    decision,
  });
  const matches = [
    decide(['one.csv', 'ben'], ['two.csv', 'x2'], 'same'),
    decide(['one.csv', 'ben'], ['two.csv', 'ben'], 'same'),
    decide(['two.csv', 'ben'], ['two.csv', 'x2'], 'unsure'),
  ];
  const graph = joinGraphs(GRAPHS, { matches, sameIds: false });
  expect(mergedView(graph).unsure).toEqual([]);
  expect(mergedView(graph).joined[0]?.taken).toHaveLength(2);
});

test('a single graph is given back as it is', () => {
  expect(joinGraphs([ONE], { matches: [], sameIds: false })).toBe(ONE.graph);
});

test('a graph made of several is called by all of them, also those without a title', () => {
  const untitled = ({ name, graph: { title: _, ...graph } }: NamedGraph): NamedGraph => ({ name, graph });
  const named = (name: string, { graph }: NamedGraph): NamedGraph => ({ name, graph });
  expect(joinedTitle([untitled(named('claims.csv, entities.csv', ONE)), TWO, named('two.csv (2)', TWO)])).toBe(
    'claims.csv, entities.csv + Imported from two.csv (2 graphs)',
  );
  expect(joinGraphs(GRAPHS, { matches: [], sameIds: false }).title).toBe(
    'Imported from one.csv + Imported from two.csv',
  );
});

test('of many graphs the first are named and the others counted, and the name stays a label', () => {
  const many = Array.from({ length: 40 }, (_, i): NamedGraph => {
    const { title: _title, ...graph } = ONE.graph;
    return { name: `table number ${i} of a large collection\u202e.csv`, graph };
  });
  const title = joinedTitle(many);
  expect(title).toMatch(/^table number 0 of a large collection\s?\.csv \+ .* \+ 37 others$/u);
  expect(Label.parse(title)).toBe(title);
});

test('unsure twice is marked once', () => {
  const once = joined(['ann', 'x1', 'unsure']);
  const ann = once.entities.find((one) => one.id === 'ann');
  expect(markUnsure(once, [[id('ann'), id('x1')]]).entities.find((one) => one.id === 'ann')).toEqual(ann);
});
