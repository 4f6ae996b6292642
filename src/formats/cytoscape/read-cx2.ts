import type { Attribute } from '../../model/attributes.ts';
import { type IssuePath, showValue } from '../../model/issue.ts';
import type { RecordPlace } from '../foreign/records.ts';
import type { ReadInput, ReadOptions, ReadResult } from '../format.ts';
import { attributesOf, isObject, member, textMember } from '../json-stream/attributes-of.ts';
import { jsonKey, NodeKeys } from '../json-stream/json-key.ts';
import { findingsOf } from '../json-stream/own-graph.ts';
import { readRecord } from '../json-stream/read-record.ts';
import { type JsonPiece, type SplitOptions, splitJson } from '../json-stream/split-json.ts';
import { limitsOf } from '../limits.ts';
import { PropertyGraph } from '../property-graph/property-graph.ts';
import { failed, ReadFailure } from '../read-failure.ts';
import { textPieces } from '../read-text.ts';

const FORMAT = 'cx2';
/** What frames the network and says nothing of it. */
const FRAME = new Set(['CXVersion', 'hasFragments', 'metaData', 'status']);
const NONE: ReadonlySet<string> = new Set();
/** Members of a node that say where it stands, and all that are no attributes beside those in `v`. */
const NODE_PLACES: ReadonlySet<string> = new Set(['x', 'y', 'z']);
const NODE_OWN = new Set(['id', 'v']);
const EDGE_OWN = new Set(['id', 's', 't', 'v']);

/** Attributes of one sort of record, as the file declares them: names by alias, and what a record has without a value. */
interface Declared {
  readonly names: Map<string, string>;
  readonly fallbacks: Map<string, unknown>;
}

/** What a file declares. It may do so behind the records that need it. */
interface Declarations {
  readonly nodes: Declared;
  readonly edges: Declared;
}

function noDeclarations(): Declarations {
  const none = (): Declared => ({ names: new Map(), fallbacks: new Map() });
  return { nodes: none(), edges: none() };
}

class Cx2Reader {
  readonly #graph: PropertyGraph;
  readonly #file: string;
  readonly #keys: NodeKeys;
  /** All that the file declares, known beforehand where it is read for the second time. */
  readonly #known: Declarations | undefined;
  readonly declared = noDeclarations();
  #isCx2 = false;
  #records = 0;
  /** Whether the file declared attributes only behind records. */
  declaredLate = false;

  constructor(graph: PropertyGraph, file: string, known: Declarations | undefined) {
    this.#graph = graph;
    this.#file = file;
    this.#keys = new NodeKeys(graph.foreign);
    this.#known = known;
  }

  /** The outermost list holds aspects, or parts of one, by their names; each is a list of records. */
  static holdsRecords([aspect, name, ...more]: IssuePath, isObject: boolean): boolean {
    return typeof aspect === 'number' && more.length === 0 && isObject === (name === undefined);
  }

