import type { Verdict } from '../../evidence/verdict.ts';
import type { Theme } from '../graph/drawn-graph.ts';

/** How a relation is drawn while a question is put to the graph. */
export interface OverlayLine {
  /** `#rrggbb` for either theme, at least 3:1 against the page. */
  readonly colour: Readonly<Record<Theme, string>>;
  /** The line style of another verdict than its own. */
  readonly verdict?: Verdict;
  /** Thickness in CSS pixels, where the style's own does not do. */
  readonly size?: number;
}

/** One entry of the key to an overlay. */
export interface OverlayKey {
  readonly label: string;
  readonly line: OverlayLine;
  readonly count: number;
}

/** What a question (two tellings compared, somebody left out) draws over the graph; all other relations step back. */
export interface Overlay {
  readonly title: string;
  /** By the id of the relation. */
  readonly lines: ReadonlyMap<string, OverlayLine>;
  readonly key: readonly OverlayKey[];
}
