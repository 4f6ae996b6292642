import type { Stance } from '../../model/claim.ts';
import { showValue } from '../../model/issue.ts';
import type { ForeignGraph } from '../foreign/foreign-graph.ts';
import { credibilityOfStix } from '../foreign/grade-of.ts';
import type { ForeignWord, RecordPlace } from '../foreign/records.ts';
import { attributesOf, textMember, textsMember } from '../json-stream/attributes-of.ts';
import { gradesOfLabels } from './grades.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Objects that say something about the bundle and are no thing: they are counted as lost. */
const NO_THING: ReadonlyMap<string, string> = new Map([
  ['marking-definition', 'a marking says who may see an object; Ascribe has no markings, so heed them by hand'],
  ['language-content', 'translations of single fields have no place in a graph document'],
  ['extension-definition', 'it describes fields, which are kept as attributes'],
]);

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

/** Ends and type of a relationship, for opinions on it. */
export interface Related {
  readonly from: string;
  readonly to: string;
  readonly type: string;
}

interface Pending {
  readonly fields: Fields;
  readonly id: string;
  readonly place: RecordPlace;
}

/**
 * Turns objects of any STIX bundle into nodes, claims and sources. What is said may stand before what it is about, and is
 * kept until the end.
 */
export class ForeignStix {
  readonly #foreign: ForeignGraph;
  readonly #file: string;
  /** Keys of entities that Ascribe wrote, by the id that they have in STIX. */
  readonly #own = new Map<string, string>();
  readonly #related = new Map<string, Related>();
  readonly #said: Pending[] = [];

  constructor(foreign: ForeignGraph, file: string) {
    this.#foreign = foreign;
    this.#file = file;
  }

  /** An entity of Ascribe in this file, to which other objects may point. */
  knowEntity(ref: string, key: string): void {
    this.#own.set(ref, key);
  }
  /** A relationship of Ascribe in this file, on which others may have an opinion. */
  knowRelation(ref: string, related: Related): void {
    this.#related.set(ref, related);
  }

