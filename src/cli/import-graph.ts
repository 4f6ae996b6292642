import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { EventMapping } from '../formats/events/event-mapping.ts';
import { eventFormat } from '../formats/events/format.ts';
import { Mapping } from '../formats/foreign/mapping.ts';
import type { Format, Loss, ReadOptions, ReadResult } from '../formats/format.ts';
import { writeGraphDocument } from '../formats/graph-document/write-graph-document.ts';
import { readGraphFolder } from '../formats/graph-folder/read-graph-folder.ts';
import { writeGraphFolder } from '../formats/graph-folder/write-graph-folder.ts';
import { systemMessage } from '../formats/read-file-inside.ts';
import { type Candidate, matchEntities } from '../knowledge/match-entities.ts';
import { Match, type Merged, type MergeNote, mergeGraphs, type NamedGraph } from '../knowledge/merge-graphs.ts';
import { mergedIn, takeApart } from '../knowledge/unmerge.ts';
import { WITHOUT_DENIALS } from '../knowledge/without-denials.ts';
import type { GraphDocument } from '../model/graph-document.ts';
import { EntityId } from '../model/ids.ts';
import { type Issue, UsageError } from '../model/issue.ts';
import { byCodePoint } from '../model/order.ts';
import { type FileGroup, filesToImport, type GivenFile, groupFiles, READABLE } from './files-to-import.ts';
import { GlobalOptions, ListOption, listOption, readOptions } from './options.ts';
import { printLosses, printReport } from './print-import.ts';
import { Progress } from './progress.ts';
import { fileInput, readWith } from './read-file.ts';
import { inReport, isFolder, type SavedFile, saveFiles } from './save-files.ts';
import type { Session } from './session.ts';

/** An entity that was merged into another and is apart again, under the id that it has now. */
export interface PartedNote {
  readonly kind: 'entity-parted';
  readonly id: EntityId;
  readonly from: EntityId;
}

/** What `import --json` prints. Without `-o` the file of the graph carries its `text`. */
export interface ImportReport {
  /** Whether a graph was made. */
  readonly ok: boolean;
  /** `name` is what the file is called in the graph and in matches; a copy of another file, byte for byte, is not read. */
  readonly read: readonly {
    readonly file: string;
    readonly name?: string;
    readonly format?: string;
    readonly copyOf?: string;
  }[];
  /** Absent where no graph was made. */
  readonly counts?: { readonly entities: number; readonly claims: number; readonly sources: number };
  readonly findings: readonly Issue[];
  readonly losses: readonly Loss[];
  /** Bad records that were left out, as was asked for. */
  readonly skipped: number;
  /** What the merging of several files, or its undoing, did. */
  readonly notes: readonly (MergeNote | PartedNote)[];
  /** Entities of different files that may be the same, for `--matches`. None of them was merged. */
  readonly candidates: readonly ({ readonly files: readonly [string, string] } & Candidate)[];
  /** Names that too many entities share for anybody to be proposed by them. */
  readonly tooCommon: readonly string[];
  readonly files: readonly SavedFile[];
}

const FOLDER = 'graph folder';

const Options = GlobalOptions.extend({
  format: z.string().optional(),
  mapping: z.string().optional(),
  skipBad: z.boolean().default(false),
  matches: z.string().optional(),
  sameIds: z.boolean().default(false),
  unmerge: ListOption,
  output: z.string().optional(),
});
type Options = z.infer<typeof Options>;

export function addImport(program: Command, session: Session): void {
  program
    .command('import')
    .argument('<file...>', 'files of any format, or graph folders; several become one graph')
    .description('read files of other tools, say what is wrong with them and what is lost, and write a graph')
    .addOption(
      new Option('--format <id>', 'what the files are, where their content does not tell').choices(
        READABLE.map((format) => format.id),
      ),
    )
    .option('--mapping <file>', 'JSON that says what their attributes or columns mean')
    .option('--skip-bad', 'leave bad records out, counted and told, instead of refusing the file')
    .option('--matches <file>', 'JSON that says which entities of different files are the same')
    .option('--same-ids', 'one id in two files is one entity: for editions of one data set')
    .addOption(listOption('--unmerge <id>', 'take an entity out of the one that it was merged into, as it was'))
    .option('-o, --output <path>', 'file for a graph document, or folder/ for a graph folder; - for standard output')
    .action(async (files: string[], _: unknown, command: Command) => {
      const options = readOptions(command, Options);
      const report = await importFiles(files, options, session);
      if (options.json) session.out.json(report);
      if (!report.ok) session.exitCode = 2;
    });
}

