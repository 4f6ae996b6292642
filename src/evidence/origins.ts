import { type Claim, isNamed } from '../model/claim.ts';
import type { Entity } from '../model/entity.ts';
import type { GraphDocument } from '../model/graph-document.ts';
import { type EntityId, OriginId, type SourceId } from '../model/ids.ts';
import { byCodePoint } from '../model/order.ts';
import type { Source } from '../model/source.ts';
import { oneVoiceLinks } from './one-voice.ts';
import { originLinks } from './origin-links.ts';

/** The independent root that a claim's word goes back to (EVIDENCE E6–E8). */
export interface Origin {
  readonly id: OriginId;
  /** What kind of root: a named speaker, a publisher or a single document; or everybody unnamed, pooled. */
  readonly kind: 'speaker' | 'publisher' | 'document' | 'unnamed';
  readonly label: string;
  /** Everybody and everything whose word is this origin's word, by name: more than one where voices are one. */
  readonly members: readonly string[];
  /** Its documents take their word from each other in a circle (E8). */
  readonly circular: boolean;
  /**
   * Whether it is known to be one voice apart from others. The unnamed, and documents without a publisher, may or may
   * not be: they make the count of origins a range (E10).
   */
  readonly known: boolean;
}

const UNNAMED: Origin = {
  id: OriginId.parse('unnamed'),
  kind: 'unnamed',
  label: 'unnamed speakers',
  members: [],
  circular: false,
  known: false,
};

/** Finds the origin of each claim of one graph. Built once; asking is a look-up. */
export class Origins {
  readonly #sources: ReadonlyMap<SourceId, Source>;
  readonly #entities: ReadonlyMap<EntityId, Entity>;
  readonly #roots = new Map<SourceId, { root: Source; circular: boolean }>();
  readonly #parent = new Map<string, string>();
  readonly #byId = new Map<OriginId, Origin>();
  /** For each entity, those who speak for it, where nobody denies that they do. */
  readonly #spokenBy = new Map<EntityId, Set<EntityId>>();
  /** The other way round: for each entity, those whom it speaks for. */
  readonly #speaksFor = new Map<EntityId, Set<EntityId>>();