  /** The key of the node that a reference means. */
  #key(ref: string): string {
    return this.#own.get(ref) ?? ref;
  }

  add(fields: Fields, place: RecordPlace): void {
    const type = textMember(fields, 'type');
    const id = textMember(fields, 'id');
    if (type === undefined || id === undefined || type === '' || id === '') {
      this.#foreign.bad(
        {
          code: 'missing-field',
          message: 'An object has no type or no id',
          expected: 'type and id as texts',
          got: showValue({ type: fields['type'], id: fields['id'] }),
        },
        place,
      );
      return;
    }
    const why = NO_THING.get(type);
    const one = { fields, id, place };
    if (why !== undefined) this.#foreign.lose({ field: type, why, keptBy: 'none' });
    else if (type === 'relationship' || type === 'sighting' || type === 'opinion' || type === 'note') {
      // Who speaks, and what it is about, may come later.
      if (fields['revoked'] === true) this.#revoked();
      else this.#said.push(one);
    } else this.#node(type, one);
  }

  #revoked(): void {
    this.#foreign.lose({
      field: 'revoked',
      why: 'its author took it back, so it is nobody’s claim any more; it is left out',
      keptBy: 'none',
    });
  }

  #attributes(fields: Fields, known: ReadonlySet<string>) {
    // References come by the hundred; as one text they stay together and within the number of attributes.
    const whole: Fields = Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [
        name,
        Array.isArray(value) && name.endsWith('_refs') ? JSON.stringify(value) : value,
      ]),
    );
    return attributesOf(whole, known, () => {
      this.#foreign.lose({ field: 'null', why: 'a field without a value says nothing', keptBy: 'none' });
    });
  }

  #node(type: string, { fields, id, place }: Pending): void {
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

  #relationship(one: Pending): void {
    const { fields, id, place } = one;
    const from = textMember(fields, 'source_ref');
    const to = textMember(fields, 'target_ref');
    const type = textMember(fields, 'relationship_type');
    if (from === undefined || to === undefined || type === undefined) {
      this.#missing(one, 'source_ref, target_ref and relationship_type');
      return;
    }
    const related = { from: this.#key(from), to: this.#key(to), type };
    this.#related.set(id, related);
    this.#foreign.addEdge({ ...this.#word(one, EDGE_KNOWN), ...related, time: timeOf(fields), place });
  }

  #missing({ place, id }: Pending, expected: string): void {
    this.#foreign.bad(
      { code: 'missing-field', id: id.slice(0, 200), message: 'The object lacks what its type needs', expected },
      place,
    );
  }

  /** What any statement of STIX says of itself: who, how sure, when. */
  #word({ fields, id, place }: Pending, known: ReadonlySet<string>): ForeignWord {
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
    const creator = ref === undefined ? undefined : this.#key(ref);
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

  /** A letter grades a source: what carries one comes from a source of its own, one voice and origin with the others. */
  #gradedSource(reliability: 'A' | 'B' | 'C' | 'D' | 'E' | 'F'): string {
    const key = `${this.#file}, graded ${reliability}`;
    if (!this.#foreign.hasSource(key)) {
      this.#foreign.addSource({
        key,
        title: `Imported from ${this.#file}, graded ${reliability}`,
        reliability,
        reason: 'Graded so in the file, by a tag of the Admiralty scale.',
        origin: this.#file,
        speaker: `imported-${this.#file}`,
      });
    }
    return key;
  }

  /** Takes what had to wait for the objects that it is about: relationships, then what is said of them. */
  finish(): void {
    const of = (type: string): Pending[] => this.#said.filter(({ fields }) => fields['type'] === type);
    for (const one of of('relationship')) this.#relationship(one);
    for (const one of of('sighting')) this.#sighting(one);
    for (const one of of('opinion')) this.#opinion(one);
    for (const one of of('note')) this.#note(one);
  }

  #sighting(one: Pending): void {
    const { fields, id, place } = one;
    const seen = textMember(fields, 'sighting_of_ref');
    if (seen === undefined) {
      this.#missing(one, 'sighting_of_ref');
      return;
    }
    const word = this.#word(one, WORD_KNOWN);
    const time = { start: textMember(fields, 'first_seen'), end: textMember(fields, 'last_seen') };
    const timed = time.start === undefined && time.end === undefined ? {} : { time };
    const by = textsMember(fields, 'where_sighted_refs');
    by.forEach((where, i) => {
      const related = { from: this.#key(where), to: this.#key(seen), type: 'sighted' };
      if (i === 0) this.#related.set(id, related);
      this.#foreign.addEdge({ ...word, ...timed, ...related, key: by.length === 1 ? id : `${id}#${i}`, place });
    });
    if (by.length > 0) return;
    const count = fields['count'];
    const literal = typeof count === 'number' ? `sighted ${count} times` : 'sighted';
    this.#foreign.addStatement({ ...word, ...timed, about: this.#key(seen), type: 'sighted', literal, place });
  }

  /** An opinion on a relationship is a claim of the same relation; on anything else it is a statement about it. */
  #opinion(one: Pending): void {
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
    const stance = STANCES.get(opinion);
    const refs = textsMember(fields, 'object_refs');
    if (refs.length === 0) this.#missing(one, 'object_refs');
    refs.forEach((about, i) => {
      const word = { ...this.#word(one, WORD_KNOWN), key: refs.length === 1 ? id : `${id}#${i}` };
      const related = this.#related.get(about);
      if (related === undefined) {
        const literal = [opinion, ...(word.summary === undefined ? [] : [word.summary])].join(': ');
        this.#foreign.addStatement({ ...word, about: this.#key(about), type: 'opinion', literal, place });
      } else if (stance === undefined) {
        this.#foreign.lose({
          field: 'opinion (neutral)',
          why: 'an opinion that takes no side neither asserts, denies nor doubts a relation',
          keptBy: 'none',
        });
      } else this.#foreign.addEdge({ ...word, ...related, stance, place });
    });
  }

  /** A note is a statement about each thing that it names; of a relationship, about its subject. */
  #note(one: Pending): void {
    const { fields, id, place } = one;
    const content = textMember(fields, 'content');
    const refs = textsMember(fields, 'object_refs');
    if (content === undefined || refs.length === 0) {
      this.#missing(one, 'content and object_refs');
      return;
    }
    refs.forEach((ref, i) => {
      const about = this.#related.get(ref)?.from ?? this.#key(ref);
      const key = refs.length === 1 ? id : `${id}#${i}`;
      this.#foreign.addStatement({
        ...this.#word(one, WORD_KNOWN),
        key,
        about,
        type: 'note',
        literal: textMember(fields, 'abstract') ?? content,
        place,
      });
    });
  }
}

function timeOf(fields: Fields): ForeignWord['time'] {
  const start = textMember(fields, 'start_time');
  const end = textMember(fields, 'stop_time');
  return start === undefined && end === undefined ? undefined : { start, end };
}

/** Whether a start of a file is that of a STIX bundle. */
export function looksLikeStix(head: string): boolean {
  return /"type"\s*:\s*"bundle"/u.test(head) && (/"objects"\s*:/u.test(head) || /"id"\s*:\s*"bundle--/u.test(head));
}
