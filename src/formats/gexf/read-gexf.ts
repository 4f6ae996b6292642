import type { RecordPlace } from '../foreign/records.ts';
import type { ReadInput, ReadOptions, ReadResult } from '../format.ts';
import type { Column } from '../property-graph/columns.ts';
import { CHILD_OF, joinChildren } from '../property-graph/groups.ts';
import { BARE_TEXT } from '../property-graph/names.ts';
import {
  readXmlGraph,
  type XmlGraphFormat,
  XmlGraphReader,
  type XmlReading,
} from '../property-graph/read-xml-graph.ts';
import { typedValue } from '../property-graph/typed-value.ts';
import { isNamespace, type XmlAttributes, type XmlPlace, type XmlTag } from '../xml/read-xml.ts';
import { keepOther } from './drawing.ts';
import { Frame, wayOf } from './frame.ts';
import { InnerTexts } from './inner-text.ts';
import type { OpenRecord, Owner } from './open-record.ts';
import { TIMES, timeOf, timeText } from './times.ts';

const FORMAT: XmlGraphFormat<Owner> = {
  id: 'gexf',
  format: 'GEXF',
  root: 'gexf',
  general: [],
  borrows: false,
};

/** Attributes of XML that have a place of their own. */
const NODE_OWN = new Set(['id', 'label']);
const EDGE_OWN = new Set(['id', 'source', 'target', 'type', 'weight', 'kind']);
/** Elements that only hold others, or say what is known by their contents. */
const CONTAINERS = new Set(['gexf', 'nodes', 'edges', 'attvalues', 'spells', 'slices', 'parents', 'options']);

/** What a value is called that does not say of which attribute it is. */
const NO_NAME = 'attvalue';

/** What a value says that is read. */
const VALUE_OWN = new Set(['for', 'id', 'value', ...TIMES]);
/** UTF-16 units of ` for="" value=""/>` but the first, and of the shortest attribute beside these. */
const VALUE_LENGTH = 17;
const SHORTEST = 5;

function placeOf({ line, column }: OpenRecord): RecordPlace {
  return { line, column };
}

class GexfReader extends XmlGraphReader<Owner> {
  readonly #frame: Frame;
  readonly #open: OpenRecord[] = [];
  #declaring: Owner | undefined;
  #declared: Column | undefined;
  #isInMeta = false;
  /** Where the element within `meta` begins that is open. */
  #metaPlace: RecordPlace = {};
  /** Of an element whose text counts; undefined elsewhere. */
  #text: string | undefined;
  readonly #inner = new InnerTexts();

  constructor(reading: XmlReading<Owner>) {
    super(reading);
    this.#frame = new Frame(reading.graph);
  }

  override open(name: string, attributes: XmlAttributes, at: XmlTag): void {
    switch (name) {
      case 'attvalue':
        this.#value(attributes, at);
        return;
      case 'node':
      case 'edge':
        this.#openRecord(name, attributes, at);
        return;
      case 'spell':
      case 'slice':
        this.#spell(attributes);
        return;
      case 'parent': {
        const record = this.#open.at(-1);
        const of = attributes['for'];
        if (record === undefined || of === undefined) return;
        record.parents ??= [];
        record.parents.push(of);
        return;
      }
      case 'attributes':
        this.#declaring = attributes['class'] === 'edge' ? 'edge' : 'node';
        return;
      case 'attribute':
        this.#declare(attributes, at);
        return;
      case 'graph':
        this.#frame.openGraph(attributes);
        return;
      case 'default':
        this.#text = '';
        return;
      case 'meta':
        this.#isInMeta = true;
        this.#frame.openMeta(attributes);
        return;
      default:
        if (this.#isInMeta) {
          this.#text = '';
          this.#metaPlace = { line: at.line, column: at.column };
        } else if (!CONTAINERS.has(name)) this.#other(name, attributes);
    }
  }

