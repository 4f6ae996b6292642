import { expect, test } from 'vitest';
import { PropertyGraph } from '../../../src/formats/property-graph/property-graph.ts';

test('what a file says of itself is counted name by name, up to a bound', async () => {
  const graph = new PropertyGraph('a.graphml', 'graphml', {});
  for (let i = 0; i < 3000; i++) graph.lostElement(`name${i % 1500}`);
  const { losses = [] } = await graph.finish();
  expect(losses).toHaveLength(1001);
  expect(losses[0]).toMatchObject({ field: 'element name0', count: 2 });
  expect(losses.at(-1)).toMatchObject({ field: 'other fields', count: 1000 });
});

/** A graph of one node that comes with JSON of its own. */
async function withJson(json: string) {
  const graph = new PropertyGraph('a.graphml', 'graphml', {});
  const isTaken = graph.addNode({ key: 'a', attributes: [{ name: 'entity.json', value: json }], place: { line: 7 } });
  return { isTaken, ...(await graph.finish()) };
}

test('JSON within an attribute has the bounds of any JSON', async () => {
  const deep = await withJson('['.repeat(100_000));
  expect(deep.graph).toBeUndefined();
  expect(deep.issues).toMatchObject([{ code: 'invalid-json', line: 7, message: /100 levels/u }]);
  const twice = await withJson('{"id":"a","kind":"town","name":"Denied","name":"Asserted"}');
  expect(twice.graph).toBeUndefined();
  expect(twice.issues).toMatchObject([{ code: 'invalid-format', line: 7, path: ['entity.json', 'name'] }]);
  const long = await withJson(
    '{"id":"a","kind":"town","name":"A","attributes":[{"name":"n","value":12345678901234567890}]}',
  );
  expect(long.issues).toMatchObject([{ severity: 'warning', path: ['entity.json', 'attributes', 0, 'value'] }]);
  expect(long.graph?.entities[0]?.attributes).toEqual([{ name: 'n', value: '12345678901234567890' }]);
});

test('whether a node was taken is told, of one that Ascribe wrote, too', async () => {
  expect((await withJson('{"id":"a","kind":"town","name":"A"}')).isTaken).toBe(true);
  expect((await withJson('{"id":"a","kind":"town"}')).isTaken).toBe(false);
  expect((await withJson('7')).isTaken).toBe(false);
  const graph = new PropertyGraph('a.graphml', 'graphml', { skipBad: true });
  const attributes = [{ name: 'entity.json', value: '{"id":"a","kind":"town","name":"A"}' }];
  expect(graph.addNode({ key: 'a', attributes })).toBe(true);
  expect(graph.addNode({ key: 'a', attributes })).toBe(false);
  expect(graph.addNode({ key: 'b' })).toBe(true);
  expect(graph.addNode({ key: 'b' })).toBe(false);
});
