import { describe, expect, test } from 'vitest';
import { mergeOntologies } from '../../src/knowledge/merge-ontologies.ts';
import { Ontology } from '../../src/model/ontology.ts';

type Given = Readonly<Record<string, unknown>> & { readonly id: string };

const reads = { asserts: '{s} backs {o}', denies: '{s} does not back {o}', doubts: '{s} hardly backs {o}' };
function ontology(relations: readonly Given[], kinds: readonly Given[] = [{ id: 'actor', label: 'Actor' }]): Ontology {
  return Ontology.parse({
    version: 1,
    kinds: kinds.map((kind) => ({ label: kind.id, plural: `${kind.id}s`, ...kind })),
    relations: relations.map((type) => ({
      ...{ label: type.id, inverse: `${type.id} by`, domain: ['actor'], range: ['actor'], reads },
      ...type,
    })),
  });
}
function merge(...ontologies: readonly Ontology[]) {
  const named = ontologies.map((one, i) => ({ name: `${i + 1}`, ontology: one }));
  const { ontology: merged, renamed, ...rest } = mergeOntologies(named);
  return { relations: new Map(merged.relations.map((type) => [`${type.id}`, type])), merged, renamed, ...rest };
}

const OURS = ontology([{ id: 'backing' }, { id: 'funding', broader: 'backing' }]);

describe('types', () => {
  test('a type that is narrower than a renamed one is renamed with it, whichever graph comes first', () => {
    const theirs = ontology([
      { id: 'backing', label: 'stands behind' },
      { id: 'funding', broader: 'backing' },
    ]);
    for (const [first, second] of [
      [OURS, theirs],
      [theirs, OURS],
    ] as const) {
      const { relations, clashes } = merge(first, second);
      expect(relations.get('funding')?.broader).toBe('backing');
      expect(relations.get('funding@2')?.broader).toBe('backing@2');
      expect(clashes.map(({ to }) => to)).toEqual(['backing@2', 'funding@2']);
    }
  });

  test('so is one that excludes a renamed one, down a chain, whatever the order', () => {
    const chain = (label: string) =>
      ontology([
        { id: 'hiring', broader: 'funding' },
        { id: 'funding', broader: 'backing' },
        { id: 'fighting', excludes: ['backing'] },
        { id: 'backing', label, excludes: ['fighting'] },
        { id: 'meeting' },
      ]);
    const { relations } = merge(chain('backs'), chain('stands behind'));
    expect(relations.get('hiring@2')?.broader).toBe('funding@2');
    expect(relations.get('funding@2')?.broader).toBe('backing@2');
    expect([relations.get('fighting')?.excludes, relations.get('fighting@2')?.excludes]).toEqual([
      ['backing'],
      ['backing@2'],
    ]);
    expect(relations.has('meeting@2')).toBe(false);
  });

  test('a type that is one in both stays what it is, and takes the kinds of both', () => {
    const theirs = ontology(
      [
        { id: 'backing', domain: ['place'] },
        { id: 'funding', broader: 'backing' },
      ],
      [{ id: 'actor', label: 'Actor' }, { id: 'place' }],
    );
    const { relations, clashes } = merge(OURS, theirs);
    expect(clashes).toEqual([]);
    expect(relations.get('backing')).toMatchObject({ domain: ['actor', 'place'], range: ['actor'] });
  });

  test('what was renamed in a merge before is the same when it comes again', () => {
    const theirs = ontology([
      { id: 'funding', broader: 'backing' },
      { id: 'backing', label: 'stands behind', excludes: ['fighting'] },
      { id: 'fighting', excludes: ['backing'] },
    ]);
    const once = mergeOntologies([
      { name: 'ours', ontology: OURS },
      { name: 'theirs', ontology: theirs },
    ]).ontology;
    const again = mergeOntologies([
      { name: 'both', ontology: once },
      { name: 'theirs', ontology: theirs },
    ]);
    expect(again.ontology).toEqual(once);
    expect([...(again.renamed[1]?.types.values() ?? [])]).toEqual(['backing@theirs', 'funding@theirs']);
  });

  test('a new name is none that the graph uses itself', () => {
    const theirs = ontology([
      { id: 'backing', label: 'stands behind' },
      { id: 'backing@2', label: 'carries' },
    ]);
    expect([...merge(OURS, theirs).relations.keys()]).toEqual(['backing', 'funding', 'backing@2-2', 'backing@2']);
  });

  test('the name of a file may hold what an id may not', () => {
    const theirs = ontology([{ id: 'backing', label: 'stands behind' }]);
    const { clashes } = mergeOntologies([
      { name: 'ours', ontology: OURS },
      { name: 'their \u200bown~file\u0007.json', ontology: theirs },
    ]);
    expect(clashes[0]?.to).toBe('backing@their-own-file-.json');
  });
});

describe('kinds', () => {
  test('of other words are one, under the first words, and that is told', () => {
    const theirs = ontology([{ id: 'meeting' }], [{ id: 'actor', label: 'Person' }]);
    const { merged, clashes, otherWords } = merge(OURS, theirs);
    expect([merged.kinds.map(({ label }) => label), clashes]).toEqual([['Actor'], []]);
    expect(otherWords).toEqual([{ graph: 1, kind: 'actor', label: 'Person', kept: 'Actor' }]);
  });

  test('of another meaning are two', () => {
    const theirs = ontology([{ id: 'meeting' }], [{ id: 'actor', label: 'Actor', event: true }]);
    const { merged, clashes } = merge(OURS, theirs);
    expect(merged.kinds.map(({ id, event }) => [id, event])).toEqual([
      ['actor', false],
      ['actor@2', true],
    ]);
    expect(clashes).toMatchObject([{ what: 'kind', from: 'actor', to: 'actor@2' }]);
  });
});
