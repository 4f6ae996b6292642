import type { Format } from '../../formats/format.ts';
import { FORMATS } from '../../formats/registry.ts';
import { SVG } from '../../formats/svg/format.ts';

/** What the panel tells of a format before anything is written. */
export type ExportFormat = Pick<Format, 'id' | 'label' | 'mediaType' | 'extensions' | 'help' | 'losses'> & {
  /** It draws the picture: always, or where it is asked for. */
  readonly drawing?: 'always' | 'optional';
  /** Each entity has a place in it, for a program that draws it there. */
  readonly placed?: boolean;
  /** It can write plain edges in place of claims as records of their own. */
  readonly plainEdges?: boolean;
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

/** What a person may choose of some formats beyond the file itself. */
const CHOICES: ReadonlyMap<string, Pick<ExportFormat, 'drawing' | 'placed' | 'plainEdges'>> = new Map([
  ['svg', { drawing: 'always' }],
  ['html', { drawing: 'optional' }],
  ['gexf', { placed: true }],
  ['graphology-json', { placed: true }],
  ['cypher', { plainEdges: true }],
  ['neo4j', { plainEdges: true }],
]);

function offered(format: Format): ExportFormat {
  return { ...format, ...CHOICES.get(format.id) };
}

/** All that can be written, in the order of the registry; the picture in pixels stands beside that in lines. */
export const EXPORT_FORMATS: readonly ExportFormat[] = FORMATS.filter(({ write }) => write !== undefined).flatMap(
  (format) => (format.id === SVG.id ? [offered(format), PNG] : [offered(format)]),
);
