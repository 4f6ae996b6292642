import { dateBounds } from '../../model/dates.ts';
import type { Source } from '../../model/source.ts';
import { timestamp } from './stix-time.ts';

/** When an object was made and when it was changed last, as STIX writes it. */
export interface ObjectTimes {
  readonly created: string;
  readonly modified: string;
}

/** Of what nobody knows when it came to be: the same in every export, since `created` may never change (STIX 2.1, 3.6.2). */
export const NOBODY_KNOWS = '1970-01-01T00:00:00.000Z';

/** When a document came out, which makes what is said in it; never the time of the export. Only a corrected date changes it. */
export function createdWith(source: Source | undefined): string {
  if (source?.published === undefined) return NOBODY_KNOWS;
  return timestamp(dateBounds(source.published).min) ?? NOBODY_KNOWS;
}

/**
 * The times of one object. A version of it is known by its id and `modified` (STIX 2.1, 3.6.1), and two versions of one time
 * are undefined: so a later export, which may hold a correction, is a later version. `now`: when it is exported; without it
 * nothing is later than `created`.
 */
export function timesOf(created: string, now: string | undefined): ObjectTimes {
  return { created, modified: now === undefined || now < created ? created : now };
}
