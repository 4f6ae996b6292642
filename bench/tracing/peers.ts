/**
 * Finders of paths in JavaScript that Ascribe is compared with, each as its documentation says is fastest. They come by
 * `npm --prefix bench install`; a peer that is not installed is skipped.
 */
import { existsSync, readFileSync } from 'node:fs';
import { UndirectedGraph } from 'graphology';
import { z } from 'zod';
import type { WeightedLinks } from './graph.ts';

/** Finds one best path. What it returns reads the answer's entities from end to end, once the clock has stopped. */
export type Find = (from: number, to: number) => () => readonly number[];

export interface Peer {
  /** The package, which tells the version. */
  readonly package: string;
  /** Builds its graph of links of which no two join the same two entities. */
  build(links: WeightedLinks): Promise<Find>;
}

/** The version installed for benches; undefined where there is none. */
export function versionOf(name: string): string | undefined {
  const file = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  return existsSync(file)
    ? z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8'))).version
    : undefined;
}

function eachLink(links: WeightedLinks, take: (from: number, to: number, weight: number) => void): void {
  for (let i = 0; i < links.from.length; i++) take(links.from[i] ?? 0, links.to[i] ?? 0, links.weight[i] ?? 0);
}

/** `dijkstra.bidirectional` with a getter of weights. */
const graphology: Peer = {
  package: 'graphology-shortest-path',
  async build(links) {
    const { default: dijkstra } = await import('graphology-shortest-path/dijkstra.js');
    const graph = new UndirectedGraph<object, { weight: number }>();
    for (let i = 0; i < links.entities; i++) graph.addNode(i);
    eachLink(links, (from, to, weight) => graph.addEdge(from, to, { weight }));
    const weightOf = (_: string, { weight }: { readonly weight: number }): number => weight;
    return (from, to) => {
      const path = dijkstra.bidirectional(graph, String(from), String(to), weightOf);
      return () => (path ?? []).map(Number);
    };
  },
};

/** A finder with a distance function; there is nothing to guide it, so no heuristic. */
const ngraph = (finder: 'nba' | 'aStar'): Peer => ({
  package: 'ngraph.path',
  async build(links) {
    const [{ default: createGraph }, { default: finders }] = await Promise.all([
      import('ngraph.graph'),
      import('ngraph.path'),
    ]);
    const graph = createGraph();
    for (let i = 0; i < links.entities; i++) graph.addNode(i);
    eachLink(links, (from, to, weight) => graph.addLink(from, to, weight));
    const pathFinder = finders[finder](graph, { distance: (_, __, link) => link.data });
    return (from, to) => {
      const path = pathFinder.find(from, to);
      return () => path.map(({ id }) => Number(id));
    };
  },
});

/** `aStar` without a heuristic, which stops at its goal, unlike its `dijkstra`. Without styles, as advised for speed. */
const cytoscape: Peer = {
  package: 'cytoscape',
  async build(links) {
    const { default: createCore } = await import('cytoscape');
    const elements: { data: object }[] = Array.from({ length: links.entities }, (_, i) => ({
      data: { id: String(i) },
    }));
    eachLink(links, (from, to, weight) => {
      elements.push({ data: { id: `link ${elements.length}`, source: String(from), target: String(to), weight } });
    });
    const core = createCore({ headless: true, styleEnabled: false, elements });
    const all = core.elements();
    return (from, to) => {
      const [root, goal] = [core.getElementById(String(from)), core.getElementById(String(to))];
      const { path } = all.aStar({ root, goal, weight: (edge) => edge.data('weight') });
      return () => path.toArray().flatMap((element) => (element.isNode() ? Number(element.id()) : []));
    };
  },
};

export const PEERS: Readonly<Record<string, Peer>> = {
  'graphology-shortest-path, dijkstra.bidirectional': graphology,
  'ngraph.path, nba': ngraph('nba'),
  'ngraph.path, aStar': ngraph('aStar'),
  'cytoscape, aStar': cytoscape,
};
