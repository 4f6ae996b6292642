import { showValue } from '../../model/issue.ts';
import type { RecordPlace } from '../foreign/records.ts';
import type { ReadInput, ReadOptions, ReadResult } from '../format.ts';
import { attributesOf, isObject, member, textMember } from '../json-stream/attributes-of.ts';
import { findingsOf } from '../json-stream/own-graph.ts';
import { readRecord } from '../json-stream/read-record.ts';
import { type JsonPiece, splitJson } from '../json-stream/split-json.ts';
import { limitsOf } from '../limits.ts';
import { keyOf } from '../property-graph/key-of.ts';
import { GRAPH_JSON } from '../property-graph/names.ts';
import { PropertyGraph } from '../property-graph/property-graph.ts';
import { failed } from '../read-failure.ts';
import { textPieces } from '../read-text.ts';

type Record_ = Readonly<Record<string, unknown>>;

const NODE_OWN = new Set(['key', 'id', 'attributes']);
const EDGE_OWN = new Set(['key', 'id', 'source', 'target', 'attributes', 'undirected']);
/** Members of the outermost object that hold records; `links` is D3's and NetworkX's word. */
const LISTS = ['nodes', 'edges', 'links'];

class GraphologyReader {
  readonly #graph: PropertyGraph;
  readonly #format: string;
  /** Whether edges have a direction unless they say otherwise. */
  directed: boolean;
  #edges = 0;
  /** Whether the file said only after its edges that they have no direction. */
  toldLate = false;

  constructor(graph: PropertyGraph, format: string, directed: boolean) {
    this.#graph = graph;
    this.#format = format;
    this.directed = directed;
  }

  take({ is, path, line }: JsonPiece, value: unknown): void {
    if (is === 'member') this.#member(String(path.at(-1)), value, { line, path });
    else if (path.length !== 2) this.#lost(String(path[0]));
    else if (!isObject(value)) {
      this.#graph.foreign.bad(
        { code: 'invalid-value', message: 'This is no record', got: showValue(value) },
        { line, path },
      );
    } else if (path[0] === 'nodes') this.#node(value, { line, path });
    else this.#edge(value, { line, path });
  }

  #lost(field: string): void {
    this.#graph.lostOfFile(field.slice(0, 100));
  }

  #member(name: string, value: unknown, place: RecordPlace): void {
    if (name === 'options') this.#setDirected(member(value, 'type') !== 'undirected');
    else if (name === 'directed') this.#setDirected(value !== false);
    else if (name === 'attributes' && isObject(value)) {
      const whole = textMember(value, GRAPH_JSON);
      if (whole !== undefined) this.#graph.addWhole(whole, GRAPH_JSON, place);
      else for (const field of Object.keys(value)) this.#lost(field);
    } else if (name !== 'multigraph' && !LISTS.includes(name)) this.#lost(name);
    else if (LISTS.includes(name)) {
      this.#graph.foreign.tell(
        { code: 'invalid-value', message: `${showValue(name)} is no list`, got: showValue(value) },
        place,
      );
    }
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
        keptBy: this.#format,
      });
    };
    const given = member(record, 'attributes');
    return [...(isObject(given) ? attributesOf(given, new Set(), empty) : []), ...attributesOf(record, own, empty)];
  }

  #node(record: Record_, place: RecordPlace): void {
    const key = keyOf(member(record, 'key')) ?? keyOf(member(record, 'id'));
    if (key === undefined) {
      this.#graph.foreign.bad({ code: 'missing-field', message: 'A node has no key', expected: '"key": "…"' }, place);
      return;
    }
    this.#graph.addNode({ key, attributes: this.#attributes(record, NODE_OWN), place });
  }

  #edge(record: Record_, place: RecordPlace): void {
    this.#edges++;
    const from = keyOf(member(record, 'source'));
    const to = keyOf(member(record, 'target'));
    if (from === undefined || to === undefined) {
      this.#graph.foreign.bad(
        { code: 'missing-field', message: 'An edge has no end', expected: '"source": "…", "target": "…"' },
        place,
      );
      return;
    }
    const key = keyOf(member(record, 'key')) ?? keyOf(member(record, 'id'));
    const undirected = member(record, 'undirected');
    const directed = typeof undirected === 'boolean' ? !undirected : this.directed;
    this.#graph.addEdge({ key, from, to, directed, attributes: this.#attributes(record, EDGE_OWN), place });
  }
}

/**
 * Reads graphology's JSON as it streams in, and the like of it that sigma, D3 and NetworkX (node-link) write; what Ascribe
 * wrote itself comes back as the claims that it was. Keys of edges may be missing. Lists become one attribute for each
 * item, objects their JSON text.
 */
export async function readGraphologyJson(input: ReadInput, options: ReadOptions = {}): Promise<ReadResult> {
  const { depth } = limitsOf(options.limits);
  const format = 'graphology-json';
  try {
    // A file may say at its end that its edges have no direction: then it is read again.
    for (let directed = true; ; directed = !directed) {
      const graph = new PropertyGraph(input.name, format, options);
      const reader = new GraphologyReader(graph, format, directed);
      const findings = findingsOf(graph.foreign);
      const pieces = splitJson(textPieces(input, options), { inside: LISTS, depth, file: input.name });
      for await (const piece of pieces) {
        if (piece.is === 'close') continue;
        const record = readRecord(piece, depth, findings);
        if (record !== undefined) reader.take(piece, record.value);
      }
      if (!reader.toldLate || reader.directed === directed) return await graph.finish();
    }
  } catch (error) {
    return failed(error);
  }
}
