import type { Entity } from '../model/entity.ts';
import { groupBy } from '../model/group-by.ts';
import type { EntityId, OriginId, RelationId } from '../model/ids.ts';
import { byCodePoint } from '../model/order.ts';
import type { EvidenceTable } from './evidence-table.ts';
import type { Evidence } from './fuse.ts';
import type { Opinion } from './opinion.ts';
import { saidTogether } from './propositions.ts';
import { DEFAULT_WEIGHTS, UNITS_PER_ONE, type WeightTable } from './weights.ts';

/** What a dispute is about (EVIDENCE E19). */
export const DISPUTE_KINDS = ['denial', 'doubt', 'exclusion', 'figure', 'attribution', 'characterisation'] as const;
export type DisputeKind = (typeof DISPUTE_KINDS)[number];

/** A relation or statement in dispute. */
export interface RelationDispute {
  readonly kind: 'denial' | 'doubt' | 'exclusion' | 'characterisation';
  readonly relation: RelationId;
  readonly contention: number;
  /** Origins that weigh on either side. */
  readonly origins: number;
  /** Narrower relations that are in dispute with it: they are not listed again. */
  readonly narrower: readonly RelationId[];
  /** Relations that it cannot hold beside, where claims of them weigh against it. */
  readonly excludedBy: readonly RelationId[];
}

/** Rival answers to who did it. */
export interface AttributionDispute {
  readonly kind: 'attribution';
  readonly object: EntityId;
  /** One relation per answer, heaviest first. */
  readonly rivals: readonly RelationId[];
  /** Which of them are rivals of each other, each pair once, in order of `rivals`. */
  readonly rivalPairs: readonly (readonly [RelationId, RelationId])[];
  readonly contention: number;
  readonly origins: number;
}

/** So many answers to one question are held against each other, the heaviest. */
const MOST_ANSWERS = 64;

/** E19: a relation is in dispute when its verdict is disputed, or when both sides reach θ/2. */
export function isDispute(
  evidence: Pick<Evidence, 'verdict' | 'forUnits' | 'againstUnits'>,
  table: WeightTable = DEFAULT_WEIGHTS,
): boolean {
  const least = (table.threshold / 2) * UNITS_PER_ONE;
  return evidence.verdict === 'disputed' || (evidence.forUnits >= least && evidence.againstUnits >= least);
}

/** E20: contention = 2·min(b, d)/(b+d) × (1−u), in [0, 1). 0 where nothing is said on either side. */
export function contention({ belief, disbelief, uncertainty }: Opinion): number {
  if (belief + disbelief === 0) return 0;
  return ((2 * Math.min(belief, disbelief)) / (belief + disbelief)) * (1 - uncertainty);
}

/** E20 from weights: what stands for something, and what against it. */
export function contentionOf(forWeight: number, againstWeight: number): number {
  const total = 1 + forWeight + againstWeight;
  return contention({ belief: forWeight / total, disbelief: againstWeight / total, uncertainty: 1 / total });
}

/** Those who deny a relation outright and have not taken it back. */
function deniersOf({ claims }: Evidence): ReadonlySet<OriginId> {
  const standing = claims.filter(
    ({ claim, bearing, counting }) => claim.stance === 'denies' && bearing !== 'exclusion' && counting !== 'taken-back',
  );
  return new Set(standing.map(({ origin }) => origin));
}

/**
 * For each disputed relation that is narrower than another one, the widest disputed relation under which it is listed:
 * one that everybody denies who denies the narrower, since no denial is folded away.
 */
function headsOf(table: EvidenceTable, disputed: ReadonlyMap<RelationId, Evidence>): Map<RelationId, RelationId> {
  const deniers = new Map([...disputed].map(([id, evidence]) => [id, deniersOf(evidence)]));
  const nearest = new Map<RelationId, RelationId>();
  for (const id of disputed.keys()) {
    const type = table.get(id)?.type;
    const own = [...(deniers.get(id) ?? [])];
    const head = table.broader(id).findLast((wider) => {
      const their = deniers.get(wider.id);
      // In a circle of types each would be listed under another, and none be left.
      const circular = table.rollUp.wider(wider.type).some((one) => one === type);
      return their !== undefined && !circular && own.every((origin) => their.has(origin));
    });
    if (head !== undefined) nearest.set(id, head.id);
  }
  return new Map(
    [...nearest].map(([id, head]) => {
      let top = head;
      for (let up = nearest.get(top); up !== undefined; up = nearest.get(top)) top = up;
      return [id, top];
    }),
  );
}

/** The relations that weigh against one by exclusion. */
function excludersOf(evidence: Evidence | undefined): RelationId[] {
  const counted = evidence?.claims.filter((one) => one.bearing === 'exclusion' && one.counted > 0) ?? [];
  return [...new Set(counted.map(({ on }) => on))].toSorted(byCodePoint);
}

/**
 * All relations and statements in dispute, in code-point order. One that is narrower than another in dispute is listed
 * under that one, and of two that only exclude each other the first by id stands for both.
 */
