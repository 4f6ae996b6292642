import { useMemo } from 'react';
import type { Overlay } from '../stage/overlay.ts';
import { useView } from '../state/use-view.ts';
import { COMPARE_LINES, compareTraces } from './answers/compare-lines.ts';
import { useTraceAnswer } from './use-trace-answer.ts';

/** Two traces that are set side by side, drawn over the graph. */
export function useTraceOverlay(enabled: boolean): Overlay | undefined {
  const { chosen, beside } = useView().trace;
  const { answered } = useTraceAnswer(enabled);
  const traces = answered?.kind === 'trace' ? answered.answer.traces : [];
  const [first, second] = [traces[chosen], beside === undefined ? undefined : traces[beside]];
  return useMemo(() => {
    if (!enabled || first === undefined || second === undefined || beside === undefined) return undefined;
    const hops = compareTraces(first, second);
    const groups = [
      { label: 'in both:', key: 'both' },
      { label: `only in trace ${chosen + 1}:`, key: 'first' },
      { label: `only in trace ${beside + 1}:`, key: 'second' },
    ] as const;
    return {
      title: `Trace ${chosen + 1} beside trace ${beside + 1}:`,
      lines: new Map(
        groups.flatMap(({ key }) => hops[key].map(({ relation }) => [relation.id, COMPARE_LINES[key]] as const)),
      ),
      key: groups.flatMap(({ label, key }) =>
        hops[key].length === 0 ? [] : [{ label, line: COMPARE_LINES[key], count: hops[key].length }],
      ),
    };
  }, [enabled, first, second, chosen, beside]);
}
