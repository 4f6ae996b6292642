import { describe, expect, test } from 'vitest';
import { inputOf } from '../../../src/formats/read-text.ts';
import { readStix } from '../../../src/formats/stix/read-stix.ts';
import { AMBER, bundle, LAB, THINGS, USES, uses } from './bundles.ts';

const read = (...objects: readonly object[]) => readStix(inputOf('a.json', bundle(...THINGS, ...objects)));

describe('references of things', () => {
  test('are claims of who made the thing, by the names of their members', async () => {
    const { graph, issues, losses } = await read(
      uses(),
      { type: 'report', id: 'report--1', name: 'R', created_by_ref: LAB, object_refs: [AMBER, USES, AMBER] },
      { type: 'domain-name', id: 'domain-name--1', value: 'a.example', resolves_to_refs: ['ipv4-addr--1'] },
      { type: 'ipv4-addr', id: 'ipv4-addr--1', value: '192.0.2.1' },
      { type: 'file', id: 'file--1', name: 'x', parent_directory_ref: 'directory--absent' },
    );
    expect([issues, losses]).toEqual([[], []]);
    const made = graph?.claims.filter(({ type }) => type !== 'uses') ?? [];
    expect(made).toMatchObject([
      { subject: 'report--1', type: 'object_refs', object: AMBER, speaker: LAB },
      { subject: 'domain-name--1', type: 'resolves_to_refs', object: 'ipv4-addr--1' },
    ]);
    expect(made).toHaveLength(2);
    // What leads to a claim, or out of the bundle, stays an attribute.
    const attributes = graph?.entities.flatMap((one) => one.attributes ?? []) ?? [];
    expect(attributes).toContainEqual({ name: 'object_refs', value: JSON.stringify([AMBER, USES, AMBER]) });
    expect(attributes).toContainEqual({ name: 'parent_directory_ref', value: 'directory--absent' });
  });

  test('markings and authors of records are none', async () => {
    const more = { object_marking_refs: ['marking-definition--1'], created_by_ref: LAB, x_mitre_modified_by_ref: LAB };
    const { graph } = await read({ type: 'tool', id: 'tool--1', name: 'T', ...more });
    expect(graph?.claims).toEqual([]);
  });

  test('what its author took back says nothing more', async () => {
    const { graph, losses } = await read({
      type: 'report',
      id: 'report--1',
      name: 'R',
      revoked: true,
      object_refs: [AMBER],
    });
    expect(graph?.claims).toEqual([]);
    expect(losses).toMatchObject([{ field: 'revoked', count: 1 }]);
  });
});

test.each([
  [
    { type: 'campaign', first_seen: '2019-01-01T00:00:00Z', last_seen: '2019-05-01T00:00:00Z' },
    '2019-01-01/2019-05-01',
  ],
  [{ type: 'campaign', first_seen: '2019-01-01T00:00:00Z' }, '2019-01-01/'],
  [
    { type: 'observed-data', first_observed: '2020-01-01T00:00:00Z', last_observed: '2020-01-01T01:00:00Z' },
    '2020-01-01',
  ],
  [{ type: 'malware', first_seen: '2019-01-01T00:00:00Z' }, undefined],
])('a thing that happened has its time: %j', async (fields, when) => {
  const { graph } = await read({ id: `${fields.type}--9`, name: 'X', ...fields });
  expect(graph?.entities.find(({ id }) => id === `${fields.type}--9`)?.when).toBe(when);
});

test.each([
  [{ country: 'PK' }, 'PK'],
  [{ city: 'Lowford', country: 'PK', region: 'southern-asia' }, 'Lowford, PK'],
  [{ region: 'southern-asia' }, 'southern-asia'],
  [{ latitude: 1.5, longitude: 2 }, '1.5, 2'],
  [{ name: 'The old town', country: 'PK' }, 'The old town'],
  [{ name: '', latitude: 'x' }, 'location--9'],
])('a location without a name is called by what it has: %j', async (fields, name) => {
  const { graph } = await read({ type: 'location', id: 'location--9', ...fields });
  expect(graph?.entities.find(({ id }) => id === 'location--9')?.name).toBe(name);
});

test('an artifact of more than a text can hold is read', async () => {
  const { graph, issues } = await read({ type: 'artifact', id: 'artifact--1', payload_bin: 'A'.repeat(150_000) });
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(graph?.entities.some(({ id }) => id === 'artifact--1')).toBe(true);
});
