import { Text, VisuallyHidden } from '@mantine/core';
import type { FigureView } from '../../knowledge/knowledge-base.ts';
import { bestOverlaps, extentOf, markOf } from './chart-marks.ts';
import { chartRows } from './chart-rows.ts';
import { anchorAt, makeScale, type Scale, spacedTicks } from './chart-scale.ts';
import { findingText, intervalText, tickText } from './figure-words.ts';
import classes from './range-chart.module.css';
import { At, across, RangeMark } from './range-mark.tsx';

/** Characters that the axis of the narrowest panel has room for. */
const ROOM = 40;
/** Rows that a small chart shows before it says how many more there are. */
const MOST_SMALL = 5;

function Axis({ scale }: { scale: Scale }) {
  return (
    <svg className={classes['axis']} aria-hidden="true">
      <line className={classes['base']} x1="0" x2="100%" y1="0.5" y2="0.5" />
      {spacedTicks(scale, tickText, ROOM).map(({ value, place, label }) => (
        <At key={value} share={place} y={0}>
          <path className={classes['base']} d="M0 0V4" />
          <text y={15} textAnchor={anchorAt(place)}>
            {label}
          </text>
        </At>
      ))}
    </svg>
  );
}

/** Where most weight meets, behind all rows. A number is as wide as a line. */
function Band({ from, to }: { from: number; to: number }) {
  const [x, width] = [across(from), across(to - from)];
  return (
    <>
      <rect className={classes['band']} x={x} width={width} y="0" height="100%" />
      <line className={classes['edge']} x1={x} x2={x} y1="0" y2="100%" />
      <line className={classes['edge']} x1={across(to)} x2={across(to)} y1="0" y2="100%" />
    </>
  );
}

interface Props {
  readonly figure: FigureView;
  /** In a list: fewer rows, and neither weights nor median. */
  readonly small?: boolean;
}

/**
 * Who gives which value, a row each, over one axis. Names and values are text beside the drawing, which adds nothing
 * that is not also said in words: whoever cannot see it loses no more than the comparison at a glance.
 */
export function RangeChart({ figure, small = false }: Props) {
  const rows = chartRows(figure);
  if (rows.length === 0) return null;
  const { evidence } = figure;
  const scale = makeScale(extentOf(rows));
  const shown = small && rows.length > MOST_SMALL ? rows.slice(0, MOST_SMALL - 1) : rows;
  // Of a single origin band and median say what its own row says.
  const several = evidence.origins.length > 1;
  const bands = several ? bestOverlaps(evidence).filter(({ origins }) => origins.length > 1) : [];
  const median = several && !small ? evidence.median : undefined;
  const medianAt = median === undefined ? 0 : scale.place(median.value);
  return (
    <figure className={classes['chart']} data-small={small || undefined}>
      <figcaption>
        <VisuallyHidden>
          Who gives which value, over {scale.kind === 'log' ? 'a log scale' : 'a scale from 0'}. {findingText(figure)}.
        </VisuallyHidden>
      </figcaption>
      <div className={classes['plot']}>
        <svg className={classes['ground']} aria-hidden="true">
          {bands.map(({ interval }) => {
            const { from, to } = markOf({ interval, quantity: interval }, scale);
            return <Band key={from} from={from} to={to} />;
          })}
          {median !== undefined && (
            <line className={classes['median']} x1={across(medianAt)} x2={across(medianAt)} y1="0" y2="100%" />
          )}
        </svg>
        <ul className={classes['rows']}>
          {shown.map((row) => (
            <li key={row.key} className={classes['row']}>
              <div className={classes['words']}>
                <span className={classes['names']}>
                  <bdi>{row.names}</bdi>
                </span>
                <span className={classes['value']}>{row.text}</span>
                {(!small || rows.length > 1) && (
                  <span className={classes['notes']}>{[row.interest, ...(small ? [] : row.notes)].join(' · ')}</span>
                )}
              </div>
              <RangeMark mark={markOf(row, scale)} against={row.against} />
            </li>
          ))}
        </ul>
      </div>
      <Axis scale={scale} />
      {median !== undefined && (
        <svg className={classes['axis']} aria-hidden="true">
          <At share={medianAt} y={0}>
            <path className={classes['pointer']} d="M0 1L-4 8H4Z" />
            <text x={medianAt > 0.6 ? -8 : 8} y={10} textAnchor={medianAt > 0.6 ? 'end' : 'start'}>
              lower median {tickText(median.value)}
            </text>
          </At>
        </svg>
      )}
      {(scale.kind === 'log' || shown.length < rows.length || (!small && bands.length > 0)) && (
        <Text size="xs" c="dimmed" className={classes['foot']}>
          {[
            ...(shown.length < rows.length ? [`and ${rows.length - shown.length} more`] : []),
            ...(scale.kind === 'log' ? ['log scale'] : []),
            ...(small
              ? []
              : bands.map(
                  ({ interval, origins }) =>
                    `shaded: ${intervalText(interval, figure.unit)}, where ${origins.length} of ${evidence.origins.length} origins meet`,
                )),
          ].join(' · ')}
        </Text>
      )}
    </figure>
  );
}
