import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchEntities } from '../../src/knowledge/match-entities.ts';
import { partsOf } from '../../src/knowledge/merge-entities.ts';
import { type Match, mergeGraphs, type NamedGraph } from '../../src/knowledge/merge-graphs.ts';
import { unmerge } from '../../src/knowledge/unmerge.ts';
import { unsureOf } from '../../src/knowledge/unsure-pairs.ts';
import { MOST_ATTRIBUTES } from '../../src/model/attributes.ts';
import { contentHash } from '../../src/model/content-hash.ts';
import type { GraphDocument, Manifest } from '../../src/model/graph-document.ts';
import { EntityId } from '../../src/model/ids.ts';
import { claimLines, SOURCES, TYPES } from '../evidence/arbitrary-graph.ts';
import { sketchGraph } from '../evidence/sketch-graph.ts';
import { smallGraph } from '../formats/hostile-graph.ts';
import { bare, good, people } from './people-graph.ts';

const id = (text: string): EntityId => EntityId.parse(text);
const match = (a: string, b: string, decision: Match['decision'] = 'same'): Match => ({
  a: { graph: 'one', id: id(a) },
  b: { graph: 'two', id: id(b) },
  decision,
});

const ONE = people(
  [
    ['ann', 'Ann Lee', 'A. Lee'],
    ['ben', 'Ben'],
  ],
  [['ann', 'ben']],
);
const TWO = people(
  [
    ['lee', 'Ann  LEE'],
    ['ben', 'Benjamin'],
    ['cy', 'Cy'],
  ],
  [
    ['lee', 'ben'],
    ['cy', 'lee'],
  ],
  { source: 'blog' },
);
const BOTH: readonly NamedGraph[] = [
  { name: 'one', graph: ONE },
  { name: 'two', graph: TWO },
];

