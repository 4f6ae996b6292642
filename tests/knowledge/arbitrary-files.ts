import fc from 'fast-check';
import { claimId } from '../../src/model/claim-identity.ts';
import { GraphDocument } from '../../src/model/graph-document.ts';

const ENTITIES = ['v', 'w', 'x', 'y'] as const;
const SOURCES: readonly string[] = ['report', 'copy', 'letter', 'copy@one'];

/** What differs from file to file: the same things are called and told otherwise, often as in one of the others. */
interface Sketch {
  /** Entities that are other ones in this file, though they have the same ids. */
  readonly otherEntities: readonly string[];
  readonly otherSources: readonly string[];
  readonly voices: readonly string[];
  /** Each source derives from one of these, if it is one. */
  readonly derived: readonly (string | undefined)[];
  readonly symmetric: boolean;
  readonly isEvent: boolean;
  readonly claims: readonly {
    readonly source: string;
    readonly subject: string;
    readonly object: string;
    readonly type: string;
    readonly stance: string;
    readonly speaker: string | { readonly unnamed: string } | undefined;
    readonly summary: string;
  }[];
}

const sketch: fc.Arbitrary<Sketch> = fc.record({
  otherEntities: fc.subarray([...ENTITIES], { maxLength: 2 }),
  otherSources: fc.subarray([...SOURCES], { maxLength: 2 }),
  voices: fc.array(fc.constantFrom(...ENTITIES), { minLength: SOURCES.length, maxLength: SOURCES.length }),
  derived: fc.array(fc.constantFrom(undefined, undefined, ...SOURCES), {
    minLength: SOURCES.length,
    maxLength: SOURCES.length,
  }),
  symmetric: fc.boolean(),
  isEvent: fc.boolean(),
  claims: fc.array(
    fc.record({
      source: fc.constantFrom(...SOURCES),
      subject: fc.constantFrom(...ENTITIES),
      object: fc.constantFrom(...ENTITIES),
      type: fc.constantFrom('knows', 'helps'),
      stance: fc.constantFrom('asserts', 'asserts', 'denies', 'doubts'),
      speaker: fc.constantFrom(undefined, undefined, { unnamed: 'officials' }, ...ENTITIES),
      summary: fc.constantFrom('as it was', 'in other words', 'in words of its own'),
    }),
    { minLength: 1, maxLength: 8 },
  ),
});

function graphOf({ otherEntities, otherSources, voices, derived, symmetric, isEvent, claims }: Sketch): GraphDocument {
  const reads = { asserts: '{s} {o}', denies: 'not {s} {o}', doubts: 'hardly {s} {o}' };
  const type = { label: 'knows', inverse: 'known by', domain: ['being'], range: ['being'], reads };
  const voiceOf = (source: string): string => voices[SOURCES.indexOf(source)] ?? 'v';
  const graph = GraphDocument.parse({
    format: 'ascribe-graph',
    version: 1,
    ontology: {
      version: 1,
      kinds: [{ id: 'being', label: 'Being', plural: 'Beings', event: isEvent }],
      relations: [
        { ...type, id: 'knows', symmetric },
        { ...type, id: 'helps', label: 'helps', broader: 'knows' },
      ],
    },
    sources: SOURCES.map((id, i) => ({
      ...{ id, title: otherSources.includes(id) ? `${id}, revised` : id, speaker: voiceOf(id) },
      ...(derived[i] === undefined || derived[i] === id ? {} : { derivedFrom: [derived[i]] }),
    })),
    entities: ENTITIES.map((id) => ({ id, kind: 'being', name: otherEntities.includes(id) ? `another ${id}` : id })),
    claims: claims.map(({ speaker, ...claim }) => ({ ...claim, id: 'c-0', speaker: speaker ?? voiceOf(claim.source) })),
  });
  const byId = new Map(graph.claims.map((claim) => [claimId(claim), { ...claim, id: claimId(claim) }]));
  return { ...graph, claims: [...byId.values()] };
}

/**
 * Graphs that have the same ids and do not always mean the same by them: sources that derive from others, in circles too;
 * types that are narrower than such as differ; claims in other words; and much that is equal in two of them.
 */
export const files: fc.Arbitrary<GraphDocument[]> = fc
  .tuple(
    sketch,
    fc.array(fc.record({ change: sketch, keep: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }) }), {
      minLength: 1,
      maxLength: 2,
    }),
  )
  .map(([first, others]) => {
    const all = [first];
    for (const { change, keep } of others) {
      const last = all[all.length - 1] ?? first;
      all.push({
        otherEntities: keep[0] === true ? last.otherEntities : change.otherEntities,
        otherSources: keep[1] === true ? last.otherSources : change.otherSources,
        voices: keep[2] === true ? last.voices : first.voices,
        derived: keep[3] === true ? last.derived : change.derived,
        symmetric: keep[4] === true ? last.symmetric : change.symmetric,
        isEvent: keep[5] === true ? last.isEvent : change.isEvent,
        claims: keep[6] === true ? [...last.claims, ...change.claims] : change.claims,
      });
    }
    return all.map(graphOf);
  });
