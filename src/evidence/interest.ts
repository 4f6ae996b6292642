import { type Claim, isNamed } from '../model/claim.ts';
import { groupBy } from '../model/group-by.ts';
import type { EntityId, RelationId } from '../model/ids.ts';
import { byCodePoint } from '../model/order.ts';
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

/** To each neighbour of an entity the first tie, by the id of its relation. */
type Neighbours = ReadonlyMap<EntityId, Tie>;

/** The neighbours of one entity: all, those that it goes up to, and those that come up to it. */
interface Ties {
  readonly any: Neighbours;
  readonly upward: Neighbours;
  readonly downward: Neighbours;
}

/** A side's adversaries, and the relations over which the side was reached. */
interface Foes {
  readonly foes: Neighbours;
  readonly via: readonly RelationId[];
}

const NOBODY: Neighbours = new Map();
const NO_TIES: Ties = { any: NOBODY, upward: NOBODY, downward: NOBODY };

const byRelation = (a: Tie, b: Tie): number => byCodePoint(a.by, b.by);

/** Of several reasons the first is given, by the id of its relation, whatever the order of claims. */
function tiesOf(found: ReadonlyMap<EntityId, readonly Tie[]>): Map<EntityId, Ties> {
  const firstTies = (ties: readonly Tie[]): Neighbours =>
    new Map([...groupBy(ties, (tie) => tie.entity)].flatMap(([entity, [tie]]) => (tie ? [[entity, tie]] : [])));
  return new Map(
    [...found].map(([id, ties]) => {
      const all = ties.toSorted(byRelation);
      const [upward, downward] = [all.filter((tie) => tie.upward), all.filter((tie) => !tie.upward)];
      return [id, { any: firstTies(all), upward: firstTies(upward), downward: firstTies(downward) }];
    }),
  );
}

/** The first tie of some neighbours that leads to one of others; it looks at the fewer of them. */
function firstInto(ties: Neighbours, others: Neighbours): Tie | undefined {
  let first: Tie | undefined;
  for (const entity of (ties.size < others.size ? ties : others).keys()) {
    const tie = others.has(entity) ? ties.get(entity) : undefined;
    if (tie !== undefined && (first === undefined || byRelation(tie, first) < 0)) first = tie;
  }
  return first;
}

/**
 * Tells self-interested words from adversarial ones, by those relations of the graph that are supported (corroborated
 * or single source) and of a type with a `side`. One step is followed from the speaker to its own side, whose
 * adversaries are its own (a general's those of the army), and one from what is spoken of to whose it is: an attack is
 * its author's deed. It changes no weight.
 */
export class Interests {
  readonly #own: ReadonlyMap<EntityId, Ties>;
  readonly #adverse: ReadonlyMap<EntityId, Ties>;
  /** By speaker, made when it is first asked for. */
  readonly #foes = new Map<EntityId, readonly Foes[]>();
  readonly #origins: Origins;

  constructor(table: EvidenceTable, origins: Origins) {
    this.#origins = origins;
    const own = new Map<EntityId, Tie[]>();
    const adverse = new Map<EntityId, Tie[]>();
    for (const { id, subject, type, object } of table.relations()) {
      const side = object === undefined ? undefined : table.rollUp.inherited(type, 'side')?.value;
      if (object === undefined || side === undefined) continue;
      const verdict = table.verdict(id);
      if (verdict !== 'corroborated' && verdict !== 'single-source') continue;
      const ties = side === 'same' ? own : adverse;
      push(ties, subject, { entity: object, by: id, upward: true });
      push(ties, object, { entity: subject, by: id, upward: table.rollUp.isSymmetric(type) });
    }
    this.#own = tiesOf(own);
    this.#adverse = tiesOf(adverse);
  }

  of(claim: Claim): Interest {
    const { speaker } = claim;
    if (!isNamed(speaker)) return { kind: 'unknown' };
    const about = [claim.subject, ...(claim.object === undefined ? [] : [claim.object])];
    const voice = this.#origins.ofSpeaker(speaker).id;
    const itself = about.find((id) => id === speaker || this.#origins.ofSpeaker(id).id === voice);
    if (itself !== undefined) return { kind: 'self-interested', of: itself };
    const side = this.#own.get(speaker) ?? NO_TIES;
    const [ally] = about.flatMap((id) => side.any.get(id) ?? []).toSorted(byRelation);
    if (ally !== undefined) return { kind: 'self-interested', of: ally.entity, because: [ally.by] };
    // The deed of the army is a general's own side's deed.
    for (const id of about) {
      const tie = firstInto((this.#own.get(id) ?? NO_TIES).downward, side.upward);
      const by = tie === undefined ? undefined : side.upward.get(tie.entity)?.by;
      if (tie !== undefined && by !== undefined) {
        return { kind: 'self-interested', of: tie.entity, because: [by, tie.by] };
      }
    }
    for (const { foes, via } of this.#foesOf(speaker)) {
      for (const id of about) {
        const itself = foes.get(id)?.by;
        if (itself !== undefined) return { kind: 'adversarial', of: id, because: [...via, itself] };
        const tie = firstInto((this.#own.get(id) ?? NO_TIES).any, foes);
        const by = tie === undefined ? undefined : foes.get(tie.entity)?.by;
        if (tie !== undefined && by !== undefined) {
          return { kind: 'adversarial', of: tie.entity, because: [...via, by, tie.by] };
        }
      }
    }
    return { kind: 'third-party' };
  }

  /**
   * A speaker's own adversaries come before those of its side, so that the shortest reason is the one that is given.
   * Whom its army fights a general fights; whom one of its groups fights a movement need not.
   */
  #foesOf(speaker: EntityId): readonly Foes[] {
    const known = this.#foes.get(speaker);
    if (known !== undefined) return known;
    const side = [...(this.#own.get(speaker) ?? NO_TIES).upward.values()];
    const made = [{ entity: speaker, via: [] }, ...side.map(({ entity, by }) => ({ entity, via: [by] }))].flatMap(
      ({ entity, via }): Foes[] => {
        const foes = this.#adverse.get(entity)?.any;
        return foes === undefined ? [] : [{ foes, via }];
      },
    );
    this.#foes.set(speaker, made);
    return made;
  }
}

function push(map: Map<EntityId, Tie[]>, key: EntityId, tie: Tie): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [tie]);
  else list.push(tie);
}
