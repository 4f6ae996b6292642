import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Origins } from '../../src/evidence/origins.ts';
import { combine, partsOf, takeOut } from '../../src/knowledge/merge-entities.ts';
import { type Match, mergeGraphs, type NamedGraph } from '../../src/knowledge/merge-graphs.ts';
import { mergedIn, takeApart } from '../../src/knowledge/unmerge.ts';
import { claimId } from '../../src/model/claim-identity.ts';
import { contentHash } from '../../src/model/content-hash.ts';
import { Entity } from '../../src/model/entity.ts';
import { GraphDocument } from '../../src/model/graph-document.ts';
import { EntityId } from '../../src/model/ids.ts';
import { UsageError } from '../../src/model/issue.ts';
import { bare, good } from './people-graph.ts';

/** Milliseconds: the machine that runs the tests may be busy. */
const PATIENCE = 120_000;
const IDS = ['v', 'a', 'b', 'c'] as const;
const LONG = 'é😀'.repeat(20_000);

const oneOf = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const sometimes = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(one, { nil: undefined, freq: 2 });

const someone = fc.record({
  name: oneOf('', ' of all', ' the other', ' again'),
  aliases: fc.subarray(['Al', 'Bo']),
  origin: sometimes(oneOf('Kremlin', 'Moscow', 'Minsk')),
  reliability: sometimes(oneOf('A', 'C', 'E', 'F')),
  key: sometimes(oneOf('k1', 'k2')),
  weight: sometimes(oneOf(1, 2)),
});
const says = fc.record({
  subject: oneOf(...IDS),
  object: oneOf(...IDS),
  speaker: oneOf(...IDS, undefined),
  stance: oneOf('asserts', 'denies'),
  via: fc.array(oneOf(...IDS, undefined), { maxLength: 2 }),
  place: sometimes(oneOf(...IDS)),
});

/** A graph of four, with a source of its own, whose claims are by any of them. */
const sketch = fc.record({
  entities: fc.tuple(someone, someone, someone, someone),
  voice: oneOf(...IDS),
  claims: fc.uniqueArray(says, {
    maxLength: 5,
    selector: ({ via: _, place: __, ...content }) => JSON.stringify(content),
  }),
});
type Sketch = typeof sketch extends fc.Arbitrary<infer T> ? T : never;

const named = (id: string | undefined) => id ?? { unnamed: 'somebody' };

function graphOf({ entities, voice, claims }: Sketch, round: number): GraphDocument {
  const source = `paper-${round}`;
  const graph = GraphDocument.parse({
    format: 'ascribe-graph',
    version: 1,
    ontology: {
      version: 1,
      kinds: [{ id: 'person', label: 'Person', plural: 'People' }],
      relations: [
        {
          ...{ id: 'knows', label: 'knows', inverse: 'known by', domain: ['person'], range: ['person'] },
          reads: { asserts: '{s} knows {o}', denies: '{s} does not know {o}', doubts: '{s} hardly knows {o}' },
        },
      ],
    },
    sources: [{ id: source, title: source, speaker: voice, reliability: 'B' }],
    entities: entities.map(({ name, aliases, origin, reliability, ...rest }, i) => {
      const attributes = Object.entries(rest).flatMap(([key, value]) =>
        value === undefined ? [] : [{ name: key, value }],
      );
      return {
        ...{ id: IDS[i], kind: 'person', name: `${IDS[i]}${name} ${round}`, aliases },
        ...(origin === undefined ? {} : { origin }),
        ...(reliability === undefined ? {} : { reliability, reason: 'Known.' }),
        ...(attributes.length === 0 ? {} : { attributes }),
      };
    }),
    claims: claims.map(({ subject, object, speaker, stance, via, place }, i) => ({
      ...{ id: 'c-0', source, subject, type: 'knows', object, stance, summary: `As it was said, ${round}.${i}.` },
      ...{ speaker: named(speaker), via: via.map(named), ...(place === undefined ? {} : { place }) },
    })),
  });
  return { ...graph, claims: graph.claims.map((claim) => ({ ...claim, id: claimId(claim) })) };
}

const PLAIN_ONE: Sketch['entities'][0] = {
  ...{ name: '', aliases: [], origin: undefined, reliability: undefined, key: undefined, weight: undefined },
};
const PLAIN: Sketch['entities'] = [PLAIN_ONE, PLAIN_ONE, PLAIN_ONE, PLAIN_ONE];

/** Which of two are the same, by their numbers among all entities of both. */
const pairs = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 3 });
const rounds = fc.record({
  first: sketch,
  later: fc.array(fc.record({ graph: sketch, pairs, isBefore: fc.boolean(), noted: fc.nat(6) }), {
    minLength: 1,
    maxLength: 4,
  }),
  undo: fc.infiniteStream(fc.nat()),
});

