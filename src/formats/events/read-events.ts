import { readRecords } from '../csv/read-records.ts';
import { ForeignGraph } from '../foreign/foreign-graph.ts';
import type { ReadInput, ReadOptions, ReadResult } from '../format.ts';
import { limitsOf } from '../limits.ts';
import { failed, ReadFailure } from '../read-failure.ts';
import { editionOf } from './edition.ts';
import { EventClaims } from './event-claims.ts';
import type { EventMapping } from './event-mapping.ts';
import { dialectOf } from './event-table.ts';
import { Room } from './room.ts';

function checkHeader(mapping: EventMapping, header: readonly string[], place: { file: string; line: number }): void {
  const known = new Set(header.map((column) => column.trim().toLowerCase()));
  const missing = mapping.required.filter((column) => !known.has(column.toLowerCase()));
  if (missing.length === 0) return;
  throw new ReadFailure({
    ...place,
    code: 'missing-field',
    message: `Columns of ${mapping.label} are missing`,
    expected: missing.join(', '),
    remedy: 'Take the export with all its columns, or read the file as an edge list',
  });
}

/**
 * Reads an event table by a mapping: each row an event with its actors, place, day and figures, all as claims of the data
 * set in this edition. The same event in two editions is one entity, and both editions are one origin, so that a changed
 * number is a change of mind and no dispute (EVIDENCE E9).
 */
export async function readEvents(
  mapping: EventMapping,
  input: ReadInput,
  options: ReadOptions = {},
): Promise<ReadResult> {
  const graph = new ForeignGraph({
    file: input.name,
    format: mapping.id,
    mapping: options.mapping,
    now: options.now,
    limits: options.limits,
    skipBad: options.skipBad,
    signal: options.signal,
  });
  let table: EventClaims | undefined;
  const begun = (): EventClaims => {
    if (table === undefined) throw new RangeError('no row comes before the first');
    return table;
  };
  try {
    const dialect = await dialectOf(mapping, input);
    await readRecords(
      input,
      options,
      {
        begin: (cells, line) => {
          const header = dialect.header ?? cells;
          checkHeader(mapping, header, { file: input.name, line });
          const edition = editionOf(graph.name, mapping, options);
          const room = new Room(input.name, limitsOf(options.limits).records);
          table = new EventClaims(mapping, graph, { edition, header, skipBad: options.skipBad === true, room });
          return { width: header.length, isRecord: dialect.header !== undefined };
        },
        record: (cells, line) => {
          begun().add(cells, line);
        },
        bad: (issue, place) => {
          graph.bad(issue, place);
        },
      },
      dialect,
    );
    return await begun().finish();
  } catch (error) {
    return failed(error);
  }
}
