import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inputOf } from '../../../src/formats/read-text.ts';
import { EXTENSION } from '../../../src/formats/stix/extension.ts';
import { STIX } from '../../../src/formats/stix/format.ts';
import { confidenceOf, gradesOfLabels } from '../../../src/formats/stix/grades.ts';
import { readStix } from '../../../src/formats/stix/read-stix.ts';
import { spanOf } from '../../../src/formats/stix/stix-time.ts';
import { stixId, uuidV5 } from '../../../src/formats/stix/uuid-v5.ts';
import { writeStix } from '../../../src/formats/stix/write-stix.ts';
import { InMemoryKnowledgeBase } from '../../../src/knowledge/in-memory.ts';
import { isRelationClaim } from '../../../src/model/claim.ts';
import { Edtf } from '../../../src/model/dates.ts';
import type { GraphDocument } from '../../../src/model/graph-document.ts';
import { relationOf } from '../../../src/model/relation.ts';
import { sketchGraph } from '../../evidence/sketch-graph.ts';
import { hostileGraph, smallGraph } from '../hostile-graph.ts';
import { PINNED, randomGraphs } from '../json-stream/random-graph.ts';
import { brokenRules } from './stix-rules.ts';

const PATIENCE = 60_000;
type Fields = Readonly<Record<string, unknown>>;
type Carried = { readonly entity?: { readonly id: string }; readonly claim?: { readonly id: string } };
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

  test('a file with ids, times and regions of an earlier form is read as well', async () => {
    const graph = await smallGraph();
    const objects = objectsOf(textOf(graph)).map(
      (one): Fields => ({
        ...one,
        created: '2026-01-02T03:04:05.678Z',
        modified: '2026-01-02T03:04:05.678Z',
        ...(one['type'] === 'location' ? { region: one['name'] } : {}),
      }),
    );
    // They were made of the id of the record alone.
    const earlier = [...graph.entities, ...graph.claims].flatMap(({ id }) =>
      objects.flatMap((one) => {
        const { entity, claim }: Carried = Object(Object(one['extensions'])[EXTENSION]);
        const record = entity?.id === id ? 'entity' : claim?.id === id ? 'claim' : undefined;
        return record === undefined ? [] : [[String(one['id']), stixId(String(one['type']), record, id)] as const];
      }),
    );
    expect(earlier).toHaveLength(graph.entities.length + graph.claims.length);
    const text = earlier.reduce(
      (all, [now, then]) => all.replaceAll(now, then),
      JSON.stringify({ type: 'bundle', id: 'bundle--1', objects }),
    );
    const result = await read(text);
    expect(result.graph).toEqual(graph);
    expect(result.issues).toEqual([]);
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

describe('objects in a platform that has some already', () => {
  const idsOf = (graph: GraphDocument): Set<unknown> =>
    new Set(
      objectsOf(textOf(graph)).flatMap(({ id, name }) =>
        name === 'Ascribe' || name === 'Ascribe records' ? [] : [id],
      ),
    );
  const graph = (name: string): GraphDocument => ({
    ...sketchGraph({ types: { rel: {} }, sources: { s: 'B' }, claims: [['s', '0', 'rel', '1', {}]] }),
    title: name,
  });

  test('no two graphs with different titles have an id in common, whatever their own ids', () => {
    const [one, another] = [idsOf(graph('One')), idsOf(graph('Another'))];
    expect(one.size).toBeGreaterThan(4);
    expect([...one].filter((id) => another.has(id))).toEqual([]);
  });

  test('a correction changes no id, and a part has those of the whole', async () => {
    const whole = await smallGraph();
    const corrected = { ...whole, entities: whole.entities.map((one) => ({ ...one, name: `${one.name}, corrected` })) };
    const ofRecords = (one: GraphDocument): unknown[] =>
      objectsOf(textOf(one)).flatMap(({ id, type }) => (type === 'grouping' ? [] : [id]));
    expect(ofRecords(corrected)).toEqual(ofRecords(whole));
    const { title, ...untitled } = whole;
    expect(title).toBeDefined();
    const relations = whole.claims
      .filter(isRelationClaim)
      .slice(0, 1)
      .map((claim) => relationOf(claim, false));
    for (const graph of [whole, untitled]) {
      const part = await new InMemoryKnowledgeBase(graph).subgraph({ relations, taken: new Date(0) });
      expect(part.claims.length).toBeGreaterThan(0);
      expect(part.claims.length).toBeLessThan(whole.claims.length);
      const ids = new Set(ofRecords(graph));
      expect(ofRecords(part).filter((id) => !ids.has(id))).toEqual([]);
    }
  });

  test('a later export is a later version of the same objects: created stays, modified is when it was exported', () => {
    const [early, late] = ['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'].map((now) =>
      objectsOf(writeStix(graph('One'), { now: new Date(now) }).files[0]?.text ?? ''),
    );
    const times = (objects: Fields[] | undefined, name: string): unknown[] => (objects ?? []).map((one) => one[name]);
    expect(times(late, 'created')).toEqual(times(early, 'created'));
    const records = (objects: Fields[] | undefined): Fields[] =>
      (objects ?? []).filter(({ name }) => name !== 'Ascribe' && name !== 'Ascribe records');
    expect(new Set(times(records(early), 'modified'))).toEqual(new Set(['2026-01-01T00:00:00.000Z']));
    expect(new Set(times(records(late), 'modified'))).toEqual(new Set(['2026-02-01T00:00:00.000Z']));
  });

  test('a claim was made when its document came out; of what nobody knows it is 1970', () => {
    const one = graph('One');
    const published = {
      ...one,
      sources: one.sources.map((source) => ({ ...source, published: Edtf.parse('2024-05~') })),
    };
    const created = new Map(objectsOf(textOf(published)).map(({ type, created }) => [type, created]));
    expect(created.get('relationship')).toBe('2024-05-01T00:00:00.000Z');
    expect(created.get('identity')).toBe('1970-01-01T00:00:00.000Z');
    expect(created.get('grouping')).toBe('2024-05-01T00:00:00.000Z');
    // A document of tomorrow is not changed before it is made.
    const before = writeStix(published, { now: new Date('2020-01-01') }).files[0]?.text ?? '';
    expect(brokenRules(before)).toEqual([]);
  });
});

describe('where a place lies', () => {
  const locationOfCode = async (sameAs?: Record<string, string>): Promise<Fields> => {
    const graph = await smallGraph();
    const entities = graph.entities.map(({ sameAs: _, ...one }) => (sameAs === undefined ? one : { ...one, sameAs }));
    const kinds = graph.ontology.kinds.map((kind) => ({ ...kind, place: kind.id === 'place' }));
    const { files, losses } = writeStix({ ...graph, ontology: { ...graph.ontology, kinds }, entities });
    const places = objectsOf(files[0]?.text ?? '').filter(({ type }) => type === 'location');
    const { region, country, administrative_area, x_opencti_location_type } = places[0] ?? {};
    const lost = losses.find(({ field }) => field === 'entities.kind')?.count ?? 0;
    expect(lost).toBe(country === undefined ? places.length : 0);
    return { region, country, administrative_area, type: x_opencti_location_type };
  };

  test.each([
    [undefined, { region: 'unknown', type: 'Position' }],
    [{ wikidata: 'Q42' }, { region: 'unknown', type: 'Position' }],
    [{ iso3166: 'the north' }, { region: 'unknown', type: 'Position' }],
    [{ iso3166: 'pk' }, { country: 'PK', type: 'Country' }],
    [{ iso3166: 'PK-BA' }, { country: 'PK', administrative_area: 'PK-BA', type: 'Administrative-Area' }],
  ])('by a code alone, never by its own name: %j', async (sameAs, expected) => {
    expect(await locationOfCode(sameAs)).toEqual({
      region: undefined,
      country: undefined,
      administrative_area: undefined,
      ...expected,
    });
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
