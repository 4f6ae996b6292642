import type { Overlay } from '../stage/overlay.ts';

/** The two tellings that are compared, drawn over the graph. */
export function useComparedOverlay(_enabled: boolean): Overlay | undefined {
  return undefined;
}
