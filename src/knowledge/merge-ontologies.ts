import { KindId, TypeId } from '../model/ids.ts';
import type { EntityKind, FigureType, LiteralType, Ontology, RelationType } from '../model/ontology.ts';
import { type Comparing, findKnown, freeId, MadeIds } from './known-records.ts';
import { isSameRecord } from './same-record.ts';

export { freeId } from './known-records.ts';

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

/** A definition of a graph. */
interface Given<T> {
  readonly type: T;
  /** The number of the graph whose definition it is: its own, or that to which one that was rebuilt gives way. */
  readonly of: number;
  readonly isRebuilt: boolean;
}

interface Defined<T> extends Given<T> {
  /** What its own graph calls it. */
  readonly from: string;
}

type DefinitionRules<T> = {
  readonly references: (type: T) => readonly string[];
  readonly isAlike: (known: T, type: T) => boolean;
  readonly fits: Comparing<T, T>['fits'];
};

export interface MergedOntology {
  readonly ontology: Ontology;
  readonly renamed: readonly Renamed[];
  readonly clashes: readonly OntologyClash[];
  readonly otherWords: readonly OtherWords[];
}

/** Whether two kinds of one id mean the same to all that is reckoned. Their words may differ. */
export function isSameKind(a: EntityKind, b: EntityKind): boolean {
  return a.event === b.event && a.place === b.place;
}

function isSameRelation(a: RelationType, b: RelationType): boolean {
  const plain = ({ id: _, domain: __, range: ___, broader: ____, excludes: _____, ...type }: RelationType) => type;
  return isSameRecord(plain(a), plain(b));
}

function isSameLiteral(a: LiteralType, b: LiteralType): boolean {
  const plain = ({ id: _, domain: __, ...type }: LiteralType) => type;
  return isSameRecord(plain(a), plain(b));
}

function isSameFigure(a: FigureType, b: FigureType): boolean {
  const plain = ({ id: _, ...type }: FigureType) => type;
  return isSameRecord(plain(a), plain(b));
}

/** The types that a type names. */
function referencesOf({ broader, excludes }: RelationType): readonly TypeId[] {
  return broader === undefined ? excludes : [...excludes, broader];
}

/** Whether a relation type names what a known one does, where `may` says what may be one. */
function namesTheSame(known: RelationType, type: RelationType, may: (name: string, known: string) => boolean): boolean {
  const isBroader =
    known.broader === undefined || type.broader === undefined
      ? known.broader === type.broader
      : may(type.broader, known.broader);
  return (
    isBroader &&
    known.excludes.length === type.excludes.length &&
    type.excludes.every((id) => known.excludes.some((there) => may(id, there))) &&
    known.excludes.every((there) => type.excludes.some((id) => may(id, there)))
  );
}

function union<T>(known: readonly T[], more: readonly T[]): T[] {
  return [...new Set([...known, ...more])];
}

/** Kinds, or types of one sort, as they are in the merged graph. */
class Definitions<T extends { readonly id: string }> {
  readonly #byId = new Map<string, Defined<T>>();
  readonly #made = new MadeIds();
  readonly #comparing: DefinitionRules<T>;

  constructor(comparing: DefinitionRules<T>) {
    this.#comparing = comparing;
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  get(id: string): T | undefined {
    return this.#byId.get(id)?.type;
  }

  all(): T[] {
    return [...this.#byId.values()].map(({ type }) => type);
  }

  /** Which of the definitions of a graph are here, under what id. */
  find(given: readonly Given<T>[]): ReadonlyMap<string, string> {
    const { isAlike, references, fits } = this.#comparing;
    const records = given.map((one) => ({ id: one.type.id, given: one }));
    return findKnown(records, this.#byId, this.#made, {
      references: ({ given: { type } }) => references(type),
      isAlike: (known, { given: one }) =>
        known.isRebuilt || one.isRebuilt
          ? known.from === one.type.id && known.of === one.of
          : isAlike(known.type, one.type),
      fits: (known, { given: one }, may) => known.isRebuilt || one.isRebuilt || fits(known.type, one.type, may),
    });
  }

  /** Takes one in as it is called here. What is here stays, unless it was rebuilt and this is not: `join` makes one of two. */
  put(made: T, { type: { id: from }, of, isRebuilt }: Given<T>, join: (known: T, more: T) => T): void {
    const known = this.#byId.get(made.id);
    if (known === undefined) this.#made.add(made.id);
    if (known === undefined || (known.isRebuilt && !isRebuilt)) {
      this.#byId.set(made.id, { type: made, from, of, isRebuilt });
    } else if (known.isRebuilt === isRebuilt) {
      this.#byId.set(made.id, { ...known, type: join(known.type, made) });
    }
  }
}

/** What several ontologies come to, one after the other. */
class Ontologies {
  readonly kinds = new Definitions<EntityKind>({ isAlike: isSameKind, references: () => [], fits: () => true });
  readonly relations = new Definitions<RelationType>({
    ...{ isAlike: isSameRelation, references: referencesOf, fits: namesTheSame },
  });
  readonly literals = new Definitions<LiteralType>({ isAlike: isSameLiteral, references: () => [], fits: () => true });
  readonly figures = new Definitions<FigureType>({ isAlike: isSameFigure, references: () => [], fits: () => true });
  readonly clashes: OntologyClash[] = [];
  readonly otherWords: OtherWords[] = [];

