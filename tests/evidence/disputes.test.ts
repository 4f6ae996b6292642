import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attributionDisputes, contention, isDispute, relationDisputes, rivalry } from '../../src/evidence/disputes.ts';
import { DEFAULT_WEIGHTS } from '../../src/evidence/weights.ts';
import type { RelationId } from '../../src/model/ids.ts';
import { claimLines, excludingLines, TYPES } from './arbitrary-graph.ts';
import { type ClaimLine, type GraphSketch, rel, weighSketch } from './sketch-graph.ts';

const SOURCES = { a: 'A', b: 'B', c: 'C', d: 'B' } as const;

/** Milliseconds: other test files may keep the machine busy. */
const PATIENCE = 60_000;

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

describe('E19: no denial is folded away', () => {
  /** The denials that stand on each disputed relation, and whether an entry has them. */
  function hidden(claims: readonly ClaimLine[], types: GraphSketch['types'] = TYPES): string[] {
    const { table } = weighSketch({ types, sources: SOURCES, claims });
    const found = relationDisputes(table, DEFAULT_WEIGHTS);
    const deniersOf = (id: RelationId): string[] =>
      table
        .evidence(id)
        .claims.filter(({ claim, counting }) => claim.stance === 'denies' && counting !== 'taken-back')
        .map(({ origin }) => origin);
    const disputed = [...table.relations()].filter(({ id }) => isDispute(table.evidence(id)));
    return disputed.flatMap(({ id }) => {
      const entry = found.find(({ relation, narrower }) => relation === id || narrower.includes(id));
      const shown = new Set(entry === undefined ? [] : deniersOf(entry.relation));
      return deniersOf(id).flatMap((origin) => (shown.has(origin) ? [] : [`${id} denied by ${origin}`]));
    });
  }

  test('a relation that is denied stands beside a broader one that is only doubted', () => {
    const claims: ClaimLine[] = [
      ['b', 'x', 'funds', 'y'],
      ['d', 'x', 'funds', 'y', { stance: 'denies' }],
      ['a', 'x', 'backs', 'y', { stance: 'doubts' }],
    ];
    expect(find(claims).relations.map(({ relation, kind }) => [relation, kind])).toEqual([
      ['x~backs~y', 'doubt'],
      ['x~funds~y', 'denial'],
    ]);
    expect(hidden(claims)).toEqual([]);
  });

  test('also beside a broader one that somebody else denies', () => {
    const claims: ClaimLine[] = [
      ['b', 'x', 'funds', 'y'],
      ['d', 'x', 'funds', 'y', { stance: 'denies' }],
      ['a', 'x', 'backs', 'y', { stance: 'denies' }],
      ['a', 'x', 'backs', 'y', { by: 'w' }],
    ];
    expect(find(claims).relations.map(({ relation }) => relation)).toEqual(['x~backs~y', 'x~funds~y']);
    expect(hidden(claims)).toEqual([]);
  });

  test('also where the broader one is only excluded, and its excluder stands for it', () => {
    const claims: ClaimLine[] = [
      ['b', 'x', 'pays', 'y'],
      ['d', 'x', 'funds', 'y', { stance: 'denies' }],
      ['a', 'x', 'attacks', 'y', { credibility: 3 }],
    ];
    const types = { ...TYPES, attacks: { excludes: ['backs'] } };
    const { relations } = find(claims, { types });
    expect(relations.map(({ relation, kind, narrower }) => [relation, kind, narrower])).toContainEqual([
      'x~funds~y',
      'denial',
      ['x~pays~y'],
    ]);
    expect(hidden(claims, types)).toEqual([]);
  });

  test('nor is a doubt lost where one that it excludes would stand for the relation', () => {
    const claims: ClaimLine[] = [
      ['b', 'x', 'allied', 'y'],
      ['d', 'x', 'fights', 'y'],
      ['a', 'x', 'fights', 'y', { stance: 'doubts' }],
    ];
    expect(find(claims).relations.map(({ relation }) => relation)).toEqual(['x~allied~y', 'x~fights~y']);
  });

  test.each([
    ['pinned', 24_112_026],
    ['fresh', Date.now() % 2 ** 31],
  ])(
    'each denial of what is in dispute is in the entry under which it is listed (%s seed %i)',
    (_, seed) => {
      const types = { ...TYPES, attacks: { excludes: ['backs'] } };
      fc.assert(
        fc.property(fc.oneof(claimLines, excludingLines), (lines) => {
          expect(hidden(lines, types)).toEqual([]);
        }),
        { seed, numRuns: 200 },
      );
    },
    PATIENCE,
  );
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

  test('it says which of them are rivals, of each other and not of themselves', () => {
    const { attributions } = find([
      ['a', 'x', 'blamed', 'e'],
      ['b', 'y', 'blamed', 'e'],
      ['d', 'z', 'blamed', 'e'],
      ['a', 'y', 'part-of', 'z'],
    ]);
    const [dispute] = attributions;
    expect(dispute?.rivals).toEqual(['x~did~e', 'y~did~e', 'z~did~e']);
    expect(dispute?.rivalPairs).toEqual([
      ['x~did~e', 'y~did~e'],
      ['x~did~e', 'z~did~e'],
    ]);
    const areRivals = rivalry(dispute ?? { rivalPairs: [] });
    const [x, y, z] = [rel('x~did~e'), rel('y~did~e'), rel('z~did~e')];
    expect([areRivals(x, y), areRivals(y, x), areRivals(z, x)]).toEqual([true, true, true]);
    expect([areRivals(y, z), areRivals(x, x)]).toEqual([false, false]);
  });

  test('somebody unnamed is not whoever has an id of that name', () => {
    const { attributions } = find([
      ['b', 'x', 'blamed', 'e', { unnamed: 'militia' }],
      ['b', 'y', 'blamed', 'e', { by: 'militia' }],
    ]);
    expect(attributions).toMatchObject([{ rivals: ['x~did~e', 'y~did~e'] }]);
  });

  test('who asserts one of two answers that exclude each other does not name the other with it', () => {
    const { attributions } = find(
      [
        ['a', 'x', 'did', 'e'],
        ['b', 'y', 'did', 'e'],
      ],
      { types: { did: { attribution: true, singleValued: 'object' } } },
    );
    expect(attributions).toMatchObject([{ rivals: ['x~did~e', 'y~did~e'] }]);
  });

  test(
    '10,000 answers to one question are compared quickly',
    () => {
      const claims = Array.from({ length: 10_000 }, (_, i): ClaimLine => ['a', `x${i}`, 'did', 'e', { by: `w${i}` }]);
      const { table, weighing } = weighSketch({ types: TYPES, sources: SOURCES, claims });
      const start = performance.now();
      const [dispute] = attributionDisputes(table, DEFAULT_WEIGHTS, weighing.entities);
      expect(performance.now() - start).toBeLessThan(2_000);
      expect(dispute?.rivals).toHaveLength(64);
    },
    PATIENCE,
  );

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
