import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layGround } from '../../src/knowledge/ground.ts';
import { InMemoryKnowledgeBase } from '../../src/knowledge/in-memory.ts';
import type { GraphDocument } from '../../src/model/graph-document.ts';
import { rel } from '../evidence/sketch-graph.ts';
import { figureGraph } from './figure-graph.ts';
import { linkedGraph } from './linked-graph.ts';

/** A permutation of a list by numbers that come with it. */
function shuffled<T>(items: readonly T[], keys: readonly number[]): T[] {
  return items
    .map((item, i) => ({ item, key: keys[i % keys.length] ?? 0, i }))
    .toSorted((a, b) => a.key - b.key || b.i - a.i)
    .map(({ item }) => item);
}

/** Every answer but those that are in document order by contract: claims, ledgers, `about`. */
async function answers(graph: GraphDocument): Promise<unknown> {
  const base = new InMemoryKnowledgeBase(graph);
  const { relations } = await base.picture({});
  const voices = (await base.voices()).map(({ voice }) => voice);
  const [p, q] = voices;
  const figures = (await base.figures()).items;
  return {
    relations,
    views: await Promise.all(
      relations.map(async ({ id }) => {
        const { ledger, ...view } = await base.relation(id);
        return { ...view, ledger: ledger.toSorted((a, b) => (a.claim.id < b.claim.id ? -1 : 1)) };
      }),
    ),
    figures: figures.map(({ claims: _, ...figure }) => figure),
    disputes: JSON.stringify(await base.disputes(), (key, value) => (key === 'claims' ? undefined : value)),
    opponents: await base.opponents(),
    matrix: await base.matrix(),
    bearers: await base.bearers('speaker'),
    voices,
    without: p && (await base.without([p])),
    told: p && JSON.stringify(await base.perspective([p]), (key, value) => (key === 'claims' ? undefined : value)),
    compared:
      p && q && JSON.stringify(await base.compare([p], [q]), (key, value) => (key === 'claims' ? undefined : value)),
  };
}

test.each([
  ['pinned', 20_261_123],
  ['fresh', Date.now() % 2 ** 31],
])(
  'no answer depends on the order of records (%s seed %i)',
  async (_, seed) => {
    const keys = fc.array(fc.nat(), { minLength: 30, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(linkedGraph, keys, async (graph, order) => {
        const turned = {
          ...graph,
          claims: shuffled(graph.claims, order),
          entities: shuffled(graph.entities, order),
          sources: shuffled(graph.sources, order),
        };
        expect(await answers(turned)).toEqual(await answers(graph));
      }),
      { seed, numRuns: 60 },
    );
  },
  30_000,
);

test('nor where several wholes, figures or spans could come first', async () => {
  const number = (n: number) => ({ min: n, max: n });
  const graph = figureGraph(
    [
      { by: 'm', quantity: number(1), subject: 'raid', when: '2024' },
      { by: 'n', quantity: number(2), subject: 'raid', when: '2024?' },
      { by: 'm', quantity: number(1), subject: 'siege' },
      { by: 'm', quantity: number(1), subject: 'battle' },
    ],
    {
      types: { backs: {}, arms: { broader: 'backs' }, 'part-of': { partOf: true } },
      claims: [
        ['a', 'unit', 'part-of', 'front', { by: 'm' }],
        ['a', 'unit', 'part-of', 'army', { by: 'm' }],
        ['a', 'cell', 'part-of', 'unit', { by: 'm' }],
        ['a', 'x', 'backs', 'unit', { by: 'm' }],
        ['a', 'x', 'backs', 'front', { by: 'n', stance: 'denies' }],
        ['a', 'x', 'backs', 'army', { by: 'n', stance: 'denies' }],
        ['a', 'x', 'arms', 'unit', { by: 'm' }],
        ['a', 'x', 'arms', 'army', { by: 'n', stance: 'denies' }],
      ],
    },
  );
  const turned = {
    ...graph,
    claims: graph.claims.toReversed(),
    entities: graph.entities.toReversed(),
    sources: graph.sources.toReversed(),
  };
  expect(await answers(turned)).toEqual(await answers(graph));
  const wholes = [graph, turned].map(({ claims }) => [...layGround({ ...graph, claims }).wholes.values()]);
  expect(wholes.map((all) => all.find((one) => one.length === 2))).toEqual([
    ['army', 'front'],
    ['army', 'front'],
  ]);
  const told = await new InMemoryKnowledgeBase(turned).perspective([{ kind: 'speaker', id: 'm' }]);
  expect(told.figures.map(({ subject }) => subject.id)).toEqual(['battle', 'raid', 'siege']);
  for (const records of [graph, turned]) {
    const view = await new InMemoryKnowledgeBase(records).relation(rel('x~arms~unit'));
    expect(view.related.map(({ id }) => id)).toEqual(['x~arms~army', 'x~backs~army', 'x~backs~front']);
  }
});
