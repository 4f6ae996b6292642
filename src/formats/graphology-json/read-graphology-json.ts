import { type IssuePath, showValue } from '../../model/issue.ts';
import type { RecordPlace } from '../foreign/records.ts';
import type { ReadInput, ReadOptions, ReadResult } from '../format.ts';
import { attributesOf, isObject, member, textMember } from '../json-stream/attributes-of.ts';
import { jsonKey, NodeKeys } from '../json-stream/json-key.ts';
import { loseMember } from '../json-stream/lose-member.ts';
import { findingsOf } from '../json-stream/own-graph.ts';
import { readPieces } from '../json-stream/read-pieces.ts';
import type { JsonPiece } from '../json-stream/split-json.ts';
import { WholeGraph } from '../json-stream/whole-graph.ts';
import { PropertyGraph } from '../property-graph/property-graph.ts';
import { failed, ReadFailure } from '../read-failure.ts';
import { textPieces } from '../read-text.ts';
import { Adjacency } from './adjacency.ts';
import { type KeyName, ownMembers, type Shape } from './own-members.ts';
import { unreadJson } from './unread-json.ts';

type Record_ = Readonly<Record<string, unknown>>;

const FORMAT = 'graphology-json';
/** Members of the outermost object that hold records; `links` is D3's and networkx' word. */
const LISTS = ['nodes', 'edges', 'links'];
const ADJACENCY = 'adjacency';
/** How much of the start of a file is looked at to tell what else it may be, in UTF-16 units: as much as tells its format. */
const HEAD = 64 * 1024;
/** Options that graphology has and no other tool. */
const GRAPHOLOGY_OPTIONS = ['type', 'multi', 'allowSelfLoops'];

/** What one pass over the file learns only too late for what it has read: then another pass is needed. */
interface Known {
  /** Whether edges have a direction unless they say otherwise. */
  readonly directed: boolean;
  /** The nodes that lists of neighbours belong to, where these stand before them. */
  readonly adjacency: Adjacency | undefined;
  /** Whether it is a file of graphology, in which `key` names a node that has an `id`, too. */
  readonly isGraphology: boolean;
}

interface EdgeEnds {
  readonly key: string | undefined;
  readonly from: string;
  readonly to: string;
  readonly shape: Shape;
  readonly keyName: KeyName;
  readonly place: RecordPlace;
}

/** Whether a record is two keys and no more. */
function isPair(value: unknown): value is readonly [unknown, unknown] {
  return Array.isArray(value) && value.length === 2 && value.every((end) => jsonKey(end) !== undefined);
}

class GraphologyReader {
  readonly #graph: PropertyGraph;
  readonly #keys: NodeKeys;
  readonly #known: Known;
  readonly #whole: WholeGraph;
  readonly adjacency = new Adjacency();
  directed: boolean;
  isGraphology: boolean;
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
  /** Whether a node that has `key` and `id` was named by `id`. */
  namedById = false;
  /** Edges of vis.js that have no arrow, and whether the file tells elsewhere which way edges lead. */
  #arrowless = 0;
  #tellsDirection = false;

