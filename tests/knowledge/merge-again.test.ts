import { describe, expect, test } from 'vitest';
import { matchEntities } from '../../src/knowledge/match-entities.ts';
import { type Match, mergeGraphs, type NamedGraph } from '../../src/knowledge/merge-graphs.ts';
import { mergedIn, takeApart, unmerge } from '../../src/knowledge/unmerge.ts';
import { claimId } from '../../src/model/claim-identity.ts';
import { contentHash } from '../../src/model/content-hash.ts';
import type { GraphDocument, Manifest } from '../../src/model/graph-document.ts';
import { EntityId } from '../../src/model/ids.ts';
import { byCodePoint } from '../../src/model/order.ts';
import { bare, good, people } from './people-graph.ts';

const id = (text: string): EntityId => EntityId.parse(text);
function match(a: readonly [string, string], b: readonly [string, string], decision: Match['decision']): Match {
  return { a: { graph: a[0], id: id(a[1]) }, b: { graph: b[0], id: id(b[1]) }, decision };
}
function named(graphs: Readonly<Record<string, GraphDocument>>): NamedGraph[] {
  return Object.entries(graphs).map(([name, graph]) => ({ name, graph }));
}

const FIRST = people(
  [
    ['ann', 'Ann Lee'],
    ['ben', 'Ben'],
  ],
  [
    ['ann', 'ben'],
    ['ben', 'ann'],
  ],
  { source: 'edition-1' },
);
/** The next edition of the same: Ben is called otherwise there, and somebody is new. */
const SECOND = people(
  [
    ['ann', 'Ann Lee'],
    ['ben', 'Benjamin'],
    ['cy', 'Cy'],
  ],
  [
    ['ann', 'ben'],
    ['ben', 'cy'],
  ],
  { source: 'edition-2' },
);

describe('a graph that was merged before', () => {
  const both = mergeGraphs(named({ first: FIRST, second: SECOND }), { sameIds: true }).graph;

  test.each([
    ['the first edition', 'first', FIRST],
    ['the second edition', 'second', SECOND],
  ])('takes %s again without a change, from either side', (_, name, edition) => {
    for (const sameIds of [true, false]) {
      const { graph, notes } = mergeGraphs(named({ both, [name]: edition }), { sameIds });
      expect(contentHash(good(graph))).toBe(contentHash(both));
      expect(notes).toEqual([]);
      const turned = mergeGraphs(named({ [name]: edition, both }), { sameIds });
      expect(contentHash(good(turned.graph))).toBe(contentHash(both));
    }
  });

  test('takes what was matched in it again, where nobody says so a second time', () => {
    const matched = mergeGraphs(named({ first: FIRST, second: SECOND }), {
      matches: [match(['first', 'ann'], ['second', 'cy'], 'same')],
    }).graph;
    const { graph } = mergeGraphs(named({ matched, second: SECOND }));
    expect(graph.claims).toHaveLength(matched.claims.length);
    expect(mergedIn(graph)).toEqual([{ into: 'ann', taken: 'cy' }]);
  });

  test('and two editions apart: what was renamed is not renamed once more', () => {
    const apart = mergeGraphs(named({ first: FIRST, second: SECOND })).graph;
    const { graph, notes } = mergeGraphs(named({ apart, second: SECOND }));
    expect(contentHash(graph)).toBe(contentHash(apart));
    expect(notes).toEqual([]);
  });

  test('takes a changed edition of one of its sources into that source, and tells of it', () => {
    const changed = { ...SECOND, claims: SECOND.claims.map((claim) => ({ ...claim, summary: 'Said otherwise.' })) };
    const { graph, notes } = mergeGraphs(named({ both, second: changed }), { sameIds: true });
    good(graph);
    expect(notes).toEqual([{ kind: 'claims-reworded', name: 'second', source: 'edition-2', count: 2 }]);
    expect(graph.claims).toHaveLength(both.claims.length + changed.claims.length);
    expect(graph.sources).toEqual(both.sources);
  });

  test('takes a file whose entity is equal to one that was renamed for another file', () => {
    const mill = (name: string, source: string) => people([['mill', name]], [['mill', 'mill']], { source });
    const [g1, g2, g3] = [mill('Mill Street', 'a'), mill('John Mill', 'b'), mill('John Mill', 'c')];
    const all = mergeGraphs(named({ g1, g2, g3 })).graph;
    expect(good(all).entities.map((entity) => entity.id)).toEqual(['mill', 'mill@g2']);
    const again = mergeGraphs(named({ all, g3 }));
    expect([contentHash(again.graph), again.notes]).toEqual([contentHash(all), []]);
    const turned = good(mergeGraphs(named({ g3, all })).graph);
    expect(turned.entities.map(({ id: own, name }) => [own, name])).toEqual([
      ['mill', 'John Mill'],
      ['mill@all', 'Mill Street'],
    ]);
    expect(turned.claims).toHaveLength(3);
  });

  test('an id that a part of it has is none for somebody else', () => {
    const matched = mergeGraphs(named({ first: FIRST, second: SECOND }), {
      matches: [match(['first', 'ann'], ['second', 'cy'], 'same')],
    }).graph;
    const other = people([['cy', 'Cyrus the Great']], [], { source: 'history' });
    const after = mergeGraphs(named({ matched, other })).graph;
    expect(after.entities.map((entity) => entity.id)).toContain('cy@other');
    expect(good(unmerge(after, id('cy'))).entities.map((entity) => entity.id)).toContain('cy');
    // Where the other was there first, the part finds its id taken.
    const before = good(unmerge(mergeGraphs(named({ other, matched })).graph, id('cy')));
    expect(before.entities.find((entity) => entity.id === 'cy@apart')?.name).toBe('Cy');
    expect(before.claims.filter(({ object }) => object === 'cy@apart')).toHaveLength(1);
  });
});

