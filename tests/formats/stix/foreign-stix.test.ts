import { describe, expect, test } from 'vitest';
import { Origins } from '../../../src/evidence/origins.ts';
import { Mapping } from '../../../src/formats/foreign/mapping.ts';
import { inputOf } from '../../../src/formats/read-text.ts';
import { readStix } from '../../../src/formats/stix/read-stix.ts';
import { writeStix } from '../../../src/formats/stix/write-stix.ts';
import type { GraphDocument } from '../../../src/model/graph-document.ts';
import { smallGraph } from '../hostile-graph.ts';

const PATIENCE = 60_000;
type Fields = Readonly<Record<string, unknown>>;
const textOf = (graph: GraphDocument): string => writeStix(graph).files[0]?.text ?? '';
const read = (text: string) => readStix(inputOf('a.json', text));

const A = 'threat-actor--11111111-1111-4111-8111-111111111111';
const B = 'malware--22222222-2222-4222-8222-222222222222';
const ORG = 'identity--33333333-3333-4333-8333-333333333333';
const REL = 'relationship--44444444-4444-4444-8444-444444444444';
const ACTORS = [
  {
    type: 'threat-actor',
    id: A,
    name: 'Amber',
    aliases: ['Ember'],
    x_score: 7,
    object_marking_refs: ['marking-definition--1'],
  },
  { type: 'malware', id: B, name: 'Birch', is_family: true },
  { type: 'identity', id: ORG, name: 'An invented lab' },
];
const relationship = (more: object = {}): object => ({
  type: 'relationship',
  id: REL,
  relationship_type: 'uses',
  source_ref: A,
  target_ref: B,
  ...more,
});
const bundle = (...objects: object[]): string =>
  JSON.stringify({ type: 'bundle', id: 'bundle--55555555-5555-4555-8555-555555555555', objects });

