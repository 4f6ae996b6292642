import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Connection, type ConnectQuery, connect, MOST_TERMINALS } from '../../src/tracing/connect.ts';
import { leastTree } from '../../src/tracing/least-tree.ts';
import { type Ground, growRegions } from '../../src/tracing/regions.ts';
import { arcWeights } from '../../src/tracing/rows.ts';
import { spanningTree } from '../../src/tracing/spanning-tree.ts';
import { networkOf, type RelationSketch, relationSketches, type Step, seedsOf, stepsOf } from './arbitrary-network.ts';

const ENTITIES = 8;
const RELATIONS = 18;

/** Weight and relations of a least tree over exactly these entities; undefined where they hang not together. */
function spanning(
  steps: readonly Step[],
  members: ReadonlySet<number>,
): { weight: number; relations: number } | undefined {
  const inside = steps
    .filter(({ from, to }) => from < to && members.has(from) && members.has(to))
    .sort((a, b) => a.weight - b.weight);
  const group = new Map([...members].map((entity) => [entity, entity]));
  let [weight, relations] = [0, 0];
  for (const step of inside) {
    const [a, b] = [group.get(step.from), group.get(step.to)];
    if (a === undefined || b === undefined || a === b) continue;
    for (const [entity, known] of group) if (known === b) group.set(entity, a);
    weight += step.weight;
    relations += 1;
  }
  return relations === members.size - 1 ? { weight, relations } : undefined;
}

/** Least weight and fewest relations of any tree that joins the terminals, by trying all sets of entities. */
function bestTrees(
  steps: readonly Step[],
  terminals: readonly number[],
  avoid: Uint8Array | undefined,
): { weight: number; relations: number } | undefined {
  let best: { weight: number; relations: number } | undefined;
  for (let set = 0; set < 2 ** ENTITIES; set++) {
    const members = new Set(Array.from({ length: ENTITIES }, (_, i) => i).filter((i) => (set >> i) & 1));
    if (terminals.some((terminal) => !members.has(terminal))) continue;
    if ([...members].some((entity) => avoid?.[entity] === 1 && !terminals.includes(entity))) continue;
    const tree = spanning(steps, members);
    if (tree === undefined) continue;
    best = {
      weight: Math.min(tree.weight, best?.weight ?? Number.POSITIVE_INFINITY),
      relations: Math.min(tree.relations, best?.relations ?? Number.POSITIVE_INFINITY),
    };
  }
  return best;
}

/** The asked entities in groups, by walking over some steps. */
function groupsOver(steps: readonly Step[], terminals: readonly number[], avoid?: Uint8Array): number[][] {
  const groups: number[][] = [];
  for (const terminal of terminals) {
    if (groups.some((group) => group.includes(terminal))) continue;
    const seen = new Set([terminal]);
    for (const at of seen) {
      if (avoid?.[at] === 1 && !terminals.includes(at)) continue;
      for (const { from, to } of steps) if (from === at) seen.add(to);
    }
    groups.push(terminals.filter((other) => seen.has(other)));
  }
  return groups;
}

/** All simple paths between two entities, best first, as weight and relations. */
function simplePaths(steps: readonly Step[], source: number, target: number, avoid?: Uint8Array) {
  const found: { weight: number; relations: number[] }[] = [];
  const visit = (at: number, seen: readonly number[], relations: number[], weight: number): void => {
    if (at === target) {
      found.push({ weight, relations });
      return;
    }
    if (at !== source && avoid?.[at] === 1) return;
    for (const step of steps) {
      if (step.from !== at || seen.includes(step.to)) continue;
      visit(step.to, [...seen, step.to], [...relations, step.relation], weight + step.weight);
    }
  };
  visit(source, [source], [], 0);
  return found;
}

function byWeightThenRelations(
  a: { weight: number; relations: readonly number[] },
  b: { weight: number; relations: readonly number[] },
): number {
  if (a.weight !== b.weight) return a.weight - b.weight;
  const i = a.relations.findIndex((relation, at) => relation !== b.relations[at]);
  return i === -1 ? a.relations.length - b.relations.length : (a.relations[i] ?? 0) - (b.relations[i] ?? 0);
}

