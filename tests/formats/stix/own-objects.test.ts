import { describe, expect, test } from 'vitest';
import { inputOf } from '../../../src/formats/read-text.ts';
import { readStix } from '../../../src/formats/stix/read-stix.ts';
import { writeStix } from '../../../src/formats/stix/write-stix.ts';
import { hostileGraph, smallGraph } from '../hostile-graph.ts';

interface StixJson {
  type: string;
  id: string;
  [field: string]: unknown;
}
type Make = typeof smallGraph;

async function objectsOf(make: Make): Promise<StixJson[]> {
  return JSON.parse(writeStix(await make()).files[0]?.text ?? '').objects;
}
const read = (objects: readonly object[]) =>
  readStix(inputOf('a.json', JSON.stringify({ type: 'bundle', id: 'bundle--1', objects })));

describe('what another program changed in a file of Ascribe is told', () => {
  test.each([
    ['relationship', 'relationship_type', 'praises'],
    ['relationship', 'confidence', 11],
    ['relationship', 'start_time', '1999-01-01T00:00:00Z'],
    ['relationship', 'description', 'Something else.'],
    ['relationship', 'source_ref', 'identity--00000000-0000-4000-8000-000000000000'],
    ['opinion', 'opinion', 'strongly-agree'],
    ['opinion', 'explanation', 'Something else.'],
    ['note', 'content', 'Something else.'],
    ['note', 'object_refs', ['identity--00000000-0000-4000-8000-000000000000']],
    ['identity', 'description', 'Something else.'],
  ])('%s: %s', async (type, field, value) => {
    const objects = await objectsOf(smallGraph);
    const index = objects.findIndex((one) => one.type === type && one['name'] !== 'Ascribe');
    const object = objects[index];
    if (object === undefined) throw new Error(`no ${type}`);
    const later = '2030-01-01T00:00:00.000Z';
    const changed = { ...object, [field]: value, modified: later };
    // As a change in place, and as a second version beside the first.
    for (const list of [objects.with(index, changed), [...objects, changed]]) {
      const { graph, issues, losses } = await read(list);
      expect(graph?.claims).toEqual((await smallGraph()).claims);
      expect(issues).toMatchObject([{ severity: 'warning', id: object.id }]);
      expect(losses).toContainEqual(expect.objectContaining({ field: 'changes', count: 1 }));
    }
  });

  test('a corrected name counts', async () => {
    const objects = await objectsOf(smallGraph);
    const renamed = objects.map((one) =>
      one.type === 'identity' && one['name'] !== 'Ascribe' ? { ...one, name: 'New' } : one,
    );
    const { graph } = await read(renamed);
    expect(graph?.entities.some(({ name }) => name === 'New')).toBe(true);
  });

  test.each([
    ['the small graph', smallGraph],
    ['a hostile graph', hostileGraph],
  ])('nothing where nothing was changed: %s', async (_, make) => {
    const { losses, issues } = await read(await objectsOf(make));
    expect(losses).toEqual([]);
    expect(issues.filter(({ message }) => message.includes('changed'))).toEqual([]);
  });
});
