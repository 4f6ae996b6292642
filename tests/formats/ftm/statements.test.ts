import { describe, expect, test } from 'vitest';
import { readStatements } from '../../../src/formats/ftm/read-statements.ts';
import { STATEMENT_COLUMNS } from '../../../src/formats/ftm/write-ftm.ts';
import { inputOf } from '../../../src/formats/read-text.ts';

const TYPES: Readonly<Record<string, string>> = {
  owner: 'entity',
  asset: 'entity',
  issuer: 'entity',
  pastOwner: 'entity',
};

interface Row {
  readonly canonical_id: string;
  readonly entity_id?: string;
  readonly prop: string;
  readonly schema: string;
  readonly value: string;
  readonly dataset: string;
  readonly [column: string]: string;
}

function table(...rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const full = {
      entity_id: row.canonical_id,
      prop_type: TYPES[row.prop] ?? 'string',
      external: 'f',
      id: 'x',
      ...row,
    };
    const cells = new Map(Object.entries(full));
    return STATEMENT_COLUMNS.map((column) => cells.get(column) ?? '').join(',');
  });
  return [STATEMENT_COLUMNS.join(','), ...lines, ''].join('\n');
}

const read = (...rows: readonly Row[]) => readStatements(inputOf('a.csv', table(...rows)));
const person = (id: string, more: object = {}): Row => ({
  canonical_id: id,
  prop: 'name',
  schema: 'Person',
  value: 'Ann',
  dataset: 'a',
  ...more,
});
const company = (id: string, more: object = {}): Row => ({ ...person(id), schema: 'Company', value: 'Birch', ...more });
const link = (prop: string, value: string, dataset: string, more: object = {}): Row => ({
  canonical_id: 'own-1',
  prop,
  schema: 'Ownership',
  value,
  dataset,
  ...more,
});

describe('a connection is the claim of the data sets that state it', () => {
  const rows = [
    person('Q1'),
    company('C1'),
    link('owner', 'Q1', 'a'),
    link('asset', 'C1', 'a'),
    link('startDate', '2010', 'a'),
    link('owner', 'Q1', 'b'),
    link('asset', 'C1', 'b'),
    link('percentage', '51', 'b'),
    link('asset', 'C1', 'c'),
    link('role', 'founder', 'c'),
    link('role', 'suspected', 'd', { external: 't' }),
  ];

  test.each([
    ['in the order of the file', rows],
    ['in another order', rows.toReversed()],
  ])('with its own values and no others, %s', async (_, given) => {
    const { graph, issues, losses } = await read(...given);
    expect(issues).toEqual([]);
    expect(losses).toMatchObject([{ field: 'statements (external)', count: 1 }]);
    const said = graph?.claims.map(({ source, when, attributes = [] }) => ({
      source,
      when,
      said: attributes
        .filter(({ name }) => /percentage|startDate|role|datasets/u.test(name))
        .map((one) => Object.values(one)),
    }));
    expect(said).toEqual([
      // What one says that does not name both ends stays beside it, under its name.
      {
        source: 'a',
        when: '2010/',
        said: [
          ['startDate', '2010'],
          ['datasets', 'a'],
          ['c: role', 'founder'],
        ],
      },
      {
        source: 'b',
        when: undefined,
        said: [
          ['percentage', '51'],
          ['datasets', 'b'],
        ],
      },
    ]);
    expect(graph?.sources.map(({ id }) => id).toSorted()).toEqual(['a', 'b']);
  });

  test('where none names both ends, only the import joins them', async () => {
    const { graph } = await read(person('Q1'), company('C1'), link('owner', 'Q1', 'a'), link('asset', 'C1', 'b'));
    expect(graph?.claims.map(({ source, subject, object }) => [source, subject, object])).toEqual([
      ['imported-a.csv', 'Q1', 'C1'],
    ]);
  });

  test('a property that names another comes from the data sets that state it', async () => {
    const security = (prop: string, value: string, dataset: string): Row => ({
      canonical_id: 's1',
      prop,
      schema: 'Security',
      value,
      dataset,
    });
    const { graph } = await read(
      company('C1'),
      company('C2', { value: 'Cedar' }),
      security('name', 'Bond', 'a'),
      security('issuer', 'C1', 'b'),
      // A property that the model does not have, but whose type the table tells.
      security('pastOwner', 'C2', 'a'),
    );
    expect(graph?.claims.map(({ type, source, object }) => [type, source, object])).toEqual([
      ['issuer', 'b', 'C1'],
      ['pastOwner', 'a', 'C2'],
    ]);
  });
});

