import type { Attribute } from '../../model/attributes.ts';
import { showValue } from '../../model/issue.ts';
import type { ForeignTime, RecordPlace } from '../foreign/records.ts';
import type { ReadInput, ReadOptions, ReadResult } from '../format.ts';
import { limitsOf } from '../limits.ts';
import { listItems } from '../property-graph/list-value.ts';
import { PropertyGraph } from '../property-graph/property-graph.ts';
import { SharedAttributes } from '../property-graph/shared-attributes.ts';
import { typedValue, type ValueType, valueType } from '../property-graph/typed-value.ts';
import { failed, ReadFailure } from '../read-failure.ts';
import { isNamespace, readXml, type XmlAttributes, type XmlHandler, type XmlPlace } from '../xml/read-xml.ts';

/** An attribute as a file declares it. */
interface Column {
  readonly name: string;
  readonly type: ValueType;
  readonly isList: boolean;
  /** What a record has that gives no value. */
  fallback: string | undefined;
}

/** A node or an edge while its tag is open. */
interface OpenRecord {
  readonly element: 'node' | 'edge';
  readonly line: number;
  readonly column: number;
  readonly own: XmlAttributes;
  readonly attributes: Attribute[];
  /** Declared attributes that it gives a value for. */
  readonly given: Set<Column> | undefined;
  spells: { readonly start: string | undefined; readonly end: string | undefined }[] | undefined;
  /** Nodes that it is said to lie in, by `pid`, `parents` or nesting. */
  parents: string[] | undefined;
}

/** Attributes of XML that have a place of their own. */
const NODE_OWN = new Set(['id', 'label']);
const EDGE_OWN = new Set(['id', 'source', 'target', 'type', 'weight', 'kind']);
const TIMES = new Set(['start', 'end', 'startopen', 'endopen', 'timestamp']);
/** Elements that only hold others, or say what is known by their contents. */
const CONTAINERS = new Set(['gexf', 'nodes', 'edges', 'attvalues', 'spells', 'slices', 'parents', 'options', 'meta']);
/** What a file says of itself. */
const META = new Set(['creator', 'description', 'keywords']);

/** A date, or a date with a time, as XML Schema writes it; a bare number is a date only where the file says so. */
const DATE = /^-?\d{4,}-\d{2}(?:-\d{2})?(?:[T ].*)?$/u;
const YEAR = /^\d{4}$/u;
const OPEN_END = /^[+-]?inf(?:inity)?$/iu;

/** Whether an edge is directed, in the words of 1.1 to 1.3. */
const WAYS: ReadonlyMap<string, boolean> = new Map([
  ['directed', true],
  ['dir', true],
  ['undirected', false],
  ['undir', false],
]);

/** How the child of a group is joined to it. */
const CHILD_OF = 'child-of';

function placeOf({ line, column }: OpenRecord): RecordPlace {
  return { line, column };
}

class GexfReader implements XmlHandler {
  readonly #graph: PropertyGraph;
  readonly #file: string;
  readonly #columns = { node: new Map<string, Column>(), edge: new Map<string, Column>() };
  readonly #fallbacks: { node: Column[]; edge: Column[] } = { node: [], edge: [] };
  readonly #open: OpenRecord[] = [];
  readonly #mostAttributes: number;
  #declaring: 'node' | 'edge' | undefined;
  #declared: Column | undefined;
  #directed = true;
  #datesAreYears = false;
  #isOwn = false;
  #root: string | undefined;
  /** Of an element whose text counts; undefined elsewhere. */
  #text: string | undefined;
  readonly #values = new SharedAttributes();
  readonly #oddTypes = new Set<string>();
  readonly #undeclared = new Set<string>();

  constructor(graph: PropertyGraph, file: string, mostAttributes: number) {
    this.#graph = graph;
    this.#file = file;
    this.#mostAttributes = mostAttributes;
  }

  outerDtd({ line, column }: XmlPlace): void {
    this.#graph.tellOuterDtd({ line, column });
  }

