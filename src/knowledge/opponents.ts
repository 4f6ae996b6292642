import { UNNAMED } from '../evidence/voices.ts';
import { byCodePoint } from '../model/order.ts';
import type { Dispute, Opponents, Party } from './knowledge-base.ts';
import { UNNAMED_NAME } from './words.ts';

/** A party where it sits in a dispute: on the side of that index. */
export interface Seat {
  readonly side: number;
  readonly party: Party;
}

/** A dispute, and which parties of it stand against each other; never two of one side. */
export interface Standoff {
  readonly dispute: Dispute;
  opposed(a: Seat, b: Seat): boolean;
}

interface Speaker {
  readonly id: string;
  readonly name: string;
}

/** So many parties of one dispute are paired, the heaviest: their pairs grow with the square of their number. */
const MOST_PARTIES = 200;

function seatsOf({ sides }: Dispute): Seat[] {
  return sides.flatMap(({ parties }, side) => parties.map((party) => ({ side, party })));
}

/**
 * The heaviest parties of a dispute. The heaviest of a side against comes before all others, and so does that of each
 * side where there are not too many sides: a lone denier is what pairs are asked for.
 */
function heaviest(dispute: Dispute): readonly Seat[] {
  const seats = seatsOf(dispute);
  if (seats.length <= MOST_PARTIES) return seats;
  const { sides } = dispute;
  const leads = ({ side, party }: Seat): boolean =>
    party === sides[side]?.parties[0] && (sides.length <= MOST_PARTIES || sides[side]?.label === 'against');
  return seats
    .map((seat) => ({ seat, first: Number(leads(seat)) }))
    .toSorted(
      (a, b) =>
        b.first - a.first ||
        b.seat.party.weight - a.seat.party.weight ||
        byCodePoint(a.seat.party.origin, b.seat.party.origin),
    )
    .slice(0, MOST_PARTIES)
    .map(({ seat }) => seat);
}

/** Speakers of a party, each once. The unnamed are one here, as they are one origin. */
function speakersOf({ party }: Seat): readonly Speaker[] {
  const byId = new Map(party.speakers.map(({ id, name }) => [id, id === UNNAMED ? UNNAMED_NAME : name]));
  return [...byId].map(([id, name]) => ({ id, name }));
}

/** Whether each of these takes a side, and of two one stands against the other. */
export function takeSides({ dispute, opposed }: Standoff, parties: readonly string[]): boolean {
  const seats = seatsOf(dispute);
  const taken = parties.map((id) => seats.filter(({ party }) => party.speakers.some((speaker) => speaker.id === id)));
  if (taken.some((own) => own.length === 0)) return false;
  const [first = [], second] = taken;
  return second === undefined || first.some((a) => second.some((b) => a.side !== b.side && opposed(a, b)));
}

/**
 * Pairs of speakers who stand against each other, those with most disputes between them first. Of a dispute with more
 * than 200 parties 200 are paired, and the rest are counted.
 */
export function opponents(standoffs: readonly Standoff[]): Opponents[] {
  const pairs = new Map<string, { a: Speaker; b: Speaker; disputes: string[]; leftOut: number }>();
  for (const { dispute, opposed } of standoffs) {
    const met = new Set<string>();
    const seats = heaviest(dispute);
    const leftOut = seatsOf(dispute).length - seats.length;
    for (const [i, one] of seats.entries()) {
      for (const other of seats.slice(i + 1)) {
        if (one.side === other.side || !opposed(one, other)) continue;
        for (const x of speakersOf(one)) {
          for (const y of speakersOf(other)) {
            if (x.id === y.id) continue;
            const [a, b] = byCodePoint(x.id, y.id) < 0 ? [x, y] : [y, x];
            const key = `${a.id} ${b.id}`;
            if (met.has(key)) continue;
            met.add(key);
            const pair = pairs.get(key) ?? { a, b, disputes: [], leftOut: 0 };
            pair.disputes.push(dispute.id);
            pair.leftOut += leftOut;
            pairs.set(key, pair);
          }
        }
      }
    }
  }
  return [...pairs.values()]
    .toSorted(
      (x, y) => y.disputes.length - x.disputes.length || byCodePoint(x.a.id, y.a.id) || byCodePoint(x.b.id, y.b.id),
    )
    .map(({ leftOut, ...pair }) => (leftOut === 0 ? pair : { ...pair, leftOut }));
}
