import { expect, test } from 'vitest';
import { SharedAttributes } from '../../../src/formats/property-graph/shared-attributes.ts';

test('equal values of one attribute are one object, by its name and in its column', () => {
  const shared = new SharedAttributes();
  expect(shared.of('stance', 'denies', 'text').attribute).toBe(shared.of('stance', 'denies', 'text').attribute);
  const column = shared.column('sum', 'number');
  expect(column.of('1.5').attribute).toBe(column.of('1.5').attribute);
  expect(column.of('1.5')).toEqual({ attribute: { name: 'sum', value: 1.5 }, fits: true });
  expect(column.of('many')).toEqual({ attribute: { name: 'sum', value: 'many' }, fits: false });
  // One text may be a number here and a text there.
  expect(shared.of('sum', '1.5', 'text').attribute.value).toBe('1.5');
});

test('what is remembered has a bound, over all names and values together', () => {
  const shared = new SharedAttributes();
  for (let i = 0; i < 80_000; i++) shared.of(`name ${i}`, 'x', 'text');
  // Taken, but no more remembered.
  expect(shared.of('late', 'x', 'text').attribute).toEqual({ name: 'late', value: 'x' });
  expect(shared.of('late', 'x', 'text').attribute).not.toBe(shared.of('late', 'x', 'text').attribute);
  expect(shared.of('name 1', 'x', 'text').attribute).toBe(shared.of('name 1', 'x', 'text').attribute);
});
