import { describe, expect, test } from 'vitest';
import { EventMapping } from '../../../src/formats/events/event-mapping.ts';
import { ACLED, eventFormat, GDELT, UCDP_GED } from '../../../src/formats/events/format.ts';
import ucdpMapping from '../../../src/formats/events/mappings/ucdp-ged.json' with { type: 'json' };
import { Mapping } from '../../../src/formats/foreign/mapping.ts';
import { InMemoryKnowledgeBase } from '../../../src/knowledge/in-memory.ts';
import { mergeGraphs } from '../../../src/knowledge/merge-graphs.ts';
import { checkGraph } from '../../../src/model/check-graph.ts';
import { isFigureClaim } from '../../../src/model/claim.ts';
import { dateBounds, Edtf } from '../../../src/model/dates.ts';
import { disputesOf, figures, graphOf, read, said, together } from './read-table.ts';
import { ACLED_ROW, acled, type EventRow, GDELT_ROW, gdelt, UCDP_ROW, ucdp } from './tables.ts';

describe('UCDP GED', () => {
  const file = 'GEDEvent_v23_1.csv';

  test('a row is an event with its sides, its place as far as it is known, and its figures', async () => {
    const graph = await graphOf(UCDP_GED, file, ucdp(UCDP_ROW));
    expect(said(graph)).toEqual([
      'Government of Arland | took-part-in | Government of Arland - Reed Front, Lowford, event 101',
      'Reed Front | took-part-in | Government of Arland - Reed Front, Lowford, event 101',
      'Government of Arland - Reed Front, Lowford, event 101 | occurred-in | Lowford',
      'Lowford | located-in | Ford district',
      'Ford district | located-in | North province',
      'North province | located-in | Arland',
    ]);
    expect(figures(graph)).toEqual([
      'killed people: 2–7',
      'killed-best-estimate people: 3–3',
      'killed-best-estimate Government of Arland: 1–1',
      'killed-best-estimate civilians: 2–2',
    ]);
  });

  test('the two dates are the bounds of one day, not a duration', async () => {
    const graph = await graphOf(UCDP_GED, file, ucdp(UCDP_ROW));
    expect(new Set(graph.claims.flatMap((claim) => claim.when ?? []))).toEqual(new Set(['[1990-02-02..1990-02-05]']));
    const month = { ...UCDP_ROW, date_start: '1990-02-01', date_end: '1990-02-28' };
    expect((await graphOf(UCDP_GED, file, ucdp(month))).claims[0]?.when).toBe('1990-02');
    expect(Edtf.safeParse('[1990-02-02..1990-02-05]').success).toBe(true);
  });

  test('a place of low precision is the area, not the town in the middle of it', async () => {
    const graph = await graphOf(UCDP_GED, file, ucdp({ ...UCDP_ROW, where_prec: '4' }));
    expect(said(graph)[2]).toMatch(/occurred-in \| North province$/u);
    const classed = graph.claims.find((claim) => claim.type === 'classed-as');
    expect(classed?.attributes).toContainEqual({ name: 'where_coordinates', value: 'Lowford' });
  });

  test('in one-sided violence the second side is the target', async () => {
    const row = { ...UCDP_ROW, type_of_violence: '3', side_b: 'Civilians', side_b_new_id: '9999' };
    expect(said(await graphOf(UCDP_GED, file, ucdp(row)))[1]).toMatch(/^Civilians \| targeted-in/u);
  });

  test('source strings are sources that the row takes its word from, after the edition', async () => {
    const graph = await graphOf(UCDP_GED, file, ucdp(UCDP_ROW));
    const row = graph.sources.find((source) => source.id === graph.claims[0]?.source);
    const from = row?.derivedFrom.map((id) => graph.sources.find((source) => source.id === id));
    expect(from).toMatchObject([
      { title: 'UCDP Georeferenced Event Dataset (GED), 23.1', published: '2023?' },
      { title: 'Shots at Lowford; two hurt', publisher: 'Arland Post', published: '1990-02-03' },
      { title: 'News', publisher: 'Radio Reed', published: '1990-02-04' },
    ]);
  });

  test('all other columns are kept with the claim that classes the event', async () => {
    const { claims } = await graphOf(UCDP_GED, file, ucdp(UCDP_ROW));
    const classed = claims.find((claim) => claim.type === 'classed-as');
    expect(classed?.literal).toBe('state-based conflict');
    expect(classed?.attributes).toEqual(
      expect.arrayContaining([
        { name: 'relid', value: 'XAA-1990-1-1-1' },
        { name: 'where_prec', value: '1' },
        { name: 'date_prec', value: '2' },
        { name: 'deaths_b', value: '0' },
      ]),
    );
  });

  test('two editions one after the other make no dispute; the later one stands', async () => {
    const old = await graphOf(UCDP_GED, 'GEDEvent_v22_1.csv', ucdp(UCDP_ROW));
    const changed = {
      ...UCDP_ROW,
      best: '40',
      low: '30',
      high: '50',
      deaths_civilians: '39',
      type_of_violence: '2',
      source_article: '"Another Paper,1990-03-01,Count";"Arland Post,1990-02-03,Shots at Lowford; two hurt"',
    };
    const both = together(old, await graphOf(UCDP_GED, file, ucdp(changed)));
    expect(checkGraph(both).filter((issue) => issue.severity === 'error')).toEqual([]);
    for (const graph of [both, { ...both, claims: both.claims.toReversed() }]) {
      expect(await disputesOf(graph)).toEqual([]);
      const { items } = await new InMemoryKnowledgeBase(graph).figures();
      const killed = items.filter((one) => one.type === 'killed');
      expect(killed).toHaveLength(1);
      expect(killed[0]?.evidence.origins).toMatchObject([{ interval: { min: 30, max: 50 }, changed: true }]);
    }
  });

  test.each([
    ['GEDEvent_v24_0_2.csv', '24.0_2', '2024?'],
    ['ged231.csv', '23.1', '2023?'],
    ['my download.csv', 'my download.csv', undefined],
  ])('the edition of %s is %s', async (name, edition, published) => {
    const { graph } = await read(UCDP_GED, name, ucdp(UCDP_ROW));
    const source = graph?.sources.find((one) => one.title.endsWith(`(GED), ${edition}`));
    expect(source?.published).toBe(published);
    expect(graph?.claims[0]?.said).toBe(published);
  });

  test('the person may know more of the edition', async () => {
    const mapping = Mapping.parse({
      version: 1,
      source: { title: 'GED, final', published: '2023-06-01', reliability: 'B', reason: 'Reviewed yearly.' },
    });
    const { graph } = await read(UCDP_GED, file, ucdp(UCDP_ROW), { mapping });
    const grades = graph?.sources.filter((one) => one.title.startsWith('GED, final')).map((one) => one.reliability);
    expect(grades).toEqual(['B', 'B']);
    expect(graph?.claims[0]?.said).toBe('2023-06-01');
  });

  test('the same rows of somebody else would be a dispute', async () => {
    const first = await graphOf(UCDP_GED, file, ucdp(UCDP_ROW));
    const other = eventFormat(
      EventMapping.parse({
        ...ucdpMapping,
        dataset: { title: 'Other', publisher: 'Somebody else', speaker: 'somebody-else' },
      }),
    );
    const second = await graphOf(other, 'other.csv', ucdp({ ...UCDP_ROW, low: '30', best: '40', high: '50' }));
    expect(await disputesOf(together(first, second))).toContain('figure');
  });

  const refused = async (change: EventRow) => {
    const text = ucdp({ ...UCDP_ROW, id: '100' }, { ...UCDP_ROW, ...change });
    const { issues } = await read(UCDP_GED, file, text);
    return { issues, skipping: await read(UCDP_GED, file, text, { skipBad: true }) };
  };

  test('a row without an id is located, and left out only when asked', async () => {
    const { issues, skipping } = await refused({ id: '' });
    expect(issues).toMatchObject([{ code: 'missing-field', line: 3, severity: 'error' }]);
    expect(skipping.skipped).toBe(1);
    expect(skipping.graph?.entities.filter(({ kind }) => kind === 'event')).toHaveLength(1);
  });

  test.each([
    ['no number', { best: 'many' }],
    ['low above high', { low: '9', high: '1' }],
    ['a negative number', { low: '-4' }],
  ])('%s is located; when asked that figure alone is left out, and its cells are kept', async (_, change) => {
    const { issues, skipping } = await refused(change);
    expect(issues).toMatchObject([{ code: 'invalid-value', line: 3, severity: 'error' }]);
    const { graph, skipped, losses, issues: told } = skipping;
    // The row is there: no record was left out.
    expect(skipped).toBe(0);
    expect(losses).toMatchObject([{ field: 'figures', count: 1 }]);
    expect(told).toMatchObject([{ severity: 'warning', line: 3 }]);
    expect(told[0]?.message).toMatch(/; that figure was left out, and the rest of the row was taken$/u);
    expect(graph?.entities.filter(({ kind }) => kind === 'event')).toHaveLength(2);
    expect(graph?.claims.filter(isFigureClaim)).toHaveLength(7);
    const classed = graph?.claims.findLast((claim) => claim.type === 'classed-as');
    for (const [name, value] of Object.entries(change)) expect(classed?.attributes).toContainEqual({ name, value });
  });

  test('one bound may stand alone', async () => {
    const graph = await graphOf(UCDP_GED, file, ucdp({ ...UCDP_ROW, low: '' }));
    expect(figures(graph)[0]).toBe('killed people: undefined–7');
  });

  test('a row given twice is told', async () => {
    const { issues } = await read(UCDP_GED, file, ucdp(UCDP_ROW, UCDP_ROW));
    expect(issues).toMatchObject([{ code: 'duplicate-id', line: 3 }]);
  });

  test('a day that is no day stays what it is, and is told once for its row', async () => {
    const { graph, issues } = await read(UCDP_GED, file, ucdp({ ...UCDP_ROW, date_start: '02/03/1990' }));
    expect(graph?.claims.every((claim) => claim.when === undefined)).toBe(true);
    expect(issues).toMatchObject([{ code: 'invalid-value', severity: 'warning', line: 2 }]);
    const classed = graph?.claims.find((claim) => claim.type === 'classed-as');
    expect(classed?.attributes).toContainEqual({ name: 'date_start', value: '02/03/1990' });
  });

  test('the day of publication that a person gives and that is none is told once', async () => {
    const mapping = Mapping.parse({ version: 1, source: { published: 'last spring' } });
    const { graph, issues } = await read(UCDP_GED, file, ucdp({ ...UCDP_ROW, source_article: '' }), { mapping });
    expect(graph?.claims.every((claim) => claim.said === undefined)).toBe(true);
    expect(issues).toHaveLength(1);
  });

  test('an event known to a week lies in all of that week', async () => {
    const { claims } = await graphOf(UCDP_GED, file, ucdp(UCDP_ROW));
    const { when } = claims[0] ?? {};
    if (when === undefined) throw new Error('no time');
    const { min, max } = dateBounds(when);
    expect([new Date(min).toISOString(), new Date(max).toISOString()]).toEqual([
      '1990-02-02T00:00:00.000Z',
      '1990-02-05T23:59:59.999Z',
    ]);
  });

  test('a place that is only near is not the place', async () => {
    const graph = await graphOf(UCDP_GED, file, ucdp({ ...UCDP_ROW, where_prec: '2' }));
    expect(said(graph)[2]).toMatch(/occurred-near \| Lowford$/u);
    expect(said(graph).filter((one) => one.includes('occurred-in'))).toEqual([]);
  });

  test('the folder of a file is no part of its edition', async () => {
    for (const name of ['my download.csv', file]) {
      const { graph } = await read(UCDP_GED, name, ucdp(UCDP_ROW));
      for (const folder of ['/home/ann/', 'C:\\Users\\Ann\\']) {
        expect((await read(UCDP_GED, `${folder}${name}`, ucdp(UCDP_ROW))).graph).toEqual(graph);
      }
    }
  });
});

