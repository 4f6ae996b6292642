import type { ReadInput, ReadOptions, ReadResult } from '../format.ts';
import type { Column } from '../property-graph/columns.ts';
import { BARE_TEXT } from '../property-graph/names.ts';
import {
  readXmlGraph,
  type XmlGraphFormat,
  XmlGraphReader,
  type XmlReading,
} from '../property-graph/read-xml-graph.ts';
import { valueType } from '../property-graph/typed-value.ts';
import { isNamespace, type XmlAttributes, type XmlPlace } from '../xml/read-xml.ts';
import { keepDrawing, loseDrawing } from './drawing.ts';
import { ForeignContent } from './foreign-content.ts';
import { hasPlace, isOwner, type OpenRecord, type Owner } from './open-record.ts';
import { Records } from './records.ts';

const FORMAT: XmlGraphFormat<Owner> = {
  id: 'graphml',
  format: 'GraphML',
  root: 'graphml',
  // The default of an attribute that is declared for all says nothing of a whole graph, a port or an end.
  general: ['node', 'edge', 'hyperedge'],
  borrows: true,
};

/** What data are called that have no key. */
const NO_NAME = 'data';

class GraphmlReader extends XmlGraphReader<Owner> {
  readonly #records: Records;
  readonly #open: OpenRecord[] = [];
  readonly #content: ForeignContent;
  #graphs = 0;
  #key: { readonly column: Column; readonly of: Owner | 'all' } | undefined;
  /** Of an element whose text counts; undefined elsewhere. */
  #text: string | undefined;

  constructor(reading: XmlReading<Owner>) {
    super(reading);
    this.#records = new Records(reading);
    this.#content = new ForeignContent(reading.most);
  }

  override open(name: string, attributes: XmlAttributes, at: XmlPlace): void {
    if (this.#content.isOpen) this.#content.open(name, attributes);
    else if (name === 'data') this.#openData(attributes, at);
    else if (isOwner(name)) this.#openRecord(name, attributes, at);
    else if (name === 'key') this.#declare(attributes, at);
    else if (name === 'default' || name === 'desc') this.#text = '';
    else if (name !== 'graphml') this.#other(name, attributes, at);
  }

  override text(text: string): void {
    if (this.#content.isOpen) this.#content.take(text);
    else if (this.#text !== undefined) this.#text += text;
    else if (text.trim() !== '') this.#bare(text.trim());
  }

  override close(name: string): void {
    if (this.#content.isOpen) this.#closeContent();
    else if (isOwner(name)) this.#closeRecord();
    else if (name === 'key') this.#key = undefined;
    else if (name === 'default') {
      const text = this.#text ?? '';
      this.#text = undefined;
      if (this.#key !== undefined && text.trim() !== '') this.columns.setDefault(this.#key.of, this.#key.column, text);
    } else if (name === 'desc') this.#closeDesc();
  }

  /** A text where GraphML has none. */
  #bare(text: string): void {
    const record = this.#open.at(-1);
    if (record === undefined) this.graph.lostOfFile(BARE_TEXT);
    else this.values.add(record, { name: BARE_TEXT, value: text });
  }

  #declare(attributes: XmlAttributes, at: XmlPlace): void {
    const { id, for: of = '' } = attributes;
    if (id === undefined) return;
    // Neo4j's way to say that a value is a list, with the type of its items.
    const list = attributes['attr.list'] ?? '';
    const item = valueType(list) === undefined ? attributes['attr.type'] : list;
    const isList = list !== '' && list !== 'false';
    const owner = isOwner(of) ? of : 'all';
    const column = this.columns.declare(owner, { id, name: attributes['attr.name'], type: item, isList }, at);
    this.#key = { column, of: owner };
  }

  #closeDesc(): void {
    const text = this.#text?.trim() ?? '';
    this.#text = undefined;
    const record = this.#open.at(-1);
    if (text === '') return;
    if (record !== undefined) this.values.add(record, { name: 'desc', value: text });
    // Of a key it explains the attribute, of the file it says what it is.
    else if (this.#key === undefined) this.graph.lostOfFile('desc');
    else this.graph.lostElement('desc');
  }

  /** An element that GraphML does not know, or that names another file. */
  #other(name: string, attributes: XmlAttributes, at: XmlPlace): void {
    const record = this.#open.at(-1);
    if (record === undefined || record.owner === 'graph') this.graph.lostElement(name);
    else this.#content.startElement(name, attributes, at);
  }

  // Data

  #openData({ key }: XmlAttributes, at: XmlPlace): void {
    this.#content.start(key, at);
    if (key !== undefined) return;
    this.graph.foreign.tell(
      {
        code: 'missing-field',
        severity: 'warning',
        message: `Data do not say of which attribute they are; they are kept as “${NO_NAME}”`,
        expected: 'key="…"',
      },
      { line: at.line, column: at.column },
    );
  }

  #closeContent(): void {
    const content = this.#content;
    if (content.depth > 0) {
      content.close();
      // What began with an element ends with it.
      if (content.depth > 0 || !content.isElement) return;
    }
    content.isOpen = false;
    const record = this.#open.at(-1);
    if (content.isElement) {
      if (record === undefined) return;
      for (const { path, text } of content.inner) this.values.add(record, { name: path.join('.'), value: text });
    } else this.#closeData(content, record);
  }

