import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PathSearcher } from '../../src/tracing/paths.ts';
import { naivePaths } from './naive-paths.ts';
import { questions } from './sketch-network.ts';

/** The second stands in the name of its test. */
const SEEDS = [20_261_121, Date.now() % 2 ** 31];
/** Milliseconds: other test files may keep the machine busy. */
const PATIENCE = 60_000;

describe.each(SEEDS)('paths against brute force, seed %i', (seed) => {
  test.each([
    [5, 9, 1500],
    [7, 16, 1500],
    [9, 18, 800],
  ])(
    'E24, E26, E27: the first k in order, whatever the constraints (%i entities, up to %i relations)',
    (entities, most, runs) => {
      fc.assert(
        fc.property(questions(entities, most), ({ network, query }) => {
          const answer = new PathSearcher(network).search(query);
          expect(answer.cutShort).toBe(false);
          expect(answer.paths).toEqual(naivePaths(network, query).slice(0, query.k));
        }),
        { seed, numRuns: runs },
      );
    },
    PATIENCE,
  );

  test(
    'the way out of dead ends, taken at once, answers the same',
    () => {
      fc.assert(
        fc.property(questions(7, 14), ({ network, query: { times: _, ...query } }) => {
          const answer = new PathSearcher(network, Number.NEGATIVE_INFINITY).search(query);
          expect(answer.cutShort).toBe(false);
          expect(answer.paths).toEqual(naivePaths(network, query).slice(0, query.k));
        }),
        { seed, numRuns: 800 },
      );
    },
    PATIENCE,
  );

  test(
    'a search cut short at any point gives the first paths in order',
    () => {
      fc.assert(
        fc.property(questions(6, 12), fc.nat(30), ({ network, query }, most) => {
          const answer = new PathSearcher(network).search({ ...query, most });
          const all = naivePaths(network, query).slice(0, query.k);
          expect(answer.expanded).toBeLessThanOrEqual(most);
          expect(answer.paths).toEqual(all.slice(0, answer.paths.length));
          if (!answer.cutShort) expect(answer.paths).toHaveLength(all.length);
        }),
        { seed, numRuns: 800 },
      );
    },
    PATIENCE,
  );

  test(
    'T6: a searcher that is used again answers as a new one does',
    () => {
      fc.assert(
        fc.property(fc.array(questions(6, 12), { minLength: 1, maxLength: 3 }), (asked) => {
          const [first] = asked;
          if (first === undefined) return;
          const searcher = new PathSearcher(first.network);
          const queries = asked.filter(({ network }) => network.relations === first.network.relations);
          for (const { query } of [...queries, ...queries]) {
            const { weight: _, ...plain } = query;
            expect(searcher.search(plain)).toEqual(new PathSearcher(first.network).search(plain));
          }
        }),
        { seed, numRuns: 300 },
      );
    },
    PATIENCE,
  );
});
