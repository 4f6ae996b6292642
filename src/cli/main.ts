import { Command, CommanderError } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { formatIssue, InvalidGraphError, UsageError } from '../model/issue.ts';
import { addCommon } from './common.ts';
import { addCompare } from './compare.ts';
import { addConnect } from './connect.ts';
import { addDisputes } from './disputes.ts';
import { addExpand } from './expand.ts';
import { addExport } from './export-graph.ts';
import { addFigures } from './figures.ts';
import { addImport } from './import-graph.ts';
import type { Io } from './io.ts';
import { addLocate } from './locate.ts';
import { weightsOption } from './options.ts';
import { addPerspective } from './perspective.ts';
import { processIo } from './process-io.ts';
import { addSearch } from './search.ts';
import { addServe } from './serve.ts';
import { type ExitCode, Session } from './session.ts';
import { addShow } from './show.ts';
import { addStats } from './stats.ts';
import { addTrace } from './trace.ts';
import { addValidate } from './validate.ts';
import { addWithout } from './without.ts';

/** The `ascribe` command with all its verbs, bound to one run. */
function makeProgram(session: Session): Command {
  const { io } = session;
  const program = new Command('ascribe')
    .description(
      'A knowledge-graph explorer for contested claims: who says what, on what evidence, and who disputes it.',
    )
    .version(manifest.version)
    .option('--graph <where>', 'graph folder, graph document (file or http address); the bundled graph unless told')
    .option('--json', 'print one JSON object')
    .addOption(weightsOption())
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.out.write(text),
      writeErr: (text) => io.err.write(text),
      getOutHelpWidth: () => io.out.columns ?? 100,
      getErrHelpWidth: () => io.err.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  const verbs = [
    ...[addValidate, addStats, addSearch, addShow, addDisputes, addFigures],
    ...[addTrace, addConnect, addExpand, addCommon],
    ...[addPerspective, addCompare, addWithout, addExport, addImport, addLocate, addServe],
  ];
  for (const add of verbs) add(program, session);
  return program;
}

/** Tells what went wrong, without a stack: it is for the person who typed the command. */
function report(error: unknown, { err }: Session): void {
  if (error instanceof InvalidGraphError) {
    err.line(`ascribe: The graph cannot be opened (${error.issues.length} findings).`);
    for (const issue of error.issues) err.line(formatIssue(issue), 2);
    return;
  }
  err.line(`ascribe: ${error instanceof Error ? error.message : String(error)}`);
  if (error instanceof UsageError && error.candidates.length > 0) {
    err.line('Did you mean one of these?');
    for (const candidate of error.candidates) err.line(candidate, 2);
  }
}

/**
 * Runs the command with the arguments after its name. Resolves to the exit code: 0 fine, 1 findings (`validate`), 2
 * usage or input error. Never rejects.
 */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  const session = new Session(io);
  try {
    await makeProgram(session).parseAsync([...argv], { from: 'user' });
    return session.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    report(error, session);
    return 2;
  }
}

/** Runs the command with this process's arguments and streams, and sets its exit code. */
export async function runProcess(): Promise<void> {
  process.exitCode = await main(process.argv.slice(2), processIo());
}
