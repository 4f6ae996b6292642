import { type Attribute, KEY_ATTRIBUTE } from '../../model/attributes.ts';
import type { Manifest } from '../../model/graph-document.ts';
import { showValue } from '../../model/issue.ts';
import { byCodePoint } from '../../model/order.ts';
import type { GivenIssue } from '../foreign/findings.ts';
import type { ForeignGraph } from '../foreign/foreign-graph.ts';
import type { ForeignEdge, ForeignTime, ForeignWord, RecordPlace } from '../foreign/records.ts';
import { MOST_CLAIMS_OF_ONE, repeated } from '../foreign/repeated-word.ts';
import type { KnownLoss } from '../format.ts';
import type { OwnGraph } from '../json-stream/own-graph.ts';
import { type RecordFindings, readRecord } from '../json-stream/read-record.ts';
import { recordText } from './machine-text.ts';
import { NestedEntities } from './nested-entities.ts';
import { OwnRecords } from './own-records.ts';
import { type NestedEntity, type ReadEntity, statedBy, texts, valuesByDataset } from './read-entity.ts';
import { EDGES, type EdgeSchema, EVENT_SCHEMATA, edgeType, isReference, PLACE_SCHEMATA } from './schemata.ts';

/** How many claims all entities of a file may make beyond one for each that they name. */
const MOST_MULTIPLIED = 100_000;

const TO_NO_ENTITY: KnownLoss = {
  field: 'about no entity',
  why: 'it joins a document or a claim of Ascribe, which is no entity; it is left out',
  keptBy: 'none',
};

