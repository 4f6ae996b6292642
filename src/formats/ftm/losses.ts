import type { GraphDocument } from '../../model/graph-document.ts';
import type { KnownLoss, Loss } from '../format.ts';
import { measured } from '../losses.ts';
import { plainDate, plainSpan } from './ftm-entities.ts';

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
    why: 'open and uncertain dates are none of FollowTheMoney; they stand as text that Ascribe reads in summary',
    keptBy,
  },
];

/** What of this graph other programs do not see, or a file of FollowTheMoney does not hold. */
export function ftmLosses({ ontology, title, manifest, claims }: GraphDocument): Loss[] {
  const types = ontology.relations.length + ontology.literals.length + ontology.figures.length;
  const isLost = (date: string | undefined): boolean => date !== undefined && plainDate(date) === undefined;
  const isLostSpan = (date: string | undefined): boolean => {
    const { start, end } = plainSpan(date);
    return date !== undefined && (start === undefined || end === undefined);
  };
  return measured(
    FTM_LOSSES,
    new Map([
      ['ontology', ontology.kinds.length + types],
      ['title', title === undefined ? 0 : 1],
      ['manifest', manifest === undefined ? 0 : 1],
      ['claims.stance', claims.filter(({ stance }) => stance !== 'asserts').length],
      [
        'claims.credibility, claims.hedge, claims.confidence',
        claims.filter((one) => (one.credibility ?? one.hedge ?? one.confidence) !== undefined).length,
      ],
      ['claims.when, claims.said', claims.filter(({ when, said }) => isLostSpan(when) || isLost(said)).length],
    ]),
  );
}
