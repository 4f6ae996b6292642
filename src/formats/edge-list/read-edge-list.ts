import type { Attribute } from '../../model/attributes.ts';
import { readRecords } from '../csv/read-records.ts';
import { asKey } from '../foreign/clean-text.ts';
import type { GivenIssue } from '../foreign/findings.ts';
import { ForeignGraph } from '../foreign/foreign-graph.ts';
import type { KnownLoss, ReadInput, ReadOptions, ReadResult } from '../format.ts';
import { SharedAttributes } from '../property-graph/shared-attributes.ts';
import { failed } from '../read-failure.ts';
import { attributesIn } from './columns-of-table.ts';
import { isHxlRow } from './hxl-row.ts';
import {
  type EdgePlan,
  lookAt,
  type NodePlan,
  planTable,
  type TableLook,
  type TablePlan,
  withoutHeader,
} from './plan-table.ts';
import { SeenNodes } from './seen-nodes.ts';
import { firstOfLabels } from './suggest-nodes.ts';

/** Gephi writes with each edge whether it has a direction. */
const DIRECTIONS: Readonly<Record<string, boolean>> = { directed: true, undirected: false };

const COMMENTS: KnownLoss = {
  field: 'comments',
  why: 'lines before the rows that begin with # speak of the file as a whole, for which a graph has no place',
  keptBy: 'none',
};

const TAGS: GivenIssue = {
  code: 'invalid-value',
  severity: 'warning',
  message: 'The row under the header holds HXL tags of the columns, and was passed over',
};

/** So much of a table is enough to see what its columns hold, in bytes. */
const HEAD = 64 * 1024;

/** What the start of a table says of it. */
async function lookAtStart(input: ReadInput): Promise<TableLook> {
  const decoder = new TextDecoder();
  let head = '';
  for await (const chunk of input.chunks()) {
    head += decoder.decode(chunk.subarray(0, HEAD), { stream: true });
    if (head.length >= HEAD) break;
  }
  return lookAt(head);
}

function trimmed(text: string): string {
  return text.trim();
}

/**
 * Reads one table of edges, a row each. Which columns are its ends the mapping says, or their names. The things that it
 * joins are known by what stands there. All other columns stay attributes of the claim, as they are written. A table that
 * has a key and no ends is one of things: each row is an entity, and what edges say of it stands in another table.
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
  try {
    const look = options.mapping?.table === undefined ? await lookAtStart(input) : undefined;
    const rows = new TableRows(graph);
    let isFirst = false;
    await readRecords(
      input,
      options,
      {
        begin: (cells, _, start) => {
          const plan = planTable(input.name, cells, options.mapping, look);
          rows.begin(plan, start?.delimiter);
          if (look?.guess?.echo !== undefined) tellEcho(graph, look.guess.echo, plan);
          isFirst = plan.hasHeader;
          // A header that is a comment is none where the person says that columns have numbers.
          const isRecord = !plan.hasHeader && start?.isComment !== true;
          const comments = (start?.comments ?? 0) + (start?.isComment === true && !plan.hasHeader ? 1 : 0);
          if (comments > 0) graph.lose({ ...COMMENTS, count: comments });
          return { width: cells.length, isRecord };
        },
        record: (cells, line) => {
          const isTags = isFirst && isHxlRow(cells);
          isFirst = false;
          if (isTags) graph.tell(TAGS, { line });
          else rows.add(cells, line);
        },
        bad: (issue, place) => {
          isFirst = false;
          graph.bad(issue, place);
        },
      },
      { comments: true },
    );
    return await rows.finish();
  } catch (error) {
    return failed(error);
  }
}

/** The first row was taken for the header, and might be an edge. */
function tellEcho(graph: ForeignGraph, echo: string, { header, edges }: TablePlan): void {
  if (edges === undefined) return;
  graph.tell(
    {
      code: 'invalid-format',
      severity: 'warning',
      message: `The first row was taken for the names of the columns, though ${JSON.stringify(echo)} stands below it, too`,
      remedy: `If it is an edge itself, say in a mapping that there is no header: ${withoutHeader(edges.table, header)}`,
    },
    { line: 1 },
  );
}

/** Makes edges and things of the rows of a table. */
class TableRows {
  readonly #graph: ForeignGraph;
  readonly #seen = new SeenNodes();
  readonly #shared = new SharedAttributes();
  #plan: TablePlan | undefined;
  #delimiter: string | undefined;

