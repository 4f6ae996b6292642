import { readRows } from '../csv/read-rows.ts';
import type { ReadInput, ReadOptions, ReadResult } from '../format.ts';
import { collector, findingsOf, OwnGraph } from '../json-stream/own-graph.ts';
import { limitsOf } from '../limits.ts';
import { failed, ReadFailure } from '../read-failure.ts';
import { FtmReader, NOTHING } from './foreign-ftm.ts';
import { columnsOf, Statements } from './statements.ts';

/** Reads a table of statements of FollowTheMoney, in any order of rows, and then its entities as `readFtm` does. */
export async function readStatements(input: ReadInput, options: ReadOptions = {}): Promise<ReadResult> {
  const { depth } = limitsOf(options.limits);
  try {
    const foreign = collector(input.name, 'ftm-statements', options);
    const own = new OwnGraph(foreign);
    const reader = new FtmReader(foreign, own, findingsOf(foreign), depth, options.now);
    let statements: Statements | undefined;
    await readRows(
      input,
      options,
      {
        row: (cells, line, fault) => {
          if (fault !== undefined) foreign.bad({ code: 'invalid-format', ...fault });
          else if (statements === undefined) statements = new Statements(foreign, cells, input.name);
          else statements.take(cells, line);
        },
        broken: (fault) => {
          if (statements === undefined || options.skipBad !== true) {
            throw new ReadFailure({ code: 'invalid-format', file: input.name, ...fault });
          }
          const message = `${fault.message}. Everything from here to the end of the file is lost`;
          foreign.bad({ code: 'invalid-format', ...fault, message });
        },
      },
      { delimiter: ',' },
    );
    if (statements === undefined) columnsOf([], input.name);
    let found = false;
    for (const { entity, place } of statements?.entities() ?? []) {
      found = true;
      reader.add(entity, place);
    }
    if (!found && statements !== undefined) foreign.tell(NOTHING);
    reader.finish();
    return await own.finish({ manifest: reader.manifest });
  } catch (error) {
    return failed(error);
  }
}
