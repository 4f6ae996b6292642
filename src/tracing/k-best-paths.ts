import type { Adjacency } from './adjacency.ts';
import { bestPath, type Path } from './best-path.ts';

/** Cost, then fewer hops, then link ids in code-point order (E26). Links are numbered in that order. */
export function comparePaths(a: Path, b: Path): number {
  if (a.cost !== b.cost) return a.cost - b.cost;
  if (a.links.length !== b.links.length) return a.links.length - b.links.length;
  for (let i = 0; i < a.links.length; i++) {
    const difference = (a.links[i] ?? 0) - (b.links[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * The `k` best simple paths, best first, parallel links giving paths of their own.
 * Yen, "Finding the K shortest loopless paths in a network", Management Science 17 (1971).
 */
export function kBestPaths(graph: Adjacency, source: number, target: number, k: number, maxHops: number): Path[] {
  const first = bestPath(graph, source, target, maxHops, { nodes: new Set(), links: new Set() });
  if (first === undefined) return [];
  const found = [first];
  const candidates = new Map<string, Path>();
  while (found.length < k) {
    const last = found.at(-1);
    if (last === undefined) break;
    for (let i = 0; i < last.links.length; i++) {
      const rootNodes = last.nodes.slice(0, i + 1);
      const rootLinks = last.links.slice(0, i);
      const spur = last.nodes[i];
      if (spur === undefined || rootNodes.length > maxHops) break;
      const links = new Set(
        found
          .filter((path) => rootLinks.every((link, j) => path.links[j] === link))
          .flatMap((path) => path.links[i] ?? []),
      );
      const rest = bestPath(graph, spur, target, maxHops - i, { nodes: new Set(rootNodes), links });
      if (rest === undefined) continue;
      const rootCost = last.links
        .slice(0, i)
        .reduce((sum, link, j) => sum + costBetween(graph, last.nodes[j], link), 0);
      const path: Path = {
        nodes: [...rootNodes, ...rest.nodes.slice(1)],
        links: [...rootLinks, ...rest.links],
        cost: rootCost + rest.cost,
      };
      candidates.set(path.links.join(' '), path);
    }
    for (const path of found) candidates.delete(path.links.join(' '));
    const [best] = [...candidates.values()].toSorted(comparePaths);
    if (best === undefined) break;
    candidates.delete(best.links.join(' '));
    found.push(best);
  }
  return found;
}

function costBetween(graph: Adjacency, node: number | undefined, link: number): number {
  if (node === undefined) return 0;
  for (let i = graph.first[node] ?? 0; i < (graph.first[node + 1] ?? 0); i++) {
    if (graph.link[i] === link) return graph.cost[i] ?? 0;
  }
  return 0;
}
