import { SeenNodes } from '../edge-list/seen-nodes.ts';
import type { ForeignGraph } from '../foreign/foreign-graph.ts';
import type { EventMapping } from './event-mapping.ts';
import type { EventRow } from './event-row.ts';

type Actor = EventMapping['actors'][number];

/** The columns that are the id of an actor together. */
export function keyColumns({ key }: Actor): readonly string[] {
  return key === undefined ? [] : typeof key === 'string' ? [key] : key;
}

/** Who takes part in the events of a table: each once. */
export class SeenActors {
  readonly #mapping: EventMapping;
  readonly #columns: ReadonlySet<string>;
  readonly #particular = new SeenNodes();
  /** Those of whom only the sort is known, so that two of them may be two. */
  readonly #sorts = new SeenNodes();

  /** `columns`: the names of those that the table has, in lower case. */
  constructor(mapping: EventMapping, columns: ReadonlySet<string>) {
    this.#mapping = mapping;
    this.#columns = columns;
  }

  /** The keys of those whom a row has as one of its actors, each once. */
  of(row: EventRow, actor: Actor): readonly string[] {
    const { id } = this.#mapping;
    const cell = row.cell(actor.name);
    const columns = keyColumns(actor);
    const ids = columns.map((column) => row.cell(column) ?? '');
    const code = ids.find((one) => one !== '');
    const names = cell === undefined ? [] : actor.separator === undefined ? [cell] : cell.split(actor.separator);
    const labels = names.map((one) => one.trim()).filter((one) => one !== '');
    if (labels.length === 0 && code !== undefined) labels.push(code);
    const isSort = this.#isSort(row, actor);
    const keys = labels.map((label) => {
      // A single id stays as it is, whatever it is made of; parts of several must not run into each other.
      const parts = ids.map((one) => one.replaceAll('/', '%2F')).join('/');
      const text = code === undefined ? label : ids.length > 1 ? parts.replace(/\/+$/u, '') : code;
      const key = `${id}:${isSort ? 'sort-of-actor' : 'actor'}:${text}`;
      (isSort ? this.#sorts : this.#particular).see(key, row.line, label, 'actor');
      return key;
    });
    return keys.length < 2 ? keys : [...new Set(keys)];
  }

  #isSort(row: EventRow, { particular }: Actor): boolean {
    const known = particular?.filter((column) => this.#columns.has(column.toLowerCase())) ?? [];
    return known.length > 0 && known.every((column) => row.cell(column) === undefined);
  }

  addTo(graph: ForeignGraph): void {
    const { unidentified } = this.#mapping;
    this.#particular.addTo(graph, (name) => unidentified !== undefined && name.startsWith(unidentified));
    this.#sorts.addTo(graph, () => true);
  }
}
