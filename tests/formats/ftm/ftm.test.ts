import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { FTM, FTM_STATEMENTS } from '../../../src/formats/ftm/format.ts';
import { plainDate, plainSpan } from '../../../src/formats/ftm/ftm-entities.ts';
import type { FtmEntity } from '../../../src/formats/ftm/ftm-entity.ts';
import { datasetName, ftmId } from '../../../src/formats/ftm/ftm-id.ts';
import { readFtm } from '../../../src/formats/ftm/read-ftm.ts';
import { readStatements } from '../../../src/formats/ftm/read-statements.ts';
import { STATEMENT_COLUMNS, statementId, writeFtm, writeStatements } from '../../../src/formats/ftm/write-ftm.ts';
import { inputOf } from '../../../src/formats/read-text.ts';
import { contentHash } from '../../../src/model/content-hash.ts';
import type { GraphDocument } from '../../../src/model/graph-document.ts';
import { byCodePoint } from '../../../src/model/order.ts';
import { hostileGraph, smallGraph } from '../hostile-graph.ts';
import { PINNED, randomGraphs } from '../json-stream/random-graph.ts';

const PATIENCE = 60_000;
const textOf = (graph: GraphDocument): string => writeFtm(graph).files[0]?.text ?? '';
const tableOf = (graph: GraphDocument): string => writeStatements(graph).files[0]?.text ?? '';
const entitiesOf = (text: string): FtmEntity[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const lines = (...entities: object[]): string => entities.map((one) => `${JSON.stringify(one)}\n`).join('');
const read = (text: string, skipBad = false) => readFtm(inputOf('a.ftm', text), { skipBad });

/** What of a graph comes back: all but what the losses name as kept by no text, whatever the order of records. */
function kept(graph: GraphDocument | undefined): unknown {
  const byId = <T extends { readonly id: string }>(list: readonly T[] = []): T[] =>
    list.toSorted((a, b) => byCodePoint(a.id, b.id));
  return { sources: byId(graph?.sources), entities: byId(graph?.entities), claims: byId(graph?.claims) };
}

describe.each([
  ['entities', textOf, (text: string) => readFtm(inputOf('a.ftm', text))],
  ['statements', tableOf, (text: string) => readStatements(inputOf('a.csv', text))],
] as const)('round trip of %s', (_, write, readBack) => {
  test.each([
    ['the small graph', smallGraph],
    ['a hostile graph', hostileGraph],
  ])('%s comes back, but for ontology and title', async (__, make) => {
    const graph = await make();
    const result = await readBack(write(graph));
    expect(result.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(kept(result.graph)).toEqual(kept(graph));
  });

  const law = fc.asyncProperty(randomGraphs, async (graph) => {
    const result = await readBack(write(graph));
    expect(result.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(kept(result.graph)).toEqual(kept(graph));
    // What is named is lost.
    const lost = new Set(writeFtm(graph).losses.map(({ field }) => field));
    const isEmpty = graph.entities.length + graph.sources.length === 0;
    expect(lost.has('manifest')).toBe(isEmpty && graph.manifest !== undefined);
    expect(result.graph?.manifest).toEqual(isEmpty ? undefined : graph.manifest);
    expect(result.graph?.title).toBeUndefined();
    expect(result.graph?.ontology).not.toEqual(graph.ontology);
  });
  test('any graph (pinned seed)', () => fc.assert(law, { seed: PINNED, numRuns: 50 }), PATIENCE);
  test('any graph (fresh seed)', () => fc.assert(law, { numRuns: 15 }), PATIENCE);
});

test('the order of entities is kept in JSON lines', async () => {
  const graph = await hostileGraph();
  const back = (await read(textOf(graph))).graph;
  expect(back?.claims).toEqual(graph.claims);
  expect(contentHash({ ...graph, ...{ claims: back?.claims ?? [] } })).toBe(contentHash(graph));
});

describe('what other programs see', () => {
  test('one link per claim of a relation, in a data set of its speaker, with source and dates', async () => {
    const graph = await smallGraph();
    const entities = entitiesOf(textOf(graph));
    const links = entities.filter(({ schema }) => schema === 'UnknownLink');
    expect(links).toHaveLength(graph.claims.filter(({ object }) => object !== undefined).length);
    const denial = links.find(({ properties }) => properties['description']?.[0]?.includes('(denies'));
    expect(denial).toMatchObject({
      datasets: ['ascribe_said_by_council'],
      properties: {
        subject: ['council'],
        object: ['old-bridge'],
        role: ['closed'],
        date: ['2024-05-13'],
        publisher: ['Lowford Gazette'],
        proof: ['ascribe-source-gazette'],
      },
    });
    expect(denial?.properties['description']?.[0]).toContain('Verdict: disputed, denied by Town Council of Lowford');
    const span = links.find(({ properties }) => properties['startDate'] !== undefined);
    expect([span?.properties['startDate'], span?.properties['endDate']]).toEqual([['2024-05'], ['2024-05']]);
    expect(span?.datasets[0]).toMatch(/^ascribe_said_by_unnamed_[0-9a-f]{10}$/u);
  });

  test('all values are lists of texts, ids are what FollowTheMoney takes, references lead somewhere', async () => {
    const entities = entitiesOf(textOf(await hostileGraph()));
    const ids = new Set(entities.map(({ id }) => id));
    expect(ids.size).toBe(entities.length);
    for (const { id, schema, properties, datasets } of entities) {
      expect(id).toMatch(/^[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$/u);
      expect(schema).toMatch(/^[A-Z][A-Za-z]+$/u);
      expect(datasets[0]).toMatch(/^[a-z0-9_]+$/u);
      for (const [name, values] of Object.entries(properties)) {
        expect(values.length).toBeGreaterThan(0);
        for (const value of values) expect(typeof value).toBe('string');
        if (['subject', 'object', 'entity', 'proof'].includes(name)) {
          for (const value of values) expect(ids.has(value)).toBe(true);
        }
      }
    }
  });

  test('without the text for Ascribe every link asserts: that is the loss that is told', async () => {
    const graph = await smallGraph();
    const stripped = entitiesOf(textOf(graph)).map((one) => ({
      ...one,
      properties: Object.fromEntries(
        Object.entries(one.properties).map(([name, values]) => [
          name,
          values.filter((value) => !value.startsWith('Ascribe record: ')),
        ]),
      ),
    }));
    const { graph: seen } = await read(lines(...stripped));
    expect(new Set(seen?.claims.map(({ stance }) => stance))).toEqual(new Set(['asserts']));
    const denials = graph.claims.filter(({ stance }) => stance !== 'asserts').length;
    expect(writeFtm(graph).losses).toContainEqual(expect.objectContaining({ field: 'claims.stance', count: denials }));
  });

  test('a name that another program corrected is read', async () => {
    const text = textOf(await smallGraph()).replace('"name":["Town Council of Lowford"]', '"name":["Council"]');
    const { graph } = await read(text);
    expect(graph?.entities.find(({ id }) => id === 'council')?.name).toBe('Council');
  });

  test('statements have the columns, ids and existence records of FollowTheMoney, sorted', async () => {
    const { data, meta } = Papa.parse<Record<string, string>>(tableOf(await smallGraph()), {
      header: true,
      skipEmptyLines: true,
    });
    expect(meta.fields).toEqual([...STATEMENT_COLUMNS]);
    const name = data.find((row) => row['entity_id'] === 'council' && row['prop'] === 'name');
    // The ids were computed with Python’s hashlib.
    expect(name).toMatchObject({ prop_type: 'name', external: 'f', id: '0e8c3554174c9940df670b6963124f31161b516d' });
    expect(statementId('ascribe_graph', 'x', 'alias', '=1+1')).toBe('77e70e1ebb73cf7fd08cdcf7c7d3b958016603bd');
    const ids = data.map((row) => row['canonical_id'] ?? '');
    expect(ids).toEqual(ids.toSorted(byCodePoint));
    expect(new Set(data.filter((row) => row['prop'] === 'id').map((row) => row['value']))).toEqual(new Set(ids));
    expect(new Set(data.map((row) => row['id'])).size).toBe(data.length);
  });

  test('no cell of the table can be taken for a formula', async () => {
    const { data } = Papa.parse<string[]>(tableOf(await hostileGraph()), { skipEmptyLines: true });
    for (const cell of data.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/u);
  });

  test.each([
    ['2024', '2024', '2024'],
    ['2024-05-14', '2024-05-14', '2024-05-14'],
    ['2020/2021-05', '2020', '2021-05'],
    ['2024/..', '2024', undefined],
    ['2024~', undefined, undefined],
    ['2024-21', undefined, undefined],
  ])('the plain span of %s', (date, start, end) => {
    expect(plainSpan(date)).toEqual({ ...(start && { start }), ...(end && { end }) });
    expect(plainDate('2024?')).toBeUndefined();
  });

  test('different records never share an id, and speakers no data set', () => {
    expect(ftmId('entity', 'ascribe-source-a')).not.toBe(ftmId('source', 'a'));
    expect(ftmId('entity', 'بلوچستان')).toMatch(/^ascribe-entity-[0-9a-f]{40}$/u);
    expect(datasetName('a-b')).not.toBe(datasetName('a_b'));
    expect(datasetName({ unnamed: 'a-b' })).not.toBe(datasetName('a-b'));
  });
});

const PERSON = { id: 'p1', schema: 'Person', properties: { name: ['Ann Amber', 'A. Amber'], wikidataId: ['Q1'] } };
const COMPANY = {
  id: 'c1',
  schema: 'Company',
  caption: 'Birch Ltd',
  properties: { name: ['Birch Ltd'], parent: ['c2'] },
  datasets: ['registry'],
};
const HOLDING = { id: 'c2', schema: 'Company', properties: { name: ['Cedar Ltd'] } };

describe('entities of others', () => {
  test('connections become relations, from each data set, with every value kept', async () => {
    const { graph, issues, losses } = await read(
      lines(
        {
          id: 'o1',
          schema: 'Ownership',
          properties: {
            owner: ['p1'],
            asset: ['c1'],
            percentage: ['51'],
            startDate: ['2014', '2014-05-01'],
            sourceUrl: ['javascript:alert(1)'],
          },
          datasets: ['registry', 'leak'],
          first_seen: '2024-01-01',
          target: false,
        },
        {
          id: 'd1',
          schema: 'Directorship',
          properties: { director: ['p1'], organization: ['c1', 'c2'], role: ['CEO'], endDate: ['2020'] },
        },
        { id: 'u1', schema: 'UnknownLink', properties: { subject: ['c1'], object: ['p1'], role: ['mentioned with'] } },
        PERSON,
        COMPANY,
        HOLDING,
      ),
    );
    expect(issues).toEqual([]);
    expect(losses).toEqual([]);
    expect(graph?.title).toBe('Imported from a.ftm');
    const claims = graph?.claims ?? [];
    expect(claims.map((one) => [one.subject, one.type, one.object, one.source, one.when])).toEqual([
      ['p1', 'Ownership', 'c1', 'registry', '2014-05-01/'],
      ['p1', 'Ownership', 'c1', 'leak', '2014-05-01/'],
      ['p1', 'Directorship', 'c1', 'imported-a.ftm', '/2020'],
      ['p1', 'Directorship', 'c2', 'imported-a.ftm', '/2020'],
      ['c1', 'mentioned%20with-undirected', 'p1', 'imported-a.ftm', undefined].map((one) =>
        one === 'mentioned%20with-undirected' ? claims[4]?.type : one,
      ),
      ['c1', 'parent', 'c2', 'registry', undefined],
    ]);
    expect(graph?.ontology.relations.find(({ id }) => id === 'Ownership')).toMatchObject({
      label: 'owns',
      inverse: 'is owned by',
      symmetric: false,
    });
    expect(graph?.ontology.relations.find(({ id }) => id === claims[4]?.type)?.symmetric).toBe(true);
    expect(claims[0]?.attributes).toEqual(
      expect.arrayContaining([
        { name: 'percentage', value: '51' },
        { name: 'startDate', value: '2014' },
        { name: 'sourceUrl', value: 'javascript:alert(1)' },
        { name: 'first_seen', value: '2024-01-01' },
        { name: 'target', value: false },
      ]),
    );
    expect(graph?.sources.every(({ url }) => url === undefined)).toBe(true);
    expect(graph?.entities.find(({ id }) => id === 'p1')).toMatchObject({
      kind: 'Person',
      name: 'Ann Amber',
      aliases: ['A. Amber'],
      sameAs: { wikidata: 'Q1' },
    });
  });

  test.each([
    ['Documentation', { document: ['d1'], entity: ['c1'] }, ['d1', 'documents', 'c1']],
    ['ContractAward', { supplier: ['c1'], contract: ['k1'] }, ['k1', 'was awarded to', 'c1']],
    ['Control', { controller: ['p1'], controlled: ['c1'] }, ['p1', 'controls', 'c1']],
    ['Similar', { candidate: ['c1'], match: ['c2'] }, ['c1', 'is presumed to be the same as', 'c2']],
    // A property by which a thing names another.
    ['Security', { name: ['Bond'], issuer: ['c1'] }, ['x', 'issuer', 'c1']],
    ['Position', { name: ['Minister'], organization: ['c1'] }, ['x', 'organization', 'c1']],
    ['Contract', { title: ['Roads'], authority: ['c1'] }, ['x', 'authority', 'c1']],
  ])('a %s joins the two that the model of FollowTheMoney has it join', async (schema, properties, said) => {
    const { graph, issues } = await read(
      lines(
        { id: 'x', schema, properties },
        PERSON,
        { ...COMPANY, properties: { name: ['Birch Ltd'] } },
        HOLDING,
        { id: 'd1', schema: 'Document', properties: { title: ['Report'] } },
        { id: 'k1', schema: 'Contract', properties: { title: ['Bridges'] } },
      ),
    );
    expect(issues).toEqual([]);
    const label = (id: string): string | undefined => graph?.ontology.relations.find((one) => one.id === id)?.label;
    expect(graph?.claims.map((one) => [one.subject, label(one.type), one.object])).toEqual([said]);
  });

  test('a text that is another’s id is no reference where the model has a text', async () => {
    const { graph } = await read(
      lines(COMPANY, { id: 's', schema: 'Sanction', properties: { authority: ['c1'] } }, HOLDING),
    );
    expect(graph?.claims.map(({ type }) => type)).toEqual(['parent']);
  });

  test('a field without a value is counted, among values, too', async () => {
    const { losses } = await read(
      '{"id":"a","schema":"Person","first_seen":null,"properties":{"name":"A","birthDate":null,"country":["gb",null,7]}}\n',
    );
    expect(losses).toMatchObject([{ field: 'null', count: 3 }]);
  });

  test('bad lines are told with their line; with skipBad the rest is read', async () => {
    const text = [
      JSON.stringify(PERSON),
      '{"id": "x", "schema": "Person", "properties": {"name": ["NaN", NaN]}}',
      '{"id": "x"}',
      '[1]',
      '{"id":"o","schema":"Ownership","properties":{"owner":["p1"]}}',
      '{"id":"o2","schema":"Ownership","properties":{"owner":["p1"],"asset":["gone"]}}',
      '{"id":"p1","schema":"Person","properties":{"name":["again"]}}',
      '{"id":"y","id":"z","schema":"Person","properties":{}}',
      `{"id":"deep","schema":"Person","properties":{"x":${'['.repeat(500)}${']'.repeat(500)}}}`,
    ].join('\n');
    const refused = await read(text);
    expect(refused.graph).toBeUndefined();
    expect(refused.issues.map(({ line }) => line).toSorted()).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    const skipped = await read(text, true);
    expect(skipped.graph?.entities.map(({ id }) => id)).toContain('p1');
    expect(skipped.skipped).toBe(8);
  });

  test('a record of Ascribe that was broken is told with its line', async () => {
    const text = textOf(await smallGraph()).replaceAll('\\"stance\\":\\"denies\\"', '\\"stance\\":\\"refutes\\"');
    const result = await read(text);
    expect(result.issues[0]).toMatchObject({ severity: 'error', code: 'invalid-value', got: '"refutes"' });
    expect(result.issues[0]?.line).toBeGreaterThan(1);
  });

  test('prototype names are names like others', async () => {
    const { graph } = await read(
      '{"id":"__proto__","schema":"constructor","properties":{"__proto__":["x"],"name":["n"]},"__proto__":{"polluted":1}}\n',
    );
    expect(graph?.entities[0]?.attributes).toEqual(expect.arrayContaining([{ name: '__proto__', value: 'x' }]));
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test.each([
    ['no statements', 'a,b\n1,2\n'],
    ['nothing', ''],
    ['a quote left open', `${STATEMENT_COLUMNS.join(',')}\n"x`],
  ])('a table with %s is refused', async (_, text) => {
    const result = await readStatements(inputOf('a.csv', text));
    expect(result.graph).toBeUndefined();
    expect(result.issues[0]?.severity).toBe('error');
  });
});

test('an empty file is an empty graph, and somebody is told', async () => {
  const graph = { ...(await smallGraph()), sources: [], entities: [], claims: [] };
  for (const result of [await read(textOf(graph)), await readStatements(inputOf('a.csv', tableOf(graph)))]) {
    expect(result.graph?.claims).toEqual([]);
    expect(result.issues).toMatchObject([{ severity: 'warning', message: 'The file holds no entity' }]);
  }
});

test('they are known by their content', async () => {
  const graph = await smallGraph();
  expect(FTM.sniff?.(textOf(graph).slice(0, 4096), 'x.json')).toBe(2);
  expect(FTM.sniff?.('{"format":"ascribe-graph"}', 'x.json')).toBe(0);
  expect(FTM_STATEMENTS.sniff?.(tableOf(graph).slice(0, 4096), 'x.csv')).toBe(2);
  expect(FTM_STATEMENTS.sniff?.('from,to\n', 'x.csv')).toBe(0);
});
