/**
 * What makes a spreadsheet take a cell for a formula, also in the full-width forms that some fold to the plain ones.
 * After any number of apostrophes, so that what is put in front can be taken off again.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;

/**
 * The same within a cell, where a spreadsheet that separates by something else than a comma begins a cell of its own:
 * many countries have the semicolon for that, and a quotation mark within such a cell keeps nothing together.
 */
const INNER = /([;\t\r\n])('*)(?=[=+\-@＝＋－＠])/gu;
const INNER_MARKED = /([;\t\r\n])'('*)(?=[=+\-@＝＋－＠])/gu;

/** A text cell that no spreadsheet executes: one apostrophe is put in front of each part of it that looks like a formula. */
export function neutralise(cell: string): string {
  const safe = cell.replace(INNER, "$1'$2");
  return FORMULA.test(cell) ? `'${safe}` : safe;
}

/** The text that `neutralise` was given: one apostrophe is taken off wherever it put one. */
export function restore(cell: string): string {
  const text = cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
  return text.replace(INNER_MARKED, '$1$2');
}
