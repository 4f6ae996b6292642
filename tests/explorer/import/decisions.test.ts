import { expect, test } from 'vitest';
import type { Pair } from '../../../src/explorer/data/join-readings.ts';
import { type Decided, decide, filterPairs, matchesOf } from '../../../src/explorer/import/decisions.ts';
import { EntityId } from '../../../src/model/ids.ts';

function pair(a: string, b: string, aliases: readonly string[] = []): Pair {
  const side = (graph: string, name: string) => ({ graph, id: EntityId.parse(name), name, kind: 'Person', aliases });
  return { a: side('one', a), b: side('two', b), reasons: ['same name'], against: [], by: [] };
}
const ANN = pair('Ann', 'ann', ['Lee']);
const BEN = pair('Ben', 'ben');
const PAIRS = [ANN, BEN];
const NOTHING: Decided = new Map();

test('only what was decided is handed to the merge; a later answer takes the place of an earlier one', () => {
  expect(matchesOf(PAIRS, NOTHING)).toEqual([]);
  const decided = decide(decide(NOTHING, ANN, 'same'), ANN, 'unsure');
  expect(matchesOf(PAIRS, decided)).toEqual([
    { a: { graph: 'one', id: 'Ann' }, b: { graph: 'two', id: 'ann' }, decision: 'unsure' },
  ]);
});

test('an answer that is taken back leaves the pair as if nobody had decided it, and the others as they are', () => {
  const decided = decide(decide(NOTHING, ANN, 'same'), BEN, 'not-same');
  const back = decide(decided, ANN, undefined);
  expect(matchesOf(PAIRS, back)).toEqual(matchesOf([BEN], decided));
  expect(filterPairs(PAIRS, back, '', 'open')).toEqual([ANN]);
  expect(decided.size).toBe(2);
});

test('pairs are found by name, alias and kind, and by answer', () => {
  const decided = decide(NOTHING, ANN, 'same');
  expect(filterPairs(PAIRS, decided, 'LEE', 'all')).toEqual([ANN]);
  expect(filterPairs(PAIRS, decided, 'person', 'all')).toEqual(PAIRS);
  expect(filterPairs(PAIRS, decided, '', 'open')).toEqual([BEN]);
  expect(filterPairs(PAIRS, decided, '', 'same')).toEqual([ANN]);
  expect(filterPairs(PAIRS, decided, 'ben', 'same')).toEqual([]);
});
