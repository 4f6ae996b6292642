import { useComputedColorScheme } from '@mantine/core';
import type { Overlay } from '../stage/overlay.ts';
import classes from './legend.module.css';

/** The key to what a question draws over the graph. */
export function OverlayLegend({ overlay }: { overlay: Overlay }) {
  const theme = useComputedColorScheme('light');
  return (
    <div className={classes['overlay']} data-testid="overlay-legend">
      <b>{overlay.title}</b>
      {overlay.key.map(({ label, line, count }) => (
        <span key={label}>
          <svg width="22" height="8" aria-hidden="true">
            <line
              x1="1"
              x2="21"
              y1="4"
              y2="4"
              stroke={line.colour[theme]}
              strokeWidth={line.size ?? 2.5}
              strokeDasharray={line.verdict === 'unknown' ? '2 4' : undefined}
            />
            {line.verdict === 'denied' && (
              <path d="M5 1l5 6m0 -6l-5 6M13 1l5 6m0 -6l-5 6" stroke={line.colour[theme]} strokeWidth="1.2" />
            )}
          </svg>{' '}
          {label} {count}
        </span>
      ))}
    </div>
  );
}
