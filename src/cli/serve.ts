import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { Option } from 'commander';
import { z } from 'zod';
import { DEFAULT_WEIGHTS, type WeightTable } from '../evidence/weights.ts';
import { readDocuments } from '../formats/documents/read-documents.ts';
import { formatIssue } from '../model/issue.ts';
import { startServer } from '../server/serve.ts';
import { loadGraph } from './load-graph.ts';
import { GlobalOptions, readOptions, wholeNumber } from './options.ts';
import { packageRoot } from './package-root.ts';
import type { Session } from './session.ts';

/** What `serve --json` prints once it listens. */
export interface ServeReport {
  readonly address: string;
  readonly graph: string;
  readonly documents: number;
  /** Findings of the graph; with an error among them the explorer shows these in place of the graph. */
  readonly findings: number;
}

const Options = GlobalOptions.extend({
  port: z.number().optional(),
  host: z.string(),
  documents: z.string().optional(),
  open: z.enum(['yes', 'no']).optional(),
});

export function addServe(program: Command, session: Session): void {
  program
    .command('serve')
    .description('open the explorer: serves it and the graph on this machine until it is stopped')
    .option('--port <n>', 'port; the first free one from 5180 unless told', wholeNumber(0, 65_535))
    .option('--host <name>', 'address to listen on; others than this machine can see the graph there', '127.0.0.1')
    .option('--documents <dir>', 'texts of the sources, shown beside their claims')
    .addOption(new Option('--open <yes|no>', 'open a browser (yes at a terminal unless told)').choices(['yes', 'no']))
    .action(async (_: unknown, command: Command) => {
      await serve(readOptions(command, Options), session);
    });
}

/** An address of the explorer that weighs by a table; it needs not be told the default one. */
function weighedAddress(address: string, { version }: WeightTable): string {
  if (version === DEFAULT_WEIGHTS.version) return address;
  return `${address}#${new URLSearchParams({ weights: version }).toString()}`;
}

async function serve(options: z.infer<typeof Options>, { io, out, err }: Session): Promise<void> {
  const { where, result } = await loadGraph(options.graph, io.cwd);
  const read =
    options.documents === undefined
      ? { documents: [], issues: [] }
      : await readDocuments(resolve(io.cwd, options.documents));
  for (const issue of read.issues) err.line(formatIssue(issue));
  const staticFolder = join(packageRoot(), 'dist', 'explorer');
  if (!existsSync(join(staticFolder, 'index.html'))) {
    err.line('The explorer has not been built, so only its data are served; `npm ci` builds it.');
  }
  if (result.graph === undefined) {
    err.line(`The graph ${where} has ${result.issues.length} findings and cannot be opened; the explorer lists them.`);
  }
  const server = await startServer(
    { graph: result, documents: read.documents, staticFolder },
    { host: options.host, ...(options.port === undefined ? {} : { port: options.port }) },
  );
  try {
    const report: ServeReport = {
      address: weighedAddress(server.address, options.weights),
      graph: where,
      documents: read.documents.length,
      findings: result.issues.length,
    };
    if (options.json) out.json(report);
    else {
      const title = result.graph === undefined ? `what keeps ${where} from opening` : (result.graph.title ?? where);
      out.line(`Ascribe shows “${title}” at ${report.address} (Ctrl+C stops it)`);
    }
    if ((options.open ?? (io.out.isTTY === true ? 'yes' : 'no')) === 'yes') io.openBrowser(report.address);
    await io.stopped();
  } finally {
    await server.close();
  }
}
