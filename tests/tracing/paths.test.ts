import { describe, expect, test } from 'vitest';
import type { Network } from '../../src/tracing/network.ts';
import { comparePaths, type Path, PathSearcher, type Times } from '../../src/tracing/paths.ts';
import { naivePaths } from './naive-paths.ts';
import { networkOf, type Row } from './sketch-network.ts';

const both = { direction: 'both' } as const;
const PATIENCE = 60_000;

/** A chain of entities, each joined to the next so many times over. */
function chain(entities: number, times = 1, belief = 0.9): Row[] {
  return Array.from({ length: (entities - 1) * times }, (_, i) => {
    const from = Math.floor(i / times);
    return { from, to: from + 1, belief };
  });
}

/** Every two of `count` entities from `first` on, joined. */
function clique(first: number, count: number): Row[] {
  const rows: Row[] = [];
  for (let i = 0; i < count; i++) {
    for (let j = i + 1; j < count; j++) rows.push({ from: first + i, to: first + j, belief: 0.9 });
  }
  return rows;
}

function search(network: Network, source: number, target: number, k: number, more: object = {}): readonly Path[] {
  const answer = new PathSearcher(network).search({ sources: [source], targets: [target], k, ...both, ...more });
  expect(answer.cutShort).toBe(false);
  return answer.paths;
}

describe('what a path is', () => {
  test('E26: parallel relations give paths of their own, equal ones by relation number', () => {
    const network = networkOf(3, chain(3, 2, 0.5));
    expect(search(network, 0, 2, 9).map((path) => path.relations)).toEqual([
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
    ]);
  });

  test('E26: less cost beats fewer hops, and of equal cost fewer hops win', () => {
    const network = networkOf(3, [
      { from: 0, to: 2, belief: 0.7 },
      { from: 0, to: 1, belief: 0.9 },
      { from: 1, to: 2, belief: 0.9 },
    ]);
    expect(search(network, 0, 2, 1)[0]?.relations).toEqual([1, 2]);
    const tied = networkOf(3, [
      { from: 0, to: 1, belief: 1 },
      { from: 1, to: 2, belief: 0.5 },
      { from: 0, to: 2, belief: 0.5 },
    ]);
    expect(search(tied, 0, 2, 2).map((path) => path.relations)).toEqual([[2], [0, 1]]);
  });

  test('a path passes through no source and no target', () => {
    const network = networkOf(4, chain(4));
    const answer = new PathSearcher(network).search({ sources: [0, 1], targets: [2, 3], k: 9, ...both });
    expect(answer.paths.map((path) => path.entities)).toEqual([[1, 2]]);
  });

  test('an entity to avoid may still be the end of a path', () => {
    const network = networkOf(3, chain(3));
    expect(search(network, 0, 2, 1, { avoid: Uint8Array.of(1, 0, 1) })).toHaveLength(1);
    expect(search(network, 0, 2, 1, { avoid: Uint8Array.of(0, 1, 0) })).toHaveLength(0);
  });

  test('no path is an answer that was not cut short, and so is none asked for', () => {
    const network = networkOf(4, [
      { from: 0, to: 1, belief: 0.9 },
      { from: 2, to: 3, belief: 0.9 },
      { from: 1, to: 2, belief: 0 },
    ]);
    expect(search(network, 0, 3, 5)).toEqual([]);
    expect(search(network, 0, 3, 5, { depth: 3 })).toEqual([]);
    expect(search(network, 0, 1, 0)).toEqual([]);
    expect(search(network, 0, 1, 1, { depth: 0 })).toEqual([]);
  });

  test('T6: ties go by relation, however the entities are numbered', () => {
    const rows = [...chain(7, 2, 0.5), ...clique(1, 5)];
    const renumbered = (entity: number): number => (entity * 3 + 2) % 7;
    const other = rows.map((row) => ({ ...row, from: renumbered(row.from), to: renumbered(row.to) }));
    const relations = (paths: readonly Path[]): unknown => paths.map((path) => [path.relations, path.weight]);
    for (const more of [{}, { depth: 4 }, { depth: 6 }]) {
      expect(relations(search(networkOf(7, other), renumbered(0), renumbered(6), 40, more))).toEqual(
        relations(search(networkOf(7, rows), 0, 6, 40, more)),
      );
    }
  });
});

