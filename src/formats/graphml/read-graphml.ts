import type { Attribute } from '../../model/attributes.ts';
import { showValue } from '../../model/issue.ts';
import type { RecordPlace } from '../foreign/records.ts';
import type { ReadInput, ReadOptions, ReadResult } from '../format.ts';
import { limitsOf } from '../limits.ts';
import { GRAPH_JSON } from '../property-graph/names.ts';
import { PropertyGraph } from '../property-graph/property-graph.ts';
import { SharedAttributes } from '../property-graph/shared-attributes.ts';
import { typedValue, valueType } from '../property-graph/typed-value.ts';
import { failed, ReadFailure } from '../read-failure.ts';
import { isNamespace, readXml, type XmlAttributes, type XmlHandler, type XmlPlace } from '../xml/read-xml.ts';
import { type Key, Keys, type Owner } from './keys.ts';

/** One end of a hyperedge. */
interface Endpoint {
  readonly node: string;
  readonly way: string | undefined;
  readonly key: string | undefined;
  readonly attributes: Attribute[];
}

/** A graph, node, edge, hyperedge, port or endpoint while its tag is open. */
interface OpenRecord {
  readonly owner: Owner;
  readonly place: RecordPlace;
  readonly own: XmlAttributes;
  readonly attributes: Attribute[];
  /** Keys that it gives a value for, where there are defaults. */
  readonly given: Set<string> | undefined;
  /** Of a graph: whether its edges are directed unless they say otherwise, and the node that it lies in. */
  readonly directed: boolean;
  readonly inside: string | undefined;
  readonly endpoints: Endpoint[];
  /** What yEd writes on it. */
  drawnLabel: string | undefined;
}

/** How a node of a nested graph is joined to the node that it lies in. */
const CHILD_OF = 'child-of';
/** What a hyperedge becomes, and how its ends are joined to it. */
const HYPEREDGE = 'hyperedge';
const END_OF = 'endpoint';

/** Attributes of XML that have a place of their own. */
const OWN: Readonly<Record<Owner, ReadonlySet<string>>> = {
  graph: new Set(),
  node: new Set(['id']),
  edge: new Set(['id', 'source', 'target', 'directed']),
  hyperedge: new Set(['id']),
  port: new Set(['name']),
  endpoint: new Set(['id', 'node', 'type']),
};

function booleanOf(text: string | undefined): boolean | undefined {
  if (text === undefined) return undefined;
  const value = typedValue(text, 'boolean');
  return typeof value === 'boolean' ? value : undefined;
}

function isOwner(name: string): name is Owner {
  return Object.hasOwn(OWN, name);
}

/** The first of Neo4j's labels (`:Person:Author`). */
function firstLabel(labels: string | undefined): string | undefined {
  return labels?.split(':').find((label) => label.trim() !== '');
}