  constructor(graph: PropertyGraph, known: Known) {
    this.#graph = graph;
    this.#keys = new NodeKeys(graph.foreign);
    this.#known = known;
    this.#whole = new WholeGraph(graph);
    this.directed = known.directed;
    this.isGraphology = known.isGraphology;
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
    else if (list !== 'nodes' && list !== ADJACENCY && isPair(value)) {
      // sigma's own demonstrations write an edge as the two keys alone.
      const [source, target] = value;
      this.#edge({ source, target }, place);
    } else if (!isObject(value)) {
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
    this.#whole.end();
    for (const { index, place } of this.adjacency.onlyAstray((key) => this.#graph.foreign.hasNode(key)))
      this.#noListOwner(index, place);
    if (this.#arrowless > 0 && !this.#tellsDirection) {
      this.#graph.foreign.tell({
        code: 'missing-field',
        severity: 'warning',
        message: `Of the edges ${this.#arrowless} have no arrow; each was taken to lead from its "from" to its "to"`,
        expected: '"arrows", as vis.js has them: it draws an edge without them as one without a direction',
        remedy: 'Say "directed": false in the edges, or for the whole file, if they have no direction',
      });
    }
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
    const { foreign } = this.#graph;
    if (name === 'options' && isObject(value)) this.#options(value);
    else if (name === 'directed' && typeof value === 'boolean') {
      this.#tellsDirection = true;
      this.#setDirected(value);
    } else if (name === 'attributes' && isObject(value)) {
      this.#found = true;
      this.isGraphology = true;
      const others = this.#whole.takeFrom(value, place) ?? value;
      for (const [field, one] of Object.entries(others)) loseMember(foreign, field, one, FORMAT);
    } else if (name === 'graph' || name === 'data') {
      const others = this.#whole.takeFrom(value, place);
      if (others === undefined) loseMember(foreign, name, value, FORMAT);
      else for (const [field, one] of Object.entries(others)) loseMember(foreign, `${name}.${field}`, one, FORMAT);
    } else if (name === ADJACENCY || LISTS.includes(name)) {
      this.#found = true;
      foreign.tell({ code: 'invalid-value', message: `${showValue(name)} is no list`, got: showValue(value) }, place);
    } else if (name !== 'multigraph' || typeof value !== 'boolean') loseMember(foreign, name, value, FORMAT);
  }

  #options(options: Record_): void {
    this.#found = true;
    if (GRAPHOLOGY_OPTIONS.some((name) => name in options)) this.isGraphology = true;
    const type = textMember(options, 'type');
    if (type !== undefined) this.#setDirected(type !== 'undirected');
    if (member(member(options, 'edges'), 'arrows') !== undefined) this.#tellsDirection = true;
    for (const [name, value] of Object.entries(options)) {
      if (!GRAPHOLOGY_OPTIONS.includes(name)) loseMember(this.#graph.foreign, `options.${name}`, value, FORMAT);
    }
  }

  #setDirected(directed: boolean): void {
    if (directed === this.directed) return;
    this.directed = directed;
    if (this.#edges > 0) this.toldLate = true;
  }

  #attributes(record: Record_, shape: Shape, keyName: KeyName, tellsDirection = false) {
    const empty = (): void => {
      this.#graph.foreign.lose({
        field: 'attributes of null',
        why: 'an attribute without a value says nothing',
        keptBy: FORMAT,
      });
    };
    const given = member(record, 'attributes');
    const others = attributesOf(record, ownMembers(shape, keyName, isObject(given), tellsDirection), empty);
    return isObject(given) ? [...attributesOf(given, new Set(), empty), ...others] : others;
  }

  #node(record: Record_, index: string | number | undefined, place: RecordPlace): void {
    this.#nodes++;
    const keyName = this.#keyNameOfNode(record);
    const key = this.#keyOfNode(record, keyName, index, place);
    const isTaken =
      key !== undefined && this.#graph.addNode({ key, attributes: this.#attributes(record, 'node', keyName), place });
    if (typeof index === 'number') this.adjacency.addNode(index, isTaken ? key : undefined);
  }

  /** Which member names a node. networkx, D3 and vis.js have `id`, and `key` may be anything that they say of it. */
  #keyNameOfNode(record: Record_): KeyName {
    const isKey = jsonKey(member(record, 'key')) !== undefined;
    const isId = jsonKey(member(record, 'id')) !== undefined;
    if (!isKey || !isId) return isKey ? 'key' : isId ? 'id' : undefined;
    if (this.isGraphology || isObject(member(record, 'attributes'))) return 'key';
    this.namedById = true;
    return 'id';
  }

  /** The first node tells whether nodes have keys. Without any, edges can name them only by their place, as D3 does. */
  #keyOfNode(
    record: Record_,
    keyName: KeyName,
    index: string | number | undefined,
    place: RecordPlace,
  ): string | undefined {
    const given = keyName === undefined ? (member(record, 'key') ?? member(record, 'id')) : member(record, keyName);
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
    const [first, second] = isVis ? (['from', 'to'] as const) : (['source', 'target'] as const);
    const from = this.#endOf(record, first, place);
    // Where that was told of the whole record, the other end tells nothing new.
    const isTold = jsonKey(member(record, first)) === undefined;
    const to = isTold ? undefined : this.#endOf(record, second, place);
    if (from === undefined || to === undefined) return;
    let key = jsonKey(member(record, 'key'));
    let keyName: KeyName = key === undefined ? undefined : 'key';
    if (key === undefined) {
      key = jsonKey(member(record, 'id'));
      if (key !== undefined) keyName = 'id';
    }
    this.#say(record, { key, keyName, from, to, shape: isVis ? 'vis' : 'edge', place });
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
      this.#astray(record, index, place);
      return;
    }
    const to = this.#endOf(record, 'id', place);
    if (to === undefined) return;
    if (!this.directed) {
      const { id: _, ...said } = record;
      if (this.adjacency.isSecond(from, to, JSON.stringify(said))) return;
    }
    const key = jsonKey(member(record, 'key'));
    const keyName = key === undefined ? undefined : 'key';
    this.#say(record, { key, keyName, from, to, shape: 'neighbour', place });
  }

  /** A neighbour in a list that belongs to no node. Without directions its edge stands at the other end, too. */
  #astray(record: Record_, index: number, place: RecordPlace): void {
    const to = this.directed ? undefined : jsonKey(member(record, 'id'));
    if (to === undefined) this.#noListOwner(index, place);
    else {
      const { id: _, ...said } = record;
      this.adjacency.addAstray({ to, said: JSON.stringify(said), index, place });
    }
  }

  #noListOwner(index: number, place: RecordPlace): void {
    this.#graph.foreign.bad(
      {
        code: 'unknown-id',
        message: 'A list of neighbours belongs to no node',
        expected: 'one list for each node, in the order of the nodes',
        got: `list ${index}`,
      },
      place,
    );
  }

  #say(record: Record_, { keyName, shape, ...edge }: EdgeEnds): void {
    // graphology says `undirected` of an edge, others `directed`, which stays an attribute, too.
    const [undirected, told] = [member(record, 'undirected'), member(record, 'directed')];
    const tellsDirection = typeof undirected === 'boolean';
    const directed = tellsDirection ? !undirected : typeof told === 'boolean' ? told : this.directed;
    const attributes = this.#attributes(record, shape, keyName, tellsDirection);
    if (shape === 'vis' && !tellsDirection && typeof told !== 'boolean' && (member(record, 'arrows') ?? '') === '')
      this.#arrowless++;
    this.#whole.look(record);
    this.#graph.addEdge({ ...edge, directed, attributes });
  }
}

