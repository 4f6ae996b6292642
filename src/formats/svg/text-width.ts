/**
 * Widths in parts of the font's size: what DejaVu Sans has, one of the widest that a system takes for its sans-serif. Most
 * others are narrower, so that a text takes rather less room than is kept for it.
 */
const WIDTHS: readonly (readonly [characters: RegExp, width: number])[] = [
  [/^\p{M}$/u, 0],
  [/^[iljIJ']$/u, 0.3],
  [/^[ .,:;|/\\·’]$/u, 0.34],
  [/^[frt()[\]!-]$/u, 0.41],
  [/^[csz?*_"`“”–]$/u, 0.55],
  [/^[DGHNOQU]$/u, 0.79],
  [/^[w~+=<>#^&→]$/u, 0.84],
  [/^[mMW@%—…]$/u, 1],
  [
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\uff00-\uffef]$/u,
    1.05,
  ],
  [/^\p{Lu}$/u, 0.7],
];
/** Small letters and digits. */
const COMMON = 0.64;

/** About how wide a text is, in the unit of `size`. There is no canvas to measure it on where an export is made. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += WIDTHS.find(([characters]) => characters.test(character))?.[1] ?? COMMON;
  return width * size;
}

/** The longest start of a text that fits, with "…" where it is not all of it. */
function cut(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (textWidth(`${kept}${character}…`, size) > width) break;
    kept += character;
  }
  return `${kept}…`;
}

/**
 * A text in lines of at most `width`. What does not fit into `most` lines ends with "…"; so does a word that is wider
 * than a line.
 */
export function wrap(text: string, size: number, width: number, most = Number.POSITIVE_INFINITY): string[] {
  const lines: string[] = [];
  let line = '';
  const words = text.split(/\s+/u).filter((word) => word !== '');
  for (const [i, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer, size) <= width) {
      line = longer;
      continue;
    }
    if (lines.length + 1 >= most) {
      lines.push(cut(line === '' ? words.slice(i).join(' ') : `${line} ${words.slice(i).join(' ')}`, size, width));
      return lines;
    }
    if (line !== '') lines.push(line);
    line = cut(word, size, width);
  }
  if (line !== '') lines.push(line);
  return lines;
}