async function importFiles(given: readonly string[], options: Options, session: Session): Promise<ImportReport> {
  const { cwd } = session.io;
  const { mapping, events } = await readMapping(options, cwd);
  const { files, copies } = await filesToImport(given, cwd);
  const matches = options.matches === undefined ? [] : await readMatches(options.matches, files, cwd);
  const groups = await groupFiles(files, { format: options.format, events });
  if (events !== undefined && !groups.some((group) => group.format === events)) {
    throw new UsageError(
      `No file has the columns of the event table that ${JSON.stringify(options.mapping)} describes.`,
    );
  }
  const results = await readGroups(groups, options, mapping, session);
  const graphs = results.flatMap(({ name, result: { graph, rebuilt } }): NamedGraph[] =>
    graph === undefined ? [] : [{ name, graph, ...(rebuilt === undefined ? {} : { rebuilt }) }],
  );
  const ok = graphs.length === results.length;
  const merged = ok ? mergeAll(graphs, matches, options.sameIds) : undefined;
  const parted = merged && partAll(merged.graph, options.unmerge ?? []);
  const report: Omit<ImportReport, 'files'> = {
    ok,
    read: [
      ...groups.flatMap(({ format, files: of }) =>
        of.map(({ shown, name }) => ({ file: shown, name, format: format?.id ?? FOLDER })),
      ),
      ...copies.map(({ file, of }) => ({ file, copyOf: of })),
    ],
    ...(parted === undefined ? {} : { counts: countsOf(parted.graph) }),
    findings: results.flatMap(({ result }) => result.issues),
    losses: results.flatMap(({ result }) => result.losses ?? []),
    skipped: results.reduce((sum, { result }) => sum + (result.skipped ?? 0), 0),
    notes: [...(merged?.notes ?? []), ...(parted?.notes ?? [])],
    ...proposals(graphs, matches, options.sameIds, merged),
  };
  // What was found and lost is told before anything is written.
  // A graph folder is taken whole or not at all.
  const mayAskToSkip = !options.skipBad && groups.some(({ format }) => format !== undefined);
  if (!options.json) printReport(report, { mayAskToSkip }, session);
  if (parted?.graph.manifest?.closedUnderEvidence === false) session.err.line(WITHOUT_DENIALS);
  if (parted === undefined) return { ...report, files: [] };
  const { files: saved, losses } = await write(parted.graph, options, session);
  return { ...report, losses: [...report.losses, ...losses], files: saved };
}

async function readGroups(
  groups: readonly FileGroup[],
  { skipBad }: Options,
  mapping: Mapping | undefined,
  { io }: Session,
): Promise<readonly { readonly name: string; readonly result: ReadResult }[]> {
  const progress = new Progress(io.err);
  const results: { name: string; result: ReadResult }[] = [];
  for (const { format, files } of groups) {
    const name = files.map((file) => file.name).join(' + ');
    if (format === undefined) {
      for (const { path } of files) results.push({ name, result: (await readGraphFolder(path)).result });
      continue;
    }
    const inputs = await Promise.all(files.map(({ path, name: own }) => fileInput(path, own)));
    const readOptions: ReadOptions = {
      onProgress: (done, all) => progress.tell(name, done, all),
      skipBad,
      ...(mapping === undefined ? {} : { mapping }),
      now: io.now(),
    };
    const result = await readWith(format, inputs, readOptions);
    results.push({ name, result: { ...result, issues: inFilesAsNamed(result.issues, files) } });
  }
  progress.end();
  return results;
}

/** Findings with their files called as they were on the command line, so that they can be found there. */
function inFilesAsNamed(issues: readonly Issue[], files: readonly GivenFile[]): readonly Issue[] {
  const shown = new Map(files.map((file) => [file.name, file.shown]));
  shown.set(files.map(({ name }) => name).join(', '), files.map((file) => file.shown).join(', '));
  return issues.map((issue) => {
    const file = issue.file === undefined ? undefined : shown.get(issue.file);
    return file === undefined ? issue : { ...issue, file };
  });
}

/** The decisions of a file. It may call files as they are called in the graph, or by their path. */
async function readMatches(file: string, files: readonly GivenFile[], cwd: string): Promise<readonly Match[]> {
  const names = new Set(files.map(({ name }) => name));
  const byPath = new Map(files.map(({ path, name }) => [path, name]));
  const named = (side: Match['a']): Match['a'] => {
    const name = names.has(side.graph) ? undefined : byPath.get(resolve(cwd, side.graph));
    return name === undefined ? side : { ...side, graph: name };
  };
  const matches = takeJson(file, z.array(Match), await readJson(file, cwd));
  return matches.map(({ a, b, decision }) => ({ a: named(a), b: named(b), decision }));
}

/** What a mapping file says: of attributes of any file, or, where it names a data set, of an event table. */
async function readMapping(
  { mapping: file, format }: Options,
  cwd: string,
): Promise<{ readonly mapping?: Mapping; readonly events?: Format }> {
  if (file === undefined) return {};
  const content = await readJson(file, cwd);
  const isEvents = typeof content === 'object' && content !== null && 'dataset' in content;
  if (!isEvents) return { mapping: takeJson(file, Mapping, content) };
  if (format !== undefined) {
    throw new UsageError(`${JSON.stringify(file)} says itself which files are its event tables. Leave --format out.`);
  }
  return { events: eventFormat(takeJson(file, EventMapping, content)) };
}

