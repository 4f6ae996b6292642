import { isDeepStrictEqual } from 'node:util';
import type { Format, ReadInput, ReadOptions, ReadResult } from '../../../src/formats/format.ts';
import { inputOf } from '../../../src/formats/read-text.ts';
import { FORMATS } from '../../../src/formats/registry.ts';
import { checkGraph } from '../../../src/model/check-graph.ts';
import { GraphDocument } from '../../../src/model/graph-document.ts';
import { formatIssue, type Issue } from '../../../src/model/issue.ts';

export interface FuzzFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Findings about a file as a whole, or about bytes or text after which nothing can be told into records. Only by these may
 * a file be refused when bad records are to be left out, and only these need no place within the file.
 */
const OF_A_FILE: readonly Issue['code'][] = [
  'invalid-encoding',
  'invalid-format',
  'invalid-json',
  'missing-field',
  'refused-content',
  'too-large',
];
/** Ascribe's own lossless format is one record, taken whole or not at all; no path is that of the whole. */
const TAKEN_WHOLE = 'json';

const OBJECT_NAMES = Object.getOwnPropertyNames(Object.prototype).length;

/** What a document is once it was written and read as JSON: fields that are undefined are none. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

async function readBy(format: Format, inputs: readonly ReadInput[], options: ReadOptions): Promise<ReadResult> {
  if (format.readTogether !== undefined) return format.readTogether(inputs, options);
  const [first] = inputs;
  if (format.read === undefined || first === undefined) throw new Error(`${format.id} reads nothing`);
  return format.read(first, options);
}

/** What is wrong with one result, whatever the file was; undefined where nothing is. */
function faultOf(id: string, { graph, issues, skipped = 0 }: ReadResult): string | undefined {
  const errors = issues.filter(({ severity }) => severity === 'error');
  if ((graph === undefined) !== errors.length > 0) {
    return `${graph === undefined ? 'no graph' : 'a graph'} with ${errors.length} errors: ${errors.map(formatIssue).join(' | ')}`;
  }
  const lost = issues.find(
    ({ code, severity, message, file, line, path }) =>
      file === undefined ||
      // A warning may sum up what stands in many places.
      ((severity === 'error' || message.includes('left out')) &&
        line === undefined &&
        path.length === 0 &&
        id !== TAKEN_WHOLE &&
        !OF_A_FILE.includes(code)),
  );
  // The finding that says how many more there are stands for them all.
  if (lost !== undefined && !lost.message.endsWith('more findings are not listed')) {
    return `a finding without a place: ${JSON.stringify(lost)}`;
  }
  if (skipped > 0 && issues.length === 0) return `${skipped} records were left out in silence`;
  if (graph === undefined) return undefined;
  const parsed = GraphDocument.safeParse(graph);
  if (!parsed.success) return `no graph document: ${parsed.error.message}`;
  if (!isDeepStrictEqual(plain(parsed.data), plain(graph))) return 'the graph is not as its schema has it';
  const wrong = checkGraph(parsed.data).find(({ severity }) => severity === 'error');
  return wrong === undefined ? undefined : `the graph is wrong: ${formatIssue(wrong)}`;
}

/** Reads files as they are and with bad records left out. What is wrong with the results; undefined where nothing is. */
export async function brokenLaw(id: string, files: readonly FuzzFile[]): Promise<string | undefined> {
  const format = FORMATS.find((one) => one.id === id);
  if (format === undefined) throw new Error(`no format ${id}`);
  const read = (skipBad: boolean): Promise<ReadResult> =>
    readBy(
      format,
      files.map(({ name, bytes }) => inputOf(name, bytes)),
      { skipBad, now: new Date('2026-01-02T03:04:05Z') },
    );
  const strict = await read(false);
  const lenient = await read(true);
  const fault = faultOf(id, strict);
  if (fault !== undefined) return fault;
  const second = faultOf(id, lenient);
  if (second !== undefined) return `with skipBad: ${second}`;
  if (Object.getOwnPropertyNames(Object.prototype).length !== OBJECT_NAMES) return 'Object.prototype was changed';
  if (strict.graph !== undefined && !isDeepStrictEqual(lenient.graph, strict.graph)) {
    return 'with skipBad a good file is read otherwise';
  }
  const refusal = lenient.issues.find(({ severity, code }) => severity === 'error' && !OF_A_FILE.includes(code));
  if (id !== TAKEN_WHOLE && refusal !== undefined)
    return `with skipBad it is refused for a record: ${formatIssue(refusal)}`;
  return undefined;
}
