import type { ReactNode } from 'react';
import type { End, Mark } from './chart-marks.ts';
import classes from './range-chart.module.css';

/** Half the height of a strip. */
const MIDDLE = 9;

/** A share of the axis as SVG takes it: the chart is as wide as its panel without ever being measured. */
export function across(share: number): string {
  return `${Number((share * 100).toFixed(3))}%`;
}

/** Puts a shape of fixed size at a share of the axis. */
export function At({ share, y = MIDDLE, children }: { share: number; y?: number; children: ReactNode }) {
  return (
    <svg x={across(share)} y={y} width={1} height={1} overflow="visible" aria-hidden="true">
      {children}
    </svg>
  );
}

function LineEnd({ end, share, side }: { end: End; share: number; side: -1 | 1 }) {
  if (end === 'dot') return null;
  return (
    <At share={share}>
      {end === 'cap' ? (
        <path className={classes['stroke']} d="M0 -5V5" />
      ) : (
        <path className={classes['stroke']} d={`M0 0H${8 * side}M${3 * side} -5L${8.5 * side} 0L${3 * side} 5`} />
      )}
    </At>
  );
}

interface Props {
  readonly mark: Mark;
  readonly against: boolean;
  /** Shares at which a thin line crosses the row: ends of the band, and the median. */
  readonly edges: readonly number[];
  readonly median: number | undefined;
}

/** What one row says, as a line over the axis: dots where a number was stated, arrows where there is no end. */
export function RangeMark({ mark: { from, to, fromEnd, toEnd, dots }, against, edges, median }: Props) {
  return (
    <svg className={classes['strip']} data-against={against || undefined} aria-hidden="true">
      <line className={classes['rail']} x1="0" x2="100%" y1={MIDDLE} y2={MIDDLE} />
      {edges.map((edge) => (
        <line key={edge} className={classes['edge']} x1={across(edge)} x2={across(edge)} y1="0" y2="100%" />
      ))}
      {median !== undefined && (
        <line className={classes['median']} x1={across(median)} x2={across(median)} y1="0" y2="100%" />
      )}
      <line className={classes['line']} x1={across(from)} x2={across(to)} y1={MIDDLE} y2={MIDDLE} />
      <LineEnd end={fromEnd} share={from} side={-1} />
      <LineEnd end={toEnd} share={to} side={1} />
      {dots.map((dot) => (
        <At key={dot} share={dot}>
          {against ? (
            <path className={classes['cross']} d="M-4.5 -4.5L4.5 4.5M-4.5 4.5L4.5 -4.5" />
          ) : (
            <circle className={classes['dot']} r={4.5} />
          )}
        </At>
      ))}
    </svg>
  );
}
