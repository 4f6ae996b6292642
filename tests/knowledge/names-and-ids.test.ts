import { describe, expect, test } from 'vitest';
import { InMemoryKnowledgeBase } from '../../src/knowledge/in-memory.ts';
import { rel, sketchGraph } from '../evidence/sketch-graph.ts';
import { figureGraph } from './figure-graph.ts';

describe('two entities of one name', () => {
  test('are two among those who assert and those who deny', async () => {
    const graph = sketchGraph({
      types: { backs: {}, arms: { broader: 'backs' } },
      sources: { a: 'B' },
      claims: [
        ['a', 'x', 'backs', 'y', { by: 'm' }],
        ['a', 'x', 'backs', 'y', { by: 'n' }],
        ['a', 'x', 'backs', 'y', { by: 'o', stance: 'denies' }],
        ['a', 'x', 'backs', 'y', { by: 'p', stance: 'denies' }],
        ['a', 'x', 'arms', 'y', { by: 'q', stance: 'denies' }],
      ],
    });
    const named = { ...graph, entities: graph.entities.map((entity) => ({ ...entity, name: 'Khan' })) };
    const relation = await new InMemoryKnowledgeBase(named).relation(rel('x~backs~y'));
    expect(relation.assertedBy).toEqual(['Khan', 'Khan']);
    expect(relation.deniedBy).toEqual(['Khan', 'Khan']);
    // The one who denies a narrower form is none of these two.
    expect(relation.partlyDeniedBy).toEqual(['Khan']);
  });
});

describe('ids of figures', () => {
  test('two figures whose parts only join to the same text are two', async () => {
    const quantity = (of: string, unit: string) => ({ of, unit, min: 1, max: 1 });
    const given = [
      ['a~b', 'c'],
      ['a', 'b~c'],
      ['a%7Eb', 'c'],
      ['a%257Eb', 'c'],
      ['100%', 'c'],
    ] as const;
    const graph = figureGraph(given.map(([of, unit]) => ({ by: 'm', quantity: quantity(of, unit) })));
    const { items } = await new InMemoryKnowledgeBase(graph).figures();
    expect(items.map(({ of, unit }) => `${of} ${unit}`).toSorted()).toEqual(
      given.map(([of, unit]) => `${of} ${unit}`).toSorted(),
    );
    expect(items.map(({ id }) => id)).toContain('battle~killed~100%~c');
  });
});

test('an id that is a number has its place by how many claims it has', async () => {
  const graph = sketchGraph({
    types: { backs: {} },
    sources: { a: 'B' },
    claims: [
      ['a', 'x', 'backs', 'y', { by: '123' }],
      ['a', 'x', 'backs', 'y', { by: 'm' }],
      ['a', 'y', 'backs', 'x', { by: 'm' }],
    ],
  });
  const { speakers } = await new InMemoryKnowledgeBase(graph).about();
  expect(speakers.map(({ id, claims }) => [id, claims])).toEqual([
    ['m', 2],
    ['123', 1],
  ]);
});

describe('E23: two tellings of a figure', () => {
  test.each([
    [{ min: 10 }, 'figures-agree'],
    [{ min: 1500 }, 'figures-disjoint'],
    [{ min: 1500, max: 1500 }, 'figures-disjoint'],
    [{ min: 1000, max: 2000 }, 'figures-agree'],
  ] as const)('%j and “not 1,500”: %s', async (quantity, outcome) => {
    const graph = figureGraph([
      { by: 'm', quantity },
      { by: 'n', quantity: { min: 1500, max: 1500 }, stance: 'denies' },
    ]);
    const { figures } = await new InMemoryKnowledgeBase(graph).compare(
      [{ kind: 'speaker', id: 'm' }],
      [{ kind: 'speaker', id: 'n' }],
    );
    expect(figures.map((one) => one.outcome)).toEqual([outcome]);
  });
});
