import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { readFtm } from '../../../src/formats/ftm/read-ftm.ts';
import { readStatements } from '../../../src/formats/ftm/read-statements.ts';
import { statementId, writeFtm, writeStatements } from '../../../src/formats/ftm/write-ftm.ts';
import { inputOf } from '../../../src/formats/read-text.ts';
import { withoutDenials } from '../../../src/knowledge/without-denials.ts';
import { Edtf } from '../../../src/model/dates.ts';
import type { GraphDocument } from '../../../src/model/graph-document.ts';
import { hostileGraph, smallGraph } from '../hostile-graph.ts';

/** The small graph with each claim said and holding at these times. */
async function withDates(when: string | undefined, said: string | undefined): Promise<GraphDocument> {
  const graph = await smallGraph();
  const claims = graph.claims.map(({ when: _, said: __, ...claim }) => ({
    ...claim,
    ...(when === undefined ? {} : { when: Edtf.parse(when) }),
    ...(said === undefined ? {} : { said: Edtf.parse(said) }),
  }));
  return { ...graph, claims };
}

function lost(graph: GraphDocument, field: string): number {
  return writeFtm(graph).losses.find((loss) => loss.field === field)?.count ?? 0;
}

describe('dates are lost where no property has them', () => {
  test.each([
    ['2024-05', undefined],
    ['2010/', undefined],
    ['/1999', '2024'],
  ])('%s, said %s: only of figures and statements, which are notes', async (when, said) => {
    const graph = await withDates(when, said);
    const notes = graph.claims.filter(({ object }) => object === undefined);
    expect(notes.length).toBeGreaterThan(0);
    expect(lost(graph, 'claims.when, claims.said')).toBe(notes.length);
  });

  test.each([
    ['2024~', undefined],
    ['2010/..', undefined],
    [undefined, '2024?'],
  ])('%s, said %s: of all', async (when, said) => {
    const graph = await withDates(when, said);
    expect(lost(graph, 'claims.when, claims.said')).toBe(graph.claims.length);
  });
});

test('go-betweens, places, locators and grades of sources are told', async () => {
  const graph = await withDates(undefined, undefined);
  const [first, second, third, ...rest] = graph.claims.map(({ via: _, place: __, locator: ___, ...claim }) => ({
    ...claim,
    via: [],
  }));
  if (first === undefined || second === undefined || third === undefined) throw new Error('too few claims');
  const [place] = graph.entities;
  const sha256 = 'a'.repeat(64);
  const claims = [
    { ...first, via: [{ unnamed: 'a friend' }] },
    { ...second, ...(place === undefined ? {} : { place: place.id }) },
    { ...third, locator: { paragraph: 1, start: 0, end: 5, sha256 } },
    ...rest,
  ];
  expect(lost({ ...graph, claims }, 'claims.via, claims.place, claims.locator')).toBe(3);
  expect(lost(graph, 'sources.reliability')).toBe(graph.sources.length);
});

test('values of a table that were changed are counted, and their ids are of the values themselves', async () => {
  const { files, losses } = writeStatements(await hostileGraph());
  const { data } = Papa.parse<Record<string, string>>(files[0]?.text ?? '', { header: true, skipEmptyLines: true });
  const changed = data.filter((row) => {
    const [dataset = '', entity = '', prop = '', value = ''] = ['dataset', 'entity_id', 'prop', 'value'].map(
      (c) => row[c],
    );
    return statementId(dataset, entity, prop, value) !== row['id'];
  });
  expect(changed.length).toBeGreaterThan(5);
  expect(losses).toContainEqual(expect.objectContaining({ field: 'formulas', count: changed.length, keptBy: 'ftm' }));
});

describe('denials that were left out', () => {
  test.each([
    ['entities', async (graph: GraphDocument) => readFtm(inputOf('a.ftm', writeFtm(graph).files[0]?.text ?? ''))],
    [
      'statements',
      async (graph: GraphDocument) => readStatements(inputOf('a.csv', writeStatements(graph).files[0]?.text ?? '')),
    ],
  ])('are told once when %s are read back', async (_, roundTrip) => {
    const graph = await smallGraph();
    const cut = withoutDenials(graph, new Date(0), '1');
    expect(cut.leftOut).toBeGreaterThan(0);
    const { issues, graph: back } = await roundTrip(cut.graph);
    expect(issues).toMatchObject([
      {
        severity: 'warning',
        message: 'When this was written, claims that deny or doubt were left out on request',
      },
    ]);
    expect(back?.claims).toHaveLength(cut.graph.claims.length);
    expect((await roundTrip(graph)).issues).toEqual([]);
  });
});

test('dates of entities are lost but for sure ones of events', async () => {
  const graph = await smallGraph();
  const [first] = graph.entities;
  if (first === undefined) throw new Error('no entity');
  const isEvent = (event: boolean) => ({
    ...graph.ontology,
    kinds: graph.ontology.kinds.map((kind) => (kind.id === first.kind ? { ...kind, event } : kind)),
  });
  const dated = (when: string, event: boolean): GraphDocument => ({
    ...graph,
    ontology: isEvent(event),
    entities: [{ ...first, when: Edtf.parse(when) }, ...graph.entities.slice(1).map(({ when: _, ...rest }) => rest)],
  });
  expect(lost(dated('2025-03', true), 'entities.when')).toBe(0);
  expect(lost(dated('2025-03/2025-04', true), 'entities.when')).toBe(0);
  for (const when of ['2025-03?', '201X', '2025-XX-31']) expect(lost(dated(when, true), 'entities.when')).toBe(1);
  expect(lost(dated('2025-03', false), 'entities.when')).toBe(1);
});

test('notes, languages and attributes are counted', async () => {
  const graph = await smallGraph();
  const claims = graph.claims.map(({ note: _, ...claim }, i) => (i === 0 ? { ...claim, note: 'Because.' } : claim));
  const sources = graph.sources.map(({ language: _, genre: __, sha256: ___, published: ____, ...source }, i) =>
    i === 0 ? { ...source, language: 'ur', attributes: [{ name: 'x', value: 1 }] } : source,
  );
  const whole = { ...graph, claims, sources };
  expect(lost(whole, 'claims.note')).toBe(1);
  expect(lost(whole, 'sources.published, sources.language, sources.genre, sources.sha256')).toBe(1);
  expect(lost(whole, 'attributes')).toBe(1);
});
