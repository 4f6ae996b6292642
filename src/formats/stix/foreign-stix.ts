import type { Stance } from '../../model/claim.ts';
import type { Reliability } from '../../model/grades.ts';
import { showValue } from '../../model/issue.ts';
import type { ForeignGraph } from '../foreign/foreign-graph.ts';
import { credibilityOfStix } from '../foreign/grade-of.ts';
import type { ImportedSource } from '../foreign/mapping.ts';
import type { ForeignWord } from '../foreign/records.ts';
import { MOST_CLAIMS_OF_ONE, repeated, repeatedLiteral } from '../foreign/repeated-word.ts';
import { textMember, textsMember } from '../json-stream/attributes-of.ts';
import type { Authors } from './authors.ts';
import { gradesOfLabels } from './grades.ts';
import { lossOf, NEUTRAL, OF_NO_THING, REVOKED, SIGNED_BESIDE } from './left-out.ts';
import { stixAttributes } from './stix-attributes.ts';
import { type Fields, isRevoked, type StixObject } from './stix-object.ts';
import { nameOf, references, timeOfThing } from './things.ts';
import {
  NO_THING,
  noteText,
  type References,
  type Referred,
  SAYING,
  type StixClaim,
  sightedText,
} from './what-is-said.ts';

/** What an opinion says for or against its object; `neutral` takes no side. */
const STANCES: ReadonlyMap<string, Stance | undefined> = new Map([
  ['strongly-disagree', 'denies'],
  ['disagree', 'denies'],
  ['neutral', undefined],
  ['agree', 'asserts'],
  ['strongly-agree', 'asserts'],
]);

const NODE_KNOWN: ReadonlySet<string> = new Set(['id', 'name', 'description', 'aliases', 'x_mitre_aliases']);
const EDGE_KNOWN: ReadonlySet<string> = new Set(['id', 'type', 'relationship_type', 'source_ref', 'target_ref']);
const WORD_KNOWN: ReadonlySet<string> = new Set(['id', 'type']);

/** What a reader of STIX is told before it begins. */
interface Options {
  /** What the person says of the file as a source. */
  readonly known: ImportedSource;
  /** How long an attribute's text may be, in UTF-16 units. */
  readonly longest: number;
}

/** Turns objects of any STIX bundle into nodes, claims and sources. */
export class ForeignStix {
  readonly #foreign: ForeignGraph;
  readonly #options: Options;
  readonly #references: References;
  readonly #authors: Authors;

  constructor(foreign: ForeignGraph, references: References, authors: Authors, options: Options) {
    this.#foreign = foreign;
    this.#references = references;
    this.#authors = authors;
    this.#options = options;
  }

  /** Takes objects, of each id one: first the things, then what is said of them, wherever they stand. */
  *take(objects: readonly StixObject[]): Generator<void, void> {
    const said: Record<string, StixObject[]> = { relationship: [], sighting: [], opinion: [], note: [] };
    const referring: StixObject[] = [];
    for (const object of objects) {
      const why = NO_THING.get(object.type);
      if (why !== undefined) this.#foreign.lose({ field: object.type, why, keptBy: 'none' });
      else if (!SAYING.has(object.type)) this.#node(object);
      else if (isRevoked(object)) this.#foreign.lose(REVOKED);
      else said[object.type]?.push(object);
      if (references(object).length > 0) referring.push(object);
      yield;
    }
    for (const one of referring) yield this.#refer(one);
    for (const one of said['relationship'] ?? []) yield this.#relationship(one);
    for (const one of said['sighting'] ?? []) yield this.#sighting(one);
    for (const one of said['opinion'] ?? []) yield this.#opinion(one);
    for (const one of said['note'] ?? []) yield this.#note(one);
  }

  #attributes(fields: Fields, known: ReadonlySet<string>) {
    return stixAttributes(fields, known, this.#options.longest, this.#foreign);
  }

