import { readdir, readFile, stat } from 'node:fs/promises';
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
import { FORMATS, formatById, HEAD_LENGTH } from '../formats/registry.ts';
import { type Candidate, matchEntities } from '../knowledge/match-entities.ts';
import { Match, type MergeNote, mergeGraphs, type NamedGraph } from '../knowledge/merge-graphs.ts';
import type { GraphDocument } from '../model/graph-document.ts';
import { formatIssue, type Issue, UsageError } from '../model/issue.ts';
import { GlobalOptions, readOptions } from './options.ts';
import { Progress } from './progress.ts';
import { fileInput, formatsOf, readWith } from './read-file.ts';
import { inReport, isFolder, type SavedFile, saveFiles } from './save-files.ts';
import type { Session } from './session.ts';

/** What `import --json` prints. Without `-o` the file of the graph carries its `text`. */
export interface ImportReport {
  /** Whether a graph was made. */
  readonly ok: boolean;
  readonly read: readonly { readonly file: string; readonly format: string }[];
  /** Absent where no graph was made. */
  readonly counts?: { readonly entities: number; readonly claims: number; readonly sources: number };
  readonly findings: readonly Issue[];
  readonly losses: readonly Loss[];
  /** Bad records that were left out, as was asked for. */
  readonly skipped: number;
  /** What the merging of several files did. */
  readonly notes: readonly MergeNote[];
  /** Entities of different files that may be the same, for `--matches`. None of them was merged. */
  readonly candidates: readonly ({ readonly files: readonly [string, string] } & Candidate)[];
  readonly files: readonly SavedFile[];
}

const READABLE = FORMATS.filter((format) => format.read !== undefined || format.readTogether !== undefined);
const MOST_SHOWN = 40;
const FOLDER = 'graph folder';

