import { type IssuePath, showValue } from '../../model/issue.ts';
import type { RecordPlace } from '../foreign/records.ts';
import type { ReadInput, ReadOptions, ReadResult } from '../format.ts';
import { attributesOf, isObject, member, textMember } from '../json-stream/attributes-of.ts';
import { jsonKey, NodeKeys } from '../json-stream/json-key.ts';
import { loseMember } from '../json-stream/lose-member.ts';
import { findingsOf } from '../json-stream/own-graph.ts';
import { readRecord } from '../json-stream/read-record.ts';
import { type JsonPiece, type SplitOptions, splitJson } from '../json-stream/split-json.ts';
import { limitsOf } from '../limits.ts';
import { GRAPH_JSON } from '../property-graph/names.ts';
import { PropertyGraph } from '../property-graph/property-graph.ts';
import { failed } from '../read-failure.ts';
import { textPieces } from '../read-text.ts';
import { Adjacency } from './adjacency.ts';

type Record_ = Readonly<Record<string, unknown>>;

const FORMAT = 'graphology-json';
const NODE_OWN = new Set(['key', 'id', 'attributes']);
const EDGE_OWN = new Set(['key', 'id', 'source', 'target', 'attributes', 'undirected']);
/** The words of vis.js for the ends, where an edge has no others. */
const VIS_OWN = new Set(['key', 'id', 'from', 'to', 'attributes', 'undirected']);
const NEIGHBOUR_OWN = new Set(['key', 'id', 'attributes', 'undirected']);
/** Members of the outermost object that hold records; `links` is D3's and networkx' word. */
const LISTS = ['nodes', 'edges', 'links'];
const ADJACENCY = 'adjacency';

/** What one pass over the file learns only too late for what it has read: then another pass is needed. */
interface Known {
  /** Whether edges have a direction unless they say otherwise. */
  readonly directed: boolean;
  /** The nodes that lists of neighbours belong to, where these stand before them. */
  readonly adjacency: Adjacency | undefined;
}

interface EdgeEnds {
  readonly key: string | undefined;
  readonly from: string;
  readonly to: string;
  /** Members of the record that are no attributes of it. */
  readonly own: ReadonlySet<string>;
  readonly place: RecordPlace;
}

class GraphologyReader {
  readonly #graph: PropertyGraph;
  readonly #keys: NodeKeys;
  readonly #known: Known;
  readonly adjacency = new Adjacency();
  directed: boolean;
  #nodes = 0;
  #edges = 0;
  /** Whether nodes have no key and edges name them by their place in the list; undefined before the first. */
  #byPlace: boolean | undefined;
  /** Whether there is anything that such a file has. */
  #found = false;
  /** Whether the file said only after its edges that they have no direction. */
  toldLate = false;
  /** Whether lists of neighbours stand before the nodes. */
  nodesLate = false;

  constructor(graph: PropertyGraph, known: Known) {
    this.#graph = graph;
    this.#keys = new NodeKeys(graph.foreign);
    this.#known = known;
    this.directed = known.directed;
  }

  /** Lists of nodes and edges, and lists of lists of neighbours. */
  holdsRecords([name, index, ...more]: IssuePath, isObject: boolean): boolean {
    if (more.length > 0) return false;
    const holds =
      index === undefined
        ? LISTS.some((one) => one === name) || (name === ADJACENCY && !isObject)
        : name === ADJACENCY && !isObject;
    if (holds) this.#found = true;
    return holds;
  }

