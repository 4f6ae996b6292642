import { type Claim, isFigureClaim, isLiteralClaim, isRelationClaim } from '../../model/claim.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import type { KnownLoss, Loss } from '../format.ts';
import { measured } from '../losses.ts';
import type { PictureData } from './picture-data.ts';

/** What a picture cannot hold. */
export const PICTURE_LOSSES: readonly KnownLoss[] = [
  {
    field: 'claims',
    why: 'a line is a relation: what its claims come to is drawn, not who says what, when and where',
    keptBy: 'html',
  },
  { field: 'claims.quantity', why: 'a figure joins no two entities and is not drawn', keptBy: 'html' },
  { field: 'claims.literal', why: 'a statement about one entity is not drawn', keptBy: 'html' },
  {
    field: 'entities',
    why: 'an entity is drawn with its kind and name only, and only where it stands in a relation',
    keptBy: 'html',
  },
  {
    field: 'entities (too many)',
    why: 'of too many entities those that were chosen are drawn first, then those in dispute, then those with the most claims',
    keptBy: 'json',
  },
  { field: 'sources', why: 'sources are named by title only', keptBy: 'html' },
  { field: 'ontology', why: 'only the words of those types that are drawn stand in it', keptBy: 'json' },
];

export function pictureLosses(
  { claims, entities, sources, ontology }: GraphDocument,
  { notDrawn }: PictureData,
): Loss[] {
  const count = (is: (claim: Claim) => boolean): number => claims.filter(is).length;
  return measured(
    PICTURE_LOSSES,
    new Map([
      ['claims', count(isRelationClaim)],
      ['claims.quantity', count(isFigureClaim)],
      ['claims.literal', count(isLiteralClaim)],
      ['entities', entities.length],
      ['entities (too many)', notDrawn.entities],
      ['sources', sources.length],
      [
        'ontology',
        ontology.kinds.length + ontology.relations.length + ontology.literals.length + ontology.figures.length,
      ],
    ]),
  );
}