const Options = GlobalOptions.extend({
  format: z.string().optional(),
  mapping: z.string().optional(),
  skipBad: z.boolean().default(false),
  matches: z.string().optional(),
  sameIds: z.boolean().default(false),
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
  const progress = new Progress(session.io.err);
  const { mapping, events } = await readMapping(options, cwd);
  const matches =
    options.matches === undefined
      ? []
      : takeJson(options.matches, z.array(Match), await readJson(options.matches, cwd));
  const groups = await groupFiles(given, events, options, cwd);
  const results: { readonly name: string; readonly result: ReadResult }[] = [];
  for (const { format, files } of groups) {
    const name = files.map(({ shown }) => shown).join(' + ');
    if (format === undefined) {
      for (const { path, shown } of files) results.push({ name: shown, result: (await readGraphFolder(path)).result });
      continue;
    }
    const inputs = await Promise.all(files.map(({ path, shown }) => fileInput(path, shown)));
    const readOptions: ReadOptions = {
      onProgress: (done, all) => progress.tell(name, done, all),
      skipBad: options.skipBad,
      ...(mapping === undefined ? {} : { mapping }),
      now: session.io.now(),
    };
    results.push({ name, result: await readWith(format, inputs, readOptions) });
  }
  progress.end();
  const graphs = results.flatMap(({ name, result }): NamedGraph[] =>
    result.graph === undefined ? [] : [{ name, graph: result.graph }],
  );
  const ok = graphs.length === results.length;
  const merged = ok ? mergeAll(graphs, matches, options.sameIds) : undefined;
  const report: Omit<ImportReport, 'files'> = {
    ok,
    read: groups.flatMap(({ format, files }) =>
      files.map(({ shown }) => ({ file: shown, format: format?.id ?? FOLDER })),
    ),
    ...(merged === undefined ? {} : { counts: countsOf(merged.graph) }),
    findings: results.flatMap(({ result }) => result.issues),
    losses: results.flatMap(({ result }) => result.losses ?? []),
    skipped: results.reduce((sum, { result }) => sum + (result.skipped ?? 0), 0),
    notes: merged?.notes ?? [],
    candidates: candidatesOf(graphs, matches),
  };
  // What was found and lost is told before anything is written.
  if (!options.json) printReport(report, session);
  if (merged === undefined) return { ...report, files: [] };
  const { files, losses } = await write(merged.graph, options, session);
  return { ...report, losses: [...report.losses, ...losses], files };
}

interface Group {
  /** Absent for graph folders. */
  readonly format?: Format;
  readonly files: readonly { readonly path: string; readonly shown: string }[];
}

/** Files by what reads them: those of a format that reads several together are one group, any other is one by itself. */
async function groupFiles(
  given: readonly string[],
  events: Format | undefined,
  { format, mapping }: Options,
  cwd: string,
): Promise<readonly Group[]> {
  const together = new Map<Format, { path: string; shown: string }[]>();
  const groups: Group[] = [];
  for (const shown of new Set(given)) {
    const path = resolve(cwd, shown);
    const found = await stat(path).catch((error: unknown) => {
      throw new UsageError(`${JSON.stringify(shown)} cannot be read: ${systemMessage(error)}.`);
    });
    if (found.isDirectory()) {
      groups.push({ files: [{ path, shown }] });
      continue;
    }
    if (!found.isFile()) throw new UsageError(`${JSON.stringify(shown)} cannot be read: it is no regular file.`);
    const known = format === undefined ? await formatsOf(path, shown) : [formatById(format)];
    const of = events !== undefined && (await isOf(events, path, shown)) ? events : known[0];
    if (of === undefined) {
      throw new UsageError(
        `What ${JSON.stringify(shown)} is cannot be told from its name and content. Say it with --format.`,
        READABLE.map(({ id }) => id),
      );
    }
    const others = together.get(of);
    if (others !== undefined) others.push({ path, shown });
    else {
      const files = [{ path, shown }];
      if (of.readTogether !== undefined) together.set(of, files);
      groups.push({ format: of, files });
    }
  }
  if (events !== undefined && !groups.some((group) => group.format === events)) {
    throw new UsageError(`No file has the columns of the event table that ${JSON.stringify(mapping)} describes.`);
  }
  return groups;
}

/** Whether a file begins as one of a format does. */
async function isOf({ sniff }: Format, path: string, shown: string): Promise<boolean> {
  const { chunks } = await fileInput(path, shown);
  for await (const chunk of chunks())
    return sniff?.(new TextDecoder().decode(chunk.subarray(0, HEAD_LENGTH)), shown) === 2;
  return false;
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

/** One graph stays as it is, its manifest with it; several are merged into a new one. */
function mergeAll(graphs: readonly NamedGraph[], matches: readonly Match[], sameIds: boolean) {
  const [only, ...more] = graphs;
  if (only !== undefined && more.length === 0) return { graph: only.graph, notes: [] };
  return mergeGraphs(graphs, { matches, sameIds });
}

/** Pairs of entities of different files that nobody has decided on. */
function candidatesOf(graphs: readonly NamedGraph[], matches: readonly Match[]): ImportReport['candidates'] {
  const decided = new Set(matches.flatMap(({ a, b }) => [pairOf(a, b), pairOf(b, a)]));
  return graphs.flatMap((one, i) =>
    graphs.slice(i + 1).flatMap((other) =>
      matchEntities(one.graph, other.graph)
        .candidates.filter(({ a, b }) => !decided.has(pairOf({ graph: one.name, id: a }, { graph: other.name, id: b })))
        .map((candidate) => ({ files: [one.name, other.name] as const, ...candidate })),
    ),
  );
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
    for (const { text } of files) if (text !== undefined) session.out.raw(text);
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

function printReport(
  { read, counts, findings, losses, skipped, notes, candidates }: Omit<ImportReport, 'files'>,
  session: Session,
): void {
  const { err } = session;
  for (const { file, format } of read) err.line(`${file}: ${format}`);
  for (const issue of findings.slice(0, MOST_SHOWN)) err.line(`${issue.severity}: ${formatIssue(issue)}`, 2);
  if (findings.length > MOST_SHOWN) err.line(`and ${findings.length - MOST_SHOWN} more findings: --json lists all`, 2);
  if (skipped > 0) err.line(`${skipped} bad records were left out.`);
  if (counts === undefined) {
    err.line('Nothing was imported. With --skip-bad records that cannot be taken are left out.');
    return;
  }
  printLosses(losses, session);
  for (const note of notes.slice(0, MOST_SHOWN)) err.line(noteText(note));
  if (notes.length > MOST_SHOWN) err.line(`and ${notes.length - MOST_SHOWN} more of that: --json lists all`);
  if (candidates.length > 0) {
    const [{ a, b, reasons } = { a: '', b: '', reasons: [] }] = candidates;
    err.line(
      `${candidates.length} pairs of entities may be the same (${a} and ${b}: ${reasons.join(', ')}); none was merged. --json lists them, --matches decides.`,
    );
  }
  err.line(`${counts.claims} claims, ${counts.entities} entities, ${counts.sources} sources`);
}

function printLosses(losses: readonly Loss[], { err }: Session): void {
  if (losses.length > 0) err.line('What is not kept:');
  for (const { field, count, why } of losses) err.line(`${field} (${count}): ${why}`, 2);
}

function noteText(note: MergeNote): string {
  switch (note.kind) {
    case 'type-renamed':
      return `${note.name}: the ${note.what} ${note.from} has another meaning here and is now ${note.to}`;
    case 'entity-renamed':
      return `${note.name}: the entity ${note.from} is another one here and is now ${note.to}`;
    case 'source-renamed':
      return `${note.name}: the source ${note.from} is another one here and is now ${note.to}`;
    case 'entities-merged':
      return `${note.into} is now one with ${note.taken.join(', ')}`;
  }
}
