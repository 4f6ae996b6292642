import type { Attribute } from '../../model/attributes.ts';
import { joinChildren } from '../property-graph/groups.ts';
import { GRAPH_JSON } from '../property-graph/names.ts';
import type { PropertyGraph } from '../property-graph/property-graph.ts';
import type { XmlReading } from '../property-graph/read-xml-graph.ts';
import type { RecordValues } from '../property-graph/record-values.ts';
import { typedValue } from '../property-graph/typed-value.ts';
import { keepArrows } from './drawing.ts';
import type { OpenRecord, Owner } from './open-record.ts';

/** What a hyperedge becomes, and how its ends are joined to it. */
const HYPEREDGE = 'hyperedge';
const END_OF = 'endpoint';
/** Before the name of what is said of a nested graph. */
const GRAPH = 'graph';

/** What a record is called where it is told of. */
const WORDS: Readonly<Record<Owner, string>> = {
  graph: 'A graph',
  node: 'A node',
  edge: 'An edge',
  hyperedge: 'A hyperedge',
  port: 'A port',
  endpoint: 'An endpoint',
};

function booleanOf(text: string | undefined): boolean | undefined {
  if (text === undefined) return undefined;
  const value = typedValue(text, 'boolean');
  return typeof value === 'boolean' ? value : undefined;
}

/** The first of Neo4j's labels (`:Person:Author`). */
function firstLabel(labels: string | undefined): string | undefined {
  return labels?.split(':').find((label) => label.trim() !== '');
}

function textOf(attributes: readonly Attribute[], name: string): string | undefined {
  for (const attribute of attributes) {
    if (attribute.name !== name) continue;
    return typeof attribute.value === 'string' && attribute.value.trim() !== '' ? attribute.value : undefined;
  }
  return undefined;
}

/** Some tools write Neo4j's labels as data alone. Labels of anything else do not begin with a colon. */
function labelInData(attributes: readonly Attribute[]): string | undefined {
  const labels = textOf(attributes, 'labels');
  return labels?.startsWith(':') ? firstLabel(labels) : undefined;
}

/** Makes nodes and edges of what GraphML has, each when its tag is closed. */
export class Records {
  readonly #graph: PropertyGraph;
  readonly #values: RecordValues;
  #hyperedges = 0;

  constructor({ graph, values }: XmlReading<Owner>) {
    this.#graph = graph;
    this.#values = values;
  }

  /** Takes a record that is complete; `outer` is the one around it. */
  take(record: OpenRecord, outer: OpenRecord | undefined): void {
    switch (record.owner) {
      case 'node':
        this.#node(record, outer);
        return;
      case 'edge':
        this.#edge(record);
        return;
      case 'hyperedge':
        this.#hyperedge(record);
        return;
      case 'endpoint':
        this.#endpoint(record, outer);
        return;
      case 'port':
        if (outer !== undefined) this.#port(record, outer);
        return;
      case 'graph':
        if (outer === undefined) this.#wholeGraph(record);
        else {
          this.#pass(record, outer, GRAPH);
          const { children } = record;
          // A node can hold several graphs, of many nodes.
          if (outer.children === undefined) outer.children = children;
          else for (const child of children ?? []) outer.children.push(child);
        }
    }
  }

