import { MultiDirectedGraph } from 'graphology';
import { describe, expect, it } from 'vitest';
import { BOW_REACH, bowOf, fanOut } from '../../../src/explorer/graph/fan.ts';

function graphOf(edges: readonly (readonly [key: string, source: string, target: string])[]): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  for (const [key, source, target] of edges) {
    graph.mergeNode(source);
    graph.mergeNode(target);
    graph.addEdgeWithKey(key, source, target);
  }
  return graph;
}

/** On which side of a → b the middle of an edge lies, whichever way it runs. */
function sides(graph: MultiDirectedGraph, from: string): number[] {
  const fan = fanOut(graph);
  return [...fan].map(([key, curvature]) => (graph.source(key) === from ? curvature : -curvature));
}

describe('fanOut', () => {
  it('keeps a single edge straight', () => {
    expect([...fanOut(graphOf([['e', 'a', 'b']]))]).toEqual([['e', 0]]);
  });

  it('bends two parallel edges to opposite sides', () => {
    const [first, second] = sides(
      graphOf([
        ['e1', 'a', 'b'],
        ['e2', 'a', 'b'],
      ]),
      'a',
    );
    expect(first).toBeLessThan(0);
    expect(second).toBe(-(first ?? 0));
  });

  it('spreads edges of both directions in one fan, each in a lane of its own', () => {
    const graph = graphOf([
      ['e1', 'a', 'b'],
      ['e2', 'b', 'a'],
      ['e3', 'b', 'a'],
      ['e4', 'a', 'b'],
    ]);
    const lanes = sides(graph, 'a').sort((a, b) => a - b);
    expect(new Set(lanes).size).toBe(4);
    expect(lanes.reduce((sum, lane) => sum + lane, 0)).toBeCloseTo(0);
  });

  it('gives the same curvatures in whatever order the edges were added', () => {
    const edges = [
      ['e1', 'a', 'b'],
      ['e2', 'b', 'a'],
      ['e3', 'a', 'b'],
      ['e4', 'b', 'c'],
      ['e5', 'c', 'c'],
      ['e6', 'c', 'c'],
    ] as const;
    expect(fanOut(graphOf([...edges].reverse()))).toEqual(fanOut(graphOf(edges)));
  });

  it('draws loops on one node as rings of different size', () => {
    const fan = fanOut(
      graphOf([
        ['e1', 'a', 'a'],
        ['e2', 'a', 'a'],
      ]),
    );
    expect(fan.get('e1')).toBe(1);
    expect(fan.get('e2')).toBeGreaterThan(1);
  });

  it('keeps a wide fan within bounds, and does not confuse keys that hold separators', () => {
    const many = graphOf(Array.from({ length: 30 }, (_, i) => [`e${i}`, 'a', 'b'] as const));
    expect(Math.max(...fanOut(many).values())).toBeLessThanOrEqual(0.86);
    const odd = graphOf([
      ['e1', 'a,b', 'c'],
      ['e2', 'a', 'b,c'],
    ]);
    expect([...fanOut(odd).values()]).toEqual([0, 0]);
  });
});

describe('bowOf', () => {
  it('is a part of a short distance and levels off on a long one', () => {
    expect(bowOf(0.2, 10)).toBeCloseTo(2, 1);
    expect(bowOf(0.2, 1e6)).toBeCloseTo(0.2 * BOW_REACH, 1);
    expect(bowOf(0, 100)).toBe(0);
  });
});
