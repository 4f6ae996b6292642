import type { Claim } from '../model/claim.ts';
import { groupBy } from '../model/group-by.ts';
import type { OriginId, RelationId, SourceId } from '../model/ids.ts';
import { RelationId as RelationIdSchema } from '../model/ids.ts';
import { byCodePoint } from '../model/order.ts';
import { ClaimIndex } from './claim-index.ts';
import { CHANGES, type Change, changeCode, Fusion } from './fusion.ts';
import { type Opinion, opinionOf, projectedProbability } from './opinion.ts';
import type { Origin } from './origins.ts';
import type { BearingClaim } from './propositions.ts';
import { UNKNOWN, VERDICT_CODES } from './relation-scale.ts';
import type { Bearing } from './roll-up.ts';
import type { Ruling, Verdict } from './verdict.ts';
import { type ClaimWeight, confidenceOf, DEFAULT_WEIGHTS, type Weighing, type WeightTable } from './weights.ts';

export type { Weighing } from './weights.ts';

export type Side = 'for' | 'against';

/**
 * Why a claim counts as it does (E9): as its origin's strongest word; half, where the origin says both and it is not
 * clear what it said last; not, since the origin took it back later; or not, since the origin said as much already.
 */
export type Counting = 'strongest' | 'half' | 'taken-back' | 'repeat';

/** How one claim entered the sums, or why it did not (E16). */
export interface WeighedClaim {
  readonly claim: Claim;
  /** How it bears on the relation, and the relation that it was made on (E14). */
  readonly bearing: Bearing;
  readonly on: RelationId;
  readonly weight: ClaimWeight;
  /** w/(1+w), what its edge carries (E4). */
  readonly confidence: number;
  readonly side: Side;
  readonly origin: OriginId;
  /** Its weight units as counted: all, half or none. */
  readonly counted: number;
  readonly counting: Counting;
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
  /** What the relation would come to without it (E21). */
  readonly without: { readonly opinion: Opinion; readonly verdict: Verdict; readonly change: Change };
}

/** Least and greatest number of independent origins that there can be (E10). */
export interface OriginRange {
  readonly min: number;
  readonly max: number;
}

/** A document that carries the word of several origins: leaving it out silences all of them (E7). */
export interface Carrier {
  readonly source: SourceId;
  readonly origins: readonly OriginId[];
}

/** The evidence on one relation, with all that made it. */
export interface Evidence extends Ruling {
  readonly forUnits: number;
  readonly againstUnits: number;
  /** Weight for of the strongest single origin. */
  readonly strongestUnits: number;
  readonly opinion: Opinion;
  /** P of E11, for sorting only. */
  readonly probability: number;
  /** Whether an explicit denial stands; then a verdict is never shown without it (E12). */
  readonly explicitDenial: boolean;
  /** Whether something that excludes it weighs against it (E14). */
  readonly byExclusion: boolean;
  /** Heaviest first. */
  readonly origins: readonly WeighedOrigin[];
  readonly originsFor: OriginRange;
  readonly originsAgainst: OriginRange;
  readonly carriers: readonly Carrier[];
  /** Every claim that bears on the relation, those that count first. */
  readonly claims: readonly WeighedClaim[];
  /** Version of the weights table. */
  readonly weights: string;
}

function isSupport(verdict: Verdict): boolean {
  return verdict === 'corroborated' || verdict === 'single-source';
}

/** The verdict and the line of E12 that gave it, from their codes. */
function ruling(code: number, line: Ruling['rule']): Ruling {
  const verdict = VERDICT_CODES[code] ?? 'unknown';
  return { verdict, rule: line, doubted: code === UNKNOWN && line === 2 };
}

/**
 * Lays open how a relation of a fusion came to its verdict. `bearing` holds the claims that its rows stand for. The
 * numbers are read from the same scale that all verdicts come from; nothing is reckoned a second way.
 */
