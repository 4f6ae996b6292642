import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InMemoryKnowledgeBase } from '../../src/knowledge/in-memory.ts';
import type { SubgraphRequest } from '../../src/knowledge/knowledge-base.ts';
import { checkGraph } from '../../src/model/check-graph.ts';
import { GraphDocument } from '../../src/model/graph-document.ts';
import type { RelationId } from '../../src/model/ids.ts';
import { withId } from '../evidence/sketch.ts';
import { rel, sketchGraph } from '../evidence/sketch-graph.ts';
import { linkedGraph } from './linked-graph.ts';

const taken = new Date(0);
const FRESH_SEED = Date.now() % 2 ** 31;

/** All relations of a graph, those that are only implied among them. */
async function relationIds(graph: GraphDocument, base: InMemoryKnowledgeBase): Promise<RelationId[]> {
  const ids = new Set<RelationId>();
  for (const { id } of graph.entities) {
    const { relations, statements } = await base.entity(id);
    for (const relation of [...relations, ...statements]) {
      ids.add(relation.id);
      for (const { id: broader } of (await base.relation(relation.id)).broader) ids.add(broader);
    }
  }
  return [...ids];
}

/** What weighs: verdict, sums, and how many origins there are on either side. */
async function weight(base: InMemoryKnowledgeBase, id: RelationId) {
  const { evidence, verdict, deniedBy } = await base.relation(id);
  const { forUnits, againstUnits, originsFor, originsAgainst } = evidence;
  const origins = evidence.origins.map(({ origin }) => [origin.id, origin.label, origin.known, origin.circular]);
  return { id, verdict, deniedBy, forUnits, againstUnits, originsFor, originsAgainst, origins };
}

/** Graphs in which a few say of a few who did what, and who belongs to whom. */
const answeringGraph: fc.Arbitrary<GraphDocument> = fc
  .uniqueArray(
    fc.record({
      source: fc.constantFrom('a', 'b', 'c'),
      subject: fc.constantFrom('army', 'unit', 'rebels', 'band'),
      type: fc.constantFrom('did', 'did', 'did', 'claimed', 'hides', 'part-of', 'part-of'),
      where: fc.constantFrom('attack', 'attack', 'raid'),
      whole: fc.constantFrom('army', 'rebels'),
      stance: fc.constantFrom('asserts' as const, 'asserts' as const, 'asserts' as const, 'denies' as const),
    }),
    { minLength: 2, maxLength: 14, selector: (one) => JSON.stringify(one) },
  )
  .map((records) =>
    sketchGraph({
      types: {
        did: { attribution: true },
        claimed: { broader: 'did' },
        hides: { excludes: ['did'] },
        'part-of': { partOf: true, side: 'same' },
      },
      sources: { a: 'B', b: 'B', c: 'D' },
      claims: records.map(({ source, subject, type, where, whole, stance }) => [
        ...([source, subject, type, type === 'part-of' ? whole : where] as const),
        { stance },
      ]),
    }),
  );

/** The relations that are part of a dispute, as what is in question or as an answer to it. */
async function disputed(base: InMemoryKnowledgeBase): Promise<ReadonlySet<RelationId>> {
  const { items } = await base.disputes({}, { limit: Number.MAX_SAFE_INTEGER });
  return new Set(
    items.flatMap(({ relation, narrower, rivals, kind }) => [
      ...(relation === undefined ? [] : [relation.id]),
      ...[...narrower, ...(kind === 'attribution' ? rivals : [])].map(({ id }) => id),
    ]),
  );
}

/** What is shown beside a relation and does not weigh. */
async function context(base: InMemoryKnowledgeBase, id: RelationId) {
  const { partlyDeniedBy, related, ledger, elsewhere } = await base.relation(id);
  return {
    partlyDeniedBy,
    related: related.map((one) => one.id),
    interests: [...ledger, ...elsewhere.map((one) => one.view)].map(({ claim, interest }) => [claim.id, interest]),
  };
}