describe('mergeGraphs', () => {
  test('without matches nothing is merged; one id of two meanings is renamed in the later graph, and told', () => {
    const { graph, notes } = mergeGraphs(BOTH);
    good(graph);
    expect(graph.entities.map((entity) => entity.id)).toEqual(['ann', 'ben', 'lee', 'ben@two', 'cy']);
    expect(notes).toEqual([{ kind: 'entity-renamed', name: 'two', from: 'ben', to: 'ben@two' }]);
    expect(graph.claims.map(({ subject, object }) => [subject, object])).toEqual([
      ['ann', 'ben'],
      ['lee', 'ben@two'],
      ['cy', 'lee'],
    ]);
  });

  test('a graph merged with itself, or with a part of it, is itself', async () => {
    const graph = await smallGraph();
    const part = { ...graph, claims: graph.claims.slice(0, 3) };
    const merged = mergeGraphs([
      { name: 'a', graph },
      { name: 'b', graph: part },
    ]);
    expect(contentHash(merged.graph)).toBe(contentHash(graph));
    expect(merged.notes).toEqual([]);
  });

  test('a match makes one of two: names become aliases, claims and speakers follow', () => {
    const { graph, notes } = mergeGraphs(BOTH, { matches: [match('ann', 'lee'), match('ben', 'ben', 'unsure')] });
    good(graph);
    expect(notes).toContainEqual({ kind: 'entities-merged', into: 'ann', taken: ['lee'] });
    expect(graph.entities[0]).toMatchObject({ id: 'ann', name: 'Ann Lee', aliases: ['A. Lee', 'Ann  LEE'] });
    expect(graph.claims.map(({ subject, object, speaker }) => [subject, object, speaker])).toEqual([
      ['ann', 'ben', 'ann'],
      ['ann', 'ben@two', 'ann'],
      ['cy', 'ann', 'ann'],
    ]);
    expect(graph.sources.map(({ speaker }) => speaker)).toEqual(['ann', 'ann']);
  });

  test('a merge is undone to what it was without it', () => {
    const apart = mergeGraphs(BOTH).graph;
    const merged = mergeGraphs(BOTH, { matches: [match('ann', 'lee'), match('ben', 'ben')] }).graph;
    const half = good(unmerge(merged, id('lee')));
    expect(bare(half)).toBe(bare(mergeGraphs(BOTH, { matches: [match('ben', 'ben')] }).graph));
    expect(bare(good(unmerge(half, id('ben@two'))))).toBe(bare(apart));
    expect(() => unmerge(apart, id('lee'))).toThrow(/merged/u);
  });

  test('claims that become the same by a merge stay two, and count once', () => {
    const [a, b] = [
      people(
        [
          ['x', 'X'],
          ['y', 'Y'],
        ],
        [['x', 'y']],
      ),
      people(
        [
          ['x', 'X'],
          ['z', 'Z'],
        ],
        [['x', 'z']],
      ),
    ];
    const graphs = [
      { name: 'one', graph: a },
      { name: 'two', graph: b },
    ];
    const { graph } = mergeGraphs(graphs, { matches: [match('y', 'z')] });
    good(graph);
    expect(graph.claims).toHaveLength(2);
    expect(bare(unmerge(graph, id('z')))).toBe(bare(mergeGraphs(graphs).graph));
  });

  test('a claim in other words stands beside the first in one source, comes again without a change, and is told', () => {
    const other = { ...ONE, claims: ONE.claims.map((claim) => ({ ...claim, summary: 'Said otherwise.' })) };
    const { graph, notes } = mergeGraphs([
      { name: 'one', graph: ONE },
      { name: 'two', graph: other },
    ]);
    good(graph);
    expect(notes).toEqual([{ kind: 'claims-reworded', name: 'two', source: 'paper', count: 1 }]);
    expect(graph.claims.map(({ source, summary }) => [source, summary])).toEqual([
      ['paper', 'ann knows ben'],
      ['paper', 'Said otherwise.'],
    ]);
    for (const one of [ONE, other]) {
      const again = mergeGraphs([
        { name: 'both', graph },
        { name: 'two', graph: one },
      ]);
      expect([contentHash(again.graph), again.notes]).toEqual([contentHash(graph), []]);
    }
  });

  test('a claim in other words keeps its key where entities that it names are merged and come apart again', () => {
    const other = { ...ONE, claims: ONE.claims.map((claim) => ({ ...claim, summary: 'Said otherwise.' })) };
    const graphs = [
      { name: 'one', graph: ONE },
      { name: 'two', graph: TWO },
      { name: 'three', graph: other },
    ];
    const { graph } = mergeGraphs(graphs, { matches: [match('ben', 'ben'), match('ann', 'lee')] });
    good(graph);
    const apart = unmerge(good(unmerge(graph, id('ben@two'))), id('lee'));
    expect(bare(good(apart))).toBe(bare(mergeGraphs(graphs).graph));
  });

  test('a type with another definition is renamed with its claims; types that differ in kinds alone are one', () => {
    const other = people(
      [
        ['ann', 'Ann Lee', 'A. Lee'],
        ['ben', 'Ben'],
      ],
      [['ben', 'ann']],
      { label: 'has met' },
    );
    const { graph, notes } = mergeGraphs([
      { name: 'one', graph: ONE },
      { name: 'two', graph: other },
    ]);
    good(graph);
    expect(notes).toEqual([
      { kind: 'type-renamed', name: 'two', what: 'relation type', from: 'knows', to: 'knows@two' },
    ]);
    expect(graph.claims.map(({ type }) => type)).toEqual(['knows', 'knows@two']);
  });

  test('matches that contradict each other, or name what is not there, are refused', () => {
    expect(() => mergeGraphs(BOTH, { matches: [match('ann', 'lee'), match('ann', 'lee', 'not-same')] })).toThrow(
      /contradict/u,
    );
    expect(() => mergeGraphs(BOTH, { matches: [match('ann', 'nobody')] })).toThrow(/not there/u);
    expect(() => mergeGraphs([...BOTH, { name: 'one', graph: TWO }])).toThrow(/one name/u);
  });

  test('what was left unsure is marked, and the same pair is not decided and left unsure at once', () => {
    const { graph } = mergeGraphs(BOTH, { matches: [match('ann', 'lee', 'unsure')] });
    const marked = good(graph).entities.filter((entity) => unsureOf(entity).length > 0);
    expect(marked.map((entity) => [entity.id, ...unsureOf(entity)])).toEqual([
      ['ann', 'lee'],
      ['lee', 'ann'],
    ]);
    // The mark makes nobody another one.
    for (const all of [
      [{ name: 'both', graph }, ...BOTH],
      [...BOTH, { name: 'both', graph }],
    ]) {
      expect(contentHash(mergeGraphs(all).graph)).toBe(contentHash(graph));
    }
    for (const decision of ['same', 'not-same'] as const) {
      for (const matches of [
        [match('ann', 'lee', 'unsure'), match('ann', 'lee', decision)],
        [
          match('ann', 'lee', decision),
          { ...match('ann', 'lee', 'unsure'), a: match('ann', 'lee').b, b: match('ann', 'lee').a },
        ],
      ]) {
        expect(() => mergeGraphs(BOTH, { matches })).toThrow(/contradict each other: .*"ann" of "one".* left unsure/u);
      }
    }
  });

  test('a record without room to note what was changed in it is refused by its name', () => {
    const full = Array.from({ length: MOST_ATTRIBUTES }, (_, i) => ({ name: `column ${i}`, value: i }));
    const claims = TWO.claims.map((claim) => ({ ...claim, attributes: full }));
    const sources = TWO.sources.map((source) => ({ ...source, attributes: full }));
    const merge = (graph: GraphDocument) => () =>
      mergeGraphs(
        [
          { name: 'one', graph: ONE },
          { name: 'two', graph },
        ],
        { matches: [match('ann', 'lee')] },
      );
    expect(merge({ ...TWO, claims })).toThrow('The claim lee knows ben@two in the source "blog" has 1000 attributes');
    expect(merge({ ...TWO, sources })).toThrow('The source "blog" has 1000 attributes');
  });

  test('entities of one graph are merged in it: it keeps its title and is the part that it was', () => {
    const manifest: Manifest = {
      ...{ selection: 'a part', graph: contentHash(TWO), weights: '1', closedUnderEvidence: false },
      ...{ taken: '2026-01-02T03:04:05Z', leftOut: { entities: 0, claims: 1, sources: 0 } },
    };
    const only: NamedGraph = { name: 'two', graph: { ...TWO, title: 'Two', manifest } };
    const pair = { a: { graph: 'two', id: id('cy') }, b: { graph: 'two', id: id('lee') }, decision: 'same' } as const;
    const { graph, notes } = mergeGraphs([only], { matches: [pair] });
    expect(good(graph)).toMatchObject({ title: 'Two', manifest });
    expect(notes).toEqual([{ kind: 'entities-merged', into: 'lee', taken: ['cy'] }]);
    expect(mergeGraphs([{ name: 'two', graph: TWO }]).graph.title).toBeUndefined();
  });

  test('editions: one id is one entity where that is asked for', () => {
    const { graph } = mergeGraphs(BOTH, { sameIds: true });
    expect(good(graph).entities.map((entity) => entity.id)).toEqual(['ann', 'ben', 'lee', 'cy']);
    expect(bare(unmerge(graph, id('ben@two')))).toBe(bare(mergeGraphs(BOTH).graph));
    const refused = mergeGraphs(BOTH, { sameIds: true, matches: [match('ben', 'ben', 'not-same')] });
    expect(refused.graph.entities.map((entity) => entity.id)).toContain('ben@two');
  });
});

