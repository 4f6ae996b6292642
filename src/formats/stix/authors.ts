import { byCodePoint } from '../../model/order.ts';
import { asKey } from '../foreign/clean-text.ts';
import { member, textMember, textsMember } from '../json-stream/attributes-of.ts';
import { carriedBy } from './own-objects.ts';
import type { StixObject } from './stix-object.ts';
import { nameOf } from './things.ts';
import type { References } from './what-is-said.ts';

const MISP_AUTHOR = 'x_misp_author_ref';
/** Members that name a maker by reference. MISP's goes first: it tells who said so where another made the object of it. */
const MAKERS = [MISP_AUTHOR, 'created_by_ref'];

/** Whoever a bundle names and does not hold is an identity: nothing else makes objects (STIX 2.1, 3.2). */
const IDENTITY = /^identity--/u;

/** Whose voice an object is. */
export interface Voice {
  /** The key of a node, or a name for which a voice is made; absent where the object does not say. */
  readonly speaker?: string;
  /** It is the id of an identity that the bundle does not hold. */
  readonly isUnheld: boolean;
  /** What such an identity is called, if the bundle tells. */
  readonly name?: string;
  /** How many sign beside the one who is taken for the voice. */
  readonly others: number;
  /** Whether several things of the bundle have the name of the one who signs. */
  readonly isOfSeveral: boolean;
}

const NOBODY: Voice = { isUnheld: false, others: 0, isOfSeveral: false };

/** A name as authors are compared: somebody who is written in capitals once is no second voice. */
function fold(name: string): string {
  return asKey(name).toLowerCase();
}

/** The names in `authors`, each once, as they are compared. */
function authorsOf({ fields }: StixObject): readonly string[] {
  return [...new Set(textsMember(fields, 'authors').map(fold))].filter((name) => name !== '');
}

function addTo(sets: Map<string, Set<string>>, name: string, value: string): void {
  const known = sets.get(name);
  if (known === undefined) sets.set(name, new Set([value]));
  else known.add(value);
}

/**
 * Tells whose voice an object of a bundle is. One author who is named in two ways must be one voice, since a voice that
 * counts twice corroborates itself: whoever is named in `authors` alone is the identity of that name, if the bundle has one;
 * a name of nobody in it is one voice wherever it stands; and a reference is one voice, even to an identity that the bundle
 * does not hold.
 */
export class Authors {
  readonly #references: References;
  /** Keys of nodes by each of their names: of identities, and of whoever else made an object. */
  readonly #byName = new Map<string, Set<string>>();
  readonly #byAlias = new Map<string, Set<string>>();
  /** Keys of nodes that made an object. */
  readonly #makers = new Set<string>();
  /** What makers are called that the bundle does not hold, if it tells. */
  readonly #unheld = new Map<string, string | undefined>();
  /** Names of those who sign an object alone. */
  readonly #alone = new Set<string>();
  /** Of each name the spelling that stands first by code points; which is first in the file is chance. */
  readonly #spellings = new Map<string, string>();

  /** `objects`: all of a bundle; `voice`: the name that the voice of the import has, if the person gave one. */
  constructor(objects: Iterable<StixObject>, references: References, voice: string | undefined) {
    this.#references = references;
    const nodes: StixObject[] = [];
    for (const object of objects) {
      if (references.node(object.id) !== undefined) nodes.push(object);
      const makers = this.#makersOf(object);
      for (const key of makers) this.#makers.add(key);
      for (const text of textsMember(object.fields, 'authors')) this.#spell(text);
      const [name, another] = authorsOf(object);
      if (name === undefined || another !== undefined) continue;
      if (makers.length === 0) this.#alone.add(name);
      this.#nameAsSigned(object, name);
    }
    if (voice !== undefined) this.#spellings.set(fold(voice), asKey(voice));
    for (const object of nodes) this.#name(object);
  }

