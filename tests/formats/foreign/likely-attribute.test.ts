import { describe, expect, test } from 'vitest';
import { LikelyAttribute } from '../../../src/formats/foreign/likely-attribute.ts';
import { TYPE_NAMES } from '../../../src/formats/foreign/type-names.ts';
import { AB, edgeWith, gather, graphOf } from './gather.ts';

describe('the likeliest attribute', () => {
  const likely = new LikelyAttribute(['kind', 'edgelabel'], ({ value }) => value === 'no');
  const of = (...given: readonly (readonly [string, string | number])[]): string | undefined => {
    const attributes = given.map(([name, value]) => ({ name, value }));
    const found = [attributes, attributes.toReversed()].map((one) => likely.text(one));
    expect(found[1]).toBe(found[0]);
    return found[0];
  };

  test('is found in any spelling of its name, the better name first', () => {
    expect(of(['KIND', 'a'])).toBe('a');
    expect(of(['Edge Label', 'a'], ['Kind', 'b'])).toBe('b');
    expect(of(['edge_label', 'a'], ['kind', ' '])).toBe('a');
    expect(of(['edge-label', 'a'], ['kind', 'no'])).toBe('a');
    expect(of(['kinds', 'a'])).toBeUndefined();
  });

  test('of two of one name goes the one that is written as it is known, then by code points', () => {
    expect(of(['KIND', 'a'], ['kind', 'b'])).toBe('b');
    expect(of(['Kind', 'a'], ['KIND', 'b'])).toBe('b');
  });

  test('is a short text', () => {
    expect(of(['kind', 5])).toBeUndefined();
    expect(of(['kind', 'x'.repeat(101)])).toBeUndefined();
  });
});

test.each([
  'type',
  'Type',
  'Kind',
  'Label',
  'Edge Label',
  'EdgeLabel',
  ':TYPE',
  '_type',
  'predicate',
  'Interaction',
  'Relation Type',
])('an edge is of the type that stands in %s', async (name) => {
  const graph = graphOf(await gather(AB, [edgeWith({ [name]: 'funds' }), edgeWith({ [name]: 'opposes' })]));
  expect(graph.claims.map(({ type }) => type)).toEqual(['funds', 'opposes']);
  expect(graph.claims[0]?.attributes).toEqual([{ name, value: 'funds' }]);
});

test('a direction, and numbers where words stand, are no type', async () => {
  const values = [{ Type: 'Directed' }, { Interaction: '0.7' }, { predicate: '12' }];
  const graph = graphOf(await gather(AB, values.map(edgeWith)));
  expect(new Set(graph.claims.map(({ type }) => type))).toEqual(new Set(['related-to']));
  expect(TYPE_NAMES).toContain('predicate');
});

test('things are called by what any spelling of label and name says', async () => {
  const node = (name: string, value: string) => ({ key: name, attributes: [{ name, value }] });
  const graph = graphOf(
    await gather(
      [
        node('Label', 'Ann'),
        node('NAME', 'Ben'),
        node('VertexLabel', 'Cy'),
        node(':LABEL', 'Person'),
        node('Type', 'State'),
      ],
      [],
    ),
  );
  expect(graph.entities.slice(0, -1).map(({ name, kind }) => [name, kind])).toEqual([
    ['Ann', 'thing'],
    ['Ben', 'thing'],
    ['Cy', 'thing'],
    [':LABEL', 'Person'],
    ['Type', 'State'],
  ]);
});
