import { cutText, Label } from '../model/text.ts';
import type { NamedGraph } from './join-entities.ts';

/** A title of more characters than so names the first graphs only. */
const LONGEST_TITLE = 160;

/** The titles of all graphs; one without a title goes by its name. Those that do not fit are counted. */
export function joinedTitle(graphs: readonly NamedGraph[]): string {
  const times = new Map<string, number>();
  for (const { name, graph } of graphs) {
    const title = graph.title ?? asLabel(name);
    times.set(title, (times.get(title) ?? 0) + 1);
  }
  const titles = [...times].map(([title, n]) => (n === 1 ? title : `${title} (${n} graphs)`));
  const shown: string[] = [];
  let length = 0;
  for (const title of titles) {
    length += title.length + 3;
    if (length > LONGEST_TITLE && shown.length > 0) break;
    shown.push(title);
  }
  const more = titles.length - shown.length;
  const text = [...shown, ...(more === 0 ? [] : [`${more} ${more === 1 ? 'other' : 'others'}`])].join(' + ');
  return cutText(text, 300);
}

/** The name of a file, where it can stand in a title. */
function asLabel(name: string): string {
  const label = Label.safeParse(cutText(name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim(), 300));
  return label.success ? label.data : 'a file';
}
