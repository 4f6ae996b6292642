import { type Attribute, KEY_ATTRIBUTE } from '../../model/attributes.ts';
import type { Claim, Speaker } from '../../model/claim.ts';
import { claimId } from '../../model/claim-identity.ts';
import type { Entity } from '../../model/entity.ts';
import { ClaimId, SourceId, type TypeId } from '../../model/ids.ts';
import { showValue } from '../../model/issue.ts';
import { byCodePoint } from '../../model/order.ts';
import { contentOf, figureText, sentence } from './claim-content.ts';
import type { ClaimWords } from './claim-words.ts';
import { asKey, asLabel } from './clean-text.ts';
import type { Findings } from './findings.ts';
import type { ForeignEntities } from './foreign-entities.ts';
import type { ForeignSources } from './foreign-sources.ts';
import type { Keeper } from './keep.ts';
import type { MadeType } from './made-types.ts';
import { givenTwice, missing } from './missing.ts';
import type { ForeignEdge, ForeignFigure, ForeignStatement, RecordPlace } from './records.ts';

/** Anything that a foreign file says: it becomes one claim. */
export type Saying = ForeignEdge | ForeignFigure | ForeignStatement;

/** What a claim is made with. */
export interface Workshop {
  readonly entities: ForeignEntities;
  readonly sources: ForeignSources;
  readonly words: ClaimWords;
  readonly keeper: Keeper;
  readonly findings: Findings;
}

/** Whose word a claim is, as its record has it: that can be settled only when all nodes and sources are there. */
interface Word {
  readonly source: string | undefined;
  /** Whether it is the mapping that names the source. */
  readonly isMapped: boolean;
  readonly speaker: string | Speaker | undefined;
  /** Whether it is the mapping that names the speaker. */
  readonly isMappedSpeaker: boolean;
  readonly via: readonly (string | Speaker)[];
}

/** Stand in until all nodes, sources and types are there. */
const NO_ID = ClaimId.parse('c-0');
const NO_SOURCE = SourceId.parse('c-0');
const NO_SPEAKER: Speaker = Object.freeze({ unnamed: '' });
/** Claims that are settled between two looks at the clock. */
const STEP = 256;
/** Most claims have no go-betweens: all of these have one list, and nobody may add to it. */
const NO_VIA: Speaker[] = [];
Object.freeze(NO_VIA);

/** What became of a saying: its claim; a record that was told of; or nothing yet, since it names a node that is not there. */
type Drafted = Claim | 'bad' | 'waits';

/**
 * Makes a claim of each thing that is said. What its record alone tells is taken over at once, so that the record need
 * not be held; a record that names a node of which nothing is known yet waits, and so do all that names, ids and sources
 * decide: those are settled by `finish`.
 */
export class ClaimMaker {
  readonly #workshop: Workshop;
  /** By the place of what was said in the file; undefined where it is none. The other lists go by the same places. */
  readonly #drafts: (Claim | undefined)[] = [];
  readonly #waiting: (Saying | undefined)[] = [];
  readonly #types: MadeType[] = [];
  readonly #keys: (string | undefined)[] = [];
  readonly #places: (RecordPlace | undefined)[] = [];
  /** Undefined where the word is that of the import. */
  readonly #words: (Word | undefined)[] = [];

  constructor(workshop: Workshop) {
    this.#workshop = workshop;
  }

  add(saying: Saying, type: MadeType): void {
    const drafted = this.#draft(saying, type, true);
    if (drafted === 'bad') return;
    this.#drafts.push(drafted === 'waits' ? undefined : drafted);
    this.#waiting.push(drafted === 'waits' ? saying : undefined);
    this.#types.push(type);
    this.#keys.push(saying.key);
    this.#places.push(saying.place);
    this.#words.push(this.#wordOf(saying));
  }

