import type { EntityRef } from '../../knowledge/knowledge-base.ts';
import { verdictNumber, whetherText } from '../../knowledge/words.ts';
import type { EntityId } from '../../model/ids.ts';
import { byCodePoint } from '../../model/order.ts';
import { joined, type Markup, markup } from '../dossier/markup.ts';
import { ALONG_OPACITY, INK, MUTED, PAGE } from './colours.ts';
import { dipOf } from './free-places.ts';
import { type Box, type Point, px, Taken } from './geometry.ts';
import type { Layout } from './layout.ts';
import { wordOn } from './line-words.ts';
import { type Course, courseBetween, crossBox, crossesOn, drawLine, type LineStyle, loopOn } from './lines.ts';
import type { PictureData } from './picture-data.ts';
import { SHAPE_RADIUS, shapeOf } from './shapes.ts';
import { linksBetween, NAME_LINE, NAME_SIZE, nameWidth, placeSigns, signOf } from './signs.ts';

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

/** A line of a fan, and on which of its sides no other line of the fan runs. */
interface Lane {
  readonly course: Course;
  readonly open: readonly (-1 | 1)[];
}

/** Lines between the same two entities, fanned out by the order of their ids. */
function lanesOf(data: PictureData, nodes: ReadonlyMap<string, Node>): Map<string, Lane> {
  const fans = new Map<string, PictureData['relations'][number][]>();
  for (const relation of data.relations) {
    const ends = [relation.subject.id, relation.object.id].sort(byCodePoint).join(' ');
    const fan = fans.get(ends);
    if (fan === undefined) fans.set(ends, [relation]);
    else fan.push(relation);
  }
  const lanes = new Map<string, Lane>();
  for (const fan of fans.values()) {
    fan.sort((a, b) => byCodePoint(a.id, b.id));
    for (const [i, { id, subject, object, symmetric }] of fan.entries()) {
      const [from, to] = [nodes.get(subject.id), nodes.get(object.id)];
      if (from === undefined || to === undefined) continue;
      if (from === to) {
        lanes.set(id, { course: loopOn(from, i), open: [] });
        continue;
      }
      // One direction for the whole fan, whichever way its relations run.
      const [first, last] = byCodePoint(subject.id, object.id) < 0 ? [from, to] : [to, from];
      const distance = Math.hypot(last.x - first.x, last.y - first.y) || 1;
      const step = Math.min(LANE, (2 * MOST_BOW * distance) / Math.max(fan.length - 1, 1));
      const aside = (i - (fan.length - 1) / 2) * step;
      const bow = { x: (-(last.y - first.y) * aside) / distance, y: ((last.x - first.x) * aside) / distance };
      const isOuter = [i === 0, i === fan.length - 1] as const;
      // The normal of a line that runs the other way than its fan points the other way, too.
      const sides = from === first ? ([-1, 1] as const) : ([1, -1] as const);
      const open = sides.filter((_, end) => isOuter[end]);
      lanes.set(id, { course: courseBetween(from, to, bow, !symmetric), open });
    }
  }
  return lanes;
}

/** Places for a name, in order of preference: below, above, right, left, and right and left of it higher and lower. */
function standings({ x, y, radius, lines }: Node): Box[] {
  const [width, height] = [nameWidth(lines), lines.length * NAME_LINE];
  const [right, left] = [x + radius + 4, x - radius - 4 - width];
  const beside = [y - height / 2, y - height, y].flatMap((top) => [
    { x: right, y: top, width, height },
    { x: left, y: top, width, height },
  ]);
  return [
    { x: x - width / 2, y: y + radius + 3, width, height },
    { x: x - width / 2, y: y - radius - 3 - height, width, height },
    ...beside,
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

interface Line {
  readonly relation: PictureData['relations'][number];
  readonly lane: Lane;
  readonly style: LineStyle;
  readonly crosses: readonly Point[];
  readonly isAlong: boolean;
}

function drawn({ relation, lane, style, crosses, isAlong }: Line): Markup {
  const { verdict, belief, disbelief, verdictText, proposition } = relation;
  const number = verdictNumber(verdict, belief, disbelief);
  const told = `${whetherText(proposition)}: ${verdictText}${number === '' ? '' : ` (${number})`}`;
  return markup`<g class="relation"${faint(isAlong)}><title>${told}</title>${drawLine(lane.course, style, crosses)}</g>`;
}

/**
 * Draws entities and relations; at the places that are given where most of what was chosen has one, else from a layout of
 * its own.
 */
export function drawPicture(data: PictureData, places?: ReadonlyMap<EntityId, Point>): Drawing {
  const { nodes, layout } = placed(data, places);
  const byId = new Map<string, Node>(nodes.map((node) => [node.entity.id, node]));
  const lanes = lanesOf(data, byId);
  const isFaint = faintness(data);
  const taken = new Taken();
  for (const { x, y, radius } of nodes) {
    taken.add({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius });
  }
  const lines = data.relations.flatMap((relation): Line[] => {
    const lane = lanes.get(relation.id);
    if (lane === undefined) return [];
    const { verdict, forShare, symmetric, deniedBy } = relation;
    const style = { verdict, forShare, arrow: !symmetric, isDenied: deniedBy.length > 0 };
    const crosses = crossesOn(lane.course, style, (box) => taken.isFree(box));
    return [{ relation, lane, style, crosses, isAlong: isFaint(data.along.relations.has(relation.id)) }];
  });
  // That somebody denies it is not to be written over: what is written keeps clear of all crosses.
  for (const { crosses } of lines) for (const cross of crosses) taken.add(crossBox(cross));
  const names: Markup[] = [];
  // The largest choose first; of equals the first by id.
  for (const node of nodes.toSorted((a, b) => b.radius - a.radius || byCodePoint(a.entity.id, b.entity.id))) {
    const box = standings(node).find((one) => taken.isFree(one));
    if (box === undefined) continue;
    taken.add(box);
    names.push(written(node, box));
  }
  // What was chosen has its word first; of the rest what is drawn on top.
  const types = lines
    .toReversed()
    .toSorted((a, b) => Number(a.isAlong) - Number(b.isAlong))
    .flatMap(({ relation: { typeLabel: label }, lane: { course, open: sides }, crosses, isAlong: isFaint }) => {
      const word = wordOn({ label, course, sides, crossed: crosses.length > 0, isFaint }, taken);
      return word === undefined ? [] : [word];
    });
  return {
    body: joined([...lines.map(drawn), ...types, ...nodes.map(picture), ...names]),
    width: layout.width,
    height: layout.height,
    unwritten: { names: nodes.length - names.length, types: lines.length - types.length },
    hasFaint: isFaint(data.along.relations.size > 0),
  };
}
