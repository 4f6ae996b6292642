import { expect, test } from 'vitest';
import { contentHash } from '../../../src/model/content-hash.ts';
import { AB, gather, graphOf } from './gather.ts';

test('copies are numbered past the keys that the file has itself, in any order', async () => {
  const edge = { from: 'a', to: 'b', type: 't' };
  // Keys that stand as an attribute only do not tell two groups of copies apart.
  const alike = { ...edge, attributes: [{ name: 'key', value: 'k' }] };
  const edges = [{ ...edge, key: 'copy 2' }, edge, edge, alike, alike, { ...edge, key: 'copy 4' }];
  const graph = graphOf(await gather(AB, edges));
  expect(graph.claims.map(({ attributes }) => attributes?.[0]?.value).toSorted()).toEqual(
    ['copy 2', 'copy 3', 'copy 4', 'copy 5', 'k', undefined].toSorted(),
  );
  expect(contentHash(graphOf(await gather(AB, edges.toReversed())))).toBe(contentHash(graph));
});

test('a copy has room for the key that it gets', async () => {
  const attributes = Array.from({ length: 999 }, (_, i) => ({ name: `x${i}`, value: i }));
  const edge = { from: 'a', to: 'b', attributes };
  expect(graphOf(await gather(AB, [edge, edge])).claims).toHaveLength(2);
  const full = { ...edge, attributes: [...attributes, { name: 'one', value: 1 }], place: { line: 2 } };
  expect((await gather(AB, [full, edge])).issues).toMatchObject([{ code: 'too-large', line: 2 }]);
});
