import { noWork, type Work } from './close-question.tsx';

/** What the dialog asks of what is in it. */
export interface Within {
  /** What would be lost if the import were closed now. */
  work(): Work;
  /** Goes to the step before; false where there is none. */
  back(): boolean;
}

export const NOTHING_WITHIN: Within = { work: noWork, back: () => false };

export function isAny({ mapped, decided }: Work): boolean {
  return mapped.length > 0 || decided > 0;
}
