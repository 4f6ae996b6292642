import type { EntityKind, NodeState, Theme } from './drawn-graph.ts';
import { ENTITY_KINDS } from './drawn-graph.ts';
import { GRAPH_COLOURS, mixed } from './graph-colours.ts';

/** Pictures are drawn on a square of 72 units round the origin, y downwards; the node's radius is 22 of them. */
export const PICTURE_SIZE = 72;
export const PICTURE_RADIUS = 22;
/** Smallest radius in CSS pixels in which a node is drawn, however far away. */
export const LEAST_RADIUS = 3;
const BORDER = 2.4;
const RING = 3;

/** Kinds with a picture of their own; a voice is whoever speaks in a file that says nothing else of them. */
export type PictureKind = EntityKind | 'voice' | 'other';
export const PICTURE_KINDS: readonly PictureKind[] = [...ENTITY_KINDS, 'voice', 'other'];
export const NODE_STATES: readonly NodeState[] = ['plain', 'dimmed', 'selected'];
export const THEMES: readonly Theme[] = ['light', 'dark'];

/** A filled path; `width` strokes it instead. `scale` is relative to the picture's units, about the origin. */
export interface PictureLayer {
  readonly path: string;
  readonly colour: string;
  readonly width?: number;
  readonly scale?: number;
}

const disc = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

/** Outlines of about equal weight: points reach a little further out than a circle does. */
const OUTLINES: Readonly<Record<PictureKind, string>> = {
  actor: disc(0, 0, 21),
  organisation:
    'M-13-19.5h26a6.5 6.5 0 0 1 6.5 6.5v26a6.5 6.5 0 0 1-6.5 6.5h-26a6.5 6.5 0 0 1-6.5-6.5v-26a6.5 6.5 0 0 1 6.5-6.5z',
  state: 'M0-24L20.8-12V12L0 24L-20.8 12V-12z',
  event: 'M0-26.5L26.5 0L0 26.5L-26.5 0z',
  place: 'M0 27C-6 19.5-20 8-20-4A20 20 0 1 1 20-4C20 8 6 19.5 0 27z',
  voice: 'M-7.2 19.7L-20.5 23L-18.2 10.5A21 21 0 1 1-7.2 19.7z',
  other: disc(0, 0, 21),
};

/** Icons on the same origin, about 26 units high. */
const ICONS: Readonly<Record<PictureKind, string>> = {
  actor: `${disc(0, -6, 5.6)}M-11.4 12.4C-11.4 6-6.2 2.2 0 2.2S11.4 6 11.4 12.4z`,
  organisation:
    `${disc(0, -6.2, 4.7)}M-8.6 11C-8.6 5.4-4.8 1.8 0 1.8S8.6 5.4 8.6 11z` +
    `${disc(-10.8, -3.4, 3.2)}M-16 8.6C-16 4.4-13.6 1.9-10.6 1.7-10.9 3.9-11.2 6.2-11.2 8.6z` +
    `${disc(10.8, -3.4, 3.2)}M16 8.6C16 4.4 13.6 1.9 10.6 1.7 10.9 3.9 11.2 6.2 11.2 8.6z`,
  state: 'M-9.4-13.6h2.8v27.2h-2.8zM-5.2-12C-.4-14.6 4-9.4 10.8-12V1.4C4 4-.4-1.2-5.2 1.4z',
  event: 'M2.6-15L-9.2 2.2H-1.4L-3.2 15L9.2-3.4H1.2z',
  place: disc(0, -4, 8),
  voice: `${disc(-9, 0, 3.2)}${disc(0, 0, 3.2)}${disc(9, 0, 3.2)}`,
  other: disc(0, 0, 6),
};

/** Muted hues that keep clear of the blue and vermilion of evidence; at least 3:1 against the theme's page. */
const HUES: Readonly<Record<Theme, Readonly<Record<PictureKind, string>>>> = {
  light: {
    actor: '#4b5a6e',
    organisation: '#1f7f6c',
    state: '#6f4f9b',
    event: '#8c6a12',
    place: '#a8437f',
    voice: '#7d6856',
    other: '#6f7680',
  },
  dark: {
    actor: '#aab7c8',
    organisation: '#55b9a2',
    state: '#b59ee0',
    event: '#d3b04e',
    place: '#e08fc0',
    voice: '#c2ab96',
    other: '#98a0aa',
  },
};

export function pictureKind(kind: string): PictureKind {
  return PICTURE_KINDS.find((known) => known === kind) ?? 'other';
}

/** The colour of a kind, for legends, lists and the `color` of a node. */
export function kindColour(kind: string, theme: Theme): string {
  return HUES[theme][pictureKind(kind)];
}

/** The layers of a node's picture from the lowest to the topmost. */
export function pictureLayers(kind: string, theme: Theme, state: NodeState): PictureLayer[] {
  const known = pictureKind(kind);
  const { page, text } = GRAPH_COLOURS[theme];
  const hue = HUES[theme][known];
  // Dimmed pictures are pale but opaque: the ends of lines must not show through them.
  const fill = state === 'dimmed' ? mixed(hue, page, 0.26) : hue;
  const edge = state === 'dimmed' ? mixed(hue, page, 0.36) : mixed(hue, text, 0.68);
  const outline = OUTLINES[known];
  const layers: PictureLayer[] = [
    { path: outline, colour: fill },
    { path: outline, colour: edge, width: BORDER },
    { path: ICONS[known], colour: page, scale: known === 'event' ? 0.82 : 0.9 },
  ];
  if (state !== 'selected') return layers;
  return [
    { path: outline, colour: text, width: BORDER + 4 + 2 * RING },
    { path: outline, colour: page, width: BORDER + 4 },
    ...layers,
  ];
}

/** The picture as an SVG data URI, for legends, lists and image exports. */
export function nodePicture(kind: string, theme: Theme, state: NodeState = 'plain'): string {
  const half = PICTURE_SIZE / 2;
  const paths = pictureLayers(kind, theme, state).map(({ path, colour, width, scale }) => {
    const paint = width === undefined ? `fill="${colour}"` : `fill="none" stroke="${colour}" stroke-width="${width}"`;
    return `<path d="${path}" ${paint}${scale === undefined ? '' : ` transform="scale(${scale})"`}/>`;
  });
  const box = `${-half} ${-half} ${PICTURE_SIZE} ${PICTURE_SIZE}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" stroke-linejoin="round">${paths.join('')}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
