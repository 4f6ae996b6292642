import { describe, expect, test } from 'vitest';
import { Mapping } from '../../../src/formats/foreign/mapping.ts';
import type { ForeignEdge } from '../../../src/formats/foreign/records.ts';
import type { ReadResult } from '../../../src/formats/format.ts';
import { AB, edgeWith, gather } from './gather.ts';

async function read(edges: readonly ForeignEdge[]): Promise<ReadResult> {
  return await gather(
    AB,
    edges.map((one, i) => ({ ...one, place: { line: i + 2 } })),
  );
}

describe('an attribute that plainly holds stances and is not mapped', () => {
  test('is told once, with the line that would map it', async () => {
    const result = await read([
      edgeWith({ Stance: 'asserts', x: 'denies' }),
      edgeWith({ Stance: 'Denies ' }),
      edgeWith({ Stance: '' }),
      edgeWith({ Stance: 'denies' }),
    ]);
    expect(result.graph?.claims.map(({ stance }) => stance)).toEqual(['asserts', 'asserts', 'asserts', 'asserts']);
    expect(result.issues).toMatchObject([
      { severity: 'warning', line: 3, message: expect.stringContaining('it denies or doubts in 2 of 3 records') },
    ]);
    const line = /"stance": (\{.*\})$/u.exec(result.issues[0]?.remedy ?? '')?.[1] ?? '';
    const mapping = Mapping.parse({ version: 1, edge: { stance: JSON.parse(line) } });
    expect(mapping.edge.stance).toEqual({ attribute: 'Stance', asserts: ['asserts'], denies: ['denies'], doubts: [] });
  });

  test('signs are stances under a name that says so, and not under one that may be a place or a mood', async () => {
    const signs = (name: string): Promise<ReadResult> => read([edgeWith({ [name]: '+' }), edgeWith({ [name]: '-1' })]);
    expect((await signs('polarity')).issues).toHaveLength(1);
    expect((await signs('position')).issues).toEqual([]);
    expect((await read([edgeWith({ sentiment: 'negative' })])).issues).toEqual([]);
    expect((await read([edgeWith({ position: 'denied' })])).issues).toHaveLength(1);
  });

  test.each([
    ['all assert', ['asserts', 'asserts']],
    ['hardly any value is a stance', ['denies', 'left wing', 'right wing', 'centre']],
    ['there are no values', ['', ' ']],
  ])('nothing is told where %s', async (_, values) => {
    expect((await read(values.map((stance) => edgeWith({ stance })))).issues).toEqual([]);
  });

  test('nothing is told where the format itself says the stance', async () => {
    expect((await read([{ ...edgeWith({ stance: 'denies' }), stance: 'denies' }])).issues).toEqual([]);
  });
});
