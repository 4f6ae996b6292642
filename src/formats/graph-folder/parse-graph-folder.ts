import { z } from 'zod';
import { checkGraph } from '../../model/check-graph.ts';
import { Claim } from '../../model/claim.ts';
import { claimId } from '../../model/claim-identity.ts';
import { Entity } from '../../model/entity.ts';
import { GRAPH_FORMAT, GRAPH_VERSION, type GraphDocument } from '../../model/graph-document.ts';
import { type Issue, type IssuePath, type Place, showValue } from '../../model/issue.ts';
import { Ontology } from '../../model/ontology.ts';
import { byCodePoint } from '../../model/order.ts';
import { parseRecord } from '../../model/parse-record.ts';
import { Source } from '../../model/source.ts';
import type { ReadResult } from '../format.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

/** A file of a graph folder: its path inside the folder with `/` between the parts, and its text. */
export interface FolderFile {
  readonly path: string;
  readonly text: string;
}

const CLAIM_FIELDS = [
  'id', 'subject', 'type', 'object', 'quantity', 'literal', 'stance', 'speaker', 'via', 'hedge', 'credibility',
  'confidence', 'said', 'when', 'place', 'summary', 'note', 'locator',
]; // biome-ignore format: one list
const ENTITY_FIELDS = Object.keys(Entity.shape);
const SOURCE_FIELDS = Object.keys(Source.shape);
const ONTOLOGY_FIELDS = [
  ...Object.keys(Ontology.shape),
  'domain',
  'range',
  'broader',
  'excludes',
  'inverse',
  'symmetric',
  'reads',
  'label',
];

const SourcesFile = z.strictObject({ title: z.string().optional(), sources: z.array(z.unknown()) });
const EntitiesFile = z.strictObject({ entities: z.array(z.unknown()) });
const ClaimsFile = z.strictObject({ source: z.string(), claims: z.array(z.unknown()) });

interface Origin {
  readonly yaml: YamlFile;
  readonly path: IssuePath;
}

/** A claim as it stands in the folder, made whole: the file's source, the document's own voice as speaker, its id. */
function completeClaim(raw: unknown, source: string, voice: string | undefined): unknown {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return raw;
  const whole: Record<string, unknown> = { source, ...raw };
  if (whole['speaker'] === undefined && voice !== undefined) whole['speaker'] = voice;
  // A first id lets the schema speak; the true one is made from the parsed content.
  if (whole['id'] === undefined) whole['id'] = 'c-0000000000000000';
  return whole;
}

/** A folder that was read, with where each record of the graph stands in it. */
export interface PlacedReading {
  readonly result: ReadResult;
  /** File, line and column of the value at a path of the graph document; empty where it is not known. */
  placeOf(path: IssuePath): Place;
}

/**
 * Reads a graph folder (`ontology.yaml`, `sources.yaml`, `entities/*.yaml`, `claims/*.yaml`) from its texts.
 * All issues are reported, each with file, line and column. No I/O.
 */
export function parseGraphFolder(files: readonly FolderFile[]): ReadResult {
  return parsePlacedFolder(files).result;
}

