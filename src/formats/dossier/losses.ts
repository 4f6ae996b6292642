import type { GraphDocument } from '../../model/graph-document.ts';
import type { KnownLoss, Loss } from '../format.ts';
import { measured } from '../losses.ts';

/** What a dossier cannot hold, whether it is Markdown or HTML. */
export const DOSSIER_LOSSES: readonly KnownLoss[] = [
  {
    field: 'records',
    why: 'a dossier is for people: everything is told in it, but no program takes it apart into claims again',
    keptBy: 'json',
  },
  {
    field: 'ontology',
    why: 'only the words of those types that are used stand in it, not their domains, ranges and readings',
    keptBy: 'json',
  },
  {
    field: 'attributes',
    why: 'what other tools said of a record beyond the fields of a claim, an entity or a source is not printed',
    keptBy: 'json',
  },
];

export function dossierLosses({ entities, claims, sources, ontology }: GraphDocument): Loss[] {
  const withAttributes = (records: readonly { readonly attributes?: unknown }[]): number =>
    records.filter(({ attributes }) => attributes !== undefined).length;
  return measured(
    DOSSIER_LOSSES,
    new Map([
      ['records', entities.length + claims.length + sources.length],
      [
        'ontology',
        ontology.kinds.length + ontology.relations.length + ontology.literals.length + ontology.figures.length,
      ],
      ['attributes', withAttributes(entities) + withAttributes(claims) + withAttributes(sources)],
    ]),
  );
}