  take({ is, path, line }: JsonPiece, value: unknown): void {
    const [list, index] = path;
    const place = { line, path };
    if (is === 'member') this.#member(String(path.at(-1)), value, place);
    // A list in place of an object: that there are no nodes and edges is told in the end.
    else if (path.length === 1) return;
    else if (!isObject(value)) {
      this.#graph.foreign.bad(
        { code: 'invalid-value', message: 'This is no record', expected: 'an object', got: showValue(value) },
        place,
      );
    } else if (list === 'nodes') this.#node(value, index, place);
    else if (list === ADJACENCY) this.#neighbour(value, Number(index), place);
    else this.#edge(value, place);
  }

  /** Nothing more comes. */
  end(): void {
    if (this.#byPlace === true) {
      this.#graph.foreign.tell({
        code: 'missing-field',
        severity: 'warning',
        message: `The nodes have no key: each of the ${this.#nodes} was given its place in the list, counted from 0`,
        expected: 'edges that name nodes by their place, as D3 has them',
        remedy: 'If they do not, give each node a key ("id")',
      });
    }
    if (this.#found) return;
    this.#graph.foreign.tell({
      code: 'invalid-format',
      message: 'This is no graph: it has no list of nodes and none of edges',
      expected: '{ "nodes": […], "edges": […] } (or "links", or "adjacency")',
    });
  }

  #member(name: string, value: unknown, place: RecordPlace): void {
    if (name === 'options') {
      this.#found = true;
      this.#setDirected(member(value, 'type') !== 'undirected');
    } else if (name === 'directed') this.#setDirected(value !== false);
    else if (name === 'attributes' && isObject(value)) {
      this.#found = true;
      const whole = textMember(value, GRAPH_JSON);
      if (whole !== undefined) this.#graph.addWhole(whole, GRAPH_JSON, place);
      else for (const [field, one] of Object.entries(value)) loseMember(this.#graph.foreign, field, one, FORMAT);
    } else if (name === ADJACENCY || LISTS.includes(name)) {
      this.#found = true;
      this.#graph.foreign.tell(
        { code: 'invalid-value', message: `${showValue(name)} is no list`, got: showValue(value) },
        place,
      );
    } else if (name !== 'multigraph') loseMember(this.#graph.foreign, name, value, FORMAT);
  }

  #setDirected(directed: boolean): void {
    if (directed === this.directed) return;
    this.directed = directed;
    if (this.#edges > 0) this.toldLate = true;
  }

  #attributes(record: Record_, own: ReadonlySet<string>) {
    const empty = (): void => {
      this.#graph.foreign.lose({
        field: 'attributes of null',
        why: 'an attribute without a value says nothing',
        keptBy: FORMAT,
      });
    };
    const given = member(record, 'attributes');
    const others = attributesOf(record, own, empty);
    return isObject(given) ? [...attributesOf(given, new Set(), empty), ...others] : others;
  }

  #node(record: Record_, index: string | number | undefined, place: RecordPlace): void {
    this.#nodes++;
    const key = this.#keyOfNode(record, index, place);
    if (typeof index === 'number') this.adjacency.addNode(index, key);
    if (key !== undefined) this.#graph.addNode({ key, attributes: this.#attributes(record, NODE_OWN), place });
  }

  /** The first node tells whether nodes have keys. Without any, edges can name them only by their place, as D3 does. */
  #keyOfNode(record: Record_, index: string | number | undefined, place: RecordPlace): string | undefined {
    const given = member(record, 'key') ?? member(record, 'id');
    this.#byPlace ??= given === undefined && typeof index === 'number';
    if (!this.#byPlace)
      return this.#keys.take(given, '"key" or "id": a text, a number or a list of these', record, place);
    if (given === undefined && index !== undefined) return String(index);
    this.#graph.foreign.bad(
      {
        code: 'invalid-value',
        message: 'This node has a key, and those before it have none',
        expected: 'a key in each node, or in none',
        got: showValue(given),
      },
      place,
    );
    return undefined;
  }

  #edge(record: Record_, place: RecordPlace): void {
    this.#edges++;
    const isVis = !('source' in record) && !('target' in record);
    const from = this.#endOf(record, isVis ? 'from' : 'source', place);
    const to = this.#endOf(record, isVis ? 'to' : 'target', place);
    if (from === undefined || to === undefined) return;
    const key = jsonKey(member(record, 'key')) ?? jsonKey(member(record, 'id'));
    this.#say(record, { key, from, to, own: isVis ? VIS_OWN : EDGE_OWN, place });
  }

  #endOf(record: Record_, name: string, place: RecordPlace): string | undefined {
    const given = member(record, name);
    const key = jsonKey(given);
    if (key !== undefined && (this.#byPlace !== true || typeof given === 'number')) return key;
    this.#graph.foreign.bad(
      key === undefined
        ? {
            code: 'missing-field',
            message: 'An edge has no end',
            expected: '"source": …, "target": … (or "from", "to"): keys of nodes',
            got: showValue(record),
          }
        : {
            code: 'unknown-id',
            message: 'An edge names a node by a key, and the nodes of the file have none',
            expected: 'the place of a node in the list, counted from 0, or a key in each node',
            got: showValue(given),
          },
      place,
    );
    return undefined;
  }

  /** One neighbour of the node at a place of the list of nodes. */
  #neighbour(record: Record_, index: number, place: RecordPlace): void {
    this.#edges++;
    const { adjacency } = this.#known;
    if (adjacency === undefined && this.#nodes === 0) {
      this.nodesLate = true;
      return;
    }
    const from = (adjacency ?? this.adjacency).keyAt(index);
    if (from === undefined) {
      this.#graph.foreign.bad(
        {
          code: 'unknown-id',
          message: 'A list of neighbours belongs to no node',
          expected: 'one list for each node, in the order of the nodes',
          got: `list ${index}`,
        },
        place,
      );
      return;
    }
    const to = this.#endOf(record, 'id', place);
    if (to === undefined) return;
    if (!this.directed) {
      const { id: _, ...said } = record;
      if (this.adjacency.isSecond(from, to, JSON.stringify(said))) return;
    }
    this.#say(record, { key: jsonKey(member(record, 'key')), from, to, own: NEIGHBOUR_OWN, place });
  }

  #say(record: Record_, { own, ...edge }: EdgeEnds): void {
    // graphology says `undirected` of an edge, others `directed`, which stays an attribute, too.
    const [undirected, told] = [member(record, 'undirected'), member(record, 'directed')];
    const attributes = this.#attributes(record, own);
    let directed = typeof told === 'boolean' ? told : this.directed;
    if (typeof undirected === 'boolean') directed = !undirected;
    else if (undirected !== undefined && undirected !== null) {
      attributes.push({
        name: 'undirected',
        value: typeof undirected === 'string' ? undirected : JSON.stringify(undirected),
      });
    }
    this.#graph.addEdge({ ...edge, directed, attributes });
  }
}