describe('ACLED', () => {
  test('a row is an event of its day, as exactly as it is known, with those associated', async () => {
    const graph = await graphOf(ACLED, 'acled.csv', acled(ACLED_ROW));
    expect(said(graph).slice(0, 3)).toEqual([
      'Protesters (Arland) | took-part-in | Peaceful protest, Lowford, ARL12',
      'Students | associated-in | Peaceful protest, Lowford, ARL12',
      'Bakers of Lowford | associated-in | Peaceful protest, Lowford, ARL12',
    ]);
    expect(graph.claims[0]).toMatchObject({
      when: '2020-03-03~',
      said: '2020-03-23',
      literal: 'Protests: Peaceful protest',
      summary: 'People stood on the bridge.',
    });
    expect(figures(graph)).toEqual(['killed people: 0–0']);
    expect(graph.sources.map((one) => one.title)).toEqual(expect.arrayContaining(['Arland Post', 'Radio Reed']));
    const month = await graphOf(ACLED, 'a.csv', acled({ ...ACLED_ROW, time_precision: '3', event_date: '2020-03-31' }));
    expect(month.claims[0]?.when).toBe('2020-03');
  });

  test('somebody of whom only the sort is known is nobody in particular', async () => {
    const row = { ...ACLED_ROW, actor2: 'Unidentified Armed Group (Arland)' };
    const graph = await graphOf(ACLED, 'acled.csv', acled(row));
    const unidentified = graph.entities.filter((one) => one.unidentified).map(({ name }) => name);
    expect(unidentified).toEqual(['Unidentified Armed Group (Arland)']);
  });

  test('where a town stands for the area around it, the event is near it', async () => {
    const graph = await graphOf(ACLED, 'acled.csv', acled({ ...ACLED_ROW, geo_precision: '2' }));
    expect(said(graph)).toContainEqual(expect.stringMatching(/occurred-near \| Lowford$/u));
  });

  test('a day of writing that is none is told once, and stays an attribute', async () => {
    const { graph, issues } = await read(ACLED, 'a.csv', acled({ ...ACLED_ROW, timestamp: '171500' }));
    expect(issues).toMatchObject([{ severity: 'warning', line: 2, got: '"171500"' }]);
    expect(graph?.claims[0]?.attributes).toContainEqual({ name: 'timestamp', value: '171500' });
  });

  test('two downloads with another count make no dispute, though their files have no edition', async () => {
    const first = await graphOf(ACLED, 'one.csv', acled(ACLED_ROW));
    const later = { ...ACLED_ROW, fatalities: '5', timestamp: '1685000000', source: 'Radio Reed' };
    const second = await graphOf(ACLED, 'two.csv', acled(later));
    expect(await disputesOf(together(first, second))).toEqual([]);
  });

  test('missing columns are named', async () => {
    const { issues } = await read(ACLED, 'a.csv', 'event_id_cnty,event_date\n1,2020-01-01\n');
    expect(issues).toMatchObject([{ code: 'missing-field', expected: 'event_type, actor1' }]);
  });
});

