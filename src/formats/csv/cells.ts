import { jsonTooDeep } from '../nesting.ts';
import { typedValue } from '../property-graph/typed-value.ts';
import { restore } from './formula.ts';

/** How the cells of a column are read. Text is restored from what was done against formulas; see formula.ts. */
export type CellKind = 'text' | 'number' | 'boolean' | 'json';

/**
 * The value of a cell that is not empty. A cell that does not hold what its column wants comes back as its text, so that
 * the check of the record says what was expected and what came.
 */
export function cellValue(cell: string, kind: CellKind): unknown {
  if (kind === 'text') return restore(cell);
  const trimmed = cell.trim();
  if (kind === 'number') {
    const number = Number(trimmed);
    // A number of more digits than can be held would become another one, unless it is written as what it is held as.
    const isExact = typeof typedValue(trimmed, 'number') === 'number' || String(number) === trimmed;
    return isExact && Number.isFinite(number) ? number : cell;
  }
  if (kind === 'boolean') {
    // Spreadsheets write them in capitals.
    const lower = trimmed.toLowerCase();
    return lower === 'true' ? true : lower === 'false' ? false : cell;
  }
  const text = restore(cell);
  if (jsonTooDeep(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    // No JSON: the check of the record then says that a list was expected.
    return text;
  }
}
