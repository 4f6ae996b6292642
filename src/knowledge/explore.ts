import type { EntityId } from '../model/ids.ts';
import { UsageError } from '../model/issue.ts';
import { byCodePoint } from '../model/order.ts';
import { expand } from '../tracing/expand.ts';
import { commonNeighbours } from '../tracing/neighbours.ts';
import type { TraceGround } from './find-traces.ts';
import type { RelationSummary } from './knowledge-base.ts';
import type { CommonAnswer, CommonOptions, ExpandAnswer, ExpandOptions } from './trace-answers.ts';
import { checkWalk } from './trace-options.ts';
import { TraceViews } from './trace-views.ts';

/** The farthest that a neighbourhood reaches, and the most entities of one answer. */
export const MOST_RINGS = 6;
export const MOST_LISTED = 10_000;

/** The neighbourhood of some entities, ring by ring (DESIGN T5). Throws a UsageError for options that cannot be met. */
export function expandEntities(on: TraceGround, asked: readonly EntityId[], given: ExpandOptions): ExpandAnswer {
  checkWalk(asked, given, on.known);
  const { depth = 1, limit = 50, hubs } = given;
  checkWhole('depth', depth, 1, MOST_RINGS);
  checkWhole('limit', limit, 0, MOST_LISTED);
  if (asked.length === 0) throw new UsageError('Name at least one entity.');
  const { net, ground } = on;
  const reading = net.read(given);
  const { walkable, searched } = net.walk(reading, given);
  const found = expand(net.network, {
    entities: asked.map((id) => net.entityNumber(id)),
    depth,
    limit,
    weight: reading.weight,
    walkable,
    direction: given.direction ?? 'both',
    ...(hubs === undefined ? {} : { hubs }),
  });
  const views = new TraceViews(ground, net, reading, found.relations);
  const ref = (number: number) => ground.views.ref(net.entity(number));
  const [, ...rings] = found.rings;
  return {
    asked: asked.map((id) => ground.views.ref(id)),
    rings: rings.map(({ entities, total }, i) => ({
      depth: i + 1,
      entities: entities.map(ref),
      total,
      leftOut: total - entities.length,
    })),
    relations: found.relations.map((number) => views.views.summary(views.relation(number))).toSorted(strongestFirst),
    relationsLeftOut: found.relationsLeftOut,
    hubs: found.notPassed.map(ref),
    searched,
    options: given,
  };
}

/** Who stands in a relation to each of some entities. Throws a UsageError for options that cannot be met. */
export function commonOf(on: TraceGround, asked: readonly EntityId[], given: CommonOptions): CommonAnswer {
  checkWalk(asked, given, on.known);
  const { limit = 20 } = given;
  checkWhole('limit', limit, 0, MOST_LISTED);
  const distinct = [...new Set(asked)];
  if (distinct.length < 2) throw new UsageError('Name at least two different entities.');
  const { net, ground } = on;
  const reading = net.read(given);
  const { walkable, searched } = net.walk(reading, given);
  const found = commonNeighbours(net.network, {
    entities: distinct.map((id) => net.entityNumber(id)),
    limit,
    weight: reading.weight,
    walkable,
    direction: given.direction ?? 'both',
  });
  const views = new TraceViews(
    ground,
    net,
    reading,
    found.neighbours.flatMap(({ relations }) => relations.flat()),
  );
  const order = distinct.map((id) => found.asked.indexOf(net.entityNumber(id)));
  return {
    asked: distinct.map((id) => ground.views.ref(id)),
    items: found.neighbours.map(({ entity, relations }) => {
      const summaries = order.map((at) =>
        (relations[at] ?? []).map((number) => views.views.summary(views.relation(number))).toSorted(strongestFirst),
      );
      return {
        entity: ground.views.ref(net.entity(entity)),
        relations: summaries,
        belief: summaries.reduce((product, [best]) => product * (best?.belief ?? 0), 1),
      };
    }),
    total: found.total,
    searched,
    options: given,
  };
}

export function checkWhole(name: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new UsageError(`${name} is a whole number from ${least} to ${most}, not ${value}.`);
}

function strongestFirst(a: RelationSummary, b: RelationSummary): number {
  return b.belief - a.belief || byCodePoint(a.id, b.id);
}
