import { runSliced } from '../../knowledge/run-sliced.ts';
import { Claim } from '../../model/claim.ts';
import { Entity } from '../../model/entity.ts';
import { GraphDocument } from '../../model/graph-document.ts';
import type { Issue, IssuePath } from '../../model/issue.ts';
import { parseRecord } from '../../model/parse-record.ts';
import { Source } from '../../model/source.ts';
import { Findings } from '../foreign/findings.ts';
import type { ReadInput, ReadOptions, ReadResult } from '../format.ts';
import { type RecordFindings, readRecord } from '../json-stream/read-record.ts';
import { type JsonPiece, splitJson } from '../json-stream/split-json.ts';
import { type Limits, limitsOf } from '../limits.ts';
import { failed, ReadFailure } from '../read-failure.ts';
import { textPieces } from '../read-text.ts';
import { checkInSlices } from './check-in-slices.ts';
import { DocumentRecords } from './document-records.ts';
import { AS_WRITTEN, notOne } from './not-one.ts';

/** How long others may be kept waiting while records are taken, in milliseconds. */
const TURN = 20;
/**
 * How often the rest is checked again after bad records were left out, since others may name these: an entity, its
 * sources, what derives from them, their claims. Beyond it the file is refused.
 */
const MOST_ROUNDS = 10;

type Part = 'sources' | 'entities' | 'claims';
const isPart = (name: unknown): name is Part => name === 'sources' || name === 'entities' || name === 'claims';

