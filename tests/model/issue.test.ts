import fc from 'fast-check';
import { expect, test } from 'vitest';
import { showValue } from '../../src/model/issue.ts';

/** What the whole JSON of a value would show. */
function cut(json: string): string {
  return json.length > 80 ? `${json.slice(0, 77)}…` : json;
}

const freshSeed = Math.floor(Math.random() * 2 ** 31);

test.each([
  ['pinned', 11],
  ['fresh', freshSeed],
])('a value is shown by the start of its JSON (%s seed %i)', (_, seed) => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      expect(showValue(value)).toBe(cut(JSON.stringify(value)));
    }),
    { seed, numRuns: 300 },
  );
});

test('what has no JSON is shown, too', () => {
  expect(showValue(undefined)).toBe('nothing');
  expect(showValue({ a: undefined, b: [undefined] })).toBe('{"b":[null]}');
  expect(showValue('x'.repeat(1e6))).toHaveLength(78);
});

test('neither a deep value nor a circular one is gone into', () => {
  let deep: unknown = 1;
  for (let i = 0; i < 100_000; i++) deep = i % 2 === 0 ? [deep] : { a: deep };
  expect(showValue(deep)).toHaveLength(78);
  const circle: unknown[] = [];
  circle.push(circle);
  expect(showValue(circle)).toBe(`${'['.repeat(77)}…`);
});
