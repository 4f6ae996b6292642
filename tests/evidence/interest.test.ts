import { describe, expect, test } from 'vitest';
import { type ClaimLine, weighSketch } from './sketch-graph.ts';

const TYPES = {
  did: { side: 'same' },
  fights: { symmetric: true, side: 'opposite' },
  condemns: { broader: 'opposes' },
  opposes: { side: 'opposite' },
  'part-of': { side: 'same' },
  'speaks-for': { oneVoice: true, side: 'same' },
  near: {},
} as const;

/** The interest of the last claim, given the ones before it. */
function interestOf(...claims: ClaimLine[]) {
  const { graph, interests } = weighSketch({ types: TYPES, sources: { a: 'A', b: 'B' }, claims });
  const last = graph.claims.at(-1);
  if (last === undefined) throw new Error('no claim');
  return interests.of(last);
}

describe('E15: in whose interest a word may be', () => {
  test('of itself', () => {
    expect(interestOf(['b', 'x', 'near', 'y', { by: 'x' }])).toEqual({ kind: 'self-interested', of: 'x' });
    expect(interestOf(['b', 'y', 'near', 'x', { by: 'x' }])).toEqual({ kind: 'self-interested', of: 'x' });
  });

  test('of its side, one step away, with the relation that makes it so', () => {
    expect(interestOf(['a', 'x', 'part-of', 'y'], ['b', 'y', 'near', 'z', { by: 'x' }])).toEqual({
      kind: 'self-interested',
      of: 'y',
      because: ['x~part-of~y'],
    });
  });

  test('of whom it speaks for', () => {
    expect(interestOf(['a', 'x', 'speaks-for', 'y'], ['b', 'y', 'near', 'z', { by: 'x' }])).toEqual({
      kind: 'self-interested',
      of: 'y',
    });
  });

  test('of whom it fights or opposes, also by a narrower type, either way round', () => {
    expect(interestOf(['a', 'y', 'fights', 'x'], ['b', 'y', 'near', 'z', { by: 'x' }]).kind).toBe('adversarial');
    expect(interestOf(['a', 'y', 'condemns', 'x'], ['b', 'z', 'near', 'y', { by: 'x' }]).kind).toBe('adversarial');
  });

  test('of an adversary of its side', () => {
    expect(
      interestOf(['a', 'x', 'part-of', 'army'], ['a', 'army', 'fights', 'y'], ['b', 'y', 'near', 'z', { by: 'x' }]),
    ).toEqual({ kind: 'adversarial', of: 'y', because: ['x~part-of~army', 'army~fights~y'] });
  });

  test('but not of whom one of its parts fights', () => {
    expect(
      interestOf(['a', 'x', 'part-of', 'z'], ['a', 'x', 'fights', 'y'], ['b', 'y', 'near', 'w', { by: 'z' }]).kind,
    ).toBe('third-party');
  });

  test("of an adversary's deed", () => {
    expect(
      interestOf(['a', 'x', 'fights', 'y'], ['a', 'y', 'did', 'e'], ['b', 'e', 'called', '=large', { by: 'x' }]),
    ).toEqual({
      kind: 'adversarial',
      of: 'y',
      because: ['x~fights~y', 'y~did~e'],
    });
  });

  test("of its own side's deed", () => {
    expect(
      interestOf(['a', 'x', 'part-of', 'army'], ['a', 'army', 'did', 'e'], ['b', 'e', 'called', '=small', { by: 'x' }]),
    ).toEqual({ kind: 'self-interested', of: 'army', because: ['x~part-of~army', 'army~did~e'] });
  });

  test('but a fellow member of a collective is another', () => {
    expect(
      interestOf(['a', 'x', 'part-of', 'z'], ['a', 'y', 'part-of', 'z'], ['b', 'y', 'near', 'w', { by: 'x' }]).kind,
    ).toBe('third-party');
  });

  test('of its own side before of an adversary', () => {
    expect(interestOf(['a', 'x', 'fights', 'y'], ['b', 'x', 'near', 'y', { by: 'x' }]).kind).toBe('self-interested');
  });

  test('of others', () => {
    expect(interestOf(['a', 'x', 'near', 'y'], ['b', 'y', 'near', 'z', { by: 'x' }])).toEqual({ kind: 'third-party' });
  });

  test('an enmity that is itself in dispute or only rumoured makes nobody an adversary', () => {
    const disputed: ClaimLine[] = [
      ['a', 'x', 'fights', 'y'],
      ['a', 'x', 'fights', 'y', { by: 'y', stance: 'denies' }],
      ['b', 'x', 'fights', 'y', { stance: 'denies' }],
    ];
    expect(interestOf(...disputed, ['b', 'y', 'near', 'z', { by: 'x' }]).kind).toBe('third-party');
  });

  test('of somebody unnamed nobody knows', () => {
    expect(interestOf(['b', 'x', 'near', 'y', { unnamed: 'officials' }])).toEqual({ kind: 'unknown' });
  });

  test('it changes no weight', () => {
    const claims: ClaimLine[] = [
      ['a', 'x', 'fights', 'y'],
      ['b', 'y', 'near', 'z', { by: 'x' }],
      ['b', 'y', 'near', 'z', { by: 'w' }],
    ];
    const { graph, table } = weighSketch({ types: TYPES, sources: { a: 'A', b: 'B' }, claims });
    const relation = graph.claims[1] === undefined ? undefined : table.relationOf(graph.claims[1]);
    const weights = relation === undefined ? [] : table.evidence(relation).claims.map(({ weight }) => weight.units);
    expect(new Set(weights).size).toBe(1);
  });
});
