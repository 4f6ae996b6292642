import { expect, test } from 'vitest';
import { z } from 'zod';
import { EdgeMapping, Mapping, NodeMapping, TableMapping } from '../../src/formats/foreign/mapping.ts';
import { DEFAULT_LIMITS } from '../../src/formats/limits.ts';
import { FORMATS } from '../../src/formats/registry.ts';
import { Match } from '../../src/knowledge/merge-graphs.ts';
import { expectGenerated, table } from './generated.ts';
import { blocksOf, readPage } from './markdown.ts';

const PAGE = 'docs/exchange.md';

test('the table of formats is that of the registry', () => {
  const rows = FORMATS.map((format) => {
    const ways = [
      ...(format.read === undefined && format.readTogether === undefined ? [] : ['read']),
      ...(format.write === undefined ? [] : ['write']),
    ];
    return [`\`${format.id}\``, format.label, ways.join(', '), format.extensions.join(' '), format.help];
  });
  expectGenerated(PAGE, 'formats', table(['id', 'format', 'ways', 'files', 'for whom'], rows));
});

test('the table of losses is that of the formats', () => {
  const rows = FORMATS.filter((format) => format.write !== undefined).flatMap((format) =>
    format.losses.map(({ field, why, keptBy }) => [`\`${format.id}\``, field, why, keptBy]),
  );
  expectGenerated(PAGE, 'losses', table(['format', 'what', 'why', 'kept by'], rows));
});

test('the bounds are those of the readers', () => {
  const { bytes, depth, text, attributes, records, issues } = DEFAULT_LIMITS;
  const rows = [
    ['one file', `${bytes / 1024 / 1024} MB`],
    ['levels of nesting', String(depth)],
    ['characters of one text', String(text)],
    ['attributes of one record', String(attributes)],
    ['nodes and edges', String(records)],
    ['findings told one by one', String(issues)],
  ];
  expect(rows).toHaveLength(Object.keys(DEFAULT_LIMITS).length);
  expectGenerated(PAGE, 'reading-limits', table(['what', 'at most'], rows));
});

test('the examples are a mapping and matches', () => {
  const [mapping, matches] = blocksOf(readPage(PAGE))
    .filter(({ info }) => info === 'json')
    .map(({ content }): unknown => JSON.parse(content));
  expect(Mapping.safeParse(mapping).error).toBeUndefined();
  expect(z.array(Match).safeParse(matches).error).toBeUndefined();
});

test('every field of a mapping is named', () => {
  const { text } = readPage(PAGE);
  const fields = [EdgeMapping, NodeMapping, TableMapping].flatMap((schema) => Object.keys(schema.shape));
  expect(fields.filter((field) => !text.includes(`\`${field}\``))).toEqual([]);
});