  open(name: string, attributes: XmlAttributes, at: XmlPlace): void {
    if (this.#root === undefined) {
      this.#root = name;
      if (name !== 'gexf') {
        throw new ReadFailure({
          ...{ code: 'invalid-format', file: this.#file, line: at.line, column: at.column },
          message: 'This is XML, but no GEXF',
          expected: '<gexf>',
          got: `<${name.slice(0, 100)}>`,
        });
      }
      return;
    }
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
        this.#graphElement(attributes);
        return;
      case 'default':
        this.#text = '';
        return;
      default:
        if (META.has(name)) this.#text = '';
        else if (!CONTAINERS.has(name)) this.#other(name, attributes);
    }
  }

  text(text: string): void {
    if (this.#text !== undefined) this.#text += text;
  }

  close(name: string): void {
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
        const column = this.#declared;
        const text = this.#text?.trim() ?? '';
        this.#text = undefined;
        if (column === undefined || this.#declaring === undefined || text === '') return;
        column.fallback = text;
        this.#fallbacks[this.#declaring].push(column);
        return;
      }
      default: {
        if (!META.has(name)) return;
        const text = this.#text?.trim() ?? '';
        this.#text = undefined;
        // What Ascribe says of the file in words it says of the graph itself.
        if (name === 'creator' && text === 'Ascribe') this.#isOwn = true;
        if (text !== '' && !this.#isOwn) this.#graph.lostOfFile(name);
      }
    }
  }

  #graphElement(attributes: XmlAttributes): void {
    this.#directed = attributes['defaultedgetype'] !== 'undirected';
    // GEXF's own default is double: a number is then a point of a scale that only the file's author knows.
    const format = (attributes['timeformat'] ?? attributes['timetype'] ?? '').toLowerCase();
    this.#datesAreYears = format === 'date' || format === 'datetime';
    for (const bound of ['start', 'end'] as const) {
      const value = attributes[bound];
      if (value !== undefined) this.#graph.lostOfFile(bound);
    }
  }

  #declare({ id, title, type = 'string' }: XmlAttributes, { line, column: at }: XmlPlace): void {
    if (this.#declaring === undefined || id === undefined) return;
    const isList = /^list/iu.test(type);
    const item = type.replace(/^list-?/iu, '');
    const known = valueType(item);
    const name = title === undefined || title === '' ? id : title;
    const column: Column = { name, type: known ?? 'text', isList, fallback: undefined };
    this.#declared = column;
    // Static and dynamic attributes may be declared in blocks of their own; both count.
    this.#columns[this.#declaring].set(id, column);
    if (known !== undefined || this.#oddTypes.has(type)) return;
    this.#oddTypes.add(type);
    this.#graph.foreign.tell(
      {
        code: 'invalid-value',
        severity: 'warning',
        message: `The attribute ${showValue(name)} is of a type that GEXF does not have; its values are kept as text`,
        got: showValue(type),
      },
      { line, column: at },
    );
  }

