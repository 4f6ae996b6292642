import type { EventMapping } from './event-mapping.ts';

/**
 * The columns of a header by the names that a mapping has for them, in lower case. Editions call some of them otherwise:
 * of a column that is not there, the first of its other names counts.
 */
export function columnsOfHeader(header: readonly string[], { otherNames }: EventMapping): readonly string[] {
  const columns = header.map((column) => column.trim().toLowerCase());
  for (const [name, others] of Object.entries(otherNames)) {
    const column = name.toLowerCase();
    if (columns.includes(column)) continue;
    const [at] = others.map((other) => columns.indexOf(other.toLowerCase())).filter((i) => i >= 0);
    if (at !== undefined) columns[at] = column;
  }
  return columns;
}

/** The columns by which a table is known that are not among these. */
export function missingColumns(columns: readonly string[], { required }: EventMapping): readonly string[] {
  const known = new Set(columns);
  return required.filter((column) => !known.has(column.toLowerCase()));
}
