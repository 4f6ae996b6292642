import { describe, expect, test } from 'vitest';
import { Attributes, LONGEST_ATTRIBUTE, MOST_ATTRIBUTES } from '../../src/model/attributes.ts';
import { claimId } from '../../src/model/claim-identity.ts';

describe('attributes', () => {
  test('are a list: any name, twice too, and texts letter for letter', () => {
    const list = [
      { name: '__proto__', value: '\u0000\u202e' },
      { name: 'x', value: 1.5 },
      { name: 'x', value: false },
      { name: 'empty', value: '' },
    ];
    expect(Attributes.parse(list)).toEqual(list);
  });

  test.each([
    ['no list of none', []],
    ['no name', [{ name: '', value: 1 }]],
    ['a number that is none', [{ name: 'x', value: Number.NaN }]],
    ['a number without end', [{ name: 'x', value: Number.POSITIVE_INFINITY }]],
    ['an object', [{ name: 'x', value: {} }]],
    ['half a character', [{ name: 'x', value: '\ud800' }]],
    ['too long a text', [{ name: 'x', value: 'x'.repeat(LONGEST_ATTRIBUTE + 1) }]],
    ['too many', Array.from({ length: MOST_ATTRIBUTES + 1 }, () => ({ name: 'x', value: 1 }))],
  ])('refuse %s', (_, list) => {
    expect(Attributes.safeParse(list).success).toBe(false);
  });
});

describe('the id of a claim', () => {
  const claim = {
    source: 's',
    subject: 'a',
    type: 't',
    object: 'b',
    stance: 'asserts',
    speaker: { unnamed: 'x' },
  } as const;

  test('takes in the key that it had in its file, and no other attribute', () => {
    const keyed = (value: string | number) =>
      claimId({
        ...claim,
        attributes: [
          { name: 'w', value: 1 },
          { name: 'key', value },
        ],
      });
    expect(claimId({ ...claim, attributes: [{ name: 'w', value: 1 }] })).toBe(claimId(claim));
    expect(new Set([claimId(claim), keyed('1'), keyed('2'), keyed(1)]).size).toBe(4);
  });

  test('is for a claim without a key what it always was', () => {
    expect(claimId(claim)).toBe(CLAIM_ID);
  });
});

/** Made before claims had attributes. */
const CLAIM_ID = 'c-cd387b364ae0772b';
