import type Sigma from 'sigma';
import type { DrawnEdge, DrawnNode } from '../graph/drawn-graph.ts';

/** The closest that the camera comes by itself, as a camera ratio: closer, a reader loses the surroundings. */
const CLOSEST = 0.42;
/** Room left round what is brought into sight, as a part of its extent. */
const ROOM = 1.9;

/** Moves the camera so that all the nodes are well in sight, with their surroundings. */
export function approach(sigma: Sigma<DrawnNode, DrawnEdge>, nodes: readonly string[]): void {
  const places = nodes.flatMap((node) => sigma.getNodeDisplayData(node) ?? []);
  if (places.length === 0) return;
  const xs = places.map((place) => place.x);
  const ys = places.map((place) => place.y);
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  // Display data stands in a frame of side 1 that the camera at ratio 1 shows whole.
  const ratio = Math.min(1, Math.max(CLOSEST, ROOM * Math.max(right - left, high - low)));
  void sigma.getCamera().animate({ x: (left + right) / 2, y: (low + high) / 2, ratio, angle: 0 }, { duration: 300 });
}
