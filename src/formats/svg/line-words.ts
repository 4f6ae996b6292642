import { type Markup, markup } from '../dossier/markup.ts';
import { INK, MUTED, PAGE } from './colours.ts';
import { type Box, px, type Taken } from './geometry.ts';
import type { Course } from './lines.ts';
import { textWidth } from './text-width.ts';

const SIZE = 10;
/** Of the letters with the ground that is painted round them. */
const HEIGHT = 13;
/** Free line at both ends of a word that stands on it, together: as far as an arrow needs. */
const ENDS = 26;
/** Parts of a line at which its word may stand, in order of preference. */
const PLACES = [0.5, 0.36, 0.64, 0.28, 0.72];
/** Between the middle of a line and that of a word beside it, where nothing stands on the line. */
const BESIDE = 11;

/** A line that has a word. */
export interface Worded {
  readonly label: string;
  readonly course: Course;
  /** The sides on which the word is as surely its own: −1 and 1 along the normal of its direction. */
  readonly sides: readonly (-1 | 1)[];
  readonly crossed: boolean;
  readonly isFaint: boolean;
}

/** How far a word beside a line stands from it: past a cross, which reaches farther on a slant. */
function asideOf({ crossed }: Worded, angle: number): number {
  return crossed ? HEIGHT / 2 + 6.5 * (Math.abs(Math.cos(angle)) + Math.abs(Math.sin(angle))) : BESIDE;
}

/** The word of a relation on its line, or close beside it, where it covers nothing; it takes its place. */
export function wordOn(line: Worded, taken: Taken): Markup | undefined {
  const { label, course, isFaint } = line;
  const width = textWidth(label, SIZE);
  const [on, beside] = [width + ENDS <= course.length, width <= course.length];
  const sides = [...(on ? [0] : []), ...(beside ? line.sides : [])];
  const tried = sides.flatMap((side) => PLACES.map((t) => ({ t, side })));
  for (const { t, side } of tried) {
    const angle = course.angle(t);
    const aside = side * asideOf(line, angle);
    const foot = course.at(t);
    const [x, y] = [foot.x - aside * Math.sin(angle), foot.y + aside * Math.cos(angle)];
    const box: Box = { x: x - width / 2, y: y - HEIGHT / 2, width, height: HEIGHT, turned: angle };
    if (!taken.isFree(box)) continue;
    taken.add(box);
    const degrees = (angle * 180) / Math.PI;
    const upright = Math.abs(degrees) > 90 ? degrees + 180 : degrees;
    return markup`<text class="${isFaint ? 'type along' : 'type'}" font-size="${SIZE}" text-anchor="middle" fill="${isFaint ? MUTED : INK}" stroke="${PAGE}" stroke-width="3" stroke-linejoin="round" paint-order="stroke" transform="translate(${px(x)} ${px(y)}) rotate(${px(upright)})" dy="3.4">${label}</text>`;
  }
  return undefined;
}
