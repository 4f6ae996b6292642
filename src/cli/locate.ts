import { resolve } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { type DocumentFile, readDocuments } from '../formats/documents/read-documents.ts';
import type { Locator } from '../model/claim.ts';
import { formatIssue, UsageError } from '../model/issue.ts';
import { matchDocuments } from '../model/match-documents.ts';
import { DocumentText, normaliseText } from '../model/passage.ts';
import { openGraph } from './load-graph.ts';
import { GlobalOptions, type GraphOptions, readOptions, wholeNumber } from './options.ts';
import type { Session } from './session.ts';

/** What `locate --json` prints. */
export interface LocateReport {
  readonly file: string;
  /** How often the words stand in the document, and which of them this is, from 1. */
  readonly occurrences: number;
  readonly nth: number;
  readonly locator: Locator;
}

const Options = GlobalOptions.extend({ documents: z.string(), nth: z.number() });

export function addLocate(program: Command, session: Session): void {
  program
    .command('locate')
    .argument('<source>', 'source id, or the name of a file in the folder of documents')
    .argument('<text>', 'the passage, letter for letter')
    .description('print the locator of a passage, as a line for YAML')
    .requiredOption('--documents <dir>', 'the folder that holds the texts')
    .option('--nth <n>', 'which occurrence, from 1', wholeNumber(1, 1_000_000), 1)
    .action(async (source: string, text: string, _: unknown, command: Command) => {
      const options = readOptions(command, Options);
      const { documents, issues } = await readDocuments(resolve(session.io.cwd, options.documents));
      for (const issue of issues) session.err.line(formatIssue(issue));
      const document = await findDocument(source, documents, options, session);
      const report = locate(document, text, options.nth);
      if (options.json) session.out.json(report);
      else {
        const { paragraph, start, end, sha256 } = report.locator;
        session.out.raw(`locator: { paragraph: ${paragraph}, start: ${start}, end: ${end}, sha256: ${sha256} }\n`);
        if (report.occurrences > 1) {
          session.err.line(
            `The words stand ${report.occurrences} times in ${report.file}; this is number ${report.nth} (--nth chooses).`,
          );
        }
      }
    });
}

/** The document of a source. A file's own name needs no graph, so that a coder can begin before the graph is whole. */
async function findDocument(
  source: string,
  documents: readonly DocumentFile[],
  options: GraphOptions,
  session: Session,
): Promise<DocumentFile> {
  const named = documents.find((document) => document.file === source);
  if (named !== undefined) return named;
  const { graph } = await openGraph(options, session);
  const known = graph.sources.find((candidate) => candidate.id === source);
  if (known === undefined) {
    throw new UsageError(`There is no source or file ${JSON.stringify(source)}.`, [
      ...graph.sources.map((candidate) => candidate.id),
      ...documents.map((document) => document.file),
    ]);
  }
  const match = matchDocuments(graph, documents).matched.find((document) => document.source === known.id);
  if (match === undefined) throw new UsageError(`No file of the folder is the document of ${JSON.stringify(source)}.`);
  return { file: match.file, text: match.text.text };
}

function locate({ file, text }: DocumentFile, words: string, nth: number): LocateReport {
  const document = new DocumentText(text);
  const wanted = normaliseText(words);
  if (wanted === '') throw new UsageError('An empty text stands nowhere.');
  let occurrences = 0;
  for (let at = document.text.indexOf(wanted); at >= 0; at = document.text.indexOf(wanted, at + 1)) occurrences++;
  const found = document.find(wanted, nth);
  if (found === undefined) {
    throw new UsageError(
      occurrences === 0
        ? `The words do not stand in ${file}, letter for letter. Quotes and dashes may be of another kind there.`
        : `The words stand only ${occurrences} times in ${file}.`,
    );
  }
  return { file, occurrences, nth, locator: document.locate(found.start, found.end) };
}