  #openRecord(element: 'node' | 'edge', own: XmlAttributes, { line, column }: XmlPlace): void {
    const outer = this.#open.at(-1);
    const parents =
      element === 'node' && outer?.element === 'node' && outer.own['id'] !== undefined ? [outer.own['id']] : undefined;
    this.#open.push({
      ...{ element, line, column, own, attributes: [], parents, spells: undefined },
      given: this.#fallbacks[element].length === 0 ? undefined : new Set(),
    });
  }

  #spell({ start, startopen, end, endopen }: XmlAttributes): void {
    const record = this.#open.at(-1);
    if (record === undefined) return;
    record.spells ??= [];
    record.spells.push({ start: start ?? startopen, end: end ?? endopen });
  }

  #value(attributes: XmlAttributes, at: XmlPlace): void {
    const record = this.#open.at(-1);
    // GEXF 1.0 called it `id`.
    const of = attributes['for'] ?? attributes['id'];
    const text = attributes['value'];
    if (record === undefined || of === undefined || text === undefined) {
      this.#graph.foreign.bad(
        {
          code: 'missing-field',
          message: 'A value is incomplete',
          expected: '<attvalue for="…" value="…"/> within a node or an edge',
        },
        { line: at.line, column: at.column },
      );
      return;
    }
    const column = this.#columns[record.element].get(of) ?? this.#undeclaredColumn(record.element, of, at);
    record.given?.add(column);
    const { start, startopen, end, endopen, timestamp } = attributes;
    const from = timestamp ?? start ?? startopen;
    const to = timestamp ?? end ?? endopen;
    if (from === undefined && to === undefined) this.#push(record, column, column.name, text, at);
    else {
      // What a value was at a time is an attribute with that time in its name.
      const time = timestamp ?? `${from ?? '..'}/${to ?? '..'}`;
      this.#push(record, column, `${column.name} [${time}]`, text, at);
    }
  }

  #push(record: OpenRecord, column: Column, name: string, text: string, at: XmlPlace): void {
    for (const item of column.isList ? listItems(text) : [text]) {
      const { attribute, fits } = this.#values.of(name, item, column.type);
      record.attributes.push(attribute);
      if (record.attributes.length > this.#mostAttributes) {
        throw new ReadFailure({
          ...{ code: 'too-large', file: this.#file, line: at.line, column: at.column },
          message: `A${record.element === 'node' ? ' node' : 'n edge'} has too many values`,
          expected: `at most ${this.#mostAttributes}`,
        });
      }
      if (fits) continue;
      this.#graph.foreign.tell(
        {
          code: 'invalid-value',
          severity: 'warning',
          message: `A value of ${showValue(column.name)} is not of the type that the file declares; it is kept as text`,
          expected: column.type === 'number' ? 'a number' : 'true or false',
          got: showValue(item),
        },
        { line: at.line, column: at.column },
      );
    }
  }

  #undeclaredColumn(element: 'node' | 'edge', id: string, at: XmlPlace): Column {
    const column: Column = { name: id, type: 'text', isList: false, fallback: undefined };
    const key = `${element} ${id}`;
    if (this.#undeclared.has(key) || this.#undeclared.size >= 1000) return column;
    this.#undeclared.add(key);
    this.#columns[element].set(id, column);
    this.#graph.foreign.tell(
      {
        code: 'unknown-id',
        severity: 'warning',
        message: 'A value is of an attribute that the file does not declare; it is kept as text under its id',
        got: showValue(id),
      },
      { line: at.line, column: at.column },
    );
    return column;
  }

  /** An element of another namespace, mostly how a record is drawn: kept with `viz.` before its name. */
  #other(name: string, attributes: XmlAttributes): void {
    const record = this.#open.at(-1);
    if (record === undefined) {
      this.#graph.lostElement(name);
      return;
    }
    const { r, g, b, a } = attributes;
    if (name === 'color' && r !== undefined && g !== undefined && b !== undefined) {
      const value = a === undefined ? `rgb(${r}, ${g}, ${b})` : `rgba(${r}, ${g}, ${b}, ${a})`;
      record.attributes.push({ name: 'viz.color', value });
      return;
    }
    for (const [part, text] of Object.entries(attributes)) {
      if (text === undefined) continue;
      const path = name === 'position' ? `viz.${part}` : part === 'value' ? `viz.${name}` : `viz.${name}.${part}`;
      record.attributes.push({ name: path, value: typedValue(text, 'number') ?? text });
    }
  }

  /** Gives what is due to a record at its end: defaults, and what its tag says that has no place of its own. */
  #complete(record: OpenRecord, own: ReadonlySet<string>): ForeignTime | undefined {
    const { attributes, given } = record;
    for (const name in record.own) {
      const text = record.own[name];
      if (text !== undefined && !own.has(name) && !TIMES.has(name) && !isNamespace(name))
        attributes.push({ name, value: text });
    }
    if (given !== undefined) {
      for (const column of this.#fallbacks[record.element]) {
        if (!given.has(column) && column.fallback !== undefined) {
          this.#push(record, column, column.name, column.fallback, record);
        }
      }
    }
    return this.#time(record);
  }

  /** The one time of a record; what cannot be one date or interval stays attributes. */
  #time({ own, attributes, spells = [] }: OpenRecord): ForeignTime | undefined {
    const start = own['start'] ?? own['startopen'];
    const end = own['end'] ?? own['endopen'];
    const { timestamp } = own;
    const [first, ...more] = spells;
    const whole = start === undefined && end === undefined && more.length === 0 ? first : undefined;
    const from = this.#end(whole?.start ?? start);
    const to = this.#end(whole?.end ?? end);
    const isDate = (text: string | undefined): boolean => text === undefined || this.#isDate(text);
    for (const spell of whole === undefined ? spells : []) {
      attributes.push({ name: 'spell', value: `${spell.start ?? '..'}/${spell.end ?? '..'}` });
    }
    if (timestamp !== undefined && this.#isDate(timestamp)) return { at: timestamp };
    if (timestamp !== undefined) attributes.push({ name: 'timestamp', value: timestamp });
    if (from === undefined && to === undefined) return undefined;
    if (isDate(from) && isDate(to)) {
      return { start: from, end: to };
    }
    if (from !== undefined) attributes.push({ name: 'start', value: typedValue(from, 'number') ?? from });
    if (to !== undefined) attributes.push({ name: 'end', value: typedValue(to, 'number') ?? to });
    return undefined;
  }

  /** Infinity is an end that is open. */
  #end(text: string | undefined): string | undefined {
    return text === undefined || text === '' || OPEN_END.test(text) ? undefined : text;
  }

  #isDate(text: string): boolean {
    return DATE.test(text) || (this.#datesAreYears && YEAR.test(text));
  }

  #closeNode(): void {
    const record = this.#open.pop();
    if (record === undefined) return;
    const { id, label } = record.own;
    const place = placeOf(record);
    if (id === undefined) {
      this.#graph.foreign.bad({ code: 'missing-field', message: 'A node has no id', expected: 'id="…"' }, place);
      return;
    }
    const parents = record.parents ?? [];
    const { pid } = record.own;
    if (pid !== undefined && !parents.includes(pid)) parents.push(pid);
    const time = this.#complete(record, NODE_OWN);
    this.#graph.addNode({ key: id, label, attributes: record.attributes, place, time });
    for (const parent of parents) this.#graph.addEdge({ from: id, to: parent, type: CHILD_OF, place });
  }

  #closeEdge(): void {
    const record = this.#open.pop();
    if (record === undefined) return;
    const { id: key, source: from, target: to, weight, kind } = record.own;
    const place = placeOf(record);
    if (from === undefined || to === undefined) {
      this.#graph.foreign.bad(
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
    const time = this.#complete(record, EDGE_OWN);
    if (weight !== undefined) record.attributes.push({ name: 'weight', value: typedValue(weight, 'number') ?? weight });
    const { type: way = '' } = record.own;
    const directed = WAYS.get(way.toLowerCase()) ?? this.#directed;
    const isMutual = way.toLowerCase() === 'mutual';
    // Some tools write the type of a relation here.
    if (way !== '' && !isMutual && !WAYS.has(way.toLowerCase())) record.attributes.push({ name: 'type', value: way });
    // Both directions of a mutual one hold: that is two claims, since a type that is directed elsewhere is not symmetric.
    if (isMutual) record.attributes.push({ name: 'mutual', value: true });
    const { attributes } = record;
    const type = kind;
    this.#graph.addEdge({ key, from, to, type, directed: isMutual || directed, attributes, time, place });
    if (!isMutual) return;
    const back = key === undefined ? undefined : `${key} (back)`;
    this.#graph.addEdge({ key: back, from: to, to: from, type, attributes, time, place });
  }
}

/**
 * Reads GEXF 1.1 to 1.3 as it streams in; what Ascribe wrote itself comes back as the claims that it was.
 *
 * - `kind` is the type of an edge. A mutual edge is two claims, an undirected one a claim of a symmetric type.
 * - A time that is a date becomes the record's; numbers and several spells stay attributes (`start`, `end`, `spell`), as
 *   do values that hold for a time only (`name [start/end]`).
 * - A child of a group is joined to it by `child-of`, whether it is nested in it or names it.
 * - How a record is drawn is kept as `viz.x`, `viz.color`, `viz.size`, `viz.shape`…
 */
export async function readGexf(input: ReadInput, options: ReadOptions = {}): Promise<ReadResult> {
  try {
    const graph = new PropertyGraph(input.name, 'gexf', options);
    await readXml(input, new GexfReader(graph, input.name, limitsOf(options.limits).attributes), options);
    return await graph.finish();
  } catch (error) {
    return failed(error);
  }
}
