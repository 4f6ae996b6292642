import type { Format } from '../../formats/format.ts';
import { FORMATS } from '../../formats/registry.ts';
import { SVG } from '../../formats/svg/format.ts';

/** What the panel tells of a format before anything is written. */
export type ExportFormat = Pick<Format, 'id' | 'label' | 'mediaType' | 'extensions' | 'help' | 'losses'> & {
  /** It draws the picture: always, or where it is asked for. */
  readonly drawing?: 'always' | 'optional';
};

/** The picture in pixels: only a browser can make it, out of the SVG. */
export const PNG: ExportFormat = {
  id: 'png',
  label: 'Picture (PNG)',
  mediaType: 'image/png',
  extensions: ['.png'],
  help: 'For slides, messages and pages that take no SVG: the same picture in pixels, twice as fine as on the screen. Opens everywhere.',
  losses: SVG.losses,
  drawing: 'always',
};

const DRAWING: Readonly<Record<string, ExportFormat['drawing']>> = { svg: 'always', html: 'optional' };

function offered(format: Format): ExportFormat {
  const drawing = DRAWING[format.id];
  return drawing === undefined ? format : { ...format, drawing };
}

/** All that can be written, in the order of the registry. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  ...FORMATS.filter(({ write }) => write !== undefined).map(offered),
  PNG,
];
