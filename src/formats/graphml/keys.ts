import { type ValueType, valueType } from '../property-graph/typed-value.ts';

/** What data can be of. */
export type Owner = 'graph' | 'node' | 'edge' | 'hyperedge' | 'port' | 'endpoint';

/** A kind of data as a file declares it. */
export interface Key {
  readonly id: string;
  readonly name: string;
  readonly type: ValueType;
  /** What a record has that gives no value. */
  fallback: string | undefined;
}

const OWNERS: ReadonlySet<string> = new Set(['graph', 'node', 'edge', 'hyperedge', 'port', 'endpoint']);

/** Declarations of data. One id may be declared for nodes and for edges apart, as Neo4j writes it. */
export class Keys {
  readonly #byOwner = new Map<string, Map<string, Key>>();
  readonly #withFallback = new Map<string, Key[]>();

  /** Declares a key; undefined stands for a type that is none of GraphML's. A key without `for` is for all. */
  declare(id: string, of: string | undefined, name: string | undefined, type: string | undefined): Key {
    const known = type === undefined || type === '' ? 'text' : valueType(type);
    const key: Key = {
      id,
      name: name === undefined || name === '' ? id : name,
      type: known ?? 'text',
      fallback: undefined,
    };
    const owner = of !== undefined && OWNERS.has(of) ? of : 'all';
    const keys = this.#byOwner.get(owner) ?? new Map<string, Key>();
    this.#byOwner.set(owner, keys.set(id, key));
    return key;
  }

  setFallback(key: Key, of: string | undefined, text: string): void {
    key.fallback = text;
    const owner = of !== undefined && OWNERS.has(of) ? of : 'all';
    const keys = this.#withFallback.get(owner);
    if (keys === undefined) this.#withFallback.set(owner, [key]);
    else keys.push(key);
  }

  /** Keys of which a record has the default where it gives no value. */
  fallbacks(owner: Owner): readonly Key[] {
    return [...(this.#withFallback.get(owner) ?? []), ...(this.#withFallback.get('all') ?? [])];
  }

  /** The key of an id, best one for this sort of record, else for any other. */
  find(owner: Owner, id: string): Key | undefined {
    const own = this.#byOwner.get(owner)?.get(id) ?? this.#byOwner.get('all')?.get(id);
    if (own !== undefined) return own;
    for (const keys of this.#byOwner.values()) {
      const key = keys.get(id);
      if (key !== undefined) return key;
    }
    return undefined;
  }
}