describe.each([
  ['pinned', 20_261_121],
  ['fresh', FRESH_SEED],
])('a cut of a random graph (%s seed %i)', (_, seed) => {
  test('E6, E8, E14: each relation in it weighs what it weighs in the whole', async () => {
    await fc.assert(
      fc.asyncProperty(linkedGraph, fc.nat(), fc.nat(), async (graph, which, kind) => {
        const base = new InMemoryKnowledgeBase(graph);
        const all = await relationIds(graph, base);
        const chosen = all.slice(which % all.length, (which % all.length) + 1);
        const source = graph.sources[which % graph.sources.length]?.id;
        const entity = graph.entities[which % graph.entities.length]?.id;
        if (source === undefined || entity === undefined) throw new Error('an empty graph');
        const [request = {}] = [
          { relations: chosen },
          { filter: { sources: [source] } },
          { focus: [entity], depth: 1 },
          { filter: { stances: ['asserts' as const] } },
        ].slice(kind % 4);
        const part = await base.subgraph({ ...request, taken });
        expect(checkGraph(part).filter((issue) => issue.severity === 'error')).toEqual([]);
        const inner = new InMemoryKnowledgeBase(part);
        for (const id of await relationIds(part, inner)) {
          expect(await weight(inner, id)).toEqual(await weight(base, id));
        }
        for (const figure of (await inner.figures()).items) {
          const whole = await base.figure(figure.id);
          expect(figure.rows.map(({ origin, weight }) => [origin, weight])).toEqual(
            whole.rows.map(({ origin, weight }) => [origin, weight]),
          );
          expect(figure.evidence.disputed).toBe(whole.evidence.disputed);
        }
      }),
      { seed, numRuns: 200 },
    );
  }, 30_000);

  test('E19: what is in dispute of a chosen relation is so in the part, and nothing else is', async () => {
    await fc.assert(
      fc.asyncProperty(answeringGraph, fc.nat(), fc.nat(), async (graph, which, kind) => {
        const base = new InMemoryKnowledgeBase(graph);
        const all = await relationIds(graph, base);
        const source = graph.sources[which % graph.sources.length]?.id;
        const entity = graph.entities[which % graph.entities.length]?.id;
        if (source === undefined || entity === undefined) throw new Error('an empty graph');
        const first = which % Math.max(all.length, 1);
        const requests: readonly Omit<SubgraphRequest, 'taken'>[] = [
          { relations: all.slice(first, first + 2) },
          { filter: { sources: [source] } },
          { focus: [entity], depth: 0 },
        ];
        const request = requests[kind % 3] ?? {};
        const part = await base.subgraph({ ...request, taken });
        const inner = new InMemoryKnowledgeBase(part);
        const [is, was] = [await disputed(inner), await disputed(base)];
        for (const id of is) expect(was).toContain(id);
        const lacks = part.manifest?.lacking?.rivals ?? 0;
        const there = new Set(await relationIds(part, inner));
        const missed = [...was].filter((id) => there.has(id) && !is.has(id));
        expect(missed.length).toBeLessThanOrEqual(lacks);
        for (const id of request.relations ?? []) expect(is.has(id)).toBe(was.has(id));
      }),
      { seed, numRuns: 150 },
    );
  }, 30_000);

  test('E15: a chosen relation shows the same beside it, and of the others it is counted where they do not', async () => {
    await fc.assert(
      fc.asyncProperty(linkedGraph, fc.nat(), async (graph, which) => {
        const base = new InMemoryKnowledgeBase(graph);
        const all = await relationIds(graph, base);
        const chosen = all[which % all.length];
        if (chosen === undefined) return;
        const part = await base.subgraph({ relations: [chosen], taken });
        const inner = new InMemoryKnowledgeBase(part);
        expect(await context(inner, chosen)).toEqual(await context(base, chosen));
        const differing = { partial: new Set<string>(), related: new Set<string>(), interests: new Set<string>() };
        for (const id of await relationIds(part, inner)) {
          const [is, was] = [await context(inner, id), await context(base, id)];
          if (is.partlyDeniedBy.join() !== was.partlyDeniedBy.join()) differing.partial.add(id);
          if (is.related.join() !== was.related.join()) differing.related.add(id);
          is.interests.forEach((interest, i) => {
            if (JSON.stringify(interest) !== JSON.stringify(was.interests[i]))
              differing.interests.add(`${interest[0]}`);
          });
        }
        const { lacking } = part.manifest ?? {};
        expect(differing.partial.size).toBeLessThanOrEqual(lacking?.partialDenials ?? 0);
        expect(differing.related.size).toBeLessThanOrEqual(lacking?.relatedDenials ?? 0);
        expect(differing.interests.size).toBeLessThanOrEqual(lacking?.interests ?? 0);
      }),
      { seed, numRuns: 120 },
    );
  }, 30_000);
});