function sideOf(graphs: readonly NamedGraph[], n: number): Match['a'] {
  const all = graphs.flatMap(({ name, graph }) => graph.entities.map(({ id }) => ({ graph: name, id })));
  const found = all[n % all.length];
  if (found === undefined) throw new Error('graphs without entities');
  return found;
}

/** An entity of which a person noted something, perhaps one that others were taken into. */
function noted(graph: GraphDocument, n: number): GraphDocument {
  const attributes = [{ name: 'noted', value: n }];
  return {
    ...graph,
    entities: graph.entities.map((entity, i) =>
      i === n ? { ...entity, attributes: [...(entity.attributes ?? []), ...attributes] } : entity,
    ),
  };
}

/** A list in an order by chance. */
function shuffled<T>(list: readonly T[], next: () => number): T[] {
  return list
    .map((one) => ({ one, at: next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

/** A graph in which all merges are undone, in an order by chance. */
function undoAll(graph: GraphDocument, next: () => number): GraphDocument {
  for (let left = graph; ; ) {
    const all = mergedIn(left);
    const one = all[next() % all.length];
    if (one === undefined) return left;
    left = takeApart(left, one.taken, one.into).graph;
  }
}

const law = fc.property(rounds, ({ first, later, undo }) => {
  const next = (): number => undo.next().value ?? 0;
  let all = graphOf(first, 0);
  let stages = [all];
  for (const [i, { graph, pairs, isBefore, noted: n }] of later.entries()) {
    const fresh = { name: `f${i}`, graph: graphOf(graph, i + 1) };
    // What was there before somebody noted something is something else.
    if (n < 3) {
      all = noted(all, n);
      stages = [all];
    }
    const order = (known: GraphDocument): NamedGraph[] =>
      isBefore ? [fresh, { name: `all-${i}`, graph: known }] : [{ name: `all-${i}`, graph: known }, fresh];
    const graphs = order(all);
    const matches = pairs.map(([a, b]): Match => ({ a: sideOf(graphs, a), b: sideOf(graphs, b), decision: 'same' }));
    const merged = mergeGraphs(graphs, { matches });
    good(merged.graph);
    // The round undone by itself, in any order, is that round without a match.
    const without = mergeGraphs(graphs).graph;
    let undone = merged.graph;
    for (const note of merged.notes) {
      if (note.kind !== 'entities-merged') continue;
      for (const taken of shuffled(note.taken, next)) undone = takeApart(undone, taken, note.into).graph;
    }
    expect(bare(good(undone))).toBe(bare(without));
    all = merged.graph;
    stages.push(all);
  }
  // Every graph on the way is in it already.
  for (const stage of stages) {
    const again = mergeGraphs(
      [
        { name: 'all', graph: all },
        { name: 'all', graph: stage },
      ].map((one, i) => ({ ...one, name: `g${i}` })),
    );
    expect(contentHash(again.graph)).toBe(contentHash(all));
  }
  expect(mergedIn(undoAll(all, next))).toEqual([]);
});

describe('rounds of merges, one upon the other (seeded)', () => {
  test('pinned seed', () => fc.assert(law, { seed: 20261122, numRuns: 60 }), PATIENCE);
  test('fresh seed', () => fc.assert(law, { numRuns: 20 }), PATIENCE);
});

const parted = fc.property(sketch, sketch, pairs, (one, other, same) => {
  const graphs = [one, other].map((sketched, i) => ({ name: `f${i}`, graph: graphOf(sketched, i) }));
  const matches = same.map(([a, b]): Match => ({ a: sideOf(graphs, a), b: sideOf(graphs, b), decision: 'same' }));
  const of = (order: readonly NamedGraph[], decided: readonly Match[]) => {
    const { graph } = mergeGraphs(order, { matches: decided });
    const origins = new Origins(graph);
    return new Map(graph.claims.map((claim) => [claim.summary, origins.of(claim).id]));
  };
  const [before, after, turned] = [of(graphs, []), of(graphs, matches), of(graphs.toReversed(), matches)];
  for (const [a, origin] of before) {
    for (const [b, another] of before) {
      // What was one origin is one still, and in whatever order the files came.
      if (origin === another) expect(after.get(a)).toBe(after.get(b));
      expect(turned.get(a) === turned.get(b)).toBe(after.get(a) === after.get(b));
    }
  }
});

describe('a decision “same” makes no two origins of one (seeded)', () => {
  test('pinned seed', () => fc.assert(parted, { seed: 20261122, numRuns: 200 }), PATIENCE);
  test('fresh seed', () => fc.assert(parted, { numRuns: 60 }), PATIENCE);
});

const entity = (id: string, more: object = {}): Entity => Entity.parse({ id, kind: 'person', name: id, ...more });
const seen = (n: number): object => ({
  attributes: [
    { name: 'list', value: 'all' },
    { name: 'seen', value: n },
  ],
});

describe('editions, one after another', () => {
  const EDITIONS = 40;
  const edition = (n: number): Entity => entity('q', { ...seen(n), summary: 'A '.repeat(200) });

  test.each([
    [
      'into what was merged so far',
      (all: Entity, next: Entity) => combine(all, [{ ...next, id: EntityId.parse(`${next.id}@e`) }]),
    ],
    [
      'which takes what was merged so far',
      (all: Entity, next: Entity) => combine(next, [{ ...all, id: EntityId.parse('q@all') }]),
    ],
  ])('%s, stay as long as all of them together, and come apart', (_, join) => {
    const stages = [edition(0)];
    for (let n = 1; n < EDITIONS; n++) stages.push(join(stages.at(-1) ?? edition(0), edition(n)));
    const last = stages.at(-1) ?? edition(0);
    const each = JSON.stringify(edition(0)).length;
    expect(JSON.stringify(last).length).toBeLessThan(EDITIONS * each * 1.5);
    expect(last.attributes?.filter(({ name }) => name === 'list')).toHaveLength(1);
    expect(last.attributes?.filter(({ name }) => name === 'seen')).toHaveLength(EDITIONS);
    let left = last;
    for (let n = EDITIONS - 2; n >= 0; n--) {
      const taken = partsOf(left)?.taken.at(-1)?.id ?? left.id;
      const { left: base, out } = takeOut(left, taken) ?? { left, out: left };
      // One of the two is what was there the round before, whichever took the other.
      left = taken === 'q@all' ? { ...out, id: EntityId.parse('q') } : base;
      expect(left).toEqual(stages[n]);
    }
  });
});

describe('an entity', () => {
  test('with long texts is kept in pieces, none of which ends in half a character', () => {
    const texts = ['one', 'two', 'three'].map((name, i) => ({ name, value: `${'x'.repeat(i)}${LONG}` }));
    const [a, b] = [entity('a', { attributes: texts }), entity('b', { name: LONG.slice(0, 300) })];
    const one = combine(a, [b]);
    expect(Entity.parse(one)).toEqual(one);
    expect(one.attributes?.map(({ name }) => name)).toEqual([
      ...['one', 'two', 'three'],
      ...['merged-parts (1 of 2)', 'merged-parts (2 of 2)'],
    ]);
    expect(takeOut(one, b.id)).toEqual({ left: a, out: b });
  });

  test('takes more than it could have marks for, one by one', () => {
    const many = Array.from({ length: 1500 }, (_, i) => entity(`e${i}`));
    const one = combine(entity('a'), many);
    expect(one.attributes?.map(({ name }) => name)).toEqual(['merged-parts (1 of 2)', 'merged-parts (2 of 2)']);
    expect(partsOf(one)?.taken).toEqual(many);
  });

  test('that would have too many attributes is refused with their number', () => {
    const many = (from: number) => Array.from({ length: 600 }, (_, i) => ({ name: `n${from + i}`, value: i }));
    const both = () => combine(entity('a', { attributes: many(0) }), [entity('b', { attributes: many(600) })]);
    expect(both).toThrow(UsageError);
    expect(both).toThrow(/they have 1201 attributes together/u);
  });

  test('that others were taken into and that was changed since comes back changed', () => {
    const first = combine(entity('a', seen(1)), [entity('b')]);
    const changed = { ...first, name: 'A', attributes: [...(first.attributes ?? []), { name: 'noted', value: true }] };
    const second = combine(changed, [entity('c', seen(2))]);
    expect(second.attributes?.map(({ name }) => name)).toEqual(['list', 'seen', 'noted', 'seen', 'merged-parts']);
    expect(takeOut(second, EntityId.parse('c'))?.left).toEqual(changed);
    expect(takeOut(combine(entity('c'), [changed]), changed.id)?.out).toEqual(changed);
  });

  test('whose list of parts counts more than there are has none', () => {
    const [a, b] = [entity('a'), entity('b')].map((one) => JSON.stringify(one));
    const marked = (value: string) => entity('a', { attributes: [{ name: 'merged-parts', value }] });
    expect(partsOf(marked(`[${a},${b},{"merged":2,"id":"c"},${b}]`))?.taken.map(({ id }) => id)).toEqual(['b']);
    expect(partsOf(marked(`[${a},${b},{"merged":3,"id":"c"}]`))).toBeUndefined();
    expect(partsOf(marked('[1,2]'))).toBeUndefined();
    expect(partsOf(entity('a', { attributes: [{ name: 'merged-parts (1 of 2)', value: '[' }] }))).toBeUndefined();
  });

  test('has the weakest grade, with its reason, in whatever order', () => {
    const graded = ['C', 'A', 'E', 'F'].map((reliability, i) =>
      entity(`e${i}`, { reliability, reason: `For ${reliability}.` }),
    );
    const [first, ...rest] = graded;
    expect(combine(first ?? entity('x'), rest)).toMatchObject({ reliability: 'E', reason: 'For E.' });
    expect(combine(entity('x'), graded.toReversed())).toMatchObject({ reliability: 'E', reason: 'For E.' });
  });

  test('that is named by its id alone has the first name that is one', () => {
    const item = entity('Q14623675', { sameAs: { wikidata: 'Q14623675' } });
    const polly = entity('ftm-1', { name: 'Polly', aliases: ['P.'] });
    expect(combine(item, [polly])).toMatchObject({ id: item.id, name: 'Polly', aliases: ['Q14623675', 'P.'] });
    expect(combine({ ...item, id: EntityId.parse('Q14623675@kb') }, [entity('n7'), polly])).toMatchObject({
      name: 'Polly',
    });
    expect(combine(polly, [item]).name).toBe('Polly');
    expect(combine(entity('nato'), [polly]).name).toBe('nato');
  });
});

test('a label by which origins were linked holds on both sides of a decision, and is that of the part again', () => {
  const [a, b] = [entity('tass', { origin: 'Kremlin' }), entity('tass-en', { origin: 'Russian state' })];
  const one = combine(a, [b]);
  expect(one.origin).toBe('Kremlin');
  expect(one.attributes?.slice(0, 1)).toEqual([{ name: 'merged-origin', value: 'Russian state' }]);
  expect(
    combine(entity('x', { origin: 'Else' }), [one])
      .attributes?.slice(0, 2)
      .map(({ value }) => value),
  ).toEqual([...['Kremlin', 'Russian state']]);
  expect(takeOut(one, b.id)).toEqual({ left: a, out: b });
});

describe('a graph that was merged by the first form of the marks, each within the next', () => {
  const [one, two, three] = [1, 2, 3].map((n) =>
    GraphDocument.parse(
      JSON.parse(readFileSync(new URL(`../fixtures/nested-merges/round-${n}.json`, import.meta.url), 'utf8')),
    ),
  );
  if (one === undefined || two === undefined || three === undefined) throw new Error('three graphs are wanted');
  const holds = (graph: GraphDocument, part: GraphDocument): void => {
    expect(graph.entities).toEqual(expect.arrayContaining(part.entities));
    expect(graph.claims).toEqual(expect.arrayContaining(part.claims));
    expect(graph.sources).toEqual(expect.arrayContaining(part.sources));
  };

  test('comes apart, round by round', () => {
    const second = takeApart(three, EntityId.parse('ann')).graph;
    holds(good(second), two);
    const first = takeApart(second, EntityId.parse('annie')).graph;
    holds(good(first), one);
    const apart = takeApart(first, EntityId.parse('anna')).graph;
    expect(mergedIn(good(apart))).toEqual([]);
    expect(apart.claims.flatMap(({ attributes = [] }) => attributes)).toEqual([]);
    expect(
      apart.entities
        .filter(({ attributes }) => attributes !== undefined)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual([...['ann', 'anna', 'anni', 'annie']]);
  });

  test('takes its earlier rounds again without a change, and another with all that can be undone', () => {
    for (const earlier of [one, two]) {
      const again = mergeGraphs([
        { name: 'three', graph: three },
        { name: 'earlier', graph: earlier },
      ]);
      expect(contentHash(again.graph)).toBe(contentHash(three));
    }
    const other: NamedGraph = { name: 'other', graph: graphOf({ entities: PLAIN, voice: 'v', claims: [] }, 9) };
    const graphs = [{ name: 'three', graph: three }, other];
    const anni = { graph: 'three', id: EntityId.parse('anni') };
    const matches: Match[] = [{ a: anni, b: { graph: 'other', id: EntityId.parse('v') }, decision: 'same' }];
    const merged = mergeGraphs(graphs, { matches }).graph;
    expect(bare(takeApart(good(merged), EntityId.parse('v'), anni.id).graph)).toBe(bare(mergeGraphs(graphs).graph));
  });
});
