import { expect, test } from 'vitest';
import { inputOf } from '../../../src/formats/read-text.ts';
import { readStix } from '../../../src/formats/stix/read-stix.ts';
import { bundle, opinion, THINGS, USES, uses } from './bundles.ts';

const read = (text: string, limits = {}) => readStix(inputOf('a.json', text), { limits });
const LATER = '2025-01-01T00:00:00Z';

test('a relationship that its author took back later is nobody’s claim, wherever its versions stand', async () => {
  const versions = [uses(), uses({ modified: LATER, revoked: true })];
  for (const order of [versions, versions.toReversed()]) {
    const { graph, losses, issues } = await read(bundle(...THINGS, ...order));
    expect(issues).toEqual([]);
    expect(graph?.claims).toEqual([]);
    expect(losses).toMatchObject([
      { field: 'earlier versions', count: 1 },
      { field: 'revoked', count: 1 },
    ]);
  }
});

test('of several versions the latest counts, of relationships and of things', async () => {
  const [amber, ...others] = THINGS;
  const { graph, losses, issues } = await read(
    bundle(
      { ...amber, modified: LATER, name: 'Amber (renamed)' },
      ...others,
      uses({ modified: LATER, description: 'new', confidence: 85 }),
      uses({ description: 'old' }),
      ...(amber === undefined ? [] : [amber]),
      uses({ modified: '2024-12-31T23:59:59.5Z', description: 'between' }),
    ),
  );
  expect(issues).toEqual([]);
  expect(graph?.entities[0]?.name).toBe('Amber (renamed)');
  expect(graph?.claims).toMatchObject([{ summary: 'new', credibility: 1 }]);
  expect(losses).toMatchObject([{ field: 'earlier versions', count: 3 }]);
});

test('one version that stands twice is taken once; where the two differ, it is told', async () => {
  const same = await read(bundle(...THINGS, uses(), uses()));
  expect([same.issues, same.losses, same.graph?.claims.length]).toEqual([[], [], 1]);
  const { issues } = await read(bundle(...THINGS, uses(), uses({ description: 'other' })));
  expect(issues).toMatchObject([{ code: 'duplicate-id', id: USES, path: ['objects', 4] }]);
});

test('an opinion on what was taken back is left out and counted', async () => {
  const { graph, losses, issues } = await read(
    bundle(...THINGS, uses({ revoked: true }), opinion(1, 'disagree', [USES])),
  );
  expect([issues, graph?.claims]).toEqual([[], []]);
  expect(losses).toMatchObject([{ field: 'revoked' }, { field: 'about what was revoked', count: 1 }]);
});

test('more objects than records may be held are not', async () => {
  const { issues } = await read(bundle(...THINGS, uses()), { records: 3 });
  expect(issues).toMatchObject([{ code: 'too-large', message: 'The file holds too many records, and was not read' }]);
});

test('versions that differ in microseconds are versions', async () => {
  const at = (fraction: string, description: string): object =>
    uses({ modified: `2025-01-01T00:00:00.${fraction}Z`, description });
  const versions = [at('123456', 'new'), at('123', 'old'), at('1234', 'between')];
  for (const order of [versions, versions.toReversed()]) {
    const { graph, losses, issues } = await read(bundle(...THINGS, ...order));
    expect(issues).toEqual([]);
    expect(graph?.claims).toMatchObject([{ summary: 'new' }]);
    expect(losses).toMatchObject([{ field: 'earlier versions', count: 2 }]);
  }
});

const FILE = 'file--1';
const file = (fields: object): object => ({ type: 'file', spec_version: '2.1', id: FILE, ...fields });

test('copies of an observable, each with a part, are one', async () => {
  const copies = [file({ hashes: { MD5: 'a' } }), file({ hashes: { 'SHA-1': 'b' }, name: 'x.exe', size: 3 })];
  for (const order of [copies, copies.toReversed()]) {
    const { graph, issues } = await read(bundle(...order));
    expect(issues).toEqual([]);
    const [entity] = graph?.entities ?? [];
    expect(entity?.name).toBe('x.exe');
    expect(entity?.attributes).toContainEqual({ name: 'size', value: 3 });
    const hashes = entity?.attributes?.find(({ name }) => name === 'hashes')?.value;
    expect(JSON.parse(String(hashes))).toEqual({ MD5: 'a', 'SHA-1': 'b' });
  }
});

test('where copies conflict, one is taken in any order, the others are attributes, and it is told', async () => {
  const copies = [file({ name: 'b.exe' }), file({ name: 'a.exe' }), file({ name: 'c.exe' }), file({ name: 'a.exe' })];
  for (const order of [copies, copies.toReversed()]) {
    const { graph, issues } = await read(bundle(...order));
    expect(issues).toMatchObject([{ severity: 'warning', id: FILE, got: '"name"' }]);
    expect(graph?.entities[0]?.name).toBe('a.exe');
    const others = graph?.entities[0]?.attributes?.filter(({ name }) => name === 'name (other copies)');
    expect(others?.map(({ value }) => value)).toEqual(['b.exe', 'c.exe']);
  }
});
