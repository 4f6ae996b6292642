import type { Claim } from '../model/claim.ts';
import type { OriginId } from '../model/ids.ts';
import type { FigureEvidence } from './figures.ts';
import { holds, type Interval, intersect } from './interval.ts';

/**
 * Tells whether two origins stand against each other in a figure (E18): the values that they give have no common point,
 * or one denies outright a value that the other gives. No origin stands against itself. A figure is in dispute just if
 * two of its origins stand against each other.
 */
export function figureOpposition(
  { origins, denials }: Pick<FigureEvidence, 'origins' | 'denials'>,
  originOf: (claim: Claim) => OriginId,
): (a: OriginId, b: OriginId) => boolean {
  const given = new Map(origins.map((one) => [one.origin.id, one]));
  const denied = new Map<OriginId, Interval[]>();
  for (const { claim, interval } of denials) {
    if (claim.stance !== 'denies') continue;
    const origin = originOf(claim);
    const intervals = denied.get(origin);
    if (intervals === undefined) denied.set(origin, [interval]);
    else intervals.push(interval);
  }
  const denies = (a: OriginId, b: OriginId): boolean => {
    const value = given.get(b)?.value;
    return value !== undefined && (denied.get(a) ?? []).some((interval) => holds(interval, value));
  };
  const apart = (a: OriginId, b: OriginId): boolean => {
    const [one, other] = [given.get(a), given.get(b)];
    return one !== undefined && other !== undefined && intersect(one.interval, other.interval) === undefined;
  };
  return (a, b) => a !== b && (apart(a, b) || denies(a, b) || denies(b, a));
}
