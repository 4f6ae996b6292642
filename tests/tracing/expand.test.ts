import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ExpandQuery, type Expansion, expand } from '../../src/tracing/expand.ts';
import { buildNetwork } from '../../src/tracing/network.ts';
import { networkOf, type RelationSketch, relationSketches, seedsOf, stepsOf } from './arbitrary-network.ts';

const ENTITIES = 7;

/** The same by going over all steps again for every ring. */
function plainly(relations: readonly RelationSketch[], query: ExpandQuery): Expansion {
  const asked = [...new Set(query.entities)].sort((a, b) => a - b);
  const steps = stepsOf(relations, query.direction ?? 'both', query.walkable);
  const anyway = stepsOf(relations, 'both', query.walkable);
  const weight = new Map(asked.map((entity) => [entity, 0]));
  const rings = [{ entities: asked, total: asked.length }];
  const notPassed = new Set<number>();
  const leftOut = new Set<number>();
  let room = query.limit;
  for (let hops = 1; hops <= query.depth && leftOut.size === 0; hops++) {
    const ring = rings[hops - 1]?.entities ?? [];
    const passing = ring.filter((entity) => {
      const degree = anyway.filter(({ from }) => from === entity).length;
      const stops = hops > 1 && (query.avoid?.[entity] === 1 || degree > (query.hubs ?? Number.POSITIVE_INFINITY));
      if (stops) notPassed.add(entity);
      return !stops;
    });
    const found = new Map<number, number>();
    for (const step of steps.filter(({ from, to }) => passing.includes(from) && !weight.has(to))) {
      const through = (weight.get(step.from) ?? 0) + step.weight;
      found.set(step.to, Math.min(found.get(step.to) ?? Number.POSITIVE_INFINITY, through));
    }
    if (found.size === 0) break;
    const sorted = [...found].sort(([a, x], [b, y]) => x - y || a - b).map(([entity]) => entity);
    const shown = sorted.slice(0, room);
    for (const entity of sorted.slice(room)) leftOut.add(entity);
    for (const entity of shown) weight.set(entity, found.get(entity) ?? 0);
    rings.push({ entities: shown, total: sorted.length });
    room -= shown.length;
  }
  const known = stepsOf(relations, 'both', query.walkable).filter(({ from }) => weight.has(from));
  const among = known.filter(({ to }) => weight.has(to)).map(({ relation }) => relation);
  return {
    rings,
    relations: [...new Set(among)].sort((a, b) => a - b),
    relationsLeftOut: known.filter(({ to }) => leftOut.has(to)).length,
    notPassed: [...notPassed].sort((a, b) => a - b),
  };
}

const queries = fc.record(
  {
    entities: fc.array(fc.nat(ENTITIES - 1), { maxLength: 3 }),
    depth: fc.nat(4),
    limit: fc.oneof(fc.nat(ENTITIES), fc.constant(Number.POSITIVE_INFINITY)),
    direction: fc.constantFrom('both' as const, 'along' as const, 'against' as const),
    hubs: fc.nat(5),
    avoid: fc.uint8Array({ minLength: ENTITIES, maxLength: ENTITIES, max: 1 }),
    walkable: fc.uint8Array({ minLength: 16, maxLength: 16, max: 1 }),
  },
  { requiredKeys: ['entities', 'depth', 'limit'] },
);

describe('T5: expand', () => {
  test.each(seedsOf(20_260_403))('equals going over all relations for every ring, %s seed %i', (_, seed) => {
    fc.assert(
      fc.property(relationSketches(ENTITIES, 16), queries, (relations, query) => {
        expect(expand(networkOf(ENTITIES, relations), query)).toEqual(plainly(relations, query));
      }),
      { seed, numRuns: 600 },
    );
  });

  test('the nearest ring comes first, within a ring the best weight, then the number', () => {
    const network = networkOf(6, [
      [0, 1, 0.5],
      [0, 2, 0.9],
      [0, 3, 0.9],
      [2, 4, 1],
      [1, 5, 0.9],
    ]);
    expect(expand(network, { entities: [0], depth: 2, limit: 4 })).toEqual({
      rings: [
        { entities: [0], total: 1 },
        { entities: [2, 3, 1], total: 3 },
        { entities: [4], total: 2 },
      ],
      relations: [0, 1, 2, 3],
      relationsLeftOut: 1,
      notPassed: [],
    });
  });

  test('the first ring that does not fit is the last looked at', () => {
    const network = networkOf(4, [
      [0, 1, 0.5],
      [0, 2, 0.5],
      [2, 3, 0.5],
    ]);
    const { rings, relationsLeftOut } = expand(network, { entities: [0], depth: 9, limit: 1 });
    expect(rings).toEqual([
      { entities: [0], total: 1 },
      { entities: [1], total: 2 },
    ]);
    expect(relationsLeftOut).toBe(1);
    expect(expand(network, { entities: [0], depth: 9, limit: 0 }).rings).toEqual([
      { entities: [0], total: 1 },
      { entities: [], total: 2 },
    ]);
  });

  test('a star of a million leaves is cut without trouble', () => {
    const leaves = 1_000_000;
    const star = buildNetwork(leaves + 1, {
      from: new Uint32Array(leaves),
      to: new Uint32Array(leaves).map((_, i) => i + 1),
      belief: new Float64Array(leaves).map((_, i) => (i % 2 === 0 ? 0.5 : 0.75)),
      symmetric: new Uint8Array(leaves),
    });
    const { rings, relations, relationsLeftOut } = expand(star, { entities: [0], depth: 3, limit: 3 });
    expect(rings).toEqual([
      { entities: [0], total: 1 },
      { entities: [2, 4, 6], total: leaves },
    ]);
    expect(relations).toEqual([1, 3, 5]);
    expect(relationsLeftOut).toBe(leaves - 3);
    const whole = expand(star, { entities: [7], depth: 2, limit: Number.POSITIVE_INFINITY });
    expect(whole.rings[2]?.total).toBe(leaves - 1);
    expect(whole.relations.length).toBe(leaves);
    const stopped = expand(star, { entities: [7], depth: 2, limit: 10, hubs: 1000 });
    expect(stopped).toEqual({
      rings: [
        { entities: [7], total: 1 },
        { entities: [0], total: 1 },
      ],
      relations: [6],
      relationsLeftOut: 0,
      notPassed: [0],
    });
  }, 30_000);

  test('nothing asked for, an unknown entity, counts that are none', () => {
    const network = networkOf(2, [[0, 1, 0.5]]);
    expect(expand(network, { entities: [], depth: 2, limit: 5 }).rings).toEqual([{ entities: [], total: 0 }]);
    for (const entities of [[2], [-1], [0.5], [Number.NaN]]) {
      expect(() => expand(network, { entities, depth: 1, limit: 1 })).toThrow(RangeError);
    }
    expect(() => expand(network, { entities: [0], depth: Number.NaN, limit: 1 })).toThrow('depth');
    expect(() => expand(network, { entities: [0], depth: 1, limit: -1 })).toThrow('limit');
  });
});
