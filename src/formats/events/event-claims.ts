import type { Attribute } from '../../model/attributes.ts';
import { SeenNodes } from '../edge-list/seen-nodes.ts';
import { asLabel } from '../foreign/clean-text.ts';
import type { ForeignGraph } from '../foreign/foreign-graph.ts';
import type { ForeignTime, ForeignWord } from '../foreign/records.ts';
import type { ReadResult } from '../format.ts';
import { SharedAttributes } from '../property-graph/shared-attributes.ts';
import type { Edition } from './edition.ts';
import { dayAsKnown, saidOn, someDayBetween } from './event-dates.ts';
import { documentsOf } from './event-documents.ts';
import type { EventMapping } from './event-mapping.ts';
import { EventRow } from './event-row.ts';

const CLASSED = 'classed-as';
const OCCURRED_IN = 'occurred-in';
const LOCATED_IN = 'located-in';

/** Columns of which all that they say stands in a claim: they are no attributes as well. */
function takenColumns({ event, actors, figures, documents }: EventMapping): ReadonlySet<string> {
  const columns = [
    event.key,
    event.summary,
    ...actors.flatMap(({ name, key }) => [name, key]),
    // A zero that makes no claim is kept here. So are places: of those below what is known none is claimed.
    ...figures.flatMap(({ min, max, zero }) => (zero ? [min, max] : [])),
    documents?.column,
  ];
  return new Set(columns.flatMap((column) => column?.toLowerCase() ?? []));
}

/** Makes claims of the rows of one event table, in one edition. */
export class EventClaims {
  readonly #mapping: EventMapping;
  readonly #graph: ForeignGraph;
  readonly #edition: Edition;
  readonly #nodes = new SeenNodes();
  readonly #located = new Set<string>();
  readonly #taken: ReadonlySet<string>;
  readonly #empty: ReadonlySet<string>;
  readonly #header: readonly string[];
  readonly #shared = new SharedAttributes();
  readonly #places: ReadonlyMap<string, number>;

  constructor(mapping: EventMapping, graph: ForeignGraph, edition: Edition, header: readonly string[]) {
    this.#mapping = mapping;
    this.#graph = graph;
    this.#edition = edition;
    this.#header = header;
    this.#places = new Map(header.map((column, i) => [column.trim().toLowerCase(), i]));
    this.#taken = takenColumns(mapping);
    this.#empty = new Set(mapping.empty);
    const { dataset, relations, measures } = mapping;
    for (const relation of relations) {
      const { description, ...rest } = relation;
      graph.knowRelation({ ...rest, ...(description === undefined ? {} : { description }) });
    }
    graph.knowLiteral({
      id: CLASSED,
      label: 'classed as',
      reads: {
        asserts: '{s} is classed as: {o}',
        denies: '{s} is said not to be: {o}',
        doubts: 'it is doubted that {s} is: {o}',
      },
    });
    for (const measure of measures) graph.knowFigure(measure);
    graph.knowKind({ id: 'actor', label: 'Actor', plural: 'Actors' });
    graph.knowKind({ id: 'event', label: 'Event', plural: 'Events', event: true });
    graph.knowKind({ id: 'place', label: 'Place', plural: 'Places', place: true });
    graph.knowKind({ id: 'data-set', label: 'Data set', plural: 'Data sets' });
    graph.addNode({ key: dataset.speaker, label: dataset.publisher, kind: 'data-set' });
    graph.addSource({ ...edition, publisher: dataset.publisher, speaker: dataset.speaker, genre: 'event data set' });
  }

  add(cells: readonly string[], line: number): void {
    const { event, id } = this.#mapping;
    const graph = this.#graph;
    const row = new EventRow(this.#places, this.#empty, cells, line);
    const number = row.cell(event.key);
    if (number === undefined) {
      graph.bad(
        {
          code: 'missing-field',
          message: `The row has no ${event.key}`,
          expected: 'the id of its event',
          remedy: 'Add it',
        },
        { line },
      );
      return;
    }
    const key = `${id}:${number}`;
    if (graph.hasNode(key)) {
      graph.bad(
        {
          code: 'duplicate-id',
          id: key.slice(0, 200),
          message: 'The event is there already',
          expected: 'one row for each event',
          remedy: 'Delete one of the two rows',
        },
        { line },
      );
      return;
    }
    const time = this.#time(row);
    graph.addNode({
      key,
      label: row.first(event.name, event.words) ?? key,
      kind: 'event',
      ...(time === undefined ? {} : { time }),
      place: { line },
    });
    const said = this.#said(row) ?? this.#edition.published;
    const word: ForeignWord = {
      source: this.#source(row, number),
      ...(said === undefined ? {} : { said }),
      ...(time === undefined ? {} : { time }),
      place: { line },
    };
    graph.addStatement({
      ...word,
      about: key,
      type: CLASSED,
      literal: row.first(event.classed, event.words) ?? 'event',
      ...(event.summary === undefined ? {} : { summary: row.cell(event.summary) }),
      attributes: this.#attributes(row),
    });
    this.#addActors(row, key, word);
    this.#addPlaces(row, key, word);
    this.#addFigures(row, key, word);
  }

  finish(): Promise<ReadResult> {
    const { unidentified } = this.#mapping;
    this.#nodes.addTo(this.#graph, (name) => unidentified !== undefined && name.startsWith(unidentified));
    return this.#graph.finish();
  }

  /** When it happened; the text of a cell as it is where it is no day, so that it is told. */
  #time(row: EventRow): ForeignTime | undefined {
    const { when } = this.#mapping;
    if (when.form === 'between') {
      const [start, end] = [row.cell(when.start), row.cell(when.end)];
      if (start === undefined || end === undefined) return undefined;
      const at = someDayBetween(start, end);
      return at === undefined ? { start, end } : { at };
    }
    const cell = row.cell(when.column);
    if (cell === undefined) return undefined;
    const precision = when.precision === undefined ? undefined : row.cell(when.precision.column);
    const known = Object.entries(when.precision?.values ?? {}).find(([value]) => value === precision)?.[1];
    return { at: dayAsKnown(cell, known) ?? cell };
  }

