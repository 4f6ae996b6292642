import type { Attribute } from '../../model/attributes.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import { type Issue, showValue } from '../../model/issue.ts';
import type { ForeignEdge, ForeignNode, RecordPlace } from '../foreign/records.ts';
import { xmlText } from '../xml/xml-text.ts';
import { CLAIM_JSON, ENTITY_JSON, isOwnName, OTHER_TOOL } from './names.ts';
import {
  EDGE_COLUMNS,
  isJoint,
  type Json,
  jointColumns,
  NODE_COLUMNS,
  type Told,
  toldByOthers,
} from './own-columns.ts';

type Scalar = Attribute['value'];

/** A file without a manifest does not say by which weights it was written. */
const OTHER_WEIGHTS = 'Confidences that were worked out by other weights than the usual ones differ, too';

/** Columns that another tool added are told one by one up to that many. */
const MOST_COLUMNS = 1000;

/** A column of one sort of record, and what was changed in it. */
interface Column {
  readonly of: 'node' | 'edge';
  readonly name: string;
  /** Undefined for what other tools said. */
  readonly told: Told | undefined;
  /** The last record that has a value in it. */
  seen: number;
  changed: number;
  emptied: number;
  first: Change | undefined;
  firstEmptied: Change | undefined;
}

interface Change {
  readonly then: unknown;
  readonly now: unknown;
  readonly place: RecordPlace;
}

/** Nothing, or what tools write that have no empty cells. */
function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && /^\s*(?:nan|na)?\s*$/iu.test(value));
}

/** A text as any tool keeps it: XML lacks some characters, and white space comes back in another form. */
function plain(text: string): string {
  return xmlText(text).replace(/\s+/gu, ' ').trim();
}

/** Tools that hold numbers in 32 bits give them back with that many digits. */
function isNear(then: number, now: number): boolean {
  return Math.abs(then - now) <= 1e-6 * Math.max(1, Math.abs(then));
}

function isSame(then: unknown, now: Scalar): boolean {
  if (then === now) return true;
  // That a record has an object in place of a text is told by its schema.
  if (typeof then === 'object' && then !== null) return true;
  if (isAbsent(then)) return isAbsent(now);
  if (typeof then === 'number' && isNear(then, Number(now))) return true;
  return plain(String(then)) === plain(String(now));
}

/**
 * What Ascribe wrote into the columns of a record says what its JSON says. The JSON is taken; where another tool changed
 * the columns since, that is told: for each column once, with how many records and the first place.
 */
export class ChangedColumns {
  readonly #columns: Readonly<Record<'node' | 'edge', Map<string, Column>>> = { node: new Map(), edge: new Map() };
  readonly #fixed: Readonly<Record<'node' | 'edge', readonly Column[]>>;
  /** By claim, what can be compared only when the whole graph is there. */
  readonly #joint = new Map<string, { readonly given: Attribute[]; readonly place: RecordPlace }>();
  #records = 0;
  /** Of the record that is being compared; made when it is asked for. */
  #toldByOthers: ReadonlyMap<string, unknown> | undefined;

  constructor() {
    for (const [name, told] of Object.entries(NODE_COLUMNS)) this.#add('node', name, told);
    for (const [name, told] of Object.entries(EDGE_COLUMNS)) this.#add('edge', name, told);
    this.#fixed = { node: [...this.#columns.node.values()], edge: [...this.#columns.edge.values()] };
  }

  compareNode(entity: Json, { label, attributes = [], place = {} }: ForeignNode): void {
    this.#next();
    if (label !== undefined) this.#compare('node', 'label', entity, label, place);
    for (const { name, value } of attributes) {
      if (isOwnName(name, 'node')) this.#compare('node', name, entity, value, place);
    }
    this.#findEmptied('node', entity, place);
  }

  compareEdge(claim: Json, { from, to, type, attributes = [], place = {} }: ForeignEdge): void {
    this.#next();
    this.#compare('edge', 'subject', claim, from, place);
    this.#compare('edge', 'object', claim, to, place);
    if (type !== undefined) this.#compare('edge', 'type', claim, type, place);
    const given: Attribute[] = [];
    for (const attribute of attributes) {
      const { name, value } = attribute;
      if (isJoint(name)) given.push(attribute);
      else if (isOwnName(name, 'edge')) this.#compare('edge', name, claim, value, place);
    }
    if (given.length > 0 && typeof claim['id'] === 'string') this.#joint.set(claim['id'], { given, place });
    this.#findEmptied('edge', claim, place);
  }

