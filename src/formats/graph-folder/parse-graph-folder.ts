import type { z } from 'zod';
import { ANYTHING, type Assumed, checkGraph } from '../../model/check-graph.ts';
import { type Claim, ClaimDraft } from '../../model/claim.ts';
import { claimId } from '../../model/claim-identity.ts';
import { Entity } from '../../model/entity.ts';
import { GRAPH_FORMAT, GRAPH_VERSION, type GraphDocument } from '../../model/graph-document.ts';
import { type Issue, type IssuePath, type Place, showValue } from '../../model/issue.ts';
import { nearest } from '../../model/nearest.ts';
import { EntityKind, FigureType, LiteralType, RelationType } from '../../model/ontology.ts';
import { byCodePoint } from '../../model/order.ts';
import { type FieldNames, parseRecord } from '../../model/parse-record.ts';
import { Source } from '../../model/source.ts';
import type { ReadResult } from '../format.ts';
import { ClaimsFile, EntitiesFile, FIELDS, ManifestFile, OntologyFile, SourcesFile } from './folder-schemas.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

/** A file of a graph folder: its path inside the folder with `/` between the parts, and its text. */
export interface FolderFile {
  readonly path: string;
  readonly text: string;
}

/** A folder that was read, with where each record of the graph stands in it. */
export interface PlacedReading {
  readonly result: ReadResult;
  /** File, line and column of the value at a path of the graph document; empty where it is not known. */
  placeOf(path: IssuePath): Place;
}

/** Where a record of the graph document stands: its file, and its path in that file. */
interface Origin {
  readonly yaml: YamlFile;
  readonly path: IssuePath;
}

/** Records that were read, and the ids of those that could not be: they are at fault, but not unknown. */
interface Collected<T> {
  readonly records: T[];
  readonly origins: Origin[];
  readonly faulty: Set<string>;
}

/** Says how the graph was taken, where it is a part of another. */
const MANIFEST = 'manifest.yaml';

/** Stands in for the voice of a source that could not be read; a graph with it is never given out. */
const NO_VOICE = 'voice-of-a-faulty-source';

function field(record: unknown, name: string): unknown {
  return typeof record === 'object' && record !== null
    ? Object.getOwnPropertyDescriptor(record, name)?.value
    : undefined;
}

/** Reads one folder; holds the issues while it does. */
class FolderReader {
  readonly issues: Issue[] = [];
  readonly #files: readonly FolderFile[];

  constructor(files: readonly FolderFile[]) {
    this.#files = files.toSorted((a, b) => byCodePoint(a.path, b.path));
  }

  get files(): readonly FolderFile[] {
    return this.#files;
  }

  /** A file that every folder has. Its absence is an issue. */
  wanted(path: string): FolderFile | undefined {
    const file = this.#files.find((candidate) => candidate.path === path);
    if (file === undefined) {
      this.issues.push({
        code: 'missing-file',
        severity: 'error',
        path: [],
        file: path,
        message: 'The file is missing from the graph folder',
        expected: 'ontology.yaml, sources.yaml, and files in entities/ and claims/',
        remedy: 'Add it, or point at the folder that holds it',
      });
    }
    return file;
  }

  /** Parses a file down to its records. */
  open<T>(file: FolderFile, schema: z.ZodType<T>, fields: FieldNames): { yaml: YamlFile; value: T } | undefined {
    const yaml = readYaml(file.path, file.text);
    for (const issue of yaml.issues) this.issues.push(issue);
    if (yaml.issues.length > 0) return undefined;
    const parsed = parseRecord(schema, yaml.content, [], fields);
    this.place(yaml, parsed.issues);
    return parsed.value === undefined ? undefined : { yaml, value: parsed.value };
  }

  /** Parses records one by one. */
  collect<T>(
    into: Collected<T>,
    yaml: YamlFile,
    key: string,
    schema: z.ZodType<T>,
    records: readonly unknown[],
    fields: FieldNames,
  ): void {
    records.forEach((record, i) => {
      const path = [key, i];
      const parsed = parseRecord(schema, record, path, fields);
      this.place(yaml, parsed.issues);
      if (parsed.value === undefined) {
        const id = field(record, 'id');
        if (typeof id === 'string') into.faulty.add(id);
        return;
      }
      into.records.push(parsed.value);
      into.origins.push({ yaml, path });
    });
  }

