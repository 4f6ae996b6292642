import type { Verdict } from '../../evidence/verdict.ts';
import { joined, type Markup, markup } from '../dossier/markup.ts';
import { AGAINST, FOR, VERDICT_COLOURS } from './colours.ts';
import { type Box, type Point, px } from './geometry.ts';

/** A line between two entities as a curve that can be drawn beside itself. */
export interface Course {
  /** The `d` of a path that runs `aside` units to the right of the middle. */
  path(aside: number): string;
  /** A point on it, 0 to 1. */
  at(t: number): Point;
  /** Its direction there, in radians. */
  angle(t: number): number;
  readonly length: number;
}

const ARROW = 9;

function toward(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: from.x + ((to.x - from.x) * distance) / length, y: from.y + ((to.y - from.y) * distance) / length };
}

/**
 * From the border of one entity to that of another. `bow`: how far the middle stands aside; `head` leaves room for an
 * arrowhead.
 */
export function courseBetween(
  from: Point & { readonly radius: number },
  to: Point & { readonly radius: number },
  bow: Point,
  head: boolean,
): Course {
  const middle = { x: (from.x + to.x) / 2 + 2 * bow.x, y: (from.y + to.y) / 2 + 2 * bow.y };
  const start = toward(from, middle, from.radius + 2);
  const end = toward(to, middle, to.radius + 2 + (head ? ARROW - 1 : 0));
  const chord = Math.hypot(end.x - start.x, end.y - start.y) || 1;
  const normal = { x: -(end.y - start.y) / chord, y: (end.x - start.x) / chord };
  const angle = (t: number): number => {
    const x = 2 * (1 - t) * (middle.x - start.x) + 2 * t * (end.x - middle.x);
    const y = 2 * (1 - t) * (middle.y - start.y) + 2 * t * (end.y - middle.y);
    return Math.atan2(y, x);
  };
  return {
    path: (aside) => {
      const beside = ({ x, y }: Point): string => `${px(x + aside * normal.x)} ${px(y + aside * normal.y)}`;
      return `M${beside(start)}Q${beside(middle)} ${beside(end)}`;
    },
    at: (t) => ({
      x: (1 - t) ** 2 * start.x + 2 * t * (1 - t) * middle.x + t ** 2 * end.x,
      y: (1 - t) ** 2 * start.y + 2 * t * (1 - t) * middle.y + t ** 2 * end.y,
    }),
    angle,
    length: chord,
  };
}

/** A ring on top of an entity, for what is said of it and itself; each further one is larger. */
export function loopOn({ x, y, radius }: Point & { readonly radius: number }, place: number): Course {
  const size = radius + 10 + 9 * place;
  const middle = { x, y: y - radius - size * 0.6 };
  const around = (t: number): number => Math.PI * (0.6 + 1.8 * t);
  return {
    path: (aside) => {
      const r = size * 0.8 + aside;
      const [from, to] = [around(0), around(1)];
      return `M${px(middle.x + r * Math.cos(from))} ${px(middle.y + r * Math.sin(from))}A${px(r)} ${px(r)} 0 1 1 ${px(middle.x + r * Math.cos(to))} ${px(middle.y + r * Math.sin(to))}`;
    },
    at: (t) => ({
      x: middle.x + size * 0.8 * Math.cos(around(t)),
      y: middle.y + size * 0.8 * Math.sin(around(t)),
    }),
    angle: (t) => around(t) + Math.PI / 2,
    length: size * 4,
  };
}

/** Two short strokes across each other. */
function cross({ x, y }: Point, size: number, colour: string, name: string): Markup {
  const [left, right, top, bottom] = [px(x - size), px(x + size), px(y - size), px(y + size)];
  return markup`<path class="${name}" d="M${left} ${top}L${right} ${bottom}M${left} ${bottom}L${right} ${top}" fill="none" stroke="${colour}" stroke-width="1.8"/>`;
}

function arrowhead(course: Course, colour: string, name: string): Markup {
  const { x, y } = course.at(1);
  const angle = (course.angle(1) * 180) / Math.PI;
  return markup`<path class="${name}" d="M-1-4.2L${ARROW} 0L-1 4.2z" transform="translate(${px(x)} ${px(y)}) rotate(${px(angle)})" fill="${colour}"/>`;
}

/** What of a relation its line shows. */
export interface LineStyle {
  readonly verdict: Verdict;
  /** Share of the weight that stands for it, 0 to 1. */
  readonly forShare: number;
  readonly arrow: boolean;
  /** Somebody denies it outright, whatever the verdict. */
  readonly isDenied: boolean;
}

/** How far a cross reaches from its middle, with the edge of its strokes. */
const CROSS_REACH = 6;

/** Where along its line the one cross of a denial may stand, in order of preference. */
const CROSS_PLACES = [0.5, 0.42, 0.58, 0.34, 0.66];

/** What a cross needs for itself. */
export function crossBox({ x, y }: Point): Box {
  return { x: x - CROSS_REACH, y: y - CROSS_REACH, width: 2 * CROSS_REACH, height: 2 * CROSS_REACH };
}

/** Where the crosses of a line stand: a single one beside the signs that the line runs under, where it can. */
export function crossesOn(
  course: Course,
  { verdict, isDenied }: Pick<LineStyle, 'verdict' | 'isDenied'>,
  isFree: (box: Box) => boolean = () => true,
): readonly Point[] {
  if (verdict === 'denied') return [0.25, 0.5, 0.75].map((t) => course.at(t));
  if (!isDenied) return [];
  const free = CROSS_PLACES.find((t) => isFree(crossBox(course.at(t))));
  return [course.at(free ?? 0.5)];
}

function stroke(course: Course, aside: number, width: number, colour: string, name: string, dash?: string): Markup {
  const dashes = dash === undefined ? undefined : markup` stroke-dasharray="${dash}" stroke-linecap="round"`;
  return markup`<path class="${name}" d="${course.path(aside)}" fill="none" stroke="${colour}" stroke-width="${px(width)}"${dashes}/>`;
}

/**
 * The line of a relation. Verdicts differ by form before they differ by colour (EVIDENCE, Display): thick, thin, two
 * strokes by their weight for and against, crossed, dotted. A standing denial puts one cross on any line.
 */
export function drawLine(course: Course, style: LineStyle, crosses = crossesOn(course, style)): Markup {
  const { verdict, forShare, arrow } = style;
  const colour = VERDICT_COLOURS[verdict];
  const name = `line ${verdict}`;
  const parts: Markup[] = [];
  if (verdict === 'disputed') {
    const [pro, contra] = [1.3 + 3.4 * forShare, 1.3 + 3.4 * (1 - forShare)];
    parts.push(stroke(course, -(pro / 2 + 0.9), pro, FOR, 'line for'));
    parts.push(stroke(course, contra / 2 + 0.9, contra, AGAINST, 'line against'));
  } else if (verdict === 'unknown') parts.push(stroke(course, 0, 2.2, colour, name, '0.1 5.5'));
  else parts.push(stroke(course, 0, verdict === 'corroborated' ? 3.2 : 1.5, colour, name));
  for (const place of crosses) {
    parts.push(verdict === 'denied' ? cross(place, 4.5, colour, name) : cross(place, 5, AGAINST, 'line against'));
  }
  if (arrow) parts.push(arrowhead(course, colour, `head ${verdict}`));
  return joined(parts);
}