  override text(text: string): void {
    if (this.#text !== undefined) this.#text += text;
    else if (this.#inner.isOpen) this.#inner.take(text);
    else if (text.trim() !== '') this.#bare(text.trim());
  }

  override close(name: string): void {
    switch (name) {
      case 'node':
        this.#closeNode();
        return;
      case 'edge':
        this.#closeEdge();
        return;
      case 'attributes':
        this.#declaring = undefined;
        return;
      case 'attribute':
        this.#declared = undefined;
        return;
      case 'default': {
        const text = this.#takeText();
        if (this.#declared !== undefined && this.#declaring !== undefined && text !== '') {
          this.columns.setDefault(this.#declaring, this.#declared, text);
        }
        return;
      }
      case 'meta':
        this.#isInMeta = false;
        this.#frame.closeMeta();
        return;
      case 'gexf':
        this.#frame.close();
        return;
      default:
        if (this.#isInMeta) this.#frame.meta(name, this.#takeText(), this.#metaPlace);
        else if (this.#inner.isOpen) this.#inner.close(name, this.#open.at(-1), this.values);
    }
  }

  /** A text where GEXF has none. What an attribute may be (`options`) says nothing of a record. */
  #bare(text: string): void {
    const record = this.#open.at(-1);
    if (record !== undefined) this.values.add(record, { name: BARE_TEXT, value: text });
    else if (this.#declared === undefined) this.graph.lostOfFile(BARE_TEXT);
  }

  #takeText(): string {
    const text = this.#text?.trim() ?? '';
    this.#text = undefined;
    return text;
  }

  #declare({ id, title, type = 'string' }: XmlAttributes, at: XmlPlace): void {
    if (this.#declaring === undefined || id === undefined) return;
    const isList = /^list/iu.test(type);
    // Static and dynamic attributes may be declared in blocks of their own; both count.
    const declaration = { id, name: title, type: type.replace(/^list-?/iu, ''), isList };
    this.#declared = this.columns.declare(this.#declaring, declaration, at);
  }

  #openRecord(owner: Owner, own: XmlAttributes, { line, column }: XmlPlace): void {
    const given = this.columns.defaults(owner).length === 0 ? undefined : new Set<Column>();
    this.#open.push({
      ...{ owner, line, column, own, attributes: [], excess: 0, given },
      ...{ spells: undefined, parents: undefined, children: undefined },
    });
  }

  #spell(attributes: XmlAttributes): void {
    const record = this.#open.at(-1);
    if (record === undefined) return;
    record.spells ??= [];
    if (record.spells.length < this.most) record.spells.push(attributes);
    else record.excess++;
  }

