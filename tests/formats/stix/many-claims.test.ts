import { describe, expect, test } from 'vitest';
import { inputOf } from '../../../src/formats/read-text.ts';
import { readStix } from '../../../src/formats/stix/read-stix.ts';
import { BIRCH, bundle, note, opinion, THINGS } from './bundles.ts';

const read = (...objects: readonly object[]) => readStix(inputOf('a.json', bundle(...THINGS, ...objects)));
const range = (n: number): number[] => [...Array(n).keys()];
const SIGHTING = 'sighting--1';
const people = (n: number): { readonly type: string; readonly id: string; readonly name: string }[] =>
  range(n).map((i) => ({ type: 'identity', id: `identity--${i}`, name: `I${i}` }));
const sighting = (by: readonly string[], more: object = {}): object => ({
  type: 'sighting',
  id: SIGHTING,
  sighting_of_ref: BIRCH,
  where_sighted_refs: by,
  ...more,
});
const idsOf = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);

describe('what one object is said of many', () => {
  test('an opinion on what few saw is a stance on each of their claims', async () => {
    const seers = people(3);
    const { graph } = await read(...seers, sighting(idsOf(seers)), opinion(1, 'disagree', [SIGHTING]));
    expect(graph?.claims.filter(({ stance }) => stance === 'denies')).toHaveLength(3);
  });

  test('on what many saw it is a statement about what was seen, so that opinions do not multiply them', async () => {
    const seers = people(60);
    const opinions = range(60).map((i) => opinion(i, 'disagree', [SIGHTING], { explanation: 'No.' }));
    const { graph, issues } = await read(...seers, sighting(idsOf(seers)), ...opinions);
    expect(issues).toEqual([]);
    expect(graph?.claims).toHaveLength(120);
    const statements = graph?.claims.filter(({ type }) => type === 'opinion') ?? [];
    expect(statements).toHaveLength(60);
    expect(statements[0]).toMatchObject({ subject: BIRCH, literal: 'disagree: No.' });
  });

  test('a word upon a note on many is left out and counted; a reference that stands twice counts once', async () => {
    const things = people(11);
    const first = note(1, [...idsOf(things), ...idsOf(things)]);
    const { graph, losses } = await read(...things, first, note(2, ['note--1']), opinion(1, 'agree', ['note--1']));
    expect(graph?.claims).toHaveLength(11);
    expect(losses).toMatchObject([{ field: 'about a note on many', count: 2 }]);
  });

  test('more than a thousand claims of one object are refused, with its place', async () => {
    const seers = people(1001);
    const { issues } = await read(...seers, sighting(idsOf(seers)));
    expect(issues).toMatchObject([{ severity: 'error', code: 'too-large', id: SIGHTING, path: ['objects', 1004] }]);
    expect((await read(...seers, note(1, idsOf(seers)))).issues).toMatchObject([{ code: 'too-large', id: 'note--1' }]);
    expect((await read(...seers, opinion(1, 'agree', idsOf(seers)))).issues).toMatchObject([{ code: 'too-large' }]);
  });

  test.each([
    ['a note', (refs: readonly string[], text: string) => note(1, refs, { content: text, authors: [text] })],
    ['an opinion', (refs: readonly string[], text: string) => opinion(1, 'agree', refs, { explanation: text })],
    ['a sighting', (refs: readonly string[], text: string) => sighting(refs, { description: text })],
  ])('a long text of %s on many stands once', async (_, make) => {
    const things = people(300);
    const text = 'long '.repeat(10_000);
    const { graph, issues } = await read(...things, make(idsOf(things), text));
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(graph?.claims).toHaveLength(300);
    const whole = graph?.claims.filter(({ attributes = [] }) => attributes.some(({ value }) => value === text)) ?? [];
    expect(whole).toHaveLength(1);
    expect(JSON.stringify(graph).length).toBeLessThan(1_000_000);
  });
});
