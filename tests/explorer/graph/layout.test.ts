import { MultiDirectedGraph } from 'graphology';
import { describe, expect, it } from 'vitest';
import { layOut, layOutNear, MARGIN, type Position, STRETCH } from '../../../src/explorer/graph/layout.ts';

type Sized = { size: number };

/** A graph whose degrees differ widely, with small components and single entities beside the main one. */
function sample(count: number, order: 'forwards' | 'backwards' = 'forwards'): MultiDirectedGraph<Sized> {
  const main = Math.floor(count * 0.85);
  const edges: [string, string, string][] = [];
  for (let i = 1; i < main; i++) {
    edges.push([`t${i}`, `n${i}`, `n${Math.floor(Math.sqrt(i * 7) % i)}`]);
    if (i % 3 === 0) edges.push([`u${i}`, `n${i}`, `n${Math.floor(i / 2)}`]);
  }
  for (let i = main + 1; i < count - 3; i++) if (i % 4 !== 0) edges.push([`s${i}`, `n${i}`, `n${i - 1}`]);
  const keys = Array.from({ length: count }, (_, i) => `n${i}`);
  if (order === 'backwards') {
    keys.reverse();
    edges.reverse();
  }
  const graph = new MultiDirectedGraph<Sized>();
  for (const key of keys) graph.addNode(key, { size: 8 });
  for (const [key, source, target] of edges) graph.addEdgeWithKey(key, source, target);
  return graph;
}

function bounds(places: Iterable<Position>): { width: number; height: number; x: number; y: number } {
  const all = [...places];
  const [left, right] = [Math.min(...all.map((p) => p.x)), Math.max(...all.map((p) => p.x))];
  const [bottom, top] = [Math.min(...all.map((p) => p.y)), Math.max(...all.map((p) => p.y))];
  return { width: right - left, height: top - bottom, x: (left + right) / 2, y: (bottom + top) / 2 };
}

describe('layOut', () => {
  it('gives the same places at every run and in whatever order the graph was built', () => {
    const places = layOut(sample(120), { seed: 7 });
    expect(layOut(sample(120), { seed: 7 })).toEqual(places);
    expect(layOut(sample(120, 'backwards'), { seed: 7 })).toEqual(places);
    expect(layOut(sample(120), { seed: 8 })).not.toEqual(places);
  });

  it('places every entity at a number, also where nothing or one thing is there', () => {
    expect(layOut(new MultiDirectedGraph()).size).toBe(0);
    const one = new MultiDirectedGraph();
    one.addNode('a');
    one.addEdge('a', 'a');
    expect([...layOut(one)]).toEqual([['a', { x: 0, y: 0 }]]);
    const places = layOut(sample(300));
    expect(places.size).toBe(300);
    for (const { x, y } of places.values()) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
  });

  it('lets no two nodes overlap', () => {
    const places = [...layOut(sample(200)).values()];
    let nearest = Number.POSITIVE_INFINITY;
    for (const [i, p] of places.entries()) {
      for (const q of places.slice(i + 1)) {
        nearest = Math.min(nearest, Math.hypot((p.x - q.x) / STRETCH, p.y - q.y));
      }
    }
    expect(nearest).toBeGreaterThan(16 + 0.8 * MARGIN);
  });

  it('fills a page that is wider than high, with small components beside the large one', () => {
    for (const count of [50, 200, 600]) {
      const { width, height, x, y } = bounds(layOut(sample(count)).values());
      expect(width / height).toBeGreaterThan(1.25);
      expect(width / height).toBeLessThan(2.1);
      expect(Math.abs(x)).toBeLessThan(0.1 * width);
      expect(Math.abs(y)).toBeLessThan(0.1 * height);
    }
  });

  it('leaves no crowd in the middle of an empty page', () => {
    const places = [...layOut(sample(200)).values()];
    const { width, height, x, y } = bounds(places);
    const inner = places.filter((p) => Math.abs(p.x - x) < width / 6 && Math.abs(p.y - y) < height / 6);
    // A ninth of the page; even spreading would put 22 there.
    expect(inner.length).toBeLessThan(60);
  });

  it('refuses a seed that is no whole number', () => {
    expect(() => layOut(sample(5), { seed: Number.NaN })).toThrow(RangeError);
    expect(() => layOut(sample(5), { seed: 0.5 })).toThrow(RangeError);
  });
});

describe('layOutNear', () => {
  const graph = sample(120);
  const all = layOut(graph);
  const known = new Map([...all].filter(([key]) => Number(key.slice(1)) % 7 !== 3));

  it('keeps what is known exactly where it is', () => {
    const places = layOutNear(graph, known);
    expect(places.size).toBe(graph.order);
    for (const [key, place] of known) expect(places.get(key)).toEqual(place);
  });

  it('places the new near what it is related to, and on nothing', () => {
    const places = layOutNear(graph, known);
    const { width } = bounds(all.values());
    for (const key of graph.nodes().filter((node) => !known.has(node))) {
      const place = places.get(key);
      if (place === undefined) throw new Error(`${key} has no place`);
      const near = graph.neighbors(key).flatMap((other) => places.get(other) ?? []);
      if (near.length === 1) {
        expect(Math.min(...near.map((p) => Math.hypot(p.x - place.x, p.y - place.y)))).toBeLessThan(width / 4);
      }
      for (const [other, p] of places) {
        if (other !== key) expect(Math.hypot(p.x - place.x, p.y - place.y)).toBeGreaterThan(16);
      }
    }
  });

  it('depends on nothing but the graph and the known places', () => {
    const shuffled = new Map([...known].reverse());
    const again = layOutNear(sample(120, 'backwards'), shuffled);
    expect([...again].sort()).toEqual([...layOutNear(graph, known)].sort());
  });

  it('finds places without any known one, and for entities without relations', () => {
    const places = layOutNear(graph, new Map());
    expect(places.size).toBe(graph.order);
    expect(new Set([...places.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(graph.order);
  });
});