  constructor(graph: ForeignGraph) {
    this.#graph = graph;
  }

  begin(plan: TablePlan, delimiter: string | undefined): void {
    this.#plan = plan;
    this.#delimiter = delimiter;
  }

  add(cells: readonly string[], line: number): void {
    const { edges, nodes } = this.#plan ?? {};
    const isEmpty = (i: number): boolean => (cells[i] ?? '').trim() === '';
    const isNode = nodes !== undefined && (edges === undefined || (isEmpty(edges.at.from) && isEmpty(edges.at.to)));
    if (isNode) this.#addNode(nodes, cells, line);
    else if (edges !== undefined) this.#addEdge(edges, cells, line);
  }

  async finish(): Promise<ReadResult> {
    const { edges, nodes } = this.#plan ?? {};
    this.#seen.addTo(this.#graph);
    if (edges === undefined && nodes !== undefined) {
      this.#graph.tell(
        {
          code: 'missing-field',
          severity: 'warning',
          message: `This is a table of things, which ${JSON.stringify(nodes.key)} tells apart, and says of none how it is joined to others`,
          remedy:
            'Import it before its table of edges, and let one id in both be one entity (--same-ids); if two of its columns ' +
            'are ends of a connection, name them in a mapping',
        },
        { line: 1 },
      );
    }
    return await this.#graph.finish({ wanted: edges !== undefined });
  }

  /**
   * What names a thing or a kind: two texts that look alike name one. A text that is changed by it is added to the
   * attributes.
   */
  #word(
    cells: readonly string[],
    i: number,
    attributes: Attribute[],
    clean: (text: string) => string = asKey,
  ): string | undefined {
    const text = filled(cells, i);
    if (text === undefined) return undefined;
    const key = clean(text);
    const name = this.#plan?.header[i];
    if (key !== text && name !== undefined) attributes.push({ name, value: text });
    return key === '' ? undefined : key;
  }

  #addOthers(cells: readonly string[], others: readonly number[], attributes: Attribute[]): void {
    for (const i of others) {
      const value = cells[i];
      const name = this.#plan?.header[i];
      if (value === undefined || value === '' || name === undefined) continue;
      const inside = attributesIn(value, this.#delimiter);
      if (inside === undefined) attributes.push(this.#shared.of(name, value, 'text').attribute);
      else for (const attribute of inside) attributes.push(attribute);
    }
  }

  #addEdge({ table, at, direction, others }: EdgePlan, cells: readonly string[], line: number): void {
    const attributes: Attribute[] = [];
    const word = (i: number, clean?: (text: string) => string): string | undefined =>
      this.#word(cells, i, attributes, clean);
    const [from, to] = [word(at.from), word(at.to)];
    if (from === undefined || to === undefined) {
      this.#graph.bad(
        {
          code: 'missing-field',
          message: 'An end of the edge is empty',
          expected: `something in ${table.from} and in ${table.to}`,
          remedy: 'Fill it in, or delete the row',
        },
        { line },
      );
      return;
    }
    this.#seen.see(from, line, word(at.fromLabel, trimmed), word(at.fromKind));
    this.#seen.see(to, line, word(at.toLabel, trimmed), word(at.toKind));
    this.#addOthers(cells, others, attributes);
    const key = filled(cells, at.key);
    const said = DIRECTIONS[cells[direction]?.toLowerCase() ?? ''];
    this.#graph.addEdge({
      ...(key === undefined ? {} : { key }),
      from,
      to,
      directed: said ?? table.directed,
      attributes,
      place: { line },
    });
  }

  #addNode({ key: column, at, others }: NodePlan, cells: readonly string[], line: number): void {
    const attributes: Attribute[] = [];
    const key = this.#word(cells, at.key, attributes);
    if (key === undefined) {
      this.#graph.bad(
        {
          code: 'missing-field',
          message: 'The row does not say what it is about',
          expected: `something in ${column}`,
          remedy: 'Fill it in, or delete the row',
        },
        { line },
      );
      return;
    }
    this.#addOthers(cells, others, attributes);
    const labels = filled(cells, at.labels);
    this.#graph.addNode({
      key,
      label: filled(cells, at.label),
      kind: labels === undefined ? undefined : firstOfLabels(labels),
      attributes,
      place: { line },
    });
  }
}

/** A cell with something in it. */
function filled(cells: readonly string[], i: number): string | undefined {
  return i < 0 || cells[i] === '' ? undefined : cells[i];
}
