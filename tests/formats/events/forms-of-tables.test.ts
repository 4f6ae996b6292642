import { describe, expect, test } from 'vitest';
import { dayOf } from '../../../src/formats/events/event-dates.ts';
import { ACLED, GDELT, UCDP_GED } from '../../../src/formats/events/format.ts';
import { isTagRow } from '../../../src/formats/events/tag-row.ts';
import { likelyFormats } from '../../../src/formats/registry.ts';
import { contentHash } from '../../../src/model/content-hash.ts';
import { figures, graphOf, read, said } from './read-table.ts';
import { ACLED_COLUMNS, ACLED_ROW, acled, GDELT_ROW, gdelt, UCDP, UCDP_ROW, ucdp } from './tables.ts';

const FILE = 'GEDEvent_v23_1.csv';
const first = (text: string, name: string): string | undefined => likelyFormats(text, name)[0]?.id;

/** A table with another line under its header. */
function withSecondLine(text: string, line: string): string {
  const [header = '', ...rows] = text.split('\r\n');
  return [header, line, ...rows].join('\r\n');
}

describe('a row of HXL tags under the header', () => {
  test.each([
    ['UCDP', UCDP_GED, ucdp(UCDP_ROW), `#event+id${','.repeat(48)}#affected+killed`],
    ['ACLED', ACLED, acled(ACLED_ROW), `#event+code,#date +start,#date+year${','.repeat(28)}`],
  ])('of %s is passed over and told: it is no event', async (_, format, text, tags) => {
    const plain = await graphOf(format, FILE, text);
    const { graph, issues } = await read(format, FILE, withSecondLine(text, tags));
    expect(issues).toMatchObject([{ severity: 'warning', line: 2 }]);
    expect(graph === undefined ? undefined : contentHash(graph)).toBe(contentHash(plain));
  });

  test('further down it is a record like others', async () => {
    const tags = `#event+code,#date${','.repeat(29)}`;
    const { graph } = await read(ACLED, 'a.csv', `${acled(ACLED_ROW)}\r\n${tags}`);
    expect(graph?.entities.some(({ id }) => id === 'acled:#event+code')).toBe(true);
  });

  test.each([
    [['#event+id', '', ' #geo +lat +x '], true],
    [['', ''], false],
    [['#event', 'x'], false],
    [['# event'], false],
    [['#1'], false],
  ])('%j: %s', (cells, isTags) => {
    expect(isTagRow(cells)).toBe(isTags);
  });
});

describe('UCDP GED as people have it', () => {
  test('the estimates by their other names, and without relid, are the same events', async () => {
    const text = ucdp(UCDP_ROW);
    const renamed = text.replace('best,high,low', 'best_est,high_est,low_est');
    expect(first(renamed, FILE)).toBe('ucdp-ged');
    const graph = await graphOf(UCDP_GED, FILE, renamed);
    expect(contentHash(graph)).toBe(contentHash(await graphOf(UCDP_GED, FILE, text)));

    const short = text.replace('id,relid,', 'id,').replace('"XAA-1990-1-1-1",', '');
    expect(first(short, FILE)).toBe('ucdp-ged');
    expect(figures(await graphOf(UCDP_GED, FILE, short))).toEqual(figures(graph));
  });

  test('a file without a header is known by its number, its days and how many cells it has', async () => {
    const text = ucdp(UCDP_ROW);
    const bare = text.slice(text.indexOf('\r\n') + 2);
    expect(first(bare, FILE)).toBe('ucdp-ged');
    expect(contentHash(await graphOf(UCDP_GED, FILE, bare))).toBe(contentHash(await graphOf(UCDP_GED, FILE, text)));
    // 49 cells of anything else are none.
    expect(first(bare.replace('1990-02-02 00:00:00.000', 'spring'), FILE)).not.toBe('ucdp-ged');
    expect(UCDP.split(',')).toHaveLength(49);
  });

  test('what is lacking is named', async () => {
    const text = ucdp(UCDP_ROW).replace('side_a,', 'one_side,').replace('best,', 'middle,');
    expect(first(text, FILE)).toBe('ucdp-ged');
    const { issues } = await read(UCDP_GED, FILE, text);
    expect(issues).toMatchObject([{ code: 'missing-field', expected: 'side_a, best', line: 1 }]);
  });

  test('a table of edges with a column or two of the kind is a table of edges', () => {
    expect(first('source,target,id,best,low,high\na,b,1,1,1,1\n', 'edges.csv')).toBe('edge-list');
  });
});

