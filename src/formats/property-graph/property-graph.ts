import { type Attribute, KEY_ATTRIBUTE } from '../../model/attributes.ts';
import { showValue } from '../../model/issue.ts';
import type { ForeignGraph } from '../foreign/foreign-graph.ts';
import type { ForeignEdge, ForeignNode, RecordPlace } from '../foreign/records.ts';
import type { ReadOptions, ReadResult } from '../format.ts';
import { isObject, listMember, member } from '../json-stream/attributes-of.ts';
import { collector, type Frame, OwnGraph } from '../json-stream/own-graph.ts';
import { CLAIM_JSON, ENTITY_JSON, isDrawing, isOwnName, SOURCES_JSON, STATEMENTS_JSON } from './names.ts';

function textOf(attributes: readonly Attribute[] | undefined, name: string): string | undefined {
  if (attributes === undefined) return undefined;
  for (const attribute of attributes) {
    if (attribute.name === name) return typeof attribute.value === 'string' ? attribute.value : undefined;
  }
  return undefined;
}

/** What a file says of itself is counted field by field up to that many. */
const MOST_LOST = 1000;

/**
 * Collects nodes and edges of tools that know no claims. Records that Ascribe wrote into the file as JSON (see names.ts)
 * come back as they were; all others become entities and claims of what is imported. A file may hold both, where somebody
 * added to it in another tool.
 */
export class PropertyGraph {
  readonly foreign: ForeignGraph;
  readonly #format: string;
  readonly #own: OwnGraph;
  /** What the file says of the graph as a whole; undefined where it says nothing. */
  #whole: Frame | undefined;
  #otherRecords = 0;
  readonly #lostFields = new Set<string>();

  constructor(file: string, format: string, options: ReadOptions) {
    this.#format = format;
    this.foreign = collector(file, format, options);
    this.#own = new OwnGraph(this.foreign);
  }

