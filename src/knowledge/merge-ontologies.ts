import canonicalize from 'canonicalize';
import { KindId, TypeId } from '../model/ids.ts';
import type { EntityKind, FigureType, LiteralType, Ontology, RelationType } from '../model/ontology.ts';

/** What the kinds and types of one graph are called in the merged one. Ids that are not in it keep their name. */
export interface Renamed {
  readonly kinds: ReadonlyMap<KindId, KindId>;
  readonly types: ReadonlyMap<TypeId, TypeId>;
}

/** Ids of which the merged graph has another definition already. */
export interface OntologyClash {
  readonly graph: number;
  readonly what: 'kind' | 'relation type' | 'literal type' | 'figure type';
  readonly from: string;
  readonly to: string;
}

export interface MergedOntology {
  readonly ontology: Ontology;
  readonly renamed: readonly Renamed[];
  readonly clashes: readonly OntologyClash[];
}

/** `id@name`, or with a number where that is taken too. */
export function freeId(id: string, name: string, isTaken: (id: string) => boolean): string {
  const suffix = name.replace(/[\s~]+/gu, '-').slice(0, 60);
  const base = `${id.slice(0, 130)}@${suffix}`;
  let found = base;
  for (let n = 2; isTaken(found); n++) found = `${base}-${n}`;
  return found;
}

function same(a: unknown, b: unknown): boolean {
  return canonicalize(a) === canonicalize(b);
}

/**
 * All kinds and types of several ontologies. An id with one definition in all of them stays one; types that differ in
 * nothing but the kinds they take are one that takes both. An id with another definition is renamed in the later graph.
 */
export function mergeOntologies(
  graphs: readonly { readonly name: string; readonly ontology: Ontology }[],
): MergedOntology {
  const kinds = new Map<KindId, EntityKind>();
  const relations = new Map<TypeId, RelationType>();
  const literals = new Map<TypeId, LiteralType>();
  const figures = new Map<TypeId, FigureType>();
  const clashes: OntologyClash[] = [];
  const typeTaken = (id: string): boolean =>
    [relations, literals, figures].some((types) => [...types.keys()].some((known) => known === id));

  const renamed = graphs.map(({ name, ontology }, graph): Renamed => {
    const kindNames = new Map<KindId, KindId>();
    for (const kind of ontology.kinds) {
      const known = kinds.get(kind.id);
      if (known === undefined) kinds.set(kind.id, kind);
      else if (!same(known, kind)) {
        const id = KindId.parse(freeId(kind.id, name, (one) => [...kinds.keys()].some((key) => key === one)));
        kindNames.set(kind.id, id);
        kinds.set(id, { ...kind, id });
        clashes.push({ graph, what: 'kind', from: kind.id, to: id });
      }
    }
    const typeNames = new Map<TypeId, TypeId>();
    const kindsOf = (ids: readonly KindId[]): KindId[] => ids.map((id) => kindNames.get(id) ?? id);
    const rename = (id: TypeId, what: OntologyClash['what']): void => {
      const to = TypeId.parse(freeId(id, name, typeTaken));
      typeNames.set(id, to);
      clashes.push({ graph, what, from: id, to });
    };
    // First which are renamed, so that types that name each other follow.
    const elsewhere = (id: TypeId, ...maps: readonly ReadonlyMap<TypeId, unknown>[]): boolean =>
      maps.some((types) => types.has(id));
    for (const type of ontology.relations) {
      const known = relations.get(type.id);
      const differs =
        known !== undefined && !same({ ...known, domain: [], range: [] }, { ...type, domain: [], range: [] });
      if (differs || elsewhere(type.id, literals, figures)) rename(type.id, 'relation type');
    }
    for (const type of ontology.literals) {
      const known = literals.get(type.id);
      const differs = known !== undefined && !same({ ...known, domain: [] }, { ...type, domain: [] });
      if (differs || elsewhere(type.id, relations, figures)) rename(type.id, 'literal type');
    }
    for (const type of ontology.figures) {
      const known = figures.get(type.id);
      const differs = known !== undefined && !same(known, type);
      if (differs || elsewhere(type.id, relations, literals)) rename(type.id, 'figure type');
    }
    const named = (id: TypeId): TypeId => typeNames.get(id) ?? id;
    for (const type of ontology.relations) {
      const id = named(type.id);
      const known = relations.get(id);
      relations.set(id, {
        ...type,
        id,
        domain: [...new Set([...(known?.domain ?? []), ...kindsOf(type.domain)])],
        range: [...new Set([...(known?.range ?? []), ...kindsOf(type.range)])],
        ...(type.broader === undefined ? {} : { broader: named(type.broader) }),
        excludes: type.excludes.map(named),
      });
    }
    for (const type of ontology.literals) {
      const id = named(type.id);
      const domain = [...new Set([...(literals.get(id)?.domain ?? []), ...kindsOf(type.domain)])];
      literals.set(id, { ...type, id, domain });
    }
    for (const type of ontology.figures) figures.set(named(type.id), { ...type, id: named(type.id) });
    return { kinds: kindNames, types: typeNames };
  });
  const ontology: Ontology = {
    version: 1,
    kinds: [...kinds.values()],
    relations: [...relations.values()],
    literals: [...literals.values()],
    figures: [...figures.values()],
  };
  return { ontology, renamed, clashes };
}
