import { describe, expect, test } from 'vitest';
import { attributionDisputes, contention, relationDisputes } from '../../src/evidence/disputes.ts';
import { DEFAULT_WEIGHTS } from '../../src/evidence/weights.ts';
import { TYPES } from './arbitrary-graph.ts';
import { type ClaimLine, type GraphSketch, weighSketch } from './sketch-graph.ts';

const SOURCES = { a: 'A', b: 'B', c: 'C', d: 'B' } as const;

function find(claims: readonly ClaimLine[], more: Partial<GraphSketch> = {}) {
  const { table, weighing } = weighSketch({
    types: { ...TYPES, claimed: { broader: 'did' }, blamed: { broader: 'did' } },
    sources: SOURCES,
    claims,
    ...more,
  });
  return {
    relations: relationDisputes(table, DEFAULT_WEIGHTS),
    attributions: attributionDisputes(table, DEFAULT_WEIGHTS, weighing.entities),
  };
}

describe('E19: what is in dispute, and of which kind', () => {
  test.each([
    [
      'denial',
      [
        ['b', 'x', 'part-of', 'y'],
        ['d', 'x', 'part-of', 'y', { stance: 'denies' }],
      ],
    ],
    [
      'doubt',
      [
        ['b', 'x', 'part-of', 'y'],
        ['d', 'x', 'part-of', 'y', { stance: 'doubts' }],
        ['a', 'x', 'part-of', 'y', { stance: 'doubts' }],
      ],
    ],
    [
      'exclusion',
      [
        ['b', 'x', 'allied', 'y'],
        ['d', 'x', 'fights', 'y'],
      ],
    ],
    [
      'characterisation',
      [
        ['b', 'x', 'called', '=so'],
        ['d', 'x', 'called', '=so', { stance: 'denies' }],
      ],
    ],
  ] as [string, ClaimLine[]][])('%s', (kind, claims) => {
    expect(find(claims).relations.map((dispute) => dispute.kind)).toEqual([kind]);
  });

  test('also where one side is outweighed, as long as both reach θ/2', () => {
    const claims: ClaimLine[] = [
      ['a', 'x', 'part-of', 'y'],
      ['b', 'x', 'part-of', 'y'],
      ['c', 'x', 'part-of', 'y', { stance: 'denies', hedge: 'allegedly' }],
    ];
    expect(find(claims).relations).toHaveLength(1);
    const weaker: ClaimLine[] = claims.with(2, [
      'c',
      'x',
      'part-of',
      'y',
      { stance: 'denies', hedge: 'allegedly', credibility: 4 },
    ]);
    expect(find(weaker).relations).toHaveLength(0);
  });

  test('E14: one dispute, listed where the denial meets what is said, with its narrower ones under it', () => {
    const claims: ClaimLine[] = [
      ['b', 'x', 'funds', 'y'],
      ['a', 'x', 'pays', 'y'],
      ['d', 'x', 'backs', 'y', { stance: 'denies' }],
    ];
    expect(find(claims).relations).toMatchObject([{ relation: 'x~backs~y', narrower: ['x~funds~y', 'x~pays~y'] }]);
  });

  test('two that only exclude each other are one dispute', () => {
    const { relations } = find([
      ['b', 'x', 'allied', 'y'],
      ['d', 'x', 'fights', 'y'],
    ]);
    expect(relations).toMatchObject([{ relation: 'x~allied~y', excludedBy: ['x~fights~y'] }]);
  });

  test('of three in a row, of which each excludes the next, neither quarrel is dropped', () => {
    const types = { t1: { excludes: ['t2'] }, t2: { excludes: ['t3'] }, t3: {} };
    const claims = ['t1', 't2', 't3'].map(
      (type, i): ClaimLine => [['a', 'b', 'd'][i] ?? 'a', 'x', type, 'y', { credibility: i === 0 ? 3 : 1 }],
    );
    const { table } = weighSketch({ types, sources: SOURCES, claims });
    const pairs = relationDisputes(table, DEFAULT_WEIGHTS).flatMap(({ relation, excludedBy }) =>
      excludedBy.map((other) => [relation, other].toSorted().join(' ')),
    );
    expect(new Set(pairs)).toEqual(new Set(['x~t1~y x~t2~y', 'x~t2~y x~t3~y']));
  });
});

describe('E20: rank', () => {
  test('contention is 2·min(b, d)/(b + d) × (1 − u)', () => {
    expect(contention({ belief: 3 / 7, disbelief: 3 / 7, uncertainty: 1 / 7 })).toBeCloseTo(6 / 7, 12);
    expect(contention({ belief: 0.6, disbelief: 0.2, uncertainty: 0.2 })).toBeCloseTo(0.4, 12);
    expect(contention({ belief: 0, disbelief: 0, uncertainty: 1 })).toBe(0);
  });
});

describe('E19: rival answers to who did it', () => {
  test('two lesser answers are rivals, also where neither is a rival of the heaviest', () => {
    const { attributions } = find([
      ['a', 'x', 'blamed', 'e'],
      ['a', 'y', 'blamed', 'e'],
      ['b', 'y', 'blamed', 'e', { by: 'v' }],
      ['a', 'z', 'blamed', 'e'],
      ['b', 'x', 'blamed', 'e', { by: 'w' }],
      ['d', 'y', 'part-of', 'z'],
    ]);
    expect(attributions).toEqual([]);
    const { attributions: apart } = find([
      ['a', 'x', 'blamed', 'e'],
      ['b', 'y', 'blamed', 'e'],
      ['d', 'z', 'blamed', 'e'],
      ['a', 'y', 'part-of', 'x'],
      ['a', 'z', 'part-of', 'x'],
    ]);
    expect(apart).toMatchObject([{ rivals: ['y~did~e', 'z~did~e'] }]);
  });

  test('a claim of responsibility and a blame of somebody else meet in what both are about', () => {
    const { attributions, relations } = find([
      ['b', 'x', 'claimed', 'e', { by: 'x' }],
      ['d', 'y', 'blamed', 'e', { by: 'z' }],
    ]);
    expect(attributions).toMatchObject([{ object: 'e', rivals: ['x~did~e', 'y~did~e'], origins: 2 }]);
    // Both may hold, so it weighs against neither.
    expect(relations).toEqual([]);
  });

  test.each([
    [
      'a unit and its organisation',
      [
        ['b', 'x', 'claimed', 'e'],
        ['d', 'y', 'blamed', 'e'],
        ['a', 'x', 'part-of', 'y'],
      ],
      {},
    ],
    [
      'two that one speaker names together',
      [
        ['b', 'x', 'blamed', 'e'],
        ['b', 'y', 'blamed', 'e'],
      ],
      {},
    ],
    [
      'somebody unidentified',
      [
        ['b', 'x', 'claimed', 'e'],
        ['d', 'y', 'blamed', 'e'],
      ],
      { unidentified: ['y'] },
    ],
    [
      'one who is named by two',
      [
        ['b', 'x', 'claimed', 'e'],
        ['d', 'x', 'blamed', 'e'],
      ],
      {},
    ],
    [
      'a rumour too weak to count',
      [
        ['b', 'x', 'claimed', 'e'],
        ['d', 'y', 'blamed', 'e', { unnamed: 'rumours', hedge: 'allegedly', credibility: 5 }],
      ],
      {},
    ],
  ] as [string, ClaimLine[], Partial<GraphSketch>][])('no rivals: %s', (_, claims, more) => {
    expect(find(claims, more).attributions).toEqual([]);
  });
});
