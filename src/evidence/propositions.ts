import {
  type Claim,
  isLiteralClaim,
  isNamed,
  isRelationClaim,
  type LiteralClaim,
  type RelationClaim,
} from '../model/claim.ts';
import { dateBounds } from '../model/dates.ts';
import type { ClaimId, EntityId, RelationId, TypeId } from '../model/ids.ts';
import { byCodePoint } from '../model/order.ts';
import { literalRelationOf, relationId, relationOf } from '../model/relation.ts';
import type { Bearing, RollUp } from './roll-up.ts';

/** A claim as it bears on a relation, which need not be the one that it was made on. */
export interface BearingClaim {
  readonly claim: RelationClaim | LiteralClaim;
  readonly bearing: Bearing;
  /** The relation that the claim was made on. */
  readonly on: RelationId;
}

/** A relation or statement that claims are about, or that they imply by being narrower (E14). */
export interface Proposition {
  readonly id: RelationId;
  readonly subject: EntityId;
  readonly type: TypeId;
  readonly object?: EntityId;
  readonly literal?: string;
  /** Claims made on it itself, in document order; none where it is only implied. */
  readonly claims: (RelationClaim | LiteralClaim)[];
}

/** Beyond so many rivals for one single-valued relation their exclusions are not worked out: each counts alone. */
export const MOST_RIVALS = 64;

/**
 * What the claims of a graph are about, and which claims bear on what. Claims can be added and taken away; each answer
 * depends only on the claims that are there, not on how they came.
 */
export class Propositions {
  readonly #rollUp: RollUp;
  readonly #byId = new Map<RelationId, Proposition>();
  /** Relations between the same two entities, whichever way round: they can bear on each other. */
  readonly #byEnds = new Map<string, Set<RelationId>>();
  /** Rival answers: relations of one single-valued type with the same single end. */
  readonly #byValue = new Map<string, Set<RelationId>>();

  constructor(claims: Iterable<Claim>, rollUp: RollUp) {
    this.#rollUp = rollUp;
    for (const claim of claims) this.add(claim);
  }

  get(id: RelationId): Proposition | undefined {
    return this.#byId.get(id);
  }

  all(): Iterable<Proposition> {
    return this.#byId.values();
  }

