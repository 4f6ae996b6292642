import { WEIGHT_BOUNDS, type WeightName } from '../../evidence/weight-changes.ts';

/** A number of the table as it stands in its field: at most four decimals. */
export function valueText(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}

/** The same with at least two decimals, so that numbers stand under each other. */
export function fieldText(value: number): string {
  return valueText(value).replace(
    /^(\d+)(?:\.(\d*))?$/u,
    (_, whole: string, rest: string = '') => `${whole}.${rest.padEnd(2, '0')}`,
  );
}

/** What was typed as a number within bounds, or a sentence that says why it was not taken. */
export function readValue(
  name: WeightName,
  typed: string | number,
  kept: number,
): { value: number } | { refusal: string } {
  const [min, max] = WEIGHT_BOUNDS[name];
  const value = typeof typed === 'number' ? typed : typed.trim() === '' ? Number.NaN : Number(typed.replace(',', '.'));
  if (value >= min && value <= max) return { value };
  const given = String(typed).trim();
  return {
    refusal: `${given === '' ? 'An empty field' : `“${given}”`} was not taken: it must be a number from ${min} to ${max}. ${valueText(kept)} still counts.`,
  };
}
