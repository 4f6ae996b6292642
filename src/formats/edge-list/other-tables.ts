/** What a table is that has no ends of edges, and what to do with it. */
export interface OtherTable {
  readonly message: string;
  readonly remedy: string;
}

const NUMBER = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?$/iu;

const AS_EDGES = 'Write each connection as a row of its own, with a column for each of its ends';

/** Tables of graphs that are no list of edges, by their first rows. Undefined where none is recognised. */
export function otherTable(rows: readonly (readonly string[])[]): OtherTable | undefined {
  if (isMatrix(rows)) return { message: 'This is a matrix, whose numbers say what is joined', remedy: AS_EDGES };
  if (isOfNeighbours(rows)) {
    return { message: 'This seems to be a list of neighbours: its rows are of different lengths', remedy: AS_EDGES };
  }
  return undefined;
}

/** A row and a column for each thing, and a number where they meet. */
function isMatrix([header = [], ...rows]: readonly (readonly string[])[]): boolean {
  const names = header.slice(1).map((name) => name.trim());
  return (
    names.length > 1 &&
    rows.length > 0 &&
    rows.every(
      ([name = '', ...cells], i) =>
        name.trim() === names[i] && cells.every((cell) => cell.trim() === '' || NUMBER.test(cell.trim())),
    )
  );
}

/** Each row begins with a thing, and goes on with those that it is joined to. */
function isOfNeighbours([first = [], ...rows]: readonly (readonly string[])[]): boolean {
  return rows.length > 1 && 2 * rows.filter((cells) => cells.length !== first.length).length > rows.length;
}