test('a claim that nothing moved keeps its id where another becomes the same', () => {
  const graph = people(
    [
      ['y', 'Y'],
      ['z', 'Z'],
      ['b', 'B'],
    ],
    [
      ['z', 'b'],
      ['y', 'b'],
    ],
  );
  const { graph: merged } = mergeGraphs(named({ one: graph, two: people([['w', 'W']], []) }), {
    matches: [match(['one', 'y'], ['one', 'z'], 'same')],
  });
  expect(merged.claims.map((claim) => claim.id)).toContain(graph.claims[1]?.id);
  expect(bare(unmerge(good(merged), id('z'))).length).toBeGreaterThan(0);
  expect(unmerge(merged, id('z')).claims.map((claim) => claim.id)).toEqual(graph.claims.map((claim) => claim.id));
});

describe('a merge that is undone', () => {
  const sourceOf = (graph: GraphDocument): GraphDocument => ({
    ...graph,
    claims: graph.claims.map((claim) => {
      const said = { ...claim, speaker: { unnamed: 'somebody' }, via: [id('c')] };
      return { ...said, id: claimId(said) };
    }),
  });
  const graph = sourceOf(
    people(
      [
        ['a', 'A'],
        ['b', 'B'],
        ['k', 'K'],
        ['c', 'C'],
        ['p', 'P'],
        ['o', 'O'],
      ],
      [
        ['a', 'o'],
        ['b', 'o'],
      ],
    ),
  );
  const joined = (of: GraphDocument, ...pairs: readonly (readonly [string, string])[]): GraphDocument =>
    mergeGraphs([{ name: 'one', graph: of }], {
      matches: pairs.map(([a, b]) => match(['one', a], ['one', b], 'same')),
    }).graph;

  test('leaves no trace of itself in what another that stands moved', () => {
    const both = joined(graph, ['a', 'b'], ['k', 'c']);
    expect(bare(good(unmerge(both, id('c'))))).toBe(bare(joined(graph, ['a', 'b'])));
    expect(bare(good(unmerge(both, id('b'))))).toBe(bare(joined(graph, ['k', 'c'])));
  });

  test('keeps apart two claims that another merge, of before, made the same', () => {
    const first = joined(graph, ['a', 'b']);
    const second = joined(first, ['p', 'o']);
    const undone = unmerge(good(second), id('o'));
    expect(bare(good(undone))).toBe(bare(first));
    expect(bare(good(unmerge(undone, id('b'))))).toBe(bare(graph));
  });

  test('is that of the entity that is asked for, where two took one of the same id', () => {
    const inA = mergeGraphs(named({ one: people([['a', 'A']], []), two: people([['b', 'B']], [['b', 'b']]) }), {
      matches: [match(['one', 'a'], ['two', 'b'], 'same')],
    }).graph;
    const inC = mergeGraphs(
      named({
        one: people([['c', 'C']], [], { source: 'blog' }),
        two: people([['b', 'Bea']], [['b', 'b']], { source: 'diary' }),
      }),
      { matches: [match(['one', 'c'], ['two', 'b'], 'same')] },
    ).graph;
    const both = mergeGraphs(named({ inA, inC })).graph;
    expect(mergedIn(both)).toEqual([
      { into: 'a', taken: 'b' },
      { into: 'c', taken: 'b' },
    ]);
    const bea = takeApart(both, id('b'), id('c'));
    expect(bea).toMatchObject({ taken: 'b', into: 'c', id: 'b' });
    expect(good(bea.graph).entities.find((entity) => entity.id === 'b')?.name).toBe('Bea');
    const ben = takeApart(bea.graph, id('b'));
    expect(ben).toMatchObject({ taken: 'b', into: 'a', id: 'b@apart' });
    expect(mergedIn(good(ben.graph))).toEqual([]);
    expect(() => takeApart(both, id('b'), id('nobody'))).toThrow(/was merged into/u);
  });
});

