import { describe, expect, test } from 'vitest';
import type { ExportChoice, Offered } from '../../../src/explorer/export/export-choice.ts';
import { inPicture, placesInFile } from '../../../src/explorer/export/in-picture.ts';
import { InMemoryKnowledgeBase } from '../../../src/knowledge/in-memory.ts';
import { EntityId, RelationId, SourceId } from '../../../src/model/ids.ts';
import { sketchGraph } from '../../evidence/sketch-graph.ts';

const base = new InMemoryKnowledgeBase(
  sketchGraph({
    types: { backs: {}, knows: {} },
    sources: { a: 'B', b: 'C' },
    claims: [
      ['a', 'x', 'backs', 'y'],
      ['a', 'x', 'backs', 'y', { stance: 'denies', by: 'x' }],
      ['a', 'y', 'knows', 'z'],
      ['b', 'z', 'knows', 'w'],
    ],
  }),
);
const id = (name: string): EntityId => EntityId.parse(name);
const choice = (scope: ExportChoice['scope']): Pick<ExportChoice, 'scope' | 'depth'> => ({ scope, depth: 1 });
const offered = (view: Partial<Offered['view']>): Offered => ({ view: { filter: {}, ...view }, traced: [] });

describe('what a picture tells apart', () => {
  test('of all, all was chosen, and all that has a place on the screen keeps it', async () => {
    expect(await inPicture(base, choice('shown'), offered({}))).toEqual({});
    const filtered = offered({ filter: { sources: [SourceId.parse('b')] }, focus: { id: id('z'), depth: 1 } });
    expect(await inPicture(base, choice('whole'), filtered)).toEqual({});
  });

  test('of what is shown, what passes filter and focus', async () => {
    const { onScreen, chosen } = await inPicture(base, choice('shown'), offered({ focus: { id: id('x'), depth: 1 } }));
    expect([...(onScreen ?? [])].toSorted()).toEqual(['x', 'y']);
    expect([...(chosen ?? [])]).toEqual(['x~backs~y']);
  });

  test('of what is open, what was chosen may be more than is shown, or less', async () => {
    const filter = { sources: [SourceId.parse('b')] };
    const relation = RelationId.parse('x~backs~y');
    const open = await inPicture(
      base,
      choice('open'),
      offered({ filter, selection: { kind: 'relation', id: relation } }),
    );
    expect([...(open.onScreen ?? [])].toSorted()).toEqual(['w', 'z']);
    expect([...(open.chosen ?? [])]).toEqual([relation]);
    const source = await inPicture(
      base,
      choice('open'),
      offered({ selection: { kind: 'source', id: SourceId.parse('b') } }),
    );
    expect([...(source.chosen ?? [])]).toEqual(['z~knows~w']);
    const figure = await inPicture(base, choice('open'), offered({ selection: { kind: 'figure', id: 'x~killed~~' } }));
    expect(figure.chosen).toEqual(new Set());
  });
});

test('places count downwards in a file, and only those on the screen are taken', () => {
  const places = new Map([
    ['x', { x: 1, y: 2 }],
    ['y', { x: 3, y: -4 }],
  ]);
  const entities = ['x', 'y', 'z'].map((name) => ({ id: id(name) }));
  expect(placesInFile(places, entities, undefined)).toEqual(
    new Map([
      ['x', { x: 1, y: -2 }],
      ['y', { x: 3, y: 4 }],
    ]),
  );
  expect([...placesInFile(places, entities, new Set([id('y')])).keys()]).toEqual(['y']);
});
