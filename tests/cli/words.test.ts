import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quotientText, weightText } from '../../src/knowledge/arithmetic-words.ts';
import { leftText, percent, VERDICT_MEANINGS, verdictText } from '../../src/knowledge/words.ts';

/** Reads a weight as a person would: "17/12", "0.5". */
function read(text: string): number {
  const [over = '', under = '1'] = text.split('/');
  return Number(over) / Number(under);
}

describe('weights (E5)', () => {
  test.each([
    [0, '0'],
    [3, '3'],
    [0.25, '0.25'],
    [1 / 3, '1/3'],
    [2 / 12, '1/6'],
    [17 / 12, '17/12'],
    [1 / 48, '1/48'],
    [1000 / 3, '1000/3'],
    [-1 / 3, '-1/3'],
    [1 / 4608, '1/4608'],
    // No sum of weights is this; a threshold can be.
    [0.123456, '0.1235'],
  ])('%d is told as %s', (weight, text) => {
    expect(weightText(weight)).toBe(text);
  });

  const fresh = Date.now();
  test.each([20_240_513, fresh])('every sum of weights is told exactly, and in lowest terms (seed %i)', (seed) => {
    fc.assert(
      fc.property(fc.nat({ max: 9216 * 10_000 }), (halves) => {
        const text = weightText(halves / 9216);
        expect(Math.abs(read(text) - halves / 9216)).toBeLessThan(1e-9 * Math.max(1, halves / 9216));
        const [over = 1, under = 1] = text.split('/').map(Number);
        for (const prime of [2, 3]) expect(text.includes('/') && over % prime === 0 && under % prime === 0).toBe(false);
      }),
      { seed, numRuns: 2000 },
    );
  });

  test('a fraction over a fraction stands in brackets', () => {
    expect(quotientText(1.25, 2.75)).toBe('1.25 / 2.75');
    expect(quotientText(17 / 12, 35 / 12)).toBe('(17/12) / (35/12)');
    expect(quotientText(1, 35 / 12)).toBe('1 / (35/12)');
  });
});

describe('shares', () => {
  test.each([
    [0, '0 %'],
    [1e-9, '<1 %'],
    [0.004, '<1 %'],
    [0.005, '1 %'],
    [0.994, '99 %'],
    [0.996, '>99 %'],
    [1 - 1e-9, '>99 %'],
    [1, '100 %'],
  ])('%d is %s: 0 and 100 only where exact', (share, text) => {
    expect(percent(share)).toBe(text);
  });

  test('what is gone is said to be gone; what never was is not', () => {
    expect(leftText(0.4, 0.33)).toBe('33 %');
    expect(leftText(0.4, 0)).toBe('nothing left');
    expect(leftText(0.4, 0.001)).toBe('<1 %');
    expect(leftText(0, 0)).toBe('0 %');
  });
});

describe('verdicts', () => {
  test('"only doubted" where nothing but doubt is against it', () => {
    expect(verdictText('unknown', { deniedBy: [], doubted: true })).toBe('too little evidence, only doubted');
    expect(verdictText('unknown', { deniedBy: [], doubted: true, excludedBy: ['the mill'] })).toBe(
      'too little evidence, doubted, excluded by what the mill asserts',
    );
    expect(verdictText('unknown', { deniedBy: [], doubted: true, partlyDeniedBy: ['the mill'] })).toBe(
      'too little evidence, doubted, in part denied by the mill',
    );
  });

  test('the meaning of "denied" and "unknown" holds where doubt or exclusion has a part in it (E12, E14)', () => {
    expect(VERDICT_MEANINGS.denied).toContain('an explicit denial among it');
    expect(VERDICT_MEANINGS.unknown).toContain('without anybody denying it');
  });
});