describe('E27: times', () => {
  /** One interval per relation, or none. */
  const times = (policy: Times['policy'], runs: ([number, number] | undefined)[], gap?: number): Times => {
    const first = new Uint32Array(runs.length + 1);
    runs.forEach((run, i) => {
      first[i + 1] = (first[i] ?? 0) + (run === undefined ? 0 : 1);
    });
    const dated = runs.filter((run) => run !== undefined);
    return {
      policy,
      ...(gap === undefined ? {} : { gap }),
      first,
      start: Float64Array.from(dated, ([start]) => start),
      end: Float64Array.from(dated, ([, end]) => end),
    };
  };
  const network = networkOf(4, chain(4));

  test.each<[string, Times, number]>([
    ['overlap: a day common to all hops', times('overlap', [[0, 5], [5, 9], undefined]), 1],
    [
      'overlap: each two share a day, all three none',
      times('overlap', [
        [0, 5],
        [3, 9],
        [6, 9],
      ]),
      0,
    ],
    [
      'sequence: later or at the same time',
      times('sequence', [
        [5, 5],
        [5, 5],
        [6, 9],
      ]),
      1,
    ],
    [
      'sequence: never back in time',
      times('sequence', [
        [5, 9],
        [6, 7],
        [0, 4],
      ]),
      0,
    ],
    [
      'sequence: the gap is kept',
      times(
        'sequence',
        [
          [0, 1],
          [3, 3],
          [5, 5],
        ],
        2,
      ),
      1,
    ],
    [
      'sequence: the gap is too large',
      times(
        'sequence',
        [
          [0, 1],
          [4, 4],
          [5, 5],
        ],
        2,
      ),
      0,
    ],
    ['sequence: an undated hop passes, the gap goes on over it', times('sequence', [[0, 1], undefined, [4, 4]], 2), 0],
    ['no hop is dated', times('sequence', [undefined, undefined, undefined], 0), 1],
  ])('%s', (_, policy, count) => {
    expect(search(network, 0, 3, 2, { times: policy })).toHaveLength(count);
    expect(search(network, 0, 3, 2, { times: policy, depth: 3 })).toHaveLength(count);
  });

  test('the one path in time, behind many lighter ones that are not, is found', () => {
    // 40 ways round, the later the heavier; the last alone is in time. All hang on a long chain, which is no way.
    const rows = Array.from({ length: 40 }, (_, i) => [
      { from: 0, to: i + 2, belief: 0.99 - i / 100 },
      { from: i + 2, to: 1, belief: 0.9 },
    ]).flat();
    const ways = networkOf(300, [
      ...rows,
      ...chain(258).map(({ from, to }) => ({ from: from + 41, to: to + 41, belief: 0.9 })),
    ]);
    const runs = Array.from({ length: ways.relations }, (_, i): [number, number] => (i % 2 === 0 ? [2, 2] : [1, 1]));
    runs[79] = [3, 3];
    const paths = search(ways, 0, 1, 1, { times: times('sequence', runs) });
    expect(paths.map((path) => path.entities)).toEqual([[0, 41, 1]]);
  });

  test('a search that finds nothing in time among too many paths says that it was cut short', () => {
    const cut = networkOf(62, [...clique(0, 60), { from: 59, to: 60, belief: 0.9 }, { from: 60, to: 61, belief: 0.9 }]);
    const runs: ([number, number] | undefined)[] = Array.from({ length: cut.relations }, () => undefined);
    runs[cut.relations - 2] = [5, 5];
    runs[cut.relations - 1] = [4, 4];
    const answer = new PathSearcher(cut).search({
      sources: [0],
      targets: [61],
      k: 1,
      ...both,
      times: times('sequence', runs),
      most: 5000,
    });
    expect(answer.paths).toEqual([]);
    expect(answer.cutShort).toBe(true);
    expect(answer.expanded).toBeLessThanOrEqual(5000);
  });
});