  #said(row: EventRow): string | undefined {
    const { said } = this.#mapping;
    const cell = said === undefined ? undefined : row.cell(said);
    return cell === undefined ? undefined : saidOn(cell);
  }

  /**
   * The source of a row: the edition itself, or, where the row names documents, a source of its own that takes its word from
   * the edition first and then from them. The edition first, since the origin of a word is the end of what its source names
   * first (EVIDENCE E6): the data set stays one origin in every edition, whatever documents a row adds.
   */
  #source(row: EventRow, number: string): string {
    const { documents, dataset } = this.#mapping;
    const edition = this.#edition;
    const cell = documents === undefined ? undefined : row.cell(documents.column);
    const found = documents === undefined || cell === undefined ? [] : documentsOf(cell, documents);
    if (found.length === 0) return edition.key;
    for (const document of found) {
      if (!this.#graph.hasSource(document.key)) this.#graph.addSource({ ...document, place: { line: row.line } });
    }
    const key = `${edition.key}/${number}`;
    this.#graph.addSource({
      key,
      title: `${edition.title}: event ${number}`,
      publisher: dataset.publisher,
      speaker: dataset.speaker,
      published: edition.published,
      reliability: edition.reliability,
      derivedFrom: [edition.key, ...found.map((document) => document.key)],
      place: { line: row.line },
    });
    return key;
  }

  #attributes(row: EventRow): Attribute[] {
    return this.#header.flatMap((name, i) => {
      const value = row.cells[i] ?? '';
      return value === '' || this.#taken.has(name.toLowerCase()) ? [] : this.#shared.of(name, value, 'text').attribute;
    });
  }

  #addActors(row: EventRow, event: string, word: ForeignWord): void {
    for (const { name, key, separator, relation, unless } of this.#mapping.actors) {
      const cell = row.cell(name);
      const id = key === undefined ? undefined : row.cell(key);
      const names = cell === undefined ? [] : separator === undefined ? [cell] : cell.split(separator);
      const other = unless !== undefined && row.cell(unless.column) === unless.value;
      const labels = names.map((one) => one.trim()).filter((one) => one !== '');
      if (labels.length === 0 && id !== undefined) labels.push(id);
      for (const label of labels) {
        const from = `${this.#mapping.id}:actor:${id ?? label}`;
        this.#nodes.see(from, row.line, label, 'actor');
        this.#graph.addEdge({ ...word, from, to: event, type: other ? unless.relation : relation });
      }
    }
  }

  /** The place as far as it is known, and the larger ones that it lies in. A name alone is no place: towns share theirs. */
  #addPlaces(row: EventRow, event: string, word: ForeignWord): void {
    const { place } = this.#mapping;
    if (place === undefined) return;
    const precision = place.precision === undefined ? undefined : row.cell(place.precision.column);
    const smallest = Object.entries(place.precision?.values ?? {}).find(([value]) => value === precision)?.[1];
    const names: string[] = [];
    for (const column of place.columns.slice(Math.max(0, place.columns.indexOf(smallest ?? '')))) {
      const name = row.cell(column);
      if (name !== undefined && name !== names.at(-1)) names.push(name);
    }
    const parts = names.map((name) => name.replaceAll('/', '%2F'));
    const keys = parts.map((_, i) => `place:${parts.slice(i).toReversed().join('/')}`);
    names.forEach((name, i) => {
      this.#nodes.see(keys[i] ?? name, row.line, name, 'place');
    });
    const [first] = keys;
    if (first === undefined) return;
    this.#graph.addEdge({ ...word, from: event, to: first, type: OCCURRED_IN });
    for (const [i, key] of keys.entries()) {
      const within = keys[i + 1];
      if (within === undefined || this.#located.has(key)) continue;
      this.#located.add(key);
      this.#graph.addEdge({
        from: key,
        to: within,
        type: LOCATED_IN,
        source: this.#edition.key,
        place: { line: row.line },
      });
    }
  }

  #addFigures(row: EventRow, event: string, word: ForeignWord): void {
    for (const { measure, of, min, max, zero } of this.#mapping.figures) {
      const cells = [row.cell(min), row.cell(max)];
      const [low, high] = cells.map((cell) =>
        cell === undefined || !/^\d+(\.\d+)?$/u.test(cell) ? undefined : Number(cell),
      );
      if (low === undefined || high === undefined) {
        if (cells.every((cell) => cell === undefined)) continue;
        this.#graph.bad(
          {
            code: 'invalid-value',
            message: `${[...new Set([min, max])].join(' and ')} of event ${event} cannot be counted`,
            expected: 'numbers',
            got: cells.map((cell) => cell ?? 'nothing').join(', '),
          },
          { line: row.line },
        );
        continue;
      }
      if (low > high) {
        this.#graph.bad(
          {
            code: 'invalid-value',
            message: `${min} is above ${max}`,
            expected: 'a low estimate that is not above the high one',
            got: `${low}, ${high}`,
          },
          { line: row.line },
        );
        continue;
      }
      if (!zero && low === 0 && high === 0) continue;
      const counted = of === undefined ? undefined : asLabel(row.fill(of) ?? '');
      this.#graph.addFigure({
        ...word,
        about: event,
        measure,
        quantity: { ...(counted === undefined ? {} : { of: counted }), min: low, max: high },
      });
    }
  }
}