  /** Adds issues of a file, each with its line and column. */
  place(yaml: YamlFile, found: readonly Issue[]): void {
    for (const issue of found) this.issues.push({ ...issue, ...yaml.placeOf(issue.path) });
  }
}

/** What look like ids in a file that cannot be parsed: its records are at fault, but not unknown. */
function idsIn(text: string): string[] {
  return [...text.matchAll(/\bid:[ \t]*["']?([^\s,"'{}[\]]+)/gu)].flatMap(([, id]) => id ?? []);
}

function empty<T>(): Collected<T> {
  return { records: [], origins: [], faulty: new Set() };
}

/**
 * Reads a graph folder (`ontology.yaml`, `sources.yaml`, `entities/*.yaml`, `claims/*.yaml`, and `manifest.yaml` where it
 * is a part of a graph) from its texts.
 * All issues are reported, each with file, line and column; a fault in one record neither hides nor makes faults in
 * others. No I/O.
 */
export function parseGraphFolder(files: readonly FolderFile[]): ReadResult {
  return parsePlacedFolder(files).result;
}

/** As parseGraphFolder, and able to say afterwards where a record stands. */
export function parsePlacedFolder(files: readonly FolderFile[]): PlacedReading {
  const reader = new FolderReader(files);
  const { issues } = reader;

  const ontologyFile = reader.wanted('ontology.yaml');
  const ontology = ontologyFile && reader.open(ontologyFile, OntologyFile, FIELDS.ontologyFile);
  const kinds = empty<EntityKind>();
  const relations = empty<RelationType>();
  const literals = empty<LiteralType>();
  const figures = empty<FigureType>();
  if (ontology) {
    const { yaml, value } = ontology;
    reader.collect(kinds, yaml, 'kinds', EntityKind, value.kinds, FIELDS.kind);
    reader.collect(relations, yaml, 'relations', RelationType, value.relations, FIELDS.relation);
    reader.collect(literals, yaml, 'literals', LiteralType, value.literals, FIELDS.literal);
    reader.collect(figures, yaml, 'figures', FigureType, value.figures, FIELDS.figure);
  }

  const sources = empty<Source>();
  const sourcesFile = reader.wanted('sources.yaml');
  const sourcesRead = sourcesFile && reader.open(sourcesFile, SourcesFile, FIELDS.sourcesFile);
  const voices = new Map<string, string>();
  if (sourcesRead) {
    const { yaml, value } = sourcesRead;
    reader.collect(sources, yaml, 'sources', Source, value.sources, FIELDS.source);
    for (const source of value.sources) {
      const [id, speaker] = [field(source, 'id'), field(source, 'speaker')];
      if (typeof id === 'string') voices.set(id, typeof speaker === 'string' ? speaker : NO_VOICE);
    }
  }

  const manifestFile = reader.files.find((file) => file.path === MANIFEST);
  const manifest = manifestFile && reader.open(manifestFile, ManifestFile, FIELDS.manifestFile);

  const entities = empty<Entity>();
  const drafts = empty<ClaimDraft>();
  for (const file of reader.files) {
    if (/^entities\/[^/]+\.ya?ml$/u.test(file.path)) {
      const read = reader.open(file, EntitiesFile, FIELDS.entitiesFile);
      if (read) reader.collect(entities, read.yaml, 'entities', Entity, read.value.entities, FIELDS.entity);
      else for (const id of idsIn(file.text)) entities.faulty.add(id);
    } else if (/^claims\/[^/]+\.ya?ml$/u.test(file.path)) {
      const read = reader.open(file, ClaimsFile, FIELDS.claimsFile);
      if (read) readClaims(reader, drafts, read.yaml, read.value, sourcesRead ? voices : undefined);
    } else if (/\.ya?ml$/u.test(file.path) && !['ontology.yaml', 'sources.yaml', MANIFEST].includes(file.path)) {
      issues.push({
        code: 'unknown-field',
        severity: 'warning',
        path: [],
        file: file.path,
        message: 'The file belongs to no part of a graph folder and was not read',
        expected: 'ontology.yaml, sources.yaml, entities/*.yaml or claims/*.yaml',
        remedy: 'Move it into entities/ or claims/, or take it out',
      });
    }
  }

  const graph: GraphDocument = {
    format: GRAPH_FORMAT,
    version: GRAPH_VERSION,
    ...(sourcesRead?.value.title === undefined ? {} : { title: sourcesRead.value.title }),
    ...(manifest === undefined ? {} : { manifest: manifest.value }),
    ontology: {
      version: 1,
      kinds: kinds.records,
      relations: relations.records,
      literals: literals.records,
      figures: figures.records,
    },
    sources: sources.records,
    entities: entities.records,
    claims: drafts.records.map((draft): Claim => ({ ...draft, id: claimId(draft) })),
  };
  const origins: Readonly<Record<string, readonly Origin[]>> = {
    sources: sources.origins,
    entities: entities.origins,
    claims: drafts.origins,
    'ontology kinds': kinds.origins,
    'ontology relations': relations.origins,
    'ontology literals': literals.origins,
    'ontology figures': figures.origins,
  };
  const placeOf = (path: IssuePath): Place => {
    const [part, ...inner] = path[0] === 'ontology' ? [`ontology ${path[1]}`, ...path.slice(2)] : path;
    const [i, ...rest] = inner;
    const origin = typeof i === 'number' && part !== undefined ? origins[part]?.[i] : undefined;
    return origin === undefined ? {} : origin.yaml.placeOf([...origin.path, ...rest]);
  };
  const assumed: Assumed = {
    kinds: ontology ? kinds.faulty : ANYTHING,
    types: ontology ? new Set([...relations.faulty, ...literals.faulty, ...figures.faulty]) : ANYTHING,
    sources: sourcesRead ? sources.faulty : ANYTHING,
    entities: entities.faulty,
    // A voice that names nothing is told of once, at its source.
    speakers: new Set([...voices.values(), NO_VOICE]),
  };
  for (const issue of checkGraph(graph, assumed)) issues.push({ ...issue, ...placeOf(issue.path) });
  const refused = issues.some((issue) => issue.severity === 'error');
  return { result: refused ? { issues } : { graph, issues }, placeOf };
}

/**
 * Reads the claims of one file. What the file says once holds for each: its source, and that source's voice as the
 * speaker where a claim names none. Without `voices` the sources are not known, and none is called unknown.
 */
function readClaims(
  reader: FolderReader,
  into: Collected<ClaimDraft>,
  yaml: YamlFile,
  { source, claims }: z.infer<typeof ClaimsFile>,
  voices: ReadonlyMap<string, string> | undefined,
): void {
  if (voices !== undefined && !voices.has(source)) {
    const meant = nearest(source, voices.keys());
    reader.place(yaml, [
      {
        code: 'unknown-id',
        severity: 'error',
        path: ['source'],
        message: 'No such source',
        expected: 'the id of a source in sources.yaml',
        got: showValue(source),
        remedy: meant === undefined ? 'Add the source, or correct the id' : `Did you mean ${showValue(meant)}?`,
      },
    ]);
    return;
  }
  const whole = claims.map((claim, i): unknown => {
    if (typeof claim !== 'object' || claim === null || Array.isArray(claim)) return claim;
    const own = field(claim, 'source');
    if (own !== undefined && own !== source) {
      reader.place(yaml, [
        {
          code: 'contradictory',
          severity: 'error',
          path: ['claims', i, 'source'],
          message: 'The claim names another source than its file',
          expected: showValue(source),
          got: showValue(own),
          remedy: 'Move it to the file of that source, or take the field out',
        },
      ]);
    }
    const spoken = field(claim, 'speaker') === undefined ? { speaker: voices?.get(source) ?? NO_VOICE } : {};
    return { ...claim, ...spoken, source };
  });
  reader.collect(into, yaml, 'claims', ClaimDraft, whole, FIELDS.claim);
}
