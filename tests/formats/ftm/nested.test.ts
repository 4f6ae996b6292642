import { describe, expect, test } from 'vitest';
import type { ReadResult } from '../../../src/formats/format.ts';
import { FTM } from '../../../src/formats/ftm/format.ts';
import { readFtm } from '../../../src/formats/ftm/read-ftm.ts';
import { inputOf } from '../../../src/formats/read-text.ts';

const read = (...entities: readonly object[]) =>
  readFtm(inputOf('a.ftm', entities.map((one) => JSON.stringify(one)).join('\n')));
const entity = (id: string, schema: string, properties: object): object => ({
  id,
  schema,
  properties,
  datasets: ['a'],
});
const said = ({ graph }: ReadResult): string[] =>
  (graph?.claims ?? []).map(({ subject, type, object }) => `${subject} ${type} ${object}`).toSorted();

const company = entity('c1', 'Company', { name: ['Birch'] });

describe('entities within others', () => {
  test('are entities of their own, with the connections that they are', async () => {
    const result = await read(
      entity('p1', 'Person', {
        name: ['Ann'],
        addressEntity: [entity('addr', 'Address', { full: ['1 Main St'] })],
        sanctions: [entity('s1', 'Sanction', { entity: ['p1'], authority: ['An office'] })],
        ownershipOwner: [entity('own', 'Ownership', { asset: [company], percentage: ['51'] })],
      }),
    );
    expect(result.issues).toEqual([]);
    expect(result.losses).toEqual([]);
    expect(said(result)).toEqual(['p1 Ownership c1', 'p1 addressEntity addr', 's1 entity p1']);
    const kinds = Object.fromEntries((result.graph?.entities ?? []).map(({ id, kind }) => [id, kind]));
    expect(kinds).toMatchObject({ p1: 'Person', addr: 'Address', s1: 'Sanction', c1: 'Company' });
    expect(result.graph?.entities[0]?.attributes).toContainEqual({ name: 'ownershipOwner', value: 'own' });
  });

  test('one that names nobody is joined with who holds it, by the name of the property', async () => {
    const held = entity('s1', 'Sanction', { authority: ['An office'] });
    expect(said(await read(entity('p1', 'Person', { name: ['Ann'], sanctions: [held] })))).toEqual(['p1 sanctions s1']);
  });

  test('a connection without both its ends has who holds it at the end that the property names', async () => {
    const held = entity('own', 'Ownership', { percentage: ['1'] });
    const result = await read(
      entity('p1', 'Person', { name: ['Ann'], ownershipOwner: [held] }),
      entity('c1', 'Company', { name: ['Birch'], ownershipAsset: [held] }),
    );
    expect(result.issues).toEqual([]);
    expect(said(result)).toEqual(['p1 Ownership c1']);
  });

  test('copies of one are one, with what each of them says', async () => {
    const owns = (owner: string): object =>
      entity(owner, 'Person', {
        name: [owner],
        ownershipOwner: [
          entity(`own-${owner}`, 'Ownership', { asset: [entity('c1', 'Company', { name: ['Birch'], note: [owner] })] }),
        ],
      });
    const result = await read(owns('p1'), owns('p2'));
    expect(said(result)).toEqual(['p1 Ownership c1', 'p2 Ownership c1']);
    const held = result.graph?.entities.find(({ id }) => id === 'c1');
    expect(held?.attributes?.filter(({ name }) => name === 'note').map(({ value }) => value)).toEqual(['p1', 'p2']);
  });

  test('what stands by itself, too, is taken as it stands there, wherever, and that is told', async () => {
    const holder = entity('own', 'Ownership', {
      owner: [entity('p1', 'Person', { name: ['A. copy'] })],
      asset: [company],
    });
    const person = entity('p1', 'Person', { name: ['Ann'] });
    for (const order of [
      [holder, person],
      [person, holder],
    ]) {
      const result = await read(...order);
      expect(said(result)).toEqual(['p1 Ownership c1']);
      expect(result.graph?.entities.find(({ id }) => id === 'p1')?.name).toBe('Ann');
      expect(result.losses).toMatchObject([{ field: 'copies within others', count: 1 }]);
    }
  });

  test('an object that is no entity stays text', async () => {
    const { graph } = await read(entity('p1', 'Person', { name: ['Ann'], odd: [{ id: 'x' }] }));
    expect(graph?.entities[0]?.attributes).toContainEqual({ name: 'odd', value: '{"id":"x"}' });
  });
});

test('the answer of a search is read, and what it says of the search is told', async () => {
  const own = entity('own', 'Ownership', { owner: ['p1'], asset: ['c1'] });
  const answer = { limit: 10, total: { value: 3 }, results: [entity('p1', 'Person', { name: ['Ann'] }), company, own] };
  for (const text of [JSON.stringify(answer), JSON.stringify(answer, undefined, 2)]) {
    expect(FTM.sniff?.(text, 'search.json')).toBeGreaterThan(0);
    const result = await readFtm(inputOf('search.json', text));
    expect(result.issues).toEqual([]);
    expect(said(result)).toEqual(['p1 Ownership c1']);
    expect(result.losses).toMatchObject([{ field: 'search', count: 1 }]);
  }
});

test('a document whose text is longer than a text may be is read', async () => {
  const text = 'word '.repeat(30_000);
  const { graph, issues } = await read(entity('d', 'PlainText', { title: ['Minutes'], bodyText: [text] }));
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(graph?.entities[0]?.name).toBe('Minutes');
});
