import type { Outcome } from '../../evidence/compare.ts';
import type { Position } from '../../evidence/perspective.ts';
import type { OverlayLine } from '../stage/overlay.ts';

/**
 * How the outcomes of a comparison and the positions of one telling are drawn. Each differs from the others by
 * thickness or by its strokes as well as by colour, so that greyscale and colour-blind eyes tell them apart. Every line
 * names its style: that of a disputed relation would keep colours of its own.
 */

const VERMILION = { light: '#D55E00', dark: '#E8743B' };
const BLUE = { light: '#0072B2', dark: '#56B4E9' };
const PURPLE = { light: '#8E3B8A', dark: '#D59AD0' };
const INK = { light: '#1F2328', dark: '#E8EAED' };
const GREY = { light: '#6B6B6B', dark: '#A3A3A3' };

export const OUTCOME_LINES: Readonly<Record<Outcome, OverlayLine>> = {
  contradict: { colour: VERMILION, verdict: 'corroborated', size: 5 },
  mixed: { colour: GREY, verdict: 'unknown', size: 3.6 },
  agree: { colour: INK, verdict: 'corroborated', size: 2.8 },
  'both-deny': { colour: INK, verdict: 'denied', size: 1.4 },
  'only-p': { colour: BLUE, verdict: 'single-source', size: 1.7 },
  'only-q': { colour: PURPLE, verdict: 'unknown', size: 2.4 },
};

export const POSITION_LINES: Readonly<Record<Exclude<Position, 'silent'>, OverlayLine>> = {
  asserts: { colour: BLUE, verdict: 'corroborated', size: 2.2 },
  denies: { colour: VERMILION, verdict: 'denied', size: 2 },
  doubts: { colour: VERMILION, verdict: 'unknown', size: 2.6 },
  excludes: { colour: VERMILION, verdict: 'single-source', size: 1.7 },
  changed: { colour: GREY, verdict: 'unknown', size: 3.6 },
  divided: { colour: GREY, verdict: 'single-source', size: 3.6 },
};
