import { startOfTable } from '../csv/table-start.ts';
import type { Mapping, TableMapping } from '../foreign/mapping.ts';
import { ReadFailure } from '../read-failure.ts';
import { columnNames, columnsOfTable, firstRows, numberedColumn } from './columns-of-table.ts';
import { type OtherTable, otherTable } from './other-tables.ts';
import { type NodeColumns, suggestNodes } from './suggest-nodes.ts';
import { plainName, suggestTable, type TableGuess } from './suggest-table.ts';

/** What the start of a table says of it. */
export interface TableLook {
  readonly guess: TableGuess | undefined;
  /** What it says of things, where it has no ends, or where both stand in one table. */
  readonly nodes: NodeColumns | undefined;
  readonly other: OtherTable | undefined;
  /** Whether the first row names the columns. */
  readonly hasHeader: boolean;
}

/** Two ends and a dictionary, as NetworkX writes edges. */
const OF_NETWORKX: TableGuess = { table: { from: 'column 1', to: 'column 2', directed: true }, isSure: true };

function isOfNetworkx(head: string): boolean {
  const { delimiter } = startOfTable(head);
  const rows = delimiter === ' ' ? firstRows(head) : [];
  return rows.length > 0 && rows.every(({ length, 2: last = '' }) => length === 3 && /^\{.*\}\s*$/u.test(last));
}

/** Looks at the start of a table. By this alone it is recognised, read and shown. */
export function lookAt(head: string): TableLook {
  if (isOfNetworkx(head)) return { guess: OF_NETWORKX, nodes: undefined, other: undefined, hasHeader: false };
  const columns = columnsOfTable(head);
  const guess = suggestTable(columns);
  const nodes = suggestNodes(columns);
  // APOC of Neo4j exports things and their relationships as rows of one table.
  const isBoth = guess?.isSure === true && nodes !== undefined && plainName(nodes.key) === '_id';
  return {
    guess,
    nodes: guess === undefined || isBoth ? nodes : undefined,
    other: guess?.isSure === true ? undefined : otherTable(firstRows(head)),
    hasHeader: true,
  };
}

/** Where the cells of a row are; -1 where there is none. */
type Places<Name extends string> = Readonly<Record<Name, number>>;

/** How the cells of a row become an edge. */
export interface EdgePlan {
  readonly table: TableMapping;
  readonly at: Places<'from' | 'to' | 'key' | 'fromLabel' | 'toLabel' | 'fromKind' | 'toKind'>;
  /** Of the column that says for each edge whether it is directed. */
  readonly direction: number;
  /** Columns that become attributes. */
  readonly others: readonly number[];
}

/** How the cells of a row become a thing. */
export interface NodePlan {
  readonly key: string;
  readonly at: Places<'key' | 'label' | 'labels'>;
  readonly others: readonly number[];
}

/** How a table is read: of edges, of things, or both, where a row without ends is a thing. */
export interface TablePlan {
  readonly header: readonly string[];
  readonly hasHeader: boolean;
  readonly edges?: EdgePlan;
  readonly nodes?: NodePlan;
}

/**
 * Plans the reading from the first row, what the person says of the columns and, where that is nothing, a look at the first
 * rows. A file without a header has `column 1`, `column 2` and so on. Throws a ReadFailure where it is not known what the
 * rows are.
 */
export function planTable(
  file: string,
  first: readonly string[],
  mapping: Mapping | undefined,
  look: TableLook | undefined,
): TablePlan {
  const refuse = (code: 'invalid-format' | 'missing-field', issue: Refusal): ReadFailure =>
    new ReadFailure({ code, file, line: 1, ...issue });
  const told = mapping?.table;
  const named = columnNames(first, true);
  const unnamed = columnNames(first, false);
  const inHeader = told !== undefined && named.includes(told.from) && named.includes(told.to);
  const hasHeader = told === undefined ? (look?.hasHeader ?? true) : inHeader || !unnamed.includes(told.from);
  const header = hasHeader ? named : unnamed;
  const table = told ?? (look?.guess?.isSure === true ? look.guess.table : undefined);
  const twice = header.find((column, i) => header.indexOf(column) !== i);
  if (table === undefined && look?.nodes === undefined) throw refuse('invalid-format', noEnds(header, look));
  if (twice !== undefined) {
    throw refuse('invalid-format', {
      message: `Two columns are called ${JSON.stringify(twice)}`,
      expected: 'a name of its own for each',
      got: header.slice(0, 12).join(', '),
      remedy: 'Rename one',
    });
  }
  const unknown = unknownColumn(table, header);
  if (unknown !== undefined) throw refuse('missing-field', unknown);
  return {
    header,
    hasHeader,
    ...(table === undefined ? {} : { edges: planEdges(table, header, hasHeader) }),
    ...(look?.nodes === undefined ? {} : { nodes: planNodes(look.nodes, header, mapping) }),
  };
}

