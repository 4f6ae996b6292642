import { expect, test } from 'vitest';
import { columnsOf } from '../../../src/explorer/data/columns-of.ts';
import {
  isHeaderless,
  meaningOf,
  openSuggestions,
  sampleText,
  withConfidence,
  withEdge,
  withEnd,
  withHeader,
  withStance,
  withStanceValue,
  withSuggestion,
} from '../../../src/explorer/import/mapping-edits.ts';
import { Mapping, NO_MAPPING } from '../../../src/formats/foreign/mapping.ts';

const HEAD = 'from,to,from_name,said by,polarity,certainty\na,b,Ann,The Post,yes,0.8\nb,c,Ben,The Post,No,0.4\n';
const COLUMNS = columnsOf(undefined, HEAD);

/** As it is saved and used again. */
function saved(mapping: Mapping): Mapping {
  return Mapping.parse(JSON.parse(JSON.stringify(mapping)));
}

test('guesses are offered and taken over one by one; ends that the reader knows are not guessed', () => {
  expect(COLUMNS.ends).toMatchObject({ from: 'from', to: 'to', fromLabel: 'from_name' });
  const open = openSuggestions(NO_MAPPING, COLUMNS);
  expect(open.map(({ field, column }) => [field, column])).toEqual([
    ['edge.confidence', 'certainty'],
    ['edge.stance', 'polarity'],
    ['edge.speaker', 'said by'],
  ]);
  const all = open.reduce((next, one) => withSuggestion(next, COLUMNS.suggested, one), NO_MAPPING);
  expect(saved(all)).toEqual({
    version: 1,
    node: {},
    source: {},
    edge: {
      speaker: 'said by',
      confidence: { attribute: 'certainty', scale: 'fraction' },
      stance: { attribute: 'polarity', asserts: ['yes'], denies: ['no'], doubts: [] },
    },
  });
  expect(openSuggestions(all, COLUMNS)).toEqual([]);
});

test('where no ends are known they are guessed by other names, or named by hand', () => {
  const columns = columnsOf(undefined, 'actor1,actor2,deed\na,b,met\n');
  expect(columns.ends).toBeUndefined();
  const [guess] = openSuggestions(NO_MAPPING, columns);
  expect(guess?.field).toBe('table.from');
  if (guess === undefined) throw new Error('no guess');
  expect(withSuggestion(NO_MAPPING, columns.suggested, guess).table).toMatchObject({ from: 'actor1', to: 'actor2' });
  const half = withEnd(NO_MAPPING, undefined, 'from', 'deed');
  expect(half.table).toEqual({ from: 'deed', to: '', directed: true });
  expect(saved(withEnd(half, undefined, 'to', 'actor1')).table).toEqual({ from: 'deed', to: 'actor1', directed: true });
});

test('naming one end keeps what the reader knows of the others; an optional one can be taken back', () => {
  const named = withEnd(NO_MAPPING, COLUMNS.ends, 'key', 'polarity');
  expect(named.table).toEqual({ ...COLUMNS.ends, key: 'polarity' });
  expect(withEnd(named, COLUMNS.ends, 'key', undefined).table).toEqual(COLUMNS.ends);
});

test('a value of the column of stances has one meaning, whatever its case', () => {
  const named = withStance(NO_MAPPING, 'polarity');
  expect(meaningOf(named, 'No')).toBeUndefined();
  const denied = withStanceValue(withStanceValue(named, 'No', 'doubts'), 'NO ', 'denies');
  expect(saved(denied).edge.stance).toEqual({ attribute: 'polarity', asserts: [], denies: ['no'], doubts: [] });
  expect(meaningOf(denied, 'no')).toBe('denies');
  expect(saved(withStance(denied, undefined)).edge).toEqual({});
});

test('a field that is taken back leaves no trace in a saved mapping', () => {
  const mapped = withConfidence(withEdge(NO_MAPPING, 'speaker', 'said by'), 'certainty', 'percent');
  expect(saved(withConfidence(withEdge(mapped, 'speaker', undefined), undefined, 'percent'))).toEqual(NO_MAPPING);
});

test('a table without a header has columns by number; what was named before names none then', () => {
  const without = withHeader(withEdge(NO_MAPPING, 'speaker', 'said by'), false);
  expect(isHeaderless(without)).toBe(true);
  expect(without.edge).toEqual({});
  const { table } = columnsOf(undefined, 'a,b\nc,d\n', false);
  expect(table).toEqual([
    { name: 'column 1', samples: ['a', 'c'] },
    { name: 'column 2', samples: ['b', 'd'] },
  ]);
  expect(isHeaderless(withHeader(without, true))).toBe(false);
});

test('some values stand beside a column', () => {
  expect(sampleText(COLUMNS.edge, 'said by')).toBe('The Post');
  expect(sampleText(columnsOf(undefined, 'from,to,x\na,b,\n').edge, 'x')).toBe('empty in the first rows');
  expect(sampleText(COLUMNS.edge, undefined)).toBe('');
});

test('a value can be said to assert, which nothing takes for said, and what was said of it can be taken back', () => {
  const stance = withStance(NO_MAPPING, 'polarity');
  expect(meaningOf(stance, 'Yes')).toBeUndefined();
  const said = withStanceValue(stance, 'Yes', 'asserts');
  expect(saved(said).edge.stance).toEqual({ attribute: 'polarity', asserts: ['yes'], denies: [], doubts: [] });
  expect(saved(withStanceValue(said, 'yes', undefined)).edge.stance).toEqual(saved(stance).edge.stance);
});
