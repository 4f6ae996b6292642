import { useComparedOverlay } from '../compare/use-compared.ts';
import { useLeftOutOverlay } from '../leave-out/use-left-out.ts';
import { useView } from '../state/use-view.ts';
import type { Overlay } from './overlay.ts';

/** What the open panel draws over the graph, if it draws anything. */
export function useOverlay(): Overlay | undefined {
  const { panel } = useView();
  const compared = useComparedOverlay(panel === 'compare');
  const leftOut = useLeftOutOverlay(panel === 'leave-out');
  return compared ?? leftOut;
}
