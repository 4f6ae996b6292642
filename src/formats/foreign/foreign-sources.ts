import { type Attribute, KEY_ATTRIBUTE } from '../../model/attributes.ts';
import { type EntityId, SourceId } from '../../model/ids.ts';
import { showValue } from '../../model/issue.ts';
import { Source } from '../../model/source.ts';
import { asKey, asLabel, asProse } from './clean-text.ts';
import type { Findings } from './findings.ts';
import { asDate } from './foreign-date.ts';
import type { ForeignEntities } from './foreign-entities.ts';
import { idText } from './foreign-id.ts';
import { type Keeper, textOf } from './keep.ts';
import type { ImportedSource } from './mapping.ts';
import { givenTwice, missing } from './missing.ts';
import type { ForeignSource, RecordPlace } from './records.ts';

/** What is known of a source before its fields are looked at. */
type Given = { readonly [Field in keyof Source]?: unknown } & {
  readonly id: SourceId;
  readonly speaker: EntityId;
  readonly title: string;
  readonly attributes?: readonly Attribute[] | undefined;
};

/** A source that came ready-made, and where. */
interface OwnSource {
  readonly source: Source;
  readonly place: RecordPlace;
}

/** Fields by which sources are found to be of one voice or origin: texts that look alike must be alike. */
const NAMES: ReadonlySet<string> = new Set(['publisher', 'author', 'origin']);

interface Import {
  readonly file: string;
  readonly format: string;
  readonly now: Date | undefined;
  readonly known: ImportedSource;
}

/** The sources of a foreign file: the one that the import makes, those that the file names, and those that come ready-made. */
export class ForeignSources {
  readonly #import: Import;
  readonly #entities: ForeignEntities;
  readonly #findings: Findings;
  readonly #keeper: Keeper;
  readonly #byKey = new Map<string, ForeignSource>();
  readonly #own = new Map<string, OwnSource>();
  /** Ids of ready-made sources that could not be taken: none is made in their place. */
  readonly #leftOut = new Set<string>();
  readonly #ids = new Map<string, SourceId>();
  readonly #taken = new Set<string>();
  /** What the file says of the sources that it names, by their ids. */
  readonly #foreign = new Map<SourceId, ForeignSource>();
  readonly #voices = new Map<SourceId, EntityId>();
  readonly #used = new Set<SourceId>();
  #importId: SourceId | undefined;

  constructor(from: Import, entities: ForeignEntities, findings: Findings, keeper: Keeper) {
    this.#import = from;
    this.#entities = entities;
    this.#findings = findings;
    this.#keeper = keeper;
  }

