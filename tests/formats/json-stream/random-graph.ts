import fc from 'fast-check';
import { claimId } from '../../../src/model/claim-identity.ts';
import { GraphDocument } from '../../../src/model/graph-document.ts';
import { claimLines, SOURCES, TYPES } from '../../evidence/arbitrary-graph.ts';
import { sketchGraph } from '../../evidence/sketch-graph.ts';
import { HOSTILE } from '../hostile-graph.ts';

const hostile = fc.constantFrom(...HOSTILE);
const maybe = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(one, { nil: undefined, freq: 2 });
const attributes = maybe(
  fc.array(
    fc.record({
      name: fc.constantFrom('key', '__proto__', 'constructor', 'name', ...HOSTILE),
      value: fc.oneof(
        hostile,
        fc.constant(''), // JSON has no negative zero.
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (n === 0 ? 0 : n)),
        fc.boolean(),
      ),
    }),
    { minLength: 1, maxLength: 4 },
  ),
);
const date = maybe(
  fc.constantFrom(
    '2020',
    '2021-05',
    '2022-01-01',
    '2022~',
    '2021-05?',
    '2020/2021-05',
    '../2024',
    '2024/..',
    'XXXX-01-31',
  ),
);
const speaker = fc.oneof(
  fc.constantFrom('x', 'y', 'voice-of-a'),
  fc.record({ unnamed: hostile }),
  fc.record({ unnamed: hostile, reliability: fc.constantFrom('A', 'E') }),
);
const id = fc.constantFrom('x-1', 'O’Brien/50%', 'بلوچستان', 'a:b#c?d', 'ascribe-source-a', '%41', '"quoted"');
const grade = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F');

const entity = fc.record({
  id,
  kind: fc.constantFrom('actor', 'place', 'event'),
  name: hostile,
  aliases: fc.array(hostile, { maxLength: 3 }),
  subkind: maybe(hostile),
  summary: maybe(hostile),
  when: date,
  reliability: maybe(grade),
  reason: maybe(hostile),
  origin: maybe(hostile),
  unidentified: fc.boolean(),
  sameAs: maybe(fc.constantFrom({}, { wikidata: 'Q42' }, { zeta: 'two words', alpha: '<b>' })),
  attributes,
});

const source = fc.record({
  id,
  title: hostile,
  publisher: maybe(hostile),
  author: maybe(hostile),
  published: date,
  language: maybe(fc.constantFrom('en', 'ur-Arab')),
  genre: maybe(hostile),
  url: maybe(fc.constantFrom('https://example.org/a?b=1&c=%22', 'http://example.org/ü')),
  file: maybe(hostile),
  reliability: grade,
  reason: maybe(hostile),
  sha256: maybe(fc.constant('a'.repeat(64))),
  derivedFrom: fc.subarray(['a', 'b']),
  origin: maybe(hostile),
  speaker: fc.constantFrom('voice-of-a', 'x'),
  attributes,
});

const content = fc.oneof(
  fc.record({ type: fc.constantFrom(...Object.keys(TYPES)), object: fc.constantFrom('x', 'y') }),
  fc.record({ type: fc.constant('called'), literal: hostile }),
  fc.record({
    type: fc.constant('counted'),
    quantity: fc.record({
      of: maybe(hostile),
      min: fc.constantFrom(-5, 0, 1.5),
      max: maybe(fc.constantFrom(7, 1e21)),
      approximate: maybe(fc.boolean()),
      unit: maybe(hostile),
    }),
  }),
);

const claim = fc
  .record({
    source: fc.constantFrom('a', 'b', 'c'),
    subject: fc.constantFrom('x', 'y', 'voice-of-a'),
    stance: fc.constantFrom('asserts', 'denies', 'doubts'),
    speaker,
    via: fc.array(speaker, { maxLength: 2 }),
    hedge: maybe(fc.constantFrom('reportedly', 'allegedly')),
    credibility: maybe(fc.constantFrom(1, 2, 3, 4, 5, 6)),
    confidence: maybe(fc.record({ value: fc.constantFrom(0, 0.123456789, 0.95), reason: hostile })),
    said: date,
    when: date,
    place: maybe(fc.constant('y')),
    summary: hostile,
    note: maybe(hostile),
    locator: maybe(
      fc.record({
        paragraph: fc.constant(1),
        start: fc.constant(0),
        end: fc.nat(9).map((n) => n + 1),
        sha256: fc.constant('b'.repeat(64)),
      }),
    ),
    attributes,
  })
  .chain((rest) => content.map((of) => ({ ...rest, ...of })));

const manifest = maybe(
  hostile.map((selection) => ({
    selection,
    graph: '0'.repeat(64),
    weights: '1',
    taken: '2026-01-02T03:04:05Z',
    leftOut: { entities: 1, claims: 2, sources: 0 },
    closedUnderEvidence: true,
  })),
);

/** A value without the members that are undefined, as JSON has it. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Graphs that use every field, with hostile texts wherever a text may stand; each passes the check of a whole graph. */
export const randomGraphs: fc.Arbitrary<GraphDocument> = fc
  .record({
    lines: claimLines,
    entities: fc.uniqueArray(entity, { maxLength: 4, selector: (one) => one.id }),
    sources: fc.uniqueArray(source, { maxLength: 3, selector: (one) => one.id }),
    claims: fc.array(claim, { maxLength: 8 }),
    title: maybe(hostile),
    manifest,
  })
  .map((parts) => {
    const graph = sketchGraph({ types: TYPES, sources: SOURCES, claims: parts.lines });
    const known = new Set(graph.entities.map((one) => one.id as string));
    const spare = ['x', 'y', 'voice-of-a'].filter((one) => !known.has(one));
    const kinds = ['actor', 'place', 'event'];
    const wide = { domain: kinds, range: kinds };
    const parsed = GraphDocument.parse({
      ...graph,
      ...(plain({ title: parts.title, manifest: parts.manifest }) as object),
      ontology: {
        ...graph.ontology,
        kinds: [
          ...graph.ontology.kinds,
          { id: 'place', label: 'Place', plural: 'Places', place: true },
          { id: 'event', label: 'Event', plural: 'Events', event: true },
        ],
        relations: graph.ontology.relations.map((type) => ({ ...type, ...wide })),
        literals: graph.ontology.literals.map((type) => ({ ...type, domain: kinds })),
        figures: [{ id: 'counted', label: 'Counted' }],
      },
      sources: [...graph.sources, ...parts.sources.map(plain)],
      entities: [
        ...graph.entities,
        ...spare.map((one) => ({ id: one, kind: 'actor', name: one })),
        ...parts.entities.map(plain),
      ],
      claims: [...graph.claims, ...parts.claims.map((one) => plain({ ...one, id: 'c-0' }))],
    });
    const claims = new Map(parsed.claims.map((one) => [claimId(one), { ...one, id: claimId(one) }]));
    return { ...parsed, claims: [...claims.values()] };
  });

/** Seed of the run that is the same each time. */
export const PINNED = 20_260_513;
