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
import { drawLegend, legendItems } from './legend.ts';
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
    wrap(text, bold ? size * 1.16 : size, width, most).map((line) => {
      y += size * 1.45;
      const weight = bold ? markup` font-weight="600"` : undefined;
      return markup`<text y="${px(y - size * 0.35)}" font-size="${size}" fill="${colour}"${weight}>${line}</text>`;
    }),
  );
  return { body: joined(lines), height: y };
}

function amount(count: number, one: string, many: string): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

/** "only taken along as evidence: 3 entities and 4 relations, drawn fainter"; nothing where all was chosen. */
function alongText({ relations, along }: PictureData, { hasFaint }: Drawing): string[] {
  if (along.relations.size === 0) return [];
  if (along.relations.size === relations.length) {
    return ['none of these was chosen: they were taken along as evidence for what is no relation'];
  }
  const parts = [
    ...(along.entities.size === 0 ? [] : [amount(along.entities.size, 'entity', 'entities')]),
    amount(along.relations.size, 'relation', 'relations'),
  ];
  return [`only taken along as evidence: ${parts.join(' and ')}${hasFaint ? ', drawn fainter' : ''}`];
}

/** What there was no room for, and what came first; nothing where all is drawn. */
function beyondText({ entities, relations }: PictureData['notDrawn']): string[] {
  if (entities === 0) return [];
  const rest = `${amount(entities, 'further entity', 'further entities')} and ${amount(relations, 'relation', 'relations')}`;
  return [`drawn are those in dispute first, then those with the most claims: ${rest} are not`];
}

/** What is drawn and what is not, in numbers. */
export function drawnText(data: PictureData, drawing: Drawing): string {
  const { entities, relations, notDrawn } = data;
  const { unwritten } = drawing;
  const missing: readonly (readonly [count: number, one: string, many: string])[] = [
    [notDrawn.alone, 'entity stands in no relation here', 'entities stand in no relation here'],
    [unwritten.names, 'name found no room', 'names found no room'],
    [unwritten.types, 'line is without its word for lack of room', 'lines are without their word for lack of room'],
  ];
  return [
    `${amount(entities.length, 'entity', 'entities')}, ${amount(relations.length, 'relation', 'relations')}`,
    ...alongText(data, drawing),
    ...beyondText(notDrawn),
    ...missing.filter(([count]) => count > 0).map(([count, one, many]) => amount(count, one, many)),
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

/** A drawing that is wider than this is looked at from farther off: what is written round it grows with it. */
const READ_AT = 1400;

/** What stands in the middle where there is nothing to be drawn. */
function empty(): Markup {
  return markup`<text x="${(LEAST_WIDTH - 2 * PAD) / 2}" y="70" font-size="16" text-anchor="middle" fill="${MUTED}">No two entities stand in a relation here: there is nothing to draw.</text>`;
}

/**
 * Writes the relations of a graph as one SVG picture with title, selection, legend, sources, date and content hash. It
 * holds no script and refers to nothing outside itself. The graph must have passed `checkGraph`.
 */
export function writeSvg(graph: GraphDocument, options: WriteOptions = {}): Written {
  const data = pictureData(graph, options);
  const isEmpty = data.relations.length === 0;
  const drawing = drawPicture(data, options.places);
  const k = Math.max(1, drawing.width / READ_AT);
  const width = Math.max(LEAST_WIDTH, drawing.width + 2 * PAD * k);
  const inner = width / k - 2 * PAD;
  const head = paragraphs(heading(graph, warningsOf(graph, data.weights)), inner);
  const legend = drawLegend(isEmpty ? [] : legendItems(kindsOf(graph, data), drawing.hasFaint), inner);
  const foot = paragraphs(footing(graph, data, drawing, options), inner);
  // All that is written is set in units of k; the drawing in its own.
  const top = PAD + head.height + 18;
  const under = top + (isEmpty ? 140 : drawing.height / k) + 26;
  const last = under + legend.height + 12;
  const high = (last + foot.height + PAD) * k;
  const at = (x: number, y: number, body: Markup): Markup =>
    markup`<g transform="translate(${px(x * k)} ${px(y * k)})${k === 1 ? '' : ` scale(${px(k * 100) / 100})`}">${body}</g>`;
  const middle = markup`<g transform="translate(${px((width - drawing.width) / 2)} ${px(top * k)})">${drawing.body}</g>`;
  const parts = [
    markup`<rect width="${px(width)}" height="${px(high)}" fill="${PAGE}"/>`,
    at(PAD, PAD, head.body),
    isEmpty ? at(PAD, top, empty()) : middle,
    at(PAD, under, legend.body),
    at(PAD, last, foot.body),
  ];
  const { text } = markup`<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${px(width)}" height="${px(high)}" viewBox="0 0 ${px(width)} ${px(high)}" role="img" aria-labelledby="title desc" font-family="${FONT}"><title id="title">${graph.title ?? 'Untitled graph'}</title><desc id="desc">${drawnText(data, drawing)}</desc>${parts}</svg>
`;
  return { files: [{ name: 'ascribe-picture.svg', text }], losses: pictureLosses(graph, data) };
}
