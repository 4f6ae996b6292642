import type { Verdict } from '../../evidence/verdict.ts';

/** Colours on white, as EVIDENCE "Display" has them. A page that shows the drawing may recolour it by class. */
export const INK = '#1f2328';
export const MUTED = '#59616b';
export const PAGE = '#ffffff';
export const FOR = '#0072B2';
export const AGAINST = '#D55E00';
/** Vermilion of text: the line's has too little contrast for letters. */
export const WARNING = '#9c4500';

export const VERDICT_COLOURS: Readonly<Record<Verdict, string>> = {
  corroborated: FOR,
  'single-source': '#3f7699',
  disputed: '#6b6b6b',
  denied: '#a05f40',
  unknown: '#757b83',
};

/** How strongly what was only taken along as evidence is drawn: fainter than what was chosen, and still to be told apart. */
export const ALONG_OPACITY = 0.42;
