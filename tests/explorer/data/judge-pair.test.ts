import { expect, test } from 'vitest';
import { joinGraphs } from '../../../src/explorer/data/join-readings.ts';
import { judgePair, pairIn } from '../../../src/explorer/data/judge-pair.ts';
import { mergedView, unsureOf } from '../../../src/explorer/data/merged-view.ts';
import { readEdgeList } from '../../../src/formats/edge-list/read-edge-list.ts';
import { inputOf } from '../../../src/formats/read-text.ts';
import type { NamedGraph } from '../../../src/knowledge/merge-graphs.ts';
import { unmerge } from '../../../src/knowledge/unmerge.ts';
import { contentHash } from '../../../src/model/content-hash.ts';
import { GraphDocument, Manifest } from '../../../src/model/graph-document.ts';
import { EntityId } from '../../../src/model/ids.ts';

const id = (text: string): EntityId => EntityId.parse(text);

async function edges(name: string, rows: string): Promise<NamedGraph> {
  const { graph } = await readEdgeList(inputOf(name, `from,to,from_name,to_name\n${rows}`));
  if (graph === undefined) throw new Error('the table cannot be read');
  return { name, graph };
}

/** Two tables, of which ann and x1, ann and x2, and ben and y may be the same. */
const UNSURE = joinGraphs(
  await Promise.all([
    edges('one.csv', 'ann,ben,Ann Lee,Ben\n'),
    edges('two.csv', 'x1,y,Ann Lee,Benedict\nx2,x1,A. Lee,Ann Lee\n'),
  ]),
  {
    matches: (
      [
        ['ann', 'x1'],
        ['ann', 'x2'],
        ['ben', 'y'],
      ] as const
    ).map(([a, b]) => ({
      a: { graph: 'one.csv', id: id(a) },
      b: { graph: 'two.csv', id: id(b) },
      decision: 'unsure' as const,
    })),
    sameIds: false,
  },
);
const open = (graph: GraphDocument) => mergedView(graph).unsure.map(({ a, b }) => `${a.id} ${b.id}`);

test('a pair is asked of again with where each comes from, and why', () => {
  const pair = pairIn(UNSURE, id('ann'), id('x1'));
  expect(pair).toMatchObject({
    a: { name: 'Ann Lee', graph: 'Imported from one.csv' },
    b: { name: 'Ann Lee', graph: 'Imported from two.csv' },
    reasons: ['same name'],
  });
  expect(pairIn(UNSURE, id('ben'), id('y')).reasons).toEqual([]);
  expect(() => pairIn(UNSURE, id('ann'), id('nobody'))).toThrow('no entity "nobody"');
});

test('not the same takes the mark from both and leaves everything else', () => {
  const { graph, into } = judgePair(UNSURE, id('ann'), id('x1'), 'not-same');
  expect(into).toBe('ann');
  expect(open(UNSURE)).toEqual(expect.arrayContaining(['ann x1', 'ann x2', 'ben y']));
  expect(open(graph)).toEqual(['ann x2', 'ben y']);
  expect(graph.claims).toEqual(UNSURE.claims);
  const x1 = (one: GraphDocument) => one.entities.find((entity) => entity.id === 'x1');
  expect(x1(UNSURE)?.attributes).toEqual([{ name: 'unsure-same-as', value: 'ann' }]);
  expect(x1(graph)).not.toHaveProperty('attributes');
});

test('the same makes the two one, from whichever side it is asked; other questions stay open, and it can be undone', () => {
  for (const [a, b] of [
    ['ann', 'x1'],
    ['x1', 'ann'],
  ] as const) {
    const { graph, into } = judgePair(UNSURE, id(a), id(b), 'same');
    expect(GraphDocument.parse(graph)).toEqual(graph);
    expect(into).toBe('ann');
    expect(mergedView(graph).joined.map((one) => [one.into.id, one.taken.map((each) => each.id)])).toEqual([
      ['ann', ['x1']],
    ]);
    expect(open(graph)).toEqual(['ann x2', 'ben y']);
    expect(graph.claims).toHaveLength(UNSURE.claims.length);
    expect(graph.claims.some(({ subject, object }) => subject === 'x1' || object === 'x1')).toBe(false);
    const apart = unmerge(graph, id('x1'));
    expect(apart.claims.map((claim) => claim.id).toSorted()).toEqual(UNSURE.claims.map((claim) => claim.id).toSorted());
  }
});

test('a question about an entity that was joined meanwhile goes on with the one that it was joined to', () => {
  const first = judgePair(UNSURE, id('x2'), id('ann'), 'same');
  expect(first.into).toBe('ann');
  expect(open(first.graph)).toEqual(['ann x1', 'ben y']);
  const x1 = first.graph.entities.find((one) => one.id === 'x1');
  expect(x1 === undefined ? [] : unsureOf(x1)).toEqual(['ann']);
});

test('unsure changes nothing', () => {
  expect(judgePair(UNSURE, id('ben'), id('y'), 'unsure')).toEqual({ graph: UNSURE, into: 'ben' });
});

test('what was left out of the graph stays told, whatever is answered', () => {
  const manifest = Manifest.parse({
    ...{
      selection: 'the whole graph, denials LEFT OUT',
      graph: contentHash(UNSURE),
      weights: '1',
      taken: '2026-01-01T00:00:00Z',
    },
    ...{ closedUnderEvidence: false, leftOut: { claims: 3, entities: 0, sources: 0 } },
  });
  for (const decision of ['same', 'not-same', 'unsure'] as const) {
    expect(judgePair({ ...UNSURE, manifest }, id('ann'), id('x1'), decision).graph.manifest).toEqual(manifest);
  }
});

test('judging a pair leaves the title of the graph as it is, and none where it had none', () => {
  const { title: _, ...untitled } = UNSURE;
  expect(judgePair(untitled, id('ann'), id('x1'), 'same').graph).not.toHaveProperty('title');
  expect(judgePair({ ...UNSURE, title: 'Ours' }, id('ann'), id('x1'), 'same').graph.title).toBe('Ours');
});
