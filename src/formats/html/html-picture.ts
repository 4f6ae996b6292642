import type { GraphDocument } from '../../model/graph-document.ts';
import type { EntityId } from '../../model/ids.ts';
import { type Markup, markup } from '../dossier/markup.ts';
import { drawPicture } from '../svg/draw-picture.ts';
import { type Point, px } from '../svg/geometry.ts';
import { drawLegend } from '../svg/legend.ts';
import { pictureData } from '../svg/picture-data.ts';
import { drawnText, kindsOf } from '../svg/write-svg.ts';

/** A page is read, not searched with a magnifying glass: more than this belongs into a picture file. */
const MOST_ON_A_PAGE = 300;

/** The picture of a dossier with its legend; nothing where no two entities are related. */
export function htmlPicture(graph: GraphDocument, places?: ReadonlyMap<EntityId, Point>): Markup | undefined {
  const data = pictureData(graph, MOST_ON_A_PAGE);
  if (data.relations.length === 0) return undefined;
  const drawing = drawPicture(data, places);
  const width = Math.max(720, drawing.width + 24);
  const legend = drawLegend(kindsOf(graph, data), width - 24);
  const height = 12 + drawing.height + 20 + legend.height + 12;
  const words = drawnText(data, drawing);
  return markup`<figure><div class="scroll" tabindex="0" role="region" aria-label="Picture"><svg class="picture" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${px(width)} ${px(height)}" role="img" aria-label="Drawing of ${words}. All of it is told below."><g transform="translate(${px((width - drawing.width) / 2)} 12)">${drawing.body}</g><g class="legend" transform="translate(12 ${px(12 + drawing.height + 20)})">${legend.body}</g></svg></div><figcaption>${words}.</figcaption></figure>
`;
}
