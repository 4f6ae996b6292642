import { Manifest } from '../../model/graph-document.ts';
import { parseRecord } from '../../model/parse-record.ts';
import { Label } from '../../model/text.ts';
import { ForeignGraph } from '../foreign/foreign-graph.ts';
import type { RecordPlace } from '../foreign/records.ts';
import type { ReadOptions, ReadResult } from '../format.ts';
import type { RecordFindings } from './read-record.ts';

/** What else a graph document has, as far as the file holds it. */
export interface Frame {
  readonly title?: unknown;
  readonly manifest?: unknown;
  /** Made from the records where the file has none. */
  readonly ontology?: unknown;
}

/** Collects what is read of a file, with the options of the reading. */
export function collector(file: string, format: string, options: ReadOptions = {}): ForeignGraph {
  const { mapping, now, limits, skipBad, signal } = options;
  return new ForeignGraph({ file, format, mapping, now, limits, skipBad, signal });
}

/** Takes what is found in single records into a collector. */
export function findingsOf(foreign: ForeignGraph): RecordFindings {
  return {
    bad: (finding) => foreign.bad(finding),
    warn: (finding) => foreign.tell({ ...finding, severity: 'warning' }),
  };
}

/**
 * Puts a graph together again from records that Ascribe wrote into a file of another format, and counts them, so that an
 * empty graph comes back empty.
 */
export class OwnGraph {
  readonly #foreign: ForeignGraph;
  #records = 0;

  constructor(foreign: ForeignGraph) {
    this.#foreign = foreign;
  }

  /** How many records of Ascribe were found. */
  get records(): number {
    return this.#records;
  }

  addEntity(record: unknown, place: RecordPlace): void {
    this.#records++;
    this.#foreign.ownEntity(record, place);
  }
  addSource(record: unknown, place: RecordPlace): void {
    this.#records++;
    this.#foreign.ownSource(record, place);
  }
  addClaim(record: unknown, place: RecordPlace): void {
    this.#records++;
    this.#foreign.ownClaim(record, place);
  }

  /** The graph, under its own title and manifest. */
  async finish(frame: Frame): Promise<ReadResult> {
    if (frame.ontology !== undefined) this.#foreign.ownOntology(frame.ontology, { path: ['ontology'] });
    const manifest = frame.manifest === undefined ? undefined : parseRecord(Manifest, frame.manifest, ['manifest']);
    const title = frame.title === undefined ? undefined : parseRecord(Label, frame.title, ['title']);
    for (const part of [manifest, title]) if (part !== undefined) this.#foreign.badRecord(part.issues);
    // A file that holds nothing of Ascribe keeps the title that says where it comes from; another is no document itself.
    const isOwn = this.#records > 0 || frame.ontology !== undefined;
    const { graph, ...result } = await this.#foreign.finish({ wanted: !isOwn });
    if (graph === undefined || !isOwn) return { ...(graph === undefined ? {} : { graph }), ...result };
    const { title: _, ...rest } = graph;
    const named = {
      ...rest,
      ...(title?.value === undefined ? {} : { title: title.value }),
      ...(manifest?.value === undefined ? {} : { manifest: manifest.value }),
    };
    return { graph: named, ...result };
  }
}
