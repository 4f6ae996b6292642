import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inputOf } from '../../../src/formats/read-text.ts';
import { EXTENSION } from '../../../src/formats/stix/extension.ts';
import { STIX } from '../../../src/formats/stix/format.ts';
import { confidenceOf, gradesOfLabels } from '../../../src/formats/stix/grades.ts';
import { readStix } from '../../../src/formats/stix/read-stix.ts';
import { spanOf } from '../../../src/formats/stix/stix-time.ts';
import { uuidV5 } from '../../../src/formats/stix/uuid-v5.ts';
import { writeStix } from '../../../src/formats/stix/write-stix.ts';
import { Edtf } from '../../../src/model/dates.ts';
import type { GraphDocument } from '../../../src/model/graph-document.ts';
import { sketchGraph } from '../../evidence/sketch-graph.ts';
import { hostileGraph, smallGraph } from '../hostile-graph.ts';
import { PINNED, randomGraphs } from '../json-stream/random-graph.ts';
import { brokenRules } from './stix-rules.ts';

const PATIENCE = 60_000;
type Fields = Readonly<Record<string, unknown>>;
const textOf = (graph: GraphDocument): string => writeStix(graph).files[0]?.text ?? '';
const objectsOf = (text: string): Fields[] => JSON.parse(text).objects;
const read = (text: string) => readStix(inputOf('a.json', text));

