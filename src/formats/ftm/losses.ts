import { type Claim, isRelationClaim } from '../../model/claim.ts';
import type { Entity } from '../../model/entity.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import type { KnownLoss, Loss } from '../format.ts';
import { lossesOf, measured } from '../losses.ts';
import { isCutInText } from '../manifest-in-text.ts';
import { plainDate } from './ftm-entities.ts';

const keptBy = 'json';

export const FTM_LOSSES: readonly KnownLoss[] = [
  {
    field: 'ontology',
    why: 'the schemata of FollowTheMoney are fixed; types are kept by their id, without domain, range and readings',
    keptBy,
  },
  { field: 'title', why: 'a list of entities has no title', keptBy },
  {
    field: 'manifest',
    why:
      'how the selection was made stands as text that Ascribe reads in the notes of the first record, which an empty graph has ' +
      'not; a list of what was chosen one by one is left out of it where it is longer than 30,000 characters',
    keptBy,
  },
  {
    field: 'entities.when',
    why:
      'FollowTheMoney has dates of events alone, and only sure ones of a year, month or day; any other stands as text that ' +
      'Ascribe reads in notes',
    keptBy,
  },
  {
    field: 'entities.subkind, entities.sameAs',
    why:
      'of ids elsewhere FollowTheMoney has that of Wikidata alone, and of what an entity is, its schema; the rest stands as ' +
      'text that Ascribe reads in notes',
    keptBy,
  },
  {
    field: 'entities.reliability, entities.origin, entities.unidentified',
    why:
      'FollowTheMoney grades nobody, and takes each for one of its own and for known; the rest stands as text that Ascribe ' +
      'reads in notes',
    keptBy,
  },
  {
    field: 'claims.stance',
    why:
      'FollowTheMoney has no denial: other programs take each link for a connection, denials and doubts too; it stands in ' +
      'words in description, and as text that Ascribe reads in summary',
    keptBy,
  },
  {
    field: 'claims.credibility, claims.hedge, claims.confidence',
    why: 'FollowTheMoney has no grades; they stand as text that Ascribe reads in summary',
    keptBy,
  },
  {
    field: 'claims.when, claims.said',
    why:
      'open and uncertain dates are none of FollowTheMoney, and figures and statements, which are notes, have no dates there; ' +
      'they stand as text that Ascribe reads in summary or notes',
    keptBy,
  },
  {
    field: 'claims.via, claims.place, claims.locator',
    why:
      'FollowTheMoney does not tell who passed a claim on, where it holds, nor where in its document it stands; that is text ' +
      'that Ascribe reads in summary or notes',
    keptBy,
  },
  {
    field: 'claims.note',
    why: 'FollowTheMoney has no place for why a claim was coded so; it stands as text that Ascribe reads in summary or notes',
    keptBy,
  },
  {
    field: 'sources.reliability',
    why: 'FollowTheMoney grades no documents; the letter stands as text that Ascribe reads in notes',
    keptBy,
  },
  {
    field: 'sources.speaker',
    why: 'whose voice a document is stands as text that Ascribe reads in notes; other programs see who published it',
    keptBy,
  },
  {
    field: 'sources.published, sources.language, sources.genre, sources.sha256',
    why: 'an uncertain date, and the language, genre and hash of a document stand as text that Ascribe reads in notes',
    keptBy,
  },
  {
    field: 'sources.derivedFrom, sources.origin',
    why: 'which document takes its word from which stands as text that Ascribe reads in notes; other programs take each for independent',
    keptBy,
  },
  {
    field: 'attributes',
    why: 'what other tools said of a record beyond its fields stands as text that Ascribe reads in summary or notes',
    keptBy,
  },
];

const FORMULAS: KnownLoss = {
  field: 'formulas',
  why: 'a text that a spreadsheet would execute has an apostrophe in front: Ascribe takes it off, other programs take it for a part of the text, of which the id of the row is not made',
  keptBy: 'ftm',
};

