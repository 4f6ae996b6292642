/** Widths in parts of the font's size, by what a common sans-serif has; a little too much rather than too little. */
const NARROW = /^[iljtfrI.,:;'|!()[\]{}/\- ]$/u;
const BROAD = /^[mwMW@%—]$/u;
const CAPITAL = /^\p{Lu}$/u;
const SQUARE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\uff00-\uffef]$/u;
const NONE = /^\p{M}$/u;

function widthOfCharacter(character: string): number {
  if (NARROW.test(character)) return 0.36;
  if (BROAD.test(character)) return 0.92;
  if (SQUARE.test(character)) return 1.05;
  if (NONE.test(character)) return 0;
  return CAPITAL.test(character) ? 0.7 : 0.58;
}

/** About how wide a text is, in the unit of `size`. There is no canvas to measure it on where an export is made. */
export function textWidth(text: string, size: number, bold = false): number {
  let width = 0;
  for (const character of text) width += widthOfCharacter(character);
  return width * size * (bold ? 1.07 : 1);
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
