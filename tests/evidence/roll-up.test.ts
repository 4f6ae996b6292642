import { describe, expect, test } from 'vitest';
import { EvidenceTable, weighingOf } from '../../src/evidence/evidence-table.ts';
import { Origins } from '../../src/evidence/origins.ts';
import { MOST_RIVALS } from '../../src/evidence/propositions.ts';
import { RollUp } from '../../src/evidence/roll-up.ts';
import { UNITS_PER_ONE } from '../../src/evidence/weights.ts';
import { without } from '../../src/evidence/without.ts';
import { type ClaimLine, rel, sketchGraph, type TypeSketch, weighSketch } from './sketch-graph.ts';

const TYPES: Readonly<Record<string, TypeSketch>> = {
  backs: {},
  funds: { broader: 'backs' },
  'pays-wages-of': { broader: 'funds' },
  opposes: { excludes: ['backs'] },
  condemns: { broader: 'opposes' },
  allied: { symmetric: true, excludes: ['fights'] },
  fights: { symmetric: true },
  founded: { singleValued: 'object' },
  'set-up': { broader: 'founded' },
};
const SOURCES = { a: 'A', b: 'B', c: 'C', b2: 'B' } as const;

/** Milliseconds: other test files may keep the machine busy. */
const PATIENCE = 60_000;

function weigh(claims: readonly ClaimLine[]) {
  const { table } = weighSketch({ types: TYPES, sources: SOURCES, claims });
  const of = (id: string) => table.evidence(rel(id));
  return { table, of, weights: (id: string) => [of(id).forUnits / UNITS_PER_ONE, of(id).againstUnits / UNITS_PER_ONE] };
}

describe('E14: narrower and broader', () => {
  test('what is said of a narrower type counts for each broader one, of the same two', () => {
    const { weights, of, table } = weigh([['b', 'x', 'pays-wages-of', 'y']]);
    expect(weights('x~pays-wages-of~y')).toEqual([3, 0]);
    expect(weights('x~funds~y')).toEqual([3, 0]);
    expect(weights('x~backs~y')).toEqual([3, 0]);
    expect(of('x~backs~y').claims[0]).toMatchObject({ bearing: 'narrower', on: 'x~pays-wages-of~y' });
    expect(table.get(rel('x~backs~y'))?.claims).toEqual([]);
  });

  test('an origin that says both counts once', () => {
    const { weights, of } = weigh([
      ['b', 'x', 'funds', 'y'],
      ['b', 'x', 'backs', 'y'],
      ['b2', 'x', 'backs', 'y'],
    ]);
    expect(weights('x~backs~y')).toEqual([6, 0]);
    expect(of('x~backs~y').verdict).toBe('corroborated');
    expect(weights('x~funds~y')).toEqual([3, 0]);
  });

  test('a denial of the broader one counts against each narrower one, as an explicit denial', () => {
    const { weights, of } = weigh([
      ['b', 'x', 'pays-wages-of', 'y'],
      ['b2', 'x', 'backs', 'y', { stance: 'denies', by: 'x' }],
    ]);
    for (const id of ['x~pays-wages-of~y', 'x~funds~y', 'x~backs~y']) {
      expect(weights(id)).toEqual([3, 0.5]);
      expect(of(id).explicitDenial).toBe(true);
    }
    expect(of('x~funds~y').claims.find((one) => one.side === 'against')).toMatchObject({ bearing: 'broader' });
  });

  test('so does a doubt of the broader one, as a doubt', () => {
    const { weights, of } = weigh([
      ['b', 'x', 'funds', 'y'],
      ['b2', 'x', 'backs', 'y', { stance: 'doubts' }],
    ]);
    expect(weights('x~funds~y')).toEqual([3, 0.75]);
    expect(of('x~funds~y').explicitDenial).toBe(false);
  });

  test('a denial of a narrower one says nothing against the broader one', () => {
    const { weights } = weigh([
      ['b', 'x', 'backs', 'y'],
      ['b2', 'x', 'funds', 'y', { stance: 'denies' }],
    ]);
    expect(weights('x~backs~y')).toEqual([3, 0]);
    expect(weights('x~funds~y')).toEqual([0, 3]);
  });

  test('what is said of a broader one says nothing for a narrower one', () => {
    const { weights, table } = weigh([
      ['b', 'x', 'backs', 'y'],
      ['c', 'x', 'funds', 'y'],
    ]);
    expect(weights('x~funds~y')).toEqual([1, 0]);
    expect(table.get(rel('x~pays-wages-of~y'))).toBeUndefined();
  });

  test('other ends, and the other way round, are other relations', () => {
    const { table, weights } = weigh([
      ['b', 'x', 'funds', 'y'],
      ['b', 'y', 'backs', 'x', { stance: 'denies' }],
      ['b', 'x', 'backs', 'z', { stance: 'denies' }],
    ]);
    expect(weights('x~funds~y')).toEqual([3, 0]);
    expect(table.evidence(rel('x~backs~y')).explicitDenial).toBe(false);
  });

  test('an origin that asserts the narrower and later denies the broader one has changed its word', () => {
    const { weights, of } = weigh([
      ['b', 'x', 'funds', 'y', { by: 'z', said: '2020' }],
      ['b', 'x', 'backs', 'y', { by: 'z', stance: 'denies', said: '2021' }],
    ]);
    expect(weights('x~funds~y')).toEqual([0, 0.5]);
    expect(of('x~funds~y').origins[0]?.changed).toBe(true);
  });
});

