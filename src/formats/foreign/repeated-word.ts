import { asLabel } from './clean-text.ts';
import type { ForeignWord } from './records.ts';

/** How many claims one object of a file may make: ends by ends, they grow with the square of what stands there. */
export const MOST_CLAIMS_OF_ONE = 1000;

/** How much of one object is said again with its other claims, in characters of all of them. */
const MOST_REPEATED = 100_000;

/** About what an attribute takes beside its name and value. */
const FRAME = 20;

function sizeOf({ summary = '', attributes = [], speaker }: ForeignWord): number {
  let size = summary.length;
  for (const { name, value } of attributes) size += name.length + String(value).length + FRAME;
  return size + (typeof speaker === 'object' ? speaker.unnamed.length : 0);
}

/**
 * What an object says with each of its `claims` but the first. As long as that is not much, it says all with each. If it
 * is more than 100,000 characters, its texts and attributes stand with the first alone: a file of some kilobytes would
 * become a graph of gigabytes.
 */
export function repeated(word: ForeignWord, claims: number): ForeignWord {
  if ((claims - 1) * sizeOf(word) <= MOST_REPEATED) return word;
  const { summary: _, note: __, attributes: ___, speaker, ...rest } = word;
  if (speaker === undefined) return rest;
  return { ...rest, speaker: typeof speaker === 'string' ? speaker : { unnamed: asLabel(speaker.unnamed) ?? '' } };
}

/** The same for a text that is what the claims say: of a long one, what a claim has room for. */
export function repeatedLiteral(literal: string, claims: number): string {
  return (claims - 1) * literal.length <= MOST_REPEATED ? literal : (asLabel(literal) ?? literal);
}
