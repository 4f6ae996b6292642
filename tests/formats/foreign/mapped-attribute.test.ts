import { describe, expect, test } from 'vitest';
import { Mapping } from '../../../src/formats/foreign/mapping.ts';
import type { ForeignEdge } from '../../../src/formats/foreign/records.ts';
import type { ReadResult } from '../../../src/formats/format.ts';
import { AB, edgeWith, gather, graphOf } from './gather.ts';

const STANCE = { attribute: 'polarity', asserts: ['+'], denies: ['-', 'denied'], doubts: ['?'] };

/** Reads edges by a mapping; they stand on lines 2, 3 and so on. */
async function read(edges: readonly ForeignEdge[], edge: object, skipBad = false): Promise<ReadResult> {
  const placed = edges.map((one, i) => ({ ...one, place: { line: i + 2 } }));
  return await gather(AB, placed, { mapping: Mapping.parse({ version: 1, edge }), skipBad });
}

describe('a mapping that names an attribute which no record has', () => {
  const edges = [edgeWith({ polarity: '-', 'said by': 'Ann' }), edgeWith({ polarity: '+', 'said by': 'Ben' })];

  test('of stances refuses the file, since each denial would become an assertion; the likely name is told', async () => {
    const result = await read(edges, { stance: { ...STANCE, attribute: 'Polarity' } });
    expect(result.graph).toBeUndefined();
    expect(result.issues).toMatchObject([
      {
        severity: 'error',
        code: 'unknown-field',
        got: '“Polarity”',
        expected: 'an attribute of the file, such as “polarity”, “said by”',
        remedy: 'Write “polarity” in the mapping, if it is meant',
      },
    ]);
  });

  test('of anything else is told', async () => {
    const result = await read(edges, { stance: STANCE, speaker: 'said_by', type: 'relation' });
    expect(graphOf(result).claims.map(({ stance }) => stance)).toEqual(['denies', 'asserts']);
    expect(result.issues).toMatchObject(
      [
        {
          severity: 'warning',
          message: expect.stringContaining('“relation” for edge.type'),
          remedy: /Correct the name/u,
        },
        { severity: 'warning', message: expect.stringContaining('“said_by” for edge.speaker'), remedy: /“said by”/u },
      ].map(({ remedy, ...rest }) => ({ ...rest, remedy: expect.stringMatching(remedy) })),
    );
  });

  test('is told with the attribute of which it is the long form', async () => {
    const { issues } = await read([edgeWith({ doc: 'Report 1', d: 1 })], { source: 'Document' });
    expect(issues[0]?.remedy).toBe('Write “doc” in the mapping, if it is meant');
  });

  test('of nodes is told, too', async () => {
    const nodes = AB.map((node) => ({ ...node, attributes: [{ name: 'Category', value: 'Person' }] }));
    const mapping = Mapping.parse({ version: 1, node: { kind: 'category', label: 'title' } });
    const { issues } = await gather(nodes, [], { mapping });
    expect(issues.map(({ severity, got }) => [severity, got])).toEqual([
      ['warning', '“title”'],
      ['warning', '“category”'],
    ]);
    expect(issues[1]?.remedy).toContain('“Category”');
  });

  test('is no matter where the file has no edges, and none where one edge of many has it', async () => {
    expect((await read([], { stance: STANCE, speaker: 'who' })).issues).toEqual([]);
    const { issues } = await read([edgeWith({ x: 1 }), edgeWith({ who: 'Ann' })], { speaker: 'who' });
    expect(issues).toEqual([]);
  });
});

describe('a mapped attribute of which a record has several values', () => {
  test('says the first, and that is told with the place and how many', async () => {
    const result = await read(
      [edgeWith({ who: 'Ann' }), edgeWith({ who: ['Beta', 'Alpha'] }), edgeWith({ who: ['Beta', 'Gamma', 'Alpha'] })],
      { speaker: 'who' },
    );
    expect(graphOf(result).claims.map(({ speaker }) => speaker)).toEqual(['a', 'Beta%-voice', 'Beta%-voice']);
    expect(result.issues).toMatchObject([
      { severity: 'warning', line: 3, message: expect.stringContaining('2 records have several values of “who”') },
    ]);
  });

  test('one value twice, or beside nothing, is one', async () => {
    const { issues, graph } = await read([edgeWith({ who: ['Ann', 'Ann'] }), edgeWith({ who: ['', 'Ann'] })], {
      speaker: 'who',
    });
    expect(issues).toEqual([]);
    expect(graph?.claims.map(({ speaker }) => speaker)).toEqual(['a', 'a']);
  });

  test('of aliases all are taken', async () => {
    const aliases = ['A1', 'A2; A3', 'Ann'].map((value) => ({ name: 'aka', value }));
    const mapping = Mapping.parse({ version: 1, node: { aliases: 'aka' } });
    const result = await gather([{ key: 'a', label: 'Ann', attributes: aliases }], [], { mapping });
    expect(result.issues).toEqual([]);
    expect(graphOf(result).entities[0]?.aliases).toEqual(['A1', 'A2', 'A3']);
  });

  test('that are different stances contradict each other: such a record cannot be taken', async () => {
    const edges = [edgeWith({ polarity: ['-', '+'] }), edgeWith({ polarity: ['-', 'denied'] })];
    const refused = await read(edges, { stance: STANCE });
    expect(refused.graph).toBeUndefined();
    expect(refused.issues).toMatchObject([{ code: 'contradictory', severity: 'error', line: 2, got: '"-, +"' }]);
    const rest = await read(edges, { stance: STANCE }, true);
    expect(rest.skipped).toBe(1);
    expect(graphOf(rest).claims.map(({ stance }) => stance)).toEqual(['denies']);
  });

  test('of which the mapping knows one as a stance has that stance', async () => {
    const { issues, graph } = await read([edgeWith({ polarity: ['strongly', '-'] })], { stance: STANCE });
    expect(issues).toMatchObject([{ got: '"strongly"', line: 2 }]);
    expect(graph?.claims.map(({ stance }) => stance)).toEqual(['denies']);
  });
});

