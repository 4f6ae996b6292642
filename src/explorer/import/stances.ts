import { Stance } from '../../model/claim.ts';

/** All stances, in the order in which they are told. */
export const STANCES: readonly Stance[] = Stance.options;