/** Throws a ReadFailure for JSON of graph tools of which it is known that it is not read, and what it is. */
async function refuseOthers(input: ReadInput, options: ReadOptions): Promise<void> {
  const { signal } = options;
  let head = '';
  for await (const piece of textPieces(input, signal === undefined ? {} : { signal })) {
    head += piece;
    if (head.length >= HEAD) break;
  }
  const found = unreadJson(head.slice(0, HEAD));
  if (found === undefined) return;
  throw new ReadFailure({
    code: 'invalid-format',
    file: input.name,
    message: `This is ${found.what}`,
    remedy: found.remedy,
  });
}

/**
 * Reads graphology's JSON as it streams in, and the like of it that other tools write: sigma, networkx (node-link and
 * adjacency), D3, where nodes may have no key but their place, and vis.js (`from`, `to`). What Ascribe wrote itself comes
 * back as the claims that it was. Keys of edges may be missing. Lists become one attribute for each item, objects their
 * JSON text.
 */
export async function readGraphologyJson(input: ReadInput, options: ReadOptions = {}): Promise<ReadResult> {
  try {
    await refuseOthers(input, options);
    // A file may say at its end what it should have said at its beginning: then it is read again.
    for (let known: Known = { directed: true, adjacency: undefined, isGraphology: false }; ; ) {
      const graph = new PropertyGraph(input.name, FORMAT, options);
      const reader = new GraphologyReader(graph, known);
      await readPieces(input, options, {
        inside: (path, isObject) => reader.holdsRecords(path, isObject),
        findings: findingsOf(graph.foreign),
        take: (piece, value) => reader.take(piece, value),
      });
      reader.end();
      const needsAdjacency = reader.nodesLate && known.adjacency === undefined;
      const needsDirection = reader.toldLate && reader.directed !== known.directed;
      const needsKeys = reader.namedById && reader.isGraphology;
      if (!needsAdjacency && !needsDirection && !needsKeys) return await graph.finish();
      known = {
        directed: needsDirection ? reader.directed : known.directed,
        // Its nodes may have been called by other names.
        adjacency: needsKeys ? undefined : needsAdjacency ? reader.adjacency : known.adjacency,
        isGraphology: reader.isGraphology,
      };
    }
  } catch (error) {
    return failed(error);
  }
}