  #spell(text: string): void {
    const [folded, key] = [fold(text), asKey(text)];
    const known = this.#spellings.get(folded);
    if (known === undefined || byCodePoint(key, known) < 0) this.#spellings.set(folded, key);
  }

  #name(object: StixObject): void {
    const key = this.#references.node(object.id);
    if (key === undefined) return;
    const own = member(carriedBy(object.fields), 'entity');
    // Malware or a place of the same name wrote nothing.
    if (object.type !== 'identity' && own === undefined && !this.#makers.has(key)) return;
    addTo(this.#byName, fold(nameOf(object) ?? key), key);
    const aliases = [own, object.fields].flatMap((one) => textsMember(one, 'aliases'));
    for (const alias of [...aliases, ...textsMember(object.fields, 'x_mitre_aliases')]) {
      addTo(this.#byAlias, fold(alias), key);
    }
  }

  /** MISP writes the name of who said so beside the reference to it: it is one more name of that identity. */
  #nameAsSigned({ fields }: StixObject, name: string): void {
    const key = this.#keyOf(textMember(fields, MISP_AUTHOR));
    if (key === undefined) return;
    addTo(this.#byAlias, name, key);
    if (!this.#unheld.has(key)) return;
    const known = this.#unheld.get(key);
    if (known === undefined || byCodePoint(name, known) < 0) this.#unheld.set(key, name);
  }

  /** The key of whoever a reference means; undefined where it is nobody. Takes note of whom the bundle does not hold. */
  #keyOf(ref: string | undefined): string | undefined {
    if (ref === undefined) return undefined;
    const key = this.#references.node(ref);
    if (key !== undefined || !IDENTITY.test(ref) || this.#references.to(ref) !== undefined) return key;
    if (!this.#unheld.has(ref)) this.#unheld.set(ref, undefined);
    return ref;
  }

  #makersOf({ fields }: StixObject): string[] {
    return MAKERS.flatMap((name) => this.#keyOf(textMember(fields, name)) ?? []);
  }

  /** `isThere`: whether the node of a key was taken. */
  of(object: StixObject, isThere: (key: string) => boolean): Voice {
    const canSpeak = (key: string): boolean => this.#unheld.has(key) || isThere(key);
    // Whoever made an object answers for it; those who wrote it for its maker are no voices beside it.
    const maker = this.#makersOf(object).find(canSpeak);
    if (maker !== undefined) return this.#voice(maker);
    const found = authorsOf(object).map((name) => ({ name, keys: this.#nodesOf(name).filter(canSpeak) }));
    // Of several, one who speaks elsewhere, too: as a voice of their own, they would make each of them heard twice.
    const speaksElsewhere = ({ name, keys: [key] }: (typeof found)[number]): boolean =>
      this.#alone.has(name) || (key !== undefined && this.#makers.has(key));
    const ordered = found.toSorted((a, b) => byCodePoint(a.name, b.name));
    const one = ordered.find(speaksElsewhere) ?? ordered[0];
    if (one === undefined) return NOBODY;
    const [key = this.#spelling(one.name)] = one.keys;
    return { ...this.#voice(key), others: found.length - 1, isOfSeveral: one.keys.length > 1 };
  }

  #voice(speaker: string): Voice {
    const name = this.#unheld.get(speaker);
    return {
      ...NOBODY,
      speaker,
      isUnheld: this.#unheld.has(speaker),
      ...(name === undefined ? {} : { name: this.#spelling(name) }),
    };
  }

  #spelling(name: string): string {
    return this.#spellings.get(name) ?? name;
  }

  /** The keys of the nodes of a name: those that made something first, then by code points. */
  #nodesOf(name: string): string[] {
    const keys = this.#byName.get(name) ?? this.#byAlias.get(name) ?? new Set();
    const rank = (key: string): number => (this.#makers.has(key) ? 0 : 1);
    return [...keys].toSorted((a, b) => rank(a) - rank(b) || byCodePoint(a, b));
  }
}