  /** Relations between two entities, whichever way round. */
  between(a: EntityId, b: EntityId): readonly Proposition[] {
    return [...(this.#byEnds.get(endsKey(a, b)) ?? [])].flatMap((id) => this.#byId.get(id) ?? []);
  }

  /** The relation that a claim is made on; undefined for a figure. */
  idOf(claim: Claim): RelationId | undefined {
    if (isRelationClaim(claim)) return relationOf(claim, this.#rollUp.isSymmetric(claim.type));
    return isLiteralClaim(claim) ? literalRelationOf(claim) : undefined;
  }

  /** Adds a claim. Returns the relations whose evidence it may change. */
  add(claim: Claim): readonly RelationId[] {
    if (isLiteralClaim(claim)) {
      const id = literalRelationOf(claim);
      const { subject, type, literal } = claim;
      this.#ensure({ id, subject, type, literal, claims: [] }).claims.push(claim);
      return [id];
    }
    if (!isRelationClaim(claim)) return [];
    const proposition = this.#relation(claim.subject, claim.type, claim.object);
    proposition.claims.push(claim);
    if (claim.stance === 'asserts') {
      for (const wider of this.#rollUp.wider(claim.type)) {
        this.#relation(claim.subject, wider, claim.object);
        // What holds both ways implies the broader one both ways.
        if (this.#rollUp.isSymmetric(claim.type)) this.#relation(claim.object, wider, claim.subject);
      }
    }
    return this.kin(proposition.id);
  }

  /** Takes a claim away. Returns the relations whose evidence that may change; emptied ones stay, without evidence. */
  remove(claim: Claim): readonly RelationId[] {
    const id = this.idOf(claim);
    const proposition = id === undefined ? undefined : this.#byId.get(id);
    const at = proposition?.claims.findIndex((own) => own.id === claim.id) ?? -1;
    if (proposition === undefined || at < 0) return [];
    proposition.claims.splice(at, 1);
    return this.kin(proposition.id);
  }

  /** The relations that a relation may bear on, itself among them, in code-point order. */
  kin(id: RelationId): readonly RelationId[] {
    const proposition = this.#byId.get(id);
    if (proposition?.object === undefined) return [id];
    const kin = new Set(this.#byEnds.get(endsKey(proposition.subject, proposition.object)));
    // One more than are weighed against each other: that one ends the weighing for all of them.
    const answers = this.#answers(proposition);
    if (answers.length <= MOST_RIVALS + 1) for (const answer of answers) kin.add(answer.id);
    return [...kin].toSorted(byCodePoint);
  }

  /** All claims that bear on a relation, in code-point order of their ids, each once. */
  bearing(id: RelationId): readonly BearingClaim[] {
    const proposition = this.#byId.get(id);
    if (proposition === undefined) return [];
    const found = new Map<ClaimId, BearingClaim>();
    const take = (
      from: Proposition,
      bearing: Bearing,
      wanted: (claim: RelationClaim | LiteralClaim) => boolean,
    ): void => {
      for (const claim of from.claims) {
        if (!found.has(claim.id) && wanted(claim)) found.set(claim.id, { claim, bearing, on: from.id });
      }
    };
    take(proposition, 'itself', () => true);
    if (proposition.object !== undefined) {
      const asserted = this.#asserted(proposition);
      const others = [...(this.#byEnds.get(endsKey(proposition.subject, proposition.object)) ?? [])].flatMap(
        (other) => {
          const at = this.#byId.get(other);
          return at === undefined || at === proposition ? [] : [at];
        },
      );
      for (const other of others) {
        if (!this.#sameEnds(proposition, other)) continue;
        if (this.#rollUp.wider(other.type).includes(proposition.type)) {
          take(other, 'narrower', (claim) => claim.stance === 'asserts');
        }
        if (this.#rollUp.wider(proposition.type).includes(other.type)) {
          take(other, 'broader', (claim) => claim.stance !== 'asserts');
        }
        if (this.#rollUp.excludes(proposition.type, other.type)) {
          take(other, 'exclusion', (claim) => claim.stance === 'asserts' && this.#meets(claim, asserted));
        }
      }
      for (const rival of this.#rivals(proposition)) take(rival, 'exclusion', (claim) => claim.stance === 'asserts');
    }
    return [...found.values()].toSorted((a, b) => byCodePoint(a.claim.id, b.claim.id));
  }

  #ensure(made: Proposition): Proposition {
    const known = this.#byId.get(made.id);
    if (known !== undefined) return known;
    this.#byId.set(made.id, made);
    if (made.object !== undefined) {
      addTo(this.#byEnds, endsKey(made.subject, made.object), made.id);
      const value = this.#valueKey(made);
      if (value !== undefined) addTo(this.#byValue, value, made.id);
    }
    return made;
  }

  #relation(subject: EntityId, type: TypeId, object: EntityId): Proposition {
    const symmetric = this.#rollUp.isSymmetric(type);
    const id = relationId(subject, type, object, symmetric);
    // A symmetric relation is told from the end that its id starts with, whoever said it first.
    const turned = symmetric && byCodePoint(object, subject) < 0;
    return this.#ensure({
      id,
      type,
      subject: turned ? object : subject,
      object: turned ? subject : object,
      claims: [],
    });
  }

  /** Whether two relations between the same entities run the same way, or one of them runs both. */
  #sameEnds(a: Proposition, b: Proposition): boolean {
    if (a.subject === b.subject && a.object === b.object) return true;
    return this.#rollUp.isSymmetric(a.type) || this.#rollUp.isSymmetric(b.type);
  }

  /** Claims that assert a relation, or a narrower one, which implies it. */
  #asserted(proposition: Proposition): (RelationClaim | LiteralClaim)[] {
    const { subject, object, type } = proposition;
    const narrower =
      object === undefined
        ? []
        : this.between(subject, object).filter(
            (other) => this.#rollUp.wider(other.type).includes(type) && this.#sameEnds(proposition, other),
          );
    return [proposition, ...narrower].flatMap(({ claims }) => claims.filter((claim) => claim.stance === 'asserts'));
  }

  /**
   * Whether what a claim says can hold at the same time as what somebody asserts of a relation that it excludes. Of two
   * times that surely lie apart both can hold: allies then, enemies now.
   */
  #meets({ when }: RelationClaim | LiteralClaim, asserted: readonly (RelationClaim | LiteralClaim)[]): boolean {
    if (when === undefined || asserted.length === 0) return true;
    const bounds = dateBounds(when);
    return asserted.some((own) => {
      if (own.when === undefined) return true;
      const other = dateBounds(own.when);
      return bounds.min <= other.max && other.min <= bounds.max;
    });
  }

  #valueKey({ subject, type, object }: Proposition): string | undefined {
    const single = this.#rollUp.inherited(type, 'singleValued');
    if (single === undefined) return undefined;
    return `${single.type}~${single.value}~${single.value === 'object' ? object : subject}`;
  }

  /** The relations with claims that answer the same question as this one, if it is of a kind that has one answer. */
  #answers(proposition: Proposition): Proposition[] {
    const key = this.#valueKey(proposition);
    return [...(key === undefined ? [] : (this.#byValue.get(key) ?? []))].flatMap((id) => {
      const answer = this.#byId.get(id);
      return answer === undefined || answer.claims.length === 0 ? [] : [answer];
    });
  }

  /** Other answers than this one, but for those that some source names together with it. */
  #rivals(proposition: Proposition): Proposition[] {
    const answers = this.#answers(proposition);
    if (answers.length > MOST_RIVALS) return [];
    const together = new Set(this.#asserted(proposition).map(saidTogether));
    return answers.filter((other) => {
      if (other.subject === proposition.subject && other.object === proposition.object) return false;
      return !this.#asserted(other).some((claim) => together.has(saidTogether(claim)));
    });
  }
}

/** Claims of one speaker in one source: who names two founders names them together. */
function saidTogether({ source, speaker }: Claim): string {
  return `${source} ${isNamed(speaker) ? speaker : `unnamed ${speaker.unnamed}`}`;
}

function endsKey(a: EntityId, b: EntityId): string {
  return byCodePoint(a, b) < 0 ? `${a}~${b}` : `${b}~${a}`;
}

function addTo(map: Map<string, Set<RelationId>>, key: string, id: RelationId): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([id]));
  else set.add(id);
}
