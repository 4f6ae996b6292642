import { type Claim, isFigureClaim, isRelationClaim } from '../../model/claim.ts';
import type { Entity } from '../../model/entity.ts';
import { Ontology } from '../../model/ontology.ts';
import { byCodePoint } from '../../model/order.ts';
import { Label } from '../../model/text.ts';

/** The kind of entities of which a table says no more than their names. */
export const UNKNOWN_KIND = 'thing';
/** The relation type of a graph that has no relation. */
const NO_RELATION = 'related-to';
const LONGEST_LABEL = 250;

function inOrder(ids: ReadonlySet<string>): string[] {
  return [...ids].toSorted(byCodePoint);
}

/**
 * An ontology for records that came without one: each kind and type that they use, of any entity, under the label that the
 * table gives, and read in words that add nothing to it.
 */
export function rebuildOntology(
  entities: readonly Entity[],
  claims: readonly Claim[],
  labels: ReadonlyMap<string, string>,
): Ontology {
  const kinds = new Set<string>(entities.map((entity) => entity.kind));
  if (kinds.size === 0) kinds.add(UNKNOWN_KIND);
  const relations = new Set<string>();
  const figures = new Set<string>();
  const literals = new Set<string>();
  for (const claim of claims) {
    (isRelationClaim(claim) ? relations : isFigureClaim(claim) ? figures : literals).add(claim.type);
  }
  if (relations.size === 0) {
    // An ontology has one at least. Its id must not be that of a figure or statement.
    let id = NO_RELATION;
    while (figures.has(id) || literals.has(id)) id += '-';
    relations.add(id);
  }
  const all = inOrder(kinds);
  const labelOf = (id: string): string => {
    const label = Label.safeParse(labels.get(id)).data;
    // A reading is a label, too, and holds more than this one.
    return label === undefined || label.length > LONGEST_LABEL ? id : label;
  };
  const given = {
    version: 1,
    kinds: all.map((id) => ({ id, label: id, plural: id })),
    relations: inOrder(relations).map((id) => ({
      id,
      label: labelOf(id),
      inverse: `← ${labelOf(id)}`,
      domain: all,
      range: all,
      reads: {
        asserts: `{s} — ${labelOf(id)} → {o}`,
        denies: `not: {s} — ${labelOf(id)} → {o}`,
        doubts: `doubtful: {s} — ${labelOf(id)} → {o}`,
      },
    })),
    literals: inOrder(literals).map((id) => ({
      id,
      label: labelOf(id),
      domain: all,
      reads: {
        asserts: `{s} — ${labelOf(id)}: {o}`,
        denies: `not: {s} — ${labelOf(id)}: {o}`,
        doubts: `doubtful: {s} — ${labelOf(id)}: {o}`,
      },
    })),
    figures: inOrder(figures).map((id) => ({ id, label: labelOf(id) })),
  };
  return Ontology.parse(given);
}

/** The ids of all kinds and types of an ontology. */
export function idsOfOntology({ kinds, relations, literals, figures }: Ontology): ReadonlySet<string> {
  return new Set([...kinds, ...relations, ...literals, ...figures].map(({ id }) => id));
}