  add(graph: number, name: string, given: GivenOntology): Renamed {
    const kinds = this.#addKinds(graph, name, given.kinds);
    const types = this.#nameTypes(graph, name, given);
    const kindsOf = (ids: readonly KindId[]): KindId[] => ids.map((id) => kinds.get(id) ?? id);
    // A type that is known stays as it is, but takes the kinds of both.
    for (const one of given.relations) {
      const made = placed(one.type, types);
      const own = { ...made, domain: kindsOf(made.domain), range: kindsOf(made.range) };
      this.relations.put(own, one, (known, { domain, range }) => ({
        ...known,
        domain: union(known.domain, domain),
        range: union(known.range, range),
      }));
    }
    for (const one of given.literals) {
      const own = { ...one.type, id: types.get(one.type.id) ?? one.type.id, domain: kindsOf(one.type.domain) };
      this.literals.put(own, one, (known, { domain }) => ({ ...known, domain: union(known.domain, domain) }));
    }
    for (const one of given.figures) {
      this.figures.put({ ...one.type, id: types.get(one.type.id) ?? one.type.id }, one, (known) => known);
    }
    return { kinds, types };
  }

  #addKinds(graph: number, name: string, given: readonly Given<EntityKind>[]): Map<KindId, KindId> {
    const names = new Map<KindId, KindId>();
    const own = new Set<string>(given.map(({ type }) => type.id));
    const found = this.kinds.find(given);
    for (const one of given) {
      const { type: kind } = one;
      const there = found.get(kind.id);
      const isFree = !this.kinds.has(kind.id);
      const id = KindId.parse(
        there ?? (isFree ? kind.id : freeId(kind.id, name, (text) => own.has(text) || this.kinds.has(text))),
      );
      if (id !== kind.id) {
        names.set(kind.id, id);
        this.clashes.push({ graph, what: 'kind', from: kind.id, to: id });
      }
      const known = there === undefined || one.isRebuilt ? undefined : this.kinds.get(there);
      this.kinds.put({ ...kind, id }, one, (first) => first);
      const kept = this.kinds.get(id);
      if (known !== undefined && kept === known && !isSameRecord(known, { ...kind, id })) {
        this.otherWords.push({ graph, kind: id, label: kind.label, kept: known.label });
      }
    }
    return names;
  }