describe('bundles of others', () => {
  test('a relationship is one claim of its creator, with every field kept', async () => {
    const { graph, issues, losses } = await read(
      bundle(
        relationship({
          created_by_ref: ORG,
          confidence: 85,
          description: 'Amber was seen with Birch.',
          start_time: '2024-05-01T00:00:00Z',
          external_references: [{ source_name: 'report', url: 'javascript:alert(1)' }],
        }),
        ...ACTORS,
      ),
    );
    expect(issues).toEqual([]);
    expect(losses).toEqual([]);
    expect(graph?.title).toBe('Imported from a.json');
    expect(graph?.claims).toMatchObject([
      { subject: A, type: 'uses', object: B, stance: 'asserts', speaker: ORG, credibility: 1, when: '2024-05-01/' },
    ]);
    expect(graph?.claims[0]?.summary).toBe('Amber was seen with Birch.');
    const attributes = graph?.claims[0]?.attributes ?? [];
    expect(attributes).toContainEqual({ name: 'confidence', value: 85 });
    expect(attributes).toContainEqual({ name: 'start_time', value: '2024-05-01T00:00:00Z' });
    // An address is no link: it stays text among the attributes.
    expect(attributes.find(({ name }) => name === 'external_references')?.value).toContain('javascript:');
    expect(graph?.sources.every((source) => source.url === undefined)).toBe(true);
    expect(graph?.entities.find((one) => one.id === A)).toMatchObject({
      name: 'Amber',
      kind: 'threat-actor',
      aliases: ['Ember'],
    });
    expect(graph?.entities.find((one) => one.id === A)?.attributes).toContainEqual({ name: 'x_score', value: 7 });
  });

  test('opinions for and against are claims of the same relation, wherever they stand', async () => {
    const opinion = (n: number, text: string, more: object = {}): object => ({
      type: 'opinion',
      id: `opinion--${n}`,
      opinion: text,
      object_refs: [REL],
      ...more,
    });
    const { graph, losses } = await read(
      bundle(
        opinion(1, 'strongly-disagree', { created_by_ref: ORG, explanation: 'It was somebody else.' }),
        opinion(2, 'disagree', { authors: ['a desk'] }),
        opinion(3, 'neutral'),
        opinion(4, 'agree'),
        relationship(),
        ...ACTORS,
      ),
    );
    const desk = graph?.entities.find(({ name }) => name === 'a desk');
    expect(desk?.kind).toBe('voice');
    expect(graph?.claims.map(({ stance, speaker, type }) => [type, stance, speaker])).toEqual([
      ['uses', 'asserts', graph?.sources[0]?.speaker],
      ['uses', 'denies', ORG],
      ['uses', 'denies', desk?.id],
      ['uses', 'asserts', graph?.sources[0]?.speaker],
    ]);
    expect(losses).toMatchObject([{ field: 'opinion (neutral)', count: 1 }]);
  });

  test('sightings, notes and opinions on things are statements and relations', async () => {
    const { graph, issues } = await read(
      bundle(
        ...ACTORS,
        {
          type: 'sighting',
          id: 'sighting--1',
          sighting_of_ref: B,
          where_sighted_refs: [ORG],
          count: 3,
          first_seen: '2024-05-01T00:00:00Z',
        },
        { type: 'sighting', id: 'sighting--2', sighting_of_ref: B, count: 2 },
        { type: 'note', id: 'note--1', content: 'A long\nstory.', authors: ['somebody'], object_refs: [A, B] },
        { type: 'opinion', id: 'opinion--1', opinion: 'disagree', object_refs: [A] },
        { type: 'opinion', id: 'opinion--2', opinion: 'disagree', created_by_ref: ORG, object_refs: ['sighting--1'] },
      ),
    );
    expect(issues).toEqual([]);
    const said = graph?.claims.map((one) => [one.subject, one.type, one.object ?? one.literal, one.stance]);
    expect(said).toEqual([
      [ORG, 'sighted', B, 'asserts'],
      [B, 'sighted-statement', 'sighted 2 times', 'asserts'],
      [A, 'opinion', 'disagree', 'asserts'],
      [ORG, 'sighted', B, 'denies'],
      [A, 'note', 'A long story.', 'asserts'],
      [B, 'note', 'A long story.', 'asserts'],
    ]);
    expect(graph?.claims[4]?.summary).toBe('A long\nstory.');
  });

  test('the tag of a grade is taken, and what has one comes from a source with that letter', async () => {
    const { graph } = await read(
      bundle(
        ...ACTORS,
        relationship({
          confidence: 50,
          labels: ['admiralty-scale:source-reliability="b"', 'admiralty-scale:information-credibility="6"'],
        }),
      ),
    );
    const [claim] = graph?.claims ?? [];
    expect(claim?.credibility).toBe(6);
    expect(graph?.sources.find(({ id }) => id === claim?.source)).toMatchObject({ reliability: 'B' });
  });

  test.each([
    ['nothing is known', {}],
    ['a publisher is known', { publisher: 'An invented lab' }],
    ['an author is known', { author: 'A. Lee', origin: 'feed' }],
  ])('a graded relationship and one without a grade do not corroborate each other: %s', async (_, source) => {
    const text = bundle(
      ...ACTORS,
      relationship({ labels: ['admiralty-scale:source-reliability="b"'] }),
      relationship({ id: 'relationship--2' }),
    );
    const mapping = Mapping.parse({ version: 1, source });
    const { graph } = await readStix(inputOf('folder/two.stix.json', text), { mapping });
    if (graph === undefined) throw new Error('nothing was read');
    expect(JSON.stringify(graph)).not.toContain('folder');
    const origins = new Origins(graph);
    expect(graph.sources).toHaveLength(2);
    expect(new Set(graph.claims.map((claim) => origins.of(claim).id)).size).toBe(1);
    expect(new Set(graph.claims.map(({ speaker }) => speaker)).size).toBe(1);
  });

  test.each([
    [100, 1],
    [80, 1],
    [79, 2],
    [60, 2],
    [59, 3],
    [40, 3],
    [39, 4],
    [20, 4],
    [19, 5],
    [0, 5],
  ])('confidence %d is read as credibility %d', async (confidence, credibility) => {
    const { graph } = await read(bundle(...ACTORS, relationship({ confidence })));
    expect(graph?.claims[0]?.credibility).toBe(credibility);
  });

  test('what was taken back is no claim, and counted', async () => {
    const { graph, losses } = await read(bundle(...ACTORS, relationship({ revoked: true })));
    expect(graph?.claims).toEqual([]);
    expect(losses).toMatchObject([{ field: 'revoked', count: 1 }]);
    // What another file says in an earlier version is not known here, and stays when the two are merged.
    expect(losses?.[0]?.why).toContain('in another file');
  });

  test('markings are counted as lost, and their references stay', async () => {
    const { graph, losses } = await read(
      bundle(...ACTORS, { type: 'marking-definition', id: 'marking-definition--1' }),
    );
    expect(losses).toMatchObject([{ field: 'marking-definition', count: 1 }]);
    expect(graph?.entities[0]?.attributes).toContainEqual({
      name: 'object_marking_refs',
      value: '["marking-definition--1"]',
    });
  });

  test('objects of others in a file of Ascribe are read beside its own', async () => {
    const own = await smallGraph();
    const document = JSON.parse(textOf(own));
    document.objects.push(...ACTORS, relationship());
    const { graph } = await read(JSON.stringify(document));
    expect(graph?.claims).toHaveLength(own.claims.length + 1);
    expect(graph?.claims.filter(({ id }) => own.claims.some((one) => one.id === id))).toEqual(own.claims);
  });
});

