import type { Attribute } from '../../model/attributes.ts';
import { readRecords } from '../csv/read-records.ts';
import { ForeignGraph } from '../foreign/foreign-graph.ts';
import type { TableMapping } from '../foreign/mapping.ts';
import type { ReadInput, ReadOptions, ReadResult } from '../format.ts';
import { SharedAttributes } from '../property-graph/shared-attributes.ts';
import { failed, ReadFailure } from '../read-failure.ts';
import { SeenNodes } from './seen-nodes.ts';
import { suggestTable } from './suggest-table.ts';

/** What a column is called that has no name: by its number, from 1. */
function numbered(i: number): string {
  return `column ${i + 1}`;
}

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
function planEdges(file: string, first: readonly string[], mapping: TableMapping | undefined): Plan {
  const named = first.map((cell, i) => (cell.trim() === '' ? numbered(i) : cell.trim()));
  const inHeader = (table: TableMapping | undefined): boolean =>
    table !== undefined && named.includes(table.from) && named.includes(table.to);
  const unnamed = first.map((_, i) => numbered(i));
  const hasHeader = mapping === undefined || inHeader(mapping) || !unnamed.includes(mapping.from);
  const header = hasHeader ? named : unnamed;
  const table = mapping ?? suggestTable(header);
  const twice = header.find((column, i) => header.indexOf(column) !== i);
  if (table === undefined || twice !== undefined) {
    throw new ReadFailure({
      code: 'invalid-format',
      file,
      line: 1,
      message:
        table === undefined
          ? 'No two columns are known as the ends of an edge'
          : `Two columns are called ${JSON.stringify(twice)}`,
      expected:
        table === undefined
          ? 'a mapping that names them, or columns such as from and to'
          : 'a name of its own for each',
      got: header.slice(0, 12).join(', '),
      remedy:
        table === undefined
          ? 'Say which columns they are; where there is no header, call them "column 1", "column 2" …'
          : 'Rename one',
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
      message: `The mapping names a column ${JSON.stringify(unknown)} that the file has not`,
      expected: header.slice(0, 12).join(', '),
      remedy: 'Correct the mapping',
    });
  }
  const used = new Set(Object.values(at));
  const direction = named.findIndex((column, i) => hasHeader && /^type$/iu.test(column) && !used.has(i));
  const others = header.flatMap((_, i) => (used.has(i) ? [] : i));
  return { header, table, at, direction, others, hasHeader };
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
    const [from, to] = [cell(at.from), cell(at.to)];
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
    nodes.see(from, line, cell(at.fromLabel), cell(at.fromKind));
    nodes.see(to, line, cell(at.toLabel), cell(at.toKind));
    const attributes: Attribute[] = [];
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
    await readRecords(input, options, {
      begin: (cells) => {
        plan = planEdges(input.name, cells, options.mapping?.table);
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
