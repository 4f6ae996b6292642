import type { Manifest } from '../../model/graph-document.ts';
import type { ForeignGraph } from '../foreign/foreign-graph.ts';
import type { RecordPlace } from '../foreign/records.ts';
import type { KnownLoss } from '../format.ts';
import { isObject, member, textMember } from '../json-stream/attributes-of.ts';
import type { OwnGraph } from '../json-stream/own-graph.ts';
import { DENIALS_WERE_LEFT_OUT, FoundManifest } from '../manifest-in-text.ts';
import { plainDate, plainSpan } from './ftm-entities.ts';
import { ftmId } from './ftm-id.ts';
import { DENIALS_LEFT_OUT, MANIFEST } from './machine-text.ts';
import { type ReadEntity, texts } from './read-entity.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What a record of Ascribe is to those that refer to it by its id in the file. */
export type OwnRecord = { readonly is: 'entity'; readonly key: string } | { readonly is: 'source' | 'claim' };

const CHANGED: KnownLoss = {
  field: 'changes',
  why: 'another program changed what stands beside a record of Ascribe; the record was taken as Ascribe wrote it',
  keptBy: 'none',
};

/** A reference of a claim that has another id than Ascribe wrote: right if the file gave another id to that entity. */
interface Doubt {
  readonly claim: string;
  readonly found: string;
  readonly expected: string;
  readonly place: RecordPlace;
}

function same(found: readonly string[], expected: string | undefined): boolean {
  return expected === undefined ? found.length === 0 : found.length === 1 && found[0] === expected;
}

/**
 * Takes the records that entities of FollowTheMoney carry from Ascribe, knows them by their ids in the file, and tells where
 * another program changed what stands beside them.
 */
export class OwnRecords {
  readonly #foreign: ForeignGraph;
  readonly #own: OwnGraph;
  readonly #byId = new Map<string, OwnRecord>();
  readonly #doubts: Doubt[] = [];
  readonly #manifest: FoundManifest;
  #isTold = false;

  /** `now`: when the file is imported. */
  constructor(foreign: ForeignGraph, own: OwnGraph, now: Date | undefined) {
    this.#foreign = foreign;
    this.#own = own;
    this.#manifest = new FoundManifest(now);
  }

  /** How the graph was chosen that the records are of, as far as they tell. */
  get manifest(): Manifest | undefined {
    return this.#manifest.value;
  }

  get(id: string): OwnRecord | undefined {
    return this.#byId.get(id);
  }

  /** Whether the file has any. */
  get any(): boolean {
    return this.#byId.size > 0;
  }

  take(entity: ReadEntity, record: unknown, place: RecordPlace): void {
    this.#manifestOf(record, place);
    const [own, source, claim] = ['entity', 'source', 'claim'].map((name) => member(record, name));
    if (isObject(own)) this.#entity(entity, own, place);
    else if (isObject(source)) this.#source(entity, source, place);
    else if (isObject(claim)) this.#claim(entity, claim, place);
    else {
      this.#foreign.bad(
        { code: 'invalid-format', id: entity.id.slice(0, 200), message: 'The record of Ascribe in it is none' },
        place,
      );
    }
  }

  #entity(entity: ReadEntity, own: Fields, place: RecordPlace): void {
    this.#byId.set(entity.id, { is: 'entity', key: textMember(own, 'id') ?? entity.id });
    // The words of the properties count, since somebody may have corrected them.
    const aliases = texts(entity, 'alias');
    this.#own.addEntity({ aliases, ...own, ...one(entity, 'name'), ...one(entity, 'summary') }, place);
    if (entity.schema !== 'Event') return;
    const { start, end } = plainSpan(textMember(own, 'when'));
    if (!same(texts(entity, 'startDate'), start) || !same(texts(entity, 'endDate'), end))
      this.#changed(entity.id, place);
  }

  #source(entity: ReadEntity, source: Fields, place: RecordPlace): void {
    this.#byId.set(entity.id, { is: 'source' });
    const words = ['title', 'publisher', 'author'].map((name) => one(entity, name));
    const [url, file] = [one(entity, 'sourceUrl', 'url'), one(entity, 'fileName', 'file')];
    this.#own.addSource(Object.assign({}, source, ...words, url, file), place);
    const published = plainDate(textMember(source, 'published'));
    if (!same(texts(entity, 'publishedAt'), published)) this.#changed(entity.id, place);
  }

  #claim(entity: ReadEntity, claim: Fields, place: RecordPlace): void {
    this.#byId.set(entity.id, { is: 'claim' });
    this.#own.addClaim(claim, place);
    const [type, subject, object, when, said, summary] = ['type', 'subject', 'object', 'when', 'said', 'summary'].map(
      (name) => textMember(claim, name),
    );
    const words = texts(entity, 'description');
    const isReworded = summary !== undefined && words.length > 0 && !words.some((text) => text.includes(summary));
    const { start, end } = plainSpan(when);
    const isLink = object !== undefined;
    const isChanged =
      isReworded ||
      (isLink &&
        !(
          same(texts(entity, 'role'), type) &&
          same(texts(entity, 'startDate'), start) &&
          same(texts(entity, 'endDate'), end) &&
          same(texts(entity, 'date'), plainDate(said))
        ));
    const ends: readonly (readonly [property: string, id: string | undefined])[] = isLink
      ? [
          ['subject', subject],
          ['object', object],
        ]
      : [['entity', subject]];
    if (isChanged || ends.some(([property]) => texts(entity, property).length !== 1)) {
      this.#changed(entity.id, place);
      return;
    }
    for (const [property, expected = ''] of ends) {
      const [found = ''] = texts(entity, property);
      if (found !== ftmId('entity', expected)) this.#doubts.push({ claim: entity.id, found, expected, place });
    }
  }

  /** Tells what could be known only when all ids of the file were. */
  finish(): void {
    const told = new Set<string>();
    for (const { claim, found, expected, place } of this.#doubts) {
      const record = this.#byId.get(found);
      if ((record?.is === 'entity' && record.key === expected) || told.has(claim)) continue;
      told.add(claim);
      this.#changed(claim, place);
    }
  }

  #changed(id: string, place: RecordPlace): void {
    this.#foreign.lose(CHANGED);
    this.#foreign.tell(
      {
        code: 'invalid-value',
        severity: 'warning',
        id: id.slice(0, 200),
        message: 'Another program changed this entity; the record of Ascribe in it was taken, without the change',
        remedy: 'To take the change, remove the text that begins with “Ascribe record” from the entity',
      },
      place,
    );
  }

  /** What a record says of the graph that it was taken from. */
  #manifestOf(record: unknown, place: RecordPlace): void {
    const given = member(record, MANIFEST);
    const wrong = given === undefined ? undefined : this.#manifest.add(given);
    if (wrong !== undefined) this.#foreign.tell({ ...wrong, path: [MANIFEST] }, place);
    const isMarked = member(record, DENIALS_LEFT_OUT) === true;
    if (isMarked) this.#manifest.mark();
    if (this.#isTold || !(isMarked || member(given, 'closedUnderEvidence') === false)) return;
    this.#isTold = true;
    this.#foreign.tell(DENIALS_WERE_LEFT_OUT, place);
  }
}

/** The first value of a property as a field of a record; nothing where there is none. */
function one(entity: ReadEntity, property: string, field = property): Readonly<Record<string, string>> {
  const [value] = texts(entity, property);
  return value === undefined ? {} : { [field]: value };
}