test('what others say about the things and relationships of Ascribe finds them', async () => {
  const own = await smallGraph();
  const document = JSON.parse(textOf(own));
  const objects: Fields[] = document.objects;
  const bridge = objects.find((one) => one['name'] === 'Old Bridge');
  const closed = objects.find((one) => one['relationship_type'] === 'closed');
  document.objects = [
    {
      type: 'opinion',
      id: 'opinion--1',
      opinion: 'strongly-disagree',
      created_by_ref: ORG,
      object_refs: [closed?.['id']],
    },
    relationship({ target_ref: bridge?.['id'] }),
    { type: 'note', id: 'note--1', content: 'Seen.', object_refs: [bridge?.['id']] },
    ...ACTORS,
    ...objects,
  ];
  const { graph, issues } = await read(JSON.stringify(document));
  expect(issues).toEqual([]);
  const added = graph?.claims.filter(({ id }) => !own.claims.some((one) => one.id === id));
  expect(added?.map((one) => [one.subject, one.type, one.object ?? one.literal, one.stance])).toEqual([
    [A, 'uses', 'old-bridge', 'asserts'],
    ['council', 'closed', 'old-bridge', 'denies'],
    ['old-bridge', 'note', 'Seen.', 'asserts'],
  ]);
});

test('a TAXII envelope is read as a bundle is', async () => {
  const { graph } = await read(JSON.stringify({ more: false, objects: [...ACTORS, relationship()] }));
  expect(graph?.claims).toHaveLength(1);
});