/** What must hold of every answer, whatever the graph. */
function expectSound(answer: Connection, steps: readonly Step[], query: ConnectQuery): void {
  const terminals = [...new Set(query.entities)].sort((a, b) => a - b);
  const avoid = query.avoid?.map((bit, entity) => (terminals.includes(entity) ? 0 : bit));
  const shown = steps.filter(({ relation }) => answer.relations.includes(relation));
  expect(answer.relations.length).toBeLessThanOrEqual(query.budget);
  expect(answer.entities).toEqual([...new Set([...terminals, ...shown.map(({ from }) => from)])].sort((a, b) => a - b));
  expect(answer.groups).toEqual(groupsOver(shown, terminals, avoid));
  expect(answer.joinable).toEqual(groupsOver(steps, terminals, avoid));
  expect(answer.entities.some((entity) => avoid?.[entity] === 1)).toBe(false);
  expect(answer.tree.every((relation) => answer.relations.includes(relation))).toBe(true);
  // A tree: one relation less than entities, for each group; and nothing that leads nowhere.
  const own = steps.filter(({ relation, from, to }) => from < to && answer.tree.includes(relation));
  const ends = own.flatMap(({ from, to }) => [from, to]);
  const inTree = new Set([...terminals, ...ends]);
  expect(answer.tree.length).toBe(inTree.size - answer.groups.length);
  for (const entity of inTree) {
    if (!terminals.includes(entity)) expect(ends.filter((end) => end === entity).length).toBeGreaterThan(1);
  }
}

/** Relations and a query over them, whose masks have the lengths of the network. */
const cases = (entities: number, most: number) =>
  relationSketches(entities, most).chain((relations) =>
    fc.tuple(
      fc.constant(relations),
      fc.record(
        {
          entities: fc.array(fc.nat(entities - 1), { maxLength: 6 }),
          budget: fc.oneof(fc.nat(8), fc.constant(Number.POSITIVE_INFINITY)),
          avoid: mask(entities, [0, 0, 0, 1]),
          walkable: mask(relations.length, [0, 1, 1]),
        },
        { requiredKeys: ['entities', 'budget'] },
      ),
    ),
  );

const mask = (length: number, bits: readonly number[]): fc.Arbitrary<Uint8Array> =>
  fc.array(fc.constantFrom(...bits), { minLength: length, maxLength: length }).map((list) => Uint8Array.from(list));