  /**
   * The claims; each type knows then of which kinds its ends are. `typeInPlace` gives the type that stands for one in the
   * end; `isChanged` tells whether it gives others, or entities are of other kinds, than when claims were added. The maker
   * is to be used no more.
   */
  *finish(typeInPlace: (type: MadeType) => MadeType, isChanged: boolean): Generator<void, Claim[]> {
    const claims: Claim[] = [];
    const byId = new Map<ClaimId, number>();
    /** Claims of one content without a key of their own. */
    const copies = new Map<ClaimId, number[]>();
    for (let i = 0; i < this.#types.length; i++) {
      if (i % STEP === STEP - 1) yield;
      const claim = this.#settled(i, typeInPlace);
      if (claim === undefined) continue;
      const first = byId.get(claim.id);
      const key = this.#keys[i];
      if (first === undefined) byId.set(claim.id, claims.length);
      else if (key !== undefined) {
        this.#workshop.findings.bad(givenTwice('edge', key), this.#places[i]);
        continue;
      } else {
        const group = copies.get(claim.id);
        if (group === undefined) copies.set(claim.id, [first, claims.length]);
        else group.push(claims.length);
      }
      claims.push(claim);
    }
    yield* numberCopies(claims, [...copies.values()], byId);
    if (isChanged || claims.length < this.#types.length) this.#tellAnew(claims, typeInPlace);
    return claims;
  }

  /** The claim of what was said, without what only `finish` can tell: id, source, speaker and via where they are named. */
  #draft(saying: Saying, type: MadeType, mayWait: boolean): Drafted {
    const { entities, words, keeper, findings } = this.#workshop;
    const { place, key = '' } = saying;
    const isEdge = 'from' in saying;
    const subjectKey = isEdge ? saying.from : saying.about;
    // Only when all nodes are there is it sure that no node has a key for its own by which another goes as well.
    const entityOf = (key: string): Entity | undefined => (mayWait ? entities.get(key) : entities.find(key));
    const subject = entityOf(subjectKey);
    const object = isEdge ? entityOf(saying.to) : undefined;
    const where = saying.where === undefined ? undefined : entityOf(saying.where);
    const isObjectMissing = isEdge && object === undefined;
    if (subject === undefined || isObjectMissing || (saying.where !== undefined && where === undefined)) {
      if (mayWait) return 'waits';
      const unknown = subject === undefined ? subjectKey : isObjectMissing ? saying.to : saying.where;
      findings.bad(missing('node', unknown ?? '', key), place);
      return 'bad';
    }
    const kept: Attribute[] = saying.key === undefined ? [] : keeper.key(saying.key);
    // The type's id and label hold its text, unless it is very long or another took its place.
    if (isEdge && saying.type !== undefined && (saying.type !== type.text || saying.type.length > 150)) {
      kept.push({ name: 'type', value: saying.type });
    }
    keepSpeakers(saying, kept);
    const content = contentOf(saying, kept);
    if (content === undefined) {
      findings.bad(
        {
          code: 'invalid-value',
          id: key.slice(0, 200),
          message: 'The quantity is none',
          expected: 'a finite lower bound, an upper one that is not below it, or both',
          got: showValue('quantity' in saying ? saying.quantity : undefined),
        },
        place,
      );
      return 'bad';
    }
    const stance = words.stance(saying);
    if (stance === undefined) return 'bad';
    const what = object === undefined ? content : { object: object.id };
    const claim: Claim = {
      id: NO_ID,
      source: NO_SOURCE,
      subject: subject.id,
      type: type.id,
      stance,
      speaker: NO_SPEAKER,
      via: NO_VIA,
      summary: '',
      ...what,
    };
    const { confidence, credibility } = words.grade(saying, kept);
    if (confidence !== undefined) claim.confidence = confidence;
    if (credibility !== undefined) claim.credibility = credibility;
    const hedge = words.hedge(saying);
    if (hedge !== undefined) claim.hedge = hedge;
    const when = keeper.time(
      { at: words.mapped(saying, 'when'), start: words.mapped(saying, 'start'), end: words.mapped(saying, 'end') },
      saying.time,
      kept,
      place,
    );
    if (when !== undefined) claim.when = when;
    const late: Attribute[] = [];
    const said = keeper.time(
      { at: words.mapped(saying, 'said') },
      saying.said === undefined ? undefined : { at: saying.said },
      late,
      place,
    );
    for (const { value } of late) kept.push({ name: 'said', value });
    if (said !== undefined) claim.said = said;
    if (where !== undefined) claim.place = where.id;
    const note = words.prose(saying, 'note', kept);
    if (note !== undefined) claim.note = note;
    claim.summary =
      words.prose(saying, 'summary', kept) ??
      sentence(
        subject.name,
        type,
        object?.name ?? ('literal' in content ? content.literal : figureText(content.quantity)),
      );
    const attributes = keeper.attributes(saying.attributes, kept, key, place, saying.key === undefined ? 1 : 0);
    if (attributes === undefined) return 'bad';
    if (attributes.length > 0) claim.attributes = attributes;
    type.domain.add(subject.kind);
    if (object !== undefined) type.range.add(object.kind);
    return claim;
  }

