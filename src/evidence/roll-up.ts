import type { TypeId } from '../model/ids.ts';
import type { Ontology, RelationType } from '../model/ontology.ts';

/**
 * How a claim bears on a relation (EVIDENCE E14): it is made on that relation itself, it asserts a narrower one, it
 * denies or doubts a broader one, or it asserts one that excludes it.
 */
export type Bearing = 'itself' | 'narrower' | 'broader' | 'exclusion';

/** Which types of relation count for, or against, which others. */
export class RollUp {
  readonly #types: ReadonlyMap<TypeId, RelationType>;
  readonly #wider = new Map<TypeId, readonly TypeId[]>();
  readonly #excluding = new Map<string, boolean>();

  constructor(ontology: Ontology) {
    this.#types = new Map(ontology.relations.map((type) => [type.id, type]));
    for (const type of ontology.relations) this.#wider.set(type.id, this.#climb(type));
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

  /** Whether two types cannot both hold of the same two entities: they, or wider types of theirs, exclude each other. */
  excludes(a: TypeId, b: TypeId): boolean {
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    const known = this.#excluding.get(key);
    if (known !== undefined) return known;
    const [as, bs] = [new Set([a, ...this.wider(a)]), new Set([b, ...this.wider(b)])];
    const names = (froms: ReadonlySet<TypeId>, tos: ReadonlySet<TypeId>): boolean =>
      [...froms].some((from) => this.#types.get(from)?.excludes.some((to) => tos.has(to)) ?? false);
    const excluding = a !== b && (names(as, bs) || names(bs, as));
    this.#excluding.set(key, excluding);
    return excluding;
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
