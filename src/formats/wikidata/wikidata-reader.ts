import type { Attribute } from '../../model/attributes.ts';
import type { ForeignGraph } from '../foreign/foreign-graph.ts';
import type { ForeignTime, ForeignWord, RecordPlace } from '../foreign/records.ts';
import { repeated, repeatedLiteral } from '../foreign/repeated-word.ts';
import { attributesOf, isObject, listMember, member, textMember } from '../json-stream/attributes-of.ts';
import { CitedSources } from './cited-sources.ts';
import { dateOf, type SnakValue, snaksOf, textsOf, valueOfSnak } from './snak.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Properties of Wikidata that say something of a statement. */
const P = {
  start: 'P580',
  end: 'P582',
  pointInTime: 'P585',
  disputedBy: 'P1310',
  supportedBy: 'P3680',
  deprecatedBecause: 'P2241',
} as const;

/** The attribute that holds the rank of a statement. */
const RANK = 'rank';

const KNOWN: ReadonlySet<string> = new Set([
  'id',
  'labels',
  'descriptions',
  'aliases',
  'claims',
  'statements',
  'sitelinks',
  'type',
]);

/** Values by language (`{en: {language, value}}`), English first, then the one for all languages, then in order of the file. */
function byLanguage(values: unknown): string[] {
  if (!isObject(values)) return [];
  const texts = (language: string): string[] => {
    const found = member(values, language);
    const list: readonly unknown[] = Array.isArray(found) ? found : [found];
    return list.flatMap((one) => textMember(one, 'value') ?? []);
  };
  const first = ['en', 'mul'];
  return [...first, ...Object.keys(values).filter((language) => !first.includes(language))].flatMap(texts);
}

/** One statement, as every claim that is made of it needs it. */
interface Statement {
  readonly id: string;
  readonly subject: string;
  readonly property: string;
  readonly value: SnakValue;
  readonly qualifiers: unknown;
  readonly time: ForeignTime | undefined;
  readonly attributes: readonly Attribute[];
  readonly place: RecordPlace;
}

/**
 * Turns items of Wikidata into entities, and each statement into claims: one for each of its references, of the document
 * that the reference names, or one of the import where it has none. Who supports a statement (P3680) asserts it as well;
 * who disputes it (P1310) denies it; where the editors of Wikidata have deprecated it, the import doubts it, and asserts it
 * no more. Statements of every rank are taken.
 */
export class WikidataReader {
  readonly #foreign: ForeignGraph;
  readonly #longest: number;
  /** Items that statements name, whether the file holds them or not. */
  readonly #named = new Set<string>();
  readonly #sources: CitedSources;

  constructor(foreign: ForeignGraph, longest: number) {
    this.#foreign = foreign;
    this.#longest = longest;
    this.#sources = new CitedSources(foreign);
  }