  /** A record of an aspect, or the whole of one that is no list. `parse` is called where it matters. */
  take({ path, line }: JsonPiece, parse: () => { readonly value: unknown } | undefined): void {
    const place = { line, path };
    const [, name, index] = path;
    if (!this.#isCx2) {
      this.#begin(name, index === undefined ? parse()?.value : undefined, place);
      return;
    }
    if (typeof name === 'string' && index === undefined) this.#noList(name, parse, place);
    else if (name === 'nodes' || name === 'edges') {
      this.#records++;
      const read = parse();
      if (read === undefined) return;
      if (name === 'nodes') this.#node(read.value, place);
      else this.#edge(read.value, place);
    } else if (name === 'attributeDeclarations') this.#declareAll(parse()?.value);
    else if (name === 'status') this.#status(parse()?.value, place);
    else if (typeof name === 'string') this.#loseOf(name, name === 'networkAttributes' ? parse()?.value : undefined);
    else {
      this.#graph.foreign.bad(
        {
          code: 'invalid-value',
          message: 'This is no aspect',
          expected: '{ "NAME": […] }',
          got: showValue(parse()?.value),
        },
        place,
      );
    }
  }

  /** Nothing more comes. */
  end(): void {
    if (!this.#isCx2) this.#begin(undefined, undefined, {});
  }

  /** What comes first says which version it is. Throws a ReadFailure where that is not 2. */
  #begin(name: string | number | undefined, version: unknown, place: RecordPlace): void {
    this.#isCx2 = name === 'CXVersion' && typeof version === 'string' && /^2(?:\.|$)/u.test(version);
    if (this.#isCx2) return;
    const isOlder = name === 'numberVerification' || name === 'CXVersion';
    throw new ReadFailure({
      ...{ code: 'invalid-format', file: this.#file, ...place },
      message: isOlder ? 'This is CX of another version' : 'This is no CX2',
      expected: '[{ "CXVersion": "2.0", … }, …]',
      ...(name === undefined ? {} : { got: showValue(version ?? { [name]: '…' }) }),
      ...(isOlder ? { remedy: 'Export it again as CX2 from Cytoscape or NDEx' } : {}),
    });
  }

  /** A member of an aspect object that is no list. */
  #noList(name: string, parse: () => { readonly value: unknown } | undefined, place: RecordPlace): void {
    if (FRAME.has(name)) return;
    const read = parse();
    if (read === undefined || read.value === null) return;
    if (name !== 'nodes' && name !== 'edges' && name !== 'attributeDeclarations') {
      this.#loseOf(name, read.value);
      return;
    }
    this.#graph.foreign.bad(
      { code: 'invalid-value', message: `The aspect ${showValue(name)} is no list`, got: showValue(read.value) },
      place,
    );
  }

  /** What is drawn, and what the network says of itself: that by its items, which are members of one object. */
  #loseOf(name: string, value: unknown): void {
    if (FRAME.has(name)) return;
    const count = name === 'networkAttributes' && isObject(value) ? Object.keys(value).length : 1;
    if (count === 0) return;
    this.#graph.foreign.lose({
      field: `aspect ${name.slice(0, 100)}`,
      why: 'only nodes and edges with their attributes are read',
      keptBy: FORMAT,
      count,
    });
  }

  #status(status: unknown, place: RecordPlace): void {
    if (member(status, 'success') !== false) return;
    this.#graph.foreign.tell(
      {
        ...{ code: 'invalid-format', severity: 'warning' },
        message: 'The file says that it was not written to its end',
        got: showValue(textMember(status, 'error')),
      },
      place,
    );
  }

  #declareAll(record: unknown): void {
    if (this.#records > 0 && isObject(record)) this.declaredLate = true;
    this.#declare(this.declared.nodes, member(record, 'nodes'));
    this.#declare(this.declared.edges, member(record, 'edges'));
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
    return attributesOf(Object.fromEntries(values), NONE, this.#empty);
  }

  readonly #empty = (): void => {
    this.#graph.foreign.lose({
      field: 'attributes of null',
      why: 'an attribute without a value says nothing',
      keptBy: FORMAT,
    });
  };

  /** What a record says beside its attributes, and attributes that are none: CX2 knows no such thing, but they stand there. */
  *#besides(record: Readonly<Record<string, unknown>>, own: ReadonlySet<string>): Generator<Attribute> {
    for (const one of attributesOf(record, own, this.#empty)) {
      yield { ...one, name: `${NODE_PLACES.has(one.name) ? 'viz' : 'element'}.${one.name}` };
    }
    for (const name of ['v', 'id'] as const) {
      const value = member(record, name);
      if (value === undefined || value === null) continue;
      if (name === 'v' ? isObject(value) : jsonKey(value) !== undefined) continue;
      yield* attributesOf({ [`element.${name}`]: value }, NONE, this.#empty);
    }
  }

  #node(record: unknown, place: RecordPlace): void {
    if (!isObject(record)) {
      this.#noRecord('node', record, place);
      return;
    }
    const key = this.#keys.take(member(record, 'id'), '"id": a number', record, place);
    if (key === undefined) return;
    const attributes = this.#attributes(record, (this.#known ?? this.declared).nodes);
    for (const one of this.#besides(record, NODE_OWN)) attributes.push(one);
    this.#graph.addNode({ key, attributes, place });
  }

  #edge(record: unknown, place: RecordPlace): void {
    if (!isObject(record)) {
      this.#noRecord('edge', record, place);
      return;
    }
    const from = jsonKey(member(record, 's'));
    const to = jsonKey(member(record, 't'));
    if (from === undefined || to === undefined) {
      this.#graph.foreign.bad(
        { code: 'missing-field', message: 'An edge has no end', expected: '"s": …, "t": …', got: showValue(record) },
        place,
      );
      return;
    }
    const attributes = this.#attributes(record, (this.#known ?? this.declared).edges);
    for (const one of this.#besides(record, EDGE_OWN)) attributes.push(one);
    const interaction = attributes.find(({ name }) => name === 'interaction')?.value;
    const type = interaction === undefined ? undefined : String(interaction);
    // CX2 has no word for it; networks that have edges of both sorts say it in an attribute, which is kept, too.
    const directed = attributes.find(({ name }) => name === 'directed')?.value !== false;
    this.#graph.addEdge({ key: jsonKey(member(record, 'id')), from, to, directed, type, attributes, place });
  }

  #noRecord(what: 'node' | 'edge', record: unknown, place: RecordPlace): void {
    const message = `This is no ${what}`;
    this.#graph.foreign.bad({ code: 'invalid-value', message, expected: 'an object', got: showValue(record) }, place);
  }
}

/**
 * Reads CX2, in which Cytoscape and NDEx exchange networks, as it streams in: aliases and defaults of declared attributes
 * are resolved, wherever in the file they are declared, aspects may come in several parts, and `interaction` is the type of
 * an edge. Positions are kept as `viz.x`, `viz.y`, `viz.z`.
 */
export async function readCx2(input: ReadInput, options: ReadOptions = {}): Promise<ReadResult> {
  const { depth } = limitsOf(options.limits);
  const split: SplitOptions = { inside: Cx2Reader.holdsRecords, depth, file: input.name, roots: 'one' };
  try {
    // A file may declare its attributes behind the records that have them: then it is read again.
    for (let known: Declarations | undefined; ; ) {
      const graph = new PropertyGraph(input.name, FORMAT, options);
      const reader = new Cx2Reader(graph, input.name, known);
      const findings = findingsOf(graph.foreign);
      for await (const piece of splitJson(textPieces(input, options), split)) {
        if (piece.is !== 'close') reader.take(piece, () => readRecord(piece, depth, findings, 'python'));
      }
      reader.end();
      if (!reader.declaredLate || known !== undefined) return await graph.finish();
      known = reader.declared;
    }
  } catch (error) {
    return failed(error);
  }
}
