import { listNames, number } from '../../knowledge/words.ts';
import { contentHash } from '../../model/content-hash.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import { byCodePoint } from '../../model/order.ts';
import { warningsOf } from '../dossier/dossier-words.ts';
import { joined, type Markup, markup } from '../dossier/markup.ts';
import type { WriteOptions, Written } from '../format.ts';
import { INK, MUTED, PAGE, WARNING } from './colours.ts';
import { type Drawing, drawPicture } from './draw-picture.ts';
import { px } from './geometry.ts';
import { drawLegend } from './legend.ts';
import { pictureLosses } from './losses.ts';
import { type PictureData, pictureData } from './picture-data.ts';
import { wrap } from './text-width.ts';

const PAD = 28;
const LEAST_WIDTH = 760;
/** Sources beyond these are counted, not named. */
const MOST_SOURCES = 12;
const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif";

interface Paragraph {
  readonly text: string;
  readonly size: number;
  readonly colour: string;
  readonly bold?: boolean;
  /** Lines that it may take. */
  readonly most?: number;
}

/** Paragraphs one below the other, wrapped to a width. */
function paragraphs(all: readonly Paragraph[], width: number): { body: Markup; height: number } {
  let y = 0;
  const lines = all.flatMap(({ text, size, colour, bold = false, most }) =>
    wrap(text, bold ? size * 1.07 : size, width, most).map((line) => {
      y += size * 1.45;
      const weight = bold ? markup` font-weight="600"` : undefined;
      return markup`<text y="${px(y - size * 0.35)}" font-size="${size}" fill="${colour}"${weight}>${line}</text>`;
    }),
  );
  return { body: joined(lines), height: y };
}

/** What is drawn and what is not, in numbers. */
export function drawnText({ entities, relations, notDrawn }: PictureData, { unwritten }: Drawing): string {
  const missing = [
    [notDrawn.entities, 'entities with fewer claims not drawn'],
    [notDrawn.relations, 'relations of these not drawn'],
    [notDrawn.alone, 'entities stand in no relation here and are not drawn'],
    [unwritten.names, 'names not written for lack of room'],
    [unwritten.types, 'lines without their word for lack of room'],
  ] as const;
  return [
    `${number(entities.length)} entities, ${number(relations.length)} relations`,
    ...missing.filter(([count]) => count > 0).map(([count, what]) => `${number(count)} ${what}`),
  ].join('; ');
}

/** Kinds of what is drawn, in order of the ontology, with their words. */
export function kindsOf({ ontology }: GraphDocument, { entities }: PictureData): { id: string; label: string }[] {
  const drawn = new Set<string>(entities.map(({ kind }) => kind));
  return ontology.kinds.filter(({ id }) => drawn.has(id)).map(({ id, label }) => ({ id, label }));
}

function sourcesText({ sources }: GraphDocument): string {
  const titles = sources
    .toSorted((a, b) => byCodePoint(a.title, b.title) || byCodePoint(a.id, b.id))
    .map(({ title, publisher }) => (publisher === undefined ? `“${title}”` : `“${title}” (${publisher})`));
  return sources.length === 0 ? 'No sources.' : `What is drawn is claimed in: ${listNames(titles, MOST_SOURCES)}.`;
}

function heading({ title, manifest }: GraphDocument, warnings: readonly string[]): Paragraph[] {
  return [
    { text: title ?? 'Untitled graph', size: 22, colour: INK, bold: true, most: 3 },
    { text: `Selected: ${manifest?.selection ?? 'the whole graph'}`, size: 13, colour: MUTED, most: 3 },
    { text: 'Lines are claims of somebody, weighed together. None is a fact.', size: 13, colour: MUTED },
    ...warnings.map((text): Paragraph => ({ text, size: 13, colour: WARNING, bold: true })),
  ];
}

function footing(
  graph: GraphDocument,
  data: PictureData,
  drawing: Drawing,
  { now, address }: WriteOptions,
): Paragraph[] {
  const { manifest } = graph;
  const dates = [
    ...(manifest === undefined ? [] : [`Taken ${manifest.taken}`]),
    ...(now === undefined ? [] : [`drawn ${now.toISOString()}`]),
  ];
  const lines = [
    `${drawnText(data, drawing)}.`,
    sourcesText(graph),
    [...dates, `content SHA-256 ${contentHash(graph)}`, `weights version ${data.weights}`].join(' · '),
    ...(address === undefined ? [] : [address]),
    'Drawn by Ascribe.',
  ];
  return lines.map((text) => ({ text, size: 11, colour: MUTED }));
}

/**
 * Writes the relations of a graph as one SVG picture with title, selection, legend, sources, date and content hash. It
 * holds no script and refers to nothing outside itself. The graph must have passed `checkGraph`.
 */
export function writeSvg(graph: GraphDocument, options: WriteOptions = {}): Written {
  const data = pictureData(graph);
  const drawing = drawPicture(data, options.places);
  const width = Math.max(LEAST_WIDTH, drawing.width + 2 * PAD);
  const inner = width - 2 * PAD;
  const head = paragraphs(heading(graph, warningsOf(graph, data.weights)), inner);
  const legend = drawLegend(kindsOf(graph, data), inner);
  const foot = paragraphs(footing(graph, data, drawing, options), inner);
  const top = PAD + head.height + 18;
  const under = top + drawing.height + 26;
  const last = under + legend.height + 12;
  const height = last + foot.height + PAD;
  const parts = [
    markup`<rect width="${px(width)}" height="${px(height)}" fill="${PAGE}"/>`,
    markup`<g transform="translate(${PAD} ${PAD})">${head.body}</g>`,
    markup`<g transform="translate(${px((width - drawing.width) / 2)} ${px(top)})">${drawing.body}</g>`,
    markup`<g transform="translate(${PAD} ${px(under)})">${legend.body}</g>`,
    markup`<g transform="translate(${PAD} ${px(last)})">${foot.body}</g>`,
  ];
  const { text } = markup`<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${px(width)}" height="${px(height)}" viewBox="0 0 ${px(width)} ${px(height)}" role="img" aria-labelledby="title desc" font-family="${FONT}"><title id="title">${graph.title ?? 'Untitled graph'}</title><desc id="desc">${drawnText(data, drawing)}</desc>${parts}</svg>
`;
  return { files: [{ name: 'ascribe-picture.svg', text }], losses: pictureLosses(graph, data) };
}
