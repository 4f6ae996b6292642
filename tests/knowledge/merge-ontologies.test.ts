import { describe, expect, test } from 'vitest';
import { mergeOntologies } from '../../src/knowledge/merge-ontologies.ts';
import { TypeId } from '../../src/model/ids.ts';
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
    expect([...(again.renamed[1]?.types.values() ?? [])].toSorted()).toEqual(['backing@theirs', 'funding@theirs']);
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

describe('definitions that are equal in later graphs', () => {
  test('have one new name where the first graph has another one', () => {
    const theirs = ontology([{ id: 'backing', label: 'stands behind' }], [{ id: 'actor', event: true }]);
    for (const [all, name] of [
      [[OURS, theirs, theirs], 2],
      [[theirs, OURS, OURS], 2],
    ] as const) {
      const { merged, renamed } = merge(...all);
      expect(merged.kinds.map(({ id }) => id)).toEqual(['actor', `actor@${name}`]);
      expect(renamed[2]).toEqual(renamed[1]);
    }
    expect([...merge(OURS, theirs, theirs).relations.keys()]).toEqual(['backing', 'funding', 'backing@2']);
  });

  test('so do literals and figures', () => {
    const withOthers = (label: string): Ontology =>
      Ontology.parse({
        ...ontology([{ id: 'meeting' }]),
        literals: [{ id: 'called', label, domain: ['actor'], reads }],
        figures: [{ id: 'killed', label }],
      });
    const { merged } = merge(withOthers('one'), withOthers('two'), withOthers('two'), withOthers('one'));
    expect([...merged.literals, ...merged.figures].map(({ id }) => id)).toEqual([
      ...['called', 'called@2', 'killed', 'killed@2'],
    ]);
  });
});

describe('definitions that a reader rebuilt', () => {
  const madeUp = ontology([{ id: 'backing', label: 'backing' }], [{ id: 'actor', label: 'actor' }, { id: 'place' }]);
  const rebuilt = new Set(['backing', 'actor', 'place']);
  const theirs = ontology([{ id: 'backing', label: 'stands behind' }]);
  const ours = { name: 'ours', ontology: OURS };
  const table = { name: 'table', ontology: madeUp, rebuilt };

  test('give way to those of another graph, before or after', () => {
    for (const all of [
      [ours, table],
      [table, ours],
    ]) {
      const { ontology: merged, clashes, otherWords } = mergeOntologies(all);
      expect(merged.relations).toHaveLength(2);
      expect(merged.relations).toEqual(expect.arrayContaining([...OURS.relations]));
      expect(merged.kinds.map(({ id, label }) => `${id} ${label}`).toSorted()).toEqual(['actor Actor', 'place place']);
      expect([clashes, otherWords]).toEqual([[], []]);
    }
  });

  test('of several, to the first, wherever they stand', () => {
    const other = { name: 'other', ontology: theirs };
    for (const all of [
      [table, ours, other],
      [ours, other, table],
      [ours, table, other],
    ]) {
      const { ontology: merged, renamed } = mergeOntologies(all);
      expect(merged.relations.find(({ id }) => id === 'backing')).toEqual(OURS.relations[0]);
      expect(renamed[all.indexOf(table)]?.types.size).toBe(0);
      expect(renamed[all.indexOf(other)]?.types.get(TypeId.parse('backing'))).toBe('backing@other');
    }
  });

  test('but not to what the file itself speaks against: a line without direction, an event, another sort of type', () => {
    const shape = (more: Given, kind: Given) => ({ ...table, ontology: ontology([more], [kind]) });
    const undirected = shape({ id: 'backing', symmetric: true }, { id: 'actor', event: true });
    for (const all of [
      [ours, undirected],
      [undirected, ours],
    ]) {
      const { ontology: merged } = mergeOntologies(all);
      const symmetric = merged.relations.filter(({ id }) => id.startsWith('backing')).map((type) => type.symmetric);
      expect(symmetric.toSorted()).toEqual([false, true]);
      expect(merged.kinds.map(({ event }) => event).toSorted()).toEqual([false, true]);
    }
    const literal = Ontology.parse({
      ...ontology([{ id: 'meeting' }]),
      literals: [{ id: 'backing', label: 'backing', domain: ['actor'], reads }],
    });
    for (const all of [
      [ours, { ...table, ontology: literal }],
      [{ ...table, ontology: literal }, ours],
    ]) {
      const { ontology: merged } = mergeOntologies(all);
      expect([...merged.relations, ...merged.literals].filter(({ id }) => id.startsWith('backing'))).toHaveLength(2);
    }
  });

  test('are one with each other, under the first words', () => {
    const second = { ...table, name: 'second', ontology: ontology([{ id: 'backing', label: 'Backing' }]) };
    const { ontology: merged, clashes } = mergeOntologies([table, second]);
    expect([merged.relations.map(({ id, label }) => [id, label]), clashes]).toEqual([[['backing', 'backing']], []]);
  });
});
