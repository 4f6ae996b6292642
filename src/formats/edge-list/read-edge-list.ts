import type { Attribute } from '../../model/attributes.ts';
import { readRecords } from '../csv/read-records.ts';
import { asKey } from '../foreign/clean-text.ts';
import { ForeignGraph } from '../foreign/foreign-graph.ts';
import type { TableMapping } from '../foreign/mapping.ts';
import type { ReadInput, ReadOptions, ReadResult } from '../format.ts';
import { SharedAttributes } from '../property-graph/shared-attributes.ts';
import { failed, ReadFailure } from '../read-failure.ts';
import { columnNames, columnsOfTable } from './columns-of-table.ts';
import { SeenNodes } from './seen-nodes.ts';
import { suggestTable, type TableGuess } from './suggest-table.ts';

/** Gephi writes with each edge whether it has a direction. */
const DIRECTIONS: Readonly<Record<string, boolean>> = { directed: true, undirected: false };

/** How the cells of a row become an edge. */
interface Plan {
  readonly header: readonly string[];
  readonly table: TableMapping;
  /** Place of each column in a row; -1 where there is none. */
  readonly at: Readonly<Record<'from' | 'to' | 'key' | 'fromLabel' | 'toLabel' | 'fromKind' | 'toKind', number>>;
  /** Of the column that says for each edge whether it is directed. */
  readonly direction: number;
  /** Columns that become attributes. */
  readonly others: readonly number[];
  readonly hasHeader: boolean;
}

/**
 * Plans the reading from the first row and what the person says of the columns. A file without a header has `column 1`,
 * `column 2` and so on. Throws a ReadFailure where no two columns are the ends of an edge.
 */
function planEdges(
  file: string,
  first: readonly string[],
  mapping: TableMapping | undefined,
  guess: TableGuess | undefined,
): Plan {
  const named = columnNames(first, true);
  const inHeader = (table: TableMapping | undefined): boolean =>
    table !== undefined && named.includes(table.from) && named.includes(table.to);
  const unnamed = columnNames(first, false);
  const hasHeader = mapping === undefined || inHeader(mapping) || !unnamed.includes(mapping.from);
  const header = hasHeader ? named : unnamed;
  const table = mapping ?? (guess?.isSure === true ? guess.table : undefined);
  const twice = header.find((column, i) => header.indexOf(column) !== i);
  if (table === undefined || twice !== undefined) {
    throw new ReadFailure({
      code: 'invalid-format',
      file,
      line: 1,
      message:
        table === undefined
          ? `No two columns are known as the ends of an edge${datesAsEnds(header)}`
          : `Two columns are called ${JSON.stringify(twice)}`,
      expected:
        table === undefined
          ? 'a mapping that names them, or columns such as from and to'
          : 'a name of its own for each',
      got: header.slice(0, 12).join(', '),
      remedy: table === undefined ? remedyFor(guess) : 'Rename one',
    });
  }
  const place = (column: string | undefined): number => (column === undefined ? -1 : header.indexOf(column));
  const at = {
    from: place(table.from),
    to: place(table.to),
    key: place(table.key),
    fromLabel: place(table.fromLabel),
    toLabel: place(table.toLabel),
    fromKind: place(table.fromKind),
    toKind: place(table.toKind),
  };
  const { from, to, key, fromLabel, toLabel, fromKind, toKind } = table;
  const unknown = [from, to, key, fromLabel, toLabel, fromKind, toKind].find(
    (column) => column !== undefined && !header.includes(column),
  );
  if (unknown !== undefined) {
    throw new ReadFailure({
      code: 'missing-field',
      file,
      line: 1,
      message:
        unknown === ''
          ? `It is not told which column holds the other end of a connection, ${from === '' ? '“from”' : '“to”'}`
          : `The mapping names a column ${JSON.stringify(unknown)} that the file has not`,
      expected: header.slice(0, 12).join(', '),
      remedy: unknown === '' ? 'Choose the column' : 'Correct the mapping',
    });
  }
  const used = new Set(Object.values(at));
  const direction = named.findIndex((column, i) => hasHeader && /^type$/iu.test(column) && !used.has(i));
  const others = header.flatMap((_, i) => (used.has(i) ? [] : i));
  return { header, table, at, direction, others, hasHeader };
}

