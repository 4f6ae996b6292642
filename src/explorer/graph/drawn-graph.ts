import type { Verdict } from '../../evidence/verdict.ts';

export type { Verdict };

/** The kinds that the built-in ontology has; each has its own shape, colour and icon. */
export const ENTITY_KINDS = ['actor', 'organisation', 'state', 'event', 'place'] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

export type Theme = 'light' | 'dark';

/** How much attention a node asks for: `dimmed` steps back while something else is looked at. */
export type NodeState = 'plain' | 'dimmed' | 'selected';

/** What sigma draws of an entity. (A type alias, not an interface: sigma wants an implicit index signature.) */
export type DrawnNode = {
  /** Layout units, y upwards. */
  x: number;
  y: number;
  /** Radius in layout units (about CSS pixels at zoom 1 for up to some 400 entities); sigma turns 0 into 2. */
  size: number;
  label: string;
  /** An `EntityKind`, or any kind of a user's own ontology, which is drawn in the fallback shape. */
  kind: string;
  /** The colour of the kind in this theme: for legends and lists; the drawing takes its colour from kind and theme. */
  color: string;
  state?: NodeState;
  /** Draws the label before all others and never drops it. Use it on few nodes. */
  forceLabel?: boolean;
  hidden?: boolean;
  zIndex?: number;
};

/** What sigma draws of a relation. */
export type DrawnEdge = {
  /** Thickness in CSS pixels, a little less at overview and more close by: of the stroke, of both strokes together (disputed) or of a dot (unknown). */
  size: number;
  /** Of the verdict in this theme; its alpha dims every line style, also the two colours of a dispute. */
  color: string;
  verdict: Verdict;
  /** F / (F + A), 0 to 1: the share of the weight that speaks for the relation. Only disputes show it. */
  forShare: number;
  /** Bow to the left of source → target as a part of their distance; 0 is straight (see `fanOut`). */
  curvature: number;
  /** Whether an arrowhead points at the target. */
  directed: boolean;
  label: string;
  hidden?: boolean;
  zIndex?: number;
};

/** Radius in layout units of an entity with so many relations: hubs stand out, and leaves stay large enough to hit. */
export function radiusOf(relations: number): number {
  return 9 + Math.min(12, 2.2 * Math.sqrt(Math.max(relations - 1, 0)));
}
