import { fitPlaces } from './fit-places.ts';
import type { Sign } from './free-places.ts';
import type { Point } from './geometry.ts';
import { type Layout, type Link, layOut } from './layout.ts';
import { textWidth, wrap } from './text-width.ts';

export const NAME_SIZE = 12;
export const NAME_LINE = 14;
const NAME_WIDTH = 132;
const MOST_LINES = 3;

/** Where fewer than this part of what was chosen has a place, a layout of its own says more than the places do. */
const ENOUGH = 0.5;

/** The sign of an entity with its name in lines below. */
export interface NamedSign extends Sign {
  readonly lines: readonly string[];
}

export function nameWidth(lines: readonly string[]): number {
  return lines.reduce((most, line) => Math.max(most, textWidth(line, NAME_SIZE)), 0);
}

/** The sign of an entity on whose relations so many claims are: area grows with the number, within bounds. */
export function signOf({ id, name, claims }: { id: string; name: string; claims: number }): NamedSign {
  const radius = Math.min(24, 8 + 1.6 * Math.sqrt(claims));
  const lines = wrap(name, NAME_SIZE, NAME_WIDTH, MOST_LINES);
  return {
    key: id,
    radius,
    lines,
    width: Math.max(2 * radius, nameWidth(lines)) + 4,
    height: 2 * radius + lines.length * NAME_LINE + 6,
  };
}

/** Which of the signs are linked, each pair once; what is linked to itself alone is not. */
export function linksBetween(
  signs: readonly Sign[],
  pairs: Iterable<readonly [from: string, to: string]>,
): readonly Link[] {
  const index = new Map(signs.map(({ key }, i) => [key, i]));
  const links = new Map<number, Link>();
  for (const [from, to] of pairs) {
    const [one, other] = [index.get(from), index.get(to)];
    if (one === undefined || other === undefined || one === other) continue;
    const [a, b] = [Math.min(one, other), Math.max(one, other)];
    links.set(a * signs.length + b, { a, b });
  }
  return [...links.values()].sort((one, other) => one.a - other.a || one.b - other.b);
}

/**
 * Places for signs: those that are given for the middle of each, where at least half of what counts has one; else a layout
 * of their own.
 */
export function placeSigns(
  signs: readonly Sign[],
  links: readonly Link[],
  given: ReadonlyMap<string, Point> | undefined,
  counts: (key: string) => boolean,
): Layout {
  const places = signs.map(({ key }) => given?.get(key));
  const counting = signs.flatMap(({ key }, i) => (counts(key) ? [places[i]] : []));
  const known = counting.filter((place) => place !== undefined).length;
  if (known === 0 || known < ENOUGH * counting.length) return layOut(signs, links);
  return fitPlaces(signs, links, places);
}
