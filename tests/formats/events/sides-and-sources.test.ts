import { describe, expect, test } from 'vitest';
import { ACLED, GDELT, UCDP_GED } from '../../../src/formats/events/format.ts';
import { isRelationClaim } from '../../../src/model/claim.ts';
import type { GraphDocument } from '../../../src/model/graph-document.ts';
import { disputesOf, graphOf, read, said, together } from './read-table.ts';
import { ACLED_ROW, acled, GDELT_ROW, gdelt, UCDP_ROW, ucdp } from './tables.ts';

/** Who stands in which column of a row. */
function sides(graph: GraphDocument): string[] {
  const name = (id: string): string => graph.entities.find((one) => one.id === id)?.name ?? id;
  return graph.claims.filter(isRelationClaim).flatMap(({ subject, attributes = [] }) => {
    const column = attributes.find((one) => one.name === 'column');
    return column === undefined ? [] : `${name(subject)} | ${column.value}`;
  });
}

describe('sides of an event', () => {
  const battle = {
    ...ACLED_ROW,
    actor1: 'Guard',
    assoc_actor_1: 'Bakers; Millers; Bakers',
    actor2: 'Reed Front',
    assoc_actor_2: 'Millers',
  };

  test('of ACLED say who stood with whom; somebody on both stands on both', async () => {
    const graph = await graphOf(ACLED, 'a.csv', acled(battle));
    expect(sides(graph)).toEqual([
      'Guard | actor1',
      'Bakers | assoc_actor_1',
      'Millers | assoc_actor_1',
      'Reed Front | actor2',
      'Millers | assoc_actor_2',
    ]);
    expect(new Set(graph.claims.map(({ id }) => id)).size).toBe(graph.claims.length);
    const keys = graph.claims.flatMap(({ attributes = [] }) => attributes.filter(({ name }) => name === 'key'));
    expect(keys).toEqual([{ name: 'key', value: 'assoc_actor_2' }]);
  });

  test('do not change what a claim is: two downloads make no dispute', async () => {
    const first = await graphOf(ACLED, 'one.csv', acled(battle));
    const turned = { ...battle, actor1: 'Reed Front', actor2: 'Guard', timestamp: '1685000000' };
    const second = await graphOf(ACLED, 'two.csv', acled(turned));
    expect(await disputesOf(together(first, second))).toEqual([]);
  });

  test('of UCDP say which is side A; in one-sided violence the target is told by its relation, too', async () => {
    expect(sides(await graphOf(UCDP_GED, 'a.csv', ucdp(UCDP_ROW)))).toEqual([
      'Government of Arland | side_a',
      'Reed Front | side_b',
    ]);
    const oneSided = { ...UCDP_ROW, type_of_violence: '3', side_b: 'Civilians', side_b_new_id: '9999' };
    expect(sides(await graphOf(UCDP_GED, 'a.csv', ucdp(oneSided)))[1]).toBe('Civilians | side_b');
  });

  test('of GDELT are told by its relations alone', async () => {
    expect(sides(await graphOf(GDELT, 'g.csv', gdelt(GDELT_ROW)))).toEqual([]);
  });
});

describe('sources of rows', () => {
  const rowSources = (graph: GraphDocument) => graph.sources.filter(({ derivedFrom }) => derivedFrom.length > 0);

  test('rows of the same documents have one, in whatever order they name them', async () => {
    const other = '"Radio Reed,1990-02-04,News";"Arland Post,1990-02-03,Shots at Lowford; two hurt"';
    const rows = [UCDP_ROW, { ...UCDP_ROW, id: '102', source_article: other }];
    for (const list of [rows, rows.toReversed()]) {
      const graph = await graphOf(UCDP_GED, 'GEDEvent_v23_1.csv', ucdp(...list));
      const [one, ...more] = rowSources(graph);
      expect(more).toEqual([]);
      expect(one?.title).toBe('UCDP Georeferenced Event Dataset (GED), 23.1, after Shots at Lowford; two hurt; News');
      const parents = one?.derivedFrom.map((id) => graph.sources.find((source) => source.id === id)?.title);
      expect(parents).toEqual(['UCDP Georeferenced Event Dataset (GED), 23.1', 'Shots at Lowford; two hurt', 'News']);
      expect(graph.claims.filter(({ source }) => source === one?.id)).toHaveLength(16);
    }
  });

  test('rows of other documents have others', async () => {
    const graph = await graphOf(
      ACLED,
      'a.csv',
      acled(ACLED_ROW, { ...ACLED_ROW, event_id_cnty: 'ARL13', source: 'Radio Reed' }),
    );
    expect(rowSources(graph).map(({ title }) => title)).toEqual([
      'Armed Conflict Location & Event Data, a.csv, after Arland Post; Radio Reed',
      'Armed Conflict Location & Event Data, a.csv, after Radio Reed',
    ]);
  });

  test('a long list of documents is counted in the title', async () => {
    const many = Array.from({ length: 40 }, (_, i) => `Paper ${10 + i}`).join(';');
    const graph = await graphOf(
      ACLED,
      'a.csv',
      acled({ ...ACLED_ROW, source: many }, { ...ACLED_ROW, event_id_cnty: 'ARL13', source: `${'x'.repeat(250)};A` }),
    );
    expect(rowSources(graph).map(({ title }) => title.replace(/.*, after /u, ''))).toEqual([
      'Paper 10 and 39 more',
      'A and 1 more',
    ]);
  });
});

describe('GDELT before April 2013', () => {
  test('has no address in its rows: 57 columns', async () => {
    const line = gdelt(GDELT_ROW).split('\t');
    // 2.0 has a second code of regions for each of three places, and an address.
    const cells = line.filter((_, i) => ![39, 47, 55, 60].includes(i));
    expect(cells).toHaveLength(57);
    const text = cells.join('\t');
    expect(GDELT.sniff?.(text, '1979.csv')).toBe(2);
    const graph = await graphOf(GDELT, '1979.csv', text);
    expect(said(graph)).toContainEqual('REED FRONT | second-actor-of | fight, Lowford, Arland, event 900001');
    expect(graph.claims[0]).toMatchObject({ said: '2020-03-04' });
    expect(rowless(graph)).toEqual(['GDELT Event Database, 1979.csv']);
  });
  const rowless = (graph: GraphDocument) => graph.sources.map(({ title }) => title);
});

describe('room for an event table', () => {
  const rows = (count: number, more: string = ''): string =>
    ucdp(...Array.from({ length: count }, (_, i) => ({ ...UCDP_ROW, id: String(200 + i), where_description: more })));

  test('ends in words, and tells where', async () => {
    const { graph, issues } = await read(UCDP_GED, 'a.csv', rows(40), { limits: { records: 300 } });
    expect(graph).toBeUndefined();
    expect(issues).toMatchObject([{ code: 'too-large', severity: 'error', file: 'a.csv' }]);
    expect(issues[0]?.line).toBeGreaterThan(10);
    expect((await read(UCDP_GED, 'a.csv', rows(20), { limits: { records: 300 } })).issues).toEqual([]);
  });

  test('is taken by long texts as well', async () => {
    const { issues } = await read(UCDP_GED, 'a.csv', rows(20, 'x'.repeat(35_000)), { limits: { records: 300 } });
    expect(issues).toMatchObject([{ code: 'too-large', line: 4 }]);
  });
});
