import type { KnownLoss } from '../format.ts';
import { MOST_ECHOED, type Referred } from './what-is-said.ts';

export const REVOKED: KnownLoss = {
  field: 'revoked',
  why:
    'its author took it back, so it is nobody’s claim any more; it is left out. Versions are told apart within one file: an ' +
    'earlier one in another file stays a claim when the two are merged',
  keptBy: 'none',
};
const OF_REVOKED: KnownLoss = {
  field: 'about what was revoked',
  why: 'an opinion or note on what its author took back is about nobody’s claim; it is left out',
  keptBy: 'none',
};
const OF_OPINION: KnownLoss = {
  field: 'opinion (on an opinion)',
  why: 'whoever disagrees with a denial does not thereby assert; Ascribe has stances on relations and statements alone',
  keptBy: 'none',
};
const OF_MUCH: KnownLoss = {
  field: 'about a note on many',
  why: `a note or an opinion on what is about more than ${MOST_ECHOED} things would be said of each of them; it is left out`,
  keptBy: 'none',
};
export const OF_NO_THING: KnownLoss = {
  field: 'about no thing',
  why: 'it joins, or is about, a marking, a note, an opinion or another object that is no entity and no claim here; it is left out',
  keptBy: 'none',
};
export const SIGNED_BESIDE: KnownLoss = {
  field: 'authors (beside the first)',
  why:
    'what several authors sign is the word of one of them, so that it counts once and nobody in it twice; the others stand ' +
    'in the attribute “authors”',
  keptBy: 'none',
};
export const NEUTRAL: KnownLoss = {
  field: 'opinion (neutral)',
  why: 'an opinion that takes no side neither asserts, denies nor doubts a relation',
  keptBy: 'none',
};

/** Why an opinion on something is no claim. */
export function lossOf({ is }: Referred): KnownLoss {
  if (is === 'much') return OF_MUCH;
  return is === 'revoked' ? OF_REVOKED : is === 'opinion' ? OF_OPINION : OF_NO_THING;
}
