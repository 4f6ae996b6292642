import canonicalize from 'canonicalize';

/**
 * Whether two records say the same, in whatever order their fields stand. Most that do stand in one order, which is seen
 * much faster.
 */
export function isSameRecord(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b) || canonicalize(a) === canonicalize(b);
}
