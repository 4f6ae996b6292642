import { type Claim, isRelationClaim } from '../../model/claim.ts';
import type { Entity } from '../../model/entity.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import type { KnownLoss, Loss } from '../format.ts';
import { measured } from '../losses.ts';
import { relationshipType } from './relationship-type.ts';

/** What other programs do not see. Ascribe reads all of it back from the extension. */
export const STIX_LOSSES: readonly KnownLoss[] = [
  {
    field: 'entities.kind',
    why:
      'a location of STIX lies in a region or a country of the world, or has coordinates; of a place without a code of ISO 3166 ' +
      'the region is written as “unknown”',
    keptBy: 'json',
  },
  {
    field: 'entities.when',
    why: 'identities, locations and incidents of STIX have no time; it stands in the extension, which other programs pass over',
    keptBy: 'json',
  },
  {
    field: 'entities.subkind, entities.sameAs',
    why: 'what sort of thing an entity is, and its ids elsewhere, stand in the extension, which other programs pass over',
    keptBy: 'json',
  },
  {
    field: 'entities.reliability, entities.origin, entities.unidentified',
    why: 'STIX grades nobody, and takes each for one of its own and for known; the extension holds the rest',
    keptBy: 'json',
  },
  {
    field: 'claims.type',
    why:
      'a relationship type of STIX is of lower-case letters of English, digits and hyphens; other programs see a type that is ' +
      'spelt so, or “related-to”',
    keptBy: 'json',
  },
  {
    field: 'claims.stance',
    why:
      'a doubt is an opinion that takes no side, and a denial of what nobody in the file asserts a note, since an opinion ' +
      'needs a relationship to be about; other programs do not see what they deny or doubt',
    keptBy: 'json',
  },
  {
    field: 'claims.speaker',
    why:
      'a relationship of STIX is signed by an identity or by nobody: who says it stands in words in its description alone ' +
      'where that is an event, a place or somebody unnamed',
    keptBy: 'json',
  },
  {
    field: 'claims.via',
    why: 'STIX has no go-betweens; they stand in the extension, which other programs pass over',
    keptBy: 'json',
  },
  {
    field: 'claims.when',
    why:
      'STIX has timestamps only, and of relationships alone: other programs see the first and last moment that a date can ' +
      'mean, and no time of a denial, a figure or a statement',
    keptBy: 'json',
  },
  {
    field: 'claims.said',
    why: 'STIX has no field for when something was said; it stands in the extension, which other programs pass over',
    keptBy: 'json',
  },
  {
    field: 'claims.place, claims.locator',
    why: 'STIX does not tell where a claim holds, nor where in its document it stands; the extension does',
    keptBy: 'json',
  },
  {
    field: 'claims.hedge, claims.confidence',
    why: 'the confidence of STIX holds the credibility alone; hedge and confidence stand in the extension',
    keptBy: 'json',
  },
  {
    field: 'claims.note',
    why: 'STIX has no field for why a claim was coded so; it stands in the extension, which other programs pass over',
    keptBy: 'json',
  },
  {
    field: 'sources.reliability',
    why: 'STIX grades no sources; the letter stands as a tag among the labels and in the extension',
    keptBy: 'json',
  },
  {
    field: 'sources.derivedFrom, sources.origin',
    why: 'other programs take each source for independent; which takes its word from which stands in the extension',
    keptBy: 'json',
  },
  {
    field: 'sources.speaker, sources.file',
    why: 'a reference of STIX does not tell whose voice a document is, nor in which file it lies; the extension does',
    keptBy: 'json',
  },
  {
    field: 'sources.author, sources.published, sources.language, sources.genre',
    why: 'a reference of STIX has a name, an address and a description; the rest of a document stands in the extension',
    keptBy: 'json',
  },
  {
    field: 'attributes',
    why: 'what other tools said of a record beyond its fields stands in the extension, which other programs pass over',
    keptBy: 'json',
  },
];

/** Whether a claim is written as a relationship, which alone has a type that others read. */
function isRelationship(claim: Claim): boolean {
  return isRelationClaim(claim) && claim.stance === 'asserts';
}

/** What the writer counts. */
interface Counted {
  /** Denials and doubts that other programs do not see. */
  readonly unseen: number;
  /** Relationships that nobody signed. */
  readonly unsigned: number;
  /** Locations of which nobody knows where in the world they lie. */
  readonly unplaced: number;
}

export function lossesOfStix(
  { claims, sources, entities }: GraphDocument,
  { unseen, unsigned, unplaced }: Counted,
): Loss[] {
  const count = (has: (claim: Claim) => boolean): number => claims.filter(has).length;
  const countEntities = (has: (entity: Entity) => boolean): number => entities.filter(has).length;
  return measured(
    STIX_LOSSES,
    new Map([
      ['entities.kind', unplaced],
      ['entities.when', countEntities(({ when }) => when !== undefined)],
      [
        'entities.subkind, entities.sameAs',
        countEntities(({ subkind, sameAs }) => subkind !== undefined || sameAs !== undefined),
      ],
      [
        'entities.reliability, entities.origin, entities.unidentified',
        countEntities(({ reliability, origin, unidentified }) => unidentified || (reliability ?? origin) !== undefined),
      ],
      ['claims.type', count((one) => isRelationship(one) && relationshipType(one.type) !== one.type)],
      ['claims.stance', unseen],
      ['claims.speaker', unsigned],
      ['claims.via', count(({ via }) => via.length > 0)],
      ['claims.when', count(({ when }) => when !== undefined)],
      ['claims.said', count(({ said }) => said !== undefined)],
      ['claims.place, claims.locator', count(({ place, locator }) => (place ?? locator) !== undefined)],
      ['claims.hedge, claims.confidence', count(({ hedge, confidence }) => (hedge ?? confidence) !== undefined)],
      ['claims.note', count(({ note }) => note !== undefined)],
      ['sources.reliability', sources.length],
      [
        'sources.derivedFrom, sources.origin',
        sources.filter(({ derivedFrom, origin }) => derivedFrom.length > 0 || origin !== undefined).length,
      ],
      ['sources.speaker, sources.file', sources.length],
      [
        'sources.author, sources.published, sources.language, sources.genre',
        sources.filter(
          ({ author, published, language, genre }) => (author ?? published ?? language ?? genre) !== undefined,
        ).length,
      ],
      [
        'attributes',
        [...entities, ...sources, ...claims].filter(({ attributes = [] }) => attributes.length > 0).length,
      ],
    ]),
  );
}
