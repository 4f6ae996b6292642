import type { IssuePath } from '../../model/issue.ts';
import type { KnownLoss, ReadInput, ReadOptions, ReadResult } from '../format.ts';
import { collector, findingsOf, OwnGraph } from '../json-stream/own-graph.ts';
import { type RecordFindings, readRecord } from '../json-stream/read-record.ts';
import { splitJson } from '../json-stream/split-json.ts';
import { splitLines } from '../json-stream/split-lines.ts';
import { limitsOf } from '../limits.ts';
import { failed } from '../read-failure.ts';
import { textPieces } from '../read-text.ts';
import { FtmReader, NOTHING } from './foreign-ftm.ts';
import { firstLine, isAnswer, isSpread } from './layout.ts';
import { entityOfJson } from './read-entity.ts';

/** A value of the file, parsed, and where it stands. */
interface Found {
  readonly value: unknown;
  readonly line: number;
  readonly path?: IssuePath;
}

const OF_SEARCH: KnownLoss = {
  field: 'search',
  why: 'what an answer says of the search itself is about no entity; it may be one page of several',
  keptBy: 'none',
};

/** Enough of a file to see how it is laid out, in bytes. */
const HEAD = 16 * 1024;

async function headOf(input: ReadInput): Promise<string> {
  let head = '';
  // What is no UTF-8 is told where the file is read.
  const decoder = new TextDecoder();
  for await (const chunk of input.chunks()) {
    head += decoder.decode(chunk.subarray(0, HEAD), { stream: true });
    if (head.length >= HEAD) break;
  }
  return head;
}

/** One JSON object a line. A line that is none can be left out alone. */
async function* byLine(
  input: ReadInput,
  options: ReadOptions,
  depth: number,
  findings: RecordFindings,
): AsyncGenerator<Found, void> {
  for await (const { line, text } of splitLines(textPieces(input, options), input.name)) {
    const read = readRecord({ line, text }, depth, findings);
    if (read !== undefined) yield { value: read.value, line };
  }
}

/** Objects over several lines, one after the other, in a list, or in the members of an object that `answer` names. */
async function* byValue(
  input: ReadInput,
  options: ReadOptions,
  depth: number,
  findings: RecordFindings,
  answer?: { readonly inside: readonly string[]; readonly rest: () => void },
): AsyncGenerator<Found, void> {
  let members = new Map<string, unknown>();
  let began: number | undefined;
  let isBad = false;
  const pieces = splitJson(textPieces(input, options), { inside: answer?.inside ?? [], depth, file: input.name });
  for await (const piece of pieces) {
    if (piece.is === 'close') {
      const path = piece.path.length === 0 ? {} : { path: piece.path };
      // Of an answer that holds entities, what else it says is about the search.
      if (answer !== undefined) answer.rest();
      else if (!isBad) yield { value: Object.fromEntries(members), line: began ?? piece.line, ...path };
      members = new Map();
      began = undefined;
      isBad = false;
      continue;
    }
    const read = readRecord(piece, depth, findings);
    if (piece.is === 'record') {
      if (read !== undefined) yield { value: read.value, line: piece.line, path: piece.path };
      continue;
    }
    began ??= piece.line;
    // One member that is told as bad is enough said of its object.
    if (read === undefined) isBad = true;
    else members.set(String(piece.path.at(-1)), read.value);
  }
}

/**
 * Reads entities of FollowTheMoney: one JSON object a line, or objects over several lines. What Ascribe wrote comes back as
 * the records that it carries. Of others each entity whose schema is a connection becomes a claim of each of its data sets;
 * values stay attributes.
 */
export async function readFtm(input: ReadInput, options: ReadOptions = {}): Promise<ReadResult> {
  const { depth } = limitsOf(options.limits);
  try {
    const foreign = collector(input.name, 'ftm', options);
    const findings = findingsOf(foreign);
    const own = new OwnGraph(foreign);
    const reader = new FtmReader(foreign, own, findings, depth, options.now);
    const head = await headOf(input);
    const inPieces = isAnswer(head)
      ? byValue(input, options, depth, findings, { inside: ['results'], rest: () => foreign.lose(OF_SEARCH) })
      : (isSpread(firstLine(head)) ? byValue : byLine)(input, options, depth, findings);
    let found = false;
    for await (const { value, ...place } of inPieces) {
      found = true;
      const read = entityOfJson(value, place, foreign);
      if (read !== undefined) reader.add(read.entity, place, read.nested);
    }
    if (!found) foreign.tell(NOTHING);
    reader.finish();
    return await own.finish({ manifest: reader.manifest });
  } catch (error) {
    return failed(error);
  }
}
