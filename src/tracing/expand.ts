import { bestOf } from './best-of.ts';
import type { Direction, Network } from './network.ts';
import { arcWeights, askedEntities, checkCount, rowEnd, rowStart, type Walking } from './rows.ts';

export interface ExpandQuery extends Walking {
  readonly entities: readonly number[];
  /** How many hops away; 0 gives the asked entities and the relations among them. */
  readonly depth: number;
  /** Most entities beside those asked for. */
  readonly limit: number;
  /** Which way relations are walked from the asked entities on; default both. */
  readonly direction?: Direction;
  /** Per entity 1 where it is shown but not passed through; the asked ones always are. */
  readonly avoid?: Uint8Array;
  /** An entity with more walkable relations than this (counted either way) is shown but not passed through. */
  readonly hubs?: number;
}

/** The entities of one distance, in hops, from the nearest of those asked for. */
export interface Ring {
  /** Those shown, best first: least weight of a way of so many hops, then number. */
  readonly entities: readonly number[];
  /** How many there are. */
  readonly total: number;
}

export interface Expansion {
  /**
   * `rings[d]` is d hops away; the first holds the asked entities. They end where nothing more is reached, or with the
   * first that does not fit whole: what is beyond that one was not looked at.
   */
  readonly rings: readonly Ring[];
  /** All walkable relations between entities shown, whatever the direction asked for, in order. */
  readonly relations: readonly number[];
  /** Walkable relations between an entity shown and one that the limit left out. */
  readonly relationsLeftOut: number;
  /** Entities shown at less than the full depth that were not passed through, in order. */
  readonly notPassed: readonly number[];
}

const UNSEEN = 0;
const LEFT_OUT = 0xffff_ffff;

/**
 * The neighbourhood of entities by depth, nearest ring first, within a ring by the least weight of a way that comes one
 * ring nearer with every hop.
 *
 * Looks at the arcs of what is shown only, so the work is that of their degrees, plus zeroed memory of 12 bytes per
 * entity of the network. Throws RangeError for an entity, depth, limit or hub size that is none.
 */
export function expand(network: Network, query: ExpandQuery): Expansion {
  const { depth, limit, direction = 'both', avoid, hubs = Number.POSITIVE_INFINITY } = query;
  checkCount('depth', depth);
  checkCount('limit', limit);
  checkCount('the size of a hub', hubs);
  const asked = askedEntities(network, query.entities);
  const weightOf = arcWeights(network, query);
  /** The ring of an entity, from 1; or one of the constants above. */
  const ringOf = new Uint32Array(network.entities);
  const weight = new Float64Array(network.entities);
  for (const entity of asked) ringOf[entity] = 1;
  const rings: Ring[] = [{ entities: asked, total: asked.length }];
  const notPassed: number[] = [];
  let room = limit;
  for (let ring = asked, hops = 1; hops <= depth && ring.length > 0; hops++) {
    const reached: number[] = [];
    for (const entity of ring) {
      if (hops > 1 && (avoid?.[entity] === 1 || hasMoreThan(network, entity, hubs, weightOf))) {
        notPassed.push(entity);
        continue;
      }
      const end = rowEnd(network, entity, direction);
      for (let arc = rowStart(network, entity, direction); arc < end; arc++) {
        const through = (weight[entity] ?? 0) + weightOf(arc);
        if (through === Number.POSITIVE_INFINITY) continue;
        const head = network.head[arc] ?? 0;
        if (ringOf[head] === UNSEEN) {
          ringOf[head] = hops + 1;
          weight[head] = through;
          reached.push(head);
        } else if (ringOf[head] === hops + 1 && through < (weight[head] ?? 0)) {
          weight[head] = through;
        }
      }
    }
    if (reached.length === 0) break;
    const shown = bestOf(reached, (entity) => weight[entity] ?? 0, room);
    rings.push({ entities: shown, total: reached.length });
    if (shown.length < reached.length) {
      for (const entity of reached) ringOf[entity] = LEFT_OUT;
      for (const entity of shown) ringOf[entity] = hops + 1;
      break;
    }
    room -= shown.length;
    ring = shown;
  }
  return {
    rings,
    ...relationsAmong(
      network,
      rings.flatMap((ring) => ring.entities),
      ringOf,
      weightOf,
    ),
    notPassed: notPassed.sort((a, b) => a - b),
  };
}

/** Whether an entity has more than `most` walkable relations; counts no further than that. */
function hasMoreThan(network: Network, entity: number, most: number, weightOf: (arc: number) => number): boolean {
  const end = rowEnd(network, entity, 'both');
  const start = rowStart(network, entity, 'both');
  if (end - start <= most) return false;
  let count = 0;
  for (let arc = start; arc < end; arc++) {
    if (weightOf(arc) < Number.POSITIVE_INFINITY) count += 1;
    if (count > most) return true;
  }
  return false;
}

function relationsAmong(
  network: Network,
  shown: readonly number[],
  ringOf: Uint32Array,
  weightOf: (arc: number) => number,
): { relations: number[]; relationsLeftOut: number } {
  const relations: number[] = [];
  let relationsLeftOut = 0;
  for (const entity of shown) {
    const end = rowEnd(network, entity, 'both');
    for (let arc = rowStart(network, entity, 'both'); arc < end; arc++) {
      const head = network.head[arc] ?? 0;
      if (ringOf[head] === UNSEEN || weightOf(arc) === Number.POSITIVE_INFINITY) continue;
      if (ringOf[head] === LEFT_OUT) relationsLeftOut += 1;
      // Every relation stands in the rows of both its ends: it is taken at the first.
      else if (entity < head) relations.push(network.relation[arc] ?? 0);
    }
  }
  return { relations: relations.sort((a, b) => a - b), relationsLeftOut };
}
