import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldLikely } from '../../../src/formats/foreign/likely-attribute.ts';
import { Mapping } from '../../../src/formats/foreign/mapping.ts';
import { suggestMapping } from '../../../src/formats/foreign/suggest-mapping.ts';
import { LIKELY_TYPE_NAMES, TYPE_NAMES } from '../../../src/formats/foreign/type-names.ts';
import type { ReadResult } from '../../../src/formats/format.ts';
import { AB, edgeWith, gather } from './gather.ts';

async function read(edges: readonly Readonly<Record<string, string>>[], edge: unknown = {}): Promise<ReadResult> {
  const placed = edges.map((values, i) => ({ ...edgeWith(values), place: { line: i + 2 } }));
  return await gather(AB, placed, { mapping: Mapping.parse({ version: 1, edge }) });
}

describe('an attribute that seems to say what the edges are, and is not mapped', () => {
  test('is told once, with the line that would map it', async () => {
    const { issues, graph } = await read([{ x: '1' }, { Relation: 'funds' }, { Relation: 'opposes' }]);
    expect(graph?.claims.map(({ type }) => type)).toEqual(['related-to', 'related-to', 'related-to']);
    expect(graph?.claims[1]?.attributes).toContainEqual({ name: 'Relation', value: 'funds' });
    expect(issues).toMatchObject([
      {
        severity: 'warning',
        line: 3,
        message: expect.stringContaining('“Relation” seems to say what the edges are (2 of 3'),
      },
    ]);
    const line = /"edge": ("type": .*)$/u.exec(issues[0]?.remedy ?? '')?.[1] ?? '';
    const edge: unknown = JSON.parse(`{${line}}`);
    const mapped = await read([{ Relation: 'funds' }, { Relation: 'opposes' }], edge);
    expect(mapped.graph?.claims.map(({ type }) => type)).toEqual(['funds', 'opposes']);
    expect(mapped.issues).toEqual([]);
  });

  test('is told, too, where a label stands in its place', async () => {
    expect((await read([{ label: 'Ann funds Ben', relation: 'funds' }])).issues).toHaveLength(1);
    expect((await read([{ type: 'funds', relation: 'by money' }])).issues).toEqual([]);
  });

  test('which one does not depend on the order of the edges', async () => {
    const edges = [{ rel: 'a' }, { verb: 'b' }];
    const told = await Promise.all([edges, edges.toReversed()].map(async (one) => (await read(one)).issues[0]?.remedy));
    expect(told).toEqual([expect.stringContaining('"rel"'), expect.stringContaining('"rel"')]);
  });

  test.each([
    ['it holds numbers', { relation: '0.7' }, {}],
    ['it holds directions', { 'edge type': 'directed' }, {}],
    ['it is a long text', { relation: 'x'.repeat(101) }, {}],
    ['the mapping takes it for something else', { relation: 'funds' }, { note: 'relation' }],
    ['the mapping says what the type is', { relation: 'funds', what: 'x' }, { type: 'what' }],
  ])('nothing is told where %s', async (_, values, edge) => {
    expect((await read([values], edge)).issues).toEqual([]);
  });

  test('more than 1,000 different texts are no types', async () => {
    const edges = Array.from({ length: 1001 }, (_, i) => ({ relation: `so ${i}` }));
    expect((await read(edges)).issues).toEqual([]);
  });
});

describe('what is offered to a person is what the reader takes, or tells of (seeded)', () => {
  const spelled = fc
    .constantFrom(...TYPE_NAMES, ...LIKELY_TYPE_NAMES, 'colour')
    .chain((name) => fc.constantFrom(name, name.toUpperCase(), `${name.charAt(0).toUpperCase()}${name.slice(1)}`));
  const values = fc.uniqueArray(fc.tuple(spelled, fc.constantFrom('funds', 'Directed', '12')), {
    selector: ([name]) => foldLikely(name),
    maxLength: 5,
  });
  const law = fc.asyncProperty(values, async (given) => {
    const { graph, issues } = await read([Object.fromEntries(given)]);
    const offered = suggestMapping(given.map(([name, value]) => ({ name, samples: [value] }))).edge.type;
    const type = graph?.claims[0]?.type;
    if (type !== 'related-to') expect(type).toBe(given.find(([name]) => name === offered)?.[1]);
    else if (offered === undefined) expect(issues).toEqual([]);
    else expect(issues[0]?.remedy).toContain(JSON.stringify(offered));
  });
  test('pinned seed', () => fc.assert(law, { seed: 20261121, numRuns: 300 }));
  test('fresh seed', () => fc.assert(law, { numRuns: 100 }));
});
