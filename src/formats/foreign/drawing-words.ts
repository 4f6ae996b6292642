import type { Attribute } from '../../model/attributes.ts';

/** What Gephi writes as the type of an edge: whether it has a direction. In lower case. */
const DIRECTIONS: ReadonlySet<string> = new Set(['directed', 'undirected', 'mutual']);

/** Programs of sigma.js, by which an attribute `type` says how an edge is drawn. */
const EDGE_PROGRAMS: ReadonlySet<string> = new Set([
  'line',
  'arrow',
  'doubleArrow',
  'curve',
  'curved',
  'curvedArrow',
  'curvedDoubleArrow',
  'curvedNoArrow',
  'straight',
  'straightNoArrow',
  'tapered',
  'dashed',
  'dotted',
  'rectangle',
  'triangle',
]);
/** The same of a node. */
const NODE_PROGRAMS: ReadonlySet<string> = new Set([
  'circle',
  'bordered',
  'border',
  'pictogram',
  'piechart',
  'gradient',
  'disc',
]);
/** Programs of nodes whose words may as well be kinds of things: they are programs only where a node is drawn. */
const DRAWN_PROGRAMS: ReadonlySet<string> = new Set([
  'image',
  'square',
  'triangle',
  'diamond',
  'star',
  'cross',
  'point',
]);
/** Attributes that only what is drawn has. */
const DRAWN: ReadonlySet<string> = new Set(['x', 'y', 'size', 'color']);

/** Whether the type of an edge says nothing but its direction. Half a million edges ask: most words are of other lengths. */
function isDirection(value: Attribute['value']): boolean {
  const { length } = String(value);
  return length >= 6 && length <= 10 && length % 2 === 0 && DIRECTIONS.has(String(value).toLowerCase());
}

/** Whether the type of an edge says how it is drawn, or its direction, and nothing of what it means. */
export function isEdgeDrawing(value: Attribute['value']): boolean {
  return EDGE_PROGRAMS.has(String(value)) || isDirection(value);
}

/** Whether the type of a node says how it is drawn; `others` are its attributes, or the columns of its table. */
export function isNodeDrawing(value: Attribute['value'], others: readonly { readonly name: string }[]): boolean {
  const word = String(value);
  return NODE_PROGRAMS.has(word) || (DRAWN_PROGRAMS.has(word) && others.some(({ name }) => DRAWN.has(name)));
}