describe('bad and hostile bundles', () => {
  const at = (result: Awaited<ReturnType<typeof read>>) =>
    result.issues.map(({ code, path }) => [code, path.join('.')]);

  test('each bad object is told with its place; with skipBad the rest is read', async () => {
    const text = bundle(
      ...ACTORS,
      { type: 'relationship', id: 'relationship--1', source_ref: A },
      relationship({ target_ref: 'malware--none' }),
      { id: 'x' },
      7 as unknown as object,
      { type: 'opinion', id: 'opinion--9', opinion: 'hm', object_refs: [A] },
    );
    const refused = await read(text);
    expect(refused.graph).toBeUndefined();
    expect(at(refused).toSorted()).toEqual(
      [
        ['missing-field', 'objects.3'],
        ['unknown-id', 'objects.4'],
        ['missing-field', 'objects.5'],
        ['invalid-value', 'objects.6'],
        ['invalid-value', 'objects.7'],
      ].toSorted(),
    );
    const skipped = await readStix(inputOf('a.json', text), { skipBad: true });
    expect(skipped.graph?.entities.length).toBeGreaterThanOrEqual(3);
    expect(skipped.skipped).toBe(5);
  });

  test.each([
    ['no bundle', '{"type":"report"}', 'invalid-format'],
    ['cut off', bundle(...ACTORS).slice(0, -5), 'invalid-json'],
    ['nested too deep', `{"type":"bundle","objects":[${'['.repeat(5000)}`, 'too-large'],
    [
      'a name twice',
      '{"type":"bundle","objects":[{"type":"malware","id":"malware--1","name":"a","name":"b"}]}',
      'invalid-format',
    ],
    ['not a number', '{"type":"bundle","objects":[{"type":"malware","id":"malware--1","x":NaN}]}', 'invalid-json'],
    ['infinity', '{"type":"bundle","objects":[{"type":"malware","id":"malware--1","x":Infinity}]}', 'invalid-json'],
  ])('%s is refused', async (_, text, code) => {
    const result = await read(text);
    expect(result.graph).toBeUndefined();
    expect(result.issues[0]).toMatchObject({ severity: 'error', code });
  });

  test('prototype names are names like others', async () => {
    const { graph } = await read(
      `{"type":"bundle","objects":[{"type":"malware","id":"__proto__","name":"constructor","__proto__":{"polluted":1},"constructor":2}]}`,
    );
    expect(graph?.entities[0]).toMatchObject({ name: 'constructor' });
    expect(graph?.entities[0]?.attributes).toContainEqual({ name: '__proto__', value: '{"polluted":1}' });
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('a byte order mark is taken off; bytes that are no UTF-8 are told with their place', async () => {
    expect((await read(`\ufeff${bundle(...ACTORS)}`)).graph?.entities.length).toBeGreaterThanOrEqual(3);
    const bytes = new Uint8Array([...new TextEncoder().encode('{"type":"bundle",\n"x":"'), 0xff]);
    const result = await readStix(inputOf('a.json', bytes));
    expect(result.issues[0]).toMatchObject({ code: 'invalid-encoding', line: 2 });
  });

  test('numbers that a double cannot hold are kept digit for digit, and told', async () => {
    const { graph, issues } = await read(
      '{"type":"bundle","objects":[{"type":"malware","id":"malware--1","x":12345678901234567890,"y":1e999}]}',
    );
    expect(graph?.entities[0]?.attributes).toEqual(
      expect.arrayContaining([
        { name: 'x', value: '12345678901234567890' },
        { name: 'y', value: '1e999' },
      ]),
    );
    expect(issues.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
  });
});

test(
  '20,000 relationships of ATT&CK’s size are read in seconds',
  async () => {
    const technique = (i: number): string =>
      `attack-pattern--${String(i).padStart(8, '0')}-0000-4000-8000-000000000000`;
    const objects: object[] = [{ type: 'identity', id: ORG, name: 'An invented lab' }];
    for (let i = 0; i < 2000; i++) {
      objects.push({
        type: 'attack-pattern',
        id: technique(i),
        name: `Technique ${i}`,
        description: 'words '.repeat(150),
        external_references: [{ source_name: 'list', external_id: `T${i}`, url: `https://example.org/T${i}` }],
      });
    }
    for (let i = 0; i < 20_000; i++) {
      objects.push({
        type: 'relationship',
        id: `relationship--${String(i).padStart(8, '0')}-0000-4000-8000-000000000000`,
        relationship_type: i % 2 === 0 ? 'uses' : 'mitigates',
        source_ref: technique(i % 2000),
        target_ref: technique((i * 7 + 1) % 2000),
        created_by_ref: ORG,
        description: 'words '.repeat(40),
        external_references: [
          { source_name: `report ${i % 500}`, url: `https://example.org/${i % 500}`, description: 'x' },
        ],
      });
    }
    const text = bundle(...objects);
    const began = performance.now();
    const { graph, issues } = await read(text);
    const took = performance.now() - began;
    expect(issues).toEqual([]);
    expect(graph?.claims).toHaveLength(20_000);
    // 0.5 to 1.2 s were measured (16 MB, two shared cores); the limit only catches what grows with the square.
    expect(took).toBeLessThan(15_000);
  },
  PATIENCE,
);
