import type { Attribute } from '../../model/attributes.ts';
import { showValue } from '../../model/issue.ts';
import type { RecordPlace } from '../foreign/records.ts';
import type { ReadInput, ReadOptions, ReadResult } from '../format.ts';
import { attributesOf, isObject, member, textMember } from '../json-stream/attributes-of.ts';
import { findingsOf } from '../json-stream/own-graph.ts';
import { readRecord } from '../json-stream/read-record.ts';
import { splitJson } from '../json-stream/split-json.ts';
import { limitsOf } from '../limits.ts';
import { keyOf } from '../property-graph/key-of.ts';
import { PropertyGraph } from '../property-graph/property-graph.ts';
import { failed } from '../read-failure.ts';
import { textPieces } from '../read-text.ts';

const FORMAT = 'cyjs';
const CHILD_OF = 'child-of';
const NODE_OWN = new Set(['id', 'parent']);
const EDGE_OWN = new Set(['id', 'source', 'target']);
/** Of an element, besides its data. */
const ELEMENT_OWN = new Set(['data', 'position', 'group']);

class CyjsReader {
  readonly #graph: PropertyGraph;

  constructor(graph: PropertyGraph) {
    this.#graph = graph;
  }

  /** `group` is where the element stands; it may say so itself. */
  element(value: unknown, group: string | undefined, place: RecordPlace): void {
    const data = member(value, 'data');
    if (!isObject(value) || !isObject(data)) {
      this.#graph.foreign.bad(
        { code: 'invalid-value', message: 'This is no element', expected: '{ "data": { … } }', got: showValue(value) },
        place,
      );
      return;
    }
    const isEdge = (textMember(value, 'group') ?? group ?? ('source' in data ? 'edges' : 'nodes')) === 'edges';
    const empty = (): void => {
      this.#graph.foreign.lose({
        field: 'attributes of null',
        why: 'an attribute without a value says nothing',
        keptBy: FORMAT,
      });
    };
    const attributes: Attribute[] = attributesOf(data, isEdge ? EDGE_OWN : NODE_OWN, empty);
    const position = member(value, 'position');
    if (isObject(position)) {
      for (const one of attributesOf(position, new Set(), empty)) attributes.push({ ...one, name: `viz.${one.name}` });
    }
    for (const one of attributesOf(value, ELEMENT_OWN, empty)) attributes.push({ ...one, name: `element.${one.name}` });
    const key = keyOf(member(data, 'id'));
    if (isEdge) this.#edge(data, key, attributes, place);
    else this.#node(data, key, attributes, place);
  }

  #node(data: unknown, key: string | undefined, attributes: Attribute[], place: RecordPlace): void {
    if (key === undefined) {
      this.#graph.foreign.bad({ code: 'missing-field', message: 'A node has no id', expected: '"id": "…"' }, place);
      return;
    }
    this.#graph.addNode({ key, attributes, place });
    const parent = keyOf(member(data, 'parent'));
    if (parent !== undefined) this.#graph.addEdge({ from: key, to: parent, type: CHILD_OF, place });
  }

  #edge(data: unknown, key: string | undefined, attributes: Attribute[], place: RecordPlace): void {
    const from = keyOf(member(data, 'source'));
    const to = keyOf(member(data, 'target'));
    if (from === undefined || to === undefined) {
      this.#graph.foreign.bad(
        { code: 'missing-field', message: 'An edge has no end', expected: '"source": "…", "target": "…"' },
        place,
      );
      return;
    }
    this.#graph.addEdge({ key, from, to, type: textMember(data, 'interaction'), attributes, place });
  }

  /** What stands in `elements`: one element, or all of a group. */
  elements(value: unknown, step: string | number | undefined, place: RecordPlace): void {
    if (!Array.isArray(value)) {
      this.element(value, undefined, place);
      return;
    }
    value.forEach((one: unknown, i) => {
      this.element(one, String(step), { ...place, path: [...(place.path ?? []), i] });
    });
  }

  lost(name: string): void {
    this.#graph.lostOfFile(name.slice(0, 100));
  }
}

/**
 * Reads Cytoscape.js JSON (cyjs): elements in one list, or in lists of nodes and edges. `interaction` is the type of an
 * edge; a node in a compound one is joined to it by `child-of`; positions are kept as `viz.x`, `viz.y`. A list of nodes
 * or edges is held whole while it is read.
 */
export async function readCyjs(input: ReadInput, options: ReadOptions = {}): Promise<ReadResult> {
  const { depth } = limitsOf(options.limits);
  try {
    const graph = new PropertyGraph(input.name, FORMAT, options);
    const reader = new CyjsReader(graph);
    const findings = findingsOf(graph.foreign);
    const pieces = splitJson(textPieces(input, options), { inside: ['elements'], depth, file: input.name });
    for await (const piece of pieces) {
      if (piece.is === 'close') continue;
      const record = readRecord(piece, depth, findings);
      if (record === undefined) continue;
      const { line, path } = piece;
      if (piece.is === 'record') reader.elements(record.value, path.at(-1), { line, path });
      else reader.lost(String(path.at(-1)));
    }
    return await graph.finish();
  } catch (error) {
    return failed(error);
  }
}