describe('E14: exclusion', () => {
  test('opposite ends weigh against each other, by exclusion and never as a denial', () => {
    const { weights, of } = weigh([
      ['b', 'x', 'backs', 'y'],
      ['c', 'x', 'opposes', 'y'],
    ]);
    expect(weights('x~backs~y')).toEqual([3, 1]);
    expect(weights('x~opposes~y')).toEqual([1, 3]);
    expect(of('x~backs~y')).toMatchObject({ explicitDenial: false, byExclusion: true });
  });

  test('it reaches narrower types on both sides, once for each origin', () => {
    const { weights } = weigh([
      ['b', 'x', 'funds', 'y'],
      ['c', 'x', 'condemns', 'y'],
      ['c', 'x', 'opposes', 'y'],
    ]);
    expect(weights('x~funds~y')).toEqual([3, 1]);
    expect(weights('x~backs~y')).toEqual([3, 1]);
    expect(weights('x~condemns~y')).toEqual([1, 3]);
  });

  test('a denial of what is excluded does not count for the other', () => {
    const { weights } = weigh([
      ['b', 'x', 'backs', 'y'],
      ['c', 'x', 'opposes', 'y', { stance: 'denies' }],
    ]);
    expect(weights('x~backs~y')).toEqual([3, 0]);
  });

  test('symmetric types exclude each other whichever way round they are told', () => {
    const { weights } = weigh([
      ['b', 'y', 'allied', 'x'],
      ['c', 'x', 'fights', 'y'],
    ]);
    expect(weights('x~allied~y')).toEqual([3, 1]);
    expect(weights('x~fights~y')).toEqual([1, 3]);
  });

  test('times that surely lie apart can both hold; an undated word meets any time', () => {
    const apart = weigh([
      ['b', 'x', 'allied', 'y', { when: '1973' }],
      ['c', 'x', 'fights', 'y', { when: '2024/2025' }],
    ]);
    expect(apart.weights('x~allied~y')).toEqual([3, 0]);
    const undated = weigh([
      ['b', 'x', 'allied', 'y'],
      ['c', 'x', 'fights', 'y', { when: '2024/2025' }],
    ]);
    expect(undated.weights('x~allied~y')).toEqual([3, 1]);
  });

  test('what is implied has the time of what implies it', () => {
    const { weights } = weigh([
      ['b', 'x', 'funds', 'y', { when: '1973' }],
      ['c', 'x', 'opposes', 'y', { when: '2024' }],
    ]);
    expect(weights('x~funds~y')).toEqual([3, 0]);
    expect(weights('x~backs~y')).toEqual([3, 0]);
  });

  test('two values of a type that has one exclude each other', () => {
    const { weights, of } = weigh([
      ['b', 'x', 'founded', 'club'],
      ['c', 'y', 'set-up', 'club'],
    ]);
    expect(weights('x~founded~club')).toEqual([3, 1]);
    expect(weights('y~founded~club')).toEqual([1, 3]);
    expect(of('x~founded~club').explicitDenial).toBe(false);
  });

  test('but not two that one speaker names in one source', () => {
    const { weights } = weigh([
      ['b', 'x', 'founded', 'club'],
      ['b', 'y', 'founded', 'club'],
      ['c', 'y', 'founded', 'club'],
    ]);
    expect(weights('x~founded~club')).toEqual([3, 0]);
  });

  test('also where one of the two is told by a narrower type', () => {
    const { weights } = weigh([
      ['b', 'x', 'set-up', 'club'],
      ['b', 'y', 'founded', 'club'],
    ]);
    expect(weights('x~founded~club')).toEqual([3, 0]);
  });

  test('beyond a bound rivals are not weighed against each other, all alike', () => {
    const many = Array.from(
      { length: MOST_RIVALS + 1 },
      (_, i): ClaimLine => [['a', 'b', 'c'][i % 3] ?? 'a', `x${i}`, 'founded', 'club', { by: `s${i}` }],
    );
    expect(weigh(many).weights('x0~founded~club')[1]).toBe(0);
    expect(weigh(many.slice(1)).weights('x1~founded~club')[1]).toBeGreaterThan(0);
  });

  test('the bound counts different answers that somebody asserts', () => {
    const many = Array.from(
      { length: MOST_RIVALS },
      (_, i): ClaimLine => [['a', 'b', 'c'][i % 3] ?? 'a', `x${i}`, 'founded', 'club', { by: `s${i}` }],
    );
    const denied = many.map(([source], i): ClaimLine => [source, `z${i}`, 'founded', 'club', { stance: 'denies' }]);
    const twice: ClaimLine[] = [['a', 'x0', 'set-up', 'club', { by: 's0' }]];
    expect(weigh([...many, ...denied, ...twice]).weights('x0~founded~club')[1]).toBeGreaterThan(0);
  });

  test(
    '10,000 answers to one question are read quickly, asserted or denied',
    () => {
      for (const stance of ['asserts', 'denies'] as const) {
        const lines = Array.from(
          { length: 10_000 },
          (_, i): ClaimLine => ['b', `x${i}`, 'founded', 'club', { stance }],
        );
        const graph = sketchGraph({ types: TYPES, sources: SOURCES, claims: lines });
        const weighing = weighingOf(graph, new Origins(graph));
        const start = performance.now();
        const table = new EvidenceTable(graph.claims, new RollUp(graph.ontology), weighing);
        expect(without(table, new Set(graph.claims))).toHaveLength(10_000);
        // Quadratic, this takes minutes.
        expect(performance.now() - start).toBeLessThan(5_000);
      }
    },
    PATIENCE,
  );

  test('a word on the relation itself goes before one of equal weight that only excludes it', () => {
    // Whatever the ids of the two claims are, and thus whichever comes first.
    for (let i = 0; i < 8; i++) {
      const evidence = weigh([
        ['b', 'x', 'backs', 'y'],
        ['c', 'x', 'opposes', 'y', { by: 'z' }],
        ['c', 'x', 'backs', 'y', { by: 'z', stance: 'denies', when: `20${10 + i}` }],
      ]).of('x~backs~y');
      expect([evidence.explicitDenial, evidence.byExclusion]).toEqual([true, false]);
    }
  });
});

describe('E14: broader and narrower relations of a relation', () => {
  test('a symmetric one is narrower than the broader one either way round, as its evidence is', () => {
    const { table } = weighSketch({
      types: { meets: {}, 'talks-with': { broader: 'meets', symmetric: true } },
      sources: SOURCES,
      claims: [['b', 'y', 'talks-with', 'x']],
    });
    const ids = (found: readonly { readonly id: string }[]): string[] => found.map(({ id }) => id);
    expect(ids(table.broader(rel('x~talks-with~y')))).toEqual(['x~meets~y', 'y~meets~x']);
    for (const id of ['x~meets~y', 'y~meets~x']) {
      expect(ids(table.narrower(rel(id)))).toEqual(['x~talks-with~y']);
      expect(table.bearing(rel(id)).map(({ bearing }) => bearing)).toEqual(['narrower']);
    }
  });
});
