import { Balls } from './balls.ts';
import { Corridor } from './corridor.ts';
import { type Bounds, Enumerator, type Path, type Wanted } from './enumerate.ts';
import { CLOSED, type Ground, reversed, rowsFor, TARGET } from './ground.ts';
import { Layers } from './layers.ts';
import type { Direction, Network } from './network.ts';
import type { Times } from './times.ts';
import { type Branch, byBranches } from './yen.ts';

export type { Path } from './enumerate.ts';
export type { Times } from './times.ts';
export { comparePaths } from './yen.ts';

export interface PathQuery {
  /** One each, or two groups. */
  readonly sources: readonly number[];
  readonly targets: readonly number[];
  /** How many paths. */
  readonly k: number;
  /** Most hops; absent: no limit. */
  readonly depth?: number;
  readonly direction: Direction;
  /** Weights of the arcs, from `weighArcs`; absent: those of the network. */
  readonly weight?: Float64Array;
  /** Per relation 1 where it may be walked; absent: all. */
  readonly walkable?: Uint8Array;
  /** Per entity 1 where it may not be passed through; absent: none. Sources and targets are not meant by it. */
  readonly avoid?: Uint8Array;
  readonly times?: Times;
  /** Partial paths expanded before the search gives up and says so; absent: no limit, a million under a time policy. */
  readonly most?: number;
}

export interface PathAnswer {
  /** By weight, then by relation numbers from the source on (E26). */
  readonly paths: readonly Path[];
  /** Entities that were given a weight, over all parts of the search. */
  readonly settled: number;
  /** Partial paths that were expanded. */
  readonly expanded: number;
  /** There may be paths that were not looked at; those given are still the first ones in order. */
  readonly cutShort: boolean;
}

/** Arcs looked at between two chances to stop, about a millisecond's worth. */
const SLICE = 1 << 15;

/** Expansions, over those that long paths need, before partial paths are taken to run into dead ends. */
const PATIENCE = 2000;
const PATIENCE_PER_PATH = 100;

/** Expansions under a time policy, which has no other way out of dead ends. */
export const MOST_WITH_TIMES = 1e6;

/** Up to this depth layers of hops are small, and nothing is tried before them. */
const SHALLOW = 4;

/** Times that the balls are grown for paths within a depth, before layers of hops are. */
const TRIES_WITHIN_DEPTH = 2;

/** The balls grow by this factor, and at least by so many entities, between two looks at how far they have to. */
const GROWTH = 1.3;
const FIRST_LOOK = 4;

/** Walks per path wanted that are looked through for so many paths, before what is beyond is left out for a try. */
const MOST_WALKS = 64;

interface Found {
  readonly paths: Path[];
  /** All that there are, up to k. */
  readonly complete: boolean;
}

/** What one search over a ground is to find. */
type Task = Omit<Wanted, 'limit'>;

/**
 * Finds the k best simple paths between entities of a network, exactly and in order.
 *
 * Balls grow from both ends until they hold every path up to a weight, a corridor gives exact bounds within them, and
 * partial paths are enumerated best first. Paths within a depth get their bounds from layers of hops instead. Where
 * partial paths run into dead ends (a dense cluster that hangs on one entity), branches are searched one by one.
 *
 * The workspace is kept between queries: 49 bytes per entity, 24 more after the first query in layers. One search
 * at a time: a slice of an older one throws.
 */
export class PathSearcher {
  readonly #network: Network;
  readonly #balls: Balls;
  readonly #corridor: Corridor;
  readonly #enumerator: Enumerator;
  readonly #ends: Uint8Array;
  readonly #basePatience: number;
  #layers: Layers | undefined;
  #ended: number[] = [];
  #turn = 0;
  #settled = 0;
  #expanded = 0;

  /** `patience`: expansions before branches are searched one by one; −∞ for at once. It changes the time, no answer. */
  constructor(network: Network, patience: number = PATIENCE) {
    this.#network = network;
    this.#basePatience = patience;
    this.#balls = new Balls(network.entities);
    this.#corridor = new Corridor(network.entities, this.#balls);
    this.#enumerator = new Enumerator(network.entities);
    this.#ends = new Uint8Array(network.entities);
  }

  /** Throws RangeError for a query that makes no sense, see {@link PathSearcher.sliced}. */
  search(query: PathQuery): PathAnswer {
    const slices = this.sliced(query);
    for (;;) {
      const slice = slices.next();
      if (slice.done === true) return slice.value;
    }
  }

