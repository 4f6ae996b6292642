/**
 * What makes a spreadsheet take a cell for a formula, also in the full-width forms that some fold to the plain ones.
 * After any number of apostrophes, so that what is put in front can be taken off again.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;

/** A text cell that no spreadsheet executes: one apostrophe is put in front of what looks like a formula. */
export function neutralise(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** The text that `neutralise` was given: one apostrophe is taken off where it put one. */
export function restore(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
