import { useMemo } from 'react';
import type { Without } from '../../knowledge/knowledge-base.ts';
import { CHANGE_WORDS, listNames } from '../../knowledge/words.ts';
import type { Overlay, OverlayLine } from '../stage/overlay.ts';
import { useView } from '../state/use-view.ts';
import { CHANGE_LINES, MOVES } from './change-lines.ts';
import { useWithout } from './use-without.ts';

/** What collapses, weakens and rises without the voices that are left out, drawn over the graph. */
export function useLeftOutOverlay(enabled: boolean): Overlay | undefined {
  const { without } = useView();
  const { data, isError } = useWithout(enabled);
  const shown = enabled && without.length > 0 && !isError ? data : undefined;
  return useMemo(() => (shown === undefined ? undefined : overlayOf(shown)), [shown]);
}

function overlayOf({ voices, changes }: Without): Overlay {
  // Something that is said of one entity alone is no line; the panel counts and lists it.
  const drawn = changes.filter(({ relation }) => relation.object !== undefined);
  const lines = new Map<string, OverlayLine>();
  for (const { relation, change, after } of drawn) {
    if (change !== 'holds') lines.set(relation.id, { ...CHANGE_LINES[change], verdict: after.verdict });
  }
  return {
    title: `Without ${listNames(voices.map((voice) => voice.name))}`,
    lines,
    key: MOVES.map((change) => ({
      label: CHANGE_WORDS[change],
      line: CHANGE_LINES[change],
      count: drawn.filter((entry) => entry.change === change).length,
    })),
  };
}
