import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entityIdOf, idText, keyOfId } from '../../../src/formats/foreign/foreign-id.ts';
import { EntityId } from '../../../src/model/ids.ts';

const anyKey = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    '',
    '~',
    '%',
    '%-',
    '{a}',
    '[0]',
    'a b',
    '\ud800',
    '\u0000',
    '\ufeff',
    'toString',
  ),
);

/** Milliseconds: the machine that runs the tests may be busy. */
const PATIENCE = 60_000;

const law = fc.property(anyKey, anyKey, (key, other) => {
  const id = entityIdOf(key);
  expect(EntityId.safeParse(id).success).toBe(true);
  expect(id).toBe(idText(key));
  const back = keyOfId(id);
  if (back === undefined) expect(id.length).toBeGreaterThan(150);
  else expect(back).toBe(key);
  if (key !== other) expect(entityIdOf(other)).not.toBe(id);
});

describe('ids of foreign keys', () => {
  test(
    'are ids, reversible and never shared (pinned seed)',
    () => fc.assert(law, { seed: 20261121, numRuns: 500 }),
    PATIENCE,
  );
  test('are ids, reversible and never shared (fresh seed)', () => fc.assert(law, { numRuns: 200 }), PATIENCE);

  test.each([
    ['n1', 'n1'],
    ['http://example.org/a#b', 'http://example.org/a#b'],
    ['Río Ñu', 'Río%20Ñu'],
    ['a~b', 'a%7Eb'],
    ['100%', '100%25'],
    ['__proto__', '%5F_proto__'],
    ['constructor', '%63onstructor'],
    ['{x}', '%7Bx}'],
    ['', '%-'],
    ['x\ufeffy', 'x%EF%BB%BFy'],
  ])('%j becomes %j', (key, id) => {
    expect(entityIdOf(key)).toBe(id);
  });

  test('a key that is too long is cut, and two that differ at their end stay apart', () => {
    const long = '€'.repeat(150);
    const [a, b] = [entityIdOf(`${long}${long}a`), entityIdOf(`${long}${long}b`)];
    expect(a).not.toBe(b);
    expect([a.length <= 200, keyOfId(a)]).toEqual([true, undefined]);
  });
});
