import { type Claim, isNamed } from '../model/claim.ts';
import type { EntityId } from '../model/ids.ts';
import { byCodePoint } from '../model/order.ts';
import type { Counts } from './knowledge-base.ts';

/** Counts with their keys: most first, then by key; or in the order given. */
export function countsBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  order: 'most' | 'given' = 'most',
): (readonly [key: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  const entries = [...counts];
  if (order === 'most') entries.sort(([a, x], [b, y]) => y - x || byCodePoint(a, b));
  return entries;
}

/** The same as a record, but for keys that are whole numbers: a record puts those first. */
export function countBy<T>(items: readonly T[], keyOf: (item: T) => string, order: 'most' | 'given' = 'most'): Counts {
  return Object.fromEntries(countsBy(items, keyOf, order));
}

/** In how many claims each entity is subject, object, place, speaker or go-between. */
export function countMentions(claims: readonly Claim[]): Map<EntityId, number> {
  const mentions = new Map<EntityId, number>();
  for (const claim of claims) {
    const named = [claim.speaker, ...claim.via].filter(isNamed);
    for (const id of new Set([claim.subject, claim.object, claim.place, ...named])) {
      if (id !== undefined) mentions.set(id, (mentions.get(id) ?? 0) + 1);
    }
  }
  return mentions;
}
