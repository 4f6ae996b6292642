import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  changedWeights,
  readWeightChanges,
  WEIGHT_BOUNDS,
  WEIGHT_NAMES,
  WeightChanges,
  weightNamed,
  weightsOfVersion,
  writeWeightChanges,
} from '../../src/evidence/weight-changes.ts';
import { DEFAULT_WEIGHTS } from '../../src/evidence/weights.ts';

const changes = fc
  .subarray(WEIGHT_NAMES, { minLength: 0 })
  .chain((names) =>
    fc.tuple(
      ...names.map((name) =>
        fc.tuple(
          fc.constant(name),
          fc.double({ min: WEIGHT_BOUNDS[name][0], max: WEIGHT_BOUNDS[name][1], noNaN: true }),
        ),
      ),
    ),
  )
  .map((entries): WeightChanges => WeightChanges.parse(Object.fromEntries(entries)));

describe('other weights', () => {
  test('none is the default table', () => {
    expect(changedWeights({})).toBe(DEFAULT_WEIGHTS);
    expect(changedWeights({ A: 0.9, ratio: 4 })).toBe(DEFAULT_WEIGHTS);
  });

  test('the version names what was changed, and can be read back', () => {
    const table = changedWeights({ mild: 0.4, A: 0.95 });
    expect(table.version).toBe('1 with A=0.95,mild=0.4');
    expect(table.reliability.A).toBe(0.95);
    expect(table.hedge).toEqual({ mild: 0.4, strong: 0.25 });
    expect(table.reliability.B).toBe(DEFAULT_WEIGHTS.reliability.B);
  });

  test('what is written is read back, whatever the numbers', () => {
    fc.assert(
      fc.property(changes, (given) => {
        const back = changedWeights(readWeightChanges(writeWeightChanges(given)));
        expect(back).toEqual(changedWeights(given));
        expect(weightsOfVersion(back.version)).toEqual(back);
        for (const name of WEIGHT_NAMES)
          expect(weightNamed(back, name)).toBe(given[name] ?? weightNamed(DEFAULT_WEIGHTS, name));
      }),
    );
  });

  test.each([
    ['G=0.5', 'G=0.5'],
    ['A=1', 'from 0.01 to 0.99'],
    ['A=NaN', 'from 0.01 to 0.99'],
    ['A=', 'got ""'],
    ['ratio=1', 'from 1.1 to 100'],
    ['A=0.5=0.6', 'A=0.5=0.6'],
    ['__proto__=1', '__proto__'],
  ])('%s is refused with what could stand there', (text, told) => {
    expect(() => readWeightChanges(text)).toThrow(told);
  });

  test.each(['0', '2 with A=0.5', '1 with A=7', '1 with A=0.5 with B=0.5', ''])(
    'no table is known by the version %j',
    (version) => {
      expect(weightsOfVersion(version)).toBeUndefined();
    },
  );
});
