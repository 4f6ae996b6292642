/** A tag of HXL, the Humanitarian Exchange Language, 1.1: `#date+start`, `#affected +killed`. */
const TAG = /^#[a-z]\w*(?:\s*\+[a-z]\w*)*$/iu;

/** Whether a row, the first under the header, is no record: tables of humanitarian data have tags of their columns there. */
export function isTagRow(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return filled.length > 0 && filled.every((cell) => TAG.test(cell));
}
