import fc from 'fast-check';
import { buildNetwork, type Direction, type Network, weighArcs } from '../../src/tracing/network.ts';
import type { PathQuery, Times } from '../../src/tracing/paths.ts';
import { LAST_DAY } from './naive-paths.ts';

/** A relation of a test network. */
export interface Row {
  readonly from: number;
  readonly to: number;
  readonly belief: number;
  readonly symmetric?: boolean;
}

export function networkOf(entities: number, rows: readonly Row[]): Network {
  return buildNetwork(entities, {
    from: Uint32Array.from(rows, (row) => row.from),
    to: Uint32Array.from(rows, (row) => row.to),
    belief: Float64Array.from(rows, (row) => row.belief),
    symmetric: Uint8Array.from(rows, (row) => (row.symmetric === true ? 1 : 0)),
  });
}

/** Few values, so that ties are common: 0.81 is 0.9 twice, 0.25 is 0.5 twice, 0 is never walked, 1 costs nothing. */
const beliefs = fc.constantFrom(0.9, 0.81, 0.5, 0.25, 0.5, 0.9, 1, 0);

export const rowsOver = (entities: number, most: number): fc.Arbitrary<Row[]> =>
  fc.array(
    fc.record({
      from: fc.nat(entities - 1),
      to: fc.nat(entities - 1),
      belief: beliefs,
      symmetric: fc.boolean(),
    }),
    { maxLength: most },
  );

const mask = (length: number): fc.Arbitrary<Uint8Array> =>
  fc
    .array(fc.integer({ min: 0, max: 5 }), { minLength: length, maxLength: length })
    .map((values) => Uint8Array.from(values, (value) => (value > 0 ? 1 : 0)));

/** Sorted disjoint intervals of whole days; often none. */
const intervals = fc.oneof(
  fc.constant([]),
  fc.uniqueArray(fc.nat(LAST_DAY), { maxLength: 4 }).map((days) => {
    const sorted = days.toSorted((a, b) => a - b);
    const pairs: [number, number][] = [];
    for (let i = 0; i < sorted.length; i += 2) pairs.push([sorted[i] ?? 0, sorted[i + 1] ?? sorted[i] ?? 0]);
    return pairs;
  }),
);

const timesOver = (relations: number): fc.Arbitrary<Times> =>
  fc
    .record({
      runs: fc.array(intervals, { minLength: relations, maxLength: relations }),
      policy: fc.constantFrom('overlap' as const, 'sequence' as const),
      gap: fc.option(fc.nat(4), { nil: undefined }),
    })
    .map(({ runs, policy, gap }) => {
      const first = new Uint32Array(relations + 1);
      runs.forEach((run, i) => {
        first[i + 1] = (first[i] ?? 0) + run.length;
      });
      const all = runs.flat();
      return {
        policy,
        ...(gap === undefined ? {} : { gap }),
        first,
        start: Float64Array.from(all, ([start]) => start),
        end: Float64Array.from(all, ([, end]) => end),
      };
    });

/** A network and a query over it with any of the constraints, in any combination. */
export function questions(entities: number, most: number): fc.Arbitrary<{ network: Network; query: PathQuery }> {
  return rowsOver(entities, most).chain((rows) => {
    const network = networkOf(entities, rows);
    return fc
      .record({
        order: fc.shuffledSubarray(
          Array.from({ length: entities }, (_, i) => i),
          { minLength: entities, maxLength: entities },
        ),
        groups: fc.constantFrom([1, 1], [1, 1], [2, 1], [1, 3], [2, 2]),
        k: fc.constantFrom(1, 1, 2, 3, 5, 1000),
        depth: fc.option(fc.nat(7), { nil: undefined }),
        direction: fc.constantFrom<Direction>('both', 'along', 'against'),
        // By the weights of the network itself, in the order of which its rows stand.
        plain: fc.boolean(),
        rank: fc.constantFrom('evidence' as const, 'hops' as const),
        places: fc.option(mask(entities), { nil: undefined }),
        walkable: fc.option(mask(rows.length), { nil: undefined }),
        avoid: fc.option(
          mask(entities).map((values) => values.map((value) => 1 - value)),
          { nil: undefined },
        ),
        times: fc.option(timesOver(rows.length), { nil: undefined, freq: 1 }),
      })
      .map(({ order, groups, k, depth, direction, plain, rank, places, walkable, avoid, times }) => {
        const [sources = 1, targets = 1] = groups;
        const weight = weighArcs(network, { rank, ...(places === undefined ? {} : { places }) });
        const query: PathQuery = {
          sources: order.slice(0, sources),
          targets: order.slice(sources, sources + targets),
          k,
          direction,
          ...(plain ? {} : { weight }),
          ...(depth === undefined ? {} : { depth }),
          ...(walkable === undefined ? {} : { walkable }),
          ...(avoid === undefined ? {} : { avoid }),
          ...(times === undefined ? {} : { times }),
        };
        return { network, query };
      });
  });
}