  has(key: string): boolean {
    return this.#byKey.has(key) || this.#taken.has(key);
  }
  /** A source that the file names. A second one of a key, or one that holds too much, is told and left out. */
  add(source: ForeignSource): void {
    const { key, place, attributes, derivedFrom: _, ...texts } = source;
    if (this.#byKey.has(key)) this.#findings.bad(givenTwice('source', key), place);
    else if (this.#keeper.hasRoom(attributes, [key, ...Object.values(texts)], key, place)) this.#byKey.set(key, source);
  }
  addOwn(source: Source, place: RecordPlace = {}): void {
    this.#own.set(source.id, { source, place });
    this.#leftOut.delete(source.id);
    this.#ids.set(source.id, source.id);
    this.#taken.add(source.id);
    this.#voices.set(source.id, source.speaker);
  }
  /** A ready-made source that could not be taken: claims of it are none of a source of which nothing is known. */
  leaveOut(id: string): void {
    if (!this.#own.has(id)) this.#leftOut.add(id);
  }

  /**
   * Leaves out the ready-made sources that name an entity or source which is not there, and those that derive from them.
   * To be called when all entities and sources are there.
   */
  leaveOutBroken(): void {
    const foreign = new Set([...this.#byKey.keys()].map(idText));
    const derived = new Map<string, OwnSource[]>();
    const broken: { readonly own: OwnSource; readonly what: 'entity' | 'source'; readonly id: string }[] = [];
    for (const own of this.#own.values()) {
      const { speaker, derivedFrom } = own.source;
      if (!this.#entities.hasId(speaker)) broken.push({ own, what: 'entity', id: speaker });
      for (const id of derivedFrom) {
        if (!this.#own.has(id)) {
          if (!foreign.has(id)) broken.push({ own, what: 'source', id });
          continue;
        }
        const known = derived.get(id);
        if (known === undefined) derived.set(id, [own]);
        else known.push(own);
      }
    }
    // The list grows while it is gone through.
    for (const { own, what, id } of broken) {
      const { source, place } = own;
      if (!this.#own.delete(source.id)) continue;
      this.#leftOut.add(source.id);
      this.#ids.delete(source.id);
      this.#taken.delete(source.id);
      this.#voices.delete(source.id);
      const path = [...(place.path ?? []), what === 'entity' ? 'speaker' : 'derivedFrom'];
      this.#findings.bad({ ...missing(what, id, source.id), path }, place);
      for (const other of derived.get(source.id) ?? []) broken.push({ own: other, what: 'source', id: source.id });
    }
  }

  /** The source of a claim that comes ready-made; of one that the file does not carry, nothing but the id is known. */
  needOwn(id: SourceId): void {
    if (this.#taken.has(id) || this.#leftOut.has(id)) return;
    this.addOwn(this.#make({ id, title: id, speaker: this.#entities.madeVoice(id) }));
  }

  /**
   * The id of the source of a key; that of the import for none. One that a mapping names is made where it is new, one for
   * all texts that look alike; another is undefined where the file does not have it.
   */
  use(key: string | undefined, isMapped: boolean): SourceId | undefined {
    const id = key === undefined ? this.#idOfImport() : this.#idOf(key, isMapped);
    if (id !== undefined) this.#used.add(id);
    return id;
  }

  #idOf(key: string, isMapped: boolean): SourceId | undefined {
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    let foreign = this.#byKey.get(key);
    if (foreign === undefined) {
      if (!isMapped) return undefined;
      const folded = asKey(key) || key;
      if (folded !== key) return this.#idOf(folded, true);
      foreign = { key, title: key, ...(/^https?:/iu.test(key) ? { url: key } : {}) };
      this.#byKey.set(key, foreign);
    }
    const id = this.#free(key);
    this.#ids.set(key, id);
    this.#foreign.set(id, foreign);
    return id;
  }

  #idOfImport(): SourceId {
    this.#importId ??= this.#free(`imported-${this.#import.file}`);
    return this.#importId;
  }

  #free(key: string): SourceId {
    let id = idText(key);
    for (let n = 2; this.#taken.has(id) || this.#leftOut.has(id); n++) id = idText(`${key}-${n}`);
    this.#taken.add(id);
    return SourceId.parse(id);
  }

  /** Whose voice a source is. */
  voiceOf(id: SourceId): EntityId {
    const known = this.#voices.get(id);
    if (known !== undefined) return known;
    const foreign = this.#foreign.get(id);
    const voice = foreign === undefined ? this.#voiceOfImport() : this.#voiceOfForeign(foreign);
    this.#voices.set(id, voice);
    return voice;
  }

  /** Whoever published the file, else the file. Two editions of one publisher thus have one voice. */
  #voiceOfImport(): EntityId {
    const { publisher, author } = this.#import.known;
    return this.#entities.madeVoice(publisher ?? author ?? `imported-${this.#import.file}`);
  }
  #voiceOfForeign({ speaker, publisher, author, title, key }: ForeignSource): EntityId {
    const node = textOf(speaker);
    if (node !== undefined) return this.#entities.voice(node);
    return this.#entities.madeVoice(textOf(publisher) ?? textOf(author) ?? textOf(title) ?? key);
  }

  /**
   * All sources, that of the import first. It is there where something is said by it, or there is no other and one is
   * `wanted`.
   */
  finish(wanted: boolean): Source[] {
    for (const key of this.#byKey.keys()) this.#idOf(key, true);
    const foreign = [...this.#byKey.values()].flatMap((source) => this.#ofForeign(source));
    const others = [...[...this.#own.values()].map(({ source }) => source), ...foreign];
    const id = this.#idOfImport();
    const needed = this.#used.has(id) || (wanted && others.length === 0);
    return needed ? [this.#ofImport(id), ...others] : others;
  }

  #ofImport(id: SourceId): Source {
    const { file, format, now, known } = this.#import;
    return this.#make({
      ...known,
      id,
      speaker: this.voiceOf(id),
      title: known.title ?? `Imported from ${file}`,
      file: asLabel(file),
      attributes: [
        { name: 'format', value: format },
        // The day and no more: a file that is imported twice on one is one source, and merges with itself.
        ...(now === undefined ? [] : [{ name: 'imported', value: now.toISOString().slice(0, 10) }]),
      ],
    });
  }

  #ofForeign(source: ForeignSource): Source[] {
    const { key, title, derivedFrom = [], speaker, place, attributes, ...plain } = source;
    const id = this.#ids.get(key);
    // What came ready-made under this key is that source.
    if (id === undefined || this.#own.has(id)) return [];
    const from = derivedFrom.flatMap((one) => {
      const found = this.#ids.get(one);
      if (found === undefined) this.#findings.bad(missing('source', one, key), place);
      return found ?? [];
    });
    const kept: Attribute[] = id === key ? [] : [{ name: KEY_ATTRIBUTE, value: key }];
    if (speaker !== undefined && speaker !== asKey(speaker)) kept.push({ name: 'speaker', value: speaker });
    const given: Given = {
      ...plain,
      id,
      speaker: this.voiceOf(id),
      title: title ?? key,
      derivedFrom: from,
      attributes: attributes === undefined ? kept : [...kept, ...attributes],
    };
    return [this.#make(given, place)];
  }

  /** A source of what is known of it. What a field cannot hold is kept as an attribute; where that matters, it is told. */
  #make(given: Given, place?: RecordPlace): Source {
    const kept: Attribute[] = [...(given.attributes ?? [])];
    const fields: Record<string, unknown> = { id: given.id, speaker: given.speaker };
    for (const field of ['title', 'publisher', 'author', 'genre', 'file', 'origin', 'reason'] as const) {
      const text = given[field];
      if (typeof text !== 'string') continue;
      const clean = field === 'reason' ? asProse(text) : asLabel(NAMES.has(field) ? asKey(text) : text);
      if (clean !== undefined) fields[field] = clean;
      if (clean !== text && text !== '') kept.push({ name: field, value: text });
    }
    fields['title'] ??= given.id;
    for (const field of ['published', 'url', 'language', 'reliability'] as const) {
      const value = given[field];
      if (value === undefined || value === '') continue;
      const good = field === 'published' ? asDate(String(value)) : value;
      if (good !== undefined && Source.shape[field].safeParse(good).success) {
        fields[field] = good;
        if (good === value) continue;
      } else this.#refuse(field, value, given.id, place);
      kept.push({ name: field, value: String(value) });
    }
    if (given.derivedFrom !== undefined) fields['derivedFrom'] = given.derivedFrom;
    const attributes = this.#keeper.attributes(kept, [], given.id, place);
    if (attributes !== undefined && attributes.length > 0) fields['attributes'] = attributes;
    return Source.parse(fields);
  }

  #refuse(field: string, value: unknown, id: string, place: RecordPlace | undefined): void {
    this.#findings.tell(
      {
        code: field === 'url' ? 'refused-content' : 'invalid-value',
        severity: 'warning',
        id,
        message: `The source’s ${field} cannot be taken, and was left an attribute`,
        got: showValue(value),
      },
      place,
    );
  }
}
