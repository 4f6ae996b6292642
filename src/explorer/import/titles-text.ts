import { number } from '../../knowledge/words.ts';

/** Titles that are named of all. */
const MOST_TITLES = 3;

/** “A”, “B” and 8 others: of some titles the first, and how many more there are in all. */
export function titlesText(titles: readonly string[], all: number): string {
  // One that would be left over is named in place of being counted.
  const most = all === MOST_TITLES + 1 ? all : MOST_TITLES;
  const named = titles.slice(0, most).map((title) => `“${title}”`);
  const rest = all - named.length;
  const parts = rest > 0 ? [...named, `${number(rest)} others`] : named;
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
