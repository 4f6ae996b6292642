import { UNNAMED } from '../evidence/voices.ts';
import { byCodePoint } from '../model/order.ts';
import type { Dispute, DisputeSide, Opponents } from './knowledge-base.ts';
import { UNNAMED_NAME } from './words.ts';

/** Speakers on a side, each once. The unnamed are one here, as they are one origin. */
function speakersOf(side: DisputeSide): { readonly id: string; readonly name: string }[] {
  const byId = new Map(side.parties.flatMap((party) => party.speakers.map(({ id, name }) => [id, name])));
  return [...byId].map(([id, name]) => ({ id, name: id === UNNAMED ? UNNAMED_NAME : name }));
}

/** So many parties of one dispute are paired, the heaviest: their pairs grow with the square of their number. */
const MOST_PARTIES = 200;

/** The sides of a dispute with its heaviest parties alone. */
function heaviest({ sides }: Dispute): readonly DisputeSide[] {
  const all = sides.flatMap((side) => side.parties);
  if (all.length <= MOST_PARTIES) return sides;
  const kept = new Set(
    all.toSorted((a, b) => b.weight - a.weight || byCodePoint(a.origin, b.origin)).slice(0, MOST_PARTIES),
  );
  const few = sides.length <= MOST_PARTIES;
  // No side is left without anybody: a lone denier is what pairs are asked for.
  return sides.map((side) => {
    const parties = side.parties.filter((party, i) => (few && i === 0) || kept.has(party));
    return { ...side, parties };
  });
}

/** Whether each of these takes a side, and of two not only the same one. */
export function takeSides(dispute: Dispute, parties: readonly string[]): boolean {
  const sidesOf = (party: string): number[] =>
    dispute.sides.flatMap((side, i) => (speakersOf(side).some((speaker) => speaker.id === party) ? [i] : []));
  const taken = parties.map(sidesOf);
  if (taken.some((sides) => sides.length === 0)) return false;
  const [first = [], second] = taken;
  return second === undefined || first.some((a) => second.some((b) => a !== b));
}

/**
 * Pairs of speakers on opposite sides, those with most disputes between them first. Of a dispute with more than 200
 * parties the 200 heaviest are paired.
 */
export function opponents(disputes: readonly Dispute[]): Opponents[] {
  const pairs = new Map<string, { a: Opponents['a']; b: Opponents['b']; disputes: string[] }>();
  for (const dispute of disputes) {
    const met = new Set<string>();
    const sides = heaviest(dispute);
    for (const [i, side] of sides.entries()) {
      for (const other of sides.slice(i + 1)) {
        for (const x of speakersOf(side)) {
          for (const y of speakersOf(other)) {
            if (x.id === y.id) continue;
            const [a, b] = byCodePoint(x.id, y.id) < 0 ? [x, y] : [y, x];
            const key = `${a.id}~${b.id}`;
            if (met.has(key)) continue;
            met.add(key);
            const pair = pairs.get(key) ?? { a, b, disputes: [] };
            pair.disputes.push(dispute.id);
            pairs.set(key, pair);
          }
        }
      }
    }
  }
  return [...pairs.values()].toSorted(
    (x, y) => y.disputes.length - x.disputes.length || byCodePoint(x.a.id, y.a.id) || byCodePoint(x.b.id, y.b.id),
  );
}
