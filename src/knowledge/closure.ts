import { MOST_RIVALS, type Proposition } from '../evidence/propositions.ts';
import { type Claim, isNamed } from '../model/claim.ts';
import { groupBy } from '../model/group-by.ts';
import type { EntityId, OriginId, RelationId } from '../model/ids.ts';
import { byCodePoint } from '../model/order.ts';
import type { Ground } from './ground.ts';
import { OriginParts } from './origin-parts.ts';
import { relatedWithParts } from './related-denials.ts';
import { RivalAnswers } from './rival-answers.ts';

/** A part of a graph in which each relation weighs what it weighs in the whole. */
export interface Closure {
  readonly relations: ReadonlySet<RelationId>;
  readonly claims: ReadonlySet<Claim>;
  readonly origins: ReadonlySet<OriginId>;
  readonly parts: OriginParts;
  readonly lacking: Lacking;
}

/**
 * Of what was taken along and not chosen: how many claims lack a relation that tells in whose interest they are, and how
 * many relations lack a denial of a narrower form, or of a whole that an end is part of, or another answer to who did it.
 * The last may lack of what was chosen, too, where there are very many. No verdict depends on these.
 */
export interface Lacking {
  readonly interests: number;
  readonly partialDenials: number;
  readonly relatedDenials: number;
  readonly rivals: number;
}

/**
 * Closes a choice of relations and figure claims under evidence. Added are: relations whose claims bear on a relation
 * (a denial of a broader form, what excludes it) and broader ones that it implies, and so on; of each origin that speaks, all that makes its words one;
 * of two who are said to have done something, what puts them on one side; and for what is chosen the context that a reader
 * is shown beside it, the rival answers to who did it among that.
 */
export function closeUnderEvidence(ground: Ground, chosen: Iterable<RelationId>, figures: Iterable<Claim>): Closure {
  const { table, origins } = ground;
  const first = [...chosen];
  const claims = new Set(figures);
  const relations = new Set(first);
  const rivals = new RivalAnswers(ground);
  for (const id of first) {
    for (const other of [...partialDenials(ground, id), ...related(ground, id), ...rivals.beside(id)]) {
      relations.add(other);
    }
    for (const { claim } of table.bearing(id)) for (const by of reasons(ground, claim)) relations.add(by);
  }
  for (const claim of claims) for (const by of reasons(ground, claim)) relations.add(by);
  const parts = new OriginParts(ground);
  const questions = crowdedQuestions(ground);
  const heard = new Set<OriginId>();
  const hear = (claim: Claim): void => {
    // The voice of a document that repeats another has an origin of its own, by which its interest is known.
    for (const { id } of [origins.of(claim), ...(isNamed(claim.speaker) ? [origins.ofSpeaker(claim.speaker)] : [])]) {
      if (heard.has(id)) continue;
      heard.add(id);
      for (const link of parts.relations.get(id) ?? []) relations.add(link);
    }
  };
  for (const claim of claims) hear(claim);
  const named = new Map<EntityId, Set<EntityId>>();
  for (const id of relations) {
    for (const { claim, on } of table.bearing(id)) {
      relations.add(on);
      claims.add(claim);
      hear(claim);
    }
    // A broader relation is there as soon as a narrower one implies it; then it is to weigh what it weighs.
    for (const broader of table.broader(id)) relations.add(broader.id);
    const answer = rivals.answerOf(id);
    if (answer !== undefined) {
      const others = named.get(answer.object) ?? new Set();
      for (const by of rivals.alliesAmong(answer.subject, others)) relations.add(by);
      named.set(answer.object, others.add(answer.subject));
    }
    const proposition = table.get(id);
    const key = proposition === undefined ? undefined : questionOf(ground, proposition);
    for (const other of (key === undefined ? undefined : questions.get(key)) ?? []) relations.add(other);
  }
  return { relations, claims, origins: heard, parts, lacking: whatLacks(ground, rivals, relations, claims) };
}

/** The relations that tell in whose interest a claim is (E15). */
function reasons({ interests }: Ground, claim: Claim): readonly RelationId[] {
  return interests.of(claim).because ?? [];
}

/** Narrower relations that somebody denies: "in part denied by". */
function partialDenials({ table }: Ground, id: RelationId): RelationId[] {
  return table
    .narrower(id)
    .map((narrower) => narrower.id)
    .filter((narrower) =>
      table.bearing(narrower).some(({ claim, bearing }) => claim.stance === 'denies' && bearing !== 'exclusion'),
    );
}

function related(ground: Ground, id: RelationId): RelationId[] {
  const relation = ground.views.relation(id);
  return relation === undefined ? [] : relatedWithParts(ground, relation);
}

/** The question that a relation answers, where its type has one answer only (E14). */
function questionOf({ rollUp }: Ground, { subject, type, object }: Proposition): string | undefined {
  const single = object === undefined ? undefined : rollUp.inherited(type, 'singleValued');
  return single && `${single.type}~${single.value}~${single.value === 'object' ? object : subject}`;
}

/**
 * Questions with more answers than are weighed against each other, each with as many of these as show that there are
 * too many: with fewer, those that are kept would begin to weigh against each other.
 */
function crowdedQuestions(ground: Ground): ReadonlyMap<string, readonly RelationId[]> {
  const asserted = [...ground.topics.relations.values()].filter(({ claims }) =>
    claims.some((claim) => claim.stance === 'asserts'),
  );
  const crowded = new Map<string, RelationId[]>();
  for (const [key, answers] of groupBy(asserted, (relation) => questionOf(ground, relation))) {
    if (key === undefined || answers.length <= MOST_RIVALS) continue;
    const byEnds = groupBy(
      answers.toSorted((a, b) => byCodePoint(a.id, b.id)),
      ({ subject, object = subject }) => [subject, object].toSorted(byCodePoint).join('~'),
    );
    if (byEnds.size <= MOST_RIVALS) continue;
    crowded.set(
      key,
      [...byEnds.values()].slice(0, MOST_RIVALS + 1).flatMap((same) => same.slice(0, 1).map(({ id }) => id)),
    );
  }
  return crowded;
}

function whatLacks(
  ground: Ground,
  rivals: RivalAnswers,
  relations: ReadonlySet<RelationId>,
  claims: ReadonlySet<Claim>,
): Lacking {
  const lacks = (ids: readonly RelationId[]): boolean => ids.some((id) => !relations.has(id));
  return {
    interests: [...claims].filter((claim) => lacks(reasons(ground, claim))).length,
    partialDenials: [...relations].filter((id) => lacks(partialDenials(ground, id))).length,
    relatedDenials: [...relations].filter((id) => lacks(related(ground, id))).length,
    rivals: [...relations].filter((id) => rivals.lacks(id, relations)).length,
  };
}