  addNode(node: ForeignNode): void {
    const { attributes, place = {} } = node;
    const json = textOf(attributes, ENTITY_JSON);
    if (json === undefined) {
      this.#otherRecords++;
      this.foreign.addNode(node);
      return;
    }
    const entity = this.#parse(json, ENTITY_JSON, place);
    if (entity !== undefined)
      this.#own.addEntity(this.#withAdded(entity, attributes, 'node'), { ...place, path: [ENTITY_JSON] });
    this.#list(textOf(attributes, SOURCES_JSON), SOURCES_JSON, place, (source, at) => {
      this.#own.addSource(source, at);
    });
    this.#list(textOf(attributes, STATEMENTS_JSON), STATEMENTS_JSON, place, (claim, at) => {
      this.#own.addClaim(claim, at);
    });
  }

  addEdge(edge: ForeignEdge): void {
    const { attributes, place = {} } = edge;
    const json = textOf(attributes, CLAIM_JSON);
    if (json === undefined) {
      this.#otherRecords++;
      this.foreign.addEdge(edge);
      return;
    }
    const claim = this.#parse(json, CLAIM_JSON, place);
    if (claim === undefined) return;
    this.#own.addClaim(this.#withAdded(claim, attributes, 'edge'), { ...place, path: [CLAIM_JSON] });
    this.#compare(claim, edge);
  }

  /** The record with what another tool said of it since it was written. */
  #withAdded(record: unknown, given: readonly Attribute[] = [], of: 'node' | 'edge'): unknown {
    if (!isObject(record)) return record;
    const added: Attribute[] = [];
    for (const attribute of given) {
      const { name } = attribute;
      if (isOwnName(name, of)) continue;
      // A claim's key is part of what it is, and cannot be added.
      if (!isDrawing(name) && name !== KEY_ATTRIBUTE) added.push(attribute);
      else {
        this.foreign.lose({
          field: `${of}s.${name}`,
          why: 'a record that Ascribe wrote is taken as it was: neither how it is drawn nor a key is part of it',
          keptBy: this.#format,
        });
      }
    }
    return added.length === 0 ? record : { ...record, attributes: [...listMember(record, 'attributes'), ...added] };
  }

  /** The edge and its JSON were one when they were written: where somebody changed the edge, the JSON goes before it. */
  #compare(claim: unknown, { from, to, type, attributes, place }: ForeignEdge): void {
    if (typeof claim !== 'object' || claim === null) return;
    const said = new Map(Object.entries(claim));
    for (const [field, now] of [
      ['subject', from],
      ['object', to],
      ['type', type],
      ['stance', textOf(attributes, 'stance')],
    ] as const) {
      const then: unknown = said.get(field);
      if (now === undefined || then === undefined || now === then) continue;
      this.foreign.tell(
        {
          code: 'contradictory',
          severity: 'warning',
          message: `The edge was changed after it was written; the ${field} of its ${showValue(CLAIM_JSON)} was taken`,
          expected: showValue(then),
          got: showValue(now),
          remedy: `Take the attribute ${showValue(CLAIM_JSON)} off the edge, if the change was meant`,
        },
        place,
      );
    }
  }

  /** The ontology of a graph that Ascribe wrote, its title and manifest, from one JSON text. */
  addWhole(json: string, name: string, place: RecordPlace): void {
    const record = this.#parse(json, name, place);
    if (record === undefined) return;
    this.#whole = {
      ontology: member(record, 'ontology'),
      title: member(record, 'title'),
      manifest: member(record, 'manifest'),
    };
  }

  /** Something that the file says of itself: a graph document has no place for it. */
  lostOfFile(field: string, count = 1): void {
    this.foreign.lose({
      count,
      field: this.#lostField(`file.${field.slice(0, 100)}`),
      why: 'a graph document has no place for what a file says of itself',
      keptBy: this.#format,
    });
  }

  /** An element that no record has. */
  lostElement(name: string): void {
    this.foreign.lose({
      field: this.#lostField(`element ${name.slice(0, 100)}`),
      why: 'it stands outside of nodes and edges, or is of another format, and was passed over',
      keptBy: this.#format,
    });
  }

  /** A hostile file can have a name of its own for each thing that is lost. */
  #lostField(field: string): string {
    if (this.#lostFields.size >= MOST_LOST) return this.#lostFields.has(field) ? field : 'file, other fields';
    this.#lostFields.add(field);
    return field;
  }

  tellOuterDtd(place: RecordPlace): void {
    this.foreign.tell(
      {
        code: 'refused-content',
        severity: 'warning',
        message: 'The file names an outer DTD, which was not fetched',
        expected: 'a file that says all by itself',
      },
      place,
    );
  }

  finish(): Promise<ReadResult> {
    // A graph of Ascribe's own has the title that it had, or none: it is not what is called imported.
    const isOwn = this.#whole !== undefined || (this.#own.records > 0 && this.#otherRecords === 0);
    return isOwn ? this.#own.finish(this.#whole ?? {}) : this.foreign.finish();
  }

  #list(
    json: string | undefined,
    name: string,
    place: RecordPlace,
    take: (one: unknown, at: RecordPlace) => void,
  ): void {
    if (json === undefined) return;
    const records = this.#parse(json, name, place);
    if (records === undefined) return;
    if (!Array.isArray(records)) {
      this.foreign.bad(
        { code: 'invalid-value', message: `${showValue(name)} is no list`, got: showValue(records) },
        place,
      );
      return;
    }
    records.forEach((record: unknown, i) => {
      take(record, { ...place, path: [name, i] });
    });
  }

  #parse(json: string, name: string, place: RecordPlace): unknown {
    try {
      return JSON.parse(json);
    } catch (error) {
      this.foreign.bad(
        {
          code: 'invalid-json',
          message: `${showValue(name)} is not valid JSON: ${error instanceof Error ? error.message : String(error)}`,
          remedy: 'Export the file again, or take the attribute out: then the record is read as any tool’s',
        },
        place,
      );
      return undefined;
    }
  }
}
