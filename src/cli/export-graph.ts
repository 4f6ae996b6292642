import type { Command } from 'commander';
import { Option } from 'commander';
import { z } from 'zod';
import type { Loss, Written } from '../formats/format.ts';
import { lossOfDenials } from '../formats/losses.ts';
import { FORMATS, formatById } from '../formats/registry.ts';
import { placeEntities } from '../formats/svg/place-entities.ts';
import { MOST_HOPS } from '../knowledge/trace-options.ts';
import { withoutDenials } from '../knowledge/without-denials.ts';
import type { GraphDocument } from '../model/graph-document.ts';
import { UsageError } from '../model/issue.ts';
import { addFilterOptions } from './filter-options.ts';
import { openGraph } from './load-graph.ts';
import { GlobalOptions, listOption, readOptions, typedOptions, wholeNumber } from './options.ts';
import { inReport, type SavedFile, saveFiles, sizeOf } from './save-files.ts';
import { SelectOptions, selectGraph } from './select-graph.ts';
import type { Session } from './session.ts';
import { addTracingOptions } from './trace-options.ts';

/**
 * What `export --json` prints. `path` is where a file was written; without `-o` each file carries its `text` instead, or
 * its `base64` where it is no text. `bytes` counts UTF-8.
 */
export interface ExportReport {
  readonly format: string;
  readonly counts: { readonly entities: number; readonly claims: number; readonly sources: number };
  /** How the selection was made; absent where the whole graph was taken. */
  readonly selection?: string;
  readonly files: readonly SavedFile[];
  readonly losses: readonly Loss[];
}

const WRITTEN = FORMATS.filter((format) => format.write !== undefined);

/** Programs that draw a graph where its file says; sigma refuses one without places. */
const PLACED: ReadonlySet<string> = new Set(['gexf', 'graphology-json']);

const TRACE_OPTIONS = 'Which traces --trace takes (with --type and --depth, as of the verb trace):';

const Options = GlobalOptions.extend(SelectOptions).extend({
  format: z.string(),
  output: z.string().optional(),
  shape: z.enum(['claims', 'edges']),
  picture: z.boolean().default(true),
});
type Options = z.infer<typeof Options>;

export function addExport(program: Command, session: Session): void {
  const command = program
    .command('export')
    .description('write the graph, or a part of it with all that denies it, and say what the format cannot hold')
    .addOption(new Option('--format <id>', 'format').choices(WRITTEN.map((format) => format.id)).default('json'))
    .option('-o, --output <path>', 'file, or folder for several files; - for standard output (as without it)')
    .addOption(listOption('--focus <entity>', 'only within --depth hops of this entity'))
    .option('--depth <n>', 'hops around --focus (1 unless told), or most hops of a trace', wholeNumber(0, MOST_HOPS))
    .option('--dispute', 'only what is in dispute: relations with narrower ones and rivals, and figures');
  command
    .option('--trace <from-and-to...>', 'only the relations of the traces between two entities: FROM TO')
    .option('--select <id...>', 'only these relations and figures')
    .option('--no-denials', 'leave out what denies or doubts; the file says so, and its verdicts change')
    .addOption(
      new Option('--shape <what>', 'claims as records of their own, or plain edges, where the format has both')
        .choices(['claims', 'edges'])
        .default('claims'),
    )
    .option('--no-picture', 'a dossier without its picture');
  addFilterOptions(command);
  const shared = command.options.filter(({ long }) => long === '--type' || long === '--depth');
  const before = command.options.length;
  command.optionsGroup(TRACE_OPTIONS);
  addTracingOptions(command);
  const ofTraces = command.options.slice(before);
  command.action(async (_: unknown, command: Command) => {
    const options = readOptions(command, Options);
    const opened = await openGraph(options, session);
    const now = session.io.now();
    const tracing = typedOptions(command, options.trace === undefined ? ofTraces : [...ofTraces, ...shared]);
    const { graph: chosen, relations: chosenRelations } = await selectGraph(opened, options, tracing, now);
    const { weights } = await opened.knowledge.about();
    const { graph, leftOut } = options.denials ? { graph: chosen, leftOut: 0 } : withoutDenials(chosen, now, weights);
    if (!options.denials && leftOut === 0 && !options.json)
      session.err.line('Nothing in it denies or doubts: nothing was left out.');
    const { write } = formatById(options.format);
    if (write === undefined) throw new UsageError(`The format ${options.format} can only be read.`);
    const { files, losses } = write(graph, {
      ...{ now, shape: options.shape, picture: options.picture },
      ...(chosenRelations === undefined ? {} : { chosen: chosenRelations }),
      ...(PLACED.has(options.format) ? { places: placeEntities(graph) } : {}),
    });
    if (graph.claims.length === 0 && !options.json)
      session.err.line('Nothing matches: what is written holds no claim.');
    const written = { files, losses: [...lossOfDenials(graph), ...losses] };
    const report = await deliver(graph, written, options, session);
    if (options.json) session.out.json(report);
    else printReport(report, session);
  });
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
  if (options.output !== undefined && options.output !== '-') {
    return { ...base, files: await saveFiles(files, options.output, session.io.cwd) };
  }
  if (options.json) return { ...base, files: files.map(inReport) };
  const [only, ...more] = files;
  if (only?.text === undefined || more.length > 0) {
    const names = files.map((file) => file.name).join(', ');
    throw new UsageError(
      more.length > 0
        ? `${options.format} is ${files.length} files (${names}): name a folder with -o.`
        : `${options.format} is no text: name a file with -o.`,
    );
  }
  session.out.raw(only.text);
  return { ...base, files: [{ name: only.name, bytes: sizeOf(only) }] };
}

/** What was written and lost goes to the error output, since the export itself may be on the other one. */
function printReport({ format, counts, selection, files, losses }: ExportReport, { err }: Session): void {
  err.line(
    `${format}: ${counts.claims} claims, ${counts.entities} entities, ${counts.sources} sources${selection === undefined ? ' (the whole graph)' : ` (${selection})`}`,
  );
  for (const { path, bytes } of files) if (path !== undefined) err.line(`wrote ${path} (${bytes} bytes)`);
  if (losses.length === 0) err.line('Nothing is lost.');
  else err.line('What the format cannot hold:');
  for (const { field, count, why, keptBy } of losses)
    err.line(`${field} (${count}): ${why}; kept by ${keptBy === 'none' ? 'no format' : keptBy}`, 2);
}
