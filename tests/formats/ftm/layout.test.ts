import { describe, expect, test } from 'vitest';
import { beginsWithEntity } from '../../../src/formats/ftm/layout.ts';
import { readFtm } from '../../../src/formats/ftm/read-ftm.ts';
import { inputOf } from '../../../src/formats/read-text.ts';
import { likelyFormats } from '../../../src/formats/registry.ts';

const ANN = { id: 'a', schema: 'Person', properties: { name: ['Ann'] } };
const BIRCH = { id: 'b', schema: 'Company', properties: { name: ['Birch'], parent: ['a'] } };
const pretty = (value: unknown): string => JSON.stringify(value, undefined, 2);

describe.each([
  ['an entity over several lines', pretty(ANN), 1],
  ['entities over several lines', `${pretty(ANN)}\n${pretty(BIRCH)}\n`, 2],
  ['a list of entities', JSON.stringify([ANN, BIRCH]), 2],
  ['a list over several lines', `\ufeff${pretty([ANN, BIRCH])}`, 2],
  ['an entity a line', `${JSON.stringify(ANN)}\n${JSON.stringify(BIRCH)}`, 2],
])('%s', (_, text, count) => {
  test('is known and read', async () => {
    expect(likelyFormats(text, 'x.json')[0]?.id).toBe('ftm');
    const { graph, issues } = await readFtm(inputOf('x.json', text));
    expect(issues).toEqual([]);
    expect(graph?.entities.slice(0, count).map(({ id, name }) => [id, name])).toEqual(
      [
        ['a', 'Ann'],
        ['b', 'Birch'],
      ].slice(0, count),
    );
  });
});

test('what is wrong in one of them is told with its line, and the others are read where that is asked for', async () => {
  const text = `${pretty(ANN)}\n${pretty({ id: 'x' })}\n${pretty(BIRCH).replace('"schema"', '"id"')}\n${pretty({ ...BIRCH, id: 'c' })}`;
  const refused = await readFtm(inputOf('x.json', text));
  expect(refused.issues.map(({ line, message }) => [line, message])).toEqual([
    [11, 'This is no entity of FollowTheMoney'],
    [15, 'The name "id" stands twice in one object'],
  ]);
  const { graph, skipped } = await readFtm(inputOf('x.json', text), { skipBad: true });
  expect(skipped).toBe(2);
  expect(graph?.claims.map(({ subject, object }) => [subject, object])).toEqual([['c', 'a']]);
});

test.each([
  '{\n "$schema": "https://json-schema.org/draft/2020-12/schema",\n "properties": {}\n}',
  '{"type":"FeatureCollection","features":[{"properties":{}}]}',
  '[{"a":1}]',
  'schema,properties\n',
])('%s is none', (text) => {
  expect(beginsWithEntity(text)).toBe(false);
});
