import { type AttributionDispute, attributionDisputes, rivalry } from '../evidence/disputes.ts';
import type { EntityId, RelationId } from '../model/ids.ts';
import type { Ground } from './ground.ts';

/** So many other answers to who did something are taken along with one of them, the heaviest; the rest are counted. */
export const MOST_TAKEN = 12;

/** An answer to whose work something is. */
interface Answer {
  readonly subject: EntityId;
  readonly object: EntityId;
}

/** The answers to who did what in a graph: which are rivals (E19), and what tells of two that they are none. */
export class RivalAnswers {
  readonly #ground: Ground;
  readonly #disputes = new Map<RelationId, AttributionDispute>();
  /** Relations between an entity and those on its side, by these. */
  readonly #allies = new Map<EntityId, Map<EntityId, RelationId[]>>();

  constructor(ground: Ground) {
    this.#ground = ground;
    const { table, weights, weighing, rollUp } = ground;
    if (!ground.graph.ontology.relations.some(({ attribution }) => attribution)) return;
    for (const found of attributionDisputes(table, weights, weighing.entities)) {
      for (const id of found.rivals) this.#disputes.set(id, found);
    }
    for (const { id, subject, type, object } of table.relations()) {
      if (object === undefined || rollUp.inherited(type, 'side')?.value !== 'same') continue;
      const verdict = table.verdict(id);
      if (verdict !== 'corroborated' && verdict !== 'single-source') continue;
      this.#ally(subject, object, id);
      this.#ally(object, subject, id);
    }
  }

  /** The dispute that an answer is part of, itself or by the broader one that it implies. */
  #disputeOf(id: RelationId): { readonly answer: RelationId; readonly dispute: AttributionDispute } | undefined {
    for (const answer of [id, ...this.#ground.table.broader(id).map((broader) => broader.id)]) {
      const dispute = this.#disputes.get(answer);
      if (dispute !== undefined) return { answer, dispute };
    }
    return undefined;
  }

  /** What is to be read beside an answer: all of its dispute, or of too many answers its heaviest rivals. */
  beside(id: RelationId): readonly RelationId[] {
    const found = this.#disputeOf(id);
    if (found === undefined) return [];
    const { answer, dispute } = found;
    if (dispute.rivals.length <= MOST_TAKEN) return dispute.rivals;
    const areRivals = rivalry(dispute);
    return dispute.rivals.filter((other) => areRivals(answer, other)).slice(0, MOST_TAKEN);
  }

  /** Whether a relation is an answer in a dispute of which not all answers are among some relations. */
  lacks(id: RelationId, among: ReadonlySet<RelationId>): boolean {
    return this.#disputeOf(id)?.dispute.rivals.some((other) => !among.has(other)) === true;
  }

  /** What a relation answers; undefined where it answers nothing. */
  answerOf(id: RelationId): Answer | undefined {
    const { table, rollUp } = this.#ground;
    const { subject, type, object } = table.get(id) ?? {};
    if (subject === undefined || type === undefined || object === undefined) return undefined;
    return rollUp.inherited(type, 'attribution')?.type === type ? { subject, object } : undefined;
  }

  /** The relations that put somebody on the side of any of some others. */
  alliesAmong(one: EntityId, others: ReadonlySet<EntityId>): readonly RelationId[] {
    const found: RelationId[] = [];
    for (const [ally, by] of this.#allies.get(one) ?? []) if (others.has(ally)) for (const id of by) found.push(id);
    return found;
  }

  #ally(one: EntityId, other: EntityId, by: RelationId): void {
    const allies = this.#allies.get(one) ?? new Map<EntityId, RelationId[]>();
    const known = allies.get(other);
    if (known === undefined) allies.set(other, [by]);
    else known.push(by);
    this.#allies.set(one, allies);
  }
}
