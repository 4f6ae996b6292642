import type { RelationEntry } from '../dossier/dossier.ts';
import { sharesText } from '../dossier/dossier-words.ts';
import { type Markup, markup } from '../dossier/markup.ts';
import { px } from '../svg/geometry.ts';

const WIDTH = 420;
const HEIGHT = 14;

/** The pattern of what is uncertain, once for all bars of a page. */
export const HATCH = markup`<svg class="patterns" width="0" height="0" aria-hidden="true"><defs><pattern id="hatch" width="7" height="14" patternUnits="userSpaceOnUse"><path class="hatch" d="M0 14L7 0" stroke-width="1"/></pattern></defs></svg>
`;

/** Belief from the left, disbelief from the right, uncertainty as the hatched gap between (EVIDENCE, Display). */
export function sharesBar(entry: Pick<RelationEntry, 'verdict' | 'shares'>): Markup {
  const { belief, disbelief } = entry.shares;
  const [left, right] = [px(WIDTH * belief), px(WIDTH * (1 - disbelief))];
  const words = sharesText(entry);
  return markup`<svg class="shares" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${words}"><rect class="open" x="${left}" width="${px(right - left)}" height="${HEIGHT}" fill="url(#hatch)"/><rect class="for" width="${left}" height="${HEIGHT}"/><rect class="against" x="${right}" width="${px(WIDTH - right)}" height="${HEIGHT}"/></svg><p class="muted">${words}</p>
`;
}
