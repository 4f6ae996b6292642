import { LONGEST_ATTRIBUTE, MOST_ATTRIBUTES } from '../model/attributes.ts';
import { MAX_DEPTH } from './nesting.ts';

/** What a reader takes at most. It stops, and says at which place, before it has built more. */
export interface Limits {
  /** Bytes of one file. */
  readonly bytes: number;
  /** Levels of nesting. */
  readonly depth: number;
  /** UTF-16 units of one text. An attribute that is longer is kept in several of its name, one for each part. */
  readonly text: number;
  /** Attributes of one record. */
  readonly attributes: number;
  /** Entities and claims together. */
  readonly records: number;
  /** Findings that are told one by one; the rest is counted. */
  readonly issues: number;
}

/**
 * Enough for what people exchange (100 MB of tables, 500,000 edges) with room above it, and little enough for a page of
 * a browser. Entity definitions are never expanded, so there is no limit for them.
 */
export const DEFAULT_LIMITS: Limits = {
  bytes: 1024 * 1024 * 1024,
  depth: MAX_DEPTH,
  text: LONGEST_ATTRIBUTE,
  attributes: MOST_ATTRIBUTES,
  records: 5_000_000,
  issues: 1000,
};

/** A file may write a whole record as one text, so one text of the file may be so many times as long as one of a record. */
export const RECORD_TEXTS = 100;

/** The limits that were asked for, the default ones for the rest. */
export function limitsOf(given: Partial<Limits> = {}): Limits {
  return { ...DEFAULT_LIMITS, ...given };
}
