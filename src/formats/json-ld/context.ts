import { sha256Hex } from '../../model/sha256.ts';

/** What the identifiers of Ascribe's own terms, records and roles begin with. */
export const VOCABULARY = 'urn:ascribe:term:';

/**
 * The JSON-LD 1.1 context, written into each file, so that nothing has to be fetched to read it. PROV
 * (https://www.w3.org/TR/prov-o/) says who said what and where it was taken from, schema.org what a claim and a document
 * are, and `urn:ascribe:term:` what neither has a word for: stance, the relation that is claimed, grades and locators.
 *
 * Values that are whole structures of Ascribe (types, manifest) are JSON literals (`@json`): other programs keep them as
 * they are.
 */
export const CONTEXT = {
  '@version': 1.1,
  '@vocab': VOCABULARY,
  prov: 'http://www.w3.org/ns/prov#',
  schema: 'https://schema.org/',
  id: '@id',
  type: '@type',
  Claim: 'schema:Claim',
  Document: 'schema:CreativeWork',
  Thing: 'schema:Thing',
  Agent: 'prov:Agent',
  Entity: 'prov:Entity',
  Bundle: 'prov:Bundle',
  Attribution: 'prov:Attribution',
  name: 'schema:name',
  title: 'schema:name',
  text: 'schema:text',
  description: 'schema:description',
  aliases: { '@id': 'schema:alternateName', '@container': '@set' },
  publisher: 'schema:publisher',
  author: 'schema:author',
  published: 'schema:datePublished',
  language: 'schema:inLanguage',
  genre: 'schema:genre',
  url: { '@id': 'schema:url', '@type': '@id' },
  appearance: { '@id': 'schema:appearance', '@type': '@id' },
  wasAttributedTo: { '@id': 'prov:wasAttributedTo', '@type': '@id' },
  wasQuotedFrom: { '@id': 'prov:wasQuotedFrom', '@type': '@id' },
  hadPrimarySource: { '@id': 'prov:hadPrimarySource', '@type': '@id' },
  wasDerivedFrom: { '@id': 'prov:wasDerivedFrom', '@type': '@id', '@container': '@set' },
  qualifiedAttribution: { '@id': 'prov:qualifiedAttribution', '@container': '@set' },
  agent: { '@id': 'prov:agent', '@type': '@id' },
  position: 'schema:position',
  hadRole: { '@id': 'prov:hadRole', '@type': '@id' },
  subject: { '@type': '@id' },
  object: { '@type': '@id' },
  place: { '@type': '@id' },
  speaker: { '@type': '@id' },
  identifier: { '@id': 'schema:identifier', '@container': '@set' },
  PropertyValue: 'schema:PropertyValue',
  propertyID: 'schema:propertyID',
  value: 'schema:value',
  attributes: { '@container': '@list' },
  ontology: { '@type': '@json' },
  manifest: { '@type': '@json' },
} as const;

/** The parts that somebody can have in a claim. */
export const ROLES = { speaker: 'urn:ascribe:role:speaker', via: 'urn:ascribe:role:go-between' } as const;

export type RecordKind = 'entity' | 'source' | 'claim';

/** The name of a graph in the whole world of data: that of its content. */
export function graphIri(hash: string): string {
  return `urn:ascribe:graph:${hash}`;
}

/**
 * The name of a record in the whole world of data, from which `idOf` takes its id again. The records of two graphs have
 * different ones, whatever their ids: `graphName` stands in each as 64 bits of its SHA-256.
 */
export function irisOf(graphName: string): (kind: RecordKind, id: string) => string {
  const graph = sha256Hex(graphName, 8);
  return (kind, id) => `urn:ascribe:${kind}:${graph}:${encodeURIComponent(id)}`;
}

/**
 * The id that an IRI was made of; undefined where it names no record of that kind. Earlier ones have no graph in them; a
 * colon of the id itself is always written as %3A.
 */
export function idOf(kind: RecordKind, value: unknown): string | undefined {
  const start = `urn:ascribe:${kind}:`;
  if (typeof value !== 'string' || !value.startsWith(start)) return undefined;
  const [, id] = /^(?:[0-9a-f]{16}:)?([^:]*)$/u.exec(value.slice(start.length)) ?? [];
  if (id === undefined) return undefined;
  try {
    return decodeURIComponent(id);
  } catch {
    // A broken percent sign: no name that was written here.
    return undefined;
  }
}
