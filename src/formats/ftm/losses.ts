import { type Claim, isRelationClaim } from '../../model/claim.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import type { KnownLoss, Loss } from '../format.ts';
import { lossesOf, measured } from '../losses.ts';
import { plainDate } from './ftm-entities.ts';

const keptBy = 'json';

export const FTM_LOSSES: readonly KnownLoss[] = [
  {
    field: 'ontology',
    why: 'the schemata of FollowTheMoney are fixed; types are kept by their id, without domain, range and readings',
    keptBy,
  },
  { field: 'title', why: 'a list of entities has no title', keptBy },
  { field: 'manifest', why: 'how the selection was made has no place among entities', keptBy },
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
    field: 'sources.reliability',
    why: 'FollowTheMoney grades no documents; the letter stands as text that Ascribe reads in notes',
    keptBy,
  },
  {
    field: 'sources.derivedFrom, sources.origin',
    why: 'which document takes its word from which stands as text that Ascribe reads in notes; other programs take each for independent',
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
export function ftmLosses({ ontology, title, manifest, claims, sources }: GraphDocument): Loss[] {
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
  return measured(
    FTM_LOSSES,
    new Map([
      ['ontology', ontology.kinds.length + types],
      ['title', title === undefined ? 0 : 1],
      ['manifest', manifest === undefined ? 0 : 1],
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
      ['sources.reliability', sources.length],
      [
        'sources.derivedFrom, sources.origin',
        sources.filter(({ derivedFrom, origin }) => derivedFrom.length > 0 || origin !== undefined).length,
      ],
    ]),
  );
}
