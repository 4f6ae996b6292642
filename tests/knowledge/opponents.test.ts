import { describe, expect, test } from 'vitest';
import type { DisputeKind } from '../../src/evidence/disputes.ts';
import { InMemoryKnowledgeBase } from '../../src/knowledge/in-memory.ts';
import type { GraphDocument } from '../../src/model/graph-document.ts';
import { type ClaimLine, sketchGraph, type TypeSketch } from '../evidence/sketch-graph.ts';
import { figureGraph } from './figure-graph.ts';

/** Pairs of opponents in disputes of a kind, as "x y". */
async function pairsOf(graph: GraphDocument, kind: DisputeKind): Promise<string[]> {
  const pairs = await new InMemoryKnowledgeBase(graph).opponents({ disputeKinds: [kind] });
  return pairs.map(({ a, b }) => `${a.id} ${b.id}`).toSorted();
}

/** How many disputes two speakers are opponents in. */
async function between(graph: GraphDocument, parties: readonly string[]): Promise<number> {
  return (await new InMemoryKnowledgeBase(graph).disputes({ parties })).total;
}

const exactly = (n: number) => ({ min: n, max: n });

describe('E18: opponents in a figure', () => {
  const graph = figureGraph([
    { by: 'm', quantity: exactly(34) },
    { by: 'n', quantity: exactly(50) },
    { by: 'o', quantity: { min: 10 } },
    { by: 'p', quantity: exactly(1500) },
    { by: 'q', quantity: exactly(1500), stance: 'denies' },
    { by: 'r', quantity: exactly(34), stance: 'doubts' },
  ]);

  test('are those whose values cannot both hold, and who denies a value with who gives it', async () => {
    expect(await pairsOf(graph, 'figure')).toEqual(['m n', 'm p', 'n p', 'p q']);
  });

  test('two who are asked for stand against each other just so', async () => {
    expect(await between(graph, ['m', 'n'])).toBe(1);
    expect(await between(graph, ['q', 'p'])).toBe(1);
    for (const agreeing of [
      ['o', 'n'],
      ['o', 'q'],
      ['q', 'm'],
      ['r', 'm'],
    ])
      expect(await between(graph, agreeing)).toBe(0);
    expect(await between(graph, ['o'])).toBe(1);
  });
});

describe('E19: opponents in who did it', () => {
  const types: Readonly<Record<string, TypeSketch>> = { did: { attribution: true }, 'part-of': { side: 'same' } };
  const graph = sketchGraph({
    types,
    sources: { a: 'B' },
    claims: [
      ['a', 'army', 'did', 'attack', { by: 'm' }],
      ['a', 'unit', 'did', 'attack', { by: 'n' }],
      ['a', 'group', 'did', 'attack', { by: 'o' }],
      ['a', 'unit', 'part-of', 'army', { by: 'p' }],
    ],
  });

  test('are those whose answers are rivals: a unit is no rival of its army', async () => {
    expect(await pairsOf(graph, 'attribution')).toEqual(['m o', 'n o']);
    expect(await between(graph, ['m', 'n'])).toBe(0);
    expect(await between(graph, ['m', 'o'])).toBe(1);
  });
});

describe('E9: a side of a dispute', () => {
  test('names nobody who took their word on it back', async () => {
    const graph = sketchGraph({
      types: { backs: {}, 'speaks-for': { oneVoice: true } },
      sources: { a: 'B' },
      claims: [
        ['a', 'x', 'backs', 'y', { by: 'other' }],
        ['a', 'x', 'backs', 'y', { by: 'minister', said: '2020' }],
        ['a', 'x', 'backs', 'y', { by: 'office', said: '2021', stance: 'denies' }],
        ['a', 'office', 'speaks-for', 'minister', { by: 'other' }],
      ],
    });
    const [dispute] = (await new InMemoryKnowledgeBase(graph).disputes()).items;
    const named = dispute?.sides.map(({ parties }) => parties.flatMap(({ speakers }) => speakers.map(({ id }) => id)));
    expect(named).toEqual([['other'], ['office']]);
    expect(await pairsOf(graph, 'denial')).toEqual(['office other']);
  });
});

test('E9: who says both, undated, stands with each word on its side alone', async () => {
  const graph = sketchGraph({
    types: { backs: {}, 'speaks-for': { oneVoice: true } },
    sources: { a: 'B' },
    claims: [
      ['a', 'x', 'backs', 'y', { by: 'minister' }],
      ['a', 'x', 'backs', 'y', { by: 'office', stance: 'denies' }],
      ['a', 'office', 'speaks-for', 'minister', { by: 'other' }],
    ],
  });
  const [dispute] = (await new InMemoryKnowledgeBase(graph).disputes()).items;
  const named = dispute?.sides.map(({ parties }) => parties.flatMap(({ speakers }) => speakers.map(({ id }) => id)));
  expect(named).toEqual([['minister'], ['office']]);
});

describe('of many parties', () => {
  const speakers = Array.from({ length: 300 }, (_, i) => `s${i}`);

  test('a lone denier with little weight is paired with those who assert, and the rest are counted', async () => {
    const claims: ClaimLine[] = [
      ...speakers.map((by): ClaimLine => ['a', 'x', 'backs', 'y', { by }]),
      ['b', 'x', 'backs', 'y', { by: 'denier', stance: 'denies' }],
    ];
    const base = new InMemoryKnowledgeBase(sketchGraph({ types: { backs: {} }, sources: { a: 'F', b: 'D' }, claims }));
    const [dispute] = (await base.disputes()).items;
    const weights = dispute?.sides.map(({ parties }) => parties[0]?.weight ?? 0);
    expect(weights?.[1]).toBeLessThan(weights?.[0] ?? 0);
    const pairs = await base.opponents();
    expect(pairs).toHaveLength(199);
    for (const { a, b, leftOut } of pairs) {
      expect([a.id, b.id]).toContain('denier');
      expect(leftOut).toBe(101);
    }
  });

  test('nor is one lost among more values than are paired', async () => {
    const graph = figureGraph(
      [
        ...speakers.map((by, i) => ({ by, quantity: exactly(i + 1) })),
        { by: 'denier', quantity: { min: 1, max: 300 }, stance: 'denies', source: 'e' },
      ],
      { sources: { a: 'B', e: 'E' } },
    );
    const pairs = await new InMemoryKnowledgeBase(graph).opponents();
    expect(pairs.filter(({ a, b }) => [a.id, b.id].includes('denier'))).toHaveLength(199);
    expect(new Set(pairs.map(({ leftOut }) => leftOut))).toEqual(new Set([101]));
  });

  test('few parties leave nobody out', async () => {
    const graph = figureGraph([
      { by: 'm', quantity: exactly(1) },
      { by: 'n', quantity: exactly(2) },
    ]);
    expect(await new InMemoryKnowledgeBase(graph).opponents()).toEqual([
      { a: { id: 'm', name: 'm' }, b: { id: 'n', name: 'n' }, disputes: ['battle~killed~~'] },
    ]);
  });
});