class DocumentReader {
  readonly #file: string;
  readonly #limits: Limits;
  readonly #skipBad: boolean;
  readonly #findings: Findings;
  readonly #records = {
    sources: new DocumentRecords<Source>('sources'),
    entities: new DocumentRecords<Entity>('entities'),
    claims: new DocumentRecords<Claim>('claims'),
  };
  /** What stands beside the lists of records, as it was given. */
  readonly #frame = new Map<string, unknown>();
  readonly #frameLines = new Map<string, number>();
  readonly #lists = new Set<Part>();
  #count = 0;
  /** Whether there is anything, and whether it is an object. */
  #isObject: boolean | undefined;

  constructor(file: string, options: ReadOptions) {
    this.#file = file;
    this.#limits = limitsOf(options.limits);
    this.#skipBad = options.skipBad === true;
    this.#findings = new Findings({ file, most: this.#limits.issues, skipBad: this.#skipBad });
  }

  /** The lists of records, of which each record is taken by itself. */
  holdsRecords([name, ...more]: IssuePath, isObject: boolean): boolean {
    if (more.length > 0 || isObject || !isPart(name)) return false;
    this.#lists.add(name);
    return true;
  }

  take(piece: JsonPiece): void {
    const { is, path, line } = piece;
    this.#isObject = true;
    if (is === 'close') return;
    const [name, index] = path;
    if (is === 'record' && isPart(name) && typeof index === 'number') this.#record(piece, name, index);
    else if (is === 'member') {
      // What frames the records cannot be left out.
      const tell = (finding: Parameters<RecordFindings['bad']>[0]): void => this.#findings.tell(finding);
      const read = readRecord(piece, this.#limits.depth, { bad: tell, warn: this.#warn });
      this.#frame.set(String(name), read?.value);
      this.#frameLines.set(String(name), line);
    } else {
      this.#isObject = false;
      throw this.#noDocument(notOne({ names: [], format: undefined, got: 'a list' }), line);
    }
  }

  readonly #warn = (finding: Parameters<RecordFindings['warn']>[0]): void => {
    this.#findings.tell({ ...finding, severity: 'warning' });
  };

  #record(piece: JsonPiece, part: Part, index: number): void {
    this.#count++;
    if (this.#count > this.#limits.records) {
      throw new ReadFailure({
        code: 'too-large',
        file: this.#file,
        message: 'The file holds too many records, and was not read',
        expected: `at most ${this.#limits.records} sources, entities and claims`,
        remedy: 'Split it, or take a part of it',
      });
    }
    const read = readRecord(piece, this.#limits.depth, {
      bad: (finding) => this.#findings.bad(finding),
      warn: this.#warn,
    });
    if (read === undefined) return;
    const { path, line } = piece;
    const add = <T>(records: DocumentRecords<T>, parsed: ReturnType<typeof parseRecord<T>>): void => {
      if (parsed.value === undefined) this.#findings.badRecord(parsed.issues, { line });
      else records.add(parsed.value, index, line);
    };
    if (part === 'sources') add(this.#records.sources, parseRecord(Source, read.value, path));
    else if (part === 'entities') add(this.#records.entities, parseRecord(Entity, read.value, path));
    else add(this.#records.claims, parseRecord(Claim, read.value, path));
  }

  #noDocument(issue: Omit<Issue, 'severity' | 'path'> | undefined, line?: number): ReadFailure {
    return new ReadFailure({
      ...(issue ?? { code: 'invalid-json', message: 'The file holds no JSON', expected: AS_WRITTEN }),
      ...(line === undefined ? {} : { line }),
      file: this.#file,
    });
  }

  /** The graph. Throws a ReadFailure for what is no graph document. */
  async finish(signal: AbortSignal | undefined): Promise<ReadResult> {
    if (this.#isObject === undefined) throw this.#noDocument(undefined);
    const names = [...this.#frame.keys(), ...this.#lists];
    const foreign = notOne({ names, format: this.#frame.get('format') });
    if (foreign !== undefined) throw this.#noDocument(foreign);
    const empty = Object.fromEntries([...this.#lists].map((part) => [part, []]));
    const read = parseRecord(GraphDocument, { ...Object.fromEntries(this.#frame), ...empty });
    for (const issue of read.issues) this.#findings.tell(issue, this.#placeOf(issue));
    const frame = read.value;
    if (frame !== undefined && !this.#findings.refused) {
      for (let round = 1; ; round++) {
        const { sources, entities, claims } = this.#records;
        const graph: GraphDocument = {
          ...frame,
          ...{ sources: sources.values, entities: entities.values, claims: claims.values },
        };
        const found = await runSliced(checkInSlices(graph), signal);
        const leftOut = this.#take(found, round < MOST_ROUNDS);
        if (this.#findings.refused) break;
        if (leftOut === 0) return { graph, ...this.issues };
      }
    }
    return this.issues;
  }

  get issues(): Pick<ReadResult, 'issues' | 'skipped'> {
    const { issues, skipped } = this.#findings;
    return { issues, ...(skipped === 0 ? {} : { skipped }) };
  }

  #placeOf({ path }: Issue): { readonly path?: IssuePath; readonly line?: number } {
    const [part] = path;
    if (isPart(part)) return this.#records[part].placeOf(path);
    const line = this.#frameLines.get(String(part));
    return line === undefined ? {} : { line };
  }

  /** Tells what was found, and leaves bad records out where that was asked for; how many. Warnings are told of the last round. */
  #take(found: readonly Issue[], mayLeaveOut: boolean): number {
    const errors = found.filter(({ severity }) => severity === 'error');
    const ofFrame = errors.filter(({ path: [part] }) => !isPart(part));
    if (this.#skipBad && ofFrame.length > 0) {
      // What is wrong with records may come of it alone.
      for (const issue of ofFrame) this.#findings.tell(issue, this.#placeOf(issue));
      return 0;
    }
    const isLast = errors.length === 0 || !this.#skipBad || !mayLeaveOut;
    const bad = new Map<string, { readonly part: Part; readonly at: number; readonly issues: Issue[] }>();
    for (const issue of found) {
      const [part, at] = issue.path;
      const placed = { ...issue, ...this.#placeOf(issue) };
      if (isLast) this.#findings.tell(placed);
      else if (issue.severity === 'error' && isPart(part) && typeof at === 'number') {
        const key = `${part} ${at}`;
        const known = bad.get(key);
        if (known === undefined) bad.set(key, { part, at, issues: [placed] });
        else known.issues.push(placed);
      }
    }
    const gone: Record<Part, Set<number>> = { sources: new Set(), entities: new Set(), claims: new Set() };
    for (const { part, at, issues } of bad.values()) {
      this.#findings.badRecord(issues);
      gone[part].add(at);
    }
    for (const part of ['sources', 'entities', 'claims'] as const) this.#records[part].leaveOut(gone[part]);
    return bad.size;
  }
}

/**
 * Reads a graph document as it streams in, record by record: each that is wrong is told with its line, and left out alone
 * where that is asked for, and with it whatever names it. The ontology, the title and the manifest cannot be left out.
 * Others have their turn in between.
 */
export async function readDocumentStream(input: ReadInput, options: ReadOptions = {}): Promise<ReadResult> {
  const { depth } = limitsOf(options.limits);
  const reader = new DocumentReader(input.name, options);
  const split = {
    inside: (path: IssuePath, isObject: boolean) => reader.holdsRecords(path, isObject),
    ...{ depth, file: input.name, roots: 'one' as const },
  };
  try {
    let since = performance.now();
    for await (const piece of splitJson(textPieces(input, options), split)) {
      reader.take(piece);
      if (performance.now() - since < TURN) continue;
      await new Promise<void>((resolve) => {
        setTimeout(resolve, 0);
      });
      options.signal?.throwIfAborted();
      since = performance.now();
    }
    return await reader.finish(options.signal);
  } catch (error) {
    return failed(error);
  }
}