describe('round trip', () => {
  test.each([
    ['the small graph', smallGraph],
    ['a hostile graph', hostileGraph],
  ])('%s comes back equal', async (_, make) => {
    const graph = await make();
    expect(brokenRules(textOf(graph))).toEqual([]);
    expect((await read(textOf(graph))).graph).toEqual(graph);
  });

  test('an empty graph comes back empty', async () => {
    const graph = { ...(await smallGraph()), sources: [], entities: [], claims: [] };
    expect(brokenRules(textOf(graph))).toEqual([]);
    expect((await read(textOf(graph))).graph).toEqual(graph);
  });

  const law = fc.asyncProperty(randomGraphs, async (graph) => {
    const text = textOf(graph);
    expect(brokenRules(text)).toEqual([]);
    const result = await read(text);
    expect(result.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(result.graph).toEqual(graph);
    expect(result.losses).toEqual([]);
  });
  test(
    'any graph comes back equal and keeps the rules (pinned seed)',
    () => fc.assert(law, { seed: PINNED, numRuns: 60 }),
    PATIENCE,
  );
  test('any graph comes back equal and keeps the rules (fresh seed)', () => fc.assert(law, { numRuns: 20 }), PATIENCE);

  test('the same graph gives the same file', async () => {
    const graph = await hostileGraph();
    expect(textOf(graph)).toBe(textOf(graph));
  });
});

describe('what other programs see', () => {
  const graph = sketchGraph({
    types: { backs: {}, allied: { symmetric: true } },
    sources: { s: 'B' },
    claims: [
      ['s', 'x', 'backs', 'y', { by: 'ann', credibility: 2, when: '2024-05' }],
      ['s', 'x', 'backs', 'y', { by: 'x', stance: 'denies' }],
      ['s', 'x', 'backs', 'y', { unnamed: 'analysts', stance: 'doubts' }],
      ['s', 'x', 'allied', 'y', { by: 'ann' }],
      ['s', 'y', 'allied', 'x', { by: 'x', stance: 'denies' }],
      ['s', 'y', 'backs', 'x', { by: 'y', stance: 'denies' }],
      ['s', 'x', 'called', '=a name', {}],
    ],
  });

  const byType = (type: string): Fields[] => objectsOf(textOf(graph)).filter((one) => one['type'] === type);

  test('an assertion is a relationship of its speaker, with confidence by the appendix and the span of its date', () => {
    const [backs] = byType('relationship');
    expect(backs).toMatchObject({
      relationship_type: 'backs',
      confidence: 70,
      labels: ['admiralty-scale:source-reliability="b"', 'admiralty-scale:information-credibility="2"'],
      start_time: '2024-05-01T00:00:00.000Z',
      stop_time: '2024-05-31T23:59:59.999Z',
    });
    const ann = objectsOf(textOf(graph)).find((one) => one['name'] === 'ann');
    expect(backs?.['created_by_ref']).toBe(ann?.['id']);
    expect(byType('relationship')).toHaveLength(2);
  });

  test('a denial is an opinion that disagrees with what is asserted, a doubt one that is neutral', () => {
    const [backs, allied] = byType('relationship');
    const opinions = byType('opinion');
    expect(opinions.map((one) => [one['opinion'], one['object_refs']])).toEqual([
      ['disagree', [backs?.['id']]],
      ['neutral', [backs?.['id']]],
      // Turned around, it is the same relation where the type is symmetric.
      ['disagree', [allied?.['id']]],
    ]);
    expect(opinions[1]?.['authors']).toEqual(['analysts']);
    expect(String(backs?.['description'])).toContain('Verdict: ');
  });

  test('a denial of what nobody asserts is a note, never a relationship; it and the doubt are told as lost to others', () => {
    const notes = byType('note');
    expect(notes).toHaveLength(2);
    expect(writeStix(graph).losses).toContainEqual(expect.objectContaining({ field: 'claims.stance', count: 2 }));
  });

  test('what only Ascribe reads back is told', async () => {
    const whole = await smallGraph();
    const [place] = whole.entities;
    const claims = whole.claims.map((claim) => ({
      ...claim,
      said: Edtf.parse('2024'),
      when: Edtf.parse('2023'),
      hedge: 'reportedly' as const,
      ...(place === undefined ? {} : { place: place.id }),
    }));
    const { losses } = writeStix({ ...whole, claims });
    const counts = new Map(losses.map(({ field, count }) => [field, count]));
    for (const field of [
      'claims.when',
      'claims.said',
      'claims.place, claims.locator',
      'claims.hedge, claims.confidence',
    ]) {
      expect([field, counts.get(field)]).toEqual([field, claims.length]);
    }
    expect(counts.get('sources.reliability')).toBe(whole.sources.length);
  });

  test('without the extension no denial is lost: each comes back as one', async () => {
    const stripped = objectsOf(textOf(graph))
      .filter((one) => one['type'] !== 'grouping')
      .map(({ extensions: _, ...one }) => one);
    const result = await read(JSON.stringify({ type: 'bundle', id: 'bundle--1', objects: stripped }));
    const relations = result.graph?.claims.filter((one) => one.object !== undefined) ?? [];
    expect(relations.map((one) => `${one.type} ${one.stance}`).toSorted()).toEqual([
      'allied asserts',
      'allied denies',
      'backs asserts',
      'backs denies',
    ]);
    expect(result.losses).toMatchObject([{ field: 'opinion (neutral)', count: 1 }]);
  });
});

describe('small parts', () => {
  test('a UUID of version 5 is that of Python’s uuid5(NAMESPACE_DNS, "python.org")', () => {
    expect(uuidV5('python.org', '6ba7b810-9dad-11d1-80b4-00c04fd430c8')).toBe('886313e1-3b8a-5372-9b90-0c9aee199e5d');
  });

  test('confidence by the STIX appendix for Admiralty credibility; 6 has none', () => {
    expect(([1, 2, 3, 4, 5, 6] as const).map(confidenceOf)).toEqual([90, 70, 50, 30, 10, undefined]);
  });

  test('of MISP tags the tag is taken, not its number; the letter G is none', () => {
    expect(
      gradesOfLabels([
        'tlp:clear',
        'admiralty-scale:source-reliability="b"',
        'admiralty-scale:information-credibility="6"',
      ]),
    ).toEqual({ reliability: 'B', credibility: 6 });
    expect(gradesOfLabels(['admiralty-scale:source-reliability="g"'])).toEqual({});
  });

  test.each([
    ['2024-05-14', '2024-05-14T00:00:00.000Z', '2024-05-14T23:59:59.999Z'],
    ['2024/..', '2024-01-01T00:00:00.000Z', undefined],
    ['../2024', undefined, '2024-12-31T23:59:59.999Z'],
    ['XXXX-01-31', undefined, undefined],
    ['-0044', undefined, undefined],
  ])('the span of %s', (date, start, stop) => {
    const span = spanOf(Edtf.parse(date));
    expect([span.start_time, span.stop_time]).toEqual([start, stop]);
  });
});

test('it is known by its type, and its own objects by their extension', async () => {
  const text = textOf(await smallGraph());
  expect(STIX.sniff?.(text.slice(0, 4096), 'x.json')).toBe(2);
  expect(STIX.sniff?.('{"type":"report"}', 'x.json')).toBe(0);
  expect(text).toContain(EXTENSION);
});
