import { type Claim, isNamed } from '../model/claim.ts';
import { dateBounds, isLater } from '../model/dates.ts';
import { groupBy } from '../model/group-by.ts';
import type { OriginId } from '../model/ids.ts';
import { byCodePoint } from '../model/order.ts';
import { type Opinion, opinionOf, projectedProbability } from './opinion.ts';
import type { Origin, Origins } from './origins.ts';
import { isSupported, type Ruling, rule } from './verdict.ts';
import { type ClaimWeight, confidenceOf, DEFAULT_WEIGHTS, type Speakers, type WeightTable, weigh } from './weights.ts';

export type Side = 'for' | 'against';

/** How one claim entered the sums, or why it did not (E16). */
export interface WeighedClaim {
  readonly claim: Claim;
  readonly weight: ClaimWeight;
  /** w/(1+w), what its edge carries (E4). */
  readonly confidence: number;
  readonly side: Side;
  readonly origin: OriginId;
  /** Its weight units as counted: all, half (E9, said both ways undated) or none. */
  readonly counted: number;
  readonly reason:
    | 'strongest of its origin'
    | 'half: its origin says both'
    | 'repeats its origin'
    | 'superseded by a later word';
}

export interface WeighedOrigin {
  readonly origin: Origin;
  /** Weight units for and against, after E9. */
  readonly forUnits: number;
  readonly againstUnits: number;
  /** It has claims on both sides (E9). */
  readonly changed: boolean;
  /** The support ends without it (E13). */
  readonly critical: boolean;
}

/** Least and greatest number of independent origins that there can be (E10). */
export interface OriginRange {
  readonly min: number;
  readonly max: number;
}

/** The evidence on one relation, with all that made it. */
export interface Evidence extends Ruling {
  readonly forUnits: number;
  readonly againstUnits: number;
  readonly opinion: Opinion;
  /** P of E11, for sorting only. */
  readonly probability: number;
  /** Whether an explicit denial stands; then a verdict is never shown without it (E12). */
  readonly explicitDenial: boolean;
  readonly origins: readonly WeighedOrigin[];
  readonly originsFor: OriginRange;
  readonly originsAgainst: OriginRange;
  readonly claims: readonly WeighedClaim[];
  readonly weights: string;
}

/** What claims are weighed by. */
export interface Weighing extends Speakers {
  readonly origins: Origins;
  readonly table?: WeightTable;
}

interface Entry {
  readonly claim: Claim;
  readonly weight: ClaimWeight;
  readonly origin: Origin;
}

/**
 * The weightiest word of one side of an origin. Among equals an undated one stands, since it leaves open which side came
 * last; then the latest; then the first id.
 */
function strongest(entries: readonly Entry[]): Entry | undefined {
  const [best] = entries.toSorted(
    (a, b) => b.weight.units - a.weight.units || byDateOpenFirst(a, b) || byCodePoint(a.claim.id, b.claim.id),
  );
  return best;
}

function byDateOpenFirst({ claim: a }: Entry, { claim: b }: Entry): number {
  if (a.said === undefined || b.said === undefined) return Number(a.said !== undefined) - Number(b.said !== undefined);
  const [x, y] = [dateBounds(a.said), dateBounds(b.said)];
  // Of dates that end alike the one that starts earlier leaves more open. (Infinity − Infinity is no number, so 0.)
  return y.max - x.max || x.min - y.min || 0;
}

/** E9: the share of each side's strongest word that counts. */
function shares(yes: Entry | undefined, no: Entry | undefined): { yes: number; no: number } {
  if (yes === undefined || no === undefined) return { yes: 1, no: 1 };
  const { said: yesSaid } = yes.claim;
  const { said: noSaid } = no.claim;
  if (yesSaid !== undefined && noSaid !== undefined) {
    if (isLater(yesSaid, noSaid)) return { yes: 1, no: 0 };
    if (isLater(noSaid, yesSaid)) return { yes: 0, no: 1 };
  }
  return { yes: 0.5, no: 0.5 };
}

