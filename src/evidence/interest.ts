import { type Claim, isNamed } from '../model/claim.ts';
import type { EntityId, RelationId } from '../model/ids.ts';
import type { EvidenceTable } from './evidence-table.ts';
import type { Origins } from './origins.ts';

export const INTERESTS = ['self-interested', 'adversarial', 'third-party', 'unknown'] as const;

/**
 * In whose interest a word may be (EVIDENCE E15): of itself or its side, of an adversary, of others. Of the unnamed it
 * is not known; to call them third parties would say more than anybody knows.
 */
export type InterestKind = (typeof INTERESTS)[number];

export interface Interest {
  readonly kind: InterestKind;
  /** Whom the claim speaks of that makes it so; absent for third parties and the unknown. */
  readonly of?: EntityId;
  /** The relations that make it so, from the speaker on; none where it speaks of itself. */
  readonly because?: readonly RelationId[];
}

/** A neighbour on a side, and the relation that makes it one. */
interface Tie {
  readonly entity: EntityId;
  readonly by: RelationId;
  /** From the subject to the object: to what it is part of, leads or speaks for. */
  readonly upward: boolean;
}

/** An entity, and the relations over which it was reached. */
interface Reached {
  readonly entity: EntityId;
  readonly via: readonly RelationId[];
}

const asStep = ({ entity, by }: Tie): Reached => ({ entity, via: [by] });

/**
 * Tells self-interested words from adversarial ones, by those relations of the graph that are supported (corroborated
 * or single source) and of a type with a `side`. One step is followed from the speaker to its own side, whose
 * adversaries are its own (a general's those of the army), and one from what is spoken of to whose it is: an attack is
 * its author's deed. It changes no weight.
 */
export class Interests {
  readonly #own = new Map<EntityId, Tie[]>();
  readonly #adverse = new Map<EntityId, Tie[]>();
  readonly #origins: Origins;

  constructor(table: EvidenceTable, origins: Origins) {
    this.#origins = origins;
    for (const { id, subject, type, object } of table.relations()) {
      const side = object === undefined ? undefined : table.rollUp.inherited(type, 'side')?.value;
      if (object === undefined || side === undefined) continue;
      const verdict = table.verdict(id);
      if (verdict !== 'corroborated' && verdict !== 'single-source') continue;
      const ties = side === 'same' ? this.#own : this.#adverse;
      push(ties, subject, { entity: object, by: id, upward: true });
      push(ties, object, { entity: subject, by: id, upward: table.rollUp.isSymmetric(type) });
    }
  }

  of(claim: Claim): Interest {
    const { speaker } = claim;
    if (!isNamed(speaker)) return { kind: 'unknown' };
    const about = [claim.subject, ...(claim.object === undefined ? [] : [claim.object])];
    const voice = this.#origins.ofSpeaker(speaker).id;
    const itself = about.find((id) => id === speaker || this.#origins.ofSpeaker(id).id === voice);
    if (itself !== undefined) return { kind: 'self-interested', of: itself };
    const side = this.#own.get(speaker) ?? [];
    const ally = side.find((tie) => about.includes(tie.entity));
    if (ally !== undefined) return { kind: 'self-interested', of: ally.entity, because: [ally.by] };
    const spokenOf = about.flatMap((id): Reached[] => [
      { entity: id, via: [] },
      ...(this.#own.get(id) ?? []).map(asStep),
    ]);
    // The deed of the army is a general's own side's deed.
    const led = new Map(side.filter((tie) => tie.upward).map((tie) => [tie.entity, tie.by]));
    for (const id of about) {
      for (const tie of this.#own.get(id) ?? []) {
        const by = tie.upward ? undefined : led.get(tie.entity);
        if (by !== undefined) return { kind: 'self-interested', of: tie.entity, because: [by, tie.by] };
      }
    }
    // Its own adversaries come before those of its side, so that the shortest reason is the one that is given.
    // Whom its army fights a general fights; whom one of its groups fights a movement need not.
    const ownSide: readonly Reached[] = [{ entity: speaker, via: [] }, ...side.filter((tie) => tie.upward).map(asStep)];
    for (const { entity: own, via: toSide } of ownSide) {
      const foes = new Map((this.#adverse.get(own) ?? []).map((tie) => [tie.entity, tie.by]));
      for (const { entity, via } of spokenOf) {
        const by = foes.get(entity);
        if (by !== undefined) return { kind: 'adversarial', of: entity, because: [...toSide, by, ...via] };
      }
    }
    return { kind: 'third-party' };
  }
}

function push(map: Map<EntityId, Tie[]>, key: EntityId, tie: Tie): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [tie]);
  else list.push(tie);
}