describe('hard shapes', () => {
  test(
    'a dense cluster that hangs on one entity is no trap',
    () => {
      // 0 — 1 — 2 with a clique of 60 on 1, and a second way round by 3.
      const rows = [...chain(3), { from: 0, to: 3, belief: 0.3 }, { from: 3, to: 2, belief: 0.3 }, ...clique(4, 60)];
      const network = networkOf(64, [...rows, { from: 1, to: 4, belief: 0.9 }]);
      const began = performance.now();
      for (const depth of [undefined, 20]) {
        const paths = search(network, 0, 2, 5, depth === undefined ? {} : { depth });
        expect(paths.map((path) => path.entities)).toEqual([
          [0, 1, 2],
          [0, 3, 2],
        ]);
      }
      expect(performance.now() - began).toBeLessThan(10_000);
    },
    PATIENCE,
  );

  test(
    'the way out of dead ends answers what brute force does',
    () => {
      // Through a clique of 6 with k beyond all paths, so that every branch is searched.
      const network = networkOf(9, [...chain(2), ...clique(1, 6), ...clique(6, 3), { from: 6, to: 7, belief: 0.5 }]);
      const query = { sources: [0], targets: [8], k: 10_000, ...both };
      expect(search(network, 0, 8, 10_000)).toEqual(naivePaths(network, query));
    },
    PATIENCE,
  );

  test(
    'a star with 100,000 leaves',
    () => {
      const leaves = 100_000;
      const network = networkOf(
        leaves + 1,
        Array.from({ length: leaves }, (_, i) => ({ from: leaves, to: i, belief: 0.5 })),
      );
      for (const depth of [undefined, 2, 6]) {
        const more = depth === undefined ? {} : { depth };
        expect(search(network, 3, 99_999, 5, more).map((path) => path.entities)).toEqual([[3, leaves, 99_999]]);
        expect(search(network, leaves, 7, 5, more)).toHaveLength(1);
      }
    },
    PATIENCE,
  );

  test(
    'a path of 10,000 hops, twice over at each',
    () => {
      const network = networkOf(10_001, chain(10_001, 2));
      const paths = search(network, 0, 10_000, 3);
      expect(paths.map((path) => path.relations.slice(-2))).toEqual([
        [19_996, 19_998],
        [19_996, 19_999],
        [19_997, 19_998],
      ]);
      expect(search(network, 0, 10_000, 1, { depth: 9_999 })).toEqual([]);
    },
    PATIENCE,
  );

  test(
    'ties by the million: the first ones by relation number come out at once',
    () => {
      // Source 0, two full sides of 300 each, target 601: 90,000 paths of three hops, all equal.
      const rows: Row[] = [];
      for (let i = 1; i <= 300; i++) {
        rows.push({ from: 0, to: i, belief: 0.5 }, { from: 300 + i, to: 601, belief: 0.5 });
        for (let j = 301; j <= 600; j++) rows.push({ from: i, to: j, belief: 0.5 });
      }
      const network = networkOf(602, rows);
      for (const depth of [undefined, 3, 5]) {
        const answer = new PathSearcher(network).search({
          sources: [0],
          targets: [601],
          k: 4,
          ...both,
          ...(depth === undefined ? {} : { depth }),
        });
        // Row 0 leads to entity 1, rows 2 … 301 from there to entities 301 … 600.
        expect(answer.paths.map((path) => path.relations)).toEqual([
          [0, 2, 1],
          [0, 3, 303],
          [0, 4, 605],
          [0, 5, 907],
        ]);
        expect(answer.cutShort).toBe(false);
        expect(answer.expanded).toBeLessThan(2000);
      }
    },
    PATIENCE,
  );

  test('a search with too small an allowance gives the first paths in order and says that it was cut short', () => {
    const network = networkOf(20, [...chain(3), ...clique(2, 18)]);
    const query = { sources: [0], targets: [19], k: 500, ...both } as const;
    const whole = search(network, 0, 19, 500);
    const answer = new PathSearcher(network).search({ ...query, most: 100 });
    expect(answer.cutShort).toBe(true);
    expect(answer.expanded).toBeLessThanOrEqual(100);
    expect(whole.slice(0, answer.paths.length)).toEqual(answer.paths);
    expect(whole.toSorted(comparePaths)).toEqual(whole);
  });
});

describe('slices', () => {
  const network = networkOf(30_000, [...chain(30_000, 2), ...chain(30_000, 1, 0.5)]);
  const query = { sources: [0], targets: [29_999], k: 1, ...both } as const;

  test('a search can be given up, and the searcher asked again', () => {
    const searcher = new PathSearcher(network);
    const given = searcher.sliced({ ...query, k: 2 });
    expect(given.next().done).toBe(false);
    expect(searcher.search({ ...query, targets: [5] }).paths[0]?.relations).toEqual([0, 2, 4, 6, 8]);
    expect(() => given.next()).toThrow('given up');
  });

  test('no slice looks at a whole layer of many arcs', () => {
    // 600 entities, each joined to each: 359,400 arcs in a layer.
    const searcher = new PathSearcher(
      networkOf(602, [...chain(2), ...clique(1, 600), { from: 600, to: 601, belief: 0.9 }]),
    );
    const slices = searcher.sliced({ sources: [0], targets: [601], k: 1, ...both, depth: 4 });
    let count = 0;
    let slice = slices.next();
    for (; slice.done !== true; slice = slices.next()) count += 1;
    // One per layer and two round the choice of a limit would be 6.
    expect(count).toBeGreaterThan(10);
    expect(slice.value.paths.map((path) => path.entities)).toEqual([[0, 1, 600, 601]]);
  });

  test('slices and a search in one go give the same', () => {
    const searcher = new PathSearcher(network);
    const slices = searcher.sliced(query);
    let count = 0;
    let slice = slices.next();
    for (; slice.done !== true; slice = slices.next()) count += 1;
    expect(count).toBeGreaterThan(2);
    expect(slice.value).toEqual(searcher.search(query));
  });
});

describe('refused', () => {
  const searcher = new PathSearcher(networkOf(3, chain(3)));
  const query = { sources: [0], targets: [2], k: 1, ...both } as const;
  test.each([
    [{ targets: [3] }, 'entity 3: there are 3 entities'],
    [{ targets: [0] }, 'entity 0 is both source and target'],
    [{ k: 1.5 }, 'k is a whole number from 0 on, got 1.5'],
    [{ depth: -1 }, 'depth is a whole number from 0 on, got -1'],
    [{ walkable: new Uint8Array(1) }, 'walkable has 1 items, expected 2'],
    [{ avoid: new Uint8Array(1) }, 'avoid has 1 items, expected 3'],
    [{ weight: new Float64Array(1) }, 'weight has 1 items, expected 4'],
    [
      {
        times: {
          policy: 'sequence',
          gap: Number.NaN,
          first: new Uint32Array(3),
          start: new Float64Array(0),
          end: new Float64Array(0),
        } as const,
      },
      'a gap is a number of days from 0 on, got NaN',
    ],
  ])('%o', (more, message) => {
    expect(() => searcher.search({ ...query, ...more })).toThrow(new RangeError(message));
  });
});
