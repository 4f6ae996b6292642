import { type Attribute, KEY_ATTRIBUTE } from '../../model/attributes.ts';
import { showValue } from '../../model/issue.ts';
import type { ForeignGraph } from '../foreign/foreign-graph.ts';
import type { ForeignEdge, ForeignNode, RecordPlace } from '../foreign/records.ts';
import type { ReadOptions, ReadResult } from '../format.ts';
import { isObject, listMember, member, textMember } from '../json-stream/attributes-of.ts';
import { JsonProblem, parseJson } from '../json-stream/json-text.ts';
import { collector, type Frame, OwnGraph } from '../json-stream/own-graph.ts';
import { EACH_ONCE, repeatedName } from '../json-stream/repeated-name.ts';
import { limitsOf } from '../limits.ts';
import { DENIALS_WERE_LEFT_OUT, FoundManifest } from '../manifest-in-text.ts';
import { ChangedColumns } from './changed-columns.ts';
import { CLAIM_JSON, ENTITY_JSON, isDrawing, isOwnName, SOURCES_JSON, STATEMENTS_JSON } from './names.ts';

function textOf(attributes: readonly Attribute[] | undefined, name: string): string | undefined {
  if (attributes === undefined) return undefined;
  for (const attribute of attributes) {
    if (attribute.name === name) return typeof attribute.value === 'string' ? attribute.value : undefined;
  }
  return undefined;
}

const WITHOUT_JSON = 'Export the file again, or take the attribute out: then the record is read as any tool’s';

/**
 * Collects nodes and edges of tools that know no claims. Records that Ascribe wrote into the file as JSON (see names.ts)
 * come back as they were; all others become entities and claims of what is imported. A file may hold both, where somebody
 * added to it in another tool.
 */
export class PropertyGraph {
  readonly foreign: ForeignGraph;
  readonly #format: string;
  readonly #own: OwnGraph;
  readonly #file: string;
  /** Levels of nesting that JSON within an attribute may have. */
  readonly #depth: number;
  readonly #changed = new ChangedColumns();
  /** What the file says of the graph as a whole; undefined where it says nothing. */
  #whole: Frame | undefined;
  /** How the graph was chosen, where the format has no place for all that is said of the graph. */
  readonly #manifest: FoundManifest;
  #otherRecords = 0;

  constructor(file: string, format: string, options: ReadOptions) {
    this.#format = format;
    this.#file = file;
    this.#depth = limitsOf(options.limits).depth;
    this.foreign = collector(file, format, options);
    this.#own = new OwnGraph(this.foreign);
    this.#manifest = new FoundManifest(options.now);
  }

  /** Whether it was taken: where it was not, nothing that the file says of it may stand. */
  addNode(node: ForeignNode): boolean {
    const { attributes, place = {} } = node;
    const json = textOf(attributes, ENTITY_JSON);
    if (json === undefined) {
      this.#otherRecords++;
      return this.foreign.addNode(node);
    }
    const entity = this.#parse(json, ENTITY_JSON, place);
    const isTaken = isObject(entity) && this.#addEntity(entity, node);
    if (entity !== undefined && !isObject(entity)) this.#own.addEntity(entity, { ...place, path: [ENTITY_JSON] });
    this.#list(textOf(attributes, SOURCES_JSON), SOURCES_JSON, place, (source, at) => {
      this.#own.addSource(source, at);
    });
    this.#list(textOf(attributes, STATEMENTS_JSON), STATEMENTS_JSON, place, (claim, at) => {
      this.#own.addClaim(claim, at);
    });
    return isTaken;
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
    if (isObject(claim)) this.#changed.compareEdge(claim, edge);
  }

  #addEntity(entity: Readonly<Record<string, unknown>>, node: ForeignNode): boolean {
    const id = textMember(entity, 'id') ?? '';
    const isNew = !this.foreign.hasNode(id);
    this.#own.addEntity(this.#withAdded(entity, node.attributes, 'node'), { ...node.place, path: [ENTITY_JSON] });
    this.#changed.compareNode(entity, node);
    return isNew && this.foreign.hasNode(id);
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

  /** How a graph that Ascribe wrote was chosen: its manifest as a JSON text, and a mark that denials were left out. */
  addManifest(json: string | undefined, isMarked: boolean, place: RecordPlace): void {
    const wrong = json === undefined ? undefined : this.#manifest.addText(json);
    if (wrong !== undefined) this.foreign.tell({ ...wrong, path: ['manifest'] }, place);
    if (isMarked) this.#manifest.mark();
    if (this.#manifest.value?.closedUnderEvidence === false) this.foreign.tell(DENIALS_WERE_LEFT_OUT, place);
  }

  /** Something that the file says of itself: a graph document has no place for it. */
  lostOfFile(field: string, count = 1): void {
    this.foreign.lose({
      count,
      field: `file.${field.slice(0, 100)}`,
      why: 'a graph document has no place for what a file says of itself',
      keptBy: this.#format,
    });
  }

  /** An element that no record has. */
  lostElement(name: string): void {
    this.foreign.lose({
      field: `element ${name.slice(0, 100)}`,
      why: 'it stands outside of nodes and edges, or is of another format, and was passed over',
      keptBy: this.#format,
    });
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

  async finish(): Promise<ReadResult> {
    // A graph of Ascribe's own has the title that it had, or none: it is not what is called imported.
    const isOwn = this.#whole !== undefined || (this.#own.records > 0 && this.#otherRecords === 0);
    const read = await (isOwn ? this.#own.finish(this.#whole ?? {}) : this.foreign.finish());
    const { value: manifest } = this.#manifest;
    const isTold = read.graph === undefined || read.graph.manifest !== undefined || manifest === undefined;
    const result = isTold ? read : { ...read, graph: { ...read.graph, manifest } };
    const changed = this.#changed.issues(result.graph, this.#file);
    return changed.length === 0 ? result : { ...result, issues: [...result.issues, ...changed] };
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

  /** The value of a JSON text; undefined, and told as bad, where it is none that every program reads as the same. */
  #parse(json: string, name: string, place: RecordPlace): unknown {
    let parsed: ReturnType<typeof parseJson>;
    try {
      parsed = parseJson(json, this.#depth);
    } catch (error) {
      if (!(error instanceof JsonProblem)) throw error;
      this.foreign.bad(
        { code: 'invalid-json', message: `${showValue(name)}: ${error.message}`, remedy: WITHOUT_JSON },
        place,
      );
      return undefined;
    }
    const { value, repeated, asText } = parsed;
    const [twice] = repeated;
    if (twice !== undefined) {
      const path = [name, ...twice];
      const message = repeatedName(twice.at(-1));
      this.foreign.bad(
        { code: 'invalid-format', message, expected: EACH_ONCE, remedy: WITHOUT_JSON },
        { ...place, path },
      );
      return undefined;
    }
    for (const at of asText) {
      this.foreign.tell(
        {
          code: 'invalid-value',
          severity: 'warning',
          message: 'The number is larger than a number can be held exactly; it is kept as text, digit for digit',
        },
        { ...place, path: [name, ...at] },
      );
    }
    return value;
  }
}
