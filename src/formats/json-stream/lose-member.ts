import type { ForeignGraph } from '../foreign/foreign-graph.ts';
import { isObject } from './attributes-of.ts';

/** How many things a value says: the items of a list, the members of an object; 1 for any other but null. */
function countOf(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  if (isObject(value)) return Object.keys(value).length;
  return value === null || value === undefined ? 0 : 1;
}

/**
 * Counts a member of the outermost object that says something of the file as a whole: a graph document has no place for
 * it. An empty one says nothing and is not counted.
 */
export function loseMember(foreign: ForeignGraph, name: string, value: unknown, keptBy: string): void {
  const count = countOf(value);
  if (count === 0) return;
  const why = 'a graph document has no place for what a file says of itself';
  foreign.lose({ field: `file.${name.slice(0, 100)}`, why, keptBy, count });
}
