import { describe, expect, test } from 'vitest';
import { readFtm } from '../../../src/formats/ftm/read-ftm.ts';
import { inputOf } from '../../../src/formats/read-text.ts';

const read = (...entities: readonly object[]) =>
  readFtm(inputOf('a.ftm', entities.map((one) => JSON.stringify(one)).join('\n')));

const thing = (id: string, schema: string, properties: object = {}, more: object = {}): object => ({
  id,
  schema,
  properties: { name: [id], ...properties },
  datasets: ['register'],
  ...more,
});
const MERGED = thing('NK-place', 'Address', {}, { referents: ['old-1', 'old-2'] });
const OWNER = { id: 'o', schema: 'Ownership', properties: { owner: ['old-1'], asset: ['firm'] }, datasets: [] };
const FIRM = thing('firm', 'Company', { addressEntity: ['old-1', 'old-2', 'NK-place'] });

/** What is joined. */
const ends = async (...entities: readonly object[]): Promise<unknown> => {
  const { graph, issues } = await read(...entities);
  expect(issues).toEqual([]);
  return graph?.claims.map(({ subject, type, object }) => [subject, type, object]).toSorted();
};

describe('an entity that went by other ids before it was joined', () => {
  const joined = [
    ['NK-place', 'Ownership', 'firm'],
    ['firm', 'addressEntity', 'NK-place'],
  ];
  test('is named by them, wherever it stands: once by each property', async () => {
    const all = [MERGED, OWNER, FIRM];
    expect(await ends(...all)).toEqual(joined);
    expect(await ends(...all.toReversed())).toEqual(joined);
  });

  test('keeps them; an entity that has one for its own is that one', async () => {
    const other = thing('old-1', 'Address');
    for (const all of [
      [MERGED, OWNER, FIRM, other],
      [other, FIRM, OWNER, MERGED],
    ]) {
      expect(await ends(...all)).toEqual([
        ['firm', 'addressEntity', 'NK-place'],
        ['firm', 'addressEntity', 'old-1'],
        ['old-1', 'Ownership', 'firm'],
      ]);
    }
    const { graph } = await read(MERGED);
    expect(graph?.entities[0]?.attributes).toContainEqual({ name: 'referents', value: 'old-1' });
  });

  test('two that name one id leave it open which it is', async () => {
    const { graph, issues } = await read(MERGED, thing('NK-2', 'Address', {}, { referents: ['old-1'] }), OWNER, FIRM);
    expect(graph).toBeUndefined();
    expect(issues).toMatchObject([{ severity: 'error', id: 'o' }]);
  });
});
