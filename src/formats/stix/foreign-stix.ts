import type { Stance } from '../../model/claim.ts';
import type { Reliability } from '../../model/grades.ts';
import { showValue } from '../../model/issue.ts';
import type { ForeignGraph } from '../foreign/foreign-graph.ts';
import { credibilityOfStix } from '../foreign/grade-of.ts';
import type { ImportedSource } from '../foreign/mapping.ts';
import type { ForeignWord } from '../foreign/records.ts';
import type { KnownLoss } from '../format.ts';
import { textMember, textsMember } from '../json-stream/attributes-of.ts';
import { gradesOfLabels } from './grades.ts';
import { stixAttributes } from './stix-attributes.ts';
import { type Fields, isRevoked, type StixObject } from './stix-object.ts';
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

/** What `name` is called in observables that have none. */
const NAME_FIELDS = ['name', 'value', 'path', 'key', 'subject', 'display_name', 'user_id', 'account_login', 'abstract'];

const NODE_KNOWN: ReadonlySet<string> = new Set(['id', 'name', 'description', 'aliases', 'x_mitre_aliases']);
const EDGE_KNOWN: ReadonlySet<string> = new Set(['id', 'type', 'relationship_type', 'source_ref', 'target_ref']);
const WORD_KNOWN: ReadonlySet<string> = new Set(['id', 'type']);

export const REVOKED: KnownLoss = {
  field: 'revoked',
  why: 'its author took it back, so it is nobody’s claim any more; it is left out',
  keptBy: 'none',
};
const OF_REVOKED: KnownLoss = {
  field: 'about what was revoked',
  why: 'an opinion or note on what its author took back is about nobody’s claim; it is left out',
  keptBy: 'none',
};
const OF_OPINION: KnownLoss = {
  field: 'opinion (on an opinion)',
  why: 'whoever disagrees with a denial does not thereby assert; Ascribe has stances on relations and statements alone',
  keptBy: 'none',
};
const OF_NO_THING: KnownLoss = {
  field: 'about no thing',
  why: 'it joins, or is about, a marking, a note, an opinion or another object that is no entity and no claim here; it is left out',
  keptBy: 'none',
};
const NEUTRAL: KnownLoss = {
  field: 'opinion (neutral)',
  why: 'an opinion that takes no side neither asserts, denies nor doubts a relation',
  keptBy: 'none',
};

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

  constructor(foreign: ForeignGraph, references: References, options: Options) {
    this.#foreign = foreign;
    this.#references = references;
    this.#options = options;
  }

  /** Takes objects, of each id one: first the things, then what is said of them, wherever they stand. */
  *take(objects: readonly StixObject[]): Generator<void, void> {
    const said: Record<string, StixObject[]> = { relationship: [], sighting: [], opinion: [], note: [] };
    for (const object of objects) {
      const why = NO_THING.get(object.type);
      if (why !== undefined) this.#foreign.lose({ field: object.type, why, keptBy: 'none' });
      else if (!SAYING.has(object.type)) this.#node(object);
      else if (isRevoked(object)) this.#foreign.lose(REVOKED);
      else said[object.type]?.push(object);
      yield;
    }
    for (const one of said['relationship'] ?? []) yield this.#relationship(one);
    for (const one of said['sighting'] ?? []) yield this.#sighting(one);
    for (const one of said['opinion'] ?? []) yield this.#opinion(one);
    for (const one of said['note'] ?? []) yield this.#note(one);
  }

  #attributes(fields: Fields, known: ReadonlySet<string>) {
    return stixAttributes(fields, known, this.#options.longest, this.#foreign);
  }

  #node({ type, fields, id, place }: StixObject): void {
    const label = NAME_FIELDS.map((name) => textMember(fields, name)).find((text) => text !== undefined && text !== '');
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
      label,
      kind: type,
      aliases,
      summary: textMember(fields, 'description'),
      attributes: this.#attributes(fields, NODE_KNOWN),
      place,
    });
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

  /** What any statement of STIX says of itself: who, how sure, when. */
  #word({ fields, id, place }: StixObject, known: ReadonlySet<string>): ForeignWord {
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
    const ref = textMember(fields, 'created_by_ref');
    const creator = ref === undefined ? undefined : this.#references.node(ref);
    const authors = textsMember(fields, 'authors').filter((name) => name.trim() !== '');
    return {
      key: id,
      credibility,
      ...(tagged.reliability === undefined ? {} : { source: this.#gradedSource(tagged.reliability) }),
      // Whom the file does not hold is nobody who can be shown; its id stays an attribute.
      ...(creator !== undefined && this.#foreign.hasNode(creator)
        ? { speaker: creator }
        : authors.length > 0
          ? { speaker: { unnamed: authors.join(', ') } }
          : {}),
      summary: textMember(fields, 'description') ?? textMember(fields, 'explanation') ?? textMember(fields, 'content'),
      attributes: this.#attributes(fields, known),
      place,
    };
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
    const by = textsMember(fields, 'where_sighted_refs');
    by.forEach((where, i) => {
      const from = this.#end(where, one);
      const key = by.length === 1 ? id : `${id}#${i}`;
      if (from !== undefined) this.#foreign.addEdge({ ...word, ...timed, from, to: seen, type: 'sighted', key, place });
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
    const refs = textsMember(fields, 'object_refs');
    if (refs.length === 0) {
      this.#missing(one, 'object_refs');
      return;
    }
    const word = this.#word(one, WORD_KNOWN);
    const literal = [opinion, ...(word.summary === undefined ? [] : [word.summary])].join(': ');
    const claims = refs.flatMap((ref): (StixClaim & { stance?: Stance | undefined })[] => {
      const found = this.#referred(ref, one);
      if (found === undefined) return [];
      if (found.is === 'node') return [{ about: found.key, type: 'opinion', literal }];
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
    claims.forEach((claim, i) => {
      const said = { ...word, ...claim, key: claims.length === 1 ? id : `${id}#${i}`, place };
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
      if (about.length === 0) this.#foreign.lose(found.is === 'revoked' ? OF_REVOKED : OF_NO_THING);
      for (const key of about) subjects.add(key);
    }
    [...subjects].forEach((about, i) => {
      const key = subjects.size === 1 ? id : `${id}#${i}`;
      this.#foreign.addStatement({ ...word, key, about, type: 'note', literal, place });
    });
  }
}

/** Why an opinion on something is no claim. */
function lossOf({ is }: Referred): KnownLoss {
  return is === 'revoked' ? OF_REVOKED : is === 'opinion' ? OF_OPINION : OF_NO_THING;
}

function timeOf(fields: Fields): ForeignWord['time'] {
  const start = textMember(fields, 'start_time');
  const end = textMember(fields, 'stop_time');
  return start === undefined && end === undefined ? undefined : { start, end };
}
