import { KindId, TypeId } from '../model/ids.ts';
import type { EntityKind, FigureType, LiteralType, Ontology, RelationType } from '../model/ontology.ts';
import { byCodePoint } from '../model/order.ts';
import { isSameRecord } from './same-record.ts';

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

/** A kind that is called otherwise in a later graph: it is one kind, under the words that it has first. */
export interface OtherWords {
  readonly graph: number;
  readonly kind: KindId;
  readonly label: string;
  readonly kept: string;
}

export interface MergedOntology {
  readonly ontology: Ontology;
  readonly renamed: readonly Renamed[];
  readonly clashes: readonly OntologyClash[];
  readonly otherWords: readonly OtherWords[];
}

/** The first of a text, not ending in half a character. */
function start(text: string, length: number): string {
  return text.slice(0, length).replace(/\p{Surrogate}$/u, '');
}

function numberedId(id: string, name: string, n: number): string {
  // The name of a file may hold what an id may not.
  const suffix = start(name.replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S}]+|~/gu, '-'), 60);
  return `${start(id, 130)}@${suffix}${n === 1 ? '' : `-${n}`}`;
}

/** `id@name`, or with a number where that is taken too. */
export function freeId(id: string, name: string, isTaken: (id: string) => boolean): string {
  for (let n = 1; ; n++) {
    const found = numberedId(id, name, n);
    if (!isTaken(found)) return found;
  }
}

/** Whether two kinds of one id mean the same to all that is reckoned. Their words may differ. */
export function isSameKind(a: EntityKind, b: EntityKind): boolean {
  return a.event === b.event && a.place === b.place;
}

function isSameRelation(a: RelationType, b: RelationType): boolean {
  const plain = ({ excludes, ...type }: RelationType) => ({
    ...type,
    domain: [],
    range: [],
    excludes: excludes.toSorted(byCodePoint),
  });
  return isSameRecord(plain(a), plain(b));
}

function idsOf({ relations, literals, figures }: Ontology): ReadonlySet<TypeId> {
  return new Set([...relations, ...literals, ...figures].map(({ id }) => id));
}

/** The types that a type names. */
function referencesOf({ broader, excludes }: RelationType): readonly TypeId[] {
  return broader === undefined ? excludes : [...excludes, broader];
}

function withoutReferences({ broader: _, ...type }: RelationType): RelationType {
  return { ...type, excludes: [] };
}

/** A known type with the references of another of its id, where it has them under names that a merge may have made of these. */
function asBefore(known: RelationType, type: RelationType): RelationType {
  const own = referencesOf(type);
  const before = (id: TypeId): TypeId => own.find((one) => id === one || id.startsWith(`${start(one, 130)}@`)) ?? id;
  return {
    ...known,
    ...(known.broader === undefined ? {} : { broader: before(known.broader) }),
    excludes: known.excludes.map(before),
  };
}

function union<T>(known: readonly T[], more: readonly T[]): T[] {
  return [...new Set([...known, ...more])];
}

/** What several ontologies come to, one after the other. */
class Ontologies {
  readonly kinds = new Map<KindId, EntityKind>();
  readonly relations = new Map<TypeId, RelationType>();
  readonly literals = new Map<TypeId, LiteralType>();
  readonly figures = new Map<TypeId, FigureType>();
  readonly clashes: OntologyClash[] = [];
  readonly otherWords: OtherWords[] = [];

  add(graph: number, name: string, ontology: Ontology): Renamed {
    const kinds = this.#addKinds(graph, name, ontology.kinds);
    const types = new Map<TypeId, TypeId>();
    this.#renameRelations(graph, name, ontology, types);
    this.#renameOthers(graph, name, ontology, types);
    this.#addTypes(ontology, kinds, types);
    return { kinds, types };
  }