interface Refusal {
  readonly message: string;
  readonly expected: string;
  readonly got?: string;
  readonly remedy: string;
}

function placeIn(header: readonly string[]): (column: string | undefined) => number {
  return (column) => (column === undefined ? -1 : header.indexOf(column));
}

function planEdges(table: TableMapping, header: readonly string[], hasHeader: boolean): EdgePlan {
  const place = placeIn(header);
  const at = {
    from: place(table.from),
    to: place(table.to),
    key: place(table.key),
    fromLabel: place(table.fromLabel),
    toLabel: place(table.toLabel),
    fromKind: place(table.fromKind),
    toKind: place(table.toKind),
  };
  const used = new Set(Object.values(at));
  const direction = header.findIndex((column, i) => hasHeader && /^type$/iu.test(column) && !used.has(i));
  return { table, at, direction, others: header.flatMap((_, i) => (used.has(i) ? [] : i)) };
}

function planNodes(
  { key, label, labels }: NodeColumns,
  header: readonly string[],
  mapping: Mapping | undefined,
): NodePlan {
  const place = placeIn(header);
  const at = { key: place(key), label: place(label), labels: place(labels) };
  const mapped = new Set(Object.values(mapping?.node ?? {}));
  // What a mapping names must be there under its name.
  const isUsed = (i: number): boolean => i === at.key || (i === at.label && !mapped.has(label ?? ''));
  return { key, at, others: header.flatMap((_, i) => (isUsed(i) ? [] : i)) };
}

/** A column that is named for an end and that the file has not. */
function unknownColumn(table: TableMapping | undefined, header: readonly string[]): Refusal | undefined {
  if (table === undefined) return undefined;
  const { from, to, key, fromLabel, toLabel, fromKind, toKind } = table;
  const unknown = [from, to, key, fromLabel, toLabel, fromKind, toKind].find(
    (column) => column !== undefined && !header.includes(column),
  );
  if (unknown === undefined) return undefined;
  return {
    message:
      unknown === ''
        ? `It is not told which column holds the other end of a connection, ${from === '' ? '“from”' : '“to”'}`
        : `The mapping names a column ${JSON.stringify(unknown)} that the file has not`,
    expected: header.slice(0, 12).join(', '),
    remedy: unknown === '' ? 'Choose the column' : 'Correct the mapping',
  };
}

/** Nothing says which columns are the ends of an edge. */
function noEnds(header: readonly string[], look: TableLook | undefined): Refusal {
  const got = header.slice(0, 12).join(', ');
  const expected = 'a mapping that names them, or columns such as from and to';
  if (look?.other !== undefined) return { ...look.other, expected: 'a row for each connection', got };
  const guess = look?.guess;
  if (guess === undefined) {
    return {
      message: `No two columns are known as the ends of an edge${datesAsEnds(header)}`,
      expected,
      got,
      remedy: 'Say which columns they are; where there is no header, call them "column 1", "column 2" …',
    };
  }
  const { from, to } = guess.table;
  const asHeader = `"table": ${JSON.stringify({ from, to })}`;
  if (guess.echo !== undefined) {
    return {
      message: `The first row may be an edge and no header: ${JSON.stringify(guess.echo)} stands below it, too`,
      expected,
      got,
      remedy: `If there is no header, say so in a mapping: ${withoutHeader(guess.table, header)}; if there is one: ${asHeader}`,
    };
  }
  return {
    message: 'No two columns are known as the ends of an edge',
    expected,
    got,
    remedy: `If they are ${JSON.stringify(from)} and ${JSON.stringify(to)}, say so in a mapping: ${asHeader}`,
  };
}

/** The line of a mapping that takes the same columns, and the first row for a record. */
export function withoutHeader({ from, to }: TableMapping, header: readonly string[]): string {
  const byNumber = { from: numberedColumn(header.indexOf(from)), to: numberedColumn(header.indexOf(to)) };
  return `"table": ${JSON.stringify(byNumber)}`;
}

/** Said where columns are called like ends and are none, since they hold dates. */
function datesAsEnds(header: readonly string[]): string {
  const byName = suggestTable(header.map((name) => ({ name, samples: [] })));
  if (byName?.isSure !== true) return '';
  const { from, to } = byName.table;
  return `: ${JSON.stringify(from)} and ${JSON.stringify(to)} hold dates`;
}
