import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CommonNeighbours, commonNeighbours, type NeighboursQuery } from '../../src/tracing/neighbours.ts';
import { networkOf, type RelationSketch, relationSketches, seedsOf, stepsOf } from './arbitrary-network.ts';

const ENTITIES = 6;

function plainly(relations: readonly RelationSketch[], query: NeighboursQuery): CommonNeighbours {
  const asked = [...new Set(query.entities)].sort((a, b) => a - b);
  const steps = stepsOf(relations, query.direction ?? 'both', query.walkable);
  const all = Array.from({ length: asked.length === 0 ? 0 : ENTITIES }, (_, entity) => {
    const each = asked.map((from) => steps.filter((step) => step.from === from && step.to === entity));
    const least = each.map((list) => Math.min(...list.map(({ weight }) => weight)));
    return {
      entity,
      relations: each.map((list) => list.map(({ relation }) => relation).sort((a, b) => a - b)),
      weight: least.reduce((sum, weight) => sum + weight, 0),
    };
  }).filter((neighbour) => neighbour.relations.every((list) => list.length > 0));
  const sorted = all.sort((a, b) => a.weight - b.weight || a.entity - b.entity);
  return { asked, neighbours: sorted.slice(0, query.limit), total: sorted.length };
}

const queries = fc.record(
  {
    entities: fc.array(fc.nat(ENTITIES - 1), { maxLength: 4 }),
    limit: fc.nat(4),
    direction: fc.constantFrom('both' as const, 'along' as const, 'against' as const),
    walkable: fc.uint8Array({ minLength: 24, maxLength: 24, max: 1 }),
  },
  { requiredKeys: ['entities', 'limit'] },
);

describe('common neighbours', () => {
  test.each(seedsOf(20_260_404))('are those that every asked entity has among its own, %s seed %i', (_, seed) => {
    fc.assert(
      fc.property(relationSketches(ENTITIES, 24), queries, (relations, query) => {
        expect(commonNeighbours(networkOf(ENTITIES, relations), query)).toEqual(plainly(relations, query));
      }),
      { seed, numRuns: 600 },
    );
  });

  test('parallel relations are all named, and only the best of them counts', () => {
    const network = networkOf(4, [
      [0, 2, 0.5],
      [2, 0, 1],
      [1, 2, 1],
      [0, 3, 0.9],
      [1, 3, 0.9],
      [0, 1, 1],
    ]);
    expect(commonNeighbours(network, { entities: [1, 0, 1], limit: 5 })).toEqual({
      asked: [0, 1],
      neighbours: [
        { entity: 2, relations: [[0, 1], [2]], weight: 2 },
        { entity: 3, relations: [[3], [4]], weight: 2 * (105_360_516 * 1024 + 1) },
      ],
      total: 2,
    });
    expect(commonNeighbours(network, { entities: [0, 1], limit: 1 })).toMatchObject({
      neighbours: { length: 1 },
      total: 2,
    });
    expect(commonNeighbours(network, { entities: [0, 1], limit: 0 })).toMatchObject({ neighbours: [], total: 2 });
  });

  test('two hubs with 50,000 common neighbours', () => {
    const leaves = 50_000;
    const relations = Array.from({ length: 2 * leaves }, (_, i): RelationSketch => [i % 2, 2 + (i >> 1), 0.5]);
    const { neighbours, total } = commonNeighbours(networkOf(leaves + 2, relations), { entities: [0, 1], limit: 2 });
    expect(total).toBe(leaves);
    expect(neighbours.map(({ entity, relations }) => [entity, relations])).toEqual([
      [2, [[0], [1]]],
      [3, [[2], [3]]],
    ]);
  });

  test('an unknown entity and a limit that is none are refused', () => {
    const network = networkOf(2, [[0, 1, 0.5]]);
    expect(() => commonNeighbours(network, { entities: [0, 2], limit: 1 })).toThrow(RangeError);
    expect(() => commonNeighbours(network, { entities: [0, 1], limit: Number.NaN })).toThrow('limit');
  });
});
