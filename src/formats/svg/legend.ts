import type { Verdict } from '../../evidence/verdict.ts';
import { VERDICT_ORDER, VERDICT_WORDS } from '../../knowledge/words.ts';
import { joined, type Markup, markup } from '../dossier/markup.ts';
import { ALONG_OPACITY, INK, PAGE } from './colours.ts';
import { px } from './geometry.ts';
import { courseBetween, drawLine } from './lines.ts';
import { SHAPE_RADIUS, shapeKind, shapeOf } from './shapes.ts';
import { textWidth } from './text-width.ts';

const SIZE = 12;
const ROW = 24;
const GAP = 22;

function sample(verdict: Verdict, isDenied = false): Markup {
  const ends = { y: 0, radius: 0 };
  const course = courseBetween({ x: -2, ...ends }, { x: 46, ...ends }, { x: 0, y: 0 }, true);
  return drawLine(course, { verdict, forShare: 0.5, arrow: true, isDenied });
}

function kindSign(kind: string): Markup {
  const { outline, icon, colour } = shapeOf(kind);
  const scale = Math.round((9 / SHAPE_RADIUS) * 1000) / 1000;
  return markup`<g class="entity" transform="translate(10 0) scale(${scale})"><path d="${outline}" fill="${colour}"/><path d="${icon}" fill="${PAGE}" transform="scale(0.86)"/></g>`;
}

/** A sign and its word; the sign stands with its middle on the line of `y` 0, from 0 to `signWidth`. */
export interface LegendItem {
  readonly sign: Markup;
  readonly signWidth: number;
  readonly word: string;
}

/** What shapes and lines mean: the kinds that are drawn, and every verdict, each by its line and its word. */
export function legendItems(
  kinds: readonly { readonly id: string; readonly label: string }[],
  hasAlong: boolean,
): readonly LegendItem[] {
  const own = kinds.filter(({ id }) => shapeKind(id) !== 'other');
  const others = kinds.filter(({ id }) => shapeKind(id) === 'other').map(({ label }) => label);
  const faint = markup`<g opacity="${ALONG_OPACITY}">${sample('corroborated')}</g>`;
  return [
    ...own.map(({ id, label }) => ({ sign: kindSign(id), signWidth: 22, word: label })),
    ...(others.length === 0 ? [] : [{ sign: kindSign('other'), signWidth: 22, word: shortList(others) }]),
    ...VERDICT_ORDER.map((verdict) => ({ sign: sample(verdict), signWidth: 52, word: VERDICT_WORDS[verdict] })),
    { sign: sample('corroborated', true), signWidth: 52, word: 'somebody denies it' },
    ...(hasAlong ? [{ sign: faint, signWidth: 52, word: 'fainter: taken along as evidence' }] : []),
  ];
}

/** The items in rows of at most `width`. */
export function drawLegend(
  items: readonly LegendItem[],
  width: number,
): { readonly body: Markup; readonly height: number } {
  let [x, y] = [0, ROW / 2];
  const pieces: Markup[] = [];
  for (const { sign, signWidth, word } of items) {
    const wide = signWidth + 5 + textWidth(word, SIZE);
    if (x > 0 && x + wide > width) [x, y] = [0, y + ROW];
    pieces.push(
      markup`<g transform="translate(${px(x)} ${px(y)})">${sign}<text x="${signWidth + 5}" y="4" font-size="${SIZE}" fill="${INK}">${word}</text></g>`,
    );
    x += wide + GAP;
  }
  return { body: joined(pieces), height: y + ROW / 2 };
}

/** Kinds that share one sign: a file of another tool may have hundreds. */
function shortList(labels: readonly string[]): string {
  const shown = labels.slice(0, 4).join(', ');
  return labels.length > 4 ? `${shown} and ${labels.length - 4} other kinds` : shown;
}