  #closeData(content: ForeignContent, record: OpenRecord | undefined): void {
    const { id, text, hasElements } = content;
    if (record === undefined) {
      if (content.saysInside || text.trim() !== '') this.graph.lostOfFile('data');
      return;
    }
    if (id === undefined) {
      if (text.trim() !== '') this.values.add(record, { name: NO_NAME, value: text });
      return;
    }
    const column = this.columns.find(record.owner, id, content);
    if (hasElements && !content.hasOwnText) {
      record.given?.add(column);
      keepDrawing(content, column, record, this.values);
      loseDrawing(this.graph);
      return;
    }
    if (hasElements) {
      this.graph.foreign.lose({
        field: 'markup in data',
        why: 'an attribute is plain text: of a text with tags in it, the text is kept and the tags are not',
        keptBy: 'graphml',
      });
    }
    // Drawing tools declare data for all records and leave them empty.
    if (text === '' && column.type !== 'text') record.given?.add(column);
    else this.values.put(record, column, text, content);
  }

  // Records

  #openRecord(owner: Owner, own: XmlAttributes, { line, column }: XmlPlace): void {
    const outer = this.#open.at(-1);
    let directed = outer?.directed ?? true;
    let isNested = outer?.isNested ?? false;
    if (owner === 'graph') {
      directed = own['edgedefault'] !== 'undirected';
      isNested = outer?.owner === 'node';
      if (outer === undefined) this.#graphs++;
      if (this.#graphs === 2 && outer === undefined) {
        const message = 'The file holds several graphs; they are taken together';
        this.graph.foreign.tell({ code: 'invalid-value', severity: 'warning', message }, { line, column });
      }
    }
    const given = this.columns.defaults(owner).length === 0 ? undefined : new Set<Column>();
    this.#open.push({
      ...{ owner, own, line, column, directed, isNested, attributes: [], excess: 0, given },
      ...{ children: undefined, endpoints: undefined, drawnLabel: undefined, arrows: undefined },
    });
  }

  #closeRecord(): void {
    const record = this.#open.pop();
    if (record === undefined) return;
    for (const name in record.own) {
      const text = record.own[name];
      if (text !== undefined && !hasPlace(record.owner, name) && !isNamespace(name)) {
        this.values.add(record, { name, value: text });
      }
    }
    this.values.complete(record, this.columns.defaults(record.owner));
    this.#records.take(record, this.#open.at(-1));
  }
}

/**
 * Reads GraphML as it streams in, from many tools; what Ascribe wrote itself comes back as the claims that it was.
 *
 * - Keys without `for`, for `all`, declared twice or not at all; types that are none (kept as text); defaults; lists as
 *   Neo4j writes them; `1` and `0`.
 * - Directed and undirected edges together; an undirected one becomes a claim of a symmetric type.
 * - A node of a nested graph is joined by `child-of` to the node that it lies in; what is said of the graph is said of
 *   that node (`graph.NAME`).
 * - A hyperedge becomes an entity of the kind `hyperedge`, with a claim of `endpoint` for each of its ends.
 * - Ports are attributes: `port` of the node, `sourceport` and `targetport` of the edge.
 * - Neo4j's and TinkerPop's labels, and Cytoscape's `interaction`, are kinds and types; of what yEd draws the texts are
 *   kept, and heads of edges that are not at the target.
 */
export function readGraphml(input: ReadInput, options: ReadOptions = {}): Promise<ReadResult> {
  return readXmlGraph(FORMAT, input, options, (reading) => new GraphmlReader(reading));
}
