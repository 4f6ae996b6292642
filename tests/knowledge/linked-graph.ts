import fc from 'fast-check';
import { GraphDocument } from '../../src/model/graph-document.ts';
import { TYPES } from '../evidence/arbitrary-graph.ts';
import { withId } from '../evidence/sketch.ts';
import { type ClaimLine, sketchGraph, type TypeSketch } from '../evidence/sketch-graph.ts';

/** Relation types of every sort, and of who speaks for whom, which a denial of the broader type contests. */
const LINKED_TYPES: Readonly<Record<string, TypeSketch>> = {
  ...TYPES,
  linked: { symmetric: true },
  'speaks-for': { oneVoice: true, broader: 'linked' },
};

const SOURCE_IDS = ['a', 'b', 'c', 'd', 'e'] as const;
const PEOPLE = ['x', 'y', 'z', 'v', 'w'] as const;

const line: fc.Arbitrary<ClaimLine> = fc
  .record({
    source: fc.constantFrom(...SOURCE_IDS),
    subject: fc.constantFrom(...PEOPLE),
    type: fc.constantFrom(...Object.keys(LINKED_TYPES), 'speaks-for', 'speaks-for'),
    object: fc.constantFrom(...PEOPLE),
    stance: fc.constantFrom('asserts', 'asserts', 'asserts', 'denies', 'doubts'),
    by: fc.constantFrom(undefined, ...PEOPLE),
    unnamed: fc.constantFrom(undefined, undefined, undefined, 'somebody'),
    when: fc.constantFrom(undefined, undefined, '1999', '2024'),
  })
  .map(
    ({ source, subject, type, object, stance, by, unnamed, when }): ClaimLine => [
      source,
      subject,
      type,
      object,
      {
        stance,
        ...(by === undefined ? {} : { by }),
        ...(unnamed === undefined ? {} : { unnamed }),
        ...(when === undefined ? {} : { when }),
      },
    ],
  );

const link = fc.record({
  publisher: fc.constantFrom(undefined, undefined, 'P', 'Q'),
  author: fc.constantFrom(undefined, undefined, 'somebody'),
  voice: fc.constantFrom(undefined, undefined, 'x', 'v'),
  derivedFrom: fc.subarray<string>([...SOURCE_IDS], { maxLength: 2 }),
  derived: fc.boolean(),
  origin: fc.constantFrom(undefined, undefined, undefined, 'hand'),
});

/** Graphs in which origins are joined in every way: publishers, voices, circles, by hand, and by who speaks for whom. */
export const linkedGraph: fc.Arbitrary<GraphDocument> = fc
  .record({
    lines: fc.uniqueArray(line, { minLength: 2, maxLength: 24, selector: (one) => JSON.stringify(one) }),
    links: fc.array(link, { minLength: SOURCE_IDS.length, maxLength: SOURCE_IDS.length }),
    handed: fc.subarray<string>([...PEOPLE], { maxLength: 1 }),
    figures: fc.array(
      fc.record({
        source: fc.constantFrom(...SOURCE_IDS),
        subject: fc.constantFrom('x', 'y'),
        min: fc.integer({ min: 1, max: 3 }),
        stance: fc.constantFrom('asserts', 'asserts', 'denies'),
        speaker: fc.constantFrom(...PEOPLE),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ lines, links, handed, figures }) => {
    const known = { types: LINKED_TYPES, sources: { a: 'A', b: 'B', c: 'C', d: 'F', e: 'B' }, claims: lines } as const;
    const graph = sketchGraph(known);
    const { ontology, entities, sources, claims } = graph;
    const missing = PEOPLE.filter((id) => !entities.some((entity) => entity.id === id));
    const counted = figures.map(({ min, ...figure }, i) =>
      withId({
        ...figure,
        type: 'killed',
        quantity: { min, max: min },
        locator: { paragraph: 1, start: 900 + i, end: 901 + i, sha256: '0'.repeat(64) },
        summary: 'sketched',
      }),
    );
    return GraphDocument.parse({
      ...graph,
      ontology: { ...ontology, figures: [{ id: 'killed', label: 'killed' }] },
      entities: [...entities, ...missing.map((id) => ({ id, kind: 'actor', name: id }))].map((entity) =>
        handed.includes(entity.id) ? { ...entity, origin: 'hand' } : entity,
      ),
      sources: sources.map(({ publisher: _, ...source }, i) => {
        const { publisher, author, voice, derivedFrom, derived, origin } = links[i] ?? { derived: false };
        return {
          ...source,
          ...(publisher === undefined ? {} : { publisher }),
          ...(author === undefined ? {} : { author }),
          ...(origin === undefined ? {} : { origin }),
          ...(derived ? { derivedFrom } : {}),
          speaker: voice ?? source.speaker,
        };
      }),
      claims: [...claims, ...counted],
    });
  });
