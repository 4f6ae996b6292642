import type { TableMapping } from '../foreign/mapping.ts';

/** Names that columns of edge lists usually have, each pair together, in lower case. */
const ENDS: readonly (readonly [from: string, to: string])[] = [
  ['source', 'target'],
  ['from', 'to'],
  ['from_id', 'to_id'],
  ['source_id', 'target_id'],
  ['subject', 'object'],
  ['subject_id', 'object_id'],
  ['src', 'dst'],
  ['src', 'dest'],
  ['head', 'tail'],
  ['start', 'end'],
  [':start_id', ':end_id'],
  ['node1', 'node2'],
  ['entity1', 'entity2'],
  ['person1', 'person2'],
  ['a', 'b'],
];
const KEYS = ['id', 'edge_id', 'key', 'rel_id', 'relationship_id'] as const;

/** A name as these lists have it: `Source ID` is `source_id`, and `fromId` is `from_id`. */
function plain(column: string): string {
  return column
    .trim()
    .replace(/([a-z])([A-Z])/gu, '$1_$2')
    .toLowerCase()
    .replace(/[\s-]+/gu, '_')
    .replace(/^(:start_id|:end_id)\(.*\)$/u, '$1');
}

/** What the columns of a header seem to be, by their names. Undefined where no two of them are the ends of an edge. */
export function suggestTable(header: readonly string[]): TableMapping | undefined {
  const names = header.map(plain);
  const column = (name: string): string | undefined => header[names.indexOf(name)];
  for (const [first, second] of ENDS) {
    const [from, to] = [column(first), column(second)];
    if (from === undefined || to === undefined) continue;
    const key = KEYS.map(column).find((name) => name !== undefined);
    const about = (end: string, what: string): string | undefined =>
      column(`${end.replace(/_id$/u, '')}_${what}`) ?? column(`${end}_${what}`);
    const found = {
      key,
      fromLabel: about(first, 'name') ?? about(first, 'label'),
      toLabel: about(second, 'name') ?? about(second, 'label'),
      fromKind: about(first, 'type') ?? about(first, 'kind'),
      toKind: about(second, 'type') ?? about(second, 'kind'),
    };
    const known = Object.entries(found).flatMap(([field, name]) =>
      name === undefined ? [] : [[field, name] as const],
    );
    return { from, to, directed: true, ...Object.fromEntries(known) };
  }
  return undefined;
}
