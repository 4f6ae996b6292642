import type { NodeHoverDrawingFunction } from 'sigma/rendering';
import type { DrawnEdge, DrawnNode, Theme } from './drawn-graph.ts';
import { GRAPH_COLOURS, withAlpha } from './graph-colours.ts';
import { FONT_SIZE, fontOf } from './label-text.ts';

/** Of the card that shows the full label, in CSS pixels. */
const CARD = { height: 26, padding: 8, corner: 6 };

/** A ring round the node under the mouse and its full label on a card, inside the canvas wherever the node stands. */
export function createHoverDrawer(theme: () => Theme): NodeHoverDrawingFunction<DrawnNode, DrawnEdge> {
  return (context, { x, y, size, label }) => {
    const { page, text } = GRAPH_COLOURS[theme()];
    context.save();
    context.lineWidth = 2;
    context.strokeStyle = text;
    context.fillStyle = page;
    context.beginPath();
    context.arc(x, y, size * 1.2 + 3, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
    if (label) {
      context.font = fontOf(true, FONT_SIZE + 1);
      const width = context.measureText(label).width + 2 * CARD.padding;
      const away = size * 1.2 + 9;
      const room = context.canvas.clientWidth;
      const fitsRight = x + away + width <= room;
      const fitsLeft = x - away - width >= 0;
      // Beside the node, else below it.
      const left = fitsRight ? x + away : fitsLeft ? x - away - width : Math.max(0, Math.min(x, room - width));
      const top = fitsRight || fitsLeft ? y - CARD.height / 2 : y + away;
      context.shadowColor = 'rgba(0, 0, 0, 0.35)';
      context.shadowBlur = 8;
      context.shadowOffsetY = 1;
      context.beginPath();
      context.roundRect(left, top, width, CARD.height, CARD.corner);
      context.fill();
      context.shadowColor = 'transparent';
      context.lineWidth = 1;
      context.strokeStyle = withAlpha(text, 0.35);
      context.stroke();
      context.fillStyle = text;
      context.textBaseline = 'middle';
      context.textAlign = 'left';
      context.fillText(label, left + CARD.padding, top + CARD.height / 2 + 0.5);
    }
    context.restore();
  };
}