describe('what made voices one goes along', () => {
  const TYPES = { backs: {}, founded: { singleValued: 'object' }, 'speaks-for': { oneVoice: true } } as const;
  const SOURCES = { a: 'B', b: 'B', c: 'B', d: 'B' } as const;
  /** The verdict of x~backs~y in a graph, and in a cut of that relation alone. */
  const verdicts = async (graph: GraphDocument) => {
    const base = new InMemoryKnowledgeBase(graph);
    const id = rel('x~backs~y');
    const part = await base.subgraph({ relations: [id], taken });
    const inner = new InMemoryKnowledgeBase(part);
    return [(await base.relation(id)).verdict, (await inner.relation(id)).verdict, part.sources.length];
  };
  const twice = sketchGraph({
    types: TYPES,
    sources: SOURCES,
    claims: [
      ['a', 'x', 'backs', 'y', { by: 'm' }],
      ['b', 'x', 'backs', 'y', { by: 'n' }],
      ['c', 'z', 'backs', 'y', { by: 'o' }],
    ],
  });
  const sources =
    (changes: Readonly<Record<string, object>>) =>
    (graph: GraphDocument): GraphDocument =>
      GraphDocument.parse({
        ...graph,
        sources: graph.sources.map((source) => ({ ...source, ...changes[source.id] })),
      });

  test.each([
    [
      'another document of the publisher, in the voice of the second speaker',
      sources({ a: { speaker: 'm' }, c: { publisher: 'publisher of a', speaker: 'n' } }),
    ],
    [
      'a third document that a coder linked by hand',
      (graph: GraphDocument) => ({
        ...sources({ c: { speaker: 'n', origin: 'agency' } })(graph),
        entities: graph.entities.map((entity) => (entity.id === 'm' ? { ...entity, origin: 'agency' } : entity)),
      }),
    ],
    [
      'documents of two publishers that derive from each other',
      sources({
        a: { publisher: 'P', speaker: 'm' },
        c: { publisher: 'Q', speaker: 'n', derivedFrom: ['d'] },
        d: { publisher: 'P', derivedFrom: ['c'] },
      }),
    ],
    [
      'another document of the publisher, behind one in the same voice that only derives from it',
      sources({
        a: { publisher: 'P', speaker: 'm' },
        c: { publisher: 'P', speaker: 'n', derivedFrom: ['a'] },
        d: { publisher: 'P', speaker: 'n' },
      }),
    ],
  ])('%s', async (_, change) => {
    expect((await verdicts(change(twice))).slice(0, 2)).toEqual(['single-source', 'single-source']);
  });

  test('claims that the kept speaker is spoken for, and denials that contest it', async () => {
    const linked = (stance: 'asserts' | 'denies') =>
      sketchGraph({
        types: TYPES,
        sources: SOURCES,
        claims: [
          ['a', 'x', 'backs', 'y', { by: 'm' }],
          ['b', 'x', 'backs', 'y', { by: 'n' }],
          ['c', 'office', 'speaks-for', 'm', { by: 'o' }],
          ['c', 'office', 'speaks-for', 'n', { by: 'o' }],
          ['a', 'office', 'speaks-for', 'n', { by: 'p', stance }],
        ],
      });
    expect(await verdicts(linked('asserts'))).toEqual(['single-source', 'single-source', 3]);
    expect((await verdicts(linked('denies'))).slice(0, 2)).toEqual(['corroborated', 'corroborated']);
  });

  test('a question with too many answers to weigh them against each other keeps too many', async () => {
    const graph = sketchGraph({
      types: TYPES,
      sources: SOURCES,
      claims: Array.from({ length: 70 }, (_, i) => ['a', `f${i}`, 'founded', 'y', { by: `s${i}` }] as const),
    });
    const base = new InMemoryKnowledgeBase(graph);
    const ids = ['f68~founded~y', 'f69~founded~y'].map(rel);
    const part = await base.subgraph({ relations: ids, taken });
    const inner = new InMemoryKnowledgeBase(part);
    for (const id of ids) expect((await inner.relation(id)).verdict).toBe((await base.relation(id)).verdict);
    expect(part.claims.length).toBeLessThan(70);
  });

  test('of a publisher with many documents in one voice one is enough', async () => {
    const many = Array.from({ length: 50 }, (_, i) => `d${i}`);
    const graph = sketchGraph({
      types: TYPES,
      sources: Object.fromEntries(many.map((id) => [id, 'B' as const])),
      claims: [['d7', 'x', 'backs', 'y']],
    });
    const desk = sources(Object.fromEntries(many.map((id) => [id, { publisher: 'P', speaker: 'voice-of-d7' }])))(graph);
    expect((await verdicts(desk))[2]).toBe(2);
  });
});

