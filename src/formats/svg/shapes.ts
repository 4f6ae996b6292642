/** Pictures of the kinds of entity, for drawings in print: on a square of 72 units round the origin, y downwards. */

/** Radius of a picture in its own units. */
export const SHAPE_RADIUS = 22;

export type ShapeKind = 'actor' | 'organisation' | 'state' | 'event' | 'place' | 'voice' | 'other';
const KINDS: readonly ShapeKind[] = ['actor', 'organisation', 'state', 'event', 'place', 'voice', 'other'];

export interface Shape {
  readonly outline: string;
  readonly icon: string;
  /** At least 3:1 against white and against each other's neighbours in grey; clear of blue and vermilion. */
  readonly colour: string;
}

const disc = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

const SHAPES: Readonly<Record<ShapeKind, Shape>> = {
  actor: {
    outline: disc(0, 0, 21),
    icon: `${disc(0, -6, 5.6)}M-11.4 12.4C-11.4 6-6.2 2.2 0 2.2S11.4 6 11.4 12.4z`,
    colour: '#4b5a6e',
  },
  organisation: {
    outline:
      'M-13-19.5h26a6.5 6.5 0 0 1 6.5 6.5v26a6.5 6.5 0 0 1-6.5 6.5h-26a6.5 6.5 0 0 1-6.5-6.5v-26a6.5 6.5 0 0 1 6.5-6.5z',
    icon:
      `${disc(0, -6.2, 4.7)}M-8.6 11C-8.6 5.4-4.8 1.8 0 1.8S8.6 5.4 8.6 11z` +
      `${disc(-10.8, -3.4, 3.2)}M-16 8.6C-16 4.4-13.6 1.9-10.6 1.7-10.9 3.9-11.2 6.2-11.2 8.6z` +
      `${disc(10.8, -3.4, 3.2)}M16 8.6C16 4.4 13.6 1.9 10.6 1.7 10.9 3.9 11.2 6.2 11.2 8.6z`,
    colour: '#1f7f6c',
  },
  state: {
    outline: 'M0-24L20.8-12V12L0 24L-20.8 12V-12z',
    icon: 'M-9.4-13.6h2.8v27.2h-2.8zM-5.2-12C-.4-14.6 4-9.4 10.8-12V1.4C4 4-.4-1.2-5.2 1.4z',
    colour: '#6f4f9b',
  },
  event: {
    outline: 'M0-26.5L26.5 0L0 26.5L-26.5 0z',
    icon: 'M2.6-15L-9.2 2.2H-1.4L-3.2 15L9.2-3.4H1.2z',
    colour: '#8c6a12',
  },
  place: {
    outline: 'M0 27C-6 19.5-20 8-20-4A20 20 0 1 1 20-4C20 8 6 19.5 0 27z',
    icon: disc(0, -4, 8),
    colour: '#a8437f',
  },
  voice: {
    outline: 'M-7.2 19.7L-20.5 23L-18.2 10.5A21 21 0 1 1-7.2 19.7z',
    icon: `${disc(-9, 0, 3.2)}${disc(0, 0, 3.2)}${disc(9, 0, 3.2)}`,
    colour: '#7d6856',
  },
  other: { outline: disc(0, 0, 21), icon: disc(0, 0, 6), colour: '#6f7680' },
};

/** Kinds that Ascribe has no picture for share one. */
export function shapeKind(kind: string): ShapeKind {
  return KINDS.find((known) => known === kind) ?? 'other';
}

export function shapeOf(kind: string): Shape {
  return SHAPES[shapeKind(kind)];
}