  /**
   * What the types of a graph are called here. One of which another definition is known is named anew, and so is a relation
   * type that names such a one: under a narrower type of the same words it would count for another relation. What is equal
   * to one that was named anew, in this merge or before, goes with it.
   */
  #nameTypes(graph: number, name: string, { relations, literals, figures }: GivenOntology): Map<TypeId, TypeId> {
    const names = new Map<TypeId, TypeId>();
    const own = new Set<string>([...relations, ...literals, ...figures].map(({ type }) => type.id));
    const given = new Set<string>();
    const isTaken = (id: string): boolean => this.relations.has(id) || this.literals.has(id) || this.figures.has(id);
    const nameAll = (
      what: OntologyClash['what'],
      types: readonly Given<{ readonly id: TypeId }>[],
      found: ReadonlyMap<string, string>,
    ): void => {
      for (const {
        type: { id: from },
      } of types) {
        const isFree = !isTaken(from);
        const to = TypeId.parse(
          found.get(from) ??
            (isFree ? from : freeId(from, name, (text) => own.has(text) || given.has(text) || isTaken(text))),
        );
        given.add(to);
        if (to === from) continue;
        names.set(from, to);
        this.clashes.push({ graph, what, from, to });
      }
    };
    nameAll('relation type', relations, this.relations.find(relations));
    nameAll('literal type', literals, this.literals.find(literals));
    nameAll('figure type', figures, this.figures.find(figures));
    return names;
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

/** The definitions of a graph, each with the number of the graph whose definition it is. */
interface GivenOntology {
  readonly kinds: readonly Given<EntityKind>[];
  readonly relations: readonly Given<RelationType>[];
  readonly literals: readonly Given<LiteralType>[];
  readonly figures: readonly Given<FigureType>[];
}

/** An ontology of a graph, and which of its kinds and types a reader made up, since the format has none. */
export interface NamedOntology {
  readonly name: string;
  readonly ontology: Ontology;
  readonly rebuilt?: ReadonlySet<string>;
}

/**
 * Whose definition each is. One that was rebuilt gives way to the first of its id that was not, and where there is none, to
 * the first that was rebuilt; but not to one that `speaksAgainst` it.
 */
function givenBy<T extends { readonly id: string }>(
  graphs: readonly NamedOntology[],
  of: (ontology: Ontology) => readonly T[],
  speaksAgainst: (defined: T, rebuilt: T) => boolean,
): (readonly Given<T>[])[] {
  const byId = new Map<string, Given<T>[]>();
  graphs.forEach(({ ontology, rebuilt }, graph) => {
    for (const type of of(ontology)) {
      const one = { type, of: graph, isRebuilt: rebuilt?.has(type.id) === true };
      const known = byId.get(type.id);
      if (known === undefined) byId.set(type.id, [one]);
      else known.push(one);
    }
  });
  const whose = (type: T): number | undefined => {
    const all = byId.get(type.id) ?? [];
    const defined = all.find((one) => !one.isRebuilt && !speaksAgainst(one.type, type));
    const alike = (one: Given<T>): boolean =>
      one.isRebuilt && !speaksAgainst(one.type, type) && !speaksAgainst(type, one.type);
    return (defined ?? all.find(alike))?.of;
  };
  return graphs.map(({ ontology, rebuilt }, graph) =>
    of(ontology).map((type) => {
      const isRebuilt = rebuilt?.has(type.id) === true;
      return { type, of: isRebuilt ? (whose(type) ?? graph) : graph, isRebuilt };
    }),
  );
}

/**
 * All kinds and types of several ontologies. An id with one definition in all of them stays one; types that differ in
 * nothing but the kinds they take are one that takes both, and kinds that differ in their words alone are one under the
 * words of the first. An id with another definition is renamed in the later graph, and so is a type there that is
 * narrower than a renamed one, or excludes it; graphs in which the definition is the same have it under one new name. A
 * definition that a reader rebuilt says nothing of its own: it gives way to one of its id, in whatever order.
 */
export function mergeOntologies(graphs: readonly NamedOntology[]): MergedOntology {
  const all = new Ontologies();
  // What a file shows of a rebuilt one it shows for certain: that edges have no direction, that things happen or are places.
  const kinds = givenBy<EntityKind>(
    graphs,
    (one) => one.kinds,
    (defined, rebuilt) => (rebuilt.event && !defined.event) || (rebuilt.place && !defined.place),
  );
  const relations = givenBy<RelationType>(
    graphs,
    (one) => one.relations,
    (defined, rebuilt) => rebuilt.symmetric && !defined.symmetric,
  );
  const literals = givenBy<LiteralType>(
    graphs,
    (one) => one.literals,
    () => false,
  );
  const figures = givenBy<FigureType>(
    graphs,
    (one) => one.figures,
    () => false,
  );
  const renamed = graphs.map(({ name }, graph) =>
    all.add(graph, name, {
      kinds: kinds[graph] ?? [],
      relations: relations[graph] ?? [],
      literals: literals[graph] ?? [],
      figures: figures[graph] ?? [],
    }),
  );
  const ontology: Ontology = {
    version: 1,
    kinds: all.kinds.all(),
    relations: all.relations.all(),
    literals: all.literals.all(),
    figures: all.figures.all(),
  };
  return { ontology, renamed, clashes: all.clashes, otherWords: all.otherWords };
}