describe('matchEntities', () => {
  test('proposes pairs with reasons, those with something against them last', () => {
    const { candidates } = matchEntities(ONE, TWO);
    expect(candidates).toEqual([
      { a: 'ben', b: 'ben', reasons: ['same id'], against: [], by: [] },
      { a: 'ann', b: 'lee', reasons: ['same name'], against: [], by: ['Ann  LEE'] },
    ]);
  });

  test('a name that very many share is told and not paired', () => {
    const many = people(
      Array.from({ length: 30 }, (_, i) => [`e${i}`, 'John Smith'] as const),
      [],
    );
    expect(matchEntities(ONE, many).tooCommon).toEqual([]);
    expect(matchEntities(many, people([['z', 'john smith']], []))).toEqual({
      candidates: [],
      tooCommon: ['John Smith'],
    });
  });
});

const sketched = claimLines.map((lines) => sketchGraph({ sources: SOURCES, types: TYPES, claims: lines }));
/** Milliseconds: the machine that runs the tests may be busy. */
const PATIENCE = 60_000;

const law = fc.property(sketched, sketched, fc.boolean(), (one, two, sameIds) => {
  const apart = mergeGraphs([
    { name: 'one', graph: one },
    { name: 'two', graph: two },
  ]).graph;
  good(apart);
  // Another name in the second graph makes each of its entities one of its own.
  const other = { ...two, entities: two.entities.map((entity) => ({ ...entity, name: `${entity.name} II` })) };
  const graphs = [
    { name: 'one', graph: one },
    { name: 'two', graph: other },
  ];
  const { graph, notes } = mergeGraphs(graphs, { sameIds });
  good(graph);
  // What is merged already changes nothing when it comes again.
  const again = mergeGraphs(
    [
      { name: 'both', graph },
      { name: 'two', graph: other },
      { name: 'one', graph: one },
    ],
    { sameIds },
  );
  expect(contentHash(again.graph)).toBe(contentHash(graph));
  const taken = notes.flatMap((note) => (note.kind === 'entities-merged' ? note.taken : []));
  expect(taken.length > 0).toBe(sameIds);
  let undone = graph;
  for (const one of taken) undone = unmerge(undone, one);
  expect(bare(good(undone))).toBe(bare(mergeGraphs(graphs).graph));
});

describe('every merge can be undone (seeded)', () => {
  test('pinned seed', () => fc.assert(law, { seed: 20261121, numRuns: 60 }), PATIENCE);
  test('fresh seed', () => fc.assert(law, { numRuns: 30 }), PATIENCE);
});

test('attributes of another tool that are called like the marks of a merge are kept, and are no marks', () => {
  const foreign = [
    { name: 'merged-base', value: 'x' },
    { name: 'merged-from', value: '{"id": 1}' },
  ];
  const one = people([['ada', 'Ada']], []);
  const two = people([['ada-2', 'Ada']], [], { source: 'letter' });
  const marked = { ...one, entities: one.entities.map((entity) => ({ ...entity, attributes: foreign })) };
  const [ada] = marked.entities;
  expect(ada === undefined ? undefined : partsOf(ada)).toBeUndefined();
  const merged = mergeGraphs(
    [
      { name: 'one', graph: marked },
      { name: 'two', graph: two },
    ] satisfies NamedGraph[],
    {
      matches: [match('ada', 'ada-2')],
    },
  );
  const kept = merged.graph.entities.find(({ id: own }) => own === 'ada')?.attributes ?? [];
  expect(kept).toEqual(expect.arrayContaining(foreign));
  expect(unmerge(merged.graph, id('ada-2')).entities.find(({ id: own }) => own === 'ada')?.attributes).toEqual(foreign);
});
