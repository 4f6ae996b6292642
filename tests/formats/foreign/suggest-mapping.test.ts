import { expect, test } from 'vitest';
import { Mapping } from '../../../src/formats/foreign/mapping.ts';
import { type Column, suggestMapping } from '../../../src/formats/foreign/suggest-mapping.ts';

const column = (name: string, ...samples: (string | number)[]): Column => ({ name, samples });

test('columns of an edge list are told by their names and values, each with a reason', () => {
  const { table, edge, suggestions } = suggestMapping(
    [
      column('Source', 'a', 'b'),
      column('Target', 'b', 'c'),
      column('Relation', 'backs', 'opposes'),
      column('said by', 'Ann', 'Ben'),
      column('Event Date', '2024-05-01', '2024', ''),
      column('Confidence', '0.5', '1'),
      column('Stance', 'denies', 'asserts', 'unclear'),
      column('weight', '3', '4'),
    ],
    { ends: { from: 'Source', to: 'Target', directed: true } },
  );
  expect(table).toEqual({ from: 'Source', to: 'Target', directed: true });
  expect(edge).toEqual({
    type: 'Relation',
    speaker: 'said by',
    when: 'Event Date',
    confidence: { attribute: 'Confidence', scale: 'fraction' },
    stance: { attribute: 'Stance', asserts: ['asserts'], denies: ['denies'], doubts: [] },
  });
  expect(suggestions).toHaveLength(7);
  for (const { reason } of suggestions) expect(reason.length).toBeGreaterThan(10);
  expect(Mapping.safeParse({ version: 1, edge, table }).success).toBe(true);
});

test.each([
  [['B2', 'C-3'], 'admiralty'],
  [['70', '20'], 'percent'],
  [['0.2', 1], 'fraction'],
])('grades %j are of the scale %s', (samples, scale) => {
  expect(suggestMapping([column('confidence', ...samples)]).edge.confidence).toEqual({
    attribute: 'confidence',
    scale,
  });
});

test('a name is not enough where the values do not fit', () => {
  const columns = [
    column('date', '03/04/2024', 'May'),
    column('confidence', 'high', 'low'),
    column('polarity', '1', '2'),
  ];
  expect(suggestMapping(columns)).toEqual({ edge: {}, node: {}, suggestions: [] });
  expect(suggestMapping([column('from', 'a')], { ends: undefined }).table).toBeUndefined();
});

test('nodes have a label and a kind', () => {
  const { node } = suggestMapping([column('Name', 'Ann'), column('category', 'Person'), column('__proto__', 'x')]);
  expect(node).toEqual({ label: 'Name', kind: 'category' });
});

test('a column that is an end is nothing else; dates called from and to are a time then', () => {
  const columns = [
    column('source', 'Ann'),
    column('target', 'Ben'),
    column('from', '2019-01-01', '2020'),
    column('to', '2021'),
    column('source_type', 'person'),
  ];
  const ends = { from: 'source', to: 'target', fromKind: 'source_type', directed: true };
  expect(suggestMapping(columns, { ends })).toMatchObject({ table: ends, edge: { start: 'from', end: 'to' } });
  expect(suggestMapping(columns, { ends }).edge.source).toBeUndefined();
  const triple = [
    column('Subject', 'Ann'),
    column('Target', 'Ben'),
    column('Predicate', 'pays'),
    column('Source', 'R 1'),
  ];
  const { edge } = suggestMapping(triple, { ends: { from: 'Subject', to: 'Target', directed: true } });
  expect(edge).toEqual({ type: 'Predicate', source: 'Source' });
});

test('what Gephi says of direction is no type of a relation', () => {
  const ends = { from: 'Source', to: 'Target', directed: true };
  const columns = [column('Source', 'a'), column('Target', 'b'), column('Type', 'Directed', 'Undirected')];
  expect(suggestMapping(columns, { ends }).edge).toEqual({});
  expect(suggestMapping([...columns, column('Relation', 'pays')], { ends }).edge).toEqual({ type: 'Relation' });
});
