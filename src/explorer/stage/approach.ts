import type Sigma from 'sigma';
import type { DrawnEdge, DrawnNode } from '../graph/drawn-graph.ts';
import type { CameraPlace } from './hold-picture.ts';

/** The closest that the camera comes by itself, as a camera ratio: closer, a reader loses the surroundings. */
const CLOSEST = 0.42;
/** Room left round what is brought into sight, as a part of its extent. */
const ROOM = 1.9;
/** Pixels from the edge of the canvas from which on something is in sight, with room for a part of its name. */
const MARGIN = 24;

type Renderer = Sigma<DrawnNode, DrawnEdge>;

/** Whether all the nodes that are drawn stand within the canvas, as it is now. */
export function inSight(sigma: Renderer, nodes: readonly string[]): boolean {
  const { width, height } = sigma.getDimensions();
  const cameraState = sigma.getCamera().getState();
  return nodes
    .flatMap((node) => sigma.getNodeDisplayData(node) ?? [])
    .map((place) => sigma.framedGraphToViewport(place, { cameraState }))
    .every(({ x, y }) => x >= MARGIN && x <= width - MARGIN && y >= MARGIN && y <= height - MARGIN);
}

/**
 * Moves the camera so that all the nodes are well in sight, with their surroundings; of one alone, as near as it was.
 * Gives the place that it moves to; undefined where none of them is drawn.
 */
export function approach(sigma: Renderer, nodes: readonly string[]): CameraPlace | undefined {
  const places = nodes.flatMap((node) => sigma.getNodeDisplayData(node) ?? []);
  if (places.length === 0) return undefined;
  const xs = places.map((place) => place.x);
  const ys = places.map((place) => place.y);
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const extent = Math.max(right - left, high - low);
  // Display data stands in a frame of side 1 that the camera at ratio 1 shows whole.
  const ratio = extent === 0 ? sigma.getCamera().ratio : Math.min(1, Math.max(CLOSEST, ROOM * extent));
  const place: CameraPlace = { x: (left + right) / 2, y: (low + high) / 2, ratio };
  void sigma.getCamera().animate({ ...place, angle: 0 }, { duration: 300 });
  return place;
}
