import type { NodeState, Theme } from './drawn-graph.ts';
import { NODE_STATES, PICTURE_KINDS, PICTURE_SIZE, pictureKind, pictureLayers, THEMES } from './node-images.ts';

/** Device pixels of a picture in the atlas: sharp up to a node radius of 66 device pixels. */
const CELL = 216;
/** A row of the atlas holds every kind; there is a row for each theme and state. */
export const ATLAS_COLUMNS = PICTURE_KINDS.length;
export const ATLAS_ROWS = THEMES.length * NODE_STATES.length;

let atlas: HTMLCanvasElement | undefined;

/** Where a picture stands in the atlas: column + row × ATLAS_COLUMNS. */
export function atlasCell(kind: string, theme: Theme, state: NodeState): number {
  const row = THEMES.indexOf(theme) * NODE_STATES.length + NODE_STATES.indexOf(state);
  return PICTURE_KINDS.indexOf(pictureKind(kind)) + row * ATLAS_COLUMNS;
}

/** All pictures on one canvas, drawn at the first call: there is nothing to load and nothing to wait for. */
export function pictureAtlas(): HTMLCanvasElement {
  if (atlas !== undefined) return atlas;
  const canvas = document.createElement('canvas');
  canvas.width = ATLAS_COLUMNS * CELL;
  canvas.height = ATLAS_ROWS * CELL;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser gives no canvas to draw the pictures of entities on.');
  context.lineJoin = 'round';
  for (const theme of THEMES) {
    for (const state of NODE_STATES) {
      for (const kind of PICTURE_KINDS) {
        const cell = atlasCell(kind, theme, state);
        const x = ((cell % ATLAS_COLUMNS) + 0.5) * CELL;
        const y = (Math.floor(cell / ATLAS_COLUMNS) + 0.5) * CELL;
        for (const { path, colour, width, scale = 1 } of pictureLayers(kind, theme, state)) {
          const zoom = (CELL / PICTURE_SIZE) * scale;
          context.setTransform(zoom, 0, 0, zoom, x, y);
          if (width === undefined) {
            context.fillStyle = colour;
            context.fill(new Path2D(path));
          } else {
            context.strokeStyle = colour;
            context.lineWidth = width;
            context.stroke(new Path2D(path));
          }
        }
      }
    }
  }
  atlas = canvas;
  return canvas;
}