/**
 * Reads graphology's JSON as it streams in, and the like of it that other tools write: sigma, networkx (node-link and
 * adjacency), D3, where nodes may have no key but their place, and vis.js (`from`, `to`). What Ascribe wrote itself comes
 * back as the claims that it was. Keys of edges may be missing. Lists become one attribute for each item, objects their
 * JSON text.
 */
export async function readGraphologyJson(input: ReadInput, options: ReadOptions = {}): Promise<ReadResult> {
  const { depth } = limitsOf(options.limits);
  try {
    // A file may say at its end what it should have said at its beginning: then it is read again.
    for (let known: Known = { directed: true, adjacency: undefined }; ; ) {
      const graph = new PropertyGraph(input.name, FORMAT, options);
      const reader = new GraphologyReader(graph, known);
      const findings = findingsOf(graph.foreign);
      const split: SplitOptions = {
        inside: (path, isObject) => reader.holdsRecords(path, isObject),
        ...{ depth, file: input.name, roots: 'one' },
      };
      for await (const piece of splitJson(textPieces(input, options), split)) {
        if (piece.is === 'close') continue;
        const record = readRecord(piece, depth, findings, 'python');
        if (record !== undefined) reader.take(piece, record.value);
      }
      reader.end();
      const needsAdjacency = reader.nodesLate && known.adjacency === undefined;
      const needsDirection = reader.toldLate && reader.directed !== known.directed;
      if (!needsAdjacency && !needsDirection) return await graph.finish();
      known = {
        directed: needsDirection ? reader.directed : known.directed,
        adjacency: needsAdjacency ? reader.adjacency : known.adjacency,
      };
    }
  } catch (error) {
    return failed(error);
  }
}
