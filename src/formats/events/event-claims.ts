import type { Attribute } from '../../model/attributes.ts';
import { showValue } from '../../model/issue.ts';
import { SeenNodes } from '../edge-list/seen-nodes.ts';
import type { GivenIssue } from '../foreign/findings.ts';
import { asDate, asTime } from '../foreign/foreign-date.ts';
import type { ForeignGraph } from '../foreign/foreign-graph.ts';
import type { ForeignEdge, ForeignTime, ForeignWord } from '../foreign/records.ts';
import type { ReadResult } from '../format.ts';
import { SharedAttributes } from '../property-graph/shared-attributes.ts';
import { columnsOfHeader } from './columns-of-header.ts';
import type { Edition } from './edition.ts';
import { dayAsKnown, saidOn, someDayBetween } from './event-dates.ts';
import { figureOf } from './event-figures.ts';
import type { EventMapping } from './event-mapping.ts';
import { EventRow } from './event-row.ts';
import type { Room } from './room.ts';
import { RowSources } from './row-sources.ts';
import { keyColumns, SeenActors } from './seen-actors.ts';

const CLASSED = 'classed-as';
const OCCURRED_IN = 'occurred-in';
const LOCATED_IN = 'located-in';
/** The attribute that tells in which column of its row somebody stands. */
const COLUMN = 'column';

/** Columns of which all that they say stands in a claim: they are no attributes as well. */
function takenColumns({ event, actors, figures, documents }: EventMapping): ReadonlySet<string> {
  const columns = [
    event.key,
    event.summary,
    ...actors.flatMap((actor) => [actor.name, ...keyColumns(actor)]),
    // A zero that makes no claim is kept here. So are places: of those below what is known none is claimed.
    ...figures.flatMap(({ min, max, zero }) => (zero ? [min, max] : [])),
    documents?.column,
  ];
  return new Set(columns.flatMap((column) => column?.toLowerCase() ?? []));
}

/** What is read, and how. */
interface Table {
  readonly edition: Edition;
  readonly header: readonly string[];
  /** Whether what is bad is left out rather than refusing the file. */
  readonly skipBad: boolean;
  readonly room: Room;
}

/** Makes claims of the rows of one event table, in one edition. */
export class EventClaims {
  readonly #mapping: EventMapping;
  readonly #graph: ForeignGraph;
  readonly #edition: Edition;
  readonly #actors: SeenActors;
  readonly #sources: RowSources;
  readonly #seenPlaces = new SeenNodes();
  readonly #located = new Set<string>();
  readonly #taken: ReadonlySet<string>;
  readonly #empty: ReadonlySet<string>;
  readonly #header: readonly string[];
  /** The columns by the names that the mapping has for them. */
  readonly #columns: readonly string[];
  readonly #skipBad: boolean;
  readonly #room: Room;
  /** Records that the row at hand has become. */
  #made = 0;
  /** When the edition was published, if that is a date. */
  readonly #published: string | undefined;
  readonly #shared = new SharedAttributes();
  readonly #places: ReadonlyMap<string, number>;

