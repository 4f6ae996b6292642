import type { DrawnEdge, Theme, Verdict } from './drawn-graph.ts';

/** Colours of one theme, `#rrggbb`. Strokes have at least 3:1 against `page`, text 4.5:1. */
export interface GraphColours {
  readonly page: string;
  readonly text: string;
  /** Reserved for evidence for a relation. */
  readonly for: string;
  /** Reserved for evidence against a relation. */
  readonly against: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
}

export const GRAPH_COLOURS: Readonly<Record<Theme, GraphColours>> = {
  light: {
    page: '#ffffff',
    text: '#1f2328',
    for: '#0072B2',
    against: '#D55E00',
    verdicts: {
      corroborated: '#0072B2',
      'single-source': '#5a87a3',
      disputed: '#6b6b6b',
      denied: '#a9694a',
      unknown: '#7d838b',
    },
  },
  dark: {
    page: '#1a1b1e',
    text: '#e8eaed',
    for: '#56B4E9',
    against: '#D55E00',
    verdicts: {
      corroborated: '#56B4E9',
      'single-source': '#7fa3b8',
      disputed: '#a3a3a3',
      denied: '#c48263',
      unknown: '#8f969e',
    },
  },
};

/** Stroke in CSS pixels by verdict: thickness tells apart what hue cannot in greyscale. */
const THICKNESS: Readonly<Record<Verdict, number>> = {
  corroborated: 2.8,
  'single-source': 1.3,
  disputed: 4.4,
  denied: 1.3,
  unknown: 1.8,
};

/** Size, colour and style of a relation's line, ready to be spread into its edge. */
export function lineOf(verdict: Verdict, theme: Theme): Pick<DrawnEdge, 'size' | 'color' | 'verdict'> {
  return { size: THICKNESS[verdict], color: GRAPH_COLOURS[theme].verdicts[verdict], verdict };
}

/** The same colour with an opacity of 0 to 1, as `#rrggbbaa`. */
export function withAlpha(colour: string, alpha: number): string {
  const byte = Math.round(Math.min(Math.max(alpha, 0), 1) * 255);
  return `${colour.slice(0, 7)}${byte.toString(16).padStart(2, '0')}`;
}

/** Red, green and blue of `#rrggbb`, each 0 to 1. */
export function channels(colour: string): [number, number, number] {
  const value = Number.parseInt(colour.slice(1, 7), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

/** `share` of the first colour and the rest of the second: opaque, unlike an alpha, so lines beneath stay hidden. */
export function mixed(first: string, second: string, share: number): string {
  const other = channels(second);
  const bytes = channels(first).map((value, i) => Math.round((value * share + (other[i] ?? 0) * (1 - share)) * 255));
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