function refusal(file: string, why: string): UsageError {
  return new UsageError(`${JSON.stringify(file)} cannot be taken: ${why}.`);
}

async function readJson(file: string, cwd: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(resolve(cwd, file), 'utf8'));
  } catch (error) {
    const isJson = error instanceof SyntaxError;
    throw refusal(file, isJson ? `it is not valid JSON (${error.message})` : systemMessage(error));
  }
}

/** Throws a UsageError that names the file and the first place that is wrong. */
function takeJson<T>(file: string, schema: z.ZodType<T>, content: unknown): T {
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw refusal(file, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`);
}

/** One graph of which nobody decided anything stays as it is; several are merged into a new one. */
function mergeAll(graphs: readonly NamedGraph[], matches: readonly Match[], sameIds: boolean): Merged {
  const [only, ...more] = graphs;
  if (only !== undefined && more.length === 0 && matches.length === 0)
    return { graph: only.graph, notes: [], idOf: (_, id) => id };
  return mergeGraphs(graphs, { matches, sameIds });
}

/**
 * Undoes merges, in whatever order they were asked for: of merges one upon the other, the last must be the first. An id that
 * is named twice is taken out twice. Throws a UsageError for an entity that was merged into none.
 */
function partAll(
  graph: GraphDocument,
  ids: readonly string[],
): { readonly graph: GraphDocument; readonly notes: readonly PartedNote[] } {
  const notes: PartedNote[] = [];
  let parted = graph;
  const left = [...ids];
  for (let [first] = left; first !== undefined; [first] = left) {
    const taken = mergedIn(parted).find((one) => left.includes(one.taken))?.taken ?? EntityId.safeParse(first).data;
    if (taken === undefined) throw new UsageError(`--unmerge: ${JSON.stringify(first)} is no id.`);
    const { graph: next, id, into } = takeApart(parted, taken);
    parted = next;
    notes.push({ kind: 'entity-parted', id, from: into });
    left.splice(left.indexOf(taken), 1);
  }
  return { graph: parted, notes };
}

/** Pairs of entities of different files that nobody has decided on, and that did not become one. */
function proposals(
  graphs: readonly NamedGraph[],
  matches: readonly Match[],
  sameIds: boolean,
  merged: Merged | undefined,
): Pick<ImportReport, 'candidates' | 'tooCommon'> {
  const decided = new Set(matches.flatMap(({ a, b }) => [pairOf(a, b), pairOf(b, a)]));
  const tooCommon = new Set<string>();
  const candidates = graphs.flatMap((one, i) =>
    graphs.slice(i + 1).flatMap((other) => {
      const found = matchEntities(one.graph, other.graph, { sameIds });
      for (const name of found.tooCommon) tooCommon.add(name);
      return found.candidates
        .filter(
          ({ a, b }) =>
            !decided.has(pairOf({ graph: one.name, id: a }, { graph: other.name, id: b })) &&
            (merged === undefined || merged.idOf(one.name, a) !== merged.idOf(other.name, b)),
        )
        .map((candidate) => ({ files: [one.name, other.name] as const, ...candidate }));
    }),
  );
  return { candidates, tooCommon: [...tooCommon].toSorted(byCodePoint) };
}

function pairOf(a: { readonly graph: string; readonly id: string }, b: typeof a): string {
  return JSON.stringify([a.graph, a.id, b.graph, b.id]);
}

function countsOf({ entities, claims, sources }: GraphDocument) {
  return { entities: entities.length, claims: claims.length, sources: sources.length };
}

async function write(
  graph: GraphDocument,
  { output, json }: Options,
  session: Session,
): Promise<{ readonly files: readonly SavedFile[]; readonly losses: readonly Loss[] }> {
  const { cwd } = session.io;
  if (output === undefined || output === '-') {
    const { files, losses } = writeGraphDocument(graph);
    if (json) return { files: files.map(inReport), losses };
    for (const { text } of files) {
      if (text === undefined)
        throw new UsageError('The graph is too large for the standard output: name a file with -o.');
      session.out.raw(text);
    }
    return { files: [], losses };
  }
  const asFolder = /[/\\]$/u.test(output) || (await isFolder(resolve(cwd, output)));
  if (asFolder) await refuseFullFolder(resolve(cwd, output), output);
  const { files, losses } = asFolder ? writeGraphFolder(graph) : writeGraphDocument(graph);
  const saved = await saveFiles(files, output, cwd);
  if (!json) {
    printLosses(losses, session);
    session.err.line(`wrote ${saved.length === 1 ? (saved[0]?.path ?? output) : `${saved.length} files to ${output}`}`);
  }
  return { files: saved, losses };
}

/** A graph folder is all YAML files in it: those of another graph would become part of this one. */
async function refuseFullFolder(path: string, shown: string): Promise<void> {
  const names = await readdir(path).catch(() => []);
  if (names.length > 0) throw new UsageError(`The folder ${JSON.stringify(shown)} is not empty. Name a new one.`);
}
