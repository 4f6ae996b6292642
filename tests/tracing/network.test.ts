import { describe, expect, test } from 'vitest';
import { lightestFirst } from '../../src/tracing/lightest-first.ts';
import { buildNetwork, type Network, weighArcs } from '../../src/tracing/network.ts';
import { PathSearcher } from '../../src/tracing/paths.ts';
import { networkOf } from './sketch-network.ts';

const columns = (belief: number[]): Parameters<typeof buildNetwork>[1] => ({
  from: Uint32Array.from(belief, () => 0),
  to: Uint32Array.from(belief, () => 1),
  belief: Float64Array.from(belief),
  symmetric: new Uint8Array(belief.length),
});

/** The weights of relations that each stand in two rows. */
function byRelation({ relation, weight, relations }: Network, weights = weight): number[] {
  const sums = Array.from({ length: relations }, () => 0);
  for (const [arc, by] of relation.entries()) sums[by] = (sums[by] ?? 0) + (weights[arc] ?? 0) / 2;
  return sums;
}

/** −ln 0.5 in units of 10⁻⁹ nat. */
const HALF = 693_147_181;

describe('the order of rows', () => {
  test.each([
    [[3, 1, 2, 1, 0]],
    [[5, Number.POSITIVE_INFINITY, 0, 2 ** 40, 2 ** 22, 2047, 2048, Number.POSITIVE_INFINITY, 2 ** 40 - 1]],
    [[Number.POSITIVE_INFINITY, 2047, Number.POSITIVE_INFINITY]],
    [[]],
  ])('lightest first, equal ones by place: %o', (numbers) => {
    const places = numbers.map((_, place) => place);
    const expected = places.toSorted(
      (a, b) => ((numbers[a] ?? 0) < (numbers[b] ?? 0) ? -1 : 1) * Number(numbers[a] !== numbers[b]) || a - b,
    );
    expect([...lightestFirst(Float64Array.from(numbers))]).toEqual(expected);
  });
});

describe('network', () => {
  test.each([[Number.NaN], [-0.1], [1.1], [Number.POSITIVE_INFINITY]])(
    'a belief of %d is refused, its row named',
    (bad) => {
      expect(() => buildNetwork(2, columns([0.5, bad]))).toThrow(
        new RangeError(`relation 1: a belief lies between 0 and 1, got ${bad}`),
      );
      expect(() => weighArcs(buildNetwork(2, columns([0.5])), { beliefs: { belief: Float64Array.of(bad) } })).toThrow(
        `relation 0: a belief lies between 0 and 1, got ${bad}`,
      );
    },
  );

  test('an end that is no entity, and columns of unequal length, are refused', () => {
    expect(() => buildNetwork(1, columns([0.5]))).toThrow('relation 0: its ends are below 1, got 0 and 1');
    expect(() => buildNetwork(2, { ...columns([0.5]), symmetric: new Uint8Array(2) })).toThrow(
      'column symmetric has 2 rows, expected 1 as in column from',
    );
  });

  test('a row holds what leads away, what is symmetric and what leads here, each by weight, then relation; self-loops are left out', () => {
    const network = networkOf(3, [
      { from: 1, to: 0, belief: 0.5 },
      { from: 0, to: 1, belief: 0.5, symmetric: true },
      { from: 0, to: 0, belief: 0.5 },
      { from: 0, to: 2, belief: 0.5 },
      { from: 0, to: 1, belief: 0.5 },
      { from: 2, to: 0, belief: 0.9, symmetric: true },
      { from: 0, to: 2, belief: 0 },
      { from: 0, to: 1, belief: 1 },
    ]);
    expect([...network.relation.subarray(0, 7)]).toEqual([7, 3, 4, 6, 5, 1, 0]);
    expect([...network.head.subarray(0, 7)]).toEqual([1, 2, 1, 2, 2, 1, 1]);
    expect([network.first[0], network.symmetricFrom[0], network.againstFrom[0], network.first[1]]).toEqual([
      0, 4, 6, 7,
    ]);
    expect(network.relations).toBe(8);
    expect(network.head.length).toBe(14);
  });

  test('E26: the weight of an arc is its cost × 1024 and one hop; belief 1 costs a hop, belief 0 is infinite', () => {
    const network = buildNetwork(2, columns([0.5, 1, 0]));
    expect([...network.weight.subarray(0, 3)]).toEqual([1, HALF * 1024 + 1, Number.POSITIVE_INFINITY]);
    expect([...weighArcs(network, { rank: 'hops' }).subarray(0, 3)]).toEqual([
      2 ** 40,
      2 ** 40 + HALF,
      Number.POSITIVE_INFINITY,
    ]);
  });

  test('new beliefs weigh as if the network had been built with them, and leave the old ones be', () => {
    const network = buildNetwork(2, columns([0.5, 1, 0]));
    const before = network.weight.slice();
    const patched = weighArcs(network, {
      beliefs: { relations: Uint32Array.of(2, 0), belief: Float64Array.of(0.9, 0.25) },
    });
    expect(byRelation(network, patched)).toEqual(byRelation(buildNetwork(2, columns([0.25, 1, 0.9]))));
    expect(byRelation(network, weighArcs(network, { beliefs: { belief: Float64Array.of(0.1, 0.2, 0.3) } }))).toEqual(
      byRelation(buildNetwork(2, columns([0.1, 0.2, 0.3]))),
    );
    expect(network.weight).toEqual(before);
  });

  test('a damped place counts as one nat, half of it on each arc, whichever way it ranks', () => {
    const network = networkOf(3, [
      { from: 0, to: 1, belief: 0.5 },
      { from: 1, to: 2, belief: 0.5 },
    ]);
    const places = Uint8Array.of(0, 1, 0);
    const { paths } = new PathSearcher(network).search({
      sources: [0],
      targets: [2],
      k: 1,
      direction: 'both',
      weight: weighArcs(network, { places }),
    });
    expect(paths.map((path) => path.weight)).toEqual([(2 * HALF + 1e9) * 1024 + 2]);
    expect(weighArcs(network, { rank: 'hops', places })[0]).toBe(2 ** 40 + HALF + 5e8);
  });

  test('a hub of more than 32 arcs that can be walked is damped by ln(degree / 32)', () => {
    const star = (leaves: number): Float64Array => {
      const rows = Array.from({ length: leaves }, (_, i) => ({ from: 0, to: i + 1, belief: 1 }));
      const network = networkOf(leaves + 2, [...rows, { from: 0, to: leaves + 1, belief: 0 }]);
      return weighArcs(network, { hubs: true });
    };
    expect(star(32)[0]).toBe(1);
    expect(star(64)[0]).toBe(Math.round((Math.LN2 * 1e9) / 2) * 1024 + 1);
  });

  test('a network that was transferred answers as before', () => {
    const network = networkOf(3, [
      { from: 0, to: 1, belief: 0.5 },
      { from: 1, to: 2, belief: 0.9 },
    ]);
    const ask = (over: typeof network): unknown =>
      new PathSearcher(over).search({ sources: [0], targets: [2], k: 2, direction: 'both' });
    const before = ask(network);
    const arrays = Object.values(network).filter(
      (value) => value instanceof Uint32Array || value instanceof Float64Array,
    );
    const moved = structuredClone(network, { transfer: arrays.map((array) => array.buffer) });
    expect(network.head.length).toBe(0);
    expect(ask(moved)).toEqual(before);
  });
});
