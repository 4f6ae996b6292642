import { KEY_ATTRIBUTE } from '../../model/attributes.ts';
import type { Entity } from '../../model/entity.ts';
import { EntityId } from '../../model/ids.ts';
import { sha256Hex } from '../../model/sha256.ts';
import { VOICE_SUFFIX } from '../../model/voice-suffix.ts';
import { asAttribute, asKey, asLabel } from './clean-text.ts';
import { cutWhole, entityIdOf } from './foreign-id.ts';
import { inParts } from './in-parts.ts';
import { type MadeTypes, VOICE } from './made-types.ts';

/** The entities of a foreign file by the keys that its edges use, and those that are made for voices that it names. */
export class ForeignEntities {
  readonly #types: MadeTypes;
  readonly #byKey = new Map<string, Entity>();
  readonly #ids = new Set<string>();
  /** Nodes by other keys that the file says they go by; undefined where several do. */
  readonly #otherKeys = new Map<string, string | undefined>();
  /** Those that were made, by the text that names them. */
  readonly #voices = new Map<string, Entity>();
  /** Who the texts of a mapping name: they come again and again. */
  readonly #spoken = new Map<string, EntityId>();
  /** Ids by name; undefined where several have it. Made when the first name is asked for: all nodes are there then. */
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
  /** Another key by which a file says that a node goes; where a node has it for its own, that one goes by it. */
  goesBy(other: string, key: string): void {
    this.#otherKeys.set(other, this.#otherKeys.has(other) && this.#otherKeys.get(other) !== key ? undefined : key);
  }
  /** The key of the node that goes by a key: to be asked for when all nodes are there. */
  keyOf(key: string): string {
    return this.#byKey.has(key) ? key : (this.#otherKeys.get(key) ?? key);
  }
  /** The entity that goes by a key: to be asked for when all nodes are there. */
  find(key: string): Entity | undefined {
    return this.#byKey.get(this.keyOf(key));
  }
  get all(): Entity[] {
    return [...this.#byKey.values(), ...this.#voices.values()];
  }
  /** Those of the file's nodes by id. To be asked for when all are there: it is made once. */
  byId(): ReadonlyMap<EntityId, Entity> {
    this.#byId ??= new Map([...this.#byKey.values()].map((entity) => [entity.id, entity]));
    return this.#byId;
  }

  /** The entity of a key that the format itself calls a speaker by; one is made where the file has no such node. */
  voice(key: string): EntityId {
    return this.find(key)?.id ?? this.madeVoice(key);
  }

  /** Who a person's mapping says that a text names: the entity of this key or, if one alone has it, name; else one is made. */
  speaker(text: string): EntityId {
    const known = this.#spoken.get(text);
    if (known !== undefined) return known;
    const key = asKey(text);
    const found = this.find(text) ?? this.find(key);
    const id = found?.id ?? this.#byName(key) ?? this.madeVoice(text);
    this.#spoken.set(text, id);
    return id;
  }

  /**
   * The entity that is made for a text: one for all texts that look alike, and never a node of the file, of which a like
   * name does not say that it is the same.
   */
  madeVoice(text: string): EntityId {
    const key = asKey(text) || text;
    const id = this.#voices.get(key)?.id ?? voiceIdOf(key);
    // One that came ready-made was made so once: no key becomes this id.
    if (!this.#ids.has(id)) this.#make(key, id);
    return id;
  }

  #byName(name: string): EntityId | undefined {
    if (this.#names === undefined) {
      this.#names = new Map();
      for (const { name: known, id } of this.#byKey.values()) {
        const key = asKey(known);
        this.#names.set(key, this.#names.has(key) ? undefined : id);
      }
    }
    return this.#names.get(name);
  }

  #make(key: string, id: EntityId): void {
    const name = asLabel(key);
    this.#voices.set(key, {
      id,
      kind: this.#types.kind(VOICE),
      name: name ?? id,
      aliases: [],
      unidentified: false,
      ...(name === key ? {} : { attributes: inParts(asAttribute({ name: KEY_ATTRIBUTE, value: key })) }),
    });
    this.#ids.add(id);
  }
}

/**
 * The id of the voice that is made for a text: one that no key becomes, whether or not a node of the file has the plain
 * one. In two files a document has one voice so, or else it would be two origins once they are merged.
 */
function voiceIdOf(key: string): EntityId {
  const id = entityIdOf(key);
  const start = id.length <= 190 ? id : `${cutWhole(id, 170)}%-${sha256Hex(key, 8)}`;
  return EntityId.parse(`${start}${VOICE_SUFFIX}`);
}
