import type { EntityRef } from '../../knowledge/knowledge-base.ts';
import { verdictNumber, whetherText } from '../../knowledge/words.ts';
import type { EntityId } from '../../model/ids.ts';
import { byCodePoint } from '../../model/order.ts';
import { joined, type Markup, markup } from '../dossier/markup.ts';
import { ALONG_OPACITY, INK, MUTED, PAGE } from './colours.ts';
import { dipOf } from './free-places.ts';
import { type Box, type Point, px, Taken } from './geometry.ts';
import type { Layout } from './layout.ts';
import { type Course, courseBetween, drawLine, loopOn } from './lines.ts';
import type { PictureData } from './picture-data.ts';
import { SHAPE_RADIUS, shapeOf } from './shapes.ts';
import { linksBetween, NAME_LINE, NAME_SIZE, nameWidth, placeSigns, signOf } from './signs.ts';
import { textWidth } from './text-width.ts';

const TYPE_SIZE = 10;
/** Between two lines of a fan, in the middle. */
const LANE = 17;
/** Most bow of the outermost line of a fan, as a part of the distance of its ends. */
const MOST_BOW = 0.42;

/** A drawing without its frame. */
export interface Drawing {
  readonly body: Markup;
  readonly width: number;
  readonly height: number;
  /** Names and words of lines that found no room. They are still told when they are pointed at. */
  readonly unwritten: { readonly names: number; readonly types: number };
  /** Whether some of it is drawn fainter, since it was only taken along. */
  readonly hasFaint: boolean;
}

interface Node extends Point {
  readonly entity: EntityRef;
  readonly radius: number;
  readonly lines: readonly string[];
  readonly isFaint: boolean;
}

function placed(
  { entities, relations, along }: PictureData,
  places: ReadonlyMap<EntityId, Point> | undefined,
): { nodes: Node[]; layout: Layout } {
  const signs = entities.map(signOf);
  const links = linksBetween(
    signs,
    relations.map(({ subject, object }) => [subject.id, object.id]),
  );
  const isFaint = faintness({ relations, along });
  const layout = placeSigns(signs, links, places, (key) => !isFaint(along.entities.has(key)));
  const nodes = entities.map((entity, i) => {
    const [middle, sign] = [layout.points[i] ?? { x: 0, y: 0 }, signs[i] ?? signOf(entity)];
    const { radius, lines } = sign;
    // The name stands below: the sign is at the top of its box.
    const [x, y] = [middle.x, middle.y - dipOf(sign)];
    return { entity, radius, lines, x, y, isFaint: isFaint(along.entities.has(entity.id)) };
  });
  return { nodes, layout };
}

/** Where nothing that is drawn was chosen there is nothing that it could be fainter than. */
function faintness({ relations, along }: Pick<PictureData, 'relations' | 'along'>): (isAlong: boolean) => boolean {
  const none = along.relations.size === relations.length;
  return (isAlong) => isAlong && !none;
}

/** Lines between the same two entities, fanned out by the order of their ids. */
function coursesOf(data: PictureData, nodes: ReadonlyMap<string, Node>): Map<string, Course> {
  const fans = new Map<string, PictureData['relations'][number][]>();
  for (const relation of data.relations) {
    const ends = [relation.subject.id, relation.object.id].sort(byCodePoint).join(' ');
    const fan = fans.get(ends);
    if (fan === undefined) fans.set(ends, [relation]);
    else fan.push(relation);
  }
  const courses = new Map<string, Course>();
  for (const fan of fans.values()) {
    fan.sort((a, b) => byCodePoint(a.id, b.id));
    for (const [i, { id, subject, object, symmetric }] of fan.entries()) {
      const [from, to] = [nodes.get(subject.id), nodes.get(object.id)];
      if (from === undefined || to === undefined) continue;
      if (from === to) {
        courses.set(id, loopOn(from, i));
        continue;
      }
      // One direction for the whole fan, whichever way its relations run.
      const [first, last] = byCodePoint(subject.id, object.id) < 0 ? [from, to] : [to, from];
      const distance = Math.hypot(last.x - first.x, last.y - first.y) || 1;
      const step = Math.min(LANE, (2 * MOST_BOW * distance) / Math.max(fan.length - 1, 1));
      const aside = (i - (fan.length - 1) / 2) * step;
      const bow = { x: (-(last.y - first.y) * aside) / distance, y: ((last.x - first.x) * aside) / distance };
      courses.set(id, courseBetween(from, to, bow, !symmetric));
    }
  }
  return courses;
}

/** Places for a name, in order of preference: below, above, right, left. */
function standings({ x, y, radius, lines }: Node): Box[] {
  const [width, height] = [nameWidth(lines), lines.length * NAME_LINE];
  return [
    { x: x - width / 2, y: y + radius + 3, width, height },
    { x: x - width / 2, y: y - radius - 3 - height, width, height },
    { x: x + radius + 4, y: y - height / 2, width, height },
    { x: x - radius - 4 - width, y: y - height / 2, width, height },
  ];
}