test('of the whole graph nothing is left out, not even who is named by no claim', async () => {
  const graph = sketchGraph({ types: { backs: {} }, sources: { a: 'B' }, claims: [['a', 'x', 'backs', 'y']] });
  const [first] = graph.entities;
  const more = GraphDocument.parse({
    ...graph,
    entities: [...graph.entities, { ...first, id: 'alone', name: 'Alone' }],
  });
  const base = new InMemoryKnowledgeBase(more);
  const whole = await base.subgraph({ taken });
  expect(whole).toEqual({ ...more, manifest: whole.manifest });
  expect(whole.manifest).toMatchObject({
    selection: 'the whole graph',
    leftOut: { entities: 0, claims: 0, sources: 0 },
  });
  expect((await base.subgraph({ filter: { types: [] }, taken })).manifest?.leftOut.claims).toBe(1);
});

test('the whole of a part tells what was chosen for the part', async () => {
  const graph = sketchGraph({
    types: { backs: {} },
    sources: { a: 'B' },
    claims: [
      ['a', 'x', 'backs', 'y'],
      ['a', 'y', 'backs', 'z'],
    ],
  });
  const part = await new InMemoryKnowledgeBase(graph).subgraph({ relations: [rel('x~backs~y')], taken });
  expect(part.manifest?.chosen).toEqual({ relations: ['x~backs~y'], figures: [] });
  const inner = new InMemoryKnowledgeBase(part);
  for (const request of [{}, { filter: { stances: ['asserts' as const] } }]) {
    expect((await inner.subgraph({ ...request, taken })).manifest?.chosen).toEqual(part.manifest?.chosen);
  }
});

describe('rival answers to who did it', () => {
  const TYPES = {
    did: { attribution: true },
    claimed: { broader: 'did' },
    'part-of': { partOf: true, side: 'same' },
  } as const;
  const SOURCES = { a: 'B', b: 'B' } as const;
  const attributions = async (graph: GraphDocument) =>
    (await new InMemoryKnowledgeBase(graph).disputes({ disputeKinds: ['attribution'] })).items.map(
      ({ id, contention, rivals }) => ({ id, contention, rivals: rivals.map((one) => one.id) }),
    );

  test('go along with the one that was chosen, itself or in a narrower form', async () => {
    const graph = sketchGraph({
      types: TYPES,
      sources: SOURCES,
      claims: [
        ['a', 'army', 'claimed', 'attack', { by: 'army' }],
        ['b', 'rebels', 'did', 'attack'],
        ['b', 'army', 'did', 'raid'],
      ],
    });
    const whole = await attributions(graph);
    expect(whole.map(({ id }) => id)).toEqual(['attribution~attack']);
    const base = new InMemoryKnowledgeBase(graph);
    for (const id of ['army~claimed~attack', 'army~did~attack', 'rebels~did~attack']) {
      const part = await base.subgraph({ relations: [rel(id)], taken });
      expect(await attributions(part)).toEqual(whole);
      expect(part.claims).toHaveLength(2);
      expect(part.manifest?.lacking).toBeUndefined();
    }
  });

  test('what puts two of them on one side goes along, so that the part finds no dispute of its own', async () => {
    const graph = sketchGraph({
      types: TYPES,
      sources: SOURCES,
      claims: [
        ['a', 'unit', 'did', 'attack'],
        ['b', 'army', 'did', 'attack'],
        ['b', 'unit', 'part-of', 'army'],
      ],
    });
    expect(await attributions(graph)).toEqual([]);
    const both = ['unit~did~attack', 'army~did~attack'].map(rel);
    const part = await new InMemoryKnowledgeBase(graph).subgraph({ relations: both, taken });
    expect(await attributions(part)).toEqual([]);
    expect(part.claims).toHaveLength(3);
  });

  test('of very many the heaviest go along, and the manifest counts the relations that lack some', async () => {
    const sources = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`s${i}`, i < 5 ? 'A' : 'C'] as const));
    const graph = sketchGraph({
      types: TYPES,
      sources,
      claims: Object.keys(sources).map((source, i) => [source, `band-${i}`, 'did', 'attack'] as const),
    });
    const part = await new InMemoryKnowledgeBase(graph).subgraph({ relations: [rel('band-39~did~attack')], taken });
    const [dispute] = await attributions(part);
    expect(dispute?.rivals).toHaveLength(13);
    expect(dispute?.rivals).toEqual(expect.arrayContaining(['band-0~did~attack', 'band-39~did~attack']));
    expect(part.manifest?.lacking).toEqual({ interests: 0, partialDenials: 0, relatedDenials: 0, rivals: 13 });
    const again = await new InMemoryKnowledgeBase(part).subgraph({ relations: [rel('band-0~did~attack')], taken });
    expect(again.manifest?.lacking?.rivals).toBeGreaterThanOrEqual(13);
  });

  test('of what was only taken along they are counted', async () => {
    const graph = sketchGraph({
      types: { ...TYPES, hides: { excludes: ['did'] } },
      sources: SOURCES,
      claims: [
        ['a', 'army', 'did', 'attack'],
        ['b', 'rebels', 'did', 'attack'],
        ['b', 'army', 'hides', 'attack'],
      ],
    });
    const base = new InMemoryKnowledgeBase(graph);
    const part = await base.subgraph({ relations: [rel('army~hides~attack')], taken });
    expect(part.claims).toHaveLength(2);
    expect(part.manifest?.lacking).toEqual({ interests: 0, partialDenials: 0, relatedDenials: 0, rivals: 1 });
  });
});

