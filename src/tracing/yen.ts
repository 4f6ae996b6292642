import type { Path } from './enumerate.ts';

/** Weight, then relation numbers from the source on (E26). */
export function comparePaths(a: Path, b: Path): number {
  if (a.weight !== b.weight) return a.weight - b.weight;
  const length = Math.min(a.relations.length, b.relations.length);
  for (let i = 0; i < length; i++) {
    const difference = (a.relations[i] ?? 0) - (b.relations[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.relations.length - b.relations.length;
}

/** The paths that begin with the first `hops` relations of one and go on by none of some relations. */
export interface Branch {
  /** Undefined: all paths. */
  readonly beginning: Path | undefined;
  readonly hops: number;
  readonly banned: readonly number[];
}

interface Candidate {
  readonly path: Path;
  readonly branch: Branch;
}

/**
 * The k best simple paths, by the best path of one branch after another: Yen, "Finding the K shortest loopless paths in
 * a network", Management Science 17 (1971), the branches kept disjoint as by Lawler (Management Science 18, 1972).
 * At most k × hops searches for one path each, whatever the graph. `best` gives the best path of a branch, `'stop'` ends
 * the search with what was found.
 */
export function* byBranches(
  k: number,
  best: (branch: Branch) => Generator<void, Path | undefined | 'stop'>,
): Generator<void, { readonly paths: Path[]; readonly stopped: boolean }> {
  const paths: Path[] = [];
  const candidates: Candidate[] = [];
  const all: Branch = { beginning: undefined, hops: 0, banned: [] };
  const first = yield* best(all);
  if (first === 'stop') return { paths, stopped: true };
  if (first !== undefined) candidates.push({ path: first, branch: all });
  while (paths.length < k) {
    let least = 0;
    for (let i = 1; i < candidates.length; i++) {
      const [a, b] = [candidates[i], candidates[least]];
      if (a !== undefined && b !== undefined && comparePaths(a.path, b.path) < 0) least = i;
    }
    const [chosen] = candidates.splice(least, 1);
    if (chosen === undefined) break;
    paths.push(chosen.path);
    if (paths.length === k) break;
    const { path, branch } = chosen;
    for (let hops = branch.hops; hops < path.relations.length; hops++) {
      const relation = path.relations[hops] ?? 0;
      const banned = hops === branch.hops ? [...branch.banned, relation] : [relation];
      const part: Branch = { beginning: path, hops, banned };
      const found = yield* best(part);
      if (found === 'stop') return { paths, stopped: true };
      if (found !== undefined) candidates.push({ path: found, branch: part });
    }
  }
  return { paths, stopped: false };
}