function written({ lines, isFaint }: Node, box: Box): Markup {
  const spans = lines.map(
    (line, i) =>
      markup`<tspan x="${px(box.x + box.width / 2)}" y="${px(box.y + NAME_LINE * (i + 0.78))}">${line}</tspan>`,
  );
  return markup`<text class="${isFaint ? 'name along' : 'name'}" font-size="${NAME_SIZE}" text-anchor="middle" fill="${isFaint ? MUTED : INK}" stroke="${PAGE}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${spans}</text>`;
}

/** Whatever is only taken along is drawn through this. */
function faint(isFaint: boolean): Markup | undefined {
  return isFaint ? markup` opacity="${ALONG_OPACITY}"` : undefined;
}

function picture({ entity, x, y, radius, isFaint }: Node): Markup {
  const { outline, icon, colour } = shapeOf(entity.kind);
  const scale = Math.round((radius / SHAPE_RADIUS) * 1000) / 1000;
  // What is written is cut short; the whole name is told when the picture is pointed at.
  return markup`<g class="entity" transform="translate(${px(x)} ${px(y)}) scale(${scale})"><title>${entity.name} (${entity.kind})</title><path class="plate" d="${outline}" fill="${PAGE}" stroke="${PAGE}" stroke-width="2.4"/><g${faint(isFaint)}><path d="${outline}" fill="${colour}"/><path d="${icon}" fill="${PAGE}" transform="scale(0.86)"/></g></g>`;
}

/** The word of a relation along its line, where it covers nothing. */
function typeWord(label: string, course: Course, taken: Taken, isAlong: boolean): Markup | undefined {
  const width = textWidth(label, TYPE_SIZE);
  if (width + 26 > course.length) return undefined;
  for (const t of [0.5, 0.36, 0.64]) {
    const { x, y } = course.at(t);
    const angle = course.angle(t);
    const across = Math.abs(width * Math.cos(angle)) + Math.abs(12 * Math.sin(angle));
    const down = Math.abs(width * Math.sin(angle)) + Math.abs(12 * Math.cos(angle));
    const box = { x: x - across / 2, y: y - down / 2, width: across, height: down };
    if (!taken.isFree(box)) continue;
    taken.add(box);
    const degrees = (angle * 180) / Math.PI;
    const upright = Math.abs(degrees) > 90 ? degrees + 180 : degrees;
    return markup`<text class="${isAlong ? 'type along' : 'type'}" font-size="${TYPE_SIZE}" text-anchor="middle" fill="${isAlong ? MUTED : INK}" stroke="${PAGE}" stroke-width="3" stroke-linejoin="round" paint-order="stroke" transform="translate(${px(x)} ${px(y)}) rotate(${px(upright)})" dy="3.4">${label}</text>`;
  }
  return undefined;
}

/**
 * Draws entities and relations; at the places that are given where most of what was chosen has one, else from a layout of
 * its own.
 */
export function drawPicture(data: PictureData, places?: ReadonlyMap<EntityId, Point>): Drawing {
  const { nodes, layout } = placed(data, places);
  const byId = new Map<string, Node>(nodes.map((node) => [node.entity.id, node]));
  const courses = coursesOf(data, byId);
  const isFaint = faintness(data);
  const taken = new Taken();
  for (const { x, y, radius } of nodes) {
    taken.add({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius });
  }
  const names: Markup[] = [];
  // The largest choose first; of equals the first by id.
  for (const node of nodes.toSorted((a, b) => b.radius - a.radius || byCodePoint(a.entity.id, b.entity.id))) {
    const box = standings(node).find((one) => taken.isFree(one));
    if (box === undefined) continue;
    taken.add(box);
    names.push(written(node, box));
  }
  const lines: Markup[] = [];
  const types: Markup[] = [];
  for (const relation of data.relations) {
    const course = courses.get(relation.id);
    if (course === undefined) continue;
    const { verdict, forShare, symmetric, belief, disbelief, verdictText, proposition, deniedBy } = relation;
    const number = verdictNumber(verdict, belief, disbelief);
    const told = `${whetherText(proposition)}: ${verdictText}${number === '' ? '' : ` (${number})`}`;
    const line = drawLine(course, { verdict, forShare, arrow: !symmetric, isDenied: deniedBy.length > 0 });
    const isAlong = isFaint(data.along.relations.has(relation.id));
    lines.push(markup`<g class="relation"${faint(isAlong)}><title>${told}</title>${line}</g>`);
    const word = typeWord(relation.typeLabel, course, taken, isAlong);
    if (word !== undefined) types.push(word);
  }
  return {
    body: joined([...lines, ...types, ...nodes.map(picture), ...names]),
    width: layout.width,
    height: layout.height,
    unwritten: { names: nodes.length - names.length, types: courses.size - types.length },
    hasFaint: isFaint(data.along.relations.size > 0),
  };
}