  /**
   * The same in slices of about a millisecond, so that others may run or a caller may stop asking.
   * Throws RangeError for an entity that is not there or is both source and target, for k or a depth that is no whole
   * number from 0 on, for a gap below 0, and for masks and weights of another length than the network's.
   */
  *sliced(query: PathQuery): Generator<void, PathAnswer> {
    check(this.#network, query);
    const turn = ++this.#turn;
    this.#settled = 0;
    this.#expanded = 0;
    const search = this.#find(query);
    for (;;) {
      const slice = search.next();
      if (slice.done === true) {
        const { paths, complete } = slice.value;
        return { paths, settled: this.#settled, expanded: this.#expanded, cutShort: !complete };
      }
      yield;
      if (turn !== this.#turn) throw new Error('this search was given up when another began on the same searcher');
    }
  }

  *#find(query: PathQuery): Generator<void, Found> {
    const { k, depth = Number.POSITIVE_INFINITY, times } = query;
    const none: Found = { paths: [], complete: true };
    if (k === 0 || depth === 0 || query.sources.length === 0 || query.targets.length === 0) return none;
    const most = query.most ?? (times === undefined ? Number.POSITIVE_INFINITY : MOST_WITH_TIMES);
    // Under a time policy there is no other way out of dead ends.
    const patience = times === undefined ? this.#patience(k) : Number.POSITIVE_INFINITY;
    const ground = this.#ground(query, query.sources, query.sources, query.walkable);
    let found = none;
    if (depth > SHALLOW) {
      // Within a depth this is a try: where it fails, layers come next.
      const ofTry = depth === Number.POSITIVE_INFINITY ? patience : this.#patience(k);
      found = yield* this.#byBalls(ground, { k, depth, times, allowance: most, patience: ofTry });
      if (found.complete || this.#expanded >= most) return found;
    }
    if (depth < Number.POSITIVE_INFINITY) {
      found = yield* this.#byLayers(ground, { k, depth, times, allowance: most - this.#expanded, patience });
      if (found.complete || this.#expanded >= most) return found;
    }
    if (times !== undefined) return found;
    return yield* this.#byBranches(query, k, depth, most);
  }

  #patience(k: number): number {
    return this.#basePatience + PATIENCE_PER_PATH * k;
  }

  /** The ground of a query, from other starting points perhaps, `closed` being the entities not to come to. */
  #ground(
    query: PathQuery,
    sources: readonly number[],
    closed: readonly number[],
    walkable: Uint8Array | undefined,
  ): Ground {
    const ends = this.#ends;
    for (const entity of this.#ended) ends[entity] = 0;
    this.#ended = [];
    for (const entity of closed) {
      ends[entity] = CLOSED;
      this.#ended.push(entity);
    }
    for (const entity of query.targets) {
      ends[entity] = TARGET;
      this.#ended.push(entity);
    }
    const network = this.#network;
    const weight = query.weight ?? network.weight;
    return {
      network,
      weight,
      walkable,
      avoid: query.avoid,
      forward: rowsFor(network, query.direction, weight),
      backward: rowsFor(network, reversed(query.direction), weight),
      ends,
      closed,
      sources,
      targets: query.targets,
    };
  }

  *#byBalls(ground: Ground, task: Task): Generator<void, Found> {
    const balls = this.#balls;
    const bounded = task.depth < Number.POSITIVE_INFINITY;
    const onlyBest = task.k === 1 && !bounded && task.times === undefined;
    let left = task.allowance;
    let wanted = task.k;
    // Within a depth, where this is a try, what is no path counts as well, so that the try stays a cheap one.
    const walksPerPath = bounded ? 1 : MOST_WALKS;
    for (let tries = 1; ; tries++) {
      balls.begin(ground, onlyBest);
      while (!onlyBest && !(balls.reach > balls.limit) && balls.reach < Number.POSITIVE_INFINITY) {
        const settle = Math.ceil(balls.settled * GROWTH) + FIRST_LOOK;
        while (!balls.grow(ground, settle, SLICE)) yield;
        balls.meet(ground);
        balls.limit = Math.min(balls.limit, balls.lightestCrossing(wanted, wanted * walksPerPath));
      }
      while (!balls.grow(ground, Number.POSITIVE_INFINITY, SLICE)) yield;
      const { limit } = balls;
      balls.meet(ground);
      this.#corridor.build(ground, limit);
      const found = yield* this.#enumerate(ground, this.#corridor, { ...task, limit, allowance: left });
      left -= this.#enumerator.expanded;
      const complete = found.complete && (found.paths.length === task.k || limit === Number.POSITIVE_INFINITY);
      this.#settled += balls.settled;
      const enough = complete || !found.complete || onlyBest;
      if (enough || (bounded && tries === TRIES_WITHIN_DEPTH)) {
        return { paths: found.paths, complete: complete || (onlyBest && found.complete) };
      }
      // Some walks within the limit came back to an entity or broke a constraint. What lies beyond the limit was left
      // out of the balls, so they are begun anew.
      wanted *= 4;
    }
  }

  *#byLayers(ground: Ground, task: Task): Generator<void, Found> {
    this.#layers ??= new Layers(this.#network.entities);
    const layers = this.#layers;
    layers.begin(ground, task.depth);
    yield* layers.grow(ground, SLICE);
    this.#settled += layers.settled;
    let left = task.allowance;
    let meetings = task.k === 1 ? 1 : task.k * (task.depth + 1);
    for (;;) {
      const limit = layers.meeting(meetings);
      yield;
      yield* layers.build(ground, limit, SLICE);
      yield;
      const found = yield* this.#enumerate(ground, layers, { ...task, limit, allowance: left });
      left -= this.#enumerator.expanded;
      const complete = found.complete && (found.paths.length === task.k || limit === Number.POSITIVE_INFINITY);
      if (complete || !found.complete) return { paths: found.paths, complete };
      meetings *= 4;
    }
  }

  *#enumerate(ground: Ground, bounds: Bounds, wanted: Wanted): Generator<void, Found> {
    const enumerator = this.#enumerator;
    enumerator.begin(ground, wanted);
    let progress = enumerator.run(ground, bounds, wanted, SLICE);
    while (progress === 'paused') {
      yield;
      progress = enumerator.run(ground, bounds, wanted, SLICE);
    }
    this.#expanded += enumerator.expanded;
    return { paths: enumerator.paths.slice(), complete: progress === 'found' };
  }