  #wordOf(saying: Saying): Word | undefined {
    const { words } = this.#workshop;
    const mapped = words.mapped(saying, 'source');
    const source = mapped ?? saying.source;
    const mappedSpeaker = words.mapped(saying, 'speaker');
    const speaker = mappedSpeaker ?? (saying.speaker === '' ? undefined : saying.speaker);
    const { via = [] } = saying;
    if (source === undefined && speaker === undefined && via.length === 0) return undefined;
    return { source, isMapped: mapped !== undefined, speaker, isMappedSpeaker: mappedSpeaker !== undefined, via };
  }

  /** The claim at a place of the file with all that it is; undefined where there is none. */
  #settled(i: number, typeInPlace: (type: MadeType) => MadeType): Claim | undefined {
    const [made, waiting] = [this.#types[i], this.#waiting[i]];
    if (made === undefined) return undefined;
    const type = typeInPlace(made);
    const drafted = waiting === undefined ? this.#drafts[i] : this.#draft(waiting, type, false);
    // A record is not held twice.
    this.#waiting[i] = undefined;
    this.#drafts[i] = undefined;
    if (drafted === undefined || typeof drafted === 'string') return undefined;
    const { sources, findings } = this.#workshop;
    const word = this.#words[i];
    const source = sources.use(word?.source, word?.isMapped === true);
    if (source === undefined) {
      findings.bad(missing('source', word?.source ?? '', this.#keys[i] ?? ''), this.#places[i]);
      return undefined;
    }
    drafted.source = source;
    drafted.speaker =
      word?.speaker === undefined ? sources.voiceOf(source) : this.#speaker(word.speaker, word.isMappedSpeaker);
    if (word !== undefined && word.via.length > 0) drafted.via = word.via.map((one) => this.#speaker(one, false));
    if (type !== made) this.#rename(drafted, made, type);
    drafted.type = type.id;
    drafted.id = claimId(drafted);
    return drafted;
  }

  #speaker(speaker: string | Speaker, isMapped: boolean): Speaker {
    if (typeof speaker !== 'string') return cleanUnnamed(speaker);
    const { entities } = this.#workshop;
    return isMapped ? entities.speaker(speaker) : entities.voice(speaker);
  }

  /** Puts another type into the sentence that stands for a paraphrase. */
  #rename(claim: Claim, from: MadeType, to: MadeType): void {
    const entities = this.#workshop.entities.byId();
    const [subject, object] = [entities.get(claim.subject), entities.get(claim.object ?? claim.subject)];
    if (subject === undefined || object === undefined) return;
    if (claim.summary === sentence(subject.name, from, object.name)) {
      claim.summary = sentence(subject.name, to, object.name);
    }
  }

  /** Tells types anew of which kinds their ends are. */
  #tellAnew(claims: readonly Claim[], typeInPlace: (type: MadeType) => MadeType): void {
    const entities = this.#workshop.entities.byId();
    const types = new Map<TypeId, MadeType>();
    for (const made of this.#types) {
      for (const type of [made, typeInPlace(made)]) {
        type.domain.clear();
        type.range.clear();
      }
      const type = typeInPlace(made);
      types.set(type.id, type);
    }
    for (const { type: id, subject, object } of claims) {
      const type = types.get(id);
      const [from, to] = [entities.get(subject), object === undefined ? undefined : entities.get(object)];
      if (type === undefined || from === undefined) continue;
      type.domain.add(from.kind);
      if (to !== undefined) type.range.add(to.kind);
    }
  }
}

/** Somebody unnamed, in a text that the model takes. */
function cleanUnnamed({ unnamed }: { readonly unnamed: string }): { unnamed: string } {
  return { unnamed: asLabel(unnamed) ?? 'somebody' };
}

/** Keeps the texts of speakers and go-betweens that are changed to become names. */
function keepSpeakers({ speaker, via }: Saying, kept: Attribute[]): void {
  if (speaker !== undefined) keepSpeaker('speaker', speaker, kept);
  if (via !== undefined) for (const one of via) keepSpeaker('via', one, kept);
}
function keepSpeaker(name: string, one: string | { readonly unnamed: string }, kept: Attribute[]): void {
  const [text, clean] = typeof one === 'string' ? [one, asKey(one)] : [one.unnamed, cleanUnnamed(one).unnamed];
  if (text !== clean) kept.push({ name, value: text });
}

/**
 * Tells claims of one content and without a key apart: all but the first get a key, "copy 2" and so on, in the order of
 * their JSON, which does not depend on their order in the file. What the file calls so itself keeps that key: the number
 * is then the next one that is free. `groups` are places of such claims in the list; `byId` has the ids of all.
 */
function* numberCopies(
  claims: readonly Claim[],
  groups: readonly (readonly number[])[],
  byId: Map<ClaimId, number>,
): Generator<void> {
  /** By what claims say without any key: two groups may differ in that alone, and then count on together. */
  const next = new Map<ClaimId, number>();
  const sorted = groups
    .map((group) => group.flatMap((index) => claims[index] ?? []))
    // All of a group have one id as yet.
    .toSorted(([a], [b]) => byCodePoint(a?.id ?? '', b?.id ?? ''));
  for (const group of sorted) {
    yield;
    const [one] = group;
    if (one === undefined) continue;
    const bare = claimId({ ...one, attributes: [] });
    let n = next.get(bare) ?? 2;
    const texts = group.map((claim) => ({ claim, text: JSON.stringify(claim) }));
    const [, ...others] = texts.toSorted((a, b) => byCodePoint(a.text, b.text)).map(({ claim }) => claim);
    for (const claim of others) {
      const { attributes = [] } = claim;
      do {
        claim.attributes = [{ name: KEY_ATTRIBUTE, value: `copy ${n++}` }, ...attributes];
        claim.id = claimId(claim);
      } while (byId.has(claim.id));
      byId.set(claim.id, 0);
    }
    next.set(bare, n);
  }
}
