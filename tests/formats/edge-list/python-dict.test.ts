import { expect, test } from 'vitest';
import { pythonDict } from '../../../src/formats/edge-list/python-dict.ts';

test('what Python prints of a dictionary is read by its entries', () => {
  expect(pythonDict(`{'weight': 7, 'kind': "Ann's \\"own\\"", 'w': -1.5e-3, 2: True, 'none': None, 'x': nan}`)).toEqual(
    [
      { name: 'weight', value: 7 },
      { name: 'kind', value: `Ann's "own"` },
      { name: 'w', value: -0.0015 },
      { name: '2', value: true },
      { name: 'none', value: 'None' },
      { name: 'x', value: 'nan' },
    ],
  );
  expect(pythonDict(String.raw`{'a': 'line\nnext\t\x41\u00e9\\'}`)).toEqual([{ name: 'a', value: 'line\nnext\tAé\\' }]);
  expect(pythonDict('{}')).toEqual([]);
  // More digits than a number holds.
  expect(pythonDict("{'id': 12345678901234567890}")).toEqual([{ name: 'id', value: '12345678901234567890' }]);
});

test.each([
  '',
  '{',
  "{'a': [1, 2]}",
  "{'a': {'b': 1}}",
  "{'a': 1 'b': 2}",
  "{'a'}",
  "{'a': f(x)}",
  "{'a': 'b}",
  String.raw`{'a': '\N{DASH}'}`,
  "{'a': 1}, {'b': 2}",
])('%j stays a text', (text) => {
  expect(pythonDict(text)).toBeUndefined();
});

test('a long one that breaks off at its end takes no longer than it is', () => {
  const started = performance.now();
  expect(pythonDict(`{${"'a': 1, ".repeat(20_000)}'a': '${'\\\\x'.repeat(20_000)}}`)).toBeUndefined();
  expect(performance.now() - started).toBeLessThan(2000);
});
