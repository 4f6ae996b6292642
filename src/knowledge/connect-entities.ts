import type { EntityId } from '../model/ids.ts';
import { UsageError } from '../model/issue.ts';
import { connect, MOST_TERMINALS } from '../tracing/connect.ts';
import { checkWhole } from './explore.ts';
import type { TraceGround } from './find-traces.ts';
import type { ConnectAnswer, ConnectOptions } from './trace-answers.ts';
import type { TraceNetwork } from './trace-network.ts';
import { checkWalk } from './trace-options.ts';
import { type Step, TraceViews } from './trace-views.ts';

const DEFAULT_BUDGET = 12;
const MOST_BUDGET = 100;

/**
 * The small subgraph that best joins 2 to 12 entities within a budget of relations (DESIGN T5). Throws a UsageError for
 * options that cannot be met.
 */
export function connectEntities(on: TraceGround, given: readonly EntityId[], options: ConnectOptions): ConnectAnswer {
  checkWalk(given, options, on.known);
  const { budget = DEFAULT_BUDGET, damped = false } = options;
  checkWhole('budget', budget, 1, MOST_BUDGET);
  if (options.direction !== undefined && options.direction !== 'both') {
    throw new UsageError('A join has no direction: two may be joined by what both act on.');
  }
  const asked = [...new Set(given)];
  if (asked.length < 2 || asked.length > MOST_TERMINALS) {
    throw new UsageError(`Name 2 to ${MOST_TERMINALS} different entities, not ${asked.length}.`);
  }
  const { net, ground } = on;
  const reading = net.read(options);
  const { walkable, searched } = net.walk(reading, options);
  const found = connect(net.network, {
    entities: asked.map((id) => net.entityNumber(id)),
    budget,
    weight: net.weights(reading, 'evidence', damped),
    walkable,
  });
  const ref = (number: number) => ground.views.ref(net.entity(number));
  const isAsked = new Set(asked.map((id) => net.entityNumber(id)));
  const views = new TraceViews(ground, net, reading, found.relations);
  const chains = chainsOf(net, found.tree, isAsked).map((links) => {
    const steps = links.map(({ number, along }): Step => ({ relation: views.relation(number), number, along }));
    return { hops: steps.map((step) => views.hop(step)), opinion: views.standing(steps).opinion };
  });
  return {
    asked: asked.map((id) => ground.views.ref(id)),
    groups: found.groups.map((group) => group.map(ref)),
    joinable: found.joinable.map((group) => group.map(ref)),
    between: found.entities.filter((number) => !isAsked.has(number)).map(ref),
    chains: chains.toSorted((a, b) => b.opinion.belief - a.opinion.belief),
    relations: found.relations.map((number) => views.views.summary(views.relation(number))),
    joining: found.tree.map((number) => net.relation(number).id),
    by: found.by,
    exact: found.exact,
    budget,
    needed: found.needed,
    next: found.filling.next ?? 0,
    searched: found.filling.cutShort ? { ...searched, cutShort: {} } : searched,
    options,
  };
}

interface Link {
  readonly number: number;
  readonly along: boolean;
}

/** A tree cut into chains at those asked for and where more than two relations meet; each from its lower end. */
function chainsOf(net: TraceNetwork, tree: readonly number[], asked: ReadonlySet<number>): Link[][] {
  const around = new Map<number, number[]>();
  const ends = (number: number): [number, number] => {
    const { subject, object } = net.relation(number);
    return [net.entityNumber(subject), net.entityNumber(object)];
  };
  for (const number of tree) {
    for (const end of ends(number)) around.set(end, [...(around.get(end) ?? []), number]);
  }
  const stops = (entity: number): boolean => asked.has(entity) || (around.get(entity)?.length ?? 0) !== 2;
  const used = new Set<number>();
  const chains: Link[][] = [];
  for (const start of [...around.keys()].filter(stops).toSorted((a, b) => a - b)) {
    for (const first of around.get(start) ?? []) {
      const chain: Link[] = [];
      let [at, next]: [number, number | undefined] = [start, first];
      while (next !== undefined && !used.has(next)) {
        used.add(next);
        const [from, to] = ends(next);
        chain.push({ number: next, along: from === at });
        at = from === at ? to : from;
        const reached = at;
        next = stops(reached) ? undefined : around.get(reached)?.find((other) => !used.has(other));
      }
      if (chain.length > 0) chains.push(chain);
    }
  }
  return chains;
}
