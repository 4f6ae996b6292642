import type { Attribute } from '../../model/attributes.ts';
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
import { failed } from '../read-failure.ts';

const FORMAT = 'cyjs';
const CHILD_OF = 'child-of';
/** Members that are no attributes, where they are what their name says: else they are something that the file says. */
const NODE_OWN = new Set(['id', 'parent']);
const NODE_ALONE = new Set(['id']);
const EDGE_OWN = new Set(['id', 'source', 'target']);
const EDGE_WITHOUT_ID = new Set(['source', 'target']);
/** Of an element, besides its data. */
const ELEMENT_OWN = new Set(['data', 'position', 'group']);
const GROUPS: ReadonlySet<unknown> = new Set(['nodes', 'edges', undefined]);

/** Whether an id is the text that Python makes of a value: `(0, 1)` of a tuple, `1.0`, `True`. */
function isPythonText(id: string, value: unknown): boolean {
  if (Array.isArray(value)) return id.startsWith('(') && id.endsWith(')');
  if (typeof value === 'number') return Number(id) === value;
  return typeof value === 'boolean' && id === (value ? 'True' : 'False');
}

class CyjsReader {
  readonly #graph: PropertyGraph;
  readonly #keys: NodeKeys;
  /** Keys by the JSON of the value that they are the text of: networkx names nodes by the text, and ends by the value. */
  readonly #byValue = new Map<string, string>();
  readonly #whole: WholeGraph;
  /** Nodes that say in which other they stand, until that one is met. */
  readonly #inside: { readonly from: string; readonly to: string; readonly place: RecordPlace }[] = [];
  /** Whether edges have a direction unless they say otherwise. */
  directed: boolean;
  #edges = 0;
  /** Whether the file said only after its edges that they have no direction. */
  toldLate = false;
  /** Whether there is a place for elements, be it empty. */
  #found = false;

  constructor(graph: PropertyGraph, directed: boolean) {
    this.#graph = graph;
    this.#keys = new NodeKeys(graph.foreign);
    this.#whole = new WholeGraph(graph);
    this.directed = directed;
  }

  /** Elements are one list, or lists of nodes and of edges: each element is a record. */
  holdsElements([first, second, ...more]: IssuePath, isObject: boolean): boolean {
    if (first !== 'elements' || more.length > 0) return false;
    this.#found = true;
    return second === undefined || (!isObject && (second === 'nodes' || second === 'edges'));
  }

  take({ is, path, line }: JsonPiece, value: unknown): void {
    const place = { line, path };
    const [first, group] = path;
    // The file may be the list of elements, and no more.
    if (typeof first === 'number') this.#found = true;
    if (is === 'record') this.#element(value, typeof group === 'string' ? group : undefined, place);
    else this.#member(String(path.at(-1)), value, place);
  }

  /** Nothing more comes. */
  end(): void {
    this.#whole.end();
    for (const inside of this.#inside) this.#joinParent(inside);
    if (this.#found) return;
    this.#graph.foreign.tell({
      code: 'invalid-format',
      message: 'This is no network of Cytoscape.js: it has no elements',
      expected: '{ "elements": { "nodes": […], "edges": […] } }',
    });
  }