/** What a table of statements cannot hold. */
export const FTM_STATEMENT_LOSSES: readonly KnownLoss[] = [...FTM_LOSSES, FORMULAS];

/** `formulas`: how many values of a table had to be changed. */
export function statementLosses(graph: GraphDocument, formulas: number): Loss[] {
  return [...ftmLosses(graph), ...lossesOf([{ ...FORMULAS, count: formulas }])];
}

/** What of this graph other programs do not see, or a file of FollowTheMoney does not hold. */
export function ftmLosses(graph: GraphDocument): Loss[] {
  const { ontology, title, manifest, claims, sources, entities } = graph;
  const isEmpty = entities.length + sources.length === 0;
  const types = ontology.relations.length + ontology.literals.length + ontology.figures.length;
  const isLost = (date: string | undefined): boolean => date !== undefined && plainDate(date) === undefined;
  // An end that is not known is left out, which says just that; one that is known to be open cannot be told.
  const isLostSpan = (date: string | undefined): boolean =>
    date?.split('/').some((side) => side !== '' && plainDate(side) === undefined) === true;
  const isUndated = (claim: Claim): boolean =>
    isRelationClaim(claim)
      ? isLostSpan(claim.when) || isLost(claim.said)
      : claim.when !== undefined || claim.said !== undefined;
  const count = (has: (claim: Claim) => boolean): number => claims.filter(has).length;
  const events = new Set(ontology.kinds.filter(({ event }) => event).map(({ id }) => id));
  const isUndatedEntity = ({ kind, when }: Entity): boolean =>
    events.has(kind) ? isLostSpan(when) : when !== undefined;
  const countEntities = (has: (entity: Entity) => boolean): number => entities.filter(has).length;
  return measured(
    FTM_LOSSES,
    new Map([
      ['ontology', ontology.kinds.length + types],
      ['title', title === undefined ? 0 : 1],
      ['manifest', manifest !== undefined && (isEmpty || isCutInText(graph)) ? 1 : 0],
      ['entities.when', countEntities(isUndatedEntity)],
      [
        'entities.subkind, entities.sameAs',
        countEntities(({ subkind, sameAs = {} }) => subkind !== undefined || Object.entries(sameAs).some(isNoItem)),
      ],
      [
        'entities.reliability, entities.origin, entities.unidentified',
        countEntities(({ reliability, origin, unidentified }) => unidentified || (reliability ?? origin) !== undefined),
      ],
      ['claims.stance', count(({ stance }) => stance !== 'asserts')],
      [
        'claims.credibility, claims.hedge, claims.confidence',
        count((one) => (one.credibility ?? one.hedge ?? one.confidence) !== undefined),
      ],
      ['claims.when, claims.said', count(isUndated)],
      [
        'claims.via, claims.place, claims.locator',
        count(({ via, place, locator }) => via.length > 0 || (place ?? locator) !== undefined),
      ],
      ['claims.note', count(({ note }) => note !== undefined)],
      ['sources.reliability', sources.length],
      ['sources.speaker', sources.length],
      [
        'sources.published, sources.language, sources.genre, sources.sha256',
        sources.filter(
          ({ published, language, genre, sha256 }) => isLost(published) || (language ?? genre ?? sha256) !== undefined,
        ).length,
      ],
      [
        'sources.derivedFrom, sources.origin',
        sources.filter(({ derivedFrom, origin }) => derivedFrom.length > 0 || origin !== undefined).length,
      ],
      [
        'attributes',
        [...entities, ...sources, ...claims].filter(({ attributes = [] }) => attributes.length > 0).length,
      ],
    ]),
  );
}

/** Whether an id elsewhere is none of Wikidata’s items, of which alone FollowTheMoney has a property. */
function isNoItem([scheme, id]: readonly [scheme: string, id: string]): boolean {
  return scheme !== 'wikidata' || !/^Q\d+$/u.test(id);
}
