import { resolve } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { readDocuments } from '../formats/documents/read-documents.ts';
import { formatIssue, formatPlace, type Issue } from '../model/issue.ts';
import { checkDocuments, type SourceCheck } from './check-documents.ts';
import { loadGraph } from './load-graph.ts';
import { GlobalOptions, readOptions } from './options.ts';
import type { Session } from './session.ts';

/** What `validate --json` prints. */
export interface ValidateReport {
  readonly graph: string;
  /** Whether nothing was found at all. */
  readonly ok: boolean;
  /** Whether the graph can be opened: no finding of its own is an error. */
  readonly opens: boolean;
  /** Absent where the graph cannot be opened. */
  readonly counts?: { readonly entities: number; readonly sources: number; readonly claims: number };
  readonly findings: readonly Issue[];
  /** Only with `--documents`, where the graph can be opened. */
  readonly documents?: {
    readonly folder: string;
    readonly sources: readonly SourceCheck[];
    readonly unmatched: readonly string[];
  };
}

const Options = GlobalOptions.extend({ documents: z.string().optional() });

export function addValidate(program: Command, session: Session): void {
  program
    .command('validate')
    .description('check a graph: all findings with file:line:column; exit 1 if there is any')
    .option('--documents <dir>', 'check every locator against the texts in this folder')
    .action(async (_: unknown, command: Command) => {
      const options = readOptions(command, Options);
      const report = await validate(options, session.io.cwd);
      if (options.json) session.out.json(report);
      else printReport(report, session);
      session.exitCode = report.ok ? 0 : 1;
    });
}

async function validate(options: z.infer<typeof Options>, cwd: string): Promise<ValidateReport> {
  const { where, result, placeOf } = await loadGraph(options.graph, cwd);
  const { graph, issues } = result;
  if (graph === undefined) return { graph: where, ok: false, opens: false, findings: issues };
  const { entities, sources, claims } = graph;
  const base = {
    graph: where,
    opens: true,
    counts: { entities: entities.length, sources: sources.length, claims: claims.length },
  };
  if (options.documents === undefined) return { ...base, ok: issues.length === 0, findings: issues };
  const read = await readDocuments(resolve(cwd, options.documents));
  const checked = checkDocuments(graph, read.documents, placeOf);
  const findings = [...issues, ...read.issues, ...checked.findings];
  return {
    ...base,
    ok: findings.length === 0,
    findings,
    documents: { folder: options.documents, sources: checked.sources, unmatched: checked.unmatched },
  };
}

function printReport({ graph, ok, opens, counts, findings, documents }: ValidateReport, { out }: Session): void {
  const { colours } = out;
  for (const issue of findings) {
    const severity = issue.severity === 'error' ? colours.red('error') : colours.yellow('warning');
    const place = formatPlace(issue);
    const { file: _file, line, column: _column, ...rest } = issue;
    // With a line the steps through the document say nothing more.
    const shown = line === undefined ? rest : { ...rest, path: [] };
    out.line(`${place === '' ? graph : place}: ${severity}: ${formatIssue(shown)}`);
  }
  if (documents !== undefined) {
    out.heading(`Passages in ${documents.folder}`);
    out.table(
      ['source', 'document', 'matched by', 'claims', 'exact', 'moved', 'changed', 'missing', 'no locator'],
      documents.sources.map((source) => [
        source.source,
        source.file ?? '(none given)',
        source.matchedBy ?? '',
        ...[source.claims, source.exact, source.moved, source.changed, source.missing, source.withoutLocator].map(
          String,
        ),
      ]),
    );
    if (documents.unmatched.length > 0) out.line(`Belongs to no source: ${documents.unmatched.join(', ')}.`, 2);
    out.line();
  }
  const size =
    counts === undefined ? '' : ` (${counts.claims} claims, ${counts.entities} entities, ${counts.sources} sources)`;
  if (ok) out.line(`${graph}${size}: nothing found.`);
  else {
    const errors = findings.filter((issue) => issue.severity === 'error').length;
    const warnings = findings.length - errors;
    out.line(
      `${graph}${size}: ${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}${opens ? '' : '; the graph cannot be opened'}.`,
    );
  }
}
