import fc from 'fast-check';
import { claimId } from '../../src/model/claim-identity.ts';
import { GraphDocument } from '../../src/model/graph-document.ts';
import { Label, Prose } from '../../src/model/text.ts';
import { HOSTILE } from './hostile-graph.ts';

const anyText = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.stringMatching(/^['=+\-@]{0,3}[ -~]{1,8}$/u),
);
const label = anyText.filter((text) => Label.safeParse(text).success);
const prose = fc
  .oneof(
    anyText,
    fc.tuple(anyText, anyText).map((two) => two.join('\n')),
  )
  .filter((text) => Prose.safeParse(text).success);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const date = fc.constantFrom('2025', '2025-05', '2025-05-14', '2025-05~', '2023/2024', '../2024', 'XXXX-01-31');
const entity = fc.constantFrom('x', 'y', 'z', 'voice');
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const attributes = maybe(
  fc.array(
    fc.record({
      name: anyText.filter((text) => text.length > 0 && !/[\p{Surrogate}\p{Noncharacter_Code_Point}]/u.test(text)),
      value: fc.oneof(
        anyText.filter((text) => !/[\p{Surrogate}\p{Noncharacter_Code_Point}]/u.test(text)),
        number,
        fc.boolean(),
      ),
    }),
    { minLength: 1, maxLength: 3 },
  ),
);
const speaker = fc.oneof(entity, fc.record({ unnamed: label, reliability: maybe(fc.constantFrom('A', 'F')) }));

/** Takes out what is undefined, as a document has no such fields. */
function lean(value: object): object {
  return JSON.parse(JSON.stringify(value));
}

const content = fc.oneof(
  entity.map((object) => ({ type: 'knows', object })),
  label.map((literal) => ({ type: 'called', literal })),
  fc
    .record({
      of: maybe(label),
      low: number,
      high: number,
      open: fc.nat(2),
      unit: maybe(label),
      about: maybe(fc.boolean()),
    })
    .map(({ of, low, high, open, unit, about }) => {
      const [min, max] = [Math.min(low, high), Math.max(low, high)];
      const ends = open === 0 ? { min } : open === 1 ? { max } : { min, max };
      return { type: 'counted', quantity: { of, ...ends, approximate: about, unit } };
    }),
);

const claim = fc
  .record({
    content,
    source: fc.constantFrom('s', 't'),
    subject: entity,
    stance: fc.constantFrom('asserts', 'denies', 'doubts'),
    speaker,
    via: fc.array(speaker, { maxLength: 2 }),
    hedge: maybe(fc.constantFrom('reportedly', 'allegedly')),
    credibility: maybe(fc.constantFrom(1, 2, 3, 4, 5, 6)),
    confidence: maybe(fc.record({ value: fc.constantFrom(0, 0.1, 0.95), reason: prose })),
    said: maybe(date),
    when: maybe(date),
    place: maybe(entity),
    summary: prose,
    note: maybe(prose),
    locator: maybe(fc.nat(50).map((start) => ({ paragraph: 1, start, end: start + 3, sha256: 'a'.repeat(64) }))),
    attributes,
  })
  .map(({ content: said, ...rest }) => ({ ...rest, ...said }));

const extraEntity = fc.record({
  aliases: fc.array(label, { maxLength: 2 }),
  subkind: maybe(label),
  summary: maybe(prose),
  when: maybe(date),
  reliability: maybe(fc.constantFrom('B')),
  reason: maybe(prose),
  origin: maybe(label),
  unidentified: fc.boolean(),
  sameAs: maybe(label.map((wikidata) => ({ wikidata, iso3166: 'x' }))),
  attributes,
  name: label,
});
const extraSource = fc.record({
  title: label,
  publisher: maybe(label),
  author: maybe(label),
  published: maybe(date),
  language: maybe(fc.constantFrom('en', 'ur-PK')),
  genre: maybe(label),
  url: maybe(fc.constantFrom('https://example.org/?a=1,2&b="x"')),
  file: maybe(label),
  reliability: fc.constantFrom('A', 'F'),
  reason: maybe(prose),
  sha256: maybe(fc.constant('b'.repeat(64))),
  origin: maybe(label),
  attributes,
});

/** Whole graph documents with texts of every sort in every field that takes them. */
export const documents: fc.Arbitrary<GraphDocument> = fc
  .record({
    entities: fc.tuple(extraEntity, extraEntity, extraEntity, extraEntity),
    sources: fc.tuple(extraSource, extraSource),
    claims: fc.array(claim, { maxLength: 8 }),
    title: maybe(label),
    derived: fc.boolean(),
  })
  .map(({ entities, sources, claims, title, derived }) => {
    const reads = { asserts: '{s} {o}', denies: 'not {s} {o}', doubts: 'hardly {s} {o}' };
    const all = { domain: ['actor', 'event'], range: ['actor', 'event'] };
    const graph = GraphDocument.parse({
      format: 'ascribe-graph',
      version: 1,
      ...(title === undefined ? {} : { title }),
      ontology: {
        version: 1,
        kinds: ['actor', 'event'].map((id) => ({ id, label: id, plural: id })),
        relations: [{ id: 'knows', label: 'knows', inverse: 'known by', ...all, reads }],
        literals: [{ id: 'called', label: 'called', domain: all.domain, reads }],
        figures: [{ id: 'counted', label: 'counted' }],
      },
      sources: sources.map((source, i) =>
        lean({ ...source, id: i === 0 ? 's' : 't', speaker: 'voice', derivedFrom: derived && i === 1 ? ['s'] : [] }),
      ),
      entities: entities.map((one, i) =>
        lean({ ...one, id: ['x', 'y', 'z', 'voice'][i], kind: i % 2 === 0 ? 'actor' : 'event' }),
      ),
      claims: claims.map((one) => lean({ ...one, id: 'c-0' })),
    });
    const byId = new Map(graph.claims.map((one) => [claimId(one), one]));
    return { ...graph, claims: [...byId].map(([id, one]) => ({ ...one, id })) };
  });
