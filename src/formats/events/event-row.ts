import type { EventMapping } from './event-mapping.ts';

/** The cells of one row by the names of their columns, in any case. */
export class EventRow {
  readonly #places: ReadonlyMap<string, number>;
  readonly #empty: ReadonlySet<string>;
  readonly cells: readonly string[];
  readonly line: number;

  constructor(places: ReadonlyMap<string, number>, empty: ReadonlySet<string>, cells: readonly string[], line: number) {
    this.#places = places;
    this.#empty = empty;
    this.cells = cells;
    this.line = line;
  }

  /** A cell with something in it. */
  cell(column: string): string | undefined {
    const text = this.cells[this.#places.get(column.toLowerCase()) ?? -1]?.trim();
    return text === undefined || text === '' || this.#empty.has(text) ? undefined : text;
  }

  /** A template with its cells put in; undefined where one is empty. */
  fill(template: string, words: EventMapping['event']['words'] = {}): string | undefined {
    let whole = true;
    const text = template.replace(/\{([^{}]+)\}/gu, (_, column: string) => {
      const cell = this.cell(column);
      if (cell === undefined) whole = false;
      return cell === undefined
        ? ''
        : (Object.entries(words[column] ?? {}).find(([value]) => value === cell)?.[1] ?? cell);
    });
    return whole ? text : undefined;
  }

  first(templates: readonly string[], words: EventMapping['event']['words']): string | undefined {
    for (const template of templates) {
      const text = this.fill(template, words);
      if (text !== undefined) return text;
    }
    return undefined;
  }
}
