import { Text, VisuallyHidden } from '@mantine/core';
import type { FigureEvidence, Overlap } from '../../evidence/figures.ts';
import type { FigureView } from '../../knowledge/knowledge-base.ts';
import { bestOverlaps, extentOf, markOf } from './chart-marks.ts';
import { chartRows } from './chart-rows.ts';
import { makeScale, type Scale, spacedTicks } from './chart-scale.ts';
import { findingText, intervalText, tickText } from './figure-words.ts';
import classes from './range-chart.module.css';
import { At, across, RangeMark } from './range-mark.tsx';

/** Characters that the axis of the narrowest panel has room for. */
const ROOM = 40;
/** Rows that a small chart shows before it says how many more there are. */
const MOST_SMALL = 5;
const MOST_BANDS = 3;
/** Past so many rows the axis stands above them, too. */
const LONG = 8;

function Axis({ scale }: { scale: Scale }) {
  return (
    <svg className={classes['axis']} aria-hidden="true">
      <line className={classes['base']} x1="0" x2="100%" y1="0.5" y2="0.5" />
      {spacedTicks(scale, tickText, ROOM).map(({ value, place, anchor, label }) => (
        <At key={value} share={place} y={0}>
          <path className={classes['base']} d="M0 0V4" />
          <text y={15} textAnchor={anchor}>
            {label}
          </text>
        </At>
      ))}
    </svg>
  );
}

function MedianLabel({ share, text }: { share: number; text: string }) {
  const left = share > 0.6;
  return (
    <svg className={classes['axis']} aria-hidden="true">
      <At share={share} y={0}>
        <path className={classes['pointer']} d="M0 1L-4 8H4Z" />
        <text x={left ? -8 : 8} y={10} textAnchor={left ? 'end' : 'start'}>
          {text}
        </text>
      </At>
    </svg>
  );
}

/** Where origins meet. Where that is in many places alike, shading says nothing; the text beside the chart counts them. */
function shownOverlaps(evidence: FigureEvidence): readonly Overlap[] {
  const overlaps = bestOverlaps(evidence).filter(({ origins }) => origins.length > 1);
  return overlaps.length > MOST_BANDS ? [] : overlaps;
}

function shadedText({ interval, origins }: Overlap, { unit, evidence }: FigureView): string {
  return `shaded: ${intervalText(interval, unit)}, where ${origins.length} of ${evidence.origins.length} origins meet`;
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
  const shown = small && rows.length > MOST_SMALL ? chartRows(figure, MOST_SMALL - 1) : rows;
  // Of a single origin band and median say what its own row says.
  const several = evidence.origins.length > 1;
  const overlaps = several ? shownOverlaps(evidence) : [];
  const bands = overlaps.map(({ interval }) => markOf({ interval, quantity: interval }, scale));
  const edges = [...new Set(bands.flatMap(({ from, to }) => [from, to]))];
  // Of two, the lower median is the lower one: a mark there would look as if it were favoured.
  const median = evidence.origins.length > 2 && !small ? evidence.median : undefined;
  const medianAt = median === undefined ? undefined : scale.place(median.value);
  const foot = [
    ...(shown.length < rows.length ? [`and ${rows.length - shown.length} more`] : []),
    ...(scale.kind === 'log' ? ['log scale'] : []),
    ...(small ? [] : overlaps.map((overlap) => shadedText(overlap, figure))),
  ];
  return (
    <figure className={classes['chart']} data-small={small || undefined}>
      <figcaption>
        <VisuallyHidden>
          Who gives which value, over {scale.kind === 'log' ? 'a log scale' : 'a scale from 0'}. {findingText(figure)}.
        </VisuallyHidden>
      </figcaption>
      {/* In a long chart the axis below is out of sight where reading begins. */}
      {shown.length > LONG && <Axis scale={scale} />}
      <div className={classes['plot']}>
        <svg className={classes['ground']} aria-hidden="true">
          {bands.map(({ from, to }) => (
            <rect
              key={from}
              className={classes['band']}
              x={across(from)}
              width={across(to - from)}
              y="0"
              height="100%"
            />
          ))}
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
              <RangeMark mark={markOf(row, scale)} against={row.against} edges={edges} median={medianAt} />
            </li>
          ))}
        </ul>
      </div>
      <Axis scale={scale} />
      {median !== undefined && medianAt !== undefined && (
        <MedianLabel share={medianAt} text={`lower median ${tickText(median.value)}`} />
      )}
      {foot.length > 0 && (
        <Text size="xs" c="dimmed" className={classes['foot']}>
          {foot.join(' · ')}
        </Text>
      )}
    </figure>
  );
}
