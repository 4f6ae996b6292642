import { describe, expect, test } from 'vitest';
import { readFtm } from '../../../src/formats/ftm/read-ftm.ts';
import { inputOf } from '../../../src/formats/read-text.ts';

const range = (n: number): number[] => [...Array(n).keys()];
const read = (entities: readonly object[], skipBad = false) =>
  readFtm(inputOf('a.ftm', entities.map((one) => JSON.stringify(one)).join('\n')), { skipBad });

/** Owners and assets, and one ownership of all by all. */
function ownership(owners: number, assets: number, more: object = {}, datasets: readonly string[] = []): object[] {
  const thing = (schema: string, id: string): object => ({ id, schema, properties: { name: [id] } });
  const owner = range(owners).map((i) => `o${i}`);
  const asset = range(assets).map((i) => `a${i}`);
  return [
    ...owner.map((id) => thing('Person', id)),
    ...asset.map((id) => thing('Company', id)),
    { id: 'own', schema: 'Ownership', properties: { owner, asset, ...more }, datasets },
  ];
}

describe('a connection of many with many', () => {
  test('is refused where it would become more than a thousand claims, with its place', async () => {
    const { graph, issues } = await read(ownership(40, 26));
    expect(graph).toBeUndefined();
    expect(issues).toMatchObject([{ severity: 'error', code: 'too-large', id: 'own', line: 67, got: '1040' }]);
    const skipped = await read(ownership(40, 26), true);
    expect([skipped.skipped, skipped.graph?.claims.length]).toEqual([1, 0]);
  });

  test('data sets count, too', async () => {
    const { issues } = await read(
      ownership(
        10,
        10,
        {},
        range(11).map((i) => `set${i}`),
      ),
    );
    expect(issues).toMatchObject([{ code: 'too-large', got: '1100' }]);
  });

  test('of few, each claim says all', async () => {
    const { graph } = await read(ownership(2, 2, { percentage: ['50'] }));
    expect(graph?.claims).toHaveLength(4);
    for (const { attributes } of graph?.claims ?? []) {
      expect(attributes).toContainEqual({ name: 'percentage', value: '50' });
    }
  });

  test('of many, what it says stands with the first alone, so that the graph grows no faster than the claims', async () => {
    const { graph, issues } = await read(ownership(30, 33, { summary: ['s'.repeat(4000)] }));
    expect(issues).toEqual([]);
    const [first, ...others] = graph?.claims ?? [];
    expect(others).toHaveLength(989);
    expect(first?.attributes?.filter(({ name }) => name === 'owner')).toHaveLength(30);
    expect(first?.summary).toHaveLength(4000);
    for (const { attributes } of others) expect(attributes?.map(({ name }) => name)).toEqual(['key']);
    expect(JSON.stringify(graph).length).toBeLessThan(600_000);
  });

  test('in all of a file they are bounded', async () => {
    const [last, ...things] = ownership(31, 32).toReversed();
    const many = range(120).map((i) => ({ ...last, id: `own${i}` }));
    const { issues } = await read([...things.toReversed(), ...many]);
    expect(issues[0]).toMatchObject({ code: 'too-large' });
  });

  test('a name that stands twice at one end is one claim', async () => {
    const { graph } = await read(ownership(1, 1, { owner: ['o0', 'o0'] }));
    expect(graph?.claims).toHaveLength(1);
  });
});

test('a thing may name very many; times many data sets, it is refused', async () => {
  const people = range(1200).map((i) => ({ id: `p${i}`, schema: 'Person', properties: { name: [`P${i}`] } }));
  const mail = (datasets: readonly string[]): object => ({
    id: 'mail',
    schema: 'Email',
    properties: { title: ['m'], recipients: people.map(({ id }) => id).slice(0, 900) },
    datasets,
  });
  expect((await read([...people, mail(['a'])])).graph?.claims).toHaveLength(900);
  expect((await read([...people, mail(['a', 'b'])])).issues).toMatchObject([{ code: 'too-large', id: 'mail' }]);
});

test('several dates of one start are told, and stay attributes', async () => {
  const { graph, issues } = await read(ownership(1, 1, { startDate: ['2010-05', '2011'], endDate: ['2012'] }));
  expect(issues).toMatchObject([{ severity: 'warning', id: 'own', got: '"2010-05, 2011"' }]);
  expect(graph?.claims[0]?.attributes).toContainEqual({ name: 'startDate', value: '2011' });
});
