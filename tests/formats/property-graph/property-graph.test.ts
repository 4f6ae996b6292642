import { expect, test } from 'vitest';
import { PropertyGraph } from '../../../src/formats/property-graph/property-graph.ts';

test('what a file says of itself is counted name by name, up to a bound', async () => {
  const graph = new PropertyGraph('a.graphml', 'graphml', {});
  for (let i = 0; i < 3000; i++) graph.lostElement(`name${i % 1500}`);
  const { losses = [] } = await graph.finish();
  expect(losses).toHaveLength(1001);
  expect(losses[0]).toMatchObject({ field: 'element name0', count: 2 });
  expect(losses.at(-1)).toMatchObject({ field: 'file, other fields', count: 1000 });
});
