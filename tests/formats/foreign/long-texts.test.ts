import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ForeignGraph } from '../../../src/formats/foreign/foreign-graph.ts';
import { inParts } from '../../../src/formats/foreign/in-parts.ts';
import type { ForeignNode } from '../../../src/formats/foreign/records.ts';
import type { Attribute } from '../../../src/model/attributes.ts';
import { AB, gather, graphOf } from './gather.ts';

/** Longer than an attribute may be, with a character of two units at each place where it might be cut. */
const LONG = '🜁b'.repeat(80_000);

/** Half a character. */
const HALF = /\p{Surrogate}/u;

/** The text of an attribute that stands in parts. */
function joined(attributes: readonly Attribute[] | undefined, name: string): string {
  const parts = (attributes ?? []).filter((one) => one.name.startsWith(`${name} (`));
  parts.forEach((part, i) => {
    expect(part.name).toBe(`${name} (${i + 1} of ${parts.length})`);
  });
  return parts.map(({ value }) => value).join('');
}

describe('a text that is longer than an attribute may be', () => {
  test('stands in parts that are the text, without half characters', async () => {
    const attributes = [{ name: 'body', value: LONG }];
    const graph = graphOf(
      await gather([{ key: 'a', attributes }, { key: 'b' }], [{ key: 'e', from: 'a', to: 'b', attributes }]),
    );
    expect(joined(graph.entities[0]?.attributes, 'body')).toBe(LONG);
    expect(joined(graph.claims[0]?.attributes, 'body')).toBe(LONG);
    expect(graph.entities[0]?.attributes).toHaveLength(3);
  });

  test.each([
    ['label', 300],
    ['summary', 5000],
    ['kind', 300],
  ] as const)('as the %s of a node is cut, and stands whole beside it', async (field, most) => {
    const node: ForeignNode = { key: 'a', [field]: LONG };
    const [entity] = graphOf(await gather([node], [])).entities;
    expect(entity?.[field === 'label' ? 'name' : field]?.length).toBeLessThanOrEqual(most);
    expect(joined(entity?.attributes, field)).toBe(LONG);
  });

  test('as the note or summary of an edge is cut, and stands whole beside it', async () => {
    const [claim] = graphOf(await gather(AB, [{ from: 'a', to: 'b', note: LONG, summary: LONG, type: LONG }])).claims;
    expect(claim?.note?.length).toBeLessThanOrEqual(5000);
    for (const field of ['note', 'summary', 'type']) expect(joined(claim?.attributes, field)).toBe(LONG);
  });

  test('is kept of sources and voices, too', async () => {
    const foreign = new ForeignGraph({ file: 'x', format: 'x' });
    for (const node of AB) foreign.addNode(node);
    foreign.addSource({ key: 's', title: LONG, publisher: LONG, attributes: [{ name: 'body', value: LONG }] });
    foreign.addEdge({ from: 'a', to: 'b', source: 's' });
    const graph = graphOf(await foreign.finish());
    for (const field of ['title', 'publisher', 'body']) expect(joined(graph.sources[0]?.attributes, field)).toBe(LONG);
    expect(joined(graph.entities[2]?.attributes, 'key')).toBe(LONG);
  });

  test('as a key tells records apart to its last letter, and is kept', async () => {
    const [a, b] = [`${LONG}a`, `${LONG}b`];
    const graph = graphOf(
      await gather(
        [{ key: a }, { key: b }],
        [
          { key: a, from: a, to: b },
          { key: b, from: a, to: b },
        ],
      ),
    );
    expect(graph.entities.slice(0, 2).map(({ attributes }) => joined(attributes, 'key'))).toEqual([a, b]);
    expect(graph.claims.map(({ attributes }) => joined(attributes, 'key'))).toEqual([a, b]);
  });

  test('counts by its parts: a record that has too many is told, and is bad', async () => {
    const nodes = [{ key: 'a', attributes: [{ name: 'x', value: 'y'.repeat(50) }], place: { line: 3 } }];
    const limits = { text: 10, attributes: 4 };
    const refused = await gather(nodes, [], { limits });
    expect(refused.graph).toBeUndefined();
    expect(refused.issues).toMatchObject([{ code: 'too-large', line: 3, got: '5' }]);
    const taken = await gather(nodes, [], { limits: { text: 10, attributes: 5 } });
    expect(taken.graph?.entities[0]?.attributes).toHaveLength(5);
  });

  test('a source that holds too much is told and left out, with what it says', async () => {
    const attributes = Array.from({ length: 1000 }, (_, i) => ({ name: `x${i}`, value: 1 }));
    const foreign = new ForeignGraph({ file: 'x', format: 'x', skipBad: true });
    for (const node of AB) foreign.addNode(node);
    foreign.addSource({ key: 's', title: LONG, attributes, place: { line: 2 } });
    expect(foreign.hasSource('s')).toBe(false);
    foreign.addEdge({ from: 'a', to: 'b', source: 's', place: { line: 3 } });
    foreign.addEdge({ from: 'a', to: 'b' });
    const result = await foreign.finish();
    expect(result.issues).toMatchObject([
      { code: 'too-large', line: 2 },
      { code: 'unknown-id', line: 3 },
    ]);
    expect(result.skipped).toBe(2);
    expect(graphOf(result).claims).toHaveLength(1);
  });
});

test.each([
  ['pinned', 20_260_731],
  ['fresh', undefined],
])('parts put one after the other are the text, each in its bound (%s seed)', (_, pinned) => {
  const seed = pinned ?? Math.floor(Math.random() * 2 ** 31);
  const text = fc.string({ unit: 'binary', maxLength: 60 }).filter((one) => !HALF.test(one));
  const cut = fc.property(text, fc.string({ maxLength: 310 }), fc.integer({ min: 2, max: 20 }), (value, name, most) => {
    const parts = inParts({ name, value }, most);
    expect(parts.map((part) => part.value).join('')).toBe(value);
    for (const part of parts) {
      expect(String(part.value).length).toBeLessThanOrEqual(most);
      expect(part.value).not.toMatch(HALF);
      if (parts.length > 1) expect(part.name.length).toBeLessThanOrEqual(300);
    }
  });
  fc.assert(cut, { seed, numRuns: 300 });
});