  #member(name: string, value: unknown, place: RecordPlace): void {
    if (name === 'directed' && typeof value === 'boolean') {
      // networkx says so; Cytoscape itself has no such member.
      if (value !== this.directed && this.#edges > 0) this.toldLate = true;
      this.directed = value;
    } else if (name === 'elements') {
      this.#found = true;
      this.#graph.foreign.tell(
        {
          code: 'invalid-value',
          message: 'The elements are no list',
          expected: '"elements": […]',
          got: showValue(value),
        },
        place,
      );
    } else if (name === 'data') {
      const others = this.#whole.takeFrom(value, place);
      if (others === undefined) loseMember(this.#graph.foreign, name, value, FORMAT);
      else
        for (const [field, one] of Object.entries(others))
          loseMember(this.#graph.foreign, `data.${field}`, one, FORMAT);
    } else if (name !== 'multigraph' || typeof value !== 'boolean')
      loseMember(this.#graph.foreign, name, value, FORMAT);
  }

  /** `group` is where the element stands; it may say so itself. */
  #element(value: unknown, group: string | undefined, place: RecordPlace): void {
    const data = member(value, 'data');
    if (!isObject(value) || !isObject(data)) {
      this.#graph.foreign.bad(
        { code: 'invalid-value', message: 'This is no element', expected: '{ "data": { … } }', got: showValue(value) },
        place,
      );
      return;
    }
    const isEdge =
      (textMember(value, 'group') ?? group ?? ('source' in data && 'target' in data ? 'edges' : 'nodes')) === 'edges';
    const empty = (): void => {
      this.#graph.foreign.lose({
        field: 'attributes of null',
        why: 'an attribute without a value says nothing',
        keptBy: FORMAT,
      });
    };
    const [id, parent] = [jsonKey(member(data, 'id')), jsonKey(member(data, 'parent'))];
    const own = isEdge ? (id === undefined ? EDGE_WITHOUT_ID : EDGE_OWN) : parent === undefined ? NODE_ALONE : NODE_OWN;
    const attributes: Attribute[] = attributesOf(data, own, empty);
    const { position, group: told } = value;
    if (isObject(position)) {
      for (const one of attributesOf(position, new Set(), empty)) attributes.push({ ...one, name: `viz.${one.name}` });
    }
    const isPlain = (position === undefined || isObject(position)) && GROUPS.has(told);
    const besides = isPlain
      ? ELEMENT_OWN
      : new Set(['data', ...(isObject(position) ? ['position'] : []), ...(GROUPS.has(told) ? ['group'] : [])]);
    for (const one of attributesOf(value, besides, empty)) attributes.push({ ...one, name: `element.${one.name}` });
    if (isEdge) this.#edge(data, attributes, place);
    else this.#node(data, attributes, place);
  }

  #node(data: unknown, attributes: Attribute[], place: RecordPlace): void {
    const key = this.#keys.take(member(data, 'id'), '"id": a text or a number', data, place);
    if (key === undefined) return;
    const value = member(data, 'value');
    if (jsonKey(value) !== key && isPythonText(key, value)) this.#byValue.set(JSON.stringify(value), key);
    // Of a node that is left out nothing stands.
    if (!this.#graph.addNode({ key, attributes, place })) return;
    const parent = jsonKey(member(data, 'parent'));
    if (parent === undefined) return;
    if (this.#graph.foreign.hasNode(parent)) this.#joinParent({ from: key, to: parent, place });
    else this.#inside.push({ from: key, to: parent, place });
  }

  /** A node stands in another. Cytoscape.js passes over one that is not there; Cytoscape writes an empty text for none. */
  #joinParent(inside: { readonly from: string; readonly to: string; readonly place: RecordPlace }): void {
    const { foreign } = this.#graph;
    if (foreign.hasNode(inside.to)) {
      this.#graph.addEdge({ ...inside, type: CHILD_OF });
      return;
    }
    if (inside.to.trim() === '') return;
    foreign.lose({ field: 'nodes.parent', why: 'the node that it names is not in the file', keptBy: FORMAT });
    foreign.tell(
      {
        code: 'unknown-id',
        severity: 'warning',
        id: inside.from.slice(0, 200),
        message: 'The node stands in one that is not in the file; it was taken without that',
        expected: '"parent": the id of a node',
        got: showValue(inside.to),
      },
      inside.place,
    );
  }

  #endOf(value: unknown): string | undefined {
    const named =
      typeof value === 'string' || this.#byValue.size === 0 ? undefined : this.#byValue.get(JSON.stringify(value));
    return named ?? jsonKey(value);
  }

  #edge(data: Readonly<Record<string, unknown>>, attributes: Attribute[], place: RecordPlace): void {
    this.#edges++;
    this.#whole.look(data);
    const from = this.#endOf(member(data, 'source'));
    const to = this.#endOf(member(data, 'target'));
    if (from === undefined || to === undefined) {
      this.#graph.foreign.bad(
        {
          code: 'missing-field',
          message: 'An edge has no end',
          expected: '"source": "…", "target": "…"',
          got: showValue(data),
        },
        place,
      );
      return;
    }
    // Some tools say it of each edge. It stays an attribute, too.
    const told = member(data, 'directed');
    const directed = typeof told === 'boolean' ? told : this.directed;
    const key = jsonKey(member(data, 'id'));
    this.#graph.addEdge({ key, from, to, directed, type: textMember(data, 'interaction'), attributes, place });
  }
}

/**
 * Reads Cytoscape.js JSON (cyjs) as it streams in: elements in one list, which may be the whole file, or in lists of nodes and edges. `interaction` is
 * the type of an edge; a node in a compound one is joined to it by `child-of`; positions are kept as `viz.x`, `viz.y`.
 * Edges have a direction unless the file, as networkx writes it, or the edge says `"directed": false`.
 */
export async function readCyjs(input: ReadInput, options: ReadOptions = {}): Promise<ReadResult> {
  try {
    // A file may say at its end that its edges have no direction: then it is read again.
    for (let directed = true; ; directed = !directed) {
      const graph = new PropertyGraph(input.name, FORMAT, options);
      const reader = new CyjsReader(graph, directed);
      await readPieces(input, options, {
        inside: (path, isObject) => reader.holdsElements(path, isObject),
        findings: findingsOf(graph.foreign),
        take: (piece, value) => reader.take(piece, value),
      });
      reader.end();
      if (!reader.toldLate || reader.directed === directed) return await graph.finish();
    }
  } catch (error) {
    return failed(error);
  }
}
