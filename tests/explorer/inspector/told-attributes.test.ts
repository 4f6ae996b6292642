import { expect, test } from 'vitest';
import { entityAttributes, recordAttributes } from '../../../src/explorer/inspector/told-attributes.ts';
import { combine, copyKey, writeBefore } from '../../../src/knowledge/merge-entities.ts';
import { Entity } from '../../../src/model/entity.ts';
import { EntityId } from '../../../src/model/ids.ts';

const INDIA = Entity.parse({
  ...{ id: 'india', kind: 'state', name: 'India' },
  attributes: [
    { name: 'capital', value: 'New Delhi' },
    { name: 'unsure-same-as', value: 'bharat' },
  ],
});
const OTHER = Entity.parse({ id: 'n7', kind: 'thing', name: 'India', attributes: [{ name: 'sector', value: 3 }] });

test('what a merge keeps to undo itself is told as what was joined, never as text', () => {
  const { attributes, joined, unsure } = entityAttributes(combine(INDIA, [OTHER]));
  expect(attributes).toEqual([
    { name: 'capital', value: 'New Delhi' },
    { name: 'sector', value: 3 },
  ]);
  expect(joined.map(({ id }) => id)).toEqual(['n7']);
  expect(unsure).toEqual(['bharat']);
});

test('attributes of the same names that another tool gave are shown as they are', () => {
  const foreign = [
    { name: 'merged-from', value: 'two files' },
    { name: 'merged-base', value: '{"id": 1}' },
    { name: 'unsure-same-as', value: true },
  ];
  expect(entityAttributes({ ...INDIA, attributes: foreign })).toEqual({ attributes: foreign, joined: [], unsure: [] });
});

test('a claim tells which ids it named before they were joined, and keeps its own attributes', () => {
  const own = { name: 'link', value: 'https://example.org' };
  const { attributes } = writeBefore([copyKey('c-1'), own], {
    subject: EntityId.parse('n7'),
    via: [null, EntityId.parse('n8')],
  });
  expect(recordAttributes(attributes)).toEqual({ attributes: [own], named: ['n7', 'n8'] });
  expect(recordAttributes(undefined)).toEqual({ attributes: [], named: [] });
});
