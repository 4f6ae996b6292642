import { bestOf } from './best-of.ts';
import type { Direction, Network } from './network.ts';
import { arcWeights, askedEntities, checkCount, rowEnd, rowStart, type Walking } from './rows.ts';

export interface NeighboursQuery extends Walking {
  /** Two or more; one asked for twice counts once. With one alone its own neighbours are told, with none nothing. */
  readonly entities: readonly number[];
  /** Most neighbours told. */
  readonly limit: number;
  /** Which way relations are walked from each asked entity; default both. */
  readonly direction?: Direction;
}

export interface CommonNeighbour {
  readonly entity: number;
  /** For each asked entity, in order of `asked`, the relations that join it to this one, in order. */
  readonly relations: readonly (readonly number[])[];
  /** Sum of the least weights, one per asked entity. */
  readonly weight: number;
}

export interface CommonNeighbours {
  /** The asked entities, each once, in order. */
  readonly asked: readonly number[];
  /** Least weight first, then by number; at most as many as the limit allows. */
  readonly neighbours: readonly CommonNeighbour[];
  /** How many there are. */
  readonly total: number;
}

/**
 * Entities that a walkable relation joins to each of the asked ones. An asked entity is none of them: no relation of an
 * entity with itself is walked. Looks at the arcs of the asked entities only, a few times. Throws RangeError for an
 * entity or limit that is none.
 */
export function commonNeighbours(network: Network, query: NeighboursQuery): CommonNeighbours {
  const { limit, direction = 'both' } = query;
  checkCount('limit', limit);
  const asked = askedEntities(network, query.entities);
  const weightOf = arcWeights(network, query);
  const arcsFrom = function* (entity: number): Generator<number> {
    const end = rowEnd(network, entity, direction);
    for (let arc = rowStart(network, entity, direction); arc < end; arc++) {
      if (weightOf(arc) < Number.POSITIVE_INFINITY) yield arc;
    }
  };
  const headOf = (arc: number): number => network.head[arc] ?? 0;

  /** To how many of the asked entities, counted from the first without a gap, an entity is joined. */
  const joined = new Uint32Array(network.entities);
  const common: number[] = [];
  for (const [i, entity] of asked.entries()) {
    for (const arc of arcsFrom(entity)) {
      const head = headOf(arc);
      if (joined[head] !== i) continue;
      joined[head] = i + 1;
      if (i + 1 === asked.length) common.push(head);
    }
  }

  const placeOf = new Map(common.map((entity, place) => [entity, place]));
  const total = new Float64Array(common.length);
  for (const entity of asked) {
    const least = new Float64Array(common.length).fill(Number.POSITIVE_INFINITY);
    for (const arc of arcsFrom(entity)) {
      const place = placeOf.get(headOf(arc));
      if (place !== undefined) least[place] = Math.min(least[place] ?? 0, weightOf(arc));
    }
    for (let place = 0; place < least.length; place++) total[place] = (total[place] ?? 0) + (least[place] ?? 0);
  }

  const weightOfAll = (entity: number): number => total[placeOf.get(entity) ?? 0] ?? 0;
  const neighbours = bestOf(common, weightOfAll, limit).map((entity) => ({
    entity,
    relations: asked.map((): number[] => []),
    weight: weightOfAll(entity),
  }));
  const told = new Map(neighbours.map((neighbour) => [neighbour.entity, neighbour]));
  for (const [i, entity] of asked.entries()) {
    for (const arc of arcsFrom(entity)) told.get(headOf(arc))?.relations[i]?.push(network.relation[arc] ?? 0);
  }
  for (const { relations } of neighbours) for (const list of relations) list.sort((a, b) => a - b);
  return { asked, neighbours, total: common.length };
}
