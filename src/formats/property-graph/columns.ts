import { showValue } from '../../model/issue.ts';
import type { PropertyGraph } from './property-graph.ts';
import { SharedAttributes, type SharedValues } from './shared-attributes.ts';
import { type ValueType, valueType } from './typed-value.ts';

/** An attribute as a file declares it: GEXF's `attribute`, GraphML's `key`. */
export interface Column {
  readonly id: string;
  /** What its values are called; its id where the file has no name for it. */
  readonly name: string;
  readonly type: ValueType;
  readonly isList: boolean;
  readonly values: SharedValues;
  /** What a record has that gives no value. */
  fallback: string | undefined;
}

/** What a file says of an attribute. */
export interface Declaration {
  readonly id: string;
  readonly name: string | undefined;
  /** Of its values or, where it is a list, of their items; absent or empty for text. */
  readonly type: string | undefined;
  readonly isList: boolean;
}

/** How a format declares attributes. */
export interface ColumnRules<Owner extends string> {
  /** The name of the format, for people. */
  readonly format: string;
  /** Sorts of records that have the defaults of attributes that are declared for all of them. */
  readonly general: readonly Owner[];
  /** Whether an attribute that is declared for another sort of record is better than none. */
  readonly borrows: boolean;
}

/** Line and column count from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** UTF-16 units of a name that values are kept under. A record keeps fewer, but each value of a time makes a name of it. */
const LONGEST_NAME = 1000;

/** Attributes that are told of as undeclared, one by one. */
const MOST_UNDECLARED = 1000;

/**
 * The attributes that a file declares, each for one sort of record or for all. One id may be declared for several sorts:
 * then each has its own. Values of what is not declared are told of, and are text under its id.
 */
export class Columns<Owner extends string> {
  readonly #graph: PropertyGraph;
  readonly #rules: ColumnRules<Owner>;
  readonly #values = new SharedAttributes();
  readonly #declared = new Map<Owner | 'all', Map<string, Column>>();
  /** Those that an id stood for before, by sort of record. */
  readonly #found = new Map<Owner, Map<string, Column>>();
  readonly #undeclared = new Map<Owner, Set<string>>();
  readonly #defaults = new Map<Owner, readonly Column[]>();
  readonly #oddTypes = new Set<string>();
  readonly #isSecond: boolean;
  #undeclaredCount = 0;
  #isLate = false;

  /** `before` are those of an earlier reading of the same file, which knows all that it declares. */
  constructor(graph: PropertyGraph, rules: ColumnRules<Owner>, before?: Columns<Owner>) {
    this.#graph = graph;
    this.#rules = rules;
    this.#isSecond = before !== undefined;
    if (before !== undefined) this.#declared = before.#declared;
  }

  /** Whether an attribute was declared behind records that have it: they were read without its name, type or default. */
  get isLate(): boolean {
    return this.#isLate;
  }

  /** For whom an attribute is that a file declares for this: for all where that is no sort of record. */
  declare(owner: Owner | 'all', declaration: Declaration, place: Place): Column {
    const { id, name = '', type = '', isList } = declaration;
    const known = type === '' ? 'text' : valueType(type);
    const title = name === '' ? id : name;
    if (known === undefined) this.#tellType(type, title, place);
    const before = this.#isSecond ? this.#declared.get(owner)?.get(id) : undefined;
    if (before !== undefined) return before;
    const column = this.#make(id, title, known ?? 'text', isList);
    const columns = this.#declared.get(owner) ?? new Map<string, Column>();
    this.#declared.set(owner, columns.set(id, column));
    this.#found.clear();
    for (const [other, ids] of this.#undeclared) {
      if ((owner === 'all' || owner === other) && ids.has(id)) this.#isLate = true;
    }
    return column;
  }

  setDefault(owner: Owner | 'all', column: Column, text: string): void {
    if (this.#isSecond) return;
    column.fallback = text;
    for (const sort of this.#defaults.keys()) {
      if (owner === sort || (owner === 'all' && this.#rules.general.includes(sort))) this.#isLate = true;
    }
    this.#defaults.clear();
  }

  /** Attributes of which a record of this sort has the default where it gives no value. Asked for each such record. */
  defaults(owner: Owner): readonly Column[] {
    const known = this.#defaults.get(owner);
    if (known !== undefined) return known;
    const own = this.#declared.get(owner);
    const general = this.#rules.general.includes(owner) ? this.#declared.get('all') : undefined;
    const columns = [
      ...(own?.values() ?? []),
      // What is declared for this sort alone stands in the place of what is for all.
      ...[...(general?.values() ?? [])].filter(({ id }) => own?.has(id) !== true),
    ].filter(({ fallback }) => fallback !== undefined);
    this.#defaults.set(owner, columns);
    return columns;
  }

  /** The attribute that an id stands for in a record of this sort. */
  find(owner: Owner, id: string, place: Place): Column {
    const known = this.#found.get(owner)?.get(id);
    if (known !== undefined) return known;
    const column = this.#declaredFor(owner, id);
    if (column === undefined) return this.#undeclaredFor(owner, id, place);
    this.#remember(owner, column);
    return column;
  }

  #declaredFor(owner: Owner, id: string): Column | undefined {
    const own = this.#declared.get(owner)?.get(id) ?? this.#declared.get('all')?.get(id);
    if (own !== undefined || !this.#rules.borrows) return own;
    for (const columns of this.#declared.values()) {
      const column = columns.get(id);
      if (column !== undefined) return column;
    }
    return undefined;
  }

  #undeclaredFor(owner: Owner, id: string, { line, column: at }: Place): Column {
    const column = this.#make(id, id, 'text', false);
    // A hostile file can have as many as values.
    if (this.#undeclaredCount >= MOST_UNDECLARED) return column;
    this.#undeclaredCount++;
    const ids = this.#undeclared.get(owner);
    if (ids === undefined) this.#undeclared.set(owner, new Set([id]));
    else ids.add(id);
    this.#remember(owner, column);
    this.#graph.foreign.tell(
      {
        code: 'unknown-id',
        severity: 'warning',
        message: 'A value is of an attribute that the file does not declare; it is kept as text under its id',
        got: showValue(id),
      },
      { line, column: at },
    );
    return column;
  }

  #remember(owner: Owner, column: Column): void {
    const columns = this.#found.get(owner);
    if (columns === undefined) this.#found.set(owner, new Map([[column.id, column]]));
    else columns.set(column.id, column);
  }

  #make(id: string, title: string, type: ValueType, isList: boolean): Column {
    const name = title.slice(0, LONGEST_NAME);
    return { id, name, type, isList, values: this.#values.column(name, type), fallback: undefined };
  }

  #tellType(type: string, name: string, { line, column }: Place): void {
    if (this.#oddTypes.has(type) || this.#oddTypes.size >= MOST_UNDECLARED) return;
    this.#oddTypes.add(type);
    this.#graph.foreign.tell(
      {
        code: 'invalid-value',
        severity: 'warning',
        message: `The attribute ${showValue(name)} is of a type that ${this.#rules.format} does not have; its values are kept as text`,
        got: showValue(type),
      },
      { line, column },
    );
  }
}