describe('T5: connect', () => {
  test.each(seedsOf(20_260_405))('equals trying all trees, and says what it could not do, %s seed %i', (_, seed) => {
    fc.assert(
      fc.property(cases(ENTITIES, RELATIONS), ([relations, query]) => {
        const steps = stepsOf(relations, 'both', query.walkable);
        const answer = connect(networkOf(ENTITIES, relations), query);
        expectSound(answer, steps, query);
        const best = answer.joinable.map((group) => bestTrees(steps, group, avoidBut(query)));
        const least = best.reduce((sum, tree) => sum + (tree?.weight ?? 0), 0);
        const fewest = best.reduce((sum, tree) => sum + (tree?.relations ?? 0), 0);
        if (fewest > query.budget) {
          expect(answer).toMatchObject({ by: 'relations', exact: false, needed: fewest });
          return;
        }
        expect(answer.groups).toEqual(answer.joinable);
        expect(answer.exact).toBe(true);
        if (answer.by === 'relations') expect(answer.tree.length).toBe(fewest);
        else expect(weightOf(steps, answer.tree)).toBe(least);
      }),
      { seed, numRuns: 400 },
    );
  });

  test.each(seedsOf(20_260_406))('the budget that is left goes to the next best paths, %s seed %i', (_, seed) => {
    fc.assert(
      fc.property(cases(6, 9), ([relations, query]) => {
        const steps = stepsOf(relations, 'both', query.walkable);
        const answer = connect(networkOf(6, relations), query);
        if (answer.needed > query.budget) return;
        const shown = new Set(answer.tree);
        let next: number | undefined;
        const pairs = answer.joinable.flatMap((group) =>
          group.flatMap((source, i) => group.slice(i + 1).map((target) => [source, target] as const)),
        );
        const paths = pairs.flatMap(([source, target]) => simplePaths(steps, source, target, avoidBut(query)));
        for (const path of paths.sort(byWeightThenRelations)) {
          const added = path.relations.filter((relation) => !shown.has(relation));
          if (shown.size + added.length > query.budget) {
            next = added.length;
            break;
          }
          for (const relation of added) shown.add(relation);
        }
        expect(answer.relations).toEqual([...shown].sort((a, b) => a - b));
        expect(answer.filling.next).toBe(next);
      }),
      { seed, numRuns: 300 },
    );
  });

  test.each(seedsOf(20_260_407))('Mehlhorn: at most 2 (1 − 1/ℓ) times the least tree, %s seed %i', (_, seed) => {
    fc.assert(
      fc.property(
        relationSketches(ENTITIES, RELATIONS),
        fc.uniqueArray(fc.nat(ENTITIES - 1), { minLength: 3, maxLength: 6 }),
        (relations, list) => {
          const terminals = list.sort((a, b) => a - b);
          const network = networkOf(ENTITIES, relations);
          const ground: Ground = { network, weightOf: arcWeights(network, {}), avoid: undefined };
          const { bridges, nearness } = growRegions(ground, terminals);
          if (bridges.length < terminals.length - 1) return;
          const entities = bridges.flatMap((bridge) => bridge.entities);
          const tree = spanningTree(ground, entities, new Set(terminals));
          const best = bestTrees(stepsOf(relations, 'both'), terminals, undefined)?.weight ?? Number.NaN;
          expect(tree.weight).toBeGreaterThanOrEqual(best);
          expect(tree.weight).toBeLessThanOrEqual(2 * (1 - 1 / terminals.length) * best);
          expect(leastTree(ground, terminals, tree.weight, nearness)?.weight).toBe(best);
        },
      ),
      { seed, numRuns: 400 },
    );
  });

  test('the middle of a star, which no least way between two leads through', () => {
    // Each ray is 1.1, each side 2, in nats: the ways along the sides are least, the star is the least tree.
    const ray = Math.exp(-1.1);
    const side = Math.exp(-2);
    const network = networkOf(4, [
      [0, 1, side],
      [1, 2, side],
      [2, 0, side],
      [3, 0, ray],
      [3, 1, ray],
      [3, 2, ray],
    ]);
    expect(connect(network, { entities: [2, 0, 1, 0], budget: 3 })).toEqual({
      groups: [[0, 1, 2]],
      joinable: [[0, 1, 2]],
      entities: [0, 1, 2, 3],
      relations: [3, 4, 5],
      tree: [3, 4, 5],
      by: 'weight',
      exact: true,
      needed: 3,
      filling: { paths: [], entities: [], relations: [], next: 1, cutShort: false },
    });
    expect(connect(network, { entities: [0, 1, 2], budget: 2 })).toMatchObject({
      tree: [0, 1],
      by: 'relations',
      exact: true,
      needed: 2,
    });
    expect(connect(network, { entities: [0, 1, 2], budget: 1 })).toMatchObject({
      groups: [[0, 1], [2]],
      joinable: [[0, 1, 2]],
      tree: [0],
      by: 'relations',
      exact: false,
      needed: 2,
    });
    expect(connect(network, { entities: [0, 1, 2], budget: 0 })).toMatchObject({
      groups: [[0], [1], [2]],
      entities: [0, 1, 2],
      relations: [],
      needed: 2,
    });
  });

  test('12 entities around a ring of 60 are joined exactly, and 13 are refused', () => {
    const ring = Array.from({ length: 60 }, (_, i): RelationSketch => [i, (i + 1) % 60, i === 7 ? 0.25 : 0.5]);
    const entities = Array.from({ length: MOST_TERMINALS }, (_, i) => 5 * i);
    const answer = connect(networkOf(60, ring), { entities, budget: 100 });
    expect(answer).toMatchObject({ exact: true, by: 'weight', needed: 55 });
    // The gap with the weak relation is left open by the tree and closed by what fills the budget.
    expect(answer.tree).toEqual(Array.from({ length: 60 }, (_, i) => i).filter((i) => i < 5 || i > 9));
    expect(answer.filling.relations).toEqual([5, 6, 7, 8, 9]);
    expect(() => connect(networkOf(60, ring), { entities: [...entities, 1], budget: 100 })).toThrow('at most 12');
  });

  test('no entity, one entity, none that hangs together, none that exists', () => {
    const network = networkOf(4, [[0, 1, 0.5]]);
    expect(connect(network, { entities: [], budget: 5 })).toMatchObject({ groups: [], entities: [], relations: [] });
    expect(connect(network, { entities: [2, 2], budget: 5 })).toMatchObject({
      groups: [[2]],
      entities: [2],
      needed: 0,
    });
    expect(connect(network, { entities: [3, 1, 0, 2], budget: 5 })).toMatchObject({
      groups: [[0, 1], [2], [3]],
      joinable: [[0, 1], [2], [3]],
      relations: [0],
      exact: true,
    });
    expect(() => connect(network, { entities: [0, 4], budget: 5 })).toThrow(RangeError);
    expect(() => connect(network, { entities: [0, 1], budget: -1 })).toThrow('budget');
  });
});

/** What a query avoids, less the entities that it asks for. */
function avoidBut({ avoid, entities }: ConnectQuery): Uint8Array | undefined {
  return avoid?.map((bit, entity) => (entities.includes(entity) ? 0 : bit));
}

function weightOf(steps: readonly Step[], relations: readonly number[]): number {
  return steps
    .filter(({ from, to, relation }) => from < to && relations.includes(relation))
    .reduce((sum, { weight }) => sum + weight, 0);
}