/** An empty graph is written as an empty file; of any other it is a sign that something went wrong. */
export const NOTHING: GivenIssue = {
  code: 'missing-field',
  severity: 'warning',
  message: 'The file holds no entity',
  expected: 'entities of FollowTheMoney',
};

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
  readonly #own: OwnRecords;
  readonly #findings: RecordFindings;
  readonly #depth: number;
  readonly #nested = new NestedEntities();
  readonly #references: Reference[] = [];
  /** Connections whose ends may be entities of Ascribe that come later. */
  readonly #waiting: { readonly entity: ReadEntity; readonly schema: EdgeSchema; readonly place: RecordPlace }[] = [];
  readonly #edgeIds = new Set<string>();
  readonly #knownTypes = new Set<string>();
  /** Claims that came of joining each at one end with each at the other. */
  #multiplied = 0;

  /** `now`: when the file is imported. */
  constructor(foreign: ForeignGraph, own: OwnGraph, findings: RecordFindings, depth: number, now: Date | undefined) {
    this.#foreign = foreign;
    this.#own = new OwnRecords(foreign, own, now);
    this.#findings = findings;
    this.#depth = depth;
  }

  /** How the graph was chosen whose records the file carries, as far as they tell. */
  get manifest(): Manifest | undefined {
    return this.#own.manifest;
  }

  /** Takes an entity, and those that stand within it. */
  add(entity: ReadEntity, place: RecordPlace, nested: readonly NestedEntity[] = []): void {
    if (nested.length > 0) {
      const references = this.#nested.take(nested, entity.id, place);
      this.#add({ ...entity, references: new Set([...references, ...(entity.references ?? [])]) }, place);
    } else this.#add(entity, place);
  }

  #add(entity: ReadEntity, place: RecordPlace): void {
    const carried = recordText(texts(entity, 'summary', 'notes'));
    if (carried !== undefined) {
      const read = readRecord({ text: carried, line: place.line ?? 1 }, this.#depth, this.#findings);
      if (read !== undefined) this.#own.take(entity, read.value, place);
      return;
    }
    const schema = EDGES.get(entity.schema);
    if (schema === undefined) {
      this.#node(entity, place);
      return;
    }
    this.#edgeIds.add(entity.id);
    if (this.#mayLeadLater(entity, schema)) this.#waiting.push({ entity, schema, place });
    else this.#edge(entity, schema, place);
  }

  /** Whether an end may be an entity of Ascribe that is still to come: these have other ids in the file than by themselves. */
  #mayLeadLater(entity: ReadEntity, { source, target }: EdgeSchema): boolean {
    return texts(entity, source, target).some(
      (id) =>
        (this.#own.any || id.startsWith('ascribe-')) && this.#own.get(id) === undefined && !this.#foreign.hasNode(id),
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
    const isTaken = this.#foreign.addNode({
      key: id,
      label: names[0],
      kind: schema,
      aliases: [...new Set(texts(entity, 'name', 'alias', 'previousName', 'weakAlias'))],
      summary,
      ...(EVENT_SCHEMATA.has(schema) ? { time: this.#timeOf(entity, place) } : {}),
      ...(wikidata !== undefined && /^Q\d+$/u.test(wikidata) ? { sameAs: { wikidata } } : {}),
      attributes: attributes(entity),
      place,
    });
    if (!isTaken) return;
    // Files that were joined after a merge may still name it as it was called before.
    for (const { name, value } of entity.more) if (name === 'referents') this.#foreign.goesBy(String(value), id);
    this.#refer(entity, place);
  }

  /** Keeps in mind whom a thing names, since they may come later. */
  #refer(entity: ReadEntity, place: RecordPlace): void {
    const named: Reference[] = [];
    for (const property of entity.properties.keys()) {
      if (!isReference(entity.schema, property) && entity.references?.has(property) !== true) continue;
      for (const to of new Set(texts(entity, property))) {
        named.push({ from: entity, property, to, datasets: valuesByDataset(entity, property, to), place });
      }
    }
    const claims = named.reduce((sum, { datasets }) => sum + Math.max(1, datasets.length), 0);
    // One claim for each is what the file says; only where data sets multiply them does it grow.
    if (claims > Math.max(MOST_CLAIMS_OF_ONE, named.length)) this.#tooMany(entity, claims, place);
    else for (const one of named) this.#references.push(one);
  }

  #tooMany({ id }: ReadEntity, claims: number, place: RecordPlace): void {
    this.#foreign.bad(
      {
        code: 'too-large',
        id: id.slice(0, 200),
        message:
          'The entity names so many at each of its ends, or so many data sets, that it would become too many claims',
        expected: `at most ${MOST_CLAIMS_OF_ONE} claims of one entity, and ${MOST_MULTIPLIED} of all that name several at both ends`,
        got: String(claims),
        remedy: 'Split it into several',
      },
      place,
    );
  }

  /** The times of an entity. Several starts or ends that are not one day are told; they stay attributes. */
  #timeOf(entity: ReadEntity, place: RecordPlace): ForeignTime | undefined {
    const dateOf = (property: string): string | undefined => {
      const dates = texts(entity, property);
      const date = oneDate(dates);
      if (date === undefined && dates.length > 0) {
        this.#foreign.tell(
          {
            code: 'invalid-value',
            severity: 'warning',
            id: entity.id.slice(0, 200),
            message: `The values of ${property} are several dates; none of them was taken, and all are attributes`,
            got: showValue(dates.join(', ')),
          },
          place,
        );
      }
      return date;
    };
    const [start, end] = [dateOf('startDate'), dateOf('endDate')];
    if (start !== undefined || end !== undefined) return { start, end };
    const at = dateOf('date');
    return at === undefined ? undefined : { at };
  }

  #edge(entity: ReadEntity, schema: EdgeSchema, place: RecordPlace): void {
    const [from, to] = [texts(entity, schema.source), texts(entity, schema.target)];
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
    const stated = statedBy(entity, schema).map((one) => ({
      one,
      sources: [...new Set(texts(one, schema.source))],
      targets: [...new Set(texts(one, schema.target))],
    }));
    const claims = stated.reduce(
      (sum, { one, sources, targets }) => sum + sources.length * targets.length * Math.max(1, one.datasets.length),
      0,
    );
    // One claim for each that it names is what the file says; what grows with their product has a bound in all of the file.
    const more = Math.max(0, claims - from.length - to.length - entity.datasets.length);
    if (claims > MOST_CLAIMS_OF_ONE || this.#multiplied + more > MOST_MULTIPLIED) {
      this.#tooMany(entity, claims, place);
      return;
    }
    this.#multiplied += more;
    if (!this.#knownTypes.has(entity.schema)) {
      this.#knownTypes.add(entity.schema);
      this.#foreign.knowRelation(edgeType(entity.schema, schema));
    }
    for (const { one, sources, targets } of stated) {
      // What sort of link it is, says its role alone.
      const [role] = one.schema === 'UnknownLink' ? texts(one, 'role') : [];
      const type = role !== undefined && role.length <= 100 ? role : one.schema;
      const shape = { type, directed: schema.directed, time: this.#timeOf(one, place) };
      const pairs = sources.flatMap((source) => targets.map((target) => ({ from: source, to: target })));
      this.#say(
        one,
        pairs.map((pair, nth) => ({ ...pair, nth })),
        place,
        (word, pair) => this.#connect({ ...word, ...shape, ...pair }),
      );
    }
  }

  /** Adds an edge between entities by their ids in the file. */
  #connect(edge: ForeignEdge): void {
    const [from, to] = [edge.from, edge.to].map((id) => this.#own.get(id) ?? ({ is: 'entity', key: id } as const));
    if (from?.is === 'entity' && to?.is === 'entity') this.#foreign.addEdge({ ...edge, from: from.key, to: to.key });
    else this.#foreign.lose(TO_NO_ENTITY);
  }

  /** Says each of several things once for each data set of an entity. */
  #say<Thing extends { readonly nth: number | string }>(
    entity: ReadEntity,
    things: readonly Thing[],
    place: RecordPlace,
    say: (word: ForeignWord, thing: Omit<Thing, 'nth'>) => void,
  ): void {
    const [summary] = texts(entity, 'summary', 'description');
    const sources = entity.datasets.length === 0 ? [undefined] : [...new Set(entity.datasets)];
    const first: ForeignWord = { summary, attributes: attributes(entity).filter(isNoKey), place };
    const others = repeated(first, things.length * sources.length);
    let word = first;
    for (const { nth, ...thing } of things) {
      for (const source of sources) {
        if (source !== undefined && !this.#foreign.hasSource(source)) {
          this.#foreign.addSource({ key: source, title: source, publisher: source });
        }
        const key = [entity.id, ...(nth === 0 ? [] : [nth]), ...(sources.length > 1 ? [source] : [])].join('#');
        say({ ...word, key, source }, thing);
        word = others;
      }
    }
  }

  /** Adds what could be known only when all entities were: references of things to others. */
  finish(): void {
    const isTaken = (id: string): boolean =>
      this.#foreign.hasNode(id) || this.#edgeIds.has(id) || this.#own.get(id) !== undefined;
    for (const { entity, place } of this.#nested.entities(isTaken, this.#foreign)) this.#add(entity, place);
    this.#own.finish();
    for (const { entity, schema, place } of this.#waiting) this.#edge(entity, schema, place);
    for (const { from, property, to, datasets, place } of this.#namedOnce()) {
      const entity: ReadEntity = { ...from, caption: undefined, datasets, properties: new Map(), more: [] };
      this.#say(entity, [{ nth: `${property}#${to}`, from: from.id, to, type: property }], place, (word, edge) =>
        this.#connect({ ...word, ...edge }),
      );
    }
  }

  /** References to entities, by the keys that these have: what names one several times, as it went before, names it once. */
  #namedOnce(): readonly Reference[] {
    const found: Reference[] = [];
    const byKey = new Map<string, number>();
    for (const reference of this.#references) {
      const own = this.#own.get(reference.to);
      if (own !== undefined && own.is !== 'entity') continue;
      const to = own === undefined ? this.#foreign.keyOf(reference.to) : reference.to;
      if (!this.#foreign.hasNode(own?.key ?? to)) continue;
      const key = JSON.stringify([reference.from.id, reference.property, to]);
      const at = byKey.get(key);
      const known = at === undefined ? undefined : found[at];
      if (at === undefined || known === undefined) {
        byKey.set(key, found.length);
        found.push({ ...reference, to });
      } else {
        const datasets = [...new Set([...known.datasets, ...reference.datasets])].toSorted(byCodePoint);
        found[at] = { ...known, datasets };
      }
    }
    return found;
  }
}

/** A property called like the attribute by which claims are told apart would take its place. */
function isNoKey({ name }: Attribute): boolean {
  return name !== KEY_ATTRIBUTE;
}
