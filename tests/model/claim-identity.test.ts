import { describe, expect, test } from 'vitest';
import { Claim } from '../../src/model/claim.ts';
import { claimId } from '../../src/model/claim-identity.ts';

const HASH = 'a'.repeat(64);
const BASE = {
  id: 'c-0',
  source: 'gazette',
  subject: 'council',
  type: 'closed',
  object: 'bridge',
  stance: 'asserts',
  speaker: 'ada',
  locator: { paragraph: 2, start: 10, end: 20, sha256: HASH },
  summary: 'The council closed the bridge.',
};
const idOf = (change: object = {}): string => claimId(Claim.parse({ ...BASE, ...change }));
const figure = (quantity: object): string => idOf({ object: undefined, quantity: { min: 1, ...quantity } });

describe('DESIGN 2.2: a claim’s identity is its content', () => {
  test('an id is c- and 16 hex digits', () => {
    expect(idOf()).toMatch(/^c-[0-9a-f]{16}$/u);
  });

  test('ids are pinned: a change of the rule breaks every graph that is out there', () => {
    // SHA-256 of ["gazette","council","closed","bridge",null,null,"asserts","ada",[10,20,"aaa…"]], by coreutils' sha256sum.
    expect(idOf()).toBe('c-6f1707e8c4b0e2d1');
  });

  test.each([
    ['id', { id: 'c-1' }],
    ['summary', { summary: 'Reworded.' }],
    ['note', { note: 'Seen twice.' }],
    ['hedge', { hedge: 'reportedly' }],
    ['credibility', { credibility: 3 }],
    ['confidence', { confidence: { value: 0.5, reason: 'seen' } }],
    ['said', { said: '2024' }],
    ['when', { when: '2024' }],
    ['place', { place: 'lowford' }],
    ['via', { via: ['bob'] }],
    ['paragraph of the locator', { locator: { ...BASE.locator, paragraph: 9 } }],
    ['order of fields', { type: BASE.type, source: BASE.source }],
  ])('it does not change with its %s', (_, change) => {
    expect(idOf(change)).toBe(idOf());
  });

  test('it changes with each field of its content, each time to another', () => {
    const ids = [
      idOf(),
      idOf({ source: 'letter' }),
      idOf({ subject: 'trust' }),
      idOf({ type: 'pays-for' }),
      idOf({ object: 'ferry' }),
      idOf({ subject: BASE.object, object: BASE.subject }),
      idOf({ stance: 'denies' }),
      idOf({ stance: 'doubts' }),
      idOf({ speaker: 'bob' }),
      idOf({ speaker: { unnamed: 'ada' } }),
      idOf({ speaker: { unnamed: 'residents' } }),
      idOf({ locator: undefined }),
      idOf({ locator: { ...BASE.locator, start: 11 } }),
      idOf({ locator: { ...BASE.locator, end: 21 } }),
      idOf({ locator: { ...BASE.locator, sha256: 'b'.repeat(64) } }),
      idOf({ object: undefined, literal: 'bridge' }),
      idOf({ object: undefined, literal: 'old' }),
      figure({}),
      figure({ min: 2 }),
      figure({ max: 2 }),
      figure({ min: undefined, max: 1 }),
      figure({ of: 'cars' }),
      figure({ unit: 'cars' }),
      figure({ approximate: true }),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('an approximation that is denied is one that was not given', () => {
    expect(figure({ approximate: false })).toBe(figure({}));
  });

  test('parts do not run into each other', () => {
    expect(idOf({ source: 'a', subject: 'b","c' })).not.toBe(idOf({ source: 'a","b', subject: 'c' }));
    expect(idOf({ source: 'a,b', subject: 'c' })).not.toBe(idOf({ source: 'a', subject: 'b,c' }));
  });
});

describe('DESIGN 2.2: what a claim is about', () => {
  test.each([
    ['none', { object: undefined }],
    ['object and literal', { literal: 'old' }],
    ['object and quantity', { quantity: { min: 1 } }],
    ['all three', { literal: 'old', quantity: { min: 1 } }],
  ])('%s of object, quantity and literal is refused', (_, change) => {
    expect(Claim.safeParse({ ...BASE, ...change }).error?.issues).toMatchObject([
      { message: expect.stringContaining('exactly one of object, quantity and literal') },
    ]);
  });

  test.each([
    {},
    { of: 'cars' },
    { min: 3, max: 2 },
    { min: Number.NaN },
    { max: Number.POSITIVE_INFINITY },
    { min: '3' },
  ])('the quantity %j is refused', (quantity) => {
    expect(Claim.safeParse({ ...BASE, object: undefined, quantity }).success).toBe(false);
  });

  test.each([
    { start: 20 },
    { start: 21 },
    { start: -1 },
    { start: 1.5 },
    { paragraph: 0 },
    { sha256: HASH.toUpperCase() },
  ])('the locator with %j is refused', (change) => {
    expect(Claim.safeParse({ ...BASE, locator: { ...BASE.locator, ...change } }).success).toBe(false);
  });
});
