import { expect, test } from 'vitest';
import { typedValue } from '../../../src/formats/property-graph/typed-value.ts';

test('a number that no number holds stays its text', () => {
  expect(typedValue('1e-400', 'number')).toBe('1e-400');
  expect(typedValue('-0.00e5', 'number')).toBe(-0);
  expect(typedValue('0e9', 'number')).toBe(0);
  expect(typedValue('1e400', 'number')).toBe('1e400');
  expect(typedValue('0.1234567890123456789', 'number')).toBe('0.1234567890123456789');
  expect(typedValue('1e-7', 'number')).toBe(1e-7);
});
