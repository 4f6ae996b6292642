import { asDate } from '../foreign/foreign-date.ts';
import type { TableMapping } from '../foreign/mapping.ts';
import type { Column } from '../foreign/suggest-mapping.ts';

/** Which columns of a table seem to be the ends of an edge. */
export interface TableGuess {
  readonly table: TableMapping;
  /** Whether their names leave no doubt, so that a table is read by them unasked. Others are offered to a person. */
  readonly isSure: boolean;
  /** A word of the first row that stands in these columns below as well: that row may be an edge, and no header. */
  readonly echo?: string;
}

/** Names that columns of edge lists usually have, each pair together, in lower case. */
const ENDS: readonly (readonly [from: string, to: string])[] = [
  ['source', 'target'],
  ['from', 'to'],
  ['from_id', 'to_id'],
  ['source_id', 'target_id'],
  ['subject', 'object'],
  ['subject_id', 'object_id'],
  ['from_node', 'to_node'],
  ['from_node_id', 'to_node_id'],
  ['src', 'dst'],
  ['src', 'dest'],
  ['head', 'tail'],
  ['start', 'end'],
  ['_start', '_end'],
  [':start_id', ':end_id'],
  ['node1', 'node2'],
  ['entity1', 'entity2'],
  ['person1', 'person2'],
];
/** Names of ends that may as well be something else. */
const LIKELY_ENDS: typeof ENDS = [
  ['subject', 'target'],
  ['actor1', 'actor2'],
  ['actor_1', 'actor_2'],
  ['a', 'b'],
];
/** Names of ends that may as well be names of things: where one stands below, too, the first row is no header for sure. */
const THINGS: readonly string[] = ['subject', 'object', 'head', 'tail', 'start', 'end', 'a', 'b'];
/** Pairs that begin and end a time in other tables. */
const TIMES: readonly string[] = ['from', 'start'];
const KEYS = ['id', 'edge_id', 'key', 'rel_id', 'relationship_id'] as const;
/** Beside a subject and one of these, a source is the document that says so. */
const PREDICATES = ['predicate', 'relation', 'relationship', 'verb'] as const;

/** A name as these lists have it: `Source ID` is `source_id`, and `fromId` is `from_id`; `#source` is a header of comments. */
export function plainName(column: string): string {
  return column
    .trim()
    .replace(/^#(?=.)/u, '')
    .replace(/([a-z])([A-Z])/gu, '$1_$2')
    .toLowerCase()
    .replace(/[\s-]+/gu, '_')
    .replace(/^(:start_id|:end_id)\(.*\)$/u, '$1');
}

/** Days and months as people write them, and what stands in their place. */
const DATE_LIKE = [
  /^\d{4}[./-]\d{1,2}(?:[./-]\d{1,2})?(?:[T ].*)?$/u,
  /^\d{1,2}[./-](?:\d{1,2}[./-])?\d{4}$/u,
  /^\d{1,2}[./-]\d{1,2}[./-]\d{2}$/u,
  /^(?:\d{1,2}\.? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (?:\d{1,2}, )?\d{4}$/iu,
  /^(?:present|today|now|ongoing)$/iu,
];
/** A bare number is an id as well as a year. */
const YEAR = /^(?:1[5-9]|20)\d\d$/u;

function mostly({ samples }: Column, test: (text: string) => boolean): boolean {
  const filled = samples.map((value) => String(value).trim()).filter((text) => text !== '');
  return filled.length > 0 && filled.filter(test).length >= 0.8 * filled.length;
}

function isOfDates(column: Column): boolean {
  return mostly(
    column,
    (text) => !/^\d+$/u.test(text) && (DATE_LIKE.some((pattern) => pattern.test(text)) || asDate(text) !== undefined),
  );
}

/** Whether two columns seem to begin and end a time: from 2019-01-01 to 2020-01-01, or from 1998 to 2004. */
function isTime(name: string, from: Column, to: Column): boolean {
  if (isOfDates(from) || isOfDates(to)) return true;
  const isYear = (text: string): boolean => YEAR.test(text);
  return TIMES.includes(name) && mostly(from, isYear) && mostly(to, isYear);
}

/** A name of an end that stands in the column of an end as well, letter for letter. */
function echoOf(columns: readonly Column[], { from, to }: TableMapping): string | undefined {
  const ends = columns.filter(({ name }) => name === from || name === to);
  return [from, to].find((name) => ends.some(({ samples }) => samples.some((value) => String(value).trim() === name)));
}

/**
 * What the columns of a table seem to be, by their names; columns of dates are no ends, whatever their names. Undefined
 * where no two of them are the ends of an edge. This guess is the only one: by it a table is recognised, read and shown.
 */
export function suggestTable(columns: readonly Column[]): TableGuess | undefined {
  const names = columns.map(({ name }) => plainName(name));
  const column = (name: string): Column | undefined => columns[names.indexOf(name)];
  const isTriple = PREDICATES.some((name) => names.includes(name)) && names.includes('subject');
  const find = (pairs: typeof ENDS): TableMapping | undefined => {
    for (const [first, second] of pairs) {
      const [from, to] = [column(first), column(second)];
      if (from !== undefined && to !== undefined && !isTime(first, from, to)) return tableOf(first, second);
    }
    return undefined;
  };
  const tableOf = (first: string, second: string): TableMapping => {
    const named = (name: string): string | undefined => column(name)?.name;
    const about = (end: string, what: string): string | undefined =>
      named(`${end.replace(/_id$/u, '')}_${what}`) ?? named(`${end}_${what}`);
    const found = {
      key: KEYS.map(named).find((name) => name !== undefined),
      fromLabel: about(first, 'name') ?? about(first, 'label'),
      toLabel: about(second, 'name') ?? about(second, 'label'),
      fromKind: about(first, 'type') ?? about(first, 'kind'),
      toKind: about(second, 'type') ?? about(second, 'kind'),
    };
    const known = Object.entries(found).flatMap(([field, name]) =>
      name === undefined ? [] : [[field, name] as const],
    );
    const [from = '', to = ''] = [named(first), named(second)];
    return { from, to, directed: true, ...Object.fromEntries(known) };
  };
  // A subject and a predicate go with an object or a target; the source is then who says so.
  const triple = isTriple
    ? find([
        ['subject', 'object'],
        ['subject', 'target'],
      ])
    : undefined;
  const sure = triple ?? find(ENDS);
  const table = sure ?? find(LIKELY_ENDS);
  if (table === undefined) return undefined;
  const echo = echoOf(columns, table);
  const isDoubtful = echo !== undefined && THINGS.includes(plainName(echo));
  return { table, isSure: sure !== undefined && !isDoubtful, ...(echo === undefined ? {} : { echo }) };
}
