import type { TypeId } from '../model/ids.ts';
import type { Ontology, RelationType } from '../model/ontology.ts';

/**
 * How a claim bears on a relation (EVIDENCE E14): it is made on that relation itself, it asserts a narrower one, it
 * denies or doubts a broader one, or it asserts one that excludes it.
 */
export type Bearing = 'itself' | 'narrower' | 'broader' | 'exclusion';

const NONE: ReadonlySet<TypeId> = new Set();

/** Which types of relation count for, or against, which others. */
export class RollUp {
  readonly #types: ReadonlyMap<TypeId, RelationType>;
  readonly #wider = new Map<TypeId, readonly TypeId[]>();
  readonly #related: ReadonlyMap<TypeId, ReadonlySet<TypeId>>;
  readonly #excluded = new Map<TypeId, ReadonlySet<TypeId>>();

  constructor(ontology: Ontology) {
    this.#types = new Map(ontology.relations.map((type) => [type.id, type]));
    for (const type of ontology.relations) this.#wider.set(type.id, this.#climb(type));
    const related = new Map(ontology.relations.map(({ id }) => [id, new Set(this.wider(id))]));
    for (const { id } of ontology.relations) for (const wider of this.wider(id)) related.get(wider)?.add(id);
    this.#related = related;
  }

  type(id: TypeId): RelationType | undefined {
    return this.#types.get(id);
  }

  isSymmetric(id: TypeId): boolean {
    return this.#types.get(id)?.symmetric ?? false;
  }

  /** The wider types of a type, nearest first, without itself. A circle (which a check reports) is walked once. */
  wider(id: TypeId): readonly TypeId[] {
    return this.#wider.get(id) ?? [];
  }

  /** Types that are wider or narrower than a type. */
  related(id: TypeId): ReadonlySet<TypeId> {
    return this.#related.get(id) ?? NONE;
  }

  /**
   * Types that cannot hold of the same two entities as a type: those which it, or a wider type of it, excludes or is
   * excluded by, or of which that is true of a wider type.
   */
  excluded(id: TypeId): ReadonlySet<TypeId> {
    const known = this.#excluded.get(id);
    if (known !== undefined) return known;
    const own = [id, ...this.wider(id)];
    const named = new Set(own.flatMap((at) => this.#types.get(at)?.excludes ?? []));
    const excluded = new Set<TypeId>();
    for (const other of this.#types.keys()) {
      const theirs = [other, ...this.wider(other)];
      const excludes = theirs.some(
        (at) => named.has(at) || this.#types.get(at)?.excludes.some((one) => own.includes(one)),
      );
      if (other !== id && excludes) excluded.add(other);
    }
    this.#excluded.set(id, excluded);
    return excluded;
  }

  /** The first value that a type, or the nearest wider one that has any, gives to one of its properties. */
  inherited<K extends 'side' | 'singleValued' | 'attribution' | 'partOf'>(
    id: TypeId,
    property: K,
  ): { readonly type: TypeId; readonly value: NonNullable<RelationType[K]> } | undefined {
    for (const at of [id, ...this.wider(id)]) {
      const value = this.#types.get(at)?.[property];
      if (value !== undefined && value !== false && value !== null) return { type: at, value };
    }
    return undefined;
  }

  #climb(type: RelationType): TypeId[] {
    const wider: TypeId[] = [];
    for (let at = type.broader; at !== undefined && at !== type.id && !wider.includes(at); ) {
      wider.push(at);
      at = this.#types.get(at)?.broader;
    }
    return wider;
  }
}
