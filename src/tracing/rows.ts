import type { Direction, Network } from './network.ts';

/** Which arcs of a network may be walked, and what they weigh. */
export interface Walking {
  /** Weight per arc; absent: that of the network. An arc of infinite weight is never walked. */
  readonly weight?: Float64Array;
  /** Per relation 1 where it may be walked; absent: all. */
  readonly walkable?: Uint8Array;
}

/** The arcs of an entity that lead in a direction stand in `rowStart … rowEnd`. */
export function rowStart(network: Network, entity: number, direction: Direction): number {
  return (direction === 'against' ? network.symmetricFrom[entity] : network.first[entity]) ?? 0;
}

export function rowEnd(network: Network, entity: number, direction: Direction): number {
  return (direction === 'along' ? network.againstFrom[entity] : network.first[entity + 1]) ?? 0;
}

/** What an arc weighs; infinite where it may not be walked. */
export function arcWeights(network: Network, walking: Walking): (arc: number) => number {
  const { weight = network.weight, walkable } = walking;
  if (walkable === undefined) return (arc) => weight[arc] ?? Number.POSITIVE_INFINITY;
  return (arc) =>
    walkable[network.relation[arc] ?? 0] === 1 ? (weight[arc] ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
}

/** The entities asked for, each once and in order. Throws RangeError for a number that is none. */
export function askedEntities(network: Network, entities: readonly number[]): number[] {
  for (const entity of entities) {
    if (!(Number.isInteger(entity) && entity >= 0 && entity < network.entities)) {
      throw new RangeError(`entities are numbered from 0 to ${network.entities - 1}, got ${entity}`);
    }
  }
  return [...new Set(entities)].sort((a, b) => a - b);
}

/** Throws RangeError for what is no count. */
export function checkCount(name: string, count: number): void {
  if (!(count >= 0)) throw new RangeError(`${name} is a number from 0, got ${count}`);
}
