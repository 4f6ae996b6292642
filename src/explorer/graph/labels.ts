import type Sigma from 'sigma';
import type { EdgeLabelDrawingFunction, NodeHoverDrawingFunction, NodeLabelDrawingFunction } from 'sigma/rendering';
import { numberOf, textOf } from './display-data.ts';
import type { DrawnEdge, DrawnNode, Theme } from './drawn-graph.ts';
import { bowOf } from './fan.ts';
import { FONT_SIZE, fontOf, shortLabel, write } from './label-text.ts';
import { createHoverDrawer } from './node-hover.ts';
import { Occupancy, type Rectangle } from './occupancy.ts';

/** Most nodes for which labels keep clear of the pictures; above it they keep clear only of each other. */
const MOST_OBSTACLES = 3000;
/** Height of a label's place in CSS pixels. */
const LINE = FONT_SIZE + 4;

/** A label that sigma proposes to draw in this frame; sizes and places in CSS pixels from the top left. */
interface Wish {
  readonly key: string;
  readonly text: string;
  readonly font: string;
  readonly x: number;
  readonly y: number;
  /** Of the node, as drawn. */
  readonly radius: number;
  /** 2 may cover others if it must, 1 may cover nodes, 0 covers nothing. */
  readonly rank: 0 | 1 | 2;
}

/** A label along an edge; it is written only where it covers nothing. */
interface EdgeWish extends Omit<Wish, 'radius' | 'rank'> {
  readonly angle: number;
  readonly width: number;
}

/** What sigma is given to draw labels with. */
export interface LabelPainter {
  readonly drawNodeLabel: NodeLabelDrawingFunction<DrawnNode, DrawnEdge>;
  readonly drawNodeHover: NodeHoverDrawingFunction<DrawnNode, DrawnEdge>;
  readonly drawEdgeLabel: EdgeLabelDrawingFunction<DrawnNode, DrawnEdge>;
  /** Must be called once with the sigma that the painter serves; returns what undoes it. */
  attach(sigma: Sigma<DrawnNode, DrawnEdge>): () => void;
}

/** Where a label may stand: right, below, above, left, in order of preference. */
function standings({ x, y, radius }: Wish, width: number): Rectangle[] {
  const away = radius * 1.1 + 4;
  return [
    { x: x + away, y: y - LINE / 2, width, height: LINE },
    { x: x - width / 2, y: y + away, width, height: LINE },
    { x: x - width / 2, y: y - away - LINE, width, height: LINE },
    { x: x - away - width, y: y - LINE / 2, width, height: LINE },
  ];
}

/** The places of all visible nodes. */
function placesOfNodes(sigma: Sigma<DrawnNode, DrawnEdge>): Occupancy {
  const taken = new Occupancy(48);
  if (sigma.getGraph().order > MOST_OBSTACLES) return taken;
  sigma.getGraph().forEachNode((key) => {
    const data = sigma.getNodeDisplayData(key);
    if (data === undefined || data.hidden) return;
    const { x, y } = sigma.framedGraphToViewport(data);
    const radius = sigma.scaleSize(data.size) * 0.9;
    taken.add({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius });
  });
  return taken;
}

/**
 * Labels that never cover each other or a node: sigma only proposes them, node by node; they are drawn when the frame
 * is complete, larger nodes first, and those that find no free place wait for a closer look.
 */
export function createLabelPainter(theme: () => Theme): LabelPainter {
  const wishes: Wish[] = [];
  const edgeWishes: EdgeWish[] = [];
  const widths = new Map<string, number>();
  let canvas: CanvasRenderingContext2D | undefined;

  function widthOf(context: CanvasRenderingContext2D, font: string, text: string): number {
    const name = `${font} ${text}`;
    let width = widths.get(name);
    if (width === undefined) {
      context.font = font;
      width = context.measureText(text).width;
      if (widths.size > 20_000) widths.clear();
      widths.set(name, width);
    }
    return width;
  }

  function drawAll(sigma: Sigma<DrawnNode, DrawnEdge>): void {
    const context = canvas;
    if (context === undefined || wishes.length + edgeWishes.length === 0) return;
    const page = sigma.getDimensions();
    const nodes = placesOfNodes(sigma);
    const labels = new Occupancy(48);
    wishes.sort((a, b) => b.rank - a.rank || b.radius - a.radius || (a.key < b.key ? -1 : 1));
    for (const wish of wishes) {
      const places = standings(wish, widthOf(context, wish.font, wish.text));
      const inside = places.filter(({ x, width }) => x >= 0 && x + width <= page.width);
      let place = inside.find((one) => nodes.isFree(one) && labels.isFree(one));
      if (wish.rank > 0) place ??= inside.find((one) => labels.isFree(one));
      if (wish.rank > 1) place ??= inside[0] ?? places[0];
      if (place === undefined) continue;
      labels.add(place);
      context.font = wish.font;
      write(context, wish.text, place.x, place.y + LINE / 2, theme());
    }
    for (const { text, font, x, y, angle, width } of edgeWishes) {
      const across = Math.abs(width * Math.cos(angle)) + Math.abs(LINE * Math.sin(angle));
      const down = Math.abs(width * Math.sin(angle)) + Math.abs(LINE * Math.cos(angle));
      const place = { x: x - across / 2, y: y - down / 2, width: across, height: down };
      if (!nodes.isFree(place) || !labels.isFree(place)) continue;
      labels.add(place);
      context.save();
      context.font = font;
      context.translate(x, y);
      context.rotate(Math.abs(angle) > Math.PI / 2 ? angle + Math.PI : angle);
      write(context, text, -width / 2, 0, theme());
      context.restore();
    }
  }

  return {
    drawNodeLabel(context, data) {
      const state = textOf(data, 'state', 'plain');
      const forced = data.forceLabel === true;
      if (!data.label || (state === 'dimmed' && !forced)) return;
      const selected = state === 'selected' || data.highlighted === true;
      canvas = context;
      wishes.push({
        key: textOf(data, 'key', data.label),
        text: shortLabel(data.label),
        font: fontOf(selected),
        x: data.x,
        y: data.y,
        radius: data.size,
        rank: forced ? 2 : selected ? 1 : 0,
      });
    },

    drawNodeHover: createHoverDrawer(theme),

    drawEdgeLabel(context, edge, source, target) {
      const [dx, dy] = [target.x - source.x, target.y - source.y];
      const span = Math.hypot(dx, dy);
      if (!edge.label || span === 0) return;
      const text = shortLabel(edge.label);
      const font = fontOf(false, FONT_SIZE - 1);
      const width = widthOf(context, font, text);
      // Room for the label between the nodes, and for some of the line and its arrowhead on both sides of it.
      if (width + 44 > span - source.size - target.size) return;
      canvas ??= context;
      // The middle of the curve; y points down here, so left of the direction is (dy, -dx).
      const bow = (0.5 * bowOf(numberOf(edge, 'curvature', 0), span)) / span;
      const [x, y] = [(source.x + target.x) / 2 + bow * dy, (source.y + target.y) / 2 - bow * dx];
      edgeWishes.push({ key: textOf(edge, 'key', text), text, font, x, y, angle: Math.atan2(dy, dx), width });
    },

    attach(sigma) {
      const start = (): void => {
        wishes.length = 0;
        edgeWishes.length = 0;
        canvas = undefined;
      };
      const finish = (): void => drawAll(sigma);
      sigma.on('beforeRender', start);
      sigma.on('afterRender', finish);
      return () => {
        sigma.off('beforeRender', start);
        sigma.off('afterRender', finish);
      };
    },
  };
}
