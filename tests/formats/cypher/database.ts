import { readScript } from './cypher-reader.ts';

type Row = Readonly<Record<string, unknown>>;

/** A name for one node: its label, its graph and its id. */
function nodeKey(label: string | undefined, graph: unknown, id: unknown): string {
  return JSON.stringify([label, graph, id]);
}

const NODE = String.raw`\(\w:(\w+) \{graph: \$graph, id: row\.(\w+)\}\)`;
const MERGE_NODE = new RegExp(`^UNWIND \\$rows AS row MERGE ${NODE} SET n \\+= \\{[^}]*\\}, n \\+= row;$`, 'u');
const MERGE_ARROW = new RegExp(
  `^UNWIND \\$rows AS row MATCH ${NODE}, ${NODE} MERGE \\(a\\)-\\[r:(\\w+)(?: \\{(\\w+): row\\.properties\\.\\w+\\})?\\]->\\(b\\)(?: SET .*)?;$`,
  'u',
);
const DELETE = new RegExp(
  `^UNWIND \\$rows AS row MATCH ${NODE}(<?)-\\[r:([\\w|]+)\\]-(>?)\\(\\{graph: \\$graph\\}\\) DELETE r;$`,
  'u',
);

/**
 * What Neo4j would hold after the scripts that were run: as much of it as they need, which stands for Neo4j itself, since
 * that is none of the tools of this project. Throws at a statement of any other form.
 */
export class Database {
  readonly #nodes = new Map<string, Row>();
  /** Start, type, end and the property by which two between the same nodes are told apart. */
  readonly #arrows = new Map<string, { readonly start: string; readonly type: string; readonly end: string }>();

  run(script: string): this {
    const { commands, graph } = readScript(script);
    for (const { statement, rows } of commands) {
      const [node, arrow, deletion] = [MERGE_NODE, MERGE_ARROW, DELETE].map((form) => form.exec(statement));
      for (const row of rows) {
        if (node) this.#nodes.set(nodeKey(node[1], graph, row['id']), row);
        else if (arrow) this.#join(arrow, graph, row);
        else if (deletion) this.#unjoin(deletion, graph, row);
        else throw new Error(`no statement that is known: ${statement}`);
      }
    }
    return this;
  }

  #join([, from, , to, , type = '', key]: RegExpExecArray, graph: unknown, row: Row): void {
    const [start, end] = [nodeKey(from, graph, row['from']), nodeKey(to, graph, row['to'])];
    if (!this.#nodes.has(start) || !this.#nodes.has(end)) throw new Error(`an arrow without its ends: ${start} ${end}`);
    const properties: Row = Object(row['properties']);
    const told = key === undefined ? '' : properties[key];
    this.#arrows.set(JSON.stringify([start, type, end, told]), { start, type, end });
  }

  #unjoin([, label, , inwards, types = '']: RegExpExecArray, graph: unknown, row: Row): void {
    const node = nodeKey(label, graph, row['id']);
    for (const [key, { start, type, end }] of this.#arrows) {
      if ((inwards === '<' ? end : start) === node && types.split('|').includes(type)) this.#arrows.delete(key);
    }
  }

  /** The names of the nodes of a label, in the order in which they came. */
  names(label: string): unknown[] {
    return [...this.#nodes].filter(([key]) => JSON.parse(key)[0] === label).map(([, row]) => row['name'] ?? row['id']);
  }

  /** Start, type and end of each arrow, sorted. */
  arrows(ofType?: string): string[] {
    return [...this.#arrows]
      .filter(([, { type }]) => ofType === undefined || type === ofType)
      .map(([key]) => key)
      .toSorted();
  }
}
