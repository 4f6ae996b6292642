import { useComputedColorScheme } from '@mantine/core';
import type { OverlayLine } from '../stage/overlay.ts';

/** A line as the graph draws it over the relations. Decorative; the word stands beside it. */
export function LineMark({ line }: { line: OverlayLine }) {
  const theme = useComputedColorScheme('light');
  const colour = line.colour[theme];
  const width = line.size ?? 2;
  const dots = line.verdict === 'unknown';
  return (
    <svg width={30} height={14} viewBox="0 0 30 14" aria-hidden="true" style={{ flex: 'none' }}>
      <line
        x1={2}
        x2={28}
        y1={7}
        y2={7}
        stroke={colour}
        strokeWidth={width}
        strokeLinecap="round"
        strokeDasharray={dots ? `0.1 ${width * 2}` : undefined}
      />
      {line.verdict === 'denied' &&
        [8, 15, 22].map((x) => (
          <path key={x} d={`M${x - 3} 4l6 6m0-6l-6 6`} stroke={colour} strokeWidth={Math.min(width, 1.6)} />
        ))}
    </svg>
  );
}