  /** Takes one entity of Wikidata. */
  add(entity: Fields, place: RecordPlace): void {
    const id = textMember(entity, 'id');
    if (id === undefined || id === '') {
      this.#foreign.bad(
        {
          code: 'missing-field',
          message: 'This is no entity of Wikidata: it has no id',
          expected: 'an id such as Q42',
        },
        place,
      );
      return;
    }
    if (entity['missing'] !== undefined) {
      this.#foreign.bad({ code: 'unknown-id', id: id.slice(0, 200), message: 'Wikidata knows no such entity' }, place);
      return;
    }
    if (textMember(entity, 'type') === 'property') this.#property(id, entity);
    else if (textMember(entity, 'type') === 'lexeme') {
      this.#foreign.lose({
        field: 'lexeme',
        why: 'words of a language are none of the things that claims are about',
        keptBy: 'none',
      });
    } else this.#item(id, entity, place);
  }

  /** A property names a type; what else is said of it is about Wikidata itself. */
  #property(id: string, entity: Fields): void {
    const [label] = byLanguage(entity['labels']);
    if (label !== undefined) {
      this.#foreign.knowRelation({ id, label });
      this.#foreign.knowLiteral({ id, label });
      this.#foreign.knowFigure({ id, label });
    }
    this.#foreign.lose({ field: 'property', why: 'only its label is taken, as the name of the type', keptBy: 'none' });
  }

  #item(id: string, entity: Fields, place: RecordPlace): void {
    const labels = byLanguage(entity['labels']);
    const [summary] = byLanguage(entity['descriptions']);
    const empty = (): void =>
      this.#foreign.lose({ field: 'null', why: 'a field without a value says nothing', keptBy: 'none' });
    const label = labels[0] ?? textMember(entity, 'title');
    this.#sources.know(id, label);
    this.#foreign.addNode({
      key: id,
      label,
      kind: 'item',
      aliases: [...new Set([...labels.slice(1), ...byLanguage(entity['aliases'])])],
      summary,
      ...(/^Q\d+$/u.test(id) ? { sameAs: { wikidata: id } } : {}),
      attributes: [
        ...this.#whole('labels', entity['labels']),
        ...this.#whole('descriptions', entity['descriptions']),
        ...this.#whole('aliases', entity['aliases']),
        ...this.#whole('sitelinks', entity['sitelinks']),
        ...attributesOf(entity, KNOWN, empty),
      ],
      place,
    });
    const claims = entity['claims'] ?? entity['statements'];
    if (!isObject(claims)) return;
    for (const [property, statements] of Object.entries(claims)) {
      const list: readonly unknown[] = Array.isArray(statements) ? statements : [statements];
      list.forEach((statement, i) => {
        const path = [...(place.path ?? []), 'claims', property, i];
        this.#statement(id, property, statement, { ...place, path });
      });
    }
  }

  /** A part of the record as JSON text; too long a one is counted as lost. */
  #whole(name: string, value: unknown): Attribute[] {
    // Where nothing is there, some exports have `[]` in place of `{}`.
    const isEmpty = Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;
    if (value === undefined || isEmpty) return [];
    const text = JSON.stringify(value);
    if (text.length <= this.#longest) return [{ name, value: text }];
    this.#foreign.lose({ field: name, why: `it is longer than ${this.#longest} characters`, keptBy: 'none' });
    return [];
  }

  #statement(subject: string, property: string, statement: unknown, place: RecordPlace): void {
    const main = member(statement, 'mainsnak');
    const value = valueOfSnak(main);
    const id = textMember(statement, 'id');
    if (value === undefined || id === undefined) {
      this.#foreign.bad(
        {
          code: 'invalid-format',
          id: subject.slice(0, 200),
          message: 'This is no statement of Wikidata',
          expected: 'a statement with id and mainsnak, as in full JSON (not the simplified or "truthy" form)',
        },
        place,
      );
      return;
    }
    const qualifiers = member(statement, 'qualifiers');
    const rank = textMember(statement, 'rank') ?? 'normal';
    const one: Statement = {
      ...{ id, subject, property, value, qualifiers, place },
      time: this.#timeOf(qualifiers),
      attributes: [
        { name: RANK, value: rank },
        ...(value.is === 'entity' ? [] : this.#whole('mainsnak', main)),
        ...this.#whole('qualifiers', qualifiers),
      ],
    };
    const references = listMember(statement, 'references');
    const supporters = snaksOf(qualifiers, P.supportedBy);
    const opponents = snaksOf(qualifiers, P.disputedBy);
    const saying = this.#sayer(one, references.length + supporters.length + opponents.length + 1);
    // Whoever deprecated it does not assert it any more.
    if (references.length === 0 && rank !== 'deprecated') saying({});
    references.forEach((reference, i) => {
      const otherwise = textMember(reference, 'hash') ?? `${id}#reference-${i}`;
      const { key: source, items } = this.#sources.cite(member(reference, 'snaks'), otherwise, place);
      for (const item of items) this.#named.add(item);
      saying({ key: `${id}#${i}`, source, attributes: this.#whole('reference', reference) });
    });
    for (const [i, snak] of supporters.entries()) {
      saying({ key: `${id}#supported-${i}`, speaker: this.#voice(snak) });
    }
    for (const [i, snak] of opponents.entries()) {
      saying({ key: `${id}#disputed-${i}`, stance: 'denies', speaker: this.#voice(snak) });
    }
    if (rank !== 'deprecated') return;
    const reasons = textsOf(qualifiers, P.deprecatedBecause).join(', ');
    saying({
      key: `${id}#deprecated`,
      stance: 'doubts',
      note: `Deprecated by the editors of Wikidata${reasons === '' ? ', without a reason' : `: ${reasons}`}.`,
    });
  }

  /** Makes the claims of a statement. What they all say stands, where it is long and they are many, with the first alone. */
  #sayer(one: Statement, claims: number): (special: ForeignWord) => void {
    const { value, attributes } = one;
    const again: Statement = {
      ...one,
      attributes: repeated({ attributes }, claims).attributes ?? attributes.filter(({ name }) => name === RANK),
      value: value.is === 'text' ? { is: 'text', text: repeatedLiteral(value.text, claims) } : value,
    };
    let isFirst = true;
    return (special) => {
      this.#say(isFirst ? one : again, special);
      isFirst = false;
    };
  }

  /** Whoever a qualifier names: an item, or somebody without a name. */
  #voice(snak: unknown): string | { readonly unnamed: string } {
    const value = valueOfSnak(snak);
    if (value?.is === 'entity') {
      this.#named.add(value.id);
      return value.id;
    }
    return { unnamed: value?.is === 'text' ? value.text : 'somebody' };
  }

  /** Makes a claim of a statement, with what is special about this one. */
  #say({ subject, property, value, id, time, attributes, place }: Statement, special: ForeignWord): void {
    const word = {
      key: id,
      time,
      ...special,
      attributes: [...attributes, ...(special.attributes ?? [])],
      place,
    };
    if (value.is === 'entity') {
      this.#named.add(value.id);
      this.#foreign.addEdge({ ...word, from: subject, to: value.id, type: property });
    } else if (value.is === 'quantity') {
      this.#foreign.addFigure({ ...word, about: subject, measure: property, quantity: value.quantity });
    } else {
      const literal = value.is === 'text' ? value.text : value.is === 'novalue' ? 'no value' : 'unknown value';
      this.#foreign.addStatement({ ...word, about: subject, type: property, literal });
    }
  }

  #timeOf(qualifiers: unknown): ForeignTime | undefined {
    const [start, end] = [endOf(qualifiers, P.start), endOf(qualifiers, P.end)];
    if ([start, end].some((date) => date?.startsWith('['))) {
      this.#foreign.lose({
        field: 'when',
        why: 'a start or end that is known to the century only is none of an interval; it stands in the attribute qualifiers',
        keptBy: 'none',
      });
      return undefined;
    }
    if ([start, end].some((date) => date !== undefined && date !== OPEN)) return { start, end };
    const at = dateOf(qualifiers, P.pointInTime);
    return at === undefined ? undefined : { at };
  }

  /** Gives what could not be told before all was there; items that are only named become entities without a name. */
  finish(): void {
    this.#sources.finish();
    let unknown = 0;
    for (const id of this.#named) {
      if (this.#foreign.hasNode(id)) continue;
      unknown++;
      this.#foreign.addNode({
        key: id,
        kind: 'item',
        ...(/^Q\d+$/u.test(id) ? { sameAs: { wikidata: id } } : {}),
      });
    }
    if (unknown === 0) return;
    this.#foreign.tell({
      code: 'unknown-id',
      severity: 'warning',
      message: `${unknown} items are named by their id alone: the file does not hold them`,
      remedy: 'Read them together with this file, or give their names by hand',
    });
  }
}

const OPEN = '..';

/** A start or end as EDTF; open where it is told that there is none; undefined where nothing is known of it. */
function endOf(qualifiers: unknown, property: string): string | undefined {
  const date = dateOf(qualifiers, property);
  if (date !== undefined) return date;
  return snaksOf(qualifiers, property).some((snak) => valueOfSnak(snak)?.is === 'novalue') ? OPEN : undefined;
}