export function explain(
  fusion: Fusion,
  relation: number,
  bearing: readonly BearingClaim[],
  index: ClaimIndex,
  table: WeightTable,
): Evidence {
  const sums = fusion.sums(relation);
  const shares = fusion.shares(relation);
  const verdict = VERDICT_CODES[sums.verdict] ?? 'unknown';
  const share = new Map<number, number>();
  // Whoever took their strongest word on one side back has taken back whatever they said on that side.
  const takenBack: Readonly<Record<Side, Set<OriginId>>> = { for: new Set(), against: new Set() };
  for (const one of shares) {
    if (one.forClaim >= 0) share.set(one.forClaim, one.forShare);
    if (one.againstClaim >= 0) share.set(one.againstClaim, one.againstShare);
    const origin = index.origins[one.origin];
    if (origin === undefined) throw new RangeError(`relation ${relation} names no origin ${one.origin}`);
    if (one.forClaim >= 0 && one.forShare === 0) takenBack.for.add(origin.id);
    if (one.againstClaim >= 0 && one.againstShare === 0) takenBack.against.add(origin.id);
  }
  const claims = bearing.map(({ claim, bearing: how, on }): WeighedClaim => {
    const at = index.add(claim);
    const weight = index.weight(at);
    const part = share.get(at);
    const side = claim.stance === 'asserts' && how !== 'exclusion' ? 'for' : 'against';
    const origin = index.origin(at).id;
    return {
      claim,
      bearing: how,
      on,
      weight,
      confidence: confidenceOf(weight.units),
      side,
      origin,
      counted: weight.units * (part ?? 0),
      counting: takenBack[side].has(origin)
        ? 'taken-back'
        : part === undefined
          ? 'repeat'
          : part === 1
            ? 'strongest'
            : 'half',
    };
  });
  const origins = shares
    .map((one): WeighedOrigin => {
      const origin = index.origins[one.origin];
      if (origin === undefined) throw new RangeError(`relation ${relation} names no origin ${one.origin}`);
      const without = VERDICT_CODES[one.verdictWithout] ?? 'unknown';
      return {
        origin,
        forUnits: one.forTwice / 2,
        againstUnits: one.againstTwice / 2,
        changed: one.forClaim >= 0 && one.againstClaim >= 0,
        critical: isSupport(verdict) && !isSupport(without),
        without: {
          opinion: opinionOf((sums.forTwice - one.forTwice) / 2, (sums.againstTwice - one.againstTwice) / 2),
          verdict: without,
          change: CHANGES[changeCode(sums.verdict, one.verdictWithout)] ?? 'holds',
        },
      };
    })
    .toSorted(
      (a, b) => b.forUnits + b.againstUnits - (a.forUnits + a.againstUnits) || byCodePoint(a.origin.id, b.origin.id),
    );
  const [forUnits, againstUnits] = [sums.forTwice / 2, sums.againstTwice / 2];
  const [minFor, maxFor, minAgainst, maxAgainst] = sums.range;
  return {
    ...ruling(sums.verdict, sums.line),
    forUnits,
    againstUnits,
    strongestUnits: sums.strongestTwice / 2,
    opinion: opinionOf(forUnits, againstUnits),
    probability: projectedProbability(forUnits, againstUnits),
    explicitDenial: sums.explicitDenial,
    byExclusion: sums.byExclusion,
    origins,
    originsFor: { min: minFor, max: maxFor },
    originsAgainst: { min: minAgainst, max: maxAgainst },
    carriers: carriersOf(claims),
    claims: claims.toSorted((a, b) => b.counted - a.counted || byCodePoint(a.claim.id, b.claim.id)),
    weights: table.version,
  };
}

function carriersOf(claims: readonly WeighedClaim[]): Carrier[] {
  const counted = claims.filter((claim) => claim.counted > 0);
  return [...groupBy(counted, ({ claim }) => claim.source)]
    .map(([source, own]) => ({ source, origins: [...new Set(own.map((claim) => claim.origin))].toSorted(byCodePoint) }))
    .filter(({ origins }) => origins.length > 1)
    .toSorted((a, b) => byCodePoint(a.source, b.source));
}

/**
 * Weighs all claims of one relation (EVIDENCE E1–E13). The result does not depend on their order. An empty list gives
 * the vacuous opinion and the verdict unknown.
 */
export function fuse(claims: readonly Claim[], weighing: Weighing): Evidence {
  const table = weighing.table ?? DEFAULT_WEIGHTS;
  const index = new ClaimIndex(weighing);
  const on = RelationIdSchema.parse('its~own~relation');
  const bearing = claims
    .filter((claim) => claim.quantity === undefined)
    .map((claim): BearingClaim => ({ claim, bearing: 'itself', on }))
    .toSorted((a, b) => byCodePoint(a.claim.id, b.claim.id));
  const fusion = new Fusion(index.columns([bearing]), table);
  return explain(fusion, 0, bearing, index, table);
}