  constructor(graph: GraphDocument) {
    this.#sources = new Map(graph.sources.map((source) => [source.id, source]));
    this.#entities = new Map(graph.entities.map((entity) => [entity.id, entity]));
    for (const source of graph.sources) this.#findRoot(source);
    // Whoever is the voice of a document and is quoted by name elsewhere is one origin with that document.
    for (const source of graph.sources) {
      const { root, circular } = this.#rootOf(source);
      if (root.id === source.id || circular) this.#join(`speaker:${source.speaker}`, this.#documentKey(source));
    }
    // What a coder has linked by hand is one origin.
    for (const entity of graph.entities) {
      for (const label of originLinks(entity)) this.#join(`speaker:${entity.id}`, `by hand:${label}`);
    }
    for (const source of graph.sources) {
      if (source.origin !== undefined)
        this.#join(this.#documentKey(this.#rootOf(source).root), `by hand:${source.origin}`);
    }
    for (const [voice, whole] of oneVoiceLinks(graph)) {
      this.#join(`speaker:${voice}`, `speaker:${whole}`);
      addTo(this.#spokenBy, whole, voice);
      addTo(this.#speaksFor, voice, whole);
    }
    this.#gather(graph);
  }

  /** Every origin that a claim of this graph could have, in code-point order of their ids; the unnamed first. */
  all(): readonly Origin[] {
    return [UNNAMED, ...[...this.#byId.values()].toSorted((a, b) => byCodePoint(a.id, b.id))];
  }

  /** An entity and all who, directly or through others, speak for it. */
  voicesOf(id: EntityId): ReadonlySet<EntityId> {
    const voices = new Set([id]);
    for (const voice of voices) for (const other of this.#spokenBy.get(voice) ?? []) voices.add(other);
    return voices;
  }

  /** Those whose silence takes an entity's word away: itself, and whom it speaks for. */
  heardAs(id: EntityId): ReadonlySet<EntityId> {
    const heard = new Set([id]);
    for (const voice of heard) for (const whole of this.#speaksFor.get(voice) ?? []) heard.add(whole);
    return heard;
  }

  /** The origin that a claim's word goes back to. */
  of(claim: Claim): Origin {
    if (!isNamed(claim.speaker)) return UNNAMED;
    const source = this.#sources.get(claim.source);
    if (source === undefined) throw new RangeError(`claim ${claim.id} names the unknown source ${claim.source}`);
    const own = claim.speaker === source.speaker;
    return this.#origin(own ? this.#documentKey(this.#rootOf(source).root) : `speaker:${claim.speaker}`);
  }

  /** The origin of whatever an entity says. Throws a RangeError for one that the graph does not have. */
  ofSpeaker(id: EntityId): Origin {
    return this.#origin(`speaker:${id}`);
  }

  /** The document that a source goes back to: itself, or the end of what it derives from. */
  rootOf(id: SourceId): SourceId {
    return this.#roots.get(id)?.root.id ?? id;
  }

  #documentKey(source: Source): string {
    return source.publisher === undefined ? `document:${source.id}` : `publisher:${source.publisher}`;
  }

  #rootOf(source: Source): { root: Source; circular: boolean } {
    return this.#roots.get(source.id) ?? { root: source, circular: false };
  }

  /**
   * Follows `derivedFrom` to its end. A document that names several takes the one that it names first; the documents of
   * a circle are one origin, under the first in code-point order. Iterative, since a chain may be ten thousand long.
   */
  #findRoot(start: Source): void {
    const path: Source[] = [];
    const passed = new Set<SourceId>();
    let at = start;
    let circle: Source[] = [];
    for (;;) {
      if (this.#roots.has(at.id)) break;
      if (passed.has(at.id)) {
        circle = path.slice(path.findIndex((source) => source.id === at.id));
        break;
      }
      passed.add(at.id);
      path.push(at);
      const [first] = at.derivedFrom;
      const next = first === undefined ? undefined : this.#sources.get(first);
      if (next === undefined) break;
      at = next;
    }
    const [firstInCircle] = circle.toSorted((a, b) => byCodePoint(a.id, b.id));
    const found = this.#roots.get(at.id) ?? { root: firstInCircle ?? at, circular: circle.length > 0 };
    for (const source of path) this.#roots.set(source.id, found);
    for (const source of circle) this.#join(this.#documentKey(found.root), this.#documentKey(source));
  }

  #find(key: string): string {
    let root = key;
    for (let up = this.#parent.get(root); up !== undefined; up = this.#parent.get(root)) root = up;
    for (let at = key; at !== root; ) {
      const up = this.#parent.get(at) ?? root;
      this.#parent.set(at, root);
      at = up;
    }
    return root;
  }

  /** Joins two keys under the first in code-point order, so that the id does not depend on the order of joining. */
  #join(a: string, b: string): void {
    const [first, second] = [this.#find(a), this.#find(b)].toSorted(byCodePoint);
    if (first !== undefined && second !== undefined && first !== second) this.#parent.set(second, first);
  }

  #origin(key: string): Origin {
    const origin = this.#byId.get(OriginId.parse(this.#find(key)));
    if (origin === undefined) throw new RangeError(`no origin for ${key}`);
    return origin;
  }

  /** Makes the origins of all entities and documents, each with its members and the name that fits it best. */
  #gather(graph: GraphDocument): void {
    const groups = new Map<string, { entities: Entity[]; documents: Source[] }>();
    const group = (key: string): { entities: Entity[]; documents: Source[] } => {
      const root = this.#find(key);
      const found = groups.get(root) ?? { entities: [], documents: [] };
      groups.set(root, found);
      return found;
    };
    for (const entity of this.#entities.values()) group(`speaker:${entity.id}`).entities.push(entity);
    for (const source of graph.sources) group(this.#documentKey(this.#rootOf(source).root)).documents.push(source);
    for (const [root, { entities, documents }] of groups) {
      const id = OriginId.parse(root);
      const roots = documents.map((source) => this.#rootOf(source));
      const publisher = firstOf(roots.map(({ root }) => root.publisher));
      const author = firstOf(roots.map(({ root }) => root.author));
      // The voice of an unsigned document is a name that the coder gave: it does not make its author known.
      const voices = new Set(documents.map((source) => source.speaker));
      const named = entities.filter((entity) => !voices.has(entity.id));
      // Of an organisation and its spokespeople the organisation names them all.
      const spokenFor = named.filter((entity) => this.#spokenBy.has(entity.id));
      const speaker = firstOf((spokenFor.length > 0 ? spokenFor : named).map((entity) => entity.name));
      const title = firstOf(roots.map(({ root }) => root.title));
      this.#byId.set(id, {
        id,
        kind: publisher !== undefined ? 'publisher' : documents.length > 0 ? 'document' : 'speaker',
        label: publisher ?? author ?? speaker ?? title ?? root,
        members: [
          ...new Set([...named.map((entity) => entity.name), ...documents.map((source) => source.title)]),
        ].toSorted(byCodePoint),
        circular: roots.some(({ circular }) => circular),
        known: publisher !== undefined || author !== undefined || named.length > 0,
      });
    }
  }
}

function addTo<K, V>(sets: Map<K, Set<V>>, key: K, value: V): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([value]));
  else set.add(value);
}

function firstOf(names: readonly (string | undefined)[]): string | undefined {
  return names.filter((name) => name !== undefined).toSorted(byCodePoint)[0];
}
