import { readRecords } from '../csv/read-records.ts';
import type { GivenIssue } from '../foreign/findings.ts';
import { ForeignGraph } from '../foreign/foreign-graph.ts';
import type { ReadInput, ReadOptions, ReadResult } from '../format.ts';
import { limitsOf } from '../limits.ts';
import { failed, ReadFailure } from '../read-failure.ts';
import { columnsOfHeader, missingColumns } from './columns-of-header.ts';
import { editionOf } from './edition.ts';
import { EventClaims } from './event-claims.ts';
import type { EventMapping } from './event-mapping.ts';
import { dialectOf, headOf, siblingOf } from './event-table.ts';
import { Room } from './room.ts';
import { isTagRow } from './tag-row.ts';

function checkHeader(mapping: EventMapping, header: readonly string[], place: { file: string; line: number }): void {
  const missing = missingColumns(columnsOfHeader(header, mapping), mapping);
  if (missing.length === 0) return;
  throw new ReadFailure({
    ...place,
    code: 'missing-field',
    message: `Columns of ${mapping.label} are missing`,
    expected: missing.join(', '),
    remedy: 'Take the export with all its columns, or read the file as an edge list',
  });
}

const TAGS: GivenIssue = {
  code: 'invalid-value',
  severity: 'warning',
  message: 'The row under the header holds HXL tags of the columns, and was passed over',
};

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
  /** Whether the next row is the first under the header. */
  let isFirst = false;
  const begun = (): EventClaims => {
    if (table === undefined) throw new RangeError('no row comes before the first');
    return table;
  };
  try {
    const head = await headOf(input);
    const sibling = siblingOf(mapping, head);
    if (sibling !== undefined) {
      throw new ReadFailure({
        code: 'invalid-format',
        file: input.name,
        message: `This is ${sibling.label}, and Ascribe reads the events`,
        expected: mapping.label,
        remedy: sibling.remedy,
      });
    }
    const dialect = dialectOf(mapping, head);
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
          isFirst = dialect.header === undefined;
          return { width: header.length, isRecord: !isFirst };
        },
        record: (cells, line) => {
          const isTags = isFirst && isTagRow(cells);
          isFirst = false;
          if (isTags) graph.tell(TAGS, { line });
          else begun().add(cells, line);
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
