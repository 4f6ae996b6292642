import { dateBounds, type EdtfDate } from '../../model/dates.ts';

/** A timestamp of STIX: RFC 3339 in UTC with milliseconds. Undefined outside of the years 1 to 9999. */
export function timestamp(milliseconds: number): string | undefined {
  if (!Number.isFinite(milliseconds)) return undefined;
  const text = new Date(milliseconds).toISOString();
  return /^\d{4}-/u.test(text) && !text.startsWith('0000') ? text : undefined;
}

/**
 * The span that a date can mean, as `start_time` and `stop_time`. The stop is left out where it is not after the start,
 * which STIX asks for. The date itself, with what is uncertain in it, stands in the extension.
 */
export function spanOf(date: EdtfDate | undefined): { readonly start_time?: string; readonly stop_time?: string } {
  if (date === undefined) return {};
  const { min, max } = dateBounds(date);
  const start = timestamp(min);
  const stop = timestamp(max);
  return {
    ...(start === undefined ? {} : { start_time: start }),
    ...(stop === undefined || (start !== undefined && max <= min) ? {} : { stop_time: stop }),
  };
}
