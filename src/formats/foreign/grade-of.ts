import type { Credibility } from '../../model/grades.ts';
import type { ConfidenceScale } from './mapping.ts';

/** What a grade says of one claim. */
export interface Graded {
  readonly confidence?: number;
  readonly credibility?: Credibility;
}

const DIGITS: readonly Credibility[] = [1, 2, 3, 4, 5, 6];

/** A number as a file writes it. */
interface Written {
  readonly number: number;
  /** Whether a per cent sign stands behind it. */
  readonly percent: boolean;
}

/** A comma with other than three digits behind it, or none but zero before it, separates no thousands. */
const DECIMAL_COMMA = /^-?(?:\d*,(?:\d{1,2}|\d{4,})|0?,\d+)$/u;

/** A decimal number, and no hexadecimal one. */
const DECIMAL = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/iu;

function written(value: string | number | boolean): Written | undefined {
  if (typeof value === 'number') return { number: value, percent: false };
  if (typeof value === 'boolean') return undefined;
  const [, digits = '', sign] = /^(.*?)\s*(%?)$/u.exec(value.trim()) ?? [];
  if (digits === '') return undefined;
  const decimal = DECIMAL_COMMA.test(digits) ? digits.replace(',', '.') : digits;
  if (!DECIMAL.test(decimal)) return undefined;
  const found = Number(decimal);
  // What is too small for a number is not nothing.
  const isNothing = found === 0 && /[1-9]/u.test(decimal.replace(/e.*$/iu, ''));
  return Number.isFinite(found) && !isNothing ? { number: found, percent: sign === '%' } : undefined;
}

/** Whether the comma of a value can only be the point of a decimal fraction, as half of the world writes it: `0,8`. */
export function hasDecimalComma(value: string | number | boolean): boolean {
  return typeof value === 'string' && DECIMAL_COMMA.test(value.trim().replace(/\s*%$/u, ''));
}

/** Whether a percentage is more than none and below one without a per cent sign: it may be meant for a part of one. */
export function isSlight(value: string | number | boolean, { confidence }: Graded): boolean {
  return confidence !== undefined && confidence > 0 && confidence < 0.01 && !String(value).trim().endsWith('%');
}

/** Lower bounds of the ranges of STIX 2.1's confidence scale for Admiralty credibility, with their digits. */
const STIX_RANGES: readonly (readonly [least: number, digit: Credibility])[] = [
  [80, 1],
  [60, 2],
  [40, 3],
  [20, 4],
  [0, 5],
];

/** The digit of a STIX 2.1 confidence (0–100); undefined where it is none. */
export function credibilityOfStix(confidence: number): Credibility | undefined {
  if (!(confidence >= 0 && confidence <= 100)) return undefined;
  return STIX_RANGES.find(([least]) => confidence >= least)?.[1];
}

/**
 * What a value means on a scale. Of an Admiralty grade only the digit is taken: the letter grades a source, not a claim.
 * A per cent sign means hundredths on each scale of numbers, and a comma that can be nothing else is a decimal point.
 * Undefined where the value does not belong to the scale.
 */
export function gradeOf(value: string | number | boolean, scale: ConfidenceScale): Graded | undefined {
  if (scale === 'admiralty') {
    const [, digit] = /^(?:[A-Fa-f]-?)?([1-6])$/u.exec(String(value).trim()) ??
      /information-credibility="?([1-6])"?$/u.exec(String(value).trim()) ?? [undefined, undefined];
    const credibility = DIGITS.find((one) => String(one) === digit);
    return credibility === undefined ? undefined : { credibility };
  }
  const found = written(value);
  if (found === undefined || found.number < 0) return undefined;
  if (scale === 'stix') {
    const credibility = credibilityOfStix(found.number);
    return credibility === undefined ? undefined : { credibility };
  }
  const most = scale === 'percent' || found.percent ? 100 : 1;
  return found.number > most ? undefined : { confidence: found.number / most };
}