  #addKinds(graph: number, name: string, kinds: readonly EntityKind[]): Map<KindId, KindId> {
    const names = new Map<KindId, KindId>();
    const own = new Set<KindId>(kinds.map(({ id }) => id));
    for (const kind of kinds) {
      const known = this.kinds.get(kind.id);
      if (known === undefined) this.kinds.set(kind.id, kind);
      else if (!isSameKind(known, kind)) {
        const isOther = (id: KindId): boolean => {
          const there = this.kinds.get(id);
          return own.has(id) || (there !== undefined && !isSameKind(there, kind));
        };
        const id = KindId.parse(freeId(kind.id, name, (text) => isOther(KindId.parse(text))));
        names.set(kind.id, id);
        if (!this.kinds.has(id)) this.kinds.set(id, { ...kind, id });
        this.clashes.push({ graph, what: 'kind', from: kind.id, to: id });
      } else if (!isSameRecord(known, kind)) {
        this.otherWords.push({ graph, kind: kind.id, label: kind.label, kept: known.label });
      }
    }
    return names;
  }

  /**
   * Names anew the relation types of which another definition is known, and those that name such a one and are not known
   * to name it so: under a narrower type of the same words they would count for another relation. What was named anew in
   * a merge before is the same type when it comes again.
   */
  #renameRelations(graph: number, name: string, ontology: Ontology, names: Map<TypeId, TypeId>): void {
    const own = idsOf(ontology);
    const others = new Map<TypeId, { readonly type: RelationType; tries: number }>();
    const add = (found: readonly RelationType[]): boolean => {
      for (const type of found) {
        others.set(type.id, { type, tries: 1 });
        names.set(type.id, TypeId.parse(numberedId(type.id, name, 1)));
      }
      return found.length > 0;
    };
    /** Types that are still taken for known ones, and whether they are told from these by a test. */
    const rest = (differs: (known: RelationType, type: RelationType) => boolean): RelationType[] =>
      ontology.relations.filter((type) => {
        const known = this.relations.get(type.id);
        return known !== undefined && !others.has(type.id) && differs(known, type);
      });
    const bump = (): boolean => {
      const bumped = [...others.values()].filter((other) => {
        const { type, tries } = other;
        while (this.#isOther(TypeId.parse(numberedId(type.id, name, other.tries)), type, own, names)) other.tries++;
        names.set(type.id, TypeId.parse(numberedId(type.id, name, other.tries)));
        return other.tries !== tries;
      });
      return bumped.length > 0;
    };
    add(ontology.relations.filter(({ id }) => this.literals.has(id) || this.figures.has(id)));
    add(rest((known, type) => !isSameRelation(withoutReferences(known), withoutReferences(type))));
    // Each of these may make others differ, or no longer: the surest first, until nothing changes.
    const namesOther = (known: RelationType, type: RelationType): boolean => {
      const there = new Set(referencesOf(known));
      return referencesOf(type).some((id) => names.has(id) && there.has(id));
    };
    const differs = (known: RelationType, type: RelationType): boolean => !isSameRelation(known, placed(type, names));
    const isHopeless = (known: RelationType, type: RelationType): boolean =>
      differs(known, type) && !isSameRelation(asBefore(known, type), type);
    while (add(rest(namesOther)) || add(rest(isHopeless)) || add(rest(differs)) || bump());
    for (const from of others.keys()) {
      this.clashes.push({ graph, what: 'relation type', from, to: names.get(from) ?? from });
    }
  }

  #renameOthers(graph: number, name: string, ontology: Ontology, names: Map<TypeId, TypeId>): void {
    const own = idsOf(ontology);
    const rename = (from: TypeId, what: OntologyClash['what'], isSame: (id: TypeId) => boolean): void => {
      const isOther = (id: TypeId): boolean => own.has(id) || (this.#isTaken(id) && !isSame(id));
      const to = TypeId.parse(freeId(from, name, (text) => isOther(TypeId.parse(text))));
      names.set(from, to);
      this.clashes.push({ graph, what, from, to });
    };
    for (const type of ontology.literals) {
      const isSame = (id: TypeId): boolean =>
        isSameRecord({ ...this.literals.get(id), domain: [] }, { ...type, id, domain: [] });
      const differs = this.literals.has(type.id) && !isSame(type.id);
      if (differs || this.relations.has(type.id) || this.figures.has(type.id)) rename(type.id, 'literal type', isSame);
    }
    for (const type of ontology.figures) {
      const isSame = (id: TypeId): boolean => isSameRecord(this.figures.get(id), { ...type, id });
      const differs = this.figures.has(type.id) && !isSame(type.id);
      if (differs || this.relations.has(type.id) || this.literals.has(type.id)) rename(type.id, 'figure type', isSame);
    }
  }

  /** Whether something else has this id already than a type would be under it. */
  #isOther(id: TypeId, type: RelationType, own: ReadonlySet<TypeId>, names: ReadonlyMap<TypeId, TypeId>): boolean {
    if (own.has(id)) return true;
    const there = this.relations.get(id);
    return there === undefined ? this.#isTaken(id) : !isSameRelation(there, { ...placed(type, names), id });
  }

  #isTaken(id: TypeId): boolean {
    return this.relations.has(id) || this.literals.has(id) || this.figures.has(id);
  }

  /** A type that is known stays as it is, but takes the kinds of both. */
  #addTypes(
    { relations, literals, figures }: Ontology,
    kinds: ReadonlyMap<KindId, KindId>,
    types: ReadonlyMap<TypeId, TypeId>,
  ): void {
    const kindsOf = (ids: readonly KindId[]): KindId[] => ids.map((id) => kinds.get(id) ?? id);
    for (const type of relations) {
      const made = placed(type, types);
      const known = this.relations.get(made.id);
      this.relations.set(made.id, {
        ...(known ?? made),
        domain: union(known?.domain ?? [], kindsOf(type.domain)),
        range: union(known?.range ?? [], kindsOf(type.range)),
      });
    }
    for (const type of literals) {
      const id = types.get(type.id) ?? type.id;
      const known = this.literals.get(id);
      this.literals.set(id, { ...(known ?? type), id, domain: union(known?.domain ?? [], kindsOf(type.domain)) });
    }
    for (const type of figures) {
      const id = types.get(type.id) ?? type.id;
      this.figures.set(id, this.figures.get(id) ?? { ...type, id });
    }
  }
}

/** A type as it is called, and calls others, in the merged graph. */
function placed(type: RelationType, names: ReadonlyMap<TypeId, TypeId>): RelationType {
  const named = (id: TypeId): TypeId => names.get(id) ?? id;
  return {
    ...type,
    id: named(type.id),
    ...(type.broader === undefined ? {} : { broader: named(type.broader) }),
    excludes: type.excludes.map(named),
  };
}

/**
 * All kinds and types of several ontologies. An id with one definition in all of them stays one; types that differ in
 * nothing but the kinds they take are one that takes both, and kinds that differ in their words alone are one under the
 * words of the first. An id with another definition is renamed in the later graph, and so is a type there that is
 * narrower than a renamed one, or excludes it.
 */
export function mergeOntologies(
  graphs: readonly { readonly name: string; readonly ontology: Ontology }[],
): MergedOntology {
  const all = new Ontologies();
  const renamed = graphs.map(({ name, ontology }, graph) => all.add(graph, name, ontology));
  const ontology: Ontology = {
    version: 1,
    kinds: [...all.kinds.values()],
    relations: [...all.relations.values()],
    literals: [...all.literals.values()],
    figures: [...all.figures.values()],
  };
  return { ontology, renamed, clashes: all.clashes, otherWords: all.otherWords };
}
