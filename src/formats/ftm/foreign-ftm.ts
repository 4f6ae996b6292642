import { type Attribute, KEY_ATTRIBUTE } from '../../model/attributes.ts';
import type { GivenIssue } from '../foreign/findings.ts';
import type { ForeignGraph } from '../foreign/foreign-graph.ts';
import type { ForeignTime, ForeignWord, RecordPlace } from '../foreign/records.ts';
import { isObject, member } from '../json-stream/attributes-of.ts';
import type { OwnGraph } from '../json-stream/own-graph.ts';
import { type RecordFindings, readRecord } from '../json-stream/read-record.ts';
import { DENIALS_LEFT_OUT, recordText } from './machine-text.ts';
import { type ReadEntity, statedBy, valuesByDataset } from './read-entity.ts';
import { EDGES, type EdgeSchema, EVENT_SCHEMATA, edgeType, isReference, PLACE_SCHEMATA } from './schemata.ts';

type Fields = Readonly<Record<string, unknown>>;

/** An empty graph is written as an empty file; of any other it is a sign that something went wrong. */
export const NOTHING: GivenIssue = {
  code: 'missing-field',
  severity: 'warning',
  message: 'The file holds no entity',
  expected: 'entities of FollowTheMoney',
};

function texts(entity: ReadEntity, ...names: readonly string[]): string[] {
  return names.flatMap((name) => (entity.properties.get(name) ?? []).map(String)).filter((text) => text.trim() !== '');
}

/** All values as attributes, and what the entity has besides. */
function attributes(entity: ReadEntity): Attribute[] {
  return [
    ...[...entity.properties].flatMap(([name, values]) => values.map((value): Attribute => ({ name, value }))),
    ...entity.datasets.map((value): Attribute => ({ name: 'datasets', value })),
    ...entity.more,
  ];
}

/** The most exact of several dates that mean the same day; undefined where they do not. */
function oneDate(dates: readonly string[]): string | undefined {
  const longest = dates.toSorted((a, b) => b.length - a.length)[0];
  return longest !== undefined && dates.every((date) => longest.startsWith(date)) ? longest : undefined;
}

function timeOf(entity: ReadEntity): ForeignTime | undefined {
  const start = oneDate(texts(entity, 'startDate'));
  const end = oneDate(texts(entity, 'endDate'));
  if (start !== undefined || end !== undefined) return { start, end };
  const at = oneDate(texts(entity, 'date'));
  return at === undefined ? undefined : { at };
}

/** A reference of a thing to another, which becomes a connection if that one is in the file. */
interface Reference {
  readonly from: ReadEntity;
  readonly property: string;
  readonly to: string;
  /** The data sets that state it. */
  readonly datasets: readonly string[];
  readonly place: RecordPlace;
}

/**
 * Takes entities of FollowTheMoney: those that Ascribe wrote as the records that they carry, others as nodes and edges.
 * What an entity states comes from its data sets, each a source.
 */
export class FtmReader {
  readonly #foreign: ForeignGraph;
  readonly #own: OwnGraph;
  readonly #findings: RecordFindings;
  readonly #depth: number;
  readonly #references: Reference[] = [];
  readonly #knownTypes = new Set<string>();
  #isTold = false;

  constructor(foreign: ForeignGraph, own: OwnGraph, findings: RecordFindings, depth: number) {
    this.#foreign = foreign;
    this.#own = own;
    this.#findings = findings;
    this.#depth = depth;
  }

