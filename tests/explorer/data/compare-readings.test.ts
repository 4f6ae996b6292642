import { expect, test } from 'vitest';
import { compareReadings, equalOf } from '../../../src/explorer/data/compare-readings.ts';
import { joinGraphs } from '../../../src/explorer/data/join-readings.ts';
import { equalText, pairsText } from '../../../src/explorer/import/match-words.ts';
import { readEdgeList } from '../../../src/formats/edge-list/read-edge-list.ts';
import { inputOf } from '../../../src/formats/read-text.ts';
import type { NamedGraph } from '../../../src/knowledge/merge-graphs.ts';

async function table(name: string, rows: string): Promise<NamedGraph> {
  const { graph } = await readEdgeList(inputOf(name, `from,to,relation\n${rows}`));
  if (graph === undefined) throw new Error('the table cannot be read');
  return { name, graph };
}

test('what a merge makes one unasked is counted and listed: no more and no less than it does', async () => {
  const [one, two] = await Promise.all([
    table('one.csv', 'India,BLA,backs\nAnn,BLA,knows\n'),
    table('two.csv', 'India,BLA,backs\nZed,BLA,knows\n'),
  ]);
  const compared = compareReadings([one, two]);
  const { equal } = compared;
  const names = equal.listed.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['India', 'BLA']));
  expect(names).not.toContain('Ann');
  expect(equal.listed[0]?.kind).toBe('Thing');
  const merged = joinGraphs([one, two], { matches: [], sameIds: false });
  const before = one.graph.entities.length + two.graph.entities.length;
  expect(equal.entities).toBe(before - merged.entities.length);
  expect(equal.claims).toBe(one.graph.claims.length + two.graph.claims.length - merged.claims.length);
  expect(equal.within).toBeUndefined();
  expect(equalText(equal)).toMatch(/have the same id and the same content in two graphs or more/u);
  // The step must not say that only what somebody calls the same becomes one.
  expect(pairsText(compared)).not.toMatch(/put together as they are|Only those you call/u);
});

test('a graph that is in another already is said to be, and one of which nothing is, is not', async () => {
  const one = await table('one.csv', 'India,BLA,backs\nAnn,BLA,knows\n');
  const again = { name: 'again', graph: one.graph };
  const equal = equalOf([one, again]);
  expect(equal).toMatchObject({
    entities: one.graph.entities.length,
    claims: 2,
    within: { graph: 'one.csv', others: ['again'] },
  });
  expect(equalText(equal)).toBe('All of again is in one.csv already: it adds nothing.');
  const { graph } = await table('other.csv', 'Zed,Yan,knows\n');
  const apart = compareReadings([one, { name: 'other.csv', graph }]);
  expect(apart.equal).toEqual({ listed: [], entities: 0, claims: 0, sources: 0 });
  expect(equalText(apart.equal)).toBeUndefined();
  expect(pairsText(apart)).toBe('No two entities of different graphs look alike. They are put together as they are.');
});