describe('what is said not to be the same', () => {
  const paper = (source: string) => people([['t', 'T']], [['t', 't']], { source });
  const graphs = named({ a: paper('p1'), b: paper('p2'), c: paper('p3') });

  test('stays apart though both are equal to a third', () => {
    const { graph, notes } = mergeGraphs(graphs, { matches: [match(['b', 't'], ['c', 't'], 'not-same')] });
    expect(good(graph).entities.map((entity) => entity.id)).toEqual(['t', 't@c']);
    expect(notes).toEqual([{ kind: 'entity-renamed', name: 'c', from: 't', to: 't@c' }]);
  });

  test('and is remembered when one of the files comes again, on either side', () => {
    const [, , c] = graphs;
    if (c === undefined) throw new Error('three graphs are wanted');
    const { graph } = mergeGraphs(graphs, { matches: [match(['b', 't'], ['c', 't'], 'not-same')] });
    const again = mergeGraphs([{ name: 'all', graph }, c]);
    expect([contentHash(again.graph), again.notes]).toEqual([contentHash(graph), []]);
    const turned = good(mergeGraphs([c, { name: 'all', graph }]).graph);
    expect(turned.entities.map((entity) => entity.id)).toEqual(['t', 't@all']);
    expect(turned.claims.map(({ source, subject }) => [source, subject])).toEqual([
      ['p3', 't'],
      ['p1', 't@all'],
      ['p2', 't@all'],
    ]);
  });

  test('and what is equal to the one that was renamed goes with it', () => {
    const [a, ...rest] = graphs;
    const other = people([['t', 'Tee']], []);
    const all = [...(a === undefined ? [] : [a]), { name: 'x', graph: other }, ...rest, { name: 'y', graph: other }];
    expect(mergeGraphs(all).graph.entities.map((entity) => entity.id)).toEqual(['t', 't@x']);
  });

  test('contradicts that they are the same, whatever their ids are made of, and the message names both', () => {
    const odd = (name: string) => people([['p|q', name]], [], { source: name });
    const both = (decisions: readonly Match['decision'][]) => () =>
      mergeGraphs(named({ a: odd('One'), b: odd('Two') }), {
        matches: decisions.map((decision) => match(['a', 'p|q'], ['b', 'p|q'], decision)),
      });
    expect(both(['same', 'not-same'])).toThrow(/"p\|q" of "a" and "p\|q" of "b" are said not to be the same/u);
    const byWayOf = [
      match(['a', 't'], ['b', 't'], 'same'),
      match(['b', 't'], ['c', 't'], 'same'),
      match(['c', 't'], ['a', 't'], 'not-same'),
    ];
    expect(() => mergeGraphs(graphs, { matches: byWayOf })).toThrow(/by way of others/u);
  });
});