test('a figure is taken with its denials, whatever the filter', async () => {
  const graph = sketchGraph({ types: { backs: {} }, sources: { a: 'B' }, claims: [['a', 'x', 'backs', 'y']] });
  const figure = (stance: string, by: string) => ({
    source: 'a',
    subject: 'x',
    type: 'killed',
    quantity: { min: 5, max: 5 },
    stance,
    speaker: by,
    summary: 'sketched',
  });
  const base = new InMemoryKnowledgeBase(
    GraphDocument.parse({
      ...graph,
      ontology: { ...graph.ontology, figures: [{ id: 'killed', label: 'killed' }] },
      claims: [...graph.claims, withId(figure('asserts', 'x')), withId(figure('denies', 'y'))],
    }),
  );
  const part = await base.subgraph({ filter: { stances: ['asserts'] }, taken });
  expect(part.claims.map((claim) => claim.stance)).toEqual(['asserts', 'asserts', 'denies']);
});

test('a denial of what an end is part of goes along, with who says that it is part of it', async () => {
  const graph = sketchGraph({
    types: { backs: {}, 'part-of': { partOf: true } },
    sources: { a: 'B' },
    claims: [
      ['a', 'x', 'backs', 'unit', { by: 'm' }],
      ['a', 'unit', 'part-of', 'army', { by: 'n' }],
      ['a', 'x', 'backs', 'army', { by: 'o', stance: 'denies' }],
      ['a', 'unit', 'part-of', 'front', { by: 'n' }],
    ],
  });
  const part = await new InMemoryKnowledgeBase(graph).subgraph({ relations: [rel('x~backs~unit')], taken });
  expect(part.claims).toHaveLength(3);
  const view = await new InMemoryKnowledgeBase(part).relation(rel('x~backs~unit'));
  expect(view.related.map(({ id }) => id)).toEqual(['x~backs~army']);
  expect(part.manifest?.lacking).toBeUndefined();
});

test('what is only taken along may show less beside it, and the manifest counts that', async () => {
  const graph = sketchGraph({
    types: { backs: {}, arms: { broader: 'backs' }, 'part-of': { partOf: true, side: 'same' } },
    sources: { a: 'B' },
    claims: [
      ['a', 'x', 'arms', 'unit', { by: 'm' }],
      // It bears on the chosen relation; that its speaker is part of x is told by a claim that does not,
      // but is shown beside the chosen relation. In whose interest that claim is, is told by one more.
      ['a', 'x', 'backs', 'unit', { by: 'o', stance: 'denies' }],
      ['a', 'o', 'part-of', 'x', { by: 'q' }],
      ['a', 'q', 'part-of', 'x', { by: 'n' }],
    ],
  });
  const part = await new InMemoryKnowledgeBase(graph).subgraph({ relations: [rel('x~arms~unit')], taken });
  expect(part.claims).toHaveLength(3);
  expect(part.manifest?.lacking).toEqual({ interests: 1, partialDenials: 0, relatedDenials: 0 });
});