  *#byBranches(query: PathQuery, k: number, depth: number, most: number): Generator<void, Found> {
    const walkable = query.walkable?.slice() ?? new Uint8Array(this.#network.relations).fill(1);
    const best = (branch: Branch): Generator<void, Path | undefined | 'stop'> =>
      this.#bestOfBranch(query, branch, walkable, depth, most);
    const { paths, stopped } = yield* byBranches(k, best);
    return { paths, complete: !stopped };
  }

  *#bestOfBranch(
    query: PathQuery,
    { beginning, hops, banned }: Branch,
    walkable: Uint8Array,
    depth: number,
    most: number,
  ): Generator<void, Path | undefined | 'stop'> {
    const behind = beginning?.entities.slice(0, hops) ?? [];
    const sources = beginning === undefined || hops === 0 ? query.sources : [beginning.entities[hops] ?? 0];
    const was = banned.map((relation) => walkable[relation] ?? 0);
    for (const relation of banned) walkable[relation] = 0;
    const ground = this.#ground(query, sources, [...query.sources, ...behind, ...sources], walkable);
    const task: Task = {
      k: 1,
      depth: depth - hops,
      times: undefined,
      allowance: most - this.#expanded,
      // The bounds on one best path are exact, but for the try with balls within a depth.
      patience: depth === Number.POSITIVE_INFINITY ? Number.POSITIVE_INFINITY : this.#patience(1),
    };
    let found = yield* this.#byBalls(ground, task);
    if (!found.complete && this.#expanded < most) {
      found = yield* this.#byLayers(ground, {
        ...task,
        allowance: most - this.#expanded,
        patience: Number.POSITIVE_INFINITY,
      });
    }
    banned.forEach((relation, i) => {
      walkable[relation] = was[i] ?? 0;
    });
    if (!found.complete) return 'stop';
    const [rest] = found.paths;
    if (rest === undefined || beginning === undefined || hops === 0) return rest;
    const weight = ground.weight;
    return {
      entities: [...behind, ...rest.entities],
      relations: [...beginning.relations.slice(0, hops), ...rest.relations],
      weight: weightOf(this.#network, weight, beginning, hops) + rest.weight,
    };
  }
}

/** The weight of the first hops of a path. */
function weightOf(network: Network, weight: Float64Array, path: Path, hops: number): number {
  let sum = 0;
  for (let hop = 0; hop < hops; hop++) {
    const at = path.entities[hop] ?? 0;
    for (let i = network.first[at] ?? 0; i < (network.first[at + 1] ?? 0); i++) {
      if (network.relation[i] === path.relations[hop]) {
        sum += weight[i] ?? 0;
        break;
      }
    }
  }
  return sum;
}

function check(network: Network, query: PathQuery): void {
  for (const [name, value] of [
    ['k', query.k],
    ['depth', query.depth ?? 0],
  ] as const) {
    if (!(Number.isInteger(value) && value >= 0)) {
      throw new RangeError(`${name} is a whole number from 0 on, got ${value}`);
    }
  }
  const gap = query.times?.gap ?? 0;
  if (!(gap >= 0)) throw new RangeError(`a gap is a number of days from 0 on, got ${gap}`);
  for (const [name, array, length] of [
    ['weight', query.weight, network.weight.length],
    ['walkable', query.walkable, network.relations],
    ['avoid', query.avoid, network.entities],
  ] as const) {
    if (array !== undefined && array.length !== length) {
      throw new RangeError(`${name} has ${array.length} items, expected ${length}`);
    }
  }
  const sources = new Set(query.sources);
  for (const entity of [...query.sources, ...query.targets]) {
    if (!(Number.isInteger(entity) && entity >= 0 && entity < network.entities)) {
      throw new RangeError(`entity ${entity}: there are ${network.entities} entities`);
    }
  }
  const both = query.targets.find((target) => sources.has(target));
  if (both !== undefined) throw new RangeError(`entity ${both} is both source and target`);
}
