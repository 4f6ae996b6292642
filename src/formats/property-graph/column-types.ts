/** What the values of one attribute are, over all records that have it. */
export type ColumnType = 'integer' | 'double' | 'boolean' | 'string';

const INT_32 = 2 ** 31;

function typeOf(value: string | number | boolean): ColumnType {
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'string') return 'string';
  // Tools hold `integer` in 32 bits.
  return Number.isInteger(value) && Math.abs(value) < INT_32 && !Object.is(value, -0) ? 'integer' : 'double';
}

/** Types of attributes as their values come: text where they differ, and numbers with a fraction where some have one. */
export class ColumnTypes {
  readonly #types = new Map<string, ColumnType>();

  add(name: string, value: string | number | boolean): void {
    const now = typeOf(value);
    const had = this.#types.get(name);
    if (had === now || had === 'string') return;
    const bothNumbers = (had === 'integer' || had === 'double') && (now === 'integer' || now === 'double');
    this.#types.set(name, had === undefined ? now : bothNumbers ? 'double' : 'string');
  }

  /** In order of first appearance. */
  entries(): IterableIterator<[string, ColumnType]> {
    return this.#types.entries();
  }
}
