import type { Change } from '../evidence/fusion.ts';
import type { Proposition } from '../evidence/propositions.ts';
import { without } from '../evidence/without.ts';
import type { Claim } from '../model/claim.ts';
import type { OriginId, RelationId } from '../model/ids.ts';
import type { Ground } from './ground.ts';

export interface LeaveOutChange {
  readonly id: RelationId;
  readonly change: Change;
}

/** What is known of one relation and its origins. */
interface Bearings {
  /** How many claims of each origin bear on it. */
  readonly counts: ReadonlyMap<OriginId, number>;
  /** What leaving each origin out would do. */
  readonly changes: ReadonlyMap<OriginId, Change>;
}

/**
 * What leaving out many sets of claims does, one set after another (EVIDENCE E21), to relations that claims are made on.
 * A set that is all that one origin says of a relation is read off what was weighed already, so that a thousand speakers
 * on one relation cost what their claims are, and not a thousand weighings of it. Any other set is weighed.
 */
export class LeaveOutChanges {
  readonly #ground: Ground;
  readonly #bearings = new Map<RelationId, Bearings>();
  readonly #plain = new Map<RelationId, boolean>();

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  of(claims: ReadonlySet<Claim>): readonly LeaveOutChange[] {
    const { topics, table } = this.#ground;
    return (
      this.#read(claims) ??
      without(table, claims)
        .filter(({ id }) => topics.relations.has(id))
        .map(({ id, change }) => ({ id, change }))
    );
  }

  /** The changes as far as they can be read off; undefined where something must be weighed. */
  #read(claims: ReadonlySet<Claim>): LeaveOutChange[] | undefined {
    const { topics, origins } = this.#ground;
    const said = this.#bearingOn(claims);
    if (said === undefined) return undefined;
    const changes: LeaveOutChange[] = [];
    for (const [id, bearing] of said) {
      if (!topics.relations.has(id)) continue;
      const [first] = bearing;
      if (first === undefined) continue;
      const origin = origins.of(first).id;
      if (bearing.some((claim) => origins.of(claim).id !== origin)) return undefined;
      const { counts, changes: known } = this.#bearingsOf(id);
      const change = known.get(origin);
      if (change === undefined || counts.get(origin) !== bearing.length) return undefined;
      changes.push({ id, change });
    }
    return changes;
  }

  /** On what each of some claims bears; undefined where that would be another matter without them. */
  #bearingOn(claims: ReadonlySet<Claim>): Map<RelationId, Claim[]> | undefined {
    const { table } = this.#ground;
    const found = new Map<RelationId, Claim[]>();
    const bearOn = (id: RelationId, claim: Claim): void => {
      const list = found.get(id);
      if (list === undefined) found.set(id, [claim]);
      else list.push(claim);
    };
    for (const claim of claims) {
      const on = table.relationOf(claim);
      if (on === undefined) continue;
      if (!this.#isPlain(on)) return undefined;
      bearOn(on, claim);
      // An assertion bears on what is broader, a denial or a doubt on what is narrower (E14).
      const others = claim.stance === 'asserts' ? table.broader(on) : table.narrower(on);
      for (const { id } of others) {
        if (!this.#isPlain(id)) return undefined;
        bearOn(id, claim);
      }
    }
    return found;
  }

  /** Whether nothing can exclude a relation, nor it anything else: what bears on it is then the same without any claim. */
  #isPlain(id: RelationId): boolean {
    const known = this.#plain.get(id);
    if (known !== undefined) return known;
    const proposition = this.#ground.table.get(id);
    const plain = proposition !== undefined && this.#standsAlone(proposition);
    this.#plain.set(id, plain);
    return plain;
  }

  #standsAlone({ subject, object }: Proposition): boolean {
    const { table, rollUp } = this.#ground;
    if (object === undefined) return true;
    const types = table.between(subject, object).map((other) => other.type);
    return types.every(
      (type) =>
        rollUp.inherited(type, 'singleValued') === undefined &&
        !types.some((other) => rollUp.excluded(type).has(other)),
    );
  }

  #bearingsOf(id: RelationId): Bearings {
    const known = this.#bearings.get(id);
    if (known !== undefined) return known;
    const { table, origins } = this.#ground;
    const counts = new Map<OriginId, number>();
    for (const { claim } of table.bearing(id)) {
      const origin = origins.of(claim).id;
      counts.set(origin, (counts.get(origin) ?? 0) + 1);
    }
    const changes = new Map(table.changesWithout(id).map(({ origin, change }) => [origin, change]));
    const made = { counts, changes };
    this.#bearings.set(id, made);
    return made;
  }
}