export function relationDisputes(table: EvidenceTable, weights: WeightTable): RelationDispute[] {
  const disputed = new Map<RelationId, Evidence>();
  for (const { id } of table.relations()) {
    const { forTwice, againstTwice } = table.sums(id);
    const sums = { verdict: table.verdict(id), forUnits: forTwice / 2, againstUnits: againstTwice / 2 };
    if (isDispute(sums, weights)) disputed.set(id, table.evidence(id));
  }
  const heads = headsOf(table, disputed);
  const narrower = groupBy([...heads.keys()].toSorted(byCodePoint), (id) => heads.get(id));
  const found = [...disputed].flatMap(([id, evidence]): RelationDispute[] => {
    if (heads.has(id)) return [];
    const excludedBy = excludersOf(evidence);
    const kind =
      table.get(id)?.literal !== undefined
        ? 'characterisation'
        : evidence.explicitDenial
          ? 'denial'
          : evidence.byExclusion
            ? 'exclusion'
            : 'doubt';
    const onlyExcluded = !evidence.claims.some(
      ({ side, bearing, counted }) => side === 'against' && bearing !== 'exclusion' && counted > 0,
    );
    const stoodFor = excludedBy.every(
      (other) =>
        byCodePoint(other, id) < 0 && !heads.has(other) && excludersOf(disputed.get(other)).some((one) => one === id),
    );
    // Nothing is listed under it that would go with it.
    if (kind === 'exclusion' && onlyExcluded && stoodFor && !narrower.has(id)) return [];
    return [
      {
        kind,
        relation: id,
        contention: contention(evidence.opinion),
        origins: evidence.origins.filter((origin) => origin.forUnits + origin.againstUnits > 0).length,
        narrower: narrower.get(id) ?? [],
        excludedBy,
      },
    ];
  });
  return found.sort((a, b) => byCodePoint(a.relation, b.relation));
}

/**
 * Rival answers to whose work something is: relations of a type with `attribution` to one object, asserted of different
 * subjects by different origins. Subjects of one side are no rivals (a unit and its organisation, by a supported relation
 * with side "same"), nor are those that one speaker names in one source; somebody unidentified is no answer; and an
 * answer must weigh θ/2 at least.
 * Contention takes the heaviest answer as one side and all its rivals together as the other.
 */
export function attributionDisputes(
  table: EvidenceTable,
  weights: WeightTable,
  entities: ReadonlyMap<EntityId, Entity>,
): AttributionDispute[] {
  const least = (weights.threshold / 2) * UNITS_PER_ONE * 2;
  const allied = new Set<string>();
  const answers = new Map<EntityId, { id: RelationId; subject: EntityId; weight: number }[]>();
  for (const { id, subject, type, object } of table.relations()) {
    if (object === undefined) continue;
    const verdict = table.verdict(id);
    const attribution = table.rollUp.inherited(type, 'attribution');
    if (attribution?.type === type) {
      const { forTwice } = table.sums(id);
      if (forTwice >= least && entities.get(subject)?.unidentified !== true) {
        const others = answers.get(object) ?? [];
        others.push({ id, subject, weight: forTwice / 2 / UNITS_PER_ONE });
        answers.set(object, others);
      }
    } else if (
      attribution === undefined &&
      (verdict === 'corroborated' || verdict === 'single-source') &&
      table.rollUp.inherited(type, 'side')?.value === 'same'
    ) {
      allied.add(`${subject}~${object}`).add(`${object}~${subject}`);
    }
  }
  const found = [...answers].flatMap(([object, all]): AttributionDispute[] => {
    const ranked = all
      .toSorted((a, b) => b.weight - a.weight || byCodePoint(a.id, b.id))
      .slice(0, MOST_ANSWERS)
      .map((answer) => ({ ...answer, said: saidOf(table, answer.id) }));
    const rivalPairs = ranked.flatMap((a, i) =>
      ranked
        .slice(i + 1)
        .filter((b) => !allied.has(`${a.subject}~${b.subject}`) && !meet(a.said, b.said))
        .map((b) => [a.id, b.id] as const),
    );
    const areRivals = rivalry({ rivalPairs });
    const paired = new Set(rivalPairs.flat());
    const shown = ranked.filter(({ id }) => paired.has(id));
    const [first, ...others] = shown;
    if (first === undefined) return [];
    const rivals = others.filter((other) => areRivals(first.id, other.id));
    const origins = new Set(
      shown.flatMap(({ id }) =>
        table
          .evidence(id)
          .origins.filter((one) => one.forUnits > 0)
          .map((one) => one.origin.id),
      ),
    );
    if (origins.size < 2) return [];
    return [
      {
        kind: 'attribution',
        object,
        rivals: shown.map(({ id }) => id),
        rivalPairs,
        contention: contentionOf(
          first.weight,
          rivals.reduce((sum, rival) => sum + rival.weight, 0),
        ),
        origins: origins.size,
      },
    ];
  });
  return found.sort((a, b) => byCodePoint(a.object, b.object));
}

/** Tells whether two answers of an attribution dispute are rivals of each other. */
export function rivalry({
  rivalPairs,
}: Pick<AttributionDispute, 'rivalPairs'>): (a: RelationId, b: RelationId) => boolean {
  // No id has a space.
  const pairs = new Set(rivalPairs.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
  return (a, b) => pairs.has(`${a} ${b}`);
}

/** Who asserts a relation, in which source. What only excludes it asserts another. */
function saidOf(table: EvidenceTable, id: RelationId): ReadonlySet<string> {
  const asserted = table
    .bearing(id)
    .filter(({ claim, bearing }) => claim.stance === 'asserts' && bearing !== 'exclusion');
  return new Set(asserted.map(({ claim }) => saidTogether(claim)));
}

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const one of a) if (b.has(one)) return true;
  return false;
}
