import { KEY_ATTRIBUTE } from '../../model/attributes.ts';
import type { Entity } from '../../model/entity.ts';
import type { EntityId } from '../../model/ids.ts';
import { asAttribute, asLabel } from './clean-text.ts';
import { entityIdOf } from './foreign-id.ts';
import { type MadeTypes, VOICE } from './made-types.ts';

/** The entities of a foreign file by the keys that its edges use, and those that are made for voices that it names. */
export class ForeignEntities {
  readonly #types: MadeTypes;
  readonly #byKey = new Map<string, Entity>();
  readonly #ids = new Set<string>();
  readonly #voices = new Map<string, Entity>();
  /** Ids by name; undefined where several have it. Made when the first voice is asked for: all nodes are there then. */
  #names: Map<string, EntityId | undefined> | undefined;

  #byId: ReadonlyMap<EntityId, Entity> | undefined;

  constructor(types: MadeTypes) {
    this.#types = types;
  }

  hold(key: string, entity: Entity): void {
    this.#byKey.set(key, entity);
    this.#ids.add(entity.id);
  }
  hasId(id: string): boolean {
    return this.#ids.has(id);
  }
  get(key: string): Entity | undefined {
    return this.#byKey.get(key);
  }
  get all(): Entity[] {
    return [...this.#byKey.values(), ...this.#voices.values()];
  }
  /** Those of the file's nodes by id. To be asked for when all are there: it is made once. */
  byId(): ReadonlyMap<EntityId, Entity> {
    this.#byId ??= new Map([...this.#byKey.values()].map((entity) => [entity.id, entity]));
    return this.#byId;
  }

  /** The entity of a key or, if one alone has it, a name; else one that is made for it. */
  voice(text: string): EntityId {
    const known = this.#byKey.get(text) ?? this.#voices.get(text);
    const id = known?.id ?? this.#byName(text);
    return id ?? this.#make(text);
  }

  #byName(name: string): EntityId | undefined {
    if (this.#names === undefined) {
      this.#names = new Map();
      for (const { name: known, id } of this.#byKey.values()) {
        this.#names.set(known, this.#names.has(known) ? undefined : id);
      }
    }
    return this.#names.get(name);
  }

  #make(text: string): EntityId {
    let id = entityIdOf(text);
    for (let n = 2; this.#ids.has(id); n++) id = entityIdOf(`${text}-${n}`);
    const name = asLabel(text);
    this.#voices.set(text, {
      id,
      kind: this.#types.kind(VOICE),
      name: name ?? id,
      aliases: [],
      unidentified: false,
      ...(name === text ? {} : { attributes: [asAttribute({ name: KEY_ATTRIBUTE, value: text })] }),
    });
    this.#ids.add(id);
    return id;
  }
}
