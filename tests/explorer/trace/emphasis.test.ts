import { MultiDirectedGraph } from 'graphology';
import { describe, expect, test } from 'vitest';
import type { DrawnEdge, DrawnNode } from '../../../src/explorer/graph/drawn-graph.ts';
import { emphasiseNode, emphasiseTrace, isCentral } from '../../../src/explorer/stage/emphasis.ts';

/** a → b → c → d, drawn; the relation from d to e is not. */
function drawn(): MultiDirectedGraph<DrawnNode, DrawnEdge> {
  const graph = new MultiDirectedGraph<DrawnNode, DrawnEdge>();
  for (const id of ['a', 'b', 'c', 'd']) {
    graph.addNode(id, { x: 0, y: 0, size: 1, label: id, kind: 'actor', color: '#000000' });
  }
  for (const [from, to] of ['ab', 'bc', 'cd'].map((ends) => [ends.charAt(0), ends.charAt(1)] as const)) {
    graph.addDirectedEdgeWithKey(`${from}${to}`, from, to, {
      size: 1,
      color: '#000000',
      verdict: 'corroborated',
      forShare: 1,
      curvature: 0,
      directed: true,
      label: '',
    });
  }
  return graph;
}

describe('a trace on the graph', () => {
  test('its relations stand out with their ends; those that are not drawn are left out', () => {
    const emphasis = emphasiseTrace(drawn(), ['ab', 'bc', 'de']);
    expect(emphasis?.edges).toEqual(new Set(['ab', 'bc']));
    expect(emphasis?.nodes).toEqual(new Set(['a', 'b', 'c']));
    expect(emphasiseTrace(drawn(), ['de'])).toBeUndefined();
  });

  test('the hop that is looked at is the centre with both its ends, and the rest stays in sight', () => {
    const graph = drawn();
    const emphasis = emphasiseTrace(graph, ['ab', 'bc'], 'bc');
    if (emphasis === undefined) throw new Error('nothing is drawn');
    expect(emphasis.nodes.has('a')).toBe(true);
    expect(['a', 'b', 'c', 'd'].filter((node) => isCentral(graph, node, emphasis))).toEqual(['b', 'c']);
    // A hop that is not drawn, or of another trace, is no centre.
    expect(emphasiseTrace(graph, ['ab', 'de'], 'de')).not.toHaveProperty('centre');
    expect(emphasiseTrace(graph, ['ab'], 'bc')).not.toHaveProperty('centre');
  });

  test('an entity is the centre alone, not with its neighbours', () => {
    const graph = drawn();
    const emphasis = emphasiseNode(graph, 'b');
    if (emphasis === undefined) throw new Error('b is not drawn');
    expect(['a', 'b', 'c', 'd'].filter((node) => isCentral(graph, node, emphasis))).toEqual(['b']);
  });
});
