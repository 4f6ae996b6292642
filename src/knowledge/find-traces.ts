import { UNITS_PER_ONE } from '../evidence/weights.ts';
import type { EntityId } from '../model/ids.ts';
import type { Direction } from '../tracing/network.ts';
import type { Path, PathQuery } from '../tracing/paths.ts';
import { reliability } from '../tracing/reliability.ts';
import type { Ground } from './ground.ts';
import { runSliced } from './run-sliced.ts';
import type {
  Connection,
  Relaxation,
  Searched,
  Trace,
  TraceAnswer,
  TraceOptions,
  TraceQuestion,
} from './trace-answers.ts';
import type { Reading, TraceNetwork } from './trace-network.ts';
import { checkTrace, completeOptions, gapOf, type Known } from './trace-options.ts';
import { relaxed } from './trace-relaxations.ts';
import { TraceSupport } from './trace-support.ts';
import { TraceViews } from './trace-views.ts';
import type { VoiceViews } from './voice-views.ts';

/**
 * With a time policy there may be no way round dead ends: after so many steps, about a second's worth, a search gives up
 * and says so. What would give a trace is looked for with fewer.
 */
export const MOST_STEPS = 200_000;
const MOST_STEPS_RELAXED = 40_000;

/** What traces are looked for in. */
export interface TraceGround {
  readonly ground: Ground;
  readonly net: TraceNetwork;
  readonly voices: VoiceViews;
  readonly known: Known;
}

/**
 * The k best traces between two entities, or two groups, under constraints (DESIGN T1–T4; EVIDENCE E24–E27), and where
 * there is none, each single change of the options that would give one. Throws a UsageError for options that cannot be
 * met, and the signal's reason when it is aborted.
 */
export async function findTraces(
  on: TraceGround,
  from: readonly EntityId[],
  to: readonly EntityId[],
  given: TraceOptions,
  signal?: AbortSignal,
): Promise<TraceAnswer> {
  checkTrace(from, to, given, on.known);
  const options = completeOptions(given);
  const { net, ground } = on;
  const reading = net.read(options);
  const { paths, searched } = await search(on, reading, from, to, options, MOST_STEPS, signal);
  const views = new TraceViews(
    ground,
    net,
    reading,
    paths.flatMap(({ relations }) => [...relations]),
  );
  const support = new TraceSupport(ground, net, on.voices, reading, options);
  const traces: Trace[] = [];
  for (const path of paths) {
    traces.push(views.trace(views.steps(path), await runSliced(support.restsOn(path.relations), signal)));
  }
  const changes = paths.length === 0 ? await relaxations(on, from, to, given, signal) : { found: [], cutShort: false };
  const [first, last] = [from[0], to[0]];
  if (first === undefined || last === undefined) throw new RangeError('a trace without ends passed its check');
  return {
    from: ground.views.ref(first),
    to: ground.views.ref(last),
    ...(from.length > 1 ? { fromGroup: from.map((id) => ground.views.ref(id)) } : {}),
    ...(to.length > 1 ? { toGroup: to.map((id) => ground.views.ref(id)) } : {}),
    traces,
    ...(paths.length === 0 ? {} : { connection: connectionOf(on, views, paths, options.direction, from, to) }),
    searched,
    relaxations: changes.found,
    ...(changes.cutShort ? { relaxationsCutShort: true } : {}),
    options,
  };
}

async function search(
  on: TraceGround,
  reading: Reading,
  from: readonly EntityId[],
  to: readonly EntityId[],
  options: TraceQuestion,
  most: number,
  signal: AbortSignal | undefined,
): Promise<{ readonly paths: readonly Path[]; readonly searched: Searched }> {
  const { net } = on;
  const { walkable, searched } = net.walk(reading, options);
  const times = options.time === 'ignore' ? undefined : net.times(reading, options);
  const query: PathQuery = {
    sources: from.map((id) => net.entityNumber(id)),
    targets: to.map((id) => net.entityNumber(id)),
    k: options.k,
    depth: options.depth,
    direction: options.direction,
    weight: net.weights(reading, options.rank, options.damped),
    walkable,
    ...(times === undefined || options.time === 'ignore'
      ? {}
      : {
          most,
          times: {
            policy: options.time,
            ...gapOf(options),
            first: times.first,
            start: times.start,
            end: times.end,
          },
        }),
  };
  const { paths, cutShort, settled, expanded } = await net.search(query, signal);
  if (!cutShort) return { paths, searched };
  const cut = { ...searched, cutShort: { steps: settled + expanded } };
  if (paths.length > 0 || options.depth === 1) return { paths, searched: cut };
  // Long ways have hidden the short ones: fewer hops may be searched whole.
  const shallower = { ...options, depth: Math.floor(options.depth / 2) };
  const short = await search(on, reading, from, to, shallower, most, signal);
  return { paths: short.paths, searched: cut };
}

/** How sure it is that the ends are joined by any of the traces shown. */
function connectionOf(
  { net, ground }: TraceGround,
  views: TraceViews,
  paths: readonly Path[],
  direction: Direction,
  from: readonly EntityId[],
  to: readonly EntityId[],
): Connection {
  const numbers = [...new Set(paths.flatMap(({ relations }) => [...relations]))].toSorted((a, b) => a - b);
  // Who funds somebody backs them: of two relations that imply the same, both hold only where that does.
  const broadest = new Map(
    numbers.map((number) => [views.broadest(number).id, { number, of: views.broadest(number) }]),
  );
  const links = [...broadest.values()].map(({ number, of: { evidence } }) => {
    const relation = net.relation(number);
    const eitherWay = direction === 'both' || ground.rollUp.isSymmetric(relation.type);
    const [start, end] =
      direction === 'against' ? [relation.object, relation.subject] : [relation.subject, relation.object];
    return {
      from: net.entityNumber(start),
      to: net.entityNumber(end),
      directed: eitherWay ? ('both' as const) : ('along' as const),
      belief: evidence.opinion.belief,
      origins: evidence.origins.map(({ origin, forUnits, againstUnits }) => ({
        id: origin.id,
        weightFor: forUnits / UNITS_PER_ONE,
        weightAgainst: againstUnits / UNITS_PER_ONE,
      })),
    };
  });
  const ends = (ids: readonly EntityId[]): number[] => ids.map((id) => net.entityNumber(id));
  return { relations: links.length, ...reliability(links, ends(from), ends(to)) };
}

/** Which single change of the options would give a trace (DESIGN T4); whether some search for one was cut short. */
async function relaxations(
  on: TraceGround,
  from: readonly EntityId[],
  to: readonly EntityId[],
  given: TraceOptions,
  signal: AbortSignal | undefined,
): Promise<{ readonly found: readonly Relaxation[]; readonly cutShort: boolean }> {
  const found: Relaxation[] = [];
  let cutShort = false;
  for (const change of relaxed(given)) {
    // The fewest more hops that give a trace are told; still more of them say nothing new.
    if (change.option === 'depth' && found.some(({ option }) => option === 'depth')) continue;
    const options = { ...completeOptions(change.options), k: 1 };
    const reading = on.net.read(options);
    const { paths, searched } = await search(on, reading, from, to, options, MOST_STEPS_RELAXED, signal);
    const [path] = paths;
    if (path === undefined) {
      cutShort ||= searched.cutShort !== undefined;
      continue;
    }
    const views = new TraceViews(on.ground, on.net, reading, path.relations);
    const { verdict, opinion } = views.standing(views.steps(path));
    found.push({ ...change, verdict, hops: path.relations.length, belief: opinion.belief });
  }
  return { found, cutShort };
}