/** As parseGraphFolder, and able to say afterwards where a record stands. */
export function parsePlacedFolder(files: readonly FolderFile[]): PlacedReading {
  const issues: Issue[] = [];
  const ordered = files.toSorted((a, b) => byCodePoint(a.path, b.path));
  const locate = (yaml: YamlFile, found: readonly Issue[], base: IssuePath): void => {
    for (const issue of found) {
      const inner = issue.path.slice(base.length);
      issues.push({ ...issue, ...yaml.placeOf([...base, ...inner]) });
    }
  };
  const open = <T>(
    file: FolderFile,
    schema: z.ZodType<T>,
    fields: readonly string[],
  ): { yaml: YamlFile; value: T } | undefined => {
    const yaml = readYaml(file.path, file.text);
    issues.push(...yaml.issues);
    if (yaml.issues.length > 0) return undefined;
    const parsed = parseRecord(schema, yaml.content, [], fields);
    locate(yaml, parsed.issues, []);
    return parsed.value === undefined ? undefined : { yaml, value: parsed.value };
  };
  const wanted = (path: string): FolderFile | undefined => {
    const file = ordered.find((candidate) => candidate.path === path);
    if (file === undefined) {
      issues.push({
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
  };

  const ontologyFile = wanted('ontology.yaml');
  const ontology = ontologyFile && open(ontologyFile, Ontology, ONTOLOGY_FIELDS);
  const origins = { sources: [] as Origin[], entities: [] as Origin[], claims: [] as Origin[] };
  const collect = <T>(
    yaml: YamlFile,
    key: keyof typeof origins,
    schema: z.ZodType<T>,
    records: readonly unknown[],
    fields: readonly string[],
    into: T[],
    refine: (value: T) => T = (value) => value,
  ): void => {
    records.forEach((record, i) => {
      const path = [key, i];
      const parsed = parseRecord(schema, record, path, fields);
      locate(yaml, parsed.issues, []);
      if (parsed.value === undefined) return;
      into.push(refine(parsed.value));
      origins[key].push({ yaml, path });
    });
  };

  const sources: Source[] = [];
  const sourcesFile = wanted('sources.yaml');
  const sourcesRead = sourcesFile && open(sourcesFile, SourcesFile, ['title', 'sources']);
  if (sourcesRead) collect(sourcesRead.yaml, 'sources', Source, sourcesRead.value.sources, SOURCE_FIELDS, sources);
  const voices = new Map<string, string>(sources.map((source) => [source.id, source.speaker]));

  const entities: Entity[] = [];
  const claims: Claim[] = [];
  for (const file of ordered) {
    if (/^entities\/[^/]+\.ya?ml$/u.test(file.path)) {
      const read = open(file, EntitiesFile, ['entities']);
      if (read) collect(read.yaml, 'entities', Entity, read.value.entities, ENTITY_FIELDS, entities);
    } else if (/^claims\/[^/]+\.ya?ml$/u.test(file.path)) {
      const read = open(file, ClaimsFile, ['source', 'claims']);
      if (read === undefined) continue;
      const { source } = read.value;
      const voice = voices.get(source);
      if (sourcesRead && voice === undefined) {
        issues.push({
          code: 'unknown-id',
          severity: 'error',
          path: ['source'],
          ...read.yaml.placeOf(['source']),
          message: 'No such source',
          expected: 'the id of a source in sources.yaml',
          got: showValue(source),
          remedy: 'Add the source, or correct the id',
        });
        continue;
      }
      const whole = read.value.claims.map((claim) => completeClaim(claim, source, voice));
      collect(read.yaml, 'claims', Claim, whole, CLAIM_FIELDS, claims, (claim) => ({ ...claim, id: claimId(claim) }));
    } else if (/\.ya?ml$/u.test(file.path) && !['ontology.yaml', 'sources.yaml'].includes(file.path)) {
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
  if (!ontology) return { result: { issues }, placeOf: () => ({}) };

  const graph: GraphDocument = {
    format: GRAPH_FORMAT,
    version: GRAPH_VERSION,
    ...(sourcesRead?.value.title === undefined ? {} : { title: sourcesRead.value.title }),
    ontology: ontology.value,
    sources,
    entities,
    claims,
  };
  const placeOf = (path: IssuePath): Place => {
    const [part, i, ...rest] = path;
    if (part === 'ontology') return ontology.yaml.placeOf([...(i === undefined ? [] : [i]), ...rest]);
    if ((part === 'sources' || part === 'entities' || part === 'claims') && typeof i === 'number') {
      const origin = origins[part][i];
      if (origin) return origin.yaml.placeOf([...origin.path, ...rest]);
    }
    return {};
  };
  for (const issue of checkGraph(graph)) issues.push({ ...issue, ...placeOf(issue.path) });
  const refused = issues.some((issue) => issue.severity === 'error');
  return { result: refused ? { issues } : { graph, issues }, placeOf };
}