/** E10. Unnamed speakers and documents of unknown publisher may be one voice or as many as there are. */
function range(entries: readonly Entry[], origins: Origins): OriginRange {
  const known = new Set(entries.filter((entry) => entry.origin.known).map((entry) => entry.origin.id));
  const unsure = new Set(
    entries
      .filter((entry) => !entry.origin.known && !known.has(entry.origin.id))
      .map(({ claim, origin }) =>
        isNamed(claim.speaker) ? origin.id : `${origins.rootOf(claim.source)} ${claim.speaker.unnamed}`,
      ),
  );
  return { min: known.size + Math.min(1, unsure.size), max: known.size + unsure.size };
}

/**
 * Weighs all claims of one relation (EVIDENCE E1–E13). The result does not depend on their order. An empty list gives
 * the vacuous opinion and the verdict unknown.
 */
export function fuse(claims: readonly Claim[], weighing: Weighing): Evidence {
  const table = weighing.table ?? DEFAULT_WEIGHTS;
  const entries = claims
    .map((claim): Entry => ({ claim, weight: weigh(claim, weighing, table), origin: weighing.origins.of(claim) }))
    .toSorted((a, b) => byCodePoint(a.claim.id, b.claim.id));
  const groups = groupBy(entries, (entry) => entry.origin.id);
  const weighed: WeighedClaim[] = [];
  const sums = [...groups.values()].flatMap((group) => {
    const first = group[0];
    if (first === undefined) return [];
    const yes = strongest(group.filter((entry) => entry.claim.stance === 'asserts'));
    const no = strongest(group.filter((entry) => entry.claim.stance !== 'asserts'));
    const share = shares(yes, no);
    for (const entry of group) {
      const side = entry.claim.stance === 'asserts' ? 'for' : 'against';
      const part = side === 'for' ? share.yes : share.no;
      const chosen = entry === yes || entry === no;
      weighed.push({
        claim: entry.claim,
        weight: entry.weight,
        confidence: confidenceOf(entry.weight.units),
        side,
        origin: entry.origin.id,
        counted: chosen ? entry.weight.units * part : 0,
        reason: !chosen
          ? 'repeats its origin'
          : part === 1
            ? 'strongest of its origin'
            : part === 0
              ? 'superseded by a later word'
              : 'half: its origin says both',
      });
    }
    return [
      {
        origin: first.origin,
        forUnits: (yes?.weight.units ?? 0) * share.yes,
        againstUnits: (no?.weight.units ?? 0) * share.no,
        changed: yes !== undefined && no !== undefined,
      },
    ];
  });
  const forUnits = sums.reduce((sum, origin) => sum + origin.forUnits, 0);
  const againstUnits = sums.reduce((sum, origin) => sum + origin.againstUnits, 0);
  const supported = isSupported(forUnits, againstUnits, table);
  const origins = sums
    .map(
      (origin): WeighedOrigin => ({
        ...origin,
        critical: supported && !isSupported(forUnits - origin.forUnits, againstUnits - origin.againstUnits, table),
      }),
    )
    .toSorted(
      (a, b) => b.forUnits + b.againstUnits - (a.forUnits + a.againstUnits) || byCodePoint(a.origin.id, b.origin.id),
    );
  // An origin that weighs against and denies outright is an explicit denial, also where its doubt weighs more.
  const against = new Set(origins.filter((o) => o.againstUnits > 0).map((o) => o.origin.id));
  const explicitDenial = entries.some((entry) => entry.claim.stance === 'denies' && against.has(entry.origin.id));
  const side = (wanted: Side): Entry[] => {
    const ids = new Set(
      origins.filter((o) => (wanted === 'for' ? o.forUnits : o.againstUnits) > 0).map((o) => o.origin.id),
    );
    return entries.filter(
      (entry) => ids.has(entry.origin.id) && (entry.claim.stance === 'asserts') === (wanted === 'for'),
    );
  };
  return {
    ...rule(
      {
        forUnits,
        againstUnits,
        strongestFor: origins.reduce((most, origin) => Math.max(most, origin.forUnits), 0),
        explicitDenial,
      },
      table,
    ),
    forUnits,
    againstUnits,
    opinion: opinionOf(forUnits, againstUnits),
    probability: projectedProbability(forUnits, againstUnits),
    explicitDenial,
    origins,
    originsFor: range(side('for'), weighing.origins),
    originsAgainst: range(side('against'), weighing.origins),
    claims: weighed.toSorted((a, b) => b.counted - a.counted || byCodePoint(a.claim.id, b.claim.id)),
    weights: table.version,
  };
}