  constructor(mapping: EventMapping, graph: ForeignGraph, { edition, header, skipBad, room }: Table) {
    this.#mapping = mapping;
    this.#graph = graph;
    this.#edition = edition;
    this.#header = header;
    this.#skipBad = skipBad;
    this.#room = room;
    const { published } = edition;
    this.#published = published === undefined || asDate(published) === undefined ? undefined : published;
    this.#columns = columnsOfHeader(header, mapping);
    this.#places = new Map(this.#columns.map((column, i) => [column, i]));
    this.#actors = new SeenActors(mapping, new Set(this.#places.keys()));
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
    this.#sources = new RowSources(mapping, graph, edition);
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
    const figures = this.#mapping.figures.map((figure) => ({ figure, found: figureOf(row, key, figure) }));
    const uncounted = new Set(
      figures.flatMap(({ figure: { min, max }, found }) =>
        found !== undefined && 'wrong' in found ? [min.toLowerCase(), max.toLowerCase()] : [],
      ),
    );
    const said = this.#said(row) ?? this.#published;
    // The event, and the claim of what it is.
    this.#made = 2;
    const word: ForeignWord = {
      source: this.#sources.of(row),
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
      attributes: this.#attributes(row, uncounted),
    });
    this.#addActors(row, key, word);
    this.#addPlaces(row, key, word);
    for (const { figure, found } of figures) {
      if (found === undefined) continue;
      if ('wrong' in found) this.#badFigure(found.wrong, row);
      else {
        graph.addFigure({ ...word, about: key, measure: figure.measure, quantity: found.quantity });
        this.#made++;
      }
    }
    this.#room.take(this.#made + this.#sources.made, row.cells, line);
  }

  finish(): Promise<ReadResult> {
    this.#actors.addTo(this.#graph);
    this.#seenPlaces.addTo(this.#graph);
    return this.#graph.finish();
  }

  /** When it happened. What is no date stays an attribute, and is told once, though many claims of the row would have it. */
  #time(row: EventRow): ForeignTime | undefined {
    const time = this.#timeOfCells(row);
    if (time === undefined || asTime(time) !== undefined) return time;
    this.#noDate(row, [time.at, time.start, time.end]);
    return undefined;
  }

  #timeOfCells(row: EventRow): ForeignTime | undefined {
    const { when } = this.#mapping;
    if (when.form === 'between') {
      const [start, end] = [row.cell(when.start), row.cell(when.end)];
      if (start === undefined || end === undefined) return undefined;
      const at = someDayBetween(start, end);
      return at === undefined ? { start, end } : { at };
    }
    const cell = row.cell(when.column);
    const year = when.year === undefined ? undefined : row.cell(when.year);
    const known = year !== undefined && /^\d{4}$/u.test(year) ? year : undefined;
    if (cell === undefined) return known === undefined ? undefined : { at: known };
    const precision = when.precision === undefined ? undefined : row.cell(when.precision.column);
    const exact = Object.entries(when.precision?.values ?? {}).find(([value]) => value === precision)?.[1];
    const day = dayAsKnown(cell, exact, known);
    if (day !== undefined || known === undefined) return { at: day ?? cell };
    this.#noDate(
      row,
      [cell],
      'The time is no day that is surely read: its year alone was taken, and the text left an attribute',
    );
    return { at: known };
  }

  #said(row: EventRow): string | undefined {
    const { said } = this.#mapping;
    const cell = said === undefined ? undefined : row.cell(said);
    if (cell === undefined) return undefined;
    const day = saidOn(cell);
    if (day !== undefined && asDate(day) !== undefined) return day;
    this.#noDate(row, [cell]);
    return undefined;
  }

  #addEdge(edge: ForeignEdge): void {
    this.#graph.addEdge(edge);
    this.#made++;
  }

  #noDate(
    { line }: EventRow,
    texts: readonly (string | undefined)[],
    message = 'The time is no date that is surely read, and was left an attribute',
  ): void {
    this.#graph.tell(
      {
        code: 'invalid-value',
        severity: 'warning',
        message,
        expected: 'a day such as 2024-05-01, 20240501 or 1 May 2024',
        got: showValue(texts.filter((text) => text !== undefined).join(' / ')),
      },
      { line },
    );
  }

  /** What stands in no claim of the row; `uncounted` are the columns of figures that make none. */
  #attributes(row: EventRow, uncounted: ReadonlySet<string>): Attribute[] {
    return this.#header.flatMap((name, i) => {
      const value = row.cells[i] ?? '';
      const column = this.#columns[i] ?? '';
      return value === '' || (this.#taken.has(column) && !uncounted.has(column))
        ? []
        : this.#shared.of(name, value, 'text').attribute;
    });
  }

  /**
   * Who took part. Where a mapping has two of one relation, as the two sides of a battle, each claim says in which column
   * somebody stands; of whoever stands in both there are two claims.
   */
  #addActors(row: EventRow, event: string, word: ForeignWord): void {
    const { actors } = this.#mapping;
    const known = new Set<string>();
    for (const actor of actors) {
      const { name, relation, unless } = actor;
      const type = unless !== undefined && row.cell(unless.column) === unless.value ? unless.relation : relation;
      const isOneOfSeveral = actors.some((other) => other !== actor && other.relation === relation);
      const attributes = isOneOfSeveral ? [this.#shared.of(COLUMN, name, 'text').attribute] : undefined;
      for (const from of this.#actors.of(row, actor)) {
        const said = JSON.stringify([from, type]);
        this.#addEdge({ ...word, ...(known.has(said) ? { key: name } : {}), from, to: event, type, attributes });
        known.add(said);
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
      this.#seenPlaces.see(keys[i] ?? name, row.line, name, 'place');
    });
    const [first] = keys;
    if (first === undefined) return;
    const near = place.precision?.near;
    const isNear = near !== undefined && precision !== undefined && near.values.includes(precision);
    this.#addEdge({ ...word, from: event, to: first, type: isNear ? near.relation : OCCURRED_IN });
    for (const [i, key] of keys.entries()) {
      const within = keys[i + 1];
      if (within === undefined || this.#located.has(key)) continue;
      this.#located.add(key);
      this.#addEdge({
        from: key,
        to: within,
        type: LOCATED_IN,
        source: this.#edition.key,
        place: { line: row.line },
      });
    }
  }

  /** A figure that cannot be taken refuses the file, as a bad record does; else it is left out, and its row is not. */
  #badFigure(wrong: GivenIssue, { line }: EventRow): void {
    if (!this.#skipBad) {
      this.#graph.bad(wrong, { line });
      return;
    }
    const message = `${wrong.message}; that figure was left out, and the rest of the row was taken`;
    this.#graph.tell({ ...wrong, message, severity: 'warning' }, { line });
    this.#graph.lose({
      field: 'figures',
      why: 'a cell that holds no number, or a low estimate above the high one, counts nothing; it stays an attribute of the event’s first claim',
      keptBy: 'none',
    });
  }
}