  #value(attributes: XmlAttributes, at: XmlTag): void {
    const record = this.#open.at(-1);
    if (record === undefined) {
      this.graph.lostElement('attvalue');
      return;
    }
    // GEXF 1.0 called it `id`.
    const of = attributes['for'] ?? attributes['id'];
    const text = attributes['value'];
    if (of === undefined || text === undefined) {
      this.#incomplete(record, text, at);
      return;
    }
    const column = this.columns.find(record.owner, of, at);
    const time = timeText(attributes);
    if (time === '') this.values.put(record, column, text, at);
    else this.values.putTimed(record, column, time, text, at);
    // Of almost all values the length tells that they say nothing else: names of attributes are slow to go through.
    if (at.length < VALUE_LENGTH + of.length + text.length + SHORTEST) return;
    for (const part in attributes) {
      const said = attributes[part];
      if (said === undefined || VALUE_OWN.has(part) || isNamespace(part)) continue;
      this.values.add(record, { name: `${column.name}.${part}`, value: said });
    }
  }

  /** A value that says nothing, or not of what it is one. */
  #incomplete(record: OpenRecord, text: string | undefined, { line, column }: XmlPlace): void {
    if (text !== undefined) this.values.add(record, { name: NO_NAME, value: text });
    this.graph.foreign.tell(
      {
        code: 'missing-field',
        severity: 'warning',
        message:
          text === undefined
            ? 'An attribute is given without a value, and nothing was taken from it'
            : `A value does not say of which attribute it is; it is kept as “${NO_NAME}”`,
        expected: '<attvalue for="…" value="…"/>',
      },
      { line, column },
    );
  }

  /** An element that says how a record is drawn, or one that GEXF does not know. */
  #other(name: string, attributes: XmlAttributes): void {
    const record = this.#open.at(-1);
    if (record === undefined) this.graph.lostElement(name);
    else {
      this.#inner.open(name);
      keepOther(name, attributes, record, this.values);
    }
  }

  /** Gives what is due to a record at its end: what its tag says that has no place of its own, defaults, and its time. */
  #complete(record: OpenRecord, own: ReadonlySet<string>): ReturnType<typeof timeOf> {
    let isTimed = record.spells !== undefined;
    for (const name in record.own) {
      const text = record.own[name];
      if (text === undefined || own.has(name)) continue;
      if (TIMES.has(name)) isTimed = true;
      else if (!isNamespace(name)) this.values.add(record, { name, value: text });
    }
    this.values.complete(record, this.columns.defaults(record.owner));
    return isTimed ? timeOf(record, this.values, this.#frame.datesAreYears) : undefined;
  }

  #closeNode(): void {
    const record = this.#open.pop();
    if (record === undefined) return;
    const outer = this.#open.at(-1);
    const group = outer?.owner === 'node' ? outer : undefined;
    const id = this.#takeNode(record, group?.own['id']);
    if (record.children !== undefined) joinChildren(this.graph, record.children, id, FORMAT.id);
    if (id === undefined || group === undefined) return;
    group.children ??= [];
    group.children.push({ key: id, place: placeOf(record) });
  }

  /** The key of the node, if it was taken; `group` is that of the node that it is nested in, which needs no other word. */
  #takeNode(record: OpenRecord, group: string | undefined): string | undefined {
    const { id, label, pid } = record.own;
    const place = placeOf(record);
    if (id === undefined) {
      this.graph.foreign.bad({ code: 'missing-field', message: 'A node has no id', expected: 'id="…"' }, place);
      return undefined;
    }
    const parents = (record.parents ?? []).filter((parent) => parent !== id);
    if (parents.length < (record.parents?.length ?? 0)) this.values.add(record, { name: 'parent', value: id });
    // NetworkX writes an attribute of that name here: nothing is a part of itself.
    if (pid !== undefined && pid !== id && !parents.includes(pid)) parents.push(pid);
    const time = this.#complete(record, NODE_OWN);
    if (this.values.isTooLarge(record, 'A node', id)) return undefined;
    if (!this.graph.addNode({ key: id, label, attributes: record.attributes, place, time })) return undefined;
    for (const parent of parents) {
      if (parent !== group) this.graph.addEdge({ from: id, to: parent, type: CHILD_OF, place });
    }
    return id;
  }

  #closeEdge(): void {
    const record = this.#open.pop();
    if (record === undefined) return;
    const { attributes, own, spells } = record;
    const { id: key, source: from, target: to, weight, kind: type, type: told = '' } = own;
    const place = placeOf(record);
    if (from === undefined || to === undefined) {
      this.graph.foreign.bad(
        {
          code: 'missing-field',
          message: 'An edge has no end',
          expected: 'source="…" and target="…"',
          ...(key === undefined ? {} : { id: key.slice(0, 200) }),
        },
        place,
      );
      return;
    }
    const untold = spells === undefined && timeText(own) === '' ? this.#frame.timeUntold() : undefined;
    if (untold !== undefined) record.own = { ...own, ...untold };
    const time = this.#complete(record, EDGE_OWN);
    if (weight !== undefined) {
      this.values.add(record, { name: 'weight', value: typedValue(weight, 'number') ?? weight });
    }
    const toldWay = told === '' ? undefined : wayOf(told);
    // Some tools write the type of a relation here.
    if (told !== '' && toldWay === undefined) this.values.add(record, { name: 'type', value: told });
    const way = toldWay ?? this.#frame.wayUntold(record.line, record.column);
    // Both directions of a mutual one hold: that is two claims, since a type that is directed elsewhere is not symmetric.
    if (way === 'mutual') this.values.add(record, { name: 'mutual', value: true });
    if (this.values.isTooLarge(record, 'An edge', key)) return;
    this.graph.addEdge({ key, from, to, type, directed: way !== 'undirected', attributes, time, place });
    if (way !== 'mutual') return;
    const back = key === undefined ? undefined : `${key} (back)`;
    this.graph.addEdge({ key: back, from: to, to: from, type, attributes, time, place });
  }
}

/**
 * Reads GEXF 1.1 to 1.3 as it streams in; what Ascribe wrote itself comes back as the claims that it was.
 *
 * - `kind` is the type of an edge. A mutual edge is two claims, an undirected one a claim of a symmetric type; one that
 *   says nothing is what the graph says for all, and undirected where it says nothing either.
 * - A time that is a date becomes the record's; numbers and several spells stay attributes (`start`, `end`, `timestamp`,
 *   `spell`), as do values that hold for a time only (`name [start/end]`).
 * - The time of a slice is that of its edges.
 * - A child of a group is joined to it by `child-of`, whether it is nested in it or names it.
 * - How a record is drawn is kept as `viz.x`, `viz.color`, `viz.size`, `viz.shape`…; what GEXF does not know under its
 *   own name (`NAME` for its text, `NAME.ATTRIBUTE`).
 */
export function readGexf(input: ReadInput, options: ReadOptions = {}): Promise<ReadResult> {
  return readXmlGraph(FORMAT, input, options, (reading) => new GexfReader(reading));
}
