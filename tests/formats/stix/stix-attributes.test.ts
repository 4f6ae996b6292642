import { expect, test } from 'vitest';
import { inputOf } from '../../../src/formats/read-text.ts';
import { readStix } from '../../../src/formats/stix/read-stix.ts';
import { bundle, THINGS, USES } from './bundles.ts';

const read = (...objects: readonly object[]) => readStix(inputOf('a.json', bundle(...THINGS, ...objects)));

test('a collection that names twenty thousand objects is read, with all that it names', async () => {
  const contents = Array.from({ length: 20_000 }, () => ({
    object_ref: USES,
    object_modified: '2024-10-17T15:14:23.456Z',
  }));
  const { graph, issues, losses } = await read({
    type: 'x-mitre-collection',
    id: 'x-mitre-collection--1f5f1533-f617-4ca8-9ab4-6a02367fa019',
    name: 'Enterprise',
    x_mitre_contents: contents,
  });
  expect([issues, losses]).toEqual([[], []]);
  const kept = graph?.entities.find(({ name }) => name === 'Enterprise')?.attributes ?? [];
  const texts = kept.flatMap(({ name, value }) => (name === 'x_mitre_contents' ? [String(value)] : []));
  expect(texts.every((text) => text.length <= 100_000)).toBe(true);
  expect(texts.flatMap((text): unknown[] => JSON.parse(text))).toEqual(contents);
});

test('a report with thousands of references keeps them all', async () => {
  const refs = Array.from({ length: 2500 }, (_, i) => `indicator--${i}`.padEnd(60, '0'));
  const labels = refs.slice(0, 1200);
  const { graph, issues } = await read({ type: 'report', id: 'report--1', name: 'R', object_refs: refs, labels });
  expect(issues).toEqual([]);
  const kept = graph?.entities.find(({ name }) => name === 'R')?.attributes ?? [];
  const listed = (field: string): unknown[] =>
    kept.flatMap(({ name, value }): unknown[] => (name === field ? JSON.parse(String(value)) : []));
  expect(listed('object_refs')).toEqual(refs);
  expect(listed('labels')).toEqual(labels);
});

test('a large object stands in several texts; a part that no text can hold is counted', async () => {
  const objects = Object.fromEntries(
    Array.from({ length: 3000 }, (_, i) => [`__proto__${i}`, { value: 'x'.repeat(50) }]),
  );
  const { graph, issues, losses } = await read({
    type: 'observed-data',
    id: 'observed-data--1',
    objects: { ...objects, far: { value: 'y'.repeat(150_000) } },
  });
  expect(issues).toEqual([]);
  expect(losses).toMatchObject([{ field: 'attributes', count: 1 }]);
  const kept = graph?.entities.find(({ kind }) => kind === 'observed-data')?.attributes ?? [];
  const texts = kept.flatMap(({ name, value }) => (name === 'objects' ? [String(value)] : []));
  expect(texts.length).toBeGreaterThan(1);
  expect(Object.assign({}, ...texts.map((text): object => JSON.parse(text)))).toEqual(objects);
});
