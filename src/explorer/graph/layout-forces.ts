import { UndirectedGraph } from 'graphology';
import forceAtlas2, { type ForceAtlas2Settings } from 'graphology-layout-forceatlas2';

export interface Position {
  readonly x: number;
  readonly y: number;
}

/** Entities that hang together, keys in code-point order; `links` join positions in `keys`, each pair once. */
export interface Component {
  readonly keys: readonly string[];
  readonly radii: readonly number[];
  readonly links: readonly { readonly a: number; readonly b: number; readonly weight: number }[];
}

/** A number from 0 to 1 (1 excluded) that looks random and depends on nothing but the text and the seed (FNV-1a). */
export function scatter(text: string, seed: number): number {
  let hash = (2166136261 ^ seed) >>> 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 2246822519) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 13), 3266489917) >>> 0;
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** ForceAtlas2 checks its settings badly (it lets a negative or NaN slow-down through), so they are checked here. */
function checked(settings: ForceAtlas2Settings): ForceAtlas2Settings {
  for (const [name, value] of Object.entries(settings)) {
    if (typeof value === 'number' && !(Number.isFinite(value) && value > 0)) {
      throw new RangeError(`ForceAtlas2 cannot work with ${name} = ${value}.`);
    }
  }
  return settings;
}

/** Positions by the forces of ForceAtlas2, from seeded places; in no particular unit. */
export function relax(component: Component, seed: number): { x: number; y: number }[] {
  const { keys, radii, links } = component;
  const graph = new UndirectedGraph<{ x: number; y: number; size: number }, { weight: number }>();
  const extent = 10 * Math.sqrt(keys.length);
  for (const [i, key] of keys.entries()) {
    const x = (scatter(`x ${key}`, seed) - 0.5) * extent;
    const y = (scatter(`y ${key}`, seed) - 0.5) * extent;
    graph.addNode(String(i), { x, y, size: radii[i] ?? 1 });
  }
  for (const { a, b, weight } of links) graph.addEdge(String(a), String(b), { weight });
  const getEdgeWeight = (_edge: string, { weight }: { weight: number }): number => weight;
  const many = keys.length > 600;
  const shared = { slowDown: 1 + Math.log(keys.length), barnesHutOptimize: many, barnesHutTheta: 0.8 };
  // First the large shape; then logarithmic attraction sets hubs apart, each with its own around it. A handful of
  // entities looks better without that, and thousands would need more time than there is.
  const classic = checked({ ...shared, linLogMode: false, scalingRatio: 12, gravity: 0.6 });
  forceAtlas2.assign(graph, { iterations: many ? 340 : 400, settings: classic, getEdgeWeight });
  if (!many && keys.length > 12) {
    const logarithmic = checked({ ...shared, linLogMode: true, scalingRatio: 3, gravity: 0.1 });
    forceAtlas2.assign(graph, { iterations: 400, settings: logarithmic, getEdgeWeight });
  }
  return keys.map((_, i) => {
    const { x, y } = graph.getNodeAttributes(String(i));
    return { x, y };
  });
}
