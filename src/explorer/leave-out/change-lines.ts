import type { Change } from '../../evidence/fusion.ts';
import { GRAPH_COLOURS } from '../graph/graph-colours.ts';
import type { OverlayLine } from '../stage/overlay.ts';

/** What moves, in the order in which it is told. */
export const MOVES = ['collapses', 'weakens', 'rises'] as const satisfies readonly Change[];
export type Move = (typeof MOVES)[number];

/** All changes, in the order in which they are told. */
export const CHANGE_ORDER: readonly Change[] = [...MOVES, 'holds'];

/**
 * How a change is drawn: what collapses in the colour of the text, since nothing is left that is for or against; what
 * weakens as the thin line that it becomes; what rises thick and in the blue of what is for. Darkness and thickness tell
 * them apart without colour.
 */
export const CHANGE_LINES: Readonly<Record<Move, OverlayLine>> = {
  collapses: {
    colour: { light: GRAPH_COLOURS.light.text, dark: GRAPH_COLOURS.dark.text },
    verdict: 'unknown',
    size: 2.8,
  },
  weakens: {
    colour: {
      light: GRAPH_COLOURS.light.verdicts['single-source'],
      dark: GRAPH_COLOURS.dark.verdicts['single-source'],
    },
    verdict: 'single-source',
    size: 1.4,
  },
  rises: { colour: { light: GRAPH_COLOURS.light.for, dark: GRAPH_COLOURS.dark.for }, size: 4.6 },
};

/** What each change means, for those who meet the words for the first time. */
export const CHANGE_MEANINGS: Readonly<Record<Change, string>> = {
  collapses: 'What is left is disputed, denied or too little.',
  weakens: 'Two or more origins become one.',
  rises: 'Less speaks against it.',
  holds: 'Its verdict stays; its numbers may move.',
};
