import type { Overlay } from '../stage/overlay.ts';

/** What collapses, weakens and rises without the voices that are left out, drawn over the graph. */
export function useLeftOutOverlay(_enabled: boolean): Overlay | undefined {
  return undefined;
}
