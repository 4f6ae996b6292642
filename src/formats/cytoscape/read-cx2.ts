import type { Attribute } from '../../model/attributes.ts';
import { showValue } from '../../model/issue.ts';
import type { RecordPlace } from '../foreign/records.ts';
import type { ReadInput, ReadOptions, ReadResult } from '../format.ts';
import { attributesOf, isObject, listMember, member, textMember } from '../json-stream/attributes-of.ts';
import { findingsOf } from '../json-stream/own-graph.ts';
import { readRecord } from '../json-stream/read-record.ts';
import { splitJson } from '../json-stream/split-json.ts';
import { limitsOf } from '../limits.ts';
import { keyOf } from '../property-graph/key-of.ts';
import { PropertyGraph } from '../property-graph/property-graph.ts';
import { failed, ReadFailure } from '../read-failure.ts';
import { textPieces } from '../read-text.ts';

const FORMAT = 'cx2';
/** What frames the network and says nothing of it. */
const FRAME = new Set(['CXVersion', 'hasFragments', 'metaData', 'status']);
const NONE: ReadonlySet<string> = new Set();
const NODE_PLACES = ['x', 'y', 'z'] as const;

/** Attributes of one sort of record, as the file declares them: names by alias, and what a record has without a value. */
interface Declared {
  readonly names: Map<string, string>;
  readonly fallbacks: Map<string, unknown>;
}

class Cx2Reader {
  readonly #graph: PropertyGraph;
  readonly #nodes: Declared = { names: new Map(), fallbacks: new Map() };
  readonly #edges: Declared = { names: new Map(), fallbacks: new Map() };

  constructor(graph: PropertyGraph) {
    this.#graph = graph;
  }

  /** One aspect, or a part of one. */
  aspect(name: string, value: unknown, place: RecordPlace): void {
    if (FRAME.has(name)) return;
    const records = Array.isArray(value) ? value : [];
    const each = (take: (record: unknown, at: RecordPlace) => void): void => {
      records.forEach((record: unknown, i) => {
        take(record, { ...place, path: [...(place.path ?? []), name, i] });
      });
    };
    if (name === 'nodes') each((record, at) => this.#node(record, at));
    else if (name === 'edges') each((record, at) => this.#edge(record, at));
    else if (name === 'attributeDeclarations') {
      for (const record of records) {
        this.#declare(this.#nodes, member(record, 'nodes'));
        this.#declare(this.#edges, member(record, 'edges'));
      }
    } else {
      // What is drawn, and what the network says of itself.
      const aspect = `aspect ${name.slice(0, 100)}`;
      const why = 'only nodes and edges with their attributes are read';
      this.#graph.foreign.lose({ field: aspect, why, keptBy: FORMAT, count: Math.max(1, records.length) });
    }
  }

  #declare({ names, fallbacks }: Declared, declarations: unknown): void {
    if (!isObject(declarations)) return;
    for (const [name, declaration] of Object.entries(declarations)) {
      const alias = textMember(declaration, 'a') ?? name;
      names.set(alias, name);
      const fallback = member(declaration, 'v');
      if (fallback !== undefined && fallback !== null) fallbacks.set(name, fallback);
    }
  }

  #attributes(record: unknown, { names, fallbacks }: Declared): Attribute[] {
    const given = member(record, 'v');
    const values = new Map(
      isObject(given) ? Object.entries(given).map(([alias, value]) => [names.get(alias) ?? alias, value]) : [],
    );
    for (const [name, value] of fallbacks) if (!values.has(name)) values.set(name, value);
    return attributesOf(Object.fromEntries(values), NONE, () => {
      this.#graph.foreign.lose({
        field: 'attributes of null',
        why: 'an attribute without a value says nothing',
        keptBy: FORMAT,
      });
    });
  }

  #node(record: unknown, place: RecordPlace): void {
    const key = keyOf(member(record, 'id'));
    if (key === undefined) {
      this.#graph.foreign.bad(
        { code: 'missing-field', message: 'A node has no id', expected: '"id": …', got: showValue(record) },
        place,
      );
      return;
    }
    const attributes = this.#attributes(record, this.#nodes);
    for (const name of NODE_PLACES) {
      const value = member(record, name);
      if (typeof value === 'number') attributes.push({ name: `viz.${name}`, value });
    }
    this.#graph.addNode({ key, attributes, place });
  }

  #edge(record: unknown, place: RecordPlace): void {
    const from = keyOf(member(record, 's'));
    const to = keyOf(member(record, 't'));
    if (from === undefined || to === undefined) {
      this.#graph.foreign.bad(
        { code: 'missing-field', message: 'An edge has no end', expected: '"s": …, "t": …', got: showValue(record) },
        place,
      );
      return;
    }
    const attributes = this.#attributes(record, this.#edges);
    const interaction = attributes.find(({ name }) => name === 'interaction')?.value;
    const type = interaction === undefined ? undefined : String(interaction);
    this.#graph.addEdge({ key: keyOf(member(record, 'id')), from, to, type, attributes, place });
  }
}

/**
 * Reads CX2, in which Cytoscape and NDEx exchange networks: aliases and defaults of declared attributes are resolved,
 * aspects may come in several parts, and `interaction` is the type of an edge. Positions are kept as `viz.x`, `viz.y`,
 * `viz.z`. One part of an aspect is held whole while it is read.
 */
export async function readCx2(input: ReadInput, options: ReadOptions = {}): Promise<ReadResult> {
  const { depth } = limitsOf(options.limits);
  try {
    const graph = new PropertyGraph(input.name, FORMAT, options);
    const reader = new Cx2Reader(graph);
    const findings = findingsOf(graph.foreign);
    const pieces = splitJson(textPieces(input, options), { inside: [], depth, file: input.name });
    let first = true;
    for await (const piece of pieces) {
      if (piece.is === 'close') continue;
      const record = readRecord(piece, depth, findings);
      if (record === undefined) continue;
      const { line, path } = piece;
      const isCx2 = /^2(?:\.|$)/u.test(textMember(record.value, 'CXVersion') ?? '');
      if (first && !isCx2) {
        throw new ReadFailure({
          ...{ code: 'invalid-format', file: input.name, line, path },
          message: 'This is no CX2',
          expected: '[{ "CXVersion": "2.0", … }, …]',
          got: showValue(record.value),
        });
      }
      first = false;
      if (!isObject(record.value)) continue;
      for (const [name, value] of Object.entries(record.value)) reader.aspect(name, value, { line, path });
      for (const status of listMember(record.value, 'status')) {
        if (member(status, 'success') !== false) continue;
        graph.foreign.tell({
          ...{ code: 'invalid-format', severity: 'warning', line, path },
          message: 'The file says that it was not written to its end',
          got: showValue(textMember(status, 'error')),
        });
      }
    }
    return await graph.finish();
  } catch (error) {
    return failed(error);
  }
}
