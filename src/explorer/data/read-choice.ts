import type { ReadOptions, ReadResult } from '../../formats/format.ts';
import { DEFAULT_LIMITS } from '../../formats/limits.ts';
import { formatById } from '../../formats/registry.ts';
import { UsageError } from '../../model/issue.ts';
import { columnsOf } from './columns-of.ts';
import { fileInput } from './file-input.ts';
import { asFinding } from './finding.ts';
import type { Preview, ReadingChoice, ReadSoFar } from './preview.ts';
import { previewGraph } from './preview-graph.ts';

/** Findings that are sent to the page; the rest is counted. */
const MOST_FINDINGS = 200;
/** Of a table, as much as shows what its columns hold. */
const HEAD_BYTES = 64 * 1024;
/** Progress is told once in so many milliseconds. */
const TELL_EVERY_MS = 100;

interface Given {
  readonly signal: AbortSignal;
  tell(progress: ReadSoFar): void;
}

/**
 * Reads files of one graph as a format. Rejects with the reason of the signal once it is aborted, and with a UsageError
 * for a format that cannot be read; what is wrong with the files are issues.
 */
export async function readChoice(
  files: readonly File[],
  { format, mapping, skipBad }: ReadingChoice,
  { signal, tell }: Given,
): Promise<ReadResult> {
  const { read, readTogether, label } = formatById(format);
  const [first] = files;
  const of = files.reduce((sum, { size }) => sum + size, 0);
  let told = 0;
  const options: ReadOptions = {
    signal,
    skipBad,
    now: new Date(),
    ...(mapping === undefined ? {} : { mapping }),
    onProgress: (bytes) => {
      const now = performance.now();
      if (now - told < TELL_EVERY_MS) return;
      told = now;
      tell({ read: Math.min(bytes, of), of });
    },
  };
  if (files.length > 1 && readTogether !== undefined) return readTogether(files.map(fileInput), options);
  if (first === undefined || files.length > 1) throw new UsageError(`${label} is read one file at a time.`);
  if (read !== undefined) return read(fileInput(first), options);
  if (readTogether !== undefined) return readTogether([fileInput(first)], options);
  throw new UsageError(`${label} can only be written.`);
}

/** What is shown of a reading before anything is opened. */
export async function previewOf(files: readonly File[], choice: ReadingChoice, result: ReadResult): Promise<Preview> {
  const { graph, issues, losses = [], skipped = 0 } = result;
  const [first] = files;
  const isTable = choice.format === 'edge-list' && first !== undefined;
  const head = isTable ? await headOf(first) : undefined;
  const errors = issues.filter(({ severity }) => severity === 'error');
  const warnings = issues.filter(({ severity }) => severity !== 'error');
  return {
    ...(graph === undefined ? {} : { graph: previewGraph(graph) }),
    findings: [...errors, ...warnings].slice(0, Math.min(MOST_FINDINGS, DEFAULT_LIMITS.issues)).map(asFinding),
    errors: errors.length,
    warnings: warnings.length,
    losses,
    skipped,
    // Columns that are called by their number are those of a table without a header.
    columns: columnsOf(graph, head, !/^column \d+$/u.test(choice.mapping?.table?.from ?? '')),
  };
}

/** The first whole lines of a file. */
async function headOf(file: File): Promise<string> {
  const text = await file.slice(0, HEAD_BYTES).text();
  return file.size <= HEAD_BYTES ? text : text.slice(0, text.lastIndexOf('\n') + 1);
}