function trimmed(text: string): string {
  return text.trim();
}

/** Said where columns are called like ends and are none, since they hold dates. */
function datesAsEnds(header: readonly string[]): string {
  const byName = suggestTable(header.map((name) => ({ name, samples: [] })));
  if (byName?.isSure !== true) return '';
  const { from, to } = byName.table;
  return `: ${JSON.stringify(from)} and ${JSON.stringify(to)} hold dates`;
}

/** What to do where the ends are not known for sure. */
function remedyFor(guess: TableGuess | undefined): string {
  if (guess === undefined) {
    return 'Say which columns they are; where there is no header, call them "column 1", "column 2" …';
  }
  const { from, to } = guess.table;
  return `If they are ${JSON.stringify(from)} and ${JSON.stringify(to)}, say so in a mapping: "table": ${JSON.stringify({ from, to })}`;
}

/** So much of a table is enough to see what its columns hold, in bytes. */
const HEAD = 64 * 1024;

/** What the start of a table says of its ends. */
async function guessTable(input: ReadInput): Promise<TableGuess | undefined> {
  const decoder = new TextDecoder();
  let head = '';
  for await (const chunk of input.chunks()) {
    head += decoder.decode(chunk.subarray(0, HEAD), { stream: true });
    if (head.length >= HEAD) break;
  }
  return suggestTable(columnsOfTable(head));
}

/**
 * Reads one table of edges, a row each. Which columns are its ends the mapping says, or their names. The things that it
 * joins are known by what stands there. All other columns stay attributes of the claim, as they are written.
 */
export async function readEdgeList(input: ReadInput, options: ReadOptions = {}): Promise<ReadResult> {
  const graph = new ForeignGraph({
    file: input.name,
    format: 'edge-list',
    mapping: options.mapping,
    now: options.now,
    limits: options.limits,
    skipBad: options.skipBad,
    signal: options.signal,
  });
  const nodes = new SeenNodes();
  const shared = new SharedAttributes();
  let plan: Plan | undefined;

  const add = (cells: readonly string[], line: number): void => {
    if (plan === undefined) throw new RangeError('no row comes before the first');
    const { header, table, at, direction, others } = plan;
    const place = { line };
    const cell = (i: number): string | undefined => (i < 0 || cells[i] === '' ? undefined : cells[i]);
    const attributes: Attribute[] = [];
    // What names a thing or a kind: two texts that look alike name one. The text itself is kept.
    const word = (i: number, clean: (text: string) => string = asKey): string | undefined => {
      const text = cell(i);
      if (text === undefined) return undefined;
      const key = clean(text);
      const name = header[i];
      if (key !== text && name !== undefined) attributes.push({ name, value: text });
      return key === '' ? undefined : key;
    };
    const [from, to] = [word(at.from), word(at.to)];
    if (from === undefined || to === undefined) {
      graph.bad(
        {
          code: 'missing-field',
          message: 'An end of the edge is empty',
          expected: `something in ${table.from} and in ${table.to}`,
          remedy: 'Fill it in, or delete the row',
        },
        place,
      );
      return;
    }
    nodes.see(from, line, word(at.fromLabel, trimmed), word(at.fromKind));
    nodes.see(to, line, word(at.toLabel, trimmed), word(at.toKind));
    for (const i of others) {
      const value = cells[i];
      const name = header[i];
      if (value !== undefined && value !== '' && name !== undefined) {
        attributes.push(shared.of(name, value, 'text').attribute);
      }
    }
    const key = cell(at.key);
    const said = DIRECTIONS[cells[direction]?.toLowerCase() ?? ''];
    graph.addEdge({
      ...(key === undefined ? {} : { key }),
      from,
      to,
      directed: said ?? table.directed,
      attributes,
      place,
    });
  };

  try {
    const mapped = options.mapping?.table;
    const guess = mapped === undefined ? await guessTable(input) : undefined;
    await readRecords(input, options, {
      begin: (cells) => {
        plan = planEdges(input.name, cells, mapped, guess);
        return { width: cells.length, isRecord: !plan.hasHeader };
      },
      record: add,
      bad: (issue, place) => {
        graph.bad(issue, place);
      },
    });
    nodes.addTo(graph);
    return await graph.finish();
  } catch (error) {
    return failed(error);
  }
}
