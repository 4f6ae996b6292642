import { expect, test } from 'vitest';
import { suggestMapping } from '../../../src/formats/foreign/suggest-mapping.ts';
import type { Attribute } from '../../../src/model/attributes.ts';
import { AB, edgeWith, gather, graphOf } from './gather.ts';

test.each([
  ['arrow', 'funds'],
  ['curvedArrow', 'funds'],
  ['Directed', 'funds'],
  ['UNDIRECTED', 'funds'],
  ['owns', 'owns'],
])('of an edge whose type is “%s” and whose label is “funds” the relation is “%s”', async (type, relation) => {
  const graph = graphOf(await gather(AB, [edgeWith({ type, label: 'funds' })]));
  expect(graph.claims[0]?.type).toBe(relation);
  expect(graph.claims[0]?.attributes).toContainEqual({ name: 'type', value: type });
});

test('a direction or line under another name than type is what it says', async () => {
  const graph = graphOf(await gather(AB, [edgeWith({ kind: 'line' })]));
  expect(graph.claims[0]?.type).toBe('line');
});

test('the label that Gephi writes into GraphML is a type', async () => {
  expect(graphOf(await gather(AB, [edgeWith({ 'Edge Label': 'funds' })])).claims[0]?.type).toBe('funds');
  expect(suggestMapping([{ name: 'Edge Label', samples: ['funds'] }]).edge.type).toBe('Edge Label');
});

test.each([
  ['circle', [], 'thing'],
  ['image', ['x', 'y'], 'thing'],
  ['star', ['color'], 'thing'],
  ['image', [], 'image'],
  ['star', ['mass'], 'star'],
  ['Person', ['x', 'y'], 'Person'],
])('a node whose type is “%s”, with %j, is of the kind “%s”', async (type, others, kind) => {
  const attributes: Attribute[] = [{ name: 'type', value: type }, ...others.map((name) => ({ name, value: 1 }))];
  expect(graphOf(await gather([{ key: 'a', attributes }], [])).entities[0]?.kind).toBe(kind);
  const columns = attributes.map(({ name, value }) => ({ name, samples: [value] }));
  expect(suggestMapping(columns).node.kind).toBe(kind === 'thing' ? undefined : 'type');
});
