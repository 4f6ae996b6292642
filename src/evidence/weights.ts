import type { Claim, Stance } from '../model/claim.ts';
import { isNamed } from '../model/claim.ts';
import type { Entity } from '../model/entity.ts';
import { type Credibility, hedgeStrength, type Reliability } from '../model/grades.ts';
import type { EntityId, SourceId } from '../model/ids.ts';
import type { Source } from '../model/source.ts';
import type { Origins } from './origins.ts';

/**
 * The numbers behind every verdict, in one place. They are Ascribe's choice: no standard assigns numbers to the
 * letters. What is standard is the letters and digits themselves (NATO Admiralty code).
 */
export interface WeightTable {
  readonly version: string;
  /** t, the share of such a source's statements that is taken to hold (EVIDENCE E1). */
  readonly reliability: Readonly<Record<Reliability, number>>;
  /** Factor of the credibility digit (E3). */
  readonly credibility: Readonly<Record<Credibility, number>>;
  /** Factor of a hedge (E3). */
  readonly hedge: { readonly mild: number; readonly strong: number };
  /** Factor of a doubt on the side against (E3). */
  readonly doubt: number;
  /** θ: the least weight that is more than nothing (E12). */
  readonly threshold: number;
  /** How many times one side must outweigh the other to prevail (E12). */
  readonly ratio: number;
}

export const DEFAULT_WEIGHTS: WeightTable = {
  version: '1',
  reliability: { A: 0.9, B: 0.75, C: 0.5, D: 0.25, E: 0.1, F: 1 / 3 },
  credibility: { 1: 1, 2: 1, 3: 1 / 2, 4: 1 / 4, 5: 1 / 8, 6: 1 },
  hedge: { mild: 1 / 2, strong: 1 / 4 },
  doubt: 1 / 4,
  threshold: 1 / 4,
  ratio: 4,
};

/**
 * E5: weights are kept as whole numbers of this unit, 1/4608. By the default table each is one exactly, so sums do not
 * depend on their order.
 */
export const UNITS_PER_ONE = 4608;

/** A number of weight units (1/4608). Branded, since a weight, a probability and a confidence are all numbers. */
export type Units = number & { readonly __unit: 'weight' };

/** Rounds a weight to the unit. Throws a RangeError where it is no number or below zero: a weight is never guessed. */
export function toUnits(weight: number): Units {
  if (!Number.isFinite(weight) || weight < 0)
    throw new RangeError(`a weight must be a number from 0 up, got ${weight}`);
  return Math.round(weight * UNITS_PER_ONE) as Units;
}

/** Where sources and speakers are looked up. */
export interface Speakers {
  readonly sources: ReadonlyMap<SourceId, Source>;
  readonly entities: ReadonlyMap<EntityId, Entity>;
}

/** What claims are weighed by. */
export interface Weighing extends Speakers {
  readonly origins: Origins;
  readonly table?: WeightTable;
  /** As told by those who speak (E22): every grade counts as C, and what a coder set is ignored. */
  readonly asTold?: boolean;
}

/** A claim's weight with each factor that made it (E16), in the order in which they multiply. */
export interface ClaimWeight {
  readonly units: Units;
  /** Letter of the source. */
  readonly source: Reliability;
  /** Letter of the speaker; absent where the source speaks in its own voice (E2). */
  readonly speaker?: Reliability;
  /** t of the weaker link, and t/(1−t). */
  readonly t: number;
  readonly odds: number;
  readonly credibility: number;
  readonly hedge: number;
  readonly stance: number;
  /** The confidence that the coder set in place of the product (E4). */
  readonly setConfidence?: number;
}

/** The Admiralty letter of a claim's speaker, or undefined where the source speaks in its own voice. */
function speakerLetter(claim: Claim, source: Source, speakers: Speakers): Reliability | undefined {
  if (!isNamed(claim.speaker)) return claim.speaker.reliability ?? 'F';
  if (claim.speaker === source.speaker) return undefined;
  return speakers.entities.get(claim.speaker)?.reliability ?? 'F';
}

function stanceFactor(stance: Stance, table: WeightTable): number {
  return stance === 'doubts' ? table.doubt : 1;
}

/**
 * The weight of one claim (E1–E5): w = t/(1−t) × credibility × hedge × stance, t being the lower of source's and
 * speaker's; or c/(1−c) where the coder set a confidence c (E4).
 *
 * Throws a RangeError for a claim whose source is unknown: a graph is checked before it is weighed.
 */
export function weigh(
  claim: Claim,
  speakers: Speakers,
  table: WeightTable = DEFAULT_WEIGHTS,
  asTold = false,
): ClaimWeight {
  const source = speakers.sources.get(claim.source);
  if (source === undefined) throw new RangeError(`claim ${claim.id} names the unknown source ${claim.source}`);
  const letter = speakerLetter(claim, source, speakers);
  const own = table.reliability[source.reliability];
  const t = asTold ? table.reliability.C : letter === undefined ? own : Math.min(own, table.reliability[letter]);
  const odds = t / (1 - t);
  const credibility = table.credibility[claim.credibility ?? 6];
  const hedge = claim.hedge === undefined ? 1 : table.hedge[hedgeStrength(claim.hedge)];
  const stance = stanceFactor(claim.stance, table);
  const set = asTold ? undefined : claim.confidence?.value;
  const weight = set === undefined ? odds * credibility * hedge * stance : set / (1 - set);
  return {
    units: toUnits(weight),
    source: source.reliability,
    ...(letter === undefined ? {} : { speaker: letter }),
    t,
    odds,
    credibility,
    hedge,
    stance,
    ...(set === undefined ? {} : { setConfidence: set }),
  };
}

/** E4: the confidence that a claim's edge carries, w/(1+w), in [0, 1). */
export function confidenceOf(units: Units): number {
  return units / (UNITS_PER_ONE + units);
}