describe('a mapped stance of which a record says nothing', () => {
  const edges = [edgeWith({ polarity: '-' }), edgeWith({ polarity: ' ' }), edgeWith({ other: 1 })];

  test('asserts, and that is told, counted', async () => {
    const { issues, graph } = await read(edges, { stance: STANCE });
    expect(issues).toMatchObject([
      { severity: 'warning', line: 3, message: expect.stringContaining('2 records have nothing in “polarity”') },
    ]);
    expect(graph?.claims.map(({ stance }) => stance)).toEqual(['denies', 'asserts', 'asserts']);
  });

  test('means what the mapping says that nothing means; else what the format says', async () => {
    const { issues, graph } = await read(edges, { stance: { ...STANCE, doubts: [''] } });
    expect(issues).toEqual([]);
    expect(graph?.claims.map(({ stance }) => stance)).toEqual(['denies', 'doubts', 'doubts']);
    const known = await read([edgeWith({ polarity: '+' }), { ...edgeWith({}), stance: 'denies' }], { stance: STANCE });
    expect(known.issues).toEqual([]);
    expect(known.graph?.claims.map(({ stance }) => stance)).toEqual(['asserts', 'denies']);
  });
});

describe('a word for which the format has a place of its own', () => {
  const own = (type: string, more: object = {}): ForeignEdge => ({ from: 'a', to: 'b', key: type, type, ...more });
  const polarity = { asserts: ['supports'], denies: ['denies'] };

  test.each(['kind', 'type'])(
    'of an edge can be mapped as “%s”; what is a stance is no type then',
    async (attribute) => {
      const edges = [own('supports'), own('denies'), own('denies', { attributes: [{ name: 'label', value: 'arms' }] })];
      const result = await read(edges, { stance: { attribute, ...polarity } });
      expect(result.issues).toEqual([]);
      const { claims } = graphOf(result);
      expect(claims.map(({ stance, type }) => [stance, type])).toEqual([
        ['asserts', 'related-to'],
        ['denies', 'related-to'],
        ['denies', 'arms'],
      ]);
      expect(claims[1]?.attributes).toContainEqual({ name: 'type', value: 'denies' });
    },
  );

  test('stands back behind an attribute of that name, and stays the type', async () => {
    const edges = [own('funds', { attributes: [{ name: 'kind', value: 'denies' }] })];
    const [claim] = graphOf(await read(edges, { stance: { attribute: 'kind', ...polarity } })).claims;
    expect(claim).toMatchObject({ stance: 'denies', type: 'funds' });
  });

  test('that the format takes from the mapped attribute is no type either', async () => {
    const edges = [own('denies', { attributes: [{ name: 'interaction', value: 'denies' }] })];
    const [claim] = graphOf(await read(edges, { stance: { attribute: 'interaction', ...polarity } })).claims;
    expect(claim).toMatchObject({ stance: 'denies', type: 'related-to' });
  });

  test('of a node can be mapped, too', async () => {
    const nodes = [{ key: 'a', label: 'Ann; Anna', kind: 'Person' }];
    const mapping = Mapping.parse({ version: 1, node: { aliases: 'label', summary: 'kind' } });
    const result = await gather(nodes, [], { mapping });
    expect(result.issues).toEqual([]);
    expect(graphOf(result).entities[0]).toMatchObject({ aliases: ['Ann', 'Anna'], summary: 'Person', kind: 'Person' });
  });
});

test('an attribute that the mapping takes for a stance, speaker or date is no type', async () => {
  const edges = [edgeWith({ type: 'denied', label: 'arms' }), edgeWith({ type: '+', kind: 'Ann' })];
  const { claims } = graphOf(await read(edges, { stance: { ...STANCE, attribute: 'type' }, speaker: 'kind' }));
  expect(claims.map(({ stance, type, speaker }) => [stance, type, speaker])).toEqual([
    ['denies', 'arms', 'imported-net.gexf%-voice'],
    ['asserts', 'related-to', 'a'],
  ]);
});
