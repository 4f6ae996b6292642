import type { RecordPlace } from '../foreign/records.ts';
import type { PropertyGraph } from './property-graph.ts';

/** How a node of a group is joined to the node that it lies in. */
export const CHILD_OF = 'child-of';

/** A node that lies in another, whose tag is still open: whether that one can be taken is known at its end. */
export interface Child {
  readonly key: string;
  readonly place: RecordPlace;
}

/** Joins nodes to the one that they lie in; `group` is undefined where that was left out, since its key may be another’s. */
export function joinChildren(
  graph: PropertyGraph,
  children: readonly Child[],
  group: string | undefined,
  format: string,
): void {
  if (group === undefined) {
    graph.foreign.lose({
      field: CHILD_OF,
      count: children.length,
      why: 'the group that these nodes lie in was left out, and with it that they lie in it',
      keptBy: format,
    });
    return;
  }
  for (const { key, place } of children) graph.addEdge({ from: key, to: group, type: CHILD_OF, place });
}
