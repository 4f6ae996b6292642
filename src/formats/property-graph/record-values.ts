import type { Attribute } from '../../model/attributes.ts';
import { showValue } from '../../model/issue.ts';
import type { Column } from './columns.ts';
import { listItems } from './list-value.ts';
import type { PropertyGraph } from './property-graph.ts';
import { type GivenValue, SharedAttributes } from './shared-attributes.ts';

/** What a record of a file says, while its tag is open. Line and column count from 1. */
export interface GrowingRecord {
  readonly line: number;
  readonly column: number;
  readonly attributes: Attribute[];
  /** Values beyond those that a record may have: they are counted, and not held. */
  excess: number;
  /** Declared attributes that it gives a value for; undefined where none has a default. */
  readonly given: Set<Column> | undefined;
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** Puts values into records as a file declares them, within the limit, and tells of those that are not of their type. */
export class RecordValues {
  readonly #graph: PropertyGraph;
  readonly #most: number;
  readonly #timed = new SharedAttributes();

  /** `most` values may one record have. */
  constructor(graph: PropertyGraph, most: number) {
    this.#graph = graph;
    this.#most = most;
  }

  /** Adds what the file says outside of the attributes that it declares. */
  add(record: GrowingRecord, attribute: Attribute): void {
    if (record.attributes.length < this.#most) record.attributes.push(attribute);
    else record.excess++;
  }

  /** Adds the value of a declared attribute, or each item of it. */
  put(record: GrowingRecord, column: Column, text: string, place: Place): void {
    record.given?.add(column);
    if (!column.isList) this.#put(record, column, column.values.of(text), place);
    else for (const item of listItems(text)) this.#put(record, column, column.values.of(item), place);
  }

  /** Adds what the value of a declared attribute was at a time, which becomes a part of its name. */
  putTimed(record: GrowingRecord, column: Column, time: string, text: string, place: Place): void {
    record.given?.add(column);
    const name = `${column.name} [${time}]`;
    for (const item of column.isList ? listItems(text) : [text]) {
      this.#put(record, column, this.#timed.of(name, item, column.type), place);
    }
  }

  /** Adds the defaults of attributes that the record gives no value for. */
  complete(record: GrowingRecord, defaults: readonly Column[]): void {
    const { given, attributes } = record;
    if (given === undefined) return;
    let missing = defaults.length;
    for (const { fallback } of given) if (fallback !== undefined) missing--;
    // A hostile file can have as many defaults as records: they are not gone through for a record that cannot be taken.
    if (attributes.length + missing > this.#most) {
      record.excess += missing;
      return;
    }
    for (const column of defaults) {
      if (column.fallback !== undefined && !given.has(column)) this.put(record, column, column.fallback, record);
    }
  }

  /** Tells of a record that has too many values, which cannot be taken. */
  isTooLarge({ line, column, attributes, excess }: GrowingRecord, what: string, key = ''): boolean {
    if (excess === 0) return false;
    this.#graph.foreign.bad(
      {
        code: 'too-large',
        id: key.slice(0, 200),
        message: `${what} has too many values`,
        expected: `at most ${this.#most}`,
        got: String(attributes.length + excess),
      },
      { line, column },
    );
    return true;
  }

  #put(record: GrowingRecord, column: Column, { attribute, fits }: GivenValue, { line, column: at }: Place): void {
    this.add(record, attribute);
    if (fits) return;
    this.#graph.foreign.tell(
      {
        code: 'invalid-value',
        severity: 'warning',
        message: `A value of ${showValue(column.name)} is not of the type that the file declares; it is kept as text`,
        expected: column.type === 'number' ? 'a number' : 'true or false',
        got: showValue(attribute.value),
      },
      { line, column: at },
    );
  }
}
