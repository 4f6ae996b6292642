import type { GraphDocument } from '../../model/graph-document.ts';
import type { KnownLoss, Written } from '../format.ts';
import { type ColumnType, ColumnTypes } from '../property-graph/column-types.ts';
import { GRAPH_JSON } from '../property-graph/names.ts';
import { propertyRows, type Scalars } from '../property-graph/rows.ts';
import { xmlAttribute, xmlContent } from '../xml/write-xml.ts';
import { xmlJson } from '../xml/xml-text.ts';

/** GraphML has data of the graph as a whole, too, so nothing is lost. */
export const GRAPHML_LOSSES: readonly KnownLoss[] = [];

const TYPES: Readonly<Record<ColumnType, string>> = {
  integer: 'int',
  double: 'double',
  boolean: 'boolean',
  string: 'string',
};

/** Keys of one sort of record: an id for each name, which is no name itself, since ids are words without spaces. */
class Keys {
  readonly #of: 'node' | 'edge';
  readonly #types = new ColumnTypes();
  readonly #ids = new Map<string, string>();

  constructor(of: 'node' | 'edge') {
    this.#of = of;
  }

  /** One value of a record, as its line. */
  data(name: string, value: string | number | boolean): string {
    this.#types.add(name, value);
    const id = this.#ids.get(name) ?? `${this.#of.charAt(0)}${this.#ids.size}`;
    this.#ids.set(name, id);
    const text = name.endsWith('.json') ? xmlJson(String(value)) : String(value);
    return `      <data key="${id}">${xmlContent(text)}</data>\n`;
  }

  all(values: Scalars): string {
    let lines = '';
    for (const [name, value] of values) lines += this.data(name, value);
    return lines;
  }

  declarations(): string {
    return Array.from(
      this.#types.entries(),
      ([name, type]) =>
        `  <key id="${this.#ids.get(name) ?? ''}" for="${this.#of}" attr.name="${xmlAttribute(name)}" attr.type="${TYPES[type]}"/>\n`,
    ).join('');
  }
}

/**
 * Writes GraphML: one node per entity, one directed edge per claim of a relation, its id the claim's; attributes as
 * `propertyRows` has them, with `label`, and the relation type as `interaction`, where Cytoscape looks for it. Data of
 * the graph hold its description, and its ontology, title and manifest as `graph.json`.
 */
export function writeGraphml(graph: GraphDocument): Written {
  const rows = propertyRows(graph);
  const nodeKeys = new Keys('node');
  const edgeKeys = new Keys('edge');
  const nodes: string[] = [];
  for (const { id, label, attributes } of rows.nodes()) {
    nodes.push(
      `    <node id="${xmlAttribute(id)}">\n`,
      nodeKeys.data('label', label),
      nodeKeys.all(attributes),
      '    </node>\n',
    );
  }
  const edges: string[] = [];
  for (const { id, from, to, type, label, attributes } of rows.edges()) {
    edges.push(
      `    <edge id="${xmlAttribute(id)}" source="${xmlAttribute(from)}" target="${xmlAttribute(to)}">\n`,
      edgeKeys.data('label', label),
      edgeKeys.data('interaction', type),
      edgeKeys.all(attributes),
      '    </edge>\n',
    );
  }
  const { ontology, title, manifest } = graph;
  const whole = JSON.stringify({ ontology, title, manifest });
  const text = [
    '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n',
    '  <key id="g0" for="graph" attr.name="description" attr.type="string"/>\n',
    `  <key id="g1" for="graph" attr.name="${GRAPH_JSON}" attr.type="string"/>\n`,
    nodeKeys.declarations(),
    edgeKeys.declarations(),
    '  <graph id="claims" edgedefault="directed">\n',
    `    <data key="g0">${xmlContent(rows.description)}</data>\n`,
    `    <data key="g1">${xmlContent(xmlJson(whole))}</data>\n`,
    nodes.join(''),
    edges.join(''),
    '  </graph>\n</graphml>\n',
  ].join('');
  return { files: [{ name: 'ascribe-graph.graphml', text }], losses: [] };
}