describe('a graph without its denials', () => {
  const denied = people([['ann', 'Ann']], [['ann', 'ann']], { source: 'letter' });
  const claims = denied.claims.map((claim) => ({ ...claim, stance: 'denies' as const }));
  const whole: GraphDocument = { ...denied, claims: claims.map((claim) => ({ ...claim, id: claimId(claim) })) };
  const manifest: Manifest = {
    ...{ selection: 'within one hop of Ann', graph: contentHash(whole), weights: '1', closedUnderEvidence: false },
    ...{ taken: '2026-01-02T03:04:05Z', leftOut: { entities: 0, claims: 1, sources: 0 } },
  };
  const part: GraphDocument = { ...whole, claims: [], manifest };

  test('makes one that lacks them of all that it is merged with, and says so', () => {
    const { graph, notes } = mergeGraphs(named({ first: FIRST, part }));
    expect(good(graph).manifest).toMatchObject({ closedUnderEvidence: false, leftOut: { claims: 1 } });
    expect(graph.manifest?.selection).toMatch(/LEFT OUT of part, of the graph [0-9a-f]{12}: within one hop of Ann/u);
    expect(notes).toContainEqual({
      ...{ kind: 'part-merged', name: 'part', selection: 'within one hop of Ann', withoutDenials: true },
    });
  });

  test('lacks nothing where its whole is there', () => {
    expect(mergeGraphs(named({ whole, part })).graph.manifest).toBeUndefined();
  });

  test('of several graphs lacks the others still where the whole of one comes later', () => {
    const second = { ...whole, entities: whole.entities.map((entity) => ({ ...entity, summary: 'A person.' })) };
    const other: GraphDocument = { ...part, manifest: { ...manifest, graph: contentHash(second) } };
    const hashes = [contentHash(whole), contentHash(second)].toSorted(byCodePoint);
    const { graph: parts } = mergeGraphs(named({ part, other }));
    expect(good(parts).manifest).toMatchObject({ graph: hashes[0], leftOut: { denialsOf: hashes } });
    for (const [one, left] of [
      [whole, contentHash(second)],
      [second, contentHash(whole)],
    ] as const) {
      const { graph } = mergeGraphs(named({ parts, one }));
      expect(graph.manifest).toMatchObject({ graph: left, closedUnderEvidence: false });
      expect(graph.manifest?.leftOut).not.toHaveProperty('denialsOf');
    }
    expect(mergeGraphs(named({ parts, whole, second })).graph.manifest).toBeUndefined();
  });

  test('of other parts it is told that their selection says nothing of the whole', () => {
    const closed = { ...part, manifest: { ...manifest, closedUnderEvidence: true } };
    const { graph, notes } = mergeGraphs(named({ first: FIRST, closed }));
    expect(graph.manifest).toBeUndefined();
    expect(notes[0]).toMatchObject({ kind: 'part-merged', name: 'closed', withoutDenials: false });
  });
});

describe('what is proposed', () => {
  test('is nobody whom the merge makes one, however the fields of a record are ordered', () => {
    const turned = {
      ...FIRST,
      entities: FIRST.entities.map(({ name, id: own, ...rest }) => ({ ...rest, name, id: own })),
    };
    expect(matchEntities(FIRST, turned).candidates).toEqual([]);
    expect(matchEntities(FIRST, SECOND).candidates.map(({ a }) => a)).toEqual(['ben']);
    expect(matchEntities(FIRST, SECOND, { sameIds: true }).candidates).toEqual([]);
  });

  test('are those whom another meaning of their kind keeps apart', () => {
    const [kind] = FIRST.ontology.kinds;
    if (kind === undefined) throw new Error('a graph without a kind');
    const events = { ...FIRST, ontology: { ...FIRST.ontology, kinds: [{ ...kind, event: true }] } };
    const apart = mergeGraphs(named({ first: FIRST, events })).graph;
    expect(apart.entities.map((entity) => entity.id)).toEqual(['ann', 'ben', 'ann@events', 'ben@events']);
    expect(matchEntities(FIRST, events).candidates.map(({ a, b }) => [a, b])).toEqual([
      ['ann', 'ann'],
      ['ben', 'ben'],
    ]);
  });
});

