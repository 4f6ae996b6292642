import { useComputedColorScheme } from '@mantine/core';
import type { Change } from '../../evidence/fusion.ts';
import { CHANGE_LINES } from './change-lines.ts';

/** The line that a change is drawn with over the graph; what holds is not drawn. Decorative: the word stands beside it. */
export function ChangeSwatch({ change }: { change: Change }) {
  const theme = useComputedColorScheme('light');
  const line = change === 'holds' ? undefined : CHANGE_LINES[change];
  return (
    <svg width={24} height={10} viewBox="0 0 24 10" aria-hidden="true">
      {line !== undefined && (
        <line
          x1={2}
          x2={22}
          y1={5}
          y2={5}
          stroke={line.colour[theme]}
          strokeWidth={line.size}
          strokeLinecap="round"
          strokeDasharray={line.verdict === 'unknown' ? '0.1 5' : undefined}
        />
      )}
    </svg>
  );
}