describe('a table that was resolved', () => {
  const joined = [person('Q1', { entity_id: 'a-1' }), person('Q1', { entity_id: 'b-1', dataset: 'b' })];

  test('values may name the ids from before, and these are kept', async () => {
    const { graph, issues } = await read(
      link('owner', 'a-1', 'a'),
      link('asset', 'c-1', 'a'),
      link('owner', 'b-1', 'a'),
      ...joined,
      company('C1', { entity_id: 'c-1' }),
    );
    expect(issues).toEqual([]);
    expect(graph?.claims.map(({ subject, object }) => [subject, object])).toEqual([['Q1', 'C1']]);
    const ann = graph?.entities.find(({ id }) => id === 'Q1');
    expect(ann?.attributes).toEqual(
      expect.arrayContaining([
        { name: 'referents', value: 'a-1' },
        { name: 'referents', value: 'b-1' },
      ]),
    );
  });

  test('one id under two canonical ids is told', async () => {
    const { issues } = await read(...joined, person('Q2', { entity_id: 'a-1' }));
    expect(issues).toMatchObject([{ code: 'invalid-value', severity: 'error', line: 4, id: 'a-1' }]);
  });
});

test('what another program wrote is not changed, and what a statement says of itself is counted', async () => {
  const text = `${table(person('p1', { value: "'=Ann", lang: 'eng' }), company('c1', { schema: 'LegalEntity' }), {
    ...company('c1'),
    prop: 'id',
  })}too,short\n`;
  const refused = await readStatements(inputOf('a.csv', text));
  expect(refused.issues).toMatchObject([{ line: 5, severity: 'error' }]);
  const { graph, losses } = await readStatements(inputOf('a.csv', text), { skipBad: true });
  // The apostrophe is part of the name: only a table of Ascribe has one put in front.
  expect(graph?.entities.find(({ id }) => id === 'p1')?.name).toBe("'=Ann");
  expect(graph?.entities.find(({ id }) => id === 'c1')?.kind).toBe('Company');
  expect(losses).toMatchObject([{ field: 'statements', count: 1 }]);
});

describe('what an entity is where its rows name several schemata', () => {
  const id = (schema: string, dataset: string): Row => ({
    canonical_id: 'Q1',
    entity_id: `${dataset}1`,
    prop: 'id',
    schema,
    value: `${dataset}1`,
    dataset,
  });

  test('is the narrowest of them, in any order of the rows', async () => {
    const rows = [id('Person', 'a'), id('LegalEntity', 'b'), person('Q1', { schema: 'Thing' })];
    for (const order of [rows, rows.toReversed()]) {
      const { graph, issues } = await read(...order);
      expect(issues).toEqual([]);
      expect(graph?.entities[0]?.kind).toBe('Person');
    }
  });

  test('without rows of ids, too: a connection stays one', async () => {
    const { graph } = await read(
      person('Q1'),
      company('C1'),
      link('startDate', '2010', 'a', { schema: 'Interval' }),
      link('owner', 'Q1', 'a'),
      link('asset', 'C1', 'a'),
    );
    expect(graph?.claims).toMatchObject([{ subject: 'Q1', type: 'Ownership', object: 'C1', when: '2010/' }]);
  });

  test('where none is the narrower one, it is told, and the other stays an attribute', async () => {
    const rows = [id('Vessel', 'b'), id('Person', 'a'), person('Q1')];
    for (const order of [rows, rows.toReversed()]) {
      const { graph, issues } = await read(...order);
      expect(issues).toMatchObject([{ severity: 'warning', id: 'Q1', got: 'Person, Vessel' }]);
      expect(graph?.entities[0]?.kind).toBe('Person');
      expect(graph?.entities[0]?.attributes).toContainEqual({ name: 'schema', value: 'Vessel' });
    }
  });
});