describe('an id elsewhere', () => {
  const items = (ids: readonly string[], wikidata: string) => {
    const graph = people(
      ids.map((key) => [key, key] as const),
      [],
    );
    return { ...graph, entities: graph.entities.map((entity) => ({ ...entity, sameAs: { wikidata } })) };
  };

  test('that two of one graph have proposes both, whichever graph comes first', () => {
    const [one, two] = [items(['a'], 'Q1'), items(['b1', 'b2'], 'Q1')];
    const shown = (candidates: ReturnType<typeof matchEntities>['candidates']) =>
      candidates.map(({ a, b, reasons }) => [...[a, b].toSorted(), ...reasons]);
    const wanted = [
      ['a', 'b1', 'same external id'],
      ['a', 'b2', 'same external id'],
    ];
    expect(shown(matchEntities(one, two).candidates)).toEqual(wanted);
    expect(shown(matchEntities(two, one).candidates)).toEqual(wanted);
  });

  test('that very many have is told and proposes nobody', () => {
    const many = items(
      Array.from({ length: 30 }, (_, i) => `e${i}`),
      'Q1',
    );
    for (const graphs of [[many, items(['z'], 'Q1')] as const, [items(['z'], 'Q1'), many] as const]) {
      expect(matchEntities(...graphs)).toEqual({ candidates: [], tooCommon: ['wikidata Q1'] });
    }
    expect(matchEntities(many, items(['z'], 'Q2')).tooCommon).toEqual([]);
  });
});

test('an entity that others were taken into and that was renamed since comes apart under its new name', () => {
  const [one, two, three] = ['Ann', 'Anna', 'Annie'].map((name, i) =>
    people(
      [
        ['a', name],
        [`b${i}`, 'Ben'],
      ],
      [['a', `b${i}`]],
      { source: `paper-${i}` },
    ),
  );
  if (one === undefined || two === undefined || three === undefined) throw new Error('three graphs are wanted');
  const both = mergeGraphs(named({ one, two }), { sameIds: true }).graph;
  const all = mergeGraphs(named({ three, both }), { sameIds: true }).graph;
  const apart = good(unmerge(good(unmerge(all, id('a@both'))), id('a@two')));
  expect(
    apart.entities.filter((entity) => entity.id.startsWith('a')).map((entity) => [entity.id, entity.name]),
  ).toEqual([
    ['a', 'Annie'],
    ['a@both', 'Ann'],
    ['a@two', 'Anna'],
  ]);
  expect(apart.claims.map(({ subject, object }) => [subject, object])).toEqual([
    ['a', 'b2'],
    ['a@both', 'b0'],
    ['a@two', 'b1'],
  ]);
  for (const [name, graph] of Object.entries({ one, two, three })) {
    expect(contentHash(mergeGraphs(named({ all, [name]: graph })).graph)).toBe(contentHash(all));
  }
});

test('an entity comes apart with the kind that its graph’s kind is called now', () => {
  const [kind] = FIRST.ontology.kinds;
  if (kind === undefined) throw new Error('a graph without a kind');
  const both = mergeGraphs(named({ first: FIRST, second: SECOND }), { sameIds: true }).graph;
  const events = { ...both, ontology: { ...both.ontology, kinds: [{ ...kind, event: true }] } };
  const other = people([['zoe', 'Zoe']], [], { source: 'letter' });
  const { graph } = mergeGraphs(named({ other, events }));
  const apart = good(unmerge(good(graph), id('ben@second')));
  expect(apart.entities.filter((entity) => entity.id.startsWith('ben')).map((entity) => entity.kind)).toEqual([
    'person@events',
    'person@events',
  ]);
});