  #node(object: StixObject): void {
    const { type, fields, id, place } = object;
    const aliases = [...textsMember(fields, 'aliases'), ...textsMember(fields, 'x_mitre_aliases')];
    this.#foreign.knowKind({
      id: type,
      label: type,
      plural: type,
      event: type === 'incident' || type === 'campaign',
      place: type === 'location',
    });
    this.#foreign.addNode({
      key: id,
      label: nameOf(object),
      kind: type,
      aliases,
      summary: textMember(fields, 'description'),
      time: timeOfThing(object),
      attributes: this.#attributes(fields, NODE_KNOWN),
      place,
    });
  }

  /** What a thing refers to by itself, as edges of the name of its member; of what is no thing here, it stays an attribute. */
  #refer(one: StixObject): void {
    if (!this.#foreign.hasNode(one.id)) return;
    const said = this.#saidBy(one);
    for (const { member, ref } of references(one)) {
      const to = this.#references.node(ref);
      if (to === undefined || !this.#foreign.hasNode(to)) continue;
      if (isRevoked(one)) this.#foreign.lose(REVOKED);
      else this.#foreign.addEdge({ ...said, key: `${one.id}#${member}#${ref}`, from: one.id, to, type: member });
    }
  }

  /** What a reference leads to; undefined, and told, where the bundle does not hold it. */
  #referred(ref: string, { id, place }: StixObject): Referred | undefined {
    const found = this.#references.to(ref);
    if (found !== undefined) return found;
    this.#foreign.bad(
      {
        code: 'unknown-id',
        id: id.slice(0, 200),
        message: 'It refers to an object that the bundle does not hold',
        expected: 'the id of an object of the bundle',
        got: showValue(ref),
        remedy: 'Add the object, or take the reference out',
      },
      place,
    );
    return undefined;
  }

  /** The node at an end; undefined, and told or counted, where there is none. */
  #end(ref: string, object: StixObject): string | undefined {
    const found = this.#referred(ref, object);
    if (found?.is === 'node') return found.key;
    if (found !== undefined) this.#foreign.lose(OF_NO_THING);
    return undefined;
  }

  #relationship(one: StixObject): void {
    const { fields, place } = one;
    const source = textMember(fields, 'source_ref');
    const target = textMember(fields, 'target_ref');
    const type = textMember(fields, 'relationship_type');
    if (source === undefined || target === undefined || type === undefined) {
      this.#missing(one, 'source_ref, target_ref and relationship_type');
      return;
    }
    const from = this.#end(source, one);
    const to = from === undefined ? undefined : this.#end(target, one);
    if (from === undefined || to === undefined) return;
    this.#foreign.addEdge({ ...this.#word(one, EDGE_KNOWN), from, to, type, time: timeOf(fields), place });
  }

  #missing({ place, id }: StixObject, expected: string): void {
    this.#foreign.bad(
      { code: 'missing-field', id: id.slice(0, 200), message: 'The object lacks what its type needs', expected },
      place,
    );
  }

  /** What any statement of STIX says of itself: who, how sure, in which words. */
  #word(one: StixObject, known: ReadonlySet<string>): ForeignWord {
    const { fields } = one;
    return {
      ...this.#saidBy(one),
      summary: textMember(fields, 'description') ?? textMember(fields, 'explanation') ?? textMember(fields, 'content'),
      attributes: this.#attributes(fields, known),
    };
  }

  /** Who says what an object says, and how sure. */
  #saidBy(object: StixObject): ForeignWord {
    const { fields, id, place } = object;
    const labels = textsMember(fields, 'labels');
    const tagged = gradesOfLabels(labels);
    const given = fields['confidence'];
    const credibility = tagged.credibility ?? (typeof given === 'number' ? credibilityOfStix(given) : undefined);
    if (given !== undefined && (typeof given !== 'number' || credibilityOfStix(given) === undefined)) {
      this.#foreign.tell(
        {
          code: 'invalid-value',
          severity: 'warning',
          id: id.slice(0, 200),
          message: 'The confidence is none of STIX’s scale, and was left an attribute',
          expected: 'a number from 0 to 100',
          got: showValue(given),
        },
        place,
      );
    }
    const speaker = this.#voice(object);
    return {
      key: id,
      credibility,
      ...(tagged.reliability === undefined ? {} : { source: this.#gradedSource(tagged.reliability) }),
      ...(speaker === undefined ? {} : { speaker }),
      place,
    };
  }

  /** Whose word an object is, told where that is not sure; undefined where it does not say. */
  #voice(object: StixObject): ForeignWord['speaker'] {
    const voice = this.#authors.of(object, (key) => this.#foreign.hasNode(key));
    const { speaker, isUnheld, name, others, isOfSeveral } = voice;
    if (isUnheld && speaker !== undefined && !this.#foreign.hasNode(speaker)) {
      // Under its id it meets itself in a bundle that holds it.
      this.#foreign.addNode({ key: speaker, label: name, kind: 'identity', place: object.place });
    }
    if (others > 0) this.#foreign.lose({ ...SIGNED_BESIDE, count: others });
    if (isOfSeveral) {
      this.#foreign.tell(
        {
          code: 'invalid-value',
          severity: 'warning',
          id: object.id.slice(0, 200),
          message: 'Several things of the bundle have the name of the author; the first that made something was taken',
          got: showValue(textsMember(object.fields, 'authors')),
          remedy: 'Say by created_by_ref which one it is',
        },
        object.place,
      );
    }
    return speaker;
  }

  /**
   * A letter grades a source: what carries one comes from a source of its own. It has the voice of the import, and so is one
   * origin with it (EVIDENCE E6): a file does not corroborate itself.
   */
  #gradedSource(reliability: Reliability): string {
    const { name } = this.#foreign;
    const { publisher, author, origin } = this.#options.known;
    const key = `${name}, graded ${reliability}`;
    if (!this.#foreign.hasSource(key)) {
      this.#foreign.addSource({
        key,
        title: `Imported from ${name}, graded ${reliability}`,
        reliability,
        reason: 'Graded so in the file, by a tag of the Admiralty scale.',
        publisher,
        author,
        origin,
        ...(publisher === undefined && author === undefined ? { speaker: `imported-${name}` } : {}),
      });
    }
    return key;
  }

  /** Whether an object would become too many claims; told, where it would. */
  #isTooMuch(claims: number, { id, place }: StixObject): boolean {
    if (claims <= MOST_CLAIMS_OF_ONE) return false;
    this.#foreign.bad(
      {
        code: 'too-large',
        id: id.slice(0, 200),
        message: 'The object would become too many claims',
        expected: `at most ${MOST_CLAIMS_OF_ONE} claims of one object`,
        got: String(claims),
        remedy: 'Split it into several',
      },
      place,
    );
    return true;
  }

  #sighting(one: StixObject): void {
    const { fields, id, place } = one;
    const ref = textMember(fields, 'sighting_of_ref');
    if (ref === undefined) {
      this.#missing(one, 'sighting_of_ref');
      return;
    }
    const seen = this.#end(ref, one);
    if (seen === undefined) return;
    const word = this.#word(one, WORD_KNOWN);
    const time = { start: textMember(fields, 'first_seen'), end: textMember(fields, 'last_seen') };
    const timed = time.start === undefined && time.end === undefined ? {} : { time };
    const by = [...new Set(textsMember(fields, 'where_sighted_refs'))];
    if (this.#isTooMuch(by.length, one)) return;
    const others = repeated(word, by.length);
    by.forEach((where, i) => {
      const from = this.#end(where, one);
      const key = by.length === 1 ? id : `${id}#${i}`;
      if (from === undefined) return;
      this.#foreign.addEdge({ ...(i === 0 ? word : others), ...timed, from, to: seen, type: 'sighted', key, place });
    });
    if (by.length > 0) return;
    this.#foreign.addStatement({ ...word, ...timed, about: seen, type: 'sighted', literal: sightedText(one), place });
  }

  /**
   * An opinion on a relationship, a sighting or a note is a claim of the same relation or statement; on a thing it is a
   * statement about it.
   */
  #opinion(one: StixObject): void {
    const { fields, id, place } = one;
    const opinion = textMember(fields, 'opinion');
    if (opinion === undefined || !STANCES.has(opinion)) {
      this.#foreign.bad(
        {
          code: 'invalid-value',
          id: id.slice(0, 200),
          message: 'The opinion is none of STIX’s scale',
          expected: [...STANCES.keys()].join(', '),
          got: showValue(opinion),
        },
        place,
      );
      return;
    }
    const refs = [...new Set(textsMember(fields, 'object_refs'))];
    if (refs.length === 0) {
      this.#missing(one, 'object_refs');
      return;
    }
    const word = this.#word(one, WORD_KNOWN);
    const whole = [opinion, ...(word.summary === undefined ? [] : [word.summary])].join(': ');
    const literal = repeatedLiteral(whole, refs.length);
    const claims = refs.flatMap((ref): (StixClaim & { stance?: Stance | undefined })[] => {
      const found = this.#referred(ref, one);
      if (found === undefined) return [];
      if (found.is === 'node') return [{ about: found.key, type: 'opinion', literal }];
      // What so many saw, others agree or disagree with as a whole: it is said of what was seen.
      if (found.is === 'much' && found.about.length > 0) {
        return found.about.map((about) => ({ about, type: 'opinion', literal }));
      }
      if (found.is !== 'claims' || found.claims.length === 0) {
        this.#foreign.lose(lossOf(found));
        return [];
      }
      const stance = STANCES.get(opinion);
      if (stance === undefined) {
        this.#foreign.lose(NEUTRAL);
        return [];
      }
      return found.claims.map((claim) => ({ ...claim, stance }));
    });
    if (this.#isTooMuch(claims.length, one)) return;
    const others = repeated(word, claims.length);
    claims.forEach((claim, i) => {
      const said = { ...(i === 0 ? word : others), ...claim, key: claims.length === 1 ? id : `${id}#${i}`, place };
      if ('from' in said) this.#foreign.addEdge(said);
      else this.#foreign.addStatement(said);
    });
  }

  /** A note is a statement about each thing that it names; of what somebody says, about its subject. */
  #note(one: StixObject): void {
    const { fields, id, place } = one;
    const literal = noteText(one);
    const refs = textsMember(fields, 'object_refs');
    if (literal === undefined || refs.length === 0) {
      this.#missing(one, 'content and object_refs');
      return;
    }
    const word = this.#word(one, WORD_KNOWN);
    const subjects = new Set<string>();
    for (const ref of refs) {
      const found = this.#referred(ref, one);
      if (found === undefined) continue;
      const about = found.is === 'node' ? [found.key] : 'about' in found ? found.about : [];
      if (about.length === 0) this.#foreign.lose(found.is === 'opinion' ? OF_NO_THING : lossOf(found));
      for (const key of about) subjects.add(key);
    }
    if (this.#isTooMuch(subjects.size, one)) return;
    const others = repeated(word, subjects.size);
    const short = repeatedLiteral(literal, subjects.size);
    [...subjects].forEach((about, i) => {
      const key = subjects.size === 1 ? id : `${id}#${i}`;
      const said = i === 0 ? { ...word, literal } : { ...others, literal: short };
      this.#foreign.addStatement({ ...said, key, about, type: 'note', place });
    });
  }
}

function timeOf(fields: Fields): ForeignWord['time'] {
  const start = textMember(fields, 'start_time');
  const end = textMember(fields, 'stop_time');
  return start === undefined && end === undefined ? undefined : { start, end };
}
