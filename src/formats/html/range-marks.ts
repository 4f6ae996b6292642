import { number } from '../../knowledge/words.ts';
import type { FigureRowEntry } from '../dossier/dossier.ts';
import { type Markup, markup } from '../dossier/markup.ts';
import { px } from '../svg/geometry.ts';

const WIDTH = 170;
const HEIGHT = 14;
/** Room at the ends for dots and arrows. */
const PAD = 16;
/** Values that are farther apart than this are set on a logarithmic axis (EVIDENCE, Display). */
const WIDEST = 20;

/** One axis for all values of a figure. */
interface Axis {
  /** "34 to 171", with "logarithmic" where it is. */
  readonly title: string;
  at(value: number): number;
}

function axisOf(rows: readonly FigureRowEntry[]): Axis | undefined {
  const bounds = rows
    .flatMap(({ min, max }) => [min, max].filter((bound) => bound !== undefined))
    .sort((a, b) => a - b);
  const [low, high] = [bounds[0], bounds.at(-1)];
  if (low === undefined || high === undefined) return undefined;
  const log = low > 0 && high / low > WIDEST;
  const scale = log ? Math.log : (value: number): number => value;
  const span = scale(high) - scale(low);
  return {
    title: low === high ? number(low) : `${number(low)} to ${number(high)}${log ? ', logarithmic' : ''}`,
    at: (value) => PAD + (span === 0 ? 0.5 : (scale(value) - scale(low)) / span) * (WIDTH - 2 * PAD),
  };
}

function mark({ min, max }: FigureRowEntry, axis: Axis): Markup {
  const y = HEIGHT / 2;
  const [from, to] = [
    min === undefined ? undefined : px(axis.at(min)),
    max === undefined ? undefined : px(axis.at(max)),
  ];
  const dots = [...new Set([from, to])].flatMap((x) =>
    x === undefined ? [] : [markup`<circle cx="${x}" cy="${y}" r="4"/>`],
  );
  // An end that is open runs off the axis with an arrow.
  const left = from ?? 1;
  const right = to ?? WIDTH - 1;
  const arrows = [
    ...(to === undefined
      ? [markup`<path d="M${right - 5} ${y - 4}L${right} ${y}L${right - 5} ${y + 4}" fill="none"/>`]
      : []),
    ...(from === undefined
      ? [markup`<path d="M${left + 5} ${y - 4}L${left} ${y}L${left + 5} ${y + 4}" fill="none"/>`]
      : []),
  ];
  return markup`<svg class="range" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" aria-hidden="true"><path class="axis" d="M0 ${y}H${WIDTH}"/><path d="M${left} ${y}H${right}" stroke-width="3"/>${dots}${arrows}</svg>`;
}

/** What each origin gives, drawn on one axis beside its words; nothing where there is no number to draw. */
export function rangeMarks(
  rows: readonly FigureRowEntry[],
): { readonly title: string; readonly marks: readonly Markup[] } | undefined {
  const axis = axisOf(rows);
  return axis === undefined ? undefined : { title: axis.title, marks: rows.map((row) => mark(row, axis)) };
}
