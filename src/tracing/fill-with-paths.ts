import { comparePaths, type Path, type PathSearcher } from './paths.ts';
import type { Walking } from './rows.ts';
import type { Tree } from './spanning-tree.ts';

/** Paths that were added to a joining tree. Lists of entities and relations are what they add, in order. */
export interface Filling {
  /** Best first. */
  readonly paths: readonly Path[];
  readonly entities: readonly number[];
  readonly relations: readonly number[];
  /** The next best path, which the budget leaves out: how many relations it would add. Absent where none is known. */
  readonly next?: number;
  /** There may be further paths that were not looked for: a search was cut short, or gave as many as are asked for. */
  readonly cutShort: boolean;
}

/** Paths asked for at first between two entities, and at most. */
const FIRST_PATHS = 4;
const MOST_PATHS = 64;

/** Expansions that one search may take: well under a tenth of a second. */
const MOST_EXPANSIONS = 50_000;

/**
 * The next best simple paths between entities of a group, over all pairs by E26, each added as long as the relations
 * that are not shown yet fit into the budget; ends with the first that does not fit.
 */
export function fillWithPaths(
  searcher: PathSearcher,
  { weight, walkable }: Walking,
  avoid: Uint8Array | undefined,
  groups: readonly (readonly number[])[],
  tree: Tree,
  budget: number,
): Filling {
  const search = (source: number, target: number, k: number) =>
    searcher.search({
      sources: [source],
      targets: [target],
      k,
      direction: 'both',
      most: MOST_EXPANSIONS,
      ...(weight === undefined ? {} : { weight }),
      ...(walkable === undefined ? {} : { walkable }),
      ...(avoid === undefined ? {} : { avoid }),
    });
  const entities = new Set(tree.entities);
  const relations = new Set(tree.relations);
  const paths: Path[] = [];
  const between = groups
    .flatMap((group) => group.flatMap((source, i) => group.slice(i + 1).map((target) => [source, target] as const)))
    .map(([source, target]) => new PathsBetween((k) => search(source, target, k)));
  const told = (next?: number): Filling => ({
    paths,
    entities: [...entities].filter((entity) => !tree.entities.includes(entity)).sort((a, b) => a - b),
    relations: [...relations].filter((relation) => !tree.relations.includes(relation)).sort((a, b) => a - b),
    ...(next === undefined ? {} : { next }),
    cutShort: between.some(({ cutShort }) => cutShort),
  });
  for (;;) {
    let best: { path: Path; of: PathsBetween } | undefined;
    for (const of of between) {
      const path = of.first;
      if (path !== undefined && (best === undefined || comparePaths(path, best.path) < 0)) best = { path, of };
    }
    if (best === undefined) return told();
    best.of.drop();
    const added = best.path.relations.filter((relation) => !relations.has(relation));
    if (relations.size + added.length > budget) return told(added.length);
    if (added.length === 0) continue;
    for (const relation of added) relations.add(relation);
    for (const entity of best.path.entities) entities.add(entity);
    paths.push(best.path);
  }
}

/** The paths between two entities, best first, searched for as they are asked for. */
class PathsBetween {
  readonly #search: (k: number) => { readonly paths: readonly Path[]; readonly cutShort: boolean };
  #paths: readonly Path[] = [];
  #at = 0;
  #asked = 0;
  cutShort = false;

  constructor(search: (k: number) => { readonly paths: readonly Path[]; readonly cutShort: boolean }) {
    this.#search = search;
  }

  /** The best that is left; undefined where there is none, or no more are looked for. */
  get first(): Path | undefined {
    if (this.#at === this.#paths.length && this.#paths.length === this.#asked) this.#searchOn();
    return this.#paths[this.#at];
  }

  drop(): void {
    this.#at += 1;
  }

  #searchOn(): void {
    if (this.#asked >= MOST_PATHS) {
      this.cutShort = true;
      return;
    }
    this.#asked = this.#asked === 0 ? FIRST_PATHS : this.#asked * 4;
    const { paths, cutShort } = this.#search(this.#asked);
    this.#paths = paths;
    this.cutShort = cutShort;
  }
}
