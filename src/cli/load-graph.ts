import { realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { weightsOfVersion } from '../evidence/weight-changes.ts';
import type { WeightTable } from '../evidence/weights.ts';
import type { ReadResult } from '../formats/format.ts';
import { GRAPH_DOCUMENT } from '../formats/graph-document/format.ts';
import { readGraphDocument } from '../formats/graph-document/read-graph-document.ts';
import { readGraphFolder } from '../formats/graph-folder/read-graph-folder.ts';
import { readFileInside, systemMessage } from '../formats/read-file-inside.ts';
import { InMemoryKnowledgeBase } from '../knowledge/in-memory.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { WITHOUT_DENIALS } from '../knowledge/without-denials.ts';
import type { GraphDocument } from '../model/graph-document.ts';
import { InvalidGraphError, type Issue, type IssuePath, type Place, UsageError } from '../model/issue.ts';
import { fetchText } from './fetch-text.ts';
import type { GraphOptions } from './options.ts';
import { packageRoot } from './package-root.ts';
import { fileInput, formatsOf, readWith } from './read-file.ts';
import type { Session } from './session.ts';

const MAX_FILE_BYTES = 256 * 1024 * 1024;

/** A graph as it was read, with its findings; files in them are paths that a person can open from where they stand. */
export interface LoadedGraph {
  /** The folder, file or address, as shown to people. */
  readonly where: string;
  readonly result: ReadResult;
  /** Where the value at a path of the graph document stands, as far as it is known. */
  placeOf(path: IssuePath): Place;
}

/** A path as a person at `cwd` would type it. */
function shownPath(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return short === '' ? '.' : short.startsWith('..') || isAbsolute(short) ? path : short;
}

async function loadFolder(folder: string, cwd: string): Promise<LoadedGraph> {
  const where = shownPath(folder, cwd);
  const { result, placeOf } = await readGraphFolder(folder);
  const placed = <T extends Place>(place: T): T =>
    place.file === undefined || isAbsolute(place.file) ? place : { ...place, file: join(where, place.file) };
  const issues: Issue[] = result.issues.map(placed);
  return { where, result: { ...result, issues }, placeOf: (path) => placed(placeOf(path)) };
}

/**
 * Reads a file of any format that can be read. What looks like none of them is taken for a graph document, whose reader
 * then says what is wrong.
 */
async function loadFile(path: string, cwd: string): Promise<LoadedGraph> {
  const where = shownPath(path, cwd);
  const place = (): Place => ({ file: where });
  const real = await realpath(path);
  const isFile = (await stat(real)).isFile();
  const [format] = isFile ? await formatsOf(real, where) : [];
  if (format !== undefined && format !== GRAPH_DOCUMENT) {
    return { where, result: await readWith(format, [await fileInput(real, where)], {}), placeOf: place };
  }
  const bounds = { root: dirname(real), maxBytes: MAX_FILE_BYTES, name: where };
  const { text, issue } = await readFileInside(real, bounds);
  if (issue !== undefined) return { where, result: { issues: [issue] }, placeOf: place };
  return { where, result: readGraphDocument(text, where), placeOf: place };
}

/**
 * Reads the graph that `--graph` names: a graph folder, a file of any format that can be read, or the http(s)
 * address of a graph document; without it the graph that comes with Ascribe. Findings are returned, not thrown.
 * Throws a UsageError where nothing is there to be read.
 */
export async function loadGraph(given: string | undefined, cwd: string): Promise<LoadedGraph> {
  if (given !== undefined && /^https?:\/\//iu.test(given)) {
    const result = readGraphDocument(await fetchText(given), given);
    return { where: given, result, placeOf: () => ({ file: given }) };
  }
  const path = given === undefined ? join(packageRoot(), 'graph') : resolve(cwd, given);
  const found = await stat(path).catch((error: unknown) => {
    throw new UsageError(`The graph ${JSON.stringify(given ?? path)} cannot be opened: ${systemMessage(error)}.`);
  });
  return found.isDirectory() ? loadFolder(path, cwd) : loadFile(path, cwd);
}

/** A graph that can be asked. */
export interface OpenGraph {
  readonly where: string;
  readonly graph: GraphDocument;
  readonly knowledge: KnowledgeBase;
}

/**
 * What to tell where a graph says that its verdicts rest on another table of weights than it is weighed by: a part that
 * somebody weighed by numbers of their own.
 */
function otherWeights(told: string, weights: WeightTable): string {
  const table = weightsOfVersion(told);
  const changes = told.split(' with ')[1];
  const remedy =
    table === undefined
      ? 'This Ascribe does not know that table'
      : changes === undefined
        ? 'Without --weights it is weighed as it says'
        : `With --weights ${changes} it is weighed as it says`;
  return `The graph says that its verdicts rest on version ${told} of the weights table. Here it is weighed by version ${weights.version}. ${remedy}.`;
}

/**
 * Reads the graph that the options name and weighs it by their weights. Of a graph without its denials, and of one that
 * says that it was weighed otherwise, that is told on the error output. Throws an InvalidGraphError with all findings
 * where it has an error.
 */
export async function openGraph(options: GraphOptions, { io, err }: Session): Promise<OpenGraph> {
  const { where, result } = await loadGraph(options.graph, io.cwd);
  const { graph, issues } = result;
  if (graph === undefined) throw new InvalidGraphError(issues);
  if (graph.manifest?.closedUnderEvidence === false) err.line(WITHOUT_DENIALS);
  const told = graph.manifest?.weights;
  if (told !== undefined && told !== options.weights.version) err.line(otherWeights(told, options.weights));
  return { where, graph, knowledge: new InMemoryKnowledgeBase(graph, options.weights) };
}
