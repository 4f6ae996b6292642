import { MultiDirectedGraph } from 'graphology';
import type { Picture } from '../../knowledge/knowledge-base.ts';
import { byCodePoint } from '../../model/order.ts';
import type { DrawnEdge, DrawnNode, Theme } from '../graph/drawn-graph.ts';
import { fanOut } from '../graph/fan.ts';
import { lineOf } from '../graph/graph-colours.ts';
import type { Position } from '../graph/layout.ts';
import { layOut } from '../graph/layout.ts';
import { kindColour } from '../graph/node-images.ts';

export type DrawnGraph = MultiDirectedGraph<DrawnNode, DrawnEdge>;

/** Radius in pixels of an entity on which so many drawn claims are: area grows with the number, within bounds that stay readable. */
function radiusOf(claims: number): number {
  return Math.min(24, 5.5 + 1.45 * Math.sqrt(claims));
}

/** How many of the largest entities always carry their name: the landmarks of the picture. */
const LANDMARKS = 9;

/** Makes a picture into the graph that sigma draws, without places. */
export function drawPicture(picture: Picture, theme: Theme): DrawnGraph {
  const graph: DrawnGraph = new MultiDirectedGraph<DrawnNode, DrawnEdge>();
  const weight = new Map<string, number>();
  for (const { subject, object, claims } of picture.relations) {
    for (const end of [subject, object]) if (end !== undefined) weight.set(end.id, (weight.get(end.id) ?? 0) + claims);
  }
  const claimsOn = (id: string): number => weight.get(id) ?? 0;
  const largest = picture.entities.toSorted((a, b) => claimsOn(b.id) - claimsOn(a.id) || byCodePoint(a.id, b.id));
  const landmarks = new Set(largest.slice(0, LANDMARKS).map((entity) => entity.id));
  for (const { id, name, kind } of picture.entities) {
    const color = kindColour(kind, theme);
    graph.addNode(id, {
      x: 0,
      y: 0,
      size: radiusOf(claimsOn(id)),
      label: name,
      kind,
      color,
      forceLabel: landmarks.has(id),
    });
  }
  for (const relation of picture.relations) {
    if (relation.object === undefined) continue;
    graph.addDirectedEdgeWithKey(relation.id, relation.subject.id, relation.object.id, {
      ...lineOf(relation.verdict, theme),
      forShare: relation.forShare,
      curvature: 0,
      directed: !relation.symmetric,
      label: relation.typeLabel,
    });
  }
  for (const [edge, curvature] of fanOut(graph)) graph.setEdgeAttribute(edge, 'curvature', curvature);
  return graph;
}

/** Width by height of a drawing for an upright screen; otherwise the layout has its own. */
const UPRIGHT = 0.6;

/** Places of all entities of a picture: the same for the same picture, on every machine. */
export function placesOf(picture: Picture, upright: boolean): Map<string, Position> {
  return layOut(drawPicture(picture, 'light'), { seed: 1, ...(upright ? { aspect: UPRIGHT } : {}) });
}