describe('GDELT', () => {
  const file = '20200304.export.CSV';

  test('a line without a header is an event of two actors by its CAMEO code', async () => {
    const graph = await graphOf(GDELT, file, gdelt(GDELT_ROW));
    expect(said(graph).slice(0, 2)).toEqual([
      'ARLAND "GOV | first-actor-of | fight, Lowford, Arland, event 900001',
      'REED FRONT | second-actor-of | fight, Lowford, Arland, event 900001',
    ]);
    const [classed] = graph.claims;
    expect(classed).toMatchObject({ literal: 'CAMEO 190 (fight)', when: '2020-03-03', said: '2020-03-04' });
    expect(classed?.attributes).toContainEqual({ name: 'GoldsteinScale', value: '-10.0' });
    expect(classed?.attributes).toContainEqual({ name: 'NumSources', value: '2' });
    expect(graph.sources).toContainEqual(
      expect.objectContaining({ url: 'https://news.example.org/a?b=1', publisher: 'news.example.org' }),
    );
  });

  test('one code is no identity: who goes by different names under it is told apart, in whatever file', async () => {
    const row = (name: string, code: string, country: string, number: string): string =>
      gdelt({ ...GDELT_ROW, 0: number, 5: '', 6: '', 15: code, 16: name, 17: country });
    const first = await graphOf(
      GDELT,
      '20200304001500.export.CSV',
      [
        row('PRESIDENT', 'GOV', '', '900001'),
        row('POLICE', 'GOV', '', '900002'),
        row('ARLANDER', 'ARLGOV', 'ARL', '900003'),
      ].join('\n'),
    );
    const actors = first.entities.filter(({ kind }) => kind === 'actor');
    expect(actors.map(({ id, name, aliases, unidentified }) => [id, name, aliases, unidentified])).toEqual([
      ['gdelt:actor:ARLGOV/ARLANDER', 'ARLANDER', [], false],
      // Of a president of nowhere in particular only the sort is known.
      ['gdelt:sort-of-actor:GOV/PRESIDENT', 'PRESIDENT', [], true],
      ['gdelt:sort-of-actor:GOV/POLICE', 'POLICE', [], true],
    ]);
    const next = await graphOf(GDELT, '20200304003000.export.CSV', row('ARLANDIC', 'ARLGOV', 'ARL', '900004'));
    const both = mergeGraphs([
      { name: 'first', graph: first },
      { name: 'next', graph: next },
    ]);
    expect(both.graph.entities.filter(({ id }) => id.includes('@'))).toEqual([]);
  });

  test('an address that a browser would execute is no link', async () => {
    const { graph, issues } = await read(GDELT, file, gdelt({ ...GDELT_ROW, 60: 'javascript:alert(1)' }));
    expect(graph?.sources.flatMap((one) => one.url ?? [])).toEqual([]);
    expect(graph?.sources.map((one) => one.title)).toContain('javascript:alert(1)');
    expect(issues).toMatchObject([{ code: 'markup-in-label', severity: 'warning' }]);
  });

  test('a table with a header, other capitals and commas is read as well', async () => {
    const header =
      'GlobalEventID,SQLDATE,Actor1Code,Actor1Name,Actor2Code,EventCode,EventRootCode,GoldsteinScale,SOURCEURL';
    const graph = await graphOf(GDELT, 'g.csv', `${header}\n1,20200101,A,"Ann, A.",B,010,01,0.0,\n`);
    expect(said(graph)).toEqual([
      'Ann, A. | first-actor-of | make public statement, event 1',
      'B | second-actor-of | make public statement, event 1',
    ]);
  });
});

describe('an event table is known by its columns', () => {
  test.each([
    [UCDP_GED, ucdp(UCDP_ROW)],
    [ACLED, acled(ACLED_ROW)],
    [GDELT, gdelt(GDELT_ROW)],
  ])('%#', (format, text) => {
    for (const one of [UCDP_GED, ACLED, GDELT]) expect(one.sniff?.(text, 'x.csv')).toBe(one === format ? 2 : 0);
  });
});

test('hostile cells stay text', async () => {
  const hostile = '<script>alert(1)</script>';
  const graph = await graphOf(
    ACLED,
    'h.csv',
    acled({
      ...ACLED_ROW,
      actor1: '__proto__',
      assoc_actor_1: '=1+1;constructor',
      notes: hostile,
      location: '{actor1}',
    }),
  );
  expect(graph.entities.map((one) => one.name)).toEqual(
    expect.arrayContaining(['__proto__', '=1+1', 'constructor', '{actor1}']),
  );
  expect(graph.claims[0]?.summary).toBe(hostile);
});
