import type { Theme } from './drawn-graph.ts';
import { GRAPH_COLOURS, withAlpha } from './graph-colours.ts';

export const LABEL_FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", Arial, sans-serif';
/** Of a node's label, in CSS pixels. */
export const FONT_SIZE = 12;
const LONGEST_LABEL = 32;

const graphemes = new Intl.Segmenter();

/** The label cut to 32 characters as readers see them, the last an ellipsis. */
export function shortLabel(label: string): string {
  if (label.length <= LONGEST_LABEL) return label;
  const characters = Array.from(graphemes.segment(label), ({ segment }) => segment);
  if (characters.length <= LONGEST_LABEL) return label;
  const kept = characters.slice(0, LONGEST_LABEL - 1).join('');
  return `${kept.trimEnd()}…`;
}

/** A canvas font: labels are medium or semi-bold sans-serif. */
export function fontOf(bold: boolean, size = FONT_SIZE): string {
  return `${bold ? 600 : 500} ${size}px ${LABEL_FONT}`;
}

/** Text from `x` on, centred on `y`, with a halo in the colour of the page so that it can be read across lines. */
export function write(context: CanvasRenderingContext2D, text: string, x: number, y: number, theme: Theme): void {
  const { page, text: ink } = GRAPH_COLOURS[theme];
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = withAlpha(page, 0.88);
  context.strokeText(text, x, y);
  context.fillStyle = ink;
  context.fillText(text, x, y);
}
