import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byCodePoint } from '../../src/model/order.ts';
import { type Adjacency, buildAdjacency, costOf, type Direction, type Link } from '../../src/tracing/adjacency.ts';
import type { Path } from '../../src/tracing/best-path.ts';
import { comparePaths, kBestPaths } from '../../src/tracing/k-best-paths.ts';

const NODES = ['a', 'b', 'c', 'd', 'e', 'f'];

const links = fc
  .array(
    fc.record({
      from: fc.constantFrom(...NODES),
      to: fc.constantFrom(...NODES),
      // Few values, so that ties are common.
      belief: fc.constantFrom(0.25, 0.5, 0.75, 0.9),
      symmetric: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((list): Link[] => list.map((link, i) => ({ ...link, id: `r${String(i).padStart(2, '0')}` })));

function adjacency(list: readonly Link[], direction: Direction): Adjacency {
  return buildAdjacency(
    NODES,
    list.toSorted((a, b) => byCodePoint(a.id, b.id)),
    direction,
  );
}

/** Every simple path of at most `maxHops` hops, by plain recursion: the oracle. */
function allPaths(graph: Adjacency, source: number, target: number, maxHops: number): Path[] {
  const found: Path[] = [];
  const visit = (nodes: number[], used: number[], cost: number): void => {
    const at = nodes.at(-1) ?? source;
    if (at === target) {
      found.push({ nodes, links: used, cost });
      return;
    }
    if (used.length === maxHops) return;
    for (let i = graph.first[at] ?? 0; i < (graph.first[at + 1] ?? 0); i++) {
      const next = graph.head[i] ?? 0;
      if (nodes.includes(next)) continue;
      visit([...nodes, next], [...used, graph.link[i] ?? 0], cost + (graph.cost[i] ?? 0));
    }
  };
  visit([source], [], 0);
  return found.sort(comparePaths);
}

describe('DESIGN T2, EVIDENCE E26', () => {
  test('the k best simple paths are those that trying all paths gives, ties included', () => {
    fc.assert(
      fc.property(
        links,
        fc.constantFrom<Direction>('both', 'along', 'against'),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 5 }),
        (list, direction, k, maxHops) => {
          const graph = adjacency(list, direction);
          expect(kBestPaths(graph, 0, 1, k, maxHops)).toEqual(allPaths(graph, 0, 1, maxHops).slice(0, k));
        },
      ),
      { numRuns: 600 },
    );
  });

  test('T6: the order in which relations come changes nothing', () => {
    fc.assert(
      fc.property(links, fc.integer(), (list, salt) => {
        const shuffled = list.toSorted(
          (a, b) => Math.sin(salt + a.id.charCodeAt(2)) - Math.sin(salt + b.id.charCodeAt(2)),
        );
        expect(kBestPaths(adjacency(shuffled, 'both'), 0, 1, 4, 5)).toEqual(
          kBestPaths(adjacency(list, 'both'), 0, 1, 4, 5),
        );
      }),
    );
  });

  test('a belief that is no probability above 0 is refused', () => {
    for (const belief of [0, -0.5, Number.NaN, 1.01]) expect(() => costOf(belief)).toThrow(RangeError);
  });
});
