/** What a record is: a node; an edge whose ends are `source` and `target`, or `from` and `to`; a neighbour in a list. */
export type Shape = 'node' | 'edge' | 'vis' | 'neighbour';
/** The member that became the key of a record; undefined where none did. */
export type KeyName = 'key' | 'id' | undefined;

const ENDS: Readonly<Record<Shape, readonly string[]>> = {
  node: [],
  edge: ['source', 'target'],
  vis: ['from', 'to'],
  neighbour: ['id'],
};

const made = new Map<number, ReadonlySet<string>>();
const SHAPES: readonly Shape[] = ['node', 'edge', 'vis', 'neighbour'];

/**
 * Names of the members of a record that are no attributes of it: its ends, and of `key`, `id`, `attributes` and
 * `undirected` those that are what their name says. Any other member is something that the file says, whatever its name.
 */
export function ownMembers(
  shape: Shape,
  key: KeyName,
  holdsAttributes: boolean,
  tellsDirection: boolean,
): ReadonlySet<string> {
  const keyNumber = key === undefined ? 0 : key === 'key' ? 1 : 2;
  const number = SHAPES.indexOf(shape) * 12 + keyNumber * 4 + (holdsAttributes ? 2 : 0) + (tellsDirection ? 1 : 0);
  let names = made.get(number);
  if (names === undefined) {
    names = new Set([
      ...ENDS[shape],
      ...(key === undefined ? [] : [key]),
      ...(holdsAttributes ? ['attributes'] : []),
      ...(tellsDirection ? ['undirected'] : []),
    ]);
    made.set(number, names);
  }
  return names;
}
