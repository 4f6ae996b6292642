// biome-ignore lint/suspicious/noControlCharactersInRegex: an escape character is what starts a colour.
const COLOUR = /(\u001b\[\d{1,2}m)/gu;
const WIDE =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Columns that a text takes on a terminal: colours take none, ideographs and emoji two. */
export function displayWidth(text: string): number {
  const plain = text.replace(COLOUR, '');
  if (/^[\u0020-\u007e]*$/u.test(plain)) return plain.length;
  let width = 0;
  for (const { segment } of graphemes.segment(plain)) {
    if (/^[\p{Mn}\p{Me}\p{Cf}]+$/u.test(segment)) continue;
    width += WIDE.test(segment) ? 2 : 1;
  }
  return width;
}

/** Fills a text up with spaces to a width in columns. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** A word as what cannot be broken: letters with their marks, and colours. */
function pieces(word: string): string[] {
  return word
    .split(COLOUR)
    .flatMap((part) =>
      part.startsWith('\u001b') ? [part] : Array.from(graphemes.segment(part), ({ segment }) => segment),
    );
}

/** Signs in ids and addresses behind which a line is better broken than anywhere else. */
const JOINT = /^[-:~/_]$/u;

/** Breaks a word that is wider than a line: behind a joint in the second half of the line, or else where it is full. */
function breakWord(word: string, width: number): string[] {
  if (displayWidth(word) <= width) return [word];
  const lines: string[] = [];
  let line: string[] = [];
  let taken = 0;
  for (const piece of pieces(word)) {
    const more = displayWidth(piece);
    if (taken > 0 && taken + more > width) {
      const joint = line.findLastIndex((one) => JOINT.test(one)) + 1;
      const end = displayWidth(line.slice(0, joint).join('')) > width / 2 ? joint : line.length;
      lines.push(line.slice(0, end).join(''));
      line = line.slice(end);
      taken = displayWidth(line.join(''));
    }
    line.push(piece);
    taken += more;
  }
  return [...lines, line.join('')];
}

/** Where a line may end: at blanks, but not between a number and its "%", nor behind the mark of a verdict. */
const BREAKS = /(?<![●○◐✕·])[ \t]+(?![ \t]*%)/u;

/** Breaks a text into lines of at most `width` columns, between words where it can. Line breaks in it stay. */
export function wrap(text: string, width: number): string[] {
  if (!Number.isFinite(width)) return text.split('\n');
  const room = Math.max(10, width);
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line: string | undefined;
    for (const word of paragraph.split(BREAKS).flatMap((part) => breakWord(part, room))) {
      if (line === undefined) line = word;
      else if (displayWidth(line) + 1 + displayWidth(word) <= room) line += ` ${word}`;
      else {
        lines.push(line);
        line = word;
      }
    }
    return [...lines, line ?? ''];
  });
}

/** The least width to which a column is narrowed. */
const LEAST = 12;

/**
 * Widths of columns that together fit, the widest narrowed first, each to its own least width at most; undefined where
 * they cannot.
 */
function narrow(natural: readonly number[], least: readonly number[], width: number): number[] | undefined {
  const widths = [...natural];
  for (;;) {
    const excess = widths.reduce((sum, column) => sum + column, 0) - width;
    if (excess <= 0) return widths;
    let widest = -1;
    widths.forEach((column, i) => {
      if (column > (least[i] ?? 0) && column > (widths[widest] ?? 0)) widest = i;
    });
    const column = widths[widest];
    if (column === undefined) return undefined;
    widths[widest] = Math.max(least[widest] ?? 0, column - excess, Math.floor(column / 2));
  }
}

/**
 * Lines of a table without borders: columns aligned and two spaces apart, cells wrapped where the width asks for it.
 * Undefined where the table has too many columns for the width.
 */
export function tableLines(rows: readonly (readonly string[])[], width: number): string[] | undefined {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const natural = Array.from({ length: columns }, (_, i) =>
    rows.reduce((most, row) => Math.max(most, displayWidth(row[i] ?? '')), 0),
  );
  const words = Array.from({ length: columns }, (_, i) =>
    rows.reduce(
      (most, row) => (row[i] ?? '').split(BREAKS).reduce((m, word) => Math.max(m, displayWidth(word)), most),
      LEAST,
    ),
  );
  const room = width - 2 * (columns - 1);
  // Words, and so ids, are broken only where whole ones do not fit.
  const widths =
    narrow(natural, words, room) ??
    narrow(
      natural,
      natural.map(() => LEAST),
      room,
    );
  return widths === undefined ? undefined : rows.flatMap((row) => rowLines(row, widths));
}

function rowLines(row: readonly string[], widths: readonly number[]): string[] {
  const cells = widths.map((column, i) => {
    const cell = row[i] ?? '';
    return displayWidth(cell) <= column && !cell.includes('\n') ? [cell] : wrap(cell, column);
  });
  const height = Math.max(1, ...cells.map((cell) => cell.length));
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((cell, i) => (i === cells.length - 1 ? (cell[line] ?? '') : pad(cell[line] ?? '', widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
