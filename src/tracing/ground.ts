import type { Direction, Network } from './network.ts';

/** An entity that a path may not come to: a source, or one that it has left already. */
export const CLOSED = 1;
/** An entity that a path ends at. */
export const TARGET = 2;

/** The rows of arcs that one side of a search walks: those of entity n stand in `start[n] … stop[n]`. */
export interface Rows {
  readonly start: Uint32Array;
  readonly stop: Uint32Array;
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
  readonly sources: readonly number[];
  readonly targets: readonly number[];
}

/** The rows for a direction. */
export function rowsFor(network: Network, direction: Direction): Rows {
  const past = network.first.subarray(1);
  if (direction === 'both') return { start: network.first, stop: past, deadEnd: 1 };
  if (direction === 'along') return { start: network.first, stop: network.againstFrom, deadEnd: 0 };
  return { start: network.symmetricFrom, stop: past, deadEnd: 0 };
}

/** The direction that the same relations are walked in when searched from the targets. */
export function reversed(direction: Direction): Direction {
  if (direction === 'both') return 'both';
  return direction === 'along' ? 'against' : 'along';
}
