import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InMemoryKnowledgeBase } from '../../src/knowledge/in-memory.ts';
import { type ClaimLine, sketchGraph } from '../evidence/sketch-graph.ts';
import { figureGraph } from './figure-graph.ts';
import { linkedGraph } from './linked-graph.ts';

test.each([
  ['pinned', 20_261_122],
  ['fresh', Date.now() % 2 ** 31],
])(
  'E21: who bears how much is what leaving each out does, whoever is one with whom (%s seed %i)',
  async (_, seed) => {
    await fc.assert(
      fc.asyncProperty(
        linkedGraph,
        fc.constantFrom('source', 'speaker', 'publisher', 'origin'),
        async (graph, kind) => {
          const base = new InMemoryKnowledgeBase(graph);
          for (const { voice, collapses, weakens, rises, rests } of await base.bearers(kind)) {
            const { counts, changes } = await base.without([voice.voice]);
            const { collapses: fallen, weakens: weaker, rises: risen } = counts;
            expect([collapses, weakens, rises]).toEqual([fallen, weaker, risen]);
            const ids = changes.filter(({ change }) => change === 'collapses').map(({ relation }) => relation.id);
            expect([...rests].toSorted()).toEqual(ids.toSorted());
          }
        },
      ),
      { seed, numRuns: 100 },
    );
  },
  30_000,
);

test('E21: many speakers on one relation cost what their claims are, not a weighing of all for each', async () => {
  const speakers = 600;
  const claims = Array.from(
    { length: speakers * 30 },
    (_, i): ClaimLine => [`s${i % 3}`, 'x', 'backs', 'y', { by: `p${i % speakers}` }],
  );
  const graph = sketchGraph({ types: { backs: {} }, sources: { s0: 'B', s1: 'B', s2: 'C' }, claims });
  const base = new InMemoryKnowledgeBase(graph);
  // One answer alone would weigh 18,000 claims; six hundred of them take seconds.
  await base.bearers('source');
  const start = performance.now();
  const bearers = await base.bearers('speaker');
  const took = performance.now() - start;
  expect(bearers).toHaveLength(speakers);
  expect(bearers.every(({ collapses, weakens }) => collapses + weakens === 0)).toBe(true);
  expect(took).toBeLessThan(400);
});

describe('E21: voices without words, and figures', () => {
  const graph = figureGraph(
    [
      { by: 'm', quantity: { min: 5, max: 5 } },
      { by: 'n', quantity: { min: 5, max: 5 }, stance: 'denies' },
      { by: 'n', quantity: { min: 7, max: 7 }, stance: 'denies', subject: 'raid' },
      { by: 'n', quantity: { min: 9, max: 9 }, subject: 'siege' },
    ],
    { sources: { a: 'B', silent: 'B' } },
  );

  test('a document without claims can be left out: nothing changes', async () => {
    const answer = await new InMemoryKnowledgeBase(graph).without([{ kind: 'source', id: 'silent' }]);
    expect(answer).toMatchObject({ claims: 0, changes: [], figures: [], voices: [{ name: 'silent', claims: 0 }] });
  });

  test('a figure is told of whose value goes, or whose dispute ends; not one that was only denied', async () => {
    const { figures } = await new InMemoryKnowledgeBase(graph).without([{ kind: 'speaker', id: 'n' }]);
    expect(
      figures.map(({ id, disputedBefore, disputedAfter, gone }) => [id, disputedBefore, disputedAfter, gone]),
    ).toEqual([
      ['battle~killed~~', true, false, false],
      ['siege~killed~~', false, false, true],
    ]);
  });
});
