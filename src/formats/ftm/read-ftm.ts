import type { ReadInput, ReadOptions, ReadResult } from '../format.ts';
import { collector, findingsOf, OwnGraph } from '../json-stream/own-graph.ts';
import { readRecord } from '../json-stream/read-record.ts';
import { splitLines } from '../json-stream/split-lines.ts';
import { limitsOf } from '../limits.ts';
import { failed } from '../read-failure.ts';
import { textPieces } from '../read-text.ts';
import { entityOfJson, FtmReader, NOTHING } from './foreign-ftm.ts';

/**
 * Reads entities of FollowTheMoney, one JSON object a line. What Ascribe wrote comes back as the records that it carries.
 * Of others each entity whose schema is a connection becomes a claim of each of its data sets; values stay attributes.
 */
export async function readFtm(input: ReadInput, options: ReadOptions = {}): Promise<ReadResult> {
  const { depth } = limitsOf(options.limits);
  try {
    const foreign = collector(input.name, 'ftm', options);
    const findings = findingsOf(foreign);
    const own = new OwnGraph(foreign);
    const reader = new FtmReader(foreign, own, findings, depth);
    let found = false;
    for await (const { line, text } of splitLines(textPieces(input, options), input.name)) {
      found = true;
      const read = readRecord({ line, text }, depth, findings);
      if (read === undefined) continue;
      const entity = entityOfJson(read.value, { line }, foreign);
      if (entity !== undefined) reader.add(entity, { line });
    }
    if (!found) foreign.tell(NOTHING);
    reader.finish();
    return await own.finish({});
  } catch (error) {
    return failed(error);
  }
}
