import type { Credibility } from '../../model/grades.ts';
import type { ConfidenceScale } from './mapping.ts';

/** What a grade says of one claim. */
export interface Graded {
  readonly confidence?: number;
  readonly credibility?: Credibility;
}

const DIGITS: readonly Credibility[] = [1, 2, 3, 4, 5, 6];

function number(value: string | number | boolean): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean' || value.trim() === '') return undefined;
  const found = Number(value.trim().replace(/%$/u, ''));
  return Number.isFinite(found) ? found : undefined;
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
 * Undefined where the value does not belong to the scale.
 */
export function gradeOf(value: string | number | boolean, scale: ConfidenceScale): Graded | undefined {
  if (scale === 'admiralty') {
    const [, digit] = /^(?:[A-Fa-f]-?)?([1-6])$/u.exec(String(value).trim()) ??
      /information-credibility="?([1-6])"?$/u.exec(String(value).trim()) ?? [undefined, undefined];
    const credibility = DIGITS.find((one) => String(one) === digit);
    return credibility === undefined ? undefined : { credibility };
  }
  const found = number(value);
  if (found === undefined || found < 0) return undefined;
  if (scale === 'stix') {
    const credibility = credibilityOfStix(found);
    return credibility === undefined ? undefined : { credibility };
  }
  const most = scale === 'percent' ? 100 : 1;
  return found > most ? undefined : { confidence: found / most };
}
