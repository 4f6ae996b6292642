import type { Format } from '../format.ts';
import { PICTURE_LOSSES } from './losses.ts';
import { writeSvg } from './write-svg.ts';

export const SVG: Format = {
  id: 'svg',
  label: 'Picture (SVG)',
  mediaType: 'image/svg+xml',
  extensions: ['.svg'],
  help: 'For print and slides: the relations as a drawing with legend, sources and content hash, sharp at any size. Opens in browsers, Inkscape, Illustrator and word processors.',
  losses: PICTURE_LOSSES,
  write: writeSvg,
};