describe('ACLED as people have it', () => {
  test.each([
    ['03-March-2020', undefined, '2020-03-03~'],
    ['3-Mar-20', '2020', '2020-03-03~'],
    ['3 mar 2020', '2020', '2020-03-03~'],
  ])('the day %s of the year %s', async (event_date, year, when) => {
    const graph = await graphOf(
      ACLED,
      'a.csv',
      acled({ ...ACLED_ROW, event_date, ...(year === undefined ? {} : { year }) }),
    );
    expect(new Set(graph.claims.map((claim) => claim.when))).toEqual(new Set([when, undefined]));
  });

  test.each([
    ['04/05/2001', '2001'],
    ['31-Dec-19', '2001'],
  ])('of %s, which is no sure day, the year is taken, and told', async (event_date, year) => {
    const { graph, issues } = await read(ACLED, 'a.csv', acled({ ...ACLED_ROW, event_date, year }));
    expect(issues).toMatchObject([{ severity: 'warning', got: JSON.stringify(event_date) }]);
    expect(graph?.claims[0]).toMatchObject({ when: year });
    expect(graph?.claims[0]?.attributes).toContainEqual({ name: 'event_date', value: event_date });
  });

  test('versions before 2018, which have no sub-event types and call associates allies', async () => {
    const old = ACLED_COLUMNS.replace('sub_event_type,', '').replaceAll('assoc_actor', 'ally_actor').toUpperCase();
    const cells = ACLED_COLUMNS.split(',').filter((name) => name !== 'sub_event_type');
    const row = cells.map((name) => ACLED_ROW[name] ?? '').join(',');
    const text = `${old}\n${row}\n`;
    expect(first(text, 'old.csv')).toBe('acled');
    const relations = said(await graphOf(ACLED, 'old.csv', text));
    expect(relations).toContain('Students | associated-in | Protests, Lowford, ARL12');
    expect(relations).toContain('Protesters (Arland) | took-part-in | Protests, Lowford, ARL12');
  });
});

test.each([
  ['1-May-24', undefined],
  ['1-May-24', '2023'],
  ['1 Ma 2024', undefined],
  ['1 Mayor 2024', undefined],
  ['1 May-2024', undefined],
])('%s, where the year is known as %s, is no day', (cell, year) => {
  expect(dayOf(cell, year)).toBeUndefined();
});

describe('other tables of GDELT', () => {
  const line = (...cells: string[]) => `${cells.join('\t')}\n`;
  const mentions = line('1', '20240826143000', '20240826143000', ...Array.from({ length: 13 }, () => 'x'));
  const graph = line('20240826143000-T1', '20240826143000', ...Array.from({ length: 25 }, () => ''));

  test.each([
    ['mentions', mentions, 'mentions'],
    ['its knowledge graph', graph, 'Knowledge Graph'],
  ])('%s: it is said what they are, and what to take', async (_, text, name) => {
    expect(first(text, 'a.csv')).toBe('gdelt');
    const { issues } = await read(GDELT, 'a.csv', text);
    expect(issues).toMatchObject([{ severity: 'error', remedy: expect.stringContaining('export.CSV') }]);
    expect(issues[0]?.message).toContain(name);
  });

  test('the table of events is read as ever', async () => {
    expect(first(gdelt(GDELT_ROW), 'a.CSV')).toBe('gdelt');
    expect((await graphOf(GDELT, 'a.CSV', gdelt(GDELT_ROW))).claims.length).toBeGreaterThan(3);
  });
});
