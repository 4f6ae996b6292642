import type { GraphDocument } from '../../model/graph-document.ts';
import type { KnownLoss, WriteOptions, Written } from '../format.ts';
import { measured } from '../losses.ts';
import { isCutInText } from '../manifest-in-text.ts';
import { ColumnTypes } from '../property-graph/column-types.ts';
import { propertyRows, type Scalars } from '../property-graph/rows.ts';
import { xmlAttribute, xmlContent } from '../xml/write-xml.ts';
import { xmlJson } from '../xml/xml-text.ts';
import { manifestAtEnd } from './frame.ts';

/** What it cannot hold, whatever the graph. */
export const GEXF_LOSSES: readonly KnownLoss[] = [
  {
    field: 'ontology',
    why: 'GEXF has no place for kinds and types; only the ids that entities and claims use are kept, not their labels, readings, domains and ranges',
    keptBy: 'json',
  },
  {
    field: 'title',
    why: 'GEXF has no title; it stands as words in the description',
    keptBy: 'json',
  },
  {
    field: 'manifest',
    why: 'it stands at the end of the description, without a list of what was chosen one by one that is longer than 30,000 characters',
    keptBy: 'json',
  },
];

/** Attributes of nodes or of edges. Each has its name as its id; two names that XML makes one are told apart by a number. */
class Columns {
  readonly #of: 'node' | 'edge';
  readonly #types = new ColumnTypes();
  readonly #ids = new Map<string, string>();
  readonly #taken = new Set<string>();

  constructor(of: 'node' | 'edge') {
    this.#of = of;
  }

  #idOf(name: string): string {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const text = xmlAttribute(name);
    let id = text;
    for (let n = 2; this.#taken.has(id); n++) id = `${text} (${n})`;
    this.#taken.add(id);
    this.#ids.set(name, id);
    return id;
  }

  values(values: Scalars): string {
    const lines: string[] = [];
    for (const [name, value] of values) {
      this.#types.add(name, value);
      const text = name.endsWith('.json') ? xmlJson(String(value)) : String(value);
      lines.push(`          <attvalue for="${this.#idOf(name)}" value="${xmlAttribute(text)}"/>\n`);
    }
    return `        <attvalues>\n${lines.join('')}        </attvalues>\n`;
  }

  declarations(): string {
    const lines = Array.from(this.#types.entries(), ([name, type]) => {
      const id = this.#idOf(name);
      return `      <attribute id="${id}" title="${id}" type="${type}"/>\n`;
    });
    return lines.length === 0 ? '' : `    <attributes class="${this.#of}">\n${lines.join('')}    </attributes>\n`;
  }
}

/**
 * Writes GEXF 1.3: one node per entity, one directed edge per claim of a relation, its id the claim's and its `kind` the
 * relation type; attributes as `propertyRows` has them. Where places are given, nodes stand there (y upwards, as in GEXF).
 */
export function writeGexf(graph: GraphDocument, { places }: WriteOptions = {}): Written {
  const rows = propertyRows(graph);
  const nodeColumns = new Columns('node');
  const edgeColumns = new Columns('edge');
  const positions = new Map<string, string>();
  for (const [id, { x, y }] of places ?? []) {
    if (Number.isFinite(x) && Number.isFinite(y)) {
      positions.set(id, `        <viz:position x="${x}" y="${-y}" z="0"/>\n`);
    }
  }
  const nodes: string[] = [];
  for (const { id, label, attributes } of rows.nodes()) {
    nodes.push(
      `      <node id="${xmlAttribute(id)}" label="${xmlAttribute(label)}">\n`,
      nodeColumns.values(attributes),
      positions.get(id) ?? '',
      '      </node>\n',
    );
  }
  const edges: string[] = [];
  for (const { id, from, to, type, label, attributes } of rows.edges()) {
    edges.push(
      `      <edge id="${xmlAttribute(id)}" source="${xmlAttribute(from)}" target="${xmlAttribute(to)}"`,
      ` kind="${xmlAttribute(type)}" label="${xmlAttribute(label)}">\n`,
      edgeColumns.values(attributes),
      '      </edge>\n',
    );
  }
  const manifest = graph.manifest === undefined ? '' : xmlJson(manifestAtEnd(graph.manifest));
  const modified = graph.manifest === undefined ? '' : ` lastmodifieddate="${graph.manifest.taken.slice(0, 10)}"`;
  const text = [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<gexf version="1.3" xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz">\n',
    `  <meta${modified}>\n    <creator>Ascribe</creator>\n    <keywords>claims, stance, provenance</keywords>\n`,
    `    <description>${xmlContent(rows.description + manifest)}</description>\n  </meta>\n`,
    '  <graph defaultedgetype="directed" mode="static">\n',
    nodeColumns.declarations(),
    edgeColumns.declarations(),
    '    <nodes>\n',
    nodes.join(''),
    '    </nodes>\n    <edges>\n',
    edges.join(''),
    '    </edges>\n  </graph>\n</gexf>\n',
  ].join('');
  const { kinds, relations, literals, figures } = graph.ontology;
  const losses = measured(
    GEXF_LOSSES,
    new Map([
      ['ontology', kinds.length + relations.length + literals.length + figures.length],
      ['title', graph.title === undefined ? 0 : 1],
      ['manifest', isCutInText(graph) ? 1 : 0],
    ]),
  );
  return { files: [{ name: 'ascribe-graph.gexf', text }], losses };
}