  #missing(expected: string, { owner, line, column }: OpenRecord): void {
    const message = `${WORDS[owner]} is incomplete`;
    this.#graph.foreign.bad({ code: 'missing-field', message, expected }, { line, column });
  }

  #isTooLarge(record: OpenRecord): boolean {
    return this.#values.isTooLarge(record, WORDS[record.owner], record.own['id']);
  }

  #node(record: OpenRecord, outer: OpenRecord | undefined): void {
    const key = this.#takeNode(record);
    if (record.children !== undefined) joinChildren(this.#graph, record.children, key, 'graphml');
    if (key === undefined || outer?.owner !== 'graph' || !outer.isNested) return;
    outer.children ??= [];
    outer.children.push({ key, place: { line: record.line, column: record.column } });
  }

  /** The key of the node, if it was taken. */
  #takeNode(record: OpenRecord): string | undefined {
    const { own, attributes, line, column, drawnLabel: label } = record;
    const { id } = own;
    if (id === undefined) {
      this.#missing('id="…"', record);
      return undefined;
    }
    if (this.#isTooLarge(record)) return undefined;
    // Neo4j, TinkerPop: what a node is.
    const kind = firstLabel(own['labels']) ?? textOf(attributes, 'labelV') ?? labelInData(attributes);
    return this.#graph.addNode({ key: id, label, kind, attributes, place: { line, column } }) ? id : undefined;
  }

  #edge(record: OpenRecord): void {
    const { own, attributes, line, column } = record;
    const { id: key, source: from, target: to, directed: said, label } = own;
    if (from === undefined || to === undefined) {
      this.#missing('source="…" and target="…"', record);
      return;
    }
    const told = booleanOf(said);
    if (said !== undefined && told === undefined) this.#values.add(record, { name: 'directed', value: said });
    const directed = told ?? record.directed;
    keepArrows(record, directed, this.#graph, this.#values);
    if (this.#isTooLarge(record)) return;
    // Neo4j, TinkerPop, Cytoscape: what an edge says.
    const type = label ?? textOf(attributes, 'labelE') ?? textOf(attributes, 'interaction');
    this.#graph.addEdge({ key, from, to, type, directed, attributes, place: { line, column } });
  }

  #endpoint(record: OpenRecord, outer: OpenRecord | undefined): void {
    const { node, type: way, id: key } = record.own;
    if (node === undefined) {
      this.#missing('node="…"', record);
      return;
    }
    if (outer === undefined || this.#isTooLarge(record)) return;
    outer.endpoints ??= [];
    outer.endpoints.push({ node, way, key, attributes: record.attributes });
  }

  /** A hyperedge joins many: it becomes an entity of its own, with an edge to or from each of its ends. */
  #hyperedge(record: OpenRecord): void {
    this.#hyperedges++;
    if (this.#isTooLarge(record)) return;
    const { own, attributes, line, column, endpoints = [] } = record;
    const place = { line, column };
    const key = own['id'] ?? `${HYPEREDGE}-${this.#hyperedges}`;
    if (!this.#graph.addNode({ key, kind: HYPEREDGE, attributes, place })) return;
    for (const end of endpoints) {
      const outwards = end.way === 'out';
      this.#graph.addEdge({
        ...{ key: end.key, type: END_OF, attributes: end.attributes, place },
        ...(outwards ? { from: key, to: end.node } : { from: end.node, to: key }),
        directed: outwards || end.way === 'in',
      });
    }
  }

  /** A port is a place on a node where edges end: its name and data are the node's. */
  #port(record: OpenRecord, outer: OpenRecord): void {
    const name = record.own['name'] ?? '';
    this.#values.add(outer, { name: 'port', value: name });
    this.#pass(record, outer, `port.${name}`);
  }

  /** Gives what is said of a part of a record to the record. */
  #pass({ attributes, excess }: OpenRecord, outer: OpenRecord, prefix: string): void {
    for (const { name, value } of attributes) {
      if (prefix !== GRAPH || !isForParsers(name)) this.#values.add(outer, { name: `${prefix}.${name}`, value });
    }
    outer.excess += excess;
  }

  #wholeGraph({ attributes, excess, line, column }: OpenRecord): void {
    const whole = textOf(attributes, GRAPH_JSON);
    if (whole !== undefined) {
      this.#graph.addWhole(whole, GRAPH_JSON, { line, column });
    }
    for (const { name } of attributes) {
      const isOwn = whole !== undefined && (name === GRAPH_JSON || name === 'description');
      if (!isOwn && !isForParsers(name)) this.#graph.lostOfFile(name);
    }
    if (excess > 0) this.#graph.lostOfFile('data', excess);
  }
}

/** Whether an attribute of a graph counts its records, for those who read them. */
function isForParsers(name: string): boolean {
  return name.startsWith('parse.');
}
