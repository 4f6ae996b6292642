import { number } from '../../knowledge/words.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import { type Markup, markup } from '../dossier/markup.ts';
import type { WriteOptions } from '../format.ts';
import { drawPicture } from '../svg/draw-picture.ts';
import { px } from '../svg/geometry.ts';
import { type LegendItem, legendItems } from '../svg/legend.ts';
import { MOST_DRAWN, type PictureData, pictureData } from '../svg/picture-data.ts';
import { drawnText, kindsOf } from '../svg/write-svg.ts';

/** As many entities as can be read on a sheet of paper across; more belong into a picture file. */
const MOST_ON_A_PAGE = 30;
const PAD = 12;

/** A picture for a page, and what it shows. */
export interface HtmlPicture {
  readonly body: Markup;
  readonly data: PictureData;
}

/** Each sign as a small drawing of its own, so that the items wrap as words do. */
function legendItem({ sign, signWidth, word }: LegendItem): Markup {
  return markup`<li><svg viewBox="-3 -12 ${signWidth + 4} 24" width="${signWidth + 4}" height="24" aria-hidden="true">${sign}</svg> ${word}</li>`;
}

/** The picture of a dossier with its legend; nothing where no two entities are related. */
export function htmlPicture(graph: GraphDocument, options: WriteOptions = {}): HtmlPicture | undefined {
  const data = pictureData(graph, { ...options, most: MOST_ON_A_PAGE });
  if (data.relations.length === 0) return undefined;
  const drawing = drawPicture(data, options.places);
  const [width, height] = [px(drawing.width + 2 * PAD), px(drawing.height + 2 * PAD)];
  const words = drawnText(data, drawing);
  const more = data.notDrawn.entities === 0 ? '' : ` A picture as a file has room for ${number(MOST_DRAWN)}.`;
  const legend = legendItems(kindsOf(graph, data), drawing.hasFaint).map(legendItem);
  const body = markup`<figure class="picture"><div class="scroll" tabindex="0" role="region" aria-label="Picture"><svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="Drawing of ${words}. All of it is told below."><g transform="translate(${PAD} ${PAD})">${drawing.body}</g></svg></div><ul class="legend">${legend}</ul><figcaption>${words}.${more}</figcaption></figure>
`;
  return { body, data };
}
