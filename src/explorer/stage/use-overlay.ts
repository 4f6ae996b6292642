import { useComparedOverlay } from '../compare/use-compared.ts';
import { useLeftOutOverlay } from '../leave-out/use-left-out.ts';
import { useView } from '../state/use-view.ts';
import { useTraceOverlay } from '../trace/use-trace-overlay.ts';
import type { Overlay } from './overlay.ts';

/** What the open panel draws over the graph, if it draws anything. */
export function useOverlay(): Overlay | undefined {
  const { panel } = useView();
  const compared = useComparedOverlay(panel === 'compare');
  const leftOut = useLeftOutOverlay(panel === 'leave-out');
  const traced = useTraceOverlay(panel === 'trace');
  return compared ?? leftOut ?? traced;
}