  add(entity: ReadEntity, place: RecordPlace): void {
    const carried = recordText(texts(entity, 'summary', 'notes'));
    if (carried !== undefined) {
      const read = readRecord({ text: carried, line: place.line ?? 1 }, this.#depth, this.#findings);
      if (read !== undefined) this.#takeOwn(entity, read.value, place);
      return;
    }
    const schema = EDGES.get(entity.schema);
    if (schema === undefined) this.#node(entity, place);
    else this.#edge(entity, schema, place);
  }

  #takeOwn(entity: ReadEntity, record: unknown, place: RecordPlace): void {
    const [own, source, claim] = ['entity', 'source', 'claim'].map((name) => member(record, name));
    if (member(record, DENIALS_LEFT_OUT) === true) this.#tellOfDenials(place);
    const one = (name: string): Fields => {
      const [value] = texts(entity, name);
      return value === undefined ? {} : { [name]: value };
    };
    if (isObject(own)) {
      // The words of the properties count, since somebody may have corrected them.
      const aliases = texts(entity, 'alias');
      const [summary] = texts(entity, 'summary');
      this.#own.addEntity({ aliases, ...own, ...one('name'), ...(summary === undefined ? {} : { summary }) }, place);
    } else if (isObject(source)) {
      const [url] = texts(entity, 'sourceUrl');
      const [file] = texts(entity, 'fileName');
      this.#own.addSource(
        {
          ...source,
          ...one('title'),
          ...one('publisher'),
          ...one('author'),
          ...(url === undefined ? {} : { url }),
          ...(file === undefined ? {} : { file }),
        },
        place,
      );
    } else if (isObject(claim)) this.#own.addClaim(claim, place);
    else {
      this.#foreign.bad(
        { code: 'invalid-format', id: entity.id.slice(0, 200), message: 'The record of Ascribe in it is none' },
        place,
      );
    }
  }

  #tellOfDenials(place: RecordPlace): void {
    if (this.#isTold) return;
    this.#isTold = true;
    this.#foreign.tell(
      {
        code: 'invalid-value',
        severity: 'warning',
        message: 'When this file was written, claims that deny or doubt were left out on request',
        remedy: 'Export it again with its denials, or read its verdicts as one-sided',
      },
      place,
    );
  }

  #node(entity: ReadEntity, place: RecordPlace): void {
    const { id, schema } = entity;
    this.#foreign.knowKind({
      id: schema,
      label: schema,
      plural: schema,
      event: EVENT_SCHEMATA.has(schema),
      place: PLACE_SCHEMATA.has(schema),
    });
    const names = [
      ...(entity.caption === undefined ? [] : [entity.caption]),
      ...texts(entity, 'name', 'title', 'fileName', 'full', 'summary'),
    ];
    const [wikidata] = texts(entity, 'wikidataId');
    const [summary] = texts(entity, 'summary', 'description', 'notes');
    this.#foreign.addNode({
      key: id,
      label: names[0],
      kind: schema,
      aliases: [...new Set(texts(entity, 'name', 'alias', 'previousName', 'weakAlias'))],
      summary,
      ...(EVENT_SCHEMATA.has(schema) ? { time: timeOf(entity) } : {}),
      ...(wikidata !== undefined && /^Q\d+$/u.test(wikidata) ? { sameAs: { wikidata } } : {}),
      attributes: attributes(entity),
      place,
    });
    for (const property of entity.properties.keys()) {
      if (!isReference(schema, property) && entity.references?.has(property) !== true) continue;
      for (const to of new Set(texts(entity, property))) {
        const datasets = valuesByDataset(entity, property, to);
        this.#references.push({ from: entity, property, to, datasets, place });
      }
    }
  }

  #edge(entity: ReadEntity, schema: EdgeSchema, place: RecordPlace): void {
    const from = texts(entity, schema.source);
    const to = texts(entity, schema.target);
    if (from.length === 0 || to.length === 0) {
      this.#foreign.bad(
        {
          code: 'missing-field',
          id: entity.id.slice(0, 200),
          message: `A ${entity.schema} has no ${from.length === 0 ? schema.source : schema.target}`,
          expected: `${schema.source} and ${schema.target}`,
        },
        place,
      );
      return;
    }
    if (!this.#knownTypes.has(entity.schema)) {
      this.#knownTypes.add(entity.schema);
      this.#foreign.knowRelation(edgeType(entity.schema, schema));
    }
    for (const stated of statedBy(entity, schema)) {
      // What sort of link it is, says its role alone.
      const [role] = stated.schema === 'UnknownLink' ? texts(stated, 'role') : [];
      const type = role !== undefined && role.length <= 100 ? role : stated.schema;
      const targets = texts(stated, schema.target);
      const ends = texts(stated, schema.source).flatMap((source) =>
        targets.map((target) => ({ from: source, to: target })),
      );
      for (const [i, pair] of ends.entries()) {
        this.#said(stated, i, place, (word) => {
          this.#foreign.addEdge({ ...word, ...pair, type, directed: schema.directed, time: timeOf(stated) });
        });
      }
    }
  }

  /** Says something once for each data set of an entity. */
  #said(entity: ReadEntity, nth: number | string, place: RecordPlace, say: (word: ForeignWord) => void): void {
    const [summary] = texts(entity, 'summary', 'description');
    const sources = entity.datasets.length === 0 ? [undefined] : [...new Set(entity.datasets)];
    for (const source of sources) {
      if (source !== undefined && !this.#foreign.hasSource(source)) {
        this.#foreign.addSource({ key: source, title: source, publisher: source });
      }
      const key = [entity.id, ...(nth === 0 ? [] : [nth]), ...(sources.length > 1 ? [source] : [])].join('#');
      say({ key, source, summary, attributes: attributes(entity).filter(isNoKey), place });
    }
  }

  /** Adds what could be known only when all entities were: references of things to others. */
  finish(): void {
    for (const { from, property, to, datasets, place } of this.#references) {
      if (!this.#foreign.hasNode(to) || !this.#foreign.hasNode(from.id)) continue;
      this.#said(
        { ...from, datasets, properties: new Map(), more: [] },
        `${property}#${to}`,
        place,
        ({ summary: _, ...word }) => {
          this.#foreign.addEdge({ ...word, from: from.id, to, type: property });
        },
      );
    }
  }
}

/** A property called like the attribute by which claims are told apart would take its place. */
function isNoKey({ name }: Attribute): boolean {
  return name !== KEY_ATTRIBUTE;
}
