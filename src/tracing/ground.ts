import type { Direction, Network } from './network.ts';

/** An entity that a path may not come to: a source, or one that it has left already. */
export const CLOSED = 1;
/** An entity that a path ends at. */
export const TARGET = 2;

/**
 * The rows of arcs that one side of a search walks. Part p of the row of entity n stands in
 * `edges[p][n] … edges[p + 1][n]`, and the parts follow each other.
 */
export interface Rows {
  readonly edges: readonly Uint32Array[];
  /** Where the row of an entity begins and where it ends: the first and the last of `edges`. */
  readonly start: Uint32Array;
  readonly stop: Uint32Array;
  /** Whether each part is sorted by weight. */
  readonly sorted: boolean;
  /** An entity with as few arcs as this can only be an end of a path, not passed through. */
  readonly deadEnd: number;
}

/** What one search runs over. */
export interface Ground {
  readonly network: Network;
  readonly weight: Float64Array;
  /** Per relation 1 where it may be walked; absent: all. */
  readonly walkable: Uint8Array | undefined;
  /** Per entity 1 where it may not be passed through; absent: none. */
  readonly avoid: Uint8Array | undefined;
  /** Walked from the sources. */
  readonly forward: Rows;
  /** Walked from the targets. */
  readonly backward: Rows;
  /** Per entity {@link CLOSED}, {@link TARGET}, or 0 where it may be passed through. */
  readonly ends: Uint8Array;
  /** What is {@link CLOSED}, the sources among it. */
  readonly closed: readonly number[];
  readonly sources: readonly number[];
  readonly targets: readonly number[];
}

/**
 * The rows for a direction. By the weights of the network they are walked in parts that are sorted; by any other weights
 * a row is one part in no order of use.
 */
export function rowsFor(network: Network, direction: Direction, weight: Float64Array): Rows {
  const { first, symmetricFrom, againstFrom } = network;
  const past = first.subarray(1);
  const start = direction === 'against' ? symmetricFrom : first;
  const stop = direction === 'along' ? againstFrom : past;
  const sorted = weight === network.weight;
  const between =
    direction === 'both' ? [symmetricFrom, againstFrom] : direction === 'along' ? [symmetricFrom] : [againstFrom];
  return {
    edges: sorted ? [start, ...between, stop] : [start, stop],
    start,
    stop,
    sorted,
    deadEnd: direction === 'both' ? 1 : 0,
  };
}

/** The direction that the same relations are walked in when searched from the targets. */
export function reversed(direction: Direction): Direction {
  if (direction === 'both') return 'both';
  return direction === 'along' ? 'against' : 'along';
}
