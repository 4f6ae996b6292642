import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { Option } from 'commander';
import { z } from 'zod';
import type { Loss, Written } from '../formats/format.ts';
import { FORMATS, formatById } from '../formats/registry.ts';
import type { GraphDocument } from '../model/graph-document.ts';
import { UsageError } from '../model/issue.ts';
import { addFilterOptions } from './filter-options.ts';
import { openGraph } from './load-graph.ts';
import { GlobalOptions, listOption, readOptions, wholeNumber } from './options.ts';
import { SelectOptions, selectGraph } from './select-graph.ts';
import type { Session } from './session.ts';

/**
 * What `export --json` prints. `path` is where a file was written; without `-o` each file carries its `text` instead.
 * `bytes` counts UTF-8.
 */
export interface ExportReport {
  readonly format: string;
  readonly counts: { readonly entities: number; readonly claims: number; readonly sources: number };
  /** How the selection was made; absent where the whole graph was taken. */
  readonly selection?: string;
  readonly files: readonly {
    readonly name: string;
    readonly bytes: number;
    readonly path?: string;
    readonly text?: string;
  }[];
  readonly losses: readonly Loss[];
}

const Options = GlobalOptions.extend(SelectOptions).extend({ format: z.string(), output: z.string().optional() });
type Options = z.infer<typeof Options>;

export function addExport(program: Command, session: Session): void {
  const command = program
    .command('export')
    .description('write the graph, or a part of it with all that denies it, and say what the format cannot hold')
    .addOption(new Option('--format <id>', 'format').choices(FORMATS.map((format) => format.id)).default('json'))
    .option('-o, --output <path>', 'file, or folder for several files; - for standard output (as without it)')
    .addOption(listOption('--focus <entity>', 'only within --depth hops of this entity'))
    .option('--depth <n>', 'hops around --focus (1 unless told)', wholeNumber(0, 12))
    .option('--dispute', 'only what is in dispute: relations with narrower ones and rivals, and figures');
  addFilterOptions(command).action(async (_: unknown, command: Command) => {
    const options = readOptions(command, Options);
    const opened = await openGraph(options, session.io.cwd);
    const graph = await selectGraph(opened, options, session.io.now());
    const { write } = formatById(options.format);
    if (write === undefined) throw new UsageError(`The format ${options.format} can only be read.`);
    const report = await deliver(graph, write(graph), options, session);
    if (options.json) session.out.json(report);
    else printReport(report, session);
  });
}

/** Whether a path is, or by its ending slash is meant to be, a folder. */
async function isFolder(path: string): Promise<boolean> {
  if (/[/\\]$/u.test(path)) return true;
  try {
    return (await stat(path)).isDirectory();
  } catch {
    // What does not exist is no folder yet.
    return false;
  }
}

/** Writes the files where they were asked for. Throws a UsageError where they cannot be. */
async function deliver(
  graph: GraphDocument,
  { files, losses }: Written,
  options: Options,
  session: Session,
): Promise<ExportReport> {
  const { entities, claims, sources, manifest } = graph;
  const base = {
    format: options.format,
    counts: { entities: entities.length, claims: claims.length, sources: sources.length },
    ...(manifest === undefined ? {} : { selection: manifest.selection }),
    losses,
  };
  const described = files.map(({ name, text }) => ({ name, text, bytes: Buffer.byteLength(text) }));
  if (options.output === undefined || options.output === '-') {
    if (options.json) return { ...base, files: described };
    const [only, ...more] = files;
    if (only === undefined || more.length > 0) {
      throw new UsageError(
        `${options.format} is ${files.length} files (${files.map((file) => file.name).join(', ')}): name a folder with -o.`,
      );
    }
    session.out.raw(only.text);
    return { ...base, files: described.map(({ name, bytes }) => ({ name, bytes })) };
  }
  const target = resolve(session.io.cwd, options.output);
  const folder = files.length > 1 || (await isFolder(target));
  try {
    if (folder) await mkdir(target, { recursive: true });
    const written = [];
    for (const { name, text, bytes } of described) {
      const path = folder ? join(target, name) : target;
      await writeFile(path, text);
      written.push({ name, bytes, path });
    }
    return { ...base, files: written };
  } catch (error) {
    throw new UsageError(`The export cannot be written: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** What was written and lost goes to the error output, since the export itself may be on the other one. */
function printReport({ format, counts, selection, files, losses }: ExportReport, { err }: Session): void {
  err.line(
    `${format}: ${counts.claims} claims, ${counts.entities} entities, ${counts.sources} sources${selection === undefined ? ' (the whole graph)' : ` (${selection})`}`,
  );
  for (const { path, bytes } of files) if (path !== undefined) err.line(`wrote ${path} (${bytes} bytes)`);
  if (losses.length === 0) err.line('Nothing is lost.');
  else err.line('What the format cannot hold:');
  for (const { field, count, why, keptBy } of losses) err.line(`${field} (${count}): ${why}; kept by ${keptBy}`, 2);
}