function textOf(attributes: readonly Attribute[], name: string): string | undefined {
  const value = attributes.find((attribute) => attribute.name === name)?.value;
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

class GraphmlReader implements XmlHandler {
  readonly #graph: PropertyGraph;
  readonly #file: string;
  readonly #mostAttributes: number;
  readonly #keys = new Keys();
  readonly #open: OpenRecord[] = [];
  #root: string | undefined;
  #graphs = 0;
  #hyperedges = 0;
  #key: { readonly key: Key; readonly of: string | undefined } | undefined;
  /** The data that is open, and how deep within it the reading stands: 0 in its own text. */
  #data: { readonly id: string; readonly place: RecordPlace; depth: number; hasElements: boolean } | undefined;
  /** Of an element whose text counts; undefined elsewhere. */
  #text: string | undefined;
  /** How deep within data the label stands that yEd draws, while it is open. */
  #label: number | undefined;
  #fallbacks: Partial<Record<Owner, readonly Key[]>> = {};
  readonly #values = new SharedAttributes();
  readonly #told = new Set<string>();

  constructor(graph: PropertyGraph, file: string, mostAttributes: number) {
    this.#graph = graph;
    this.#file = file;
    this.#mostAttributes = mostAttributes;
  }

  outerDtd({ line, column }: XmlPlace): void {
    this.#graph.tellOuterDtd({ line, column });
  }

  open(name: string, attributes: XmlAttributes, at: XmlPlace): void {
    if (this.#root === undefined) {
      this.#root = name;
      if (name === 'graphml') return;
      throw new ReadFailure({
        ...{ code: 'invalid-format', file: this.#file, line: at.line, column: at.column },
        message: 'This is XML, but no GraphML',
        expected: '<graphml>',
        got: `<${name.slice(0, 100)}>`,
      });
    }
    if (this.#data !== undefined) this.#openInData(this.#data, name);
    else if (name === 'data') this.#openData(attributes, at);
    else if (isOwner(name)) this.#openRecord(name, attributes, at);
    else if (name === 'key') this.#declare(attributes, at);
    else if (name === 'default' || name === 'desc') this.#text = '';
    else this.#graph.lostElement(name);
  }

  text(text: string): void {
    if (this.#text !== undefined) this.#text += text;
  }

  close(name: string): void {
    const data = this.#data;
    if (data !== undefined) {
      if (data.depth > 0) this.#closeInData(data);
      else this.#closeData(data);
      return;
    }
    if (isOwner(name)) this.#closeRecord(name);
    else if (name === 'key') this.#key = undefined;
    else if (name === 'default') {
      if (this.#key !== undefined && this.#text !== undefined && this.#text.trim() !== '') {
        this.#keys.setFallback(this.#key.key, this.#key.of, this.#text);
        this.#fallbacks = {};
      }
      this.#text = undefined;
    } else if (name === 'desc') {
      const text = this.#text?.trim() ?? '';
      this.#text = undefined;
      const record = this.#open.at(-1);
      if (text === '') return;
      if (record === undefined || record.owner === 'graph') {
        // Of a key it explains the attribute, of the file or graph it says what it is.
        if (this.#key === undefined) this.#graph.lostOfFile('desc');
        else this.#graph.lostElement('desc');
      } else record.attributes.push({ name: 'desc', value: text });
    }
  }

  /** Tells of something once per file, however often it is met. */
  #once(key: string, tell: () => void): void {
    if (this.#told.has(key) || this.#told.size > 1000) return;
    this.#told.add(key);
    tell();
  }

  #declare(attributes: XmlAttributes, { line, column }: XmlPlace): void {
    const { id, for: of } = attributes;
    if (id === undefined) return;
    const type = attributes['attr.type'];
    const key = this.#keys.declare(id, of, attributes['attr.name'], type);
    this.#key = { key, of };
    if (type === undefined || type === '' || valueType(type) !== undefined) return;
    this.#once(`type ${type}`, () => {
      this.#graph.foreign.tell(
        {
          code: 'invalid-value',
          severity: 'warning',
          message: `The data ${showValue(key.name)} are of a type that GraphML does not have; they are kept as text`,
          got: showValue(type),
        },
        { line, column },
      );
    });
  }

  // Data

  #openData({ key: id }: XmlAttributes, { line, column }: XmlPlace): void {
    const place = { line, column };
    this.#text = '';
    this.#data = { id: id ?? '', place, depth: 0, hasElements: false };
    if (id === undefined) {
      this.#graph.foreign.bad({ code: 'missing-field', message: 'Data without a key', expected: 'key="…"' }, place);
    }
  }

  /** yEd draws within data: of that the labels are kept. */
  #openInData(data: { depth: number; hasElements: boolean }, name: string): void {
    data.depth++;
    data.hasElements = true;
    // A label holds its text and elements that say where it stands.
    if (this.#label !== undefined) return;
    const isLabel = name === 'NodeLabel' || name === 'EdgeLabel';
    this.#label = isLabel ? data.depth : undefined;
    this.#text = isLabel ? '' : undefined;
  }

  #closeInData(data: { depth: number }): void {
    data.depth--;
    if (this.#label !== data.depth + 1) return;
    const record = this.#open.at(-1);
    const text = this.#text?.trim() ?? '';
    this.#text = undefined;
    this.#label = undefined;
    if (record === undefined || text === '') return;
    // Of a folded group each state has a label of its own.
    if (record.drawnLabel === undefined) record.drawnLabel = text;
    else if (record.drawnLabel !== text) record.attributes.push({ name: 'label', value: text });
  }

  #closeData({ id, place, hasElements }: { id: string; place: RecordPlace; hasElements: boolean }): void {
    const text = this.#text ?? '';
    this.#data = undefined;
    this.#text = undefined;
    const record = this.#open.at(-1);
    if (hasElements) {
      this.#graph.foreign.lose({
        field: 'data drawn',
        why: 'data that are XML themselves tell how a tool draws a record; only labels are kept of them',
        keptBy: 'graphml',
      });
      return;
    }
    if (record === undefined) {
      if (text.trim() !== '') this.#graph.lostOfFile('data');
      return;
    }
    const key = this.#keys.find(record.owner, id) ?? this.#undeclared(id, place);
    record.given?.add(id);
    // Drawing tools declare data for all records and leave them empty.
    if (text === '' && key.type !== 'text') return;
    this.#push(record, key, text, place);
  }

  #undeclared(id: string, place: RecordPlace): Key {
    this.#once(`key ${id}`, () => {
      this.#graph.foreign.tell(
        {
          code: 'unknown-id',
          severity: 'warning',
          message: 'Data are of a key that the file does not declare; they are kept as text under its id',
          got: showValue(id),
        },
        place,
      );
    });
    return { id, name: id, type: 'text', fallback: undefined };
  }

  #push(record: OpenRecord, key: Key, text: string, place: RecordPlace): void {
    const { attribute, fits } = this.#values.of(key.name, text, key.type);
    record.attributes.push(attribute);
    if (record.attributes.length > this.#mostAttributes) {
      throw new ReadFailure({
        ...{ code: 'too-large', file: this.#file, ...place },
        message: 'A record has too many data',
        expected: `at most ${this.#mostAttributes}`,
      });
    }
    if (fits) return;
    this.#graph.foreign.tell(
      {
        code: 'invalid-value',
        severity: 'warning',
        message: `A value of ${showValue(key.name)} is not of the type that the file declares; it is kept as text`,
        expected: key.type === 'number' ? 'a number' : 'true or false',
        got: showValue(text),
      },
      place,
    );
  }

  // Records

  #openRecord(owner: Owner, own: XmlAttributes, { line, column }: XmlPlace): void {
    const outer = this.#open.at(-1);
    const place = { line, column };
    let directed = outer?.directed ?? true;
    let inside = outer?.inside;
    if (owner === 'graph') {
      directed = own['edgedefault'] !== 'undirected';
      inside = outer?.owner === 'node' ? outer.own['id'] : undefined;
      if (outer === undefined) this.#graphs++;
      if (this.#graphs === 2 && outer === undefined) {
        const message = 'The file holds several graphs; they are taken together';
        this.#graph.foreign.tell({ code: 'invalid-value', severity: 'warning', message }, place);
      }
    }
    this.#open.push({
      ...{ owner, place, own, directed, inside, drawnLabel: undefined },
      ...{ attributes: [], endpoints: [], given: this.#fallbacksOf(owner).length === 0 ? undefined : new Set() },
    });
  }

  #closeRecord(owner: Owner): void {
    const record = this.#open.pop();
    if (record === undefined) return;
    for (const name in record.own) {
      const text = record.own[name];
      if (text !== undefined && !OWN[owner].has(name) && !isNamespace(name))
        record.attributes.push({ name, value: text });
    }
    for (const key of this.#fallbacksOf(owner)) {
      if (record.given?.has(key.id) !== true && key.fallback !== undefined)
        this.#push(record, key, key.fallback, record.place);
    }
    switch (owner) {
      case 'node':
        this.#node(record);
        return;
      case 'edge':
        this.#edge(record);
        return;
      case 'hyperedge':
        this.#hyperedge(record);
        return;
      case 'endpoint':
        this.#endpoint(record);
        return;
      case 'port':
        this.#port(record);
        return;
      case 'graph':
        this.#wholeGraph(record);
    }
  }

  #fallbacksOf(owner: Owner): readonly Key[] {
    const known = this.#fallbacks[owner] ?? this.#keys.fallbacks(owner);
    this.#fallbacks[owner] = known;
    return known;
  }

  #missing(what: string, expected: string, { place }: OpenRecord): void {
    this.#graph.foreign.bad({ code: 'missing-field', message: `${what} is incomplete`, expected }, place);
  }

  #node(record: OpenRecord): void {
    const { own, attributes, place, inside, drawnLabel } = record;
    const { id } = own;
    if (id === undefined) {
      this.#missing('A node', 'id="…"', record);
      return;
    }
    // Neo4j, TinkerPop: what a node is.
    const kind = firstLabel(own['labels']) ?? textOf(attributes, 'labelV');
    this.#graph.addNode({ key: id, label: drawnLabel, kind, attributes, place });
    if (inside !== undefined) this.#graph.addEdge({ from: id, to: inside, type: CHILD_OF, place });
  }

  #edge(record: OpenRecord): void {
    const { own, attributes, place, drawnLabel } = record;
    const { id: key, source: from, target: to } = own;
    if (from === undefined || to === undefined) {
      this.#missing('An edge', 'source="…" and target="…"', record);
      return;
    }
    const told = booleanOf(own['directed']);
    if (own['directed'] !== undefined && told === undefined) {
      attributes.push({ name: 'directed', value: own['directed'] });
    }
    if (drawnLabel !== undefined) attributes.push({ name: 'label', value: drawnLabel });
    // Neo4j, TinkerPop, Cytoscape: what an edge says.
    const type = own['label'] ?? textOf(attributes, 'labelE') ?? textOf(attributes, 'interaction');
    const directed = told ?? record.directed;
    this.#graph.addEdge({ key, from, to, type, directed, attributes, place });
  }

  #endpoint(record: OpenRecord): void {
    const { node, type: way, id: key } = record.own;
    if (node === undefined) {
      this.#missing('An endpoint', 'node="…"', record);
      return;
    }
    this.#open.at(-1)?.endpoints.push({ node, way, key, attributes: record.attributes });
  }

  /** A hyperedge joins many: it becomes an entity of its own, with an edge to or from each of its ends. */
  #hyperedge({ own, attributes, place, endpoints }: OpenRecord): void {
    this.#hyperedges++;
    const key = own['id'] ?? `${HYPEREDGE}-${this.#hyperedges}`;
    this.#graph.addNode({ key, kind: HYPEREDGE, attributes, place });
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
  #port({ own, attributes }: OpenRecord): void {
    const outer = this.#open.at(-1);
    if (outer === undefined) return;
    const name = own['name'] ?? '';
    outer.attributes.push({ name: 'port', value: name });
    for (const one of attributes) outer.attributes.push({ name: `port.${name}.${one.name}`, value: one.value });
  }

  #wholeGraph({ attributes, place, inside }: OpenRecord): void {
    if (inside !== undefined) return;
    const whole = textOf(attributes, GRAPH_JSON);
    if (whole !== undefined) this.#graph.addWhole(whole, GRAPH_JSON, place);
    for (const { name } of attributes) {
      const isKnown = name === 'id' || name === 'edgedefault' || name.startsWith('parse.') || name === GRAPH_JSON;
      if (!isKnown && whole === undefined) this.#graph.lostOfFile(name.slice(0, 100));
    }
  }
}

/**
 * Reads GraphML as it streams in, from many tools; what Ascribe wrote itself comes back as the claims that it was.
 *
 * - Keys without `for`, for `all`, declared twice or not at all; types that are none (kept as text); defaults; `1` and `0`.
 * - Directed and undirected edges together; an undirected one becomes a claim of a symmetric type.
 * - A node of a nested graph is joined by `child-of` to the node that it lies in.
 * - A hyperedge becomes an entity of the kind `hyperedge`, with a claim of `endpoint` for each of its ends.
 * - Ports are attributes: `port` of the node, `sourceport` and `targetport` of the edge.
 * - Neo4j's and TinkerPop's labels, and Cytoscape's `interaction`, are kinds and types; of what yEd draws labels are kept.
 */
export async function readGraphml(input: ReadInput, options: ReadOptions = {}): Promise<ReadResult> {
  try {
    const graph = new PropertyGraph(input.name, 'graphml', options);
    await readXml(input, new GraphmlReader(graph, input.name, limitsOf(options.limits).attributes), options);
    return await graph.finish();
  } catch (error) {
    return failed(error);
  }
}
