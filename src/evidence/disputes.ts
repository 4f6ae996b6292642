import { isNamed } from '../model/claim.ts';
import type { Entity } from '../model/entity.ts';
import { groupBy } from '../model/group-by.ts';
import type { EntityId, RelationId } from '../model/ids.ts';
import { byCodePoint } from '../model/order.ts';
import type { EvidenceTable } from './evidence-table.ts';
import type { Evidence } from './fuse.ts';
import type { Opinion } from './opinion.ts';
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

/**
 * All relations and statements in dispute. One that is narrower than another in dispute is listed under that one, and
 * of two that only exclude each other the first by id stands for both.
 */
export function relationDisputes(table: EvidenceTable, weights: WeightTable): RelationDispute[] {
  const disputed = new Map<RelationId, Evidence>();
  for (const { id } of table.relations()) {
    const { forTwice, againstTwice } = table.sums(id);
    const sums = { verdict: table.verdict(id), forUnits: forTwice / 2, againstUnits: againstTwice / 2 };
    if (isDispute(sums, weights)) disputed.set(id, table.evidence(id));
  }
  const heads = new Map<RelationId, RelationId>();
  for (const id of disputed.keys()) {
    const head = table
      .broader(id)
      // A denial is never folded away under an entry that does not have it.
      .filter(
        ({ id: wider }) =>
          disputed.has(wider) && (!disputed.get(id)?.explicitDenial || table.evidence(wider).explicitDenial),
      )
      .at(-1);
    if (head !== undefined) heads.set(id, head.id);
  }
  const narrower = groupBy([...heads.keys()].toSorted(byCodePoint), (id) => heads.get(id));
  return [...disputed].flatMap(([id, evidence]): RelationDispute[] => {
    if (heads.has(id)) return [];
    const excludedBy = [
      ...new Set(evidence.claims.filter((one) => one.bearing === 'exclusion' && one.counted > 0).map((one) => one.on)),
    ].toSorted(byCodePoint);
    const kind =
      table.get(id)?.literal !== undefined
        ? 'characterisation'
        : evidence.explicitDenial
          ? 'denial'
          : evidence.byExclusion
            ? 'exclusion'
            : 'doubt';
    const stoodFor = excludedBy.every(
      (other) =>
        !heads.has(other) &&
        byCodePoint(other, id) < 0 &&
        disputed.get(other)?.claims.some((one) => one.bearing === 'exclusion' && one.on === id && one.counted > 0),
    );
    if (kind === 'exclusion' && stoodFor) return [];
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
        answers.set(object, [...(answers.get(object) ?? []), { id, subject, weight: forTwice / 2 / UNITS_PER_ONE }]);
      }
    } else if (
      attribution === undefined &&
      (verdict === 'corroborated' || verdict === 'single-source') &&
      table.rollUp.inherited(type, 'side')?.value === 'same'
    ) {
      allied.add(`${subject}~${object}`).add(`${object}~${subject}`);
    }
  }
  return [...answers].flatMap(([object, all]): AttributionDispute[] => {
    const ranked = all
      .toSorted((a, b) => b.weight - a.weight || byCodePoint(a.id, b.id))
      .slice(0, MOST_ANSWERS)
      .map((answer) => ({ ...answer, said: saidOf(table, answer.id) }));
    const areRivals = (a: (typeof ranked)[number], b: (typeof ranked)[number]): boolean =>
      a !== b && !allied.has(`${a.subject}~${b.subject}`) && ![...a.said].some((said) => b.said.has(said));
    const shown = ranked.filter((answer) => ranked.some((other) => areRivals(answer, other)));
    const [first, ...others] = shown;
    if (first === undefined) return [];
    const rivals = others.filter((other) => areRivals(first, other));
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
        contention: contentionOf(
          first.weight,
          rivals.reduce((sum, rival) => sum + rival.weight, 0),
        ),
        origins: origins.size,
      },
    ];
  });
}

/** Who asserts a relation, in which source. */
function saidOf(table: EvidenceTable, id: RelationId): Set<string> {
  const asserted = table.bearing(id).filter(({ claim }) => claim.stance === 'asserts');
  return new Set(
    asserted.map(({ claim }) => `${claim.source} ${isNamed(claim.speaker) ? claim.speaker : claim.speaker.unnamed}`),
  );
}