  /** What is to be told of the graph that was made of the file: `file` is its name. */
  issues(graph: GraphDocument | undefined, file: string): readonly Issue[] {
    if (graph !== undefined && this.#joint.size > 0) this.#compareJoint(graph);
    const issues: Issue[] = [];
    for (const { of, name, changed, emptied, first, firstEmptied, seen } of [
      ...this.#columns.node.values(),
      ...this.#columns.edge.values(),
    ]) {
      // A tool that knows no such column has emptied none.
      const count = changed + (seen === 0 ? 0 : emptied);
      const change = first ?? firstEmptied;
      if (count === 0 || change === undefined) continue;
      const json = showValue(of === 'node' ? ENTITY_JSON : CLAIM_JSON);
      const what =
        count === 1
          ? `One ${of} was changed after it was written`
          : `${count} ${of}s were changed after they were written`;
      const where = count === 1 ? '' : '; this is the first';
      const remedy = `If the change was meant, take ${json} off: then any such ${of} is read as any tool’s`;
      issues.push({
        file,
        path: [],
        ...change.place,
        code: 'contradictory',
        severity: 'warning',
        message: `${what}: ${showValue(name)} is not what ${json} ${isJoint(name) ? 'comes to' : 'says'}, which was taken${where}`,
        expected: showValue(change.then),
        got: showValue(change.now),
        remedy: name === 'confidence' ? `${remedy}. ${OTHER_WEIGHTS}` : remedy,
      });
    }
    return issues;
  }

  #next(): void {
    this.#records++;
    this.#toldByOthers = undefined;
  }

  #add(of: 'node' | 'edge', name: string, told?: Told): Column {
    const column: Column = {
      of,
      name,
      told,
      seen: 0,
      changed: 0,
      emptied: 0,
      first: undefined,
      firstEmptied: undefined,
    };
    this.#columns[of].set(name, column);
    return column;
  }

  #columnOf(of: 'node' | 'edge', name: string): Column | undefined {
    const known = this.#columns[of].get(name);
    if (known !== undefined || !name.startsWith(OTHER_TOOL)) return known;
    return this.#columns[of].size < MOST_COLUMNS ? this.#add(of, name) : undefined;
  }

  #compare(of: 'node' | 'edge', name: string, record: Json, now: Scalar, place: RecordPlace): void {
    const column = this.#columnOf(of, name);
    if (column === undefined) return;
    if (column.told === undefined) this.#toldByOthers ??= toldByOthers(record);
    const then = column.told === undefined ? this.#toldByOthers?.get(name) : column.told(record, now);
    if (then === now && now !== '') {
      column.seen = this.#records;
      return;
    }
    // An empty cell is as one that is not there, which is looked for when all others are known.
    if (!isAbsent(now)) column.seen = this.#records;
    else if (column.told !== undefined && !isAbsent(then)) return;
    if (!isSame(then, now)) change(column, then, now, place);
  }

  #findEmptied(of: 'node' | 'edge', record: Json, place: RecordPlace): void {
    for (const column of this.#fixed[of]) {
      if (column.seen === this.#records) continue;
      const then = column.told?.(record, undefined);
      if (isAbsent(then) || (typeof then === 'object' && then !== null)) continue;
      column.emptied++;
      column.firstEmptied ??= { then, now: undefined, place };
    }
  }

  #compareJoint(graph: GraphDocument): void {
    const told = jointColumns(graph);
    for (const claim of graph.claims) {
      const { given = [], place = {} } = this.#joint.get(claim.id) ?? {};
      for (const { name, value } of given) {
        const then = isJoint(name) ? told(claim, name) : undefined;
        if (then === undefined || isAbsent(value) || isSame(then, value)) continue;
        change(this.#columns.edge.get(name) ?? this.#add('edge', name), then, value, place);
      }
    }
  }
}

function change(column: Column, then: unknown, now: unknown, place: RecordPlace): void {
  column.changed++;
  column.first ??= { then, now, place };
}
