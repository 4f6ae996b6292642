import {
  type Claim,
  isLiteralClaim,
  isNamed,
  isRelationClaim,
  type LiteralClaim,
  type RelationClaim,
} from '../model/claim.ts';
import type { EntityId, RelationId, TypeId } from '../model/ids.ts';
import { byCodePoint } from '../model/order.ts';
import { literalRelationOf, relationId, relationOf } from '../model/relation.ts';
import { Questions } from './questions.ts';
import type { Bearing, RollUp } from './roll-up.ts';
import { Times } from './times.ts';

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

/** Beyond so many asserted answers to one question their exclusions are not worked out: each counts alone. */
export const MOST_RIVALS = 64;

/** The claims that are there: all of them, or all but those that are left out. */
interface Reading {
  holds(claim: Claim): boolean;
  /** How many different answers to a question are asserted. */
  answerCount(question: string): number;
  /** The relations that are asserted as answers to a question. */
  asserted(question: string): Iterable<RelationId>;
  /** Of a relation: who asserts it, and in which source. Filled as it is asked for. */
  readonly namers: Map<RelationId, ReadonlySet<string>>;
}

/** Some claims left out: the relations that this may change, and what would exclude each of them. */
export interface Remainder {
  touched(): ReadonlySet<RelationId>;
  exclusions(id: RelationId): readonly BearingClaim[];
}

/**
 * What the claims of a graph are about, and which claims bear on what. Claims can be added and taken away; each answer
 * depends only on the claims that are there, not on how they came.
 */
export class Propositions {
  readonly #rollUp: RollUp;
  readonly #byId = new Map<RelationId, Proposition>();
  /** Relations between the same two entities, whichever way round: they can bear on each other. */
  readonly #byEnds = new Map<string, Proposition[]>();
  /** Rival answers bear on each other, too. */
  readonly #questions: Questions;
  readonly #all: Reading;

  constructor(claims: Iterable<Claim>, rollUp: RollUp) {
    this.#rollUp = rollUp;
    this.#questions = new Questions(rollUp);
    this.#all = {
      holds: () => true,
      answerCount: (question) => this.#questions.answerCount(question),
      asserted: (question) => this.#questions.asserted(question),
      namers: new Map(),
    };
    for (const claim of claims) this.#insert(claim);
  }

  get(id: RelationId): Proposition | undefined {
    return this.#byId.get(id);
  }

  all(): Iterable<Proposition> {
    return this.#byId.values();
  }

  /** Relations between two entities, whichever way round. */
  between(a: EntityId, b: EntityId): readonly Proposition[] {
    return this.#byEnds.get(endsKey(a, b)) ?? [];
  }

  /** The relation that a claim is made on; undefined for a figure. */
  idOf(claim: Claim): RelationId | undefined {
    if (isRelationClaim(claim)) return relationOf(claim, this.#rollUp.isSymmetric(claim.type));
    return isLiteralClaim(claim) ? literalRelationOf(claim) : undefined;
  }

  /** Adds a claim. Returns the relations whose evidence it may change, in code-point order. */
  add(claim: Claim): readonly RelationId[] {
    const id = this.#insert(claim);
    return id === undefined ? [] : this.kin(id);
  }

  /** Takes a claim away. Returns the relations whose evidence that may change; emptied ones stay, without evidence. */
  remove(claim: Claim): readonly RelationId[] {
    const id = this.idOf(claim);
    const proposition = id === undefined ? undefined : this.#byId.get(id);
    const at = proposition?.claims.findIndex((own) => own.id === claim.id) ?? -1;
    const [gone] = at < 0 ? [] : (proposition?.claims.splice(at, 1) ?? []);
    if (proposition === undefined || gone === undefined) return [];
    this.#count(proposition, gone, -1);
    return this.kin(proposition.id);
  }

  /** The relations that a relation may bear on, itself among them, in code-point order. */
  kin(id: RelationId): readonly RelationId[] {
    return [...this.#spread([id], this.#all)].toSorted(byCodePoint);
  }

  /** The relations that any of some claims may bear on. */
  touchedBy(claims: Iterable<Claim>): ReadonlySet<RelationId> {
    return this.#spread(this.#idsOf(claims), this.#all);
  }

  /** What some claims leave behind, as if they had not been made. It costs what they touch. */
  without(claims: ReadonlySet<Claim>): Remainder {
    const lost = this.#lostAnswers(claims);
    const asserted = new Map<string, readonly RelationId[]>();
    const isLeft = (claim: Claim): boolean => claim.stance === 'asserts' && !claims.has(claim);
    const reading: Reading = {
      holds: (claim) => !claims.has(claim),
      asserted: (question) => {
        const known = asserted.get(question);
        if (known !== undefined) return known;
        const left = [...this.#questions.asserted(question)].filter((id) => this.#byId.get(id)?.claims.some(isLeft));
        asserted.set(question, left);
        return left;
      },
      answerCount: (question) => this.#questions.answerCount(question) - (lost.get(question) ?? 0),
      namers: new Map(),
    };
    return {
      touched: () => this.#spread(this.#idsOf(claims), reading),
      exclusions: (id) => {
        const proposition = this.#byId.get(id);
        return proposition === undefined ? [] : this.#exclusions(proposition, reading);
      },
    };
  }

  /** All claims that bear on a relation, in code-point order of their ids, each once. */
  bearing(id: RelationId): readonly BearingClaim[] {
    const proposition = this.#byId.get(id);
    if (proposition === undefined) return [];
    const found = proposition.claims.map((claim): BearingClaim => ({ claim, bearing: 'itself', on: id }));
    for (const other of this.#beside(proposition, this.#rollUp.related(proposition.type))) {
      const narrower = this.#rollUp.wider(other.type).includes(proposition.type);
      const broader = this.#rollUp.wider(proposition.type).includes(other.type);
      for (const claim of other.claims) {
        if (narrower && claim.stance === 'asserts') found.push({ claim, bearing: 'narrower', on: other.id });
        if (broader && claim.stance !== 'asserts') found.push({ claim, bearing: 'broader', on: other.id });
      }
    }
    for (const one of this.#exclusions(proposition, this.#all)) found.push(one);
    return found
      .toSorted((a, b) => byCodePoint(a.claim.id, b.claim.id))
      .filter((one, i, all) => one.claim.id !== all[i - 1]?.claim.id);
  }

  /** Whether two relations between the same entities run the same way, or one of them runs both. */
  sameEnds(a: Proposition, b: Proposition): boolean {
    if (a.subject === b.subject && a.object === b.object) return true;
    return this.#rollUp.isSymmetric(a.type) || this.#rollUp.isSymmetric(b.type);
  }

  /** Takes a claim in. Returns the relation that it is made on; undefined for a figure. */
  #insert(claim: Claim): RelationId | undefined {
    if (isLiteralClaim(claim)) {
      const id = literalRelationOf(claim);
      const { subject, type, literal } = claim;
      this.#ensure({ id, subject, type, literal, claims: [] }).claims.push(claim);
      return id;
    }
    if (!isRelationClaim(claim)) return undefined;
    const proposition = this.#relation(claim.subject, claim.type, claim.object);
    proposition.claims.push(claim);
    this.#count(proposition, claim, 1);
    if (claim.stance === 'asserts') {
      for (const wider of this.#rollUp.wider(claim.type)) {
        this.#relation(claim.subject, wider, claim.object);
        // What holds both ways implies the broader one both ways.
        if (this.#rollUp.isSymmetric(claim.type)) this.#relation(claim.object, wider, claim.subject);
      }
    }
    return proposition.id;
  }

  /** Keeps what is known of answers up to date with a claim that came or went. */
  #count(proposition: Proposition, claim: Claim, by: 1 | -1): void {
    if (proposition.object === undefined || claim.stance !== 'asserts') return;
    const ends = endsKey(proposition.subject, proposition.object);
    this.#questions.count(proposition, ends, by);
    for (const { id } of this.#byEnds.get(ends) ?? []) this.#all.namers.delete(id);
  }

  #idsOf(claims: Iterable<Claim>): Set<RelationId> {
    const ids = new Set<RelationId>();
    for (const claim of claims) {
      const id = this.idOf(claim);
      if (id !== undefined && this.#byId.has(id)) ids.add(id);
    }
    return ids;
  }

  /** The relations that any of some relations may bear on, themselves among them. */
  #spread(ids: Iterable<RelationId>, reading: Reading): Set<RelationId> {
    const touched = new Set<RelationId>();
    const questions = new Set<string>();
    const met = new Set<string>();
    for (const id of ids) {
      touched.add(id);
      const proposition = this.#byId.get(id);
      if (proposition?.object === undefined) continue;
      const ends = endsKey(proposition.subject, proposition.object);
      if (!met.has(ends)) for (const other of this.#byEnds.get(ends) ?? []) touched.add(other.id);
      met.add(ends);
      for (const key of this.#questionsOf(proposition)) questions.add(key);
    }
    for (const key of questions) {
      // One more than are weighed against each other: that one ends the weighing for all of them.
      if (reading.answerCount(key) > MOST_RIVALS + 1) continue;
      for (const answer of this.#questions.relations(key)) touched.add(answer);
    }
    return touched;
  }

  /** The questions that a relation answers, itself or by implying a broader one, whichever way round that is told. */
  #questionsOf({ subject, type, object }: Proposition): string[] {
    if (object === undefined) return [];
    return [type, ...this.#rollUp.wider(type)].flatMap((wider) => {
      const key = this.#questions.keyOf({ subject, type: wider, object });
      if (key === undefined) return [];
      const bothWays = this.#rollUp.isSymmetric(type) || this.#rollUp.isSymmetric(wider);
      const turned = bothWays ? this.#questions.keyOf({ subject: object, type: wider, object: subject }) : undefined;
      return turned === undefined ? [key] : [key, turned];
    });
  }

  /** How many answers to each question nobody asserts any more, once some claims are left out. */
  #lostAnswers(claims: ReadonlySet<Claim>): Map<string, number> {
    const gone = new Map<string, number>();
    const lost = new Map<string, number>();
    for (const claim of claims) {
      const id = claim.stance === 'asserts' ? this.idOf(claim) : undefined;
      const proposition = id === undefined ? undefined : this.#byId.get(id);
      const key = proposition === undefined ? undefined : this.#questions.keyOf(proposition);
      if (proposition?.object === undefined || key === undefined) continue;
      const ends = endsKey(proposition.subject, proposition.object);
      const count = (gone.get(`${key} ${ends}`) ?? 0) + 1;
      gone.set(`${key} ${ends}`, count);
      if (count === this.#questions.assertions(key, ends)) lost.set(key, (lost.get(key) ?? 0) + 1);
    }
    return lost;
  }

  /** Claims that assert what a relation cannot hold beside: another type between its ends, or another answer. */
  #exclusions(proposition: Proposition, reading: Reading): BearingClaim[] {
    if (proposition.object === undefined) return [];
    const found: BearingClaim[] = [];
    const rivals = this.#rivals(proposition, reading);
    const excluding = this.#beside(proposition, this.#rollUp.excluded(proposition.type)).filter(
      ({ type }) => !this.#rollUp.wider(type).includes(proposition.type),
    );
    // Of two times that surely lie apart both can hold: allies then, enemies now.
    const times =
      excluding.length === 0 ? undefined : new Times(this.#asserted(proposition, reading).map(({ when }) => when));
    for (const other of [...excluding, ...rivals]) {
      const atAnyTime = rivals.includes(other);
      for (const claim of other.claims) {
        if (claim.stance !== 'asserts' || !reading.holds(claim)) continue;
        if (atAnyTime || times?.meet(claim.when)) found.push({ claim, bearing: 'exclusion', on: other.id });
      }
    }
    return found;
  }

  #ensure(made: Proposition): Proposition {
    const known = this.#byId.get(made.id);
    if (known !== undefined) return known;
    this.#byId.set(made.id, made);
    if (made.object !== undefined) {
      const ends = endsKey(made.subject, made.object);
      const between = this.#byEnds.get(ends);
      if (between === undefined) this.#byEnds.set(ends, [made]);
      else between.push(made);
      this.#questions.place(made);
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

  /** Other relations between the same two entities that are of one of some types and run the same way. */
  #beside(proposition: Proposition, types: ReadonlySet<TypeId>): Proposition[] {
    const { subject, object } = proposition;
    if (object === undefined || types.size === 0) return [];
    return this.between(subject, object).filter(
      (other) => other !== proposition && types.has(other.type) && this.sameEnds(proposition, other),
    );
  }

  /** Claims that assert a relation, or a narrower one, which implies it. */
  #asserted(proposition: Proposition, reading: Reading): (RelationClaim | LiteralClaim)[] {
    const narrower = this.#beside(proposition, this.#rollUp.related(proposition.type)).filter((other) =>
      this.#rollUp.wider(other.type).includes(proposition.type),
    );
    return [proposition, ...narrower].flatMap(({ claims }) =>
      claims.filter((claim) => claim.stance === 'asserts' && reading.holds(claim)),
    );
  }

  /** Other answers than this one that are asserted, but for those that some source names together with it. */
  #rivals(proposition: Proposition, reading: Reading): Proposition[] {
    const key = this.#questions.keyOf(proposition);
    if (key === undefined || reading.answerCount(key) > MOST_RIVALS) return [];
    const { subject, object } = proposition;
    const own = this.#namers(proposition, reading);
    return [...reading.asserted(key)].flatMap((id) => {
      const other = this.#byId.get(id);
      if (other === undefined || (other.subject === subject && other.object === object)) return [];
      const [few, many] = inOrderOfSize(own, this.#namers(other, reading));
      for (const namer of few) if (many.has(namer)) return [];
      return [other];
    });
  }

  /** Who asserts a relation in which source. */
  #namers(proposition: Proposition, reading: Reading): ReadonlySet<string> {
    const known = reading.namers.get(proposition.id);
    if (known !== undefined) return known;
    const made = new Set(this.#asserted(proposition, reading).map(saidTogether));
    reading.namers.set(proposition.id, made);
    return made;
  }
}

/** Claims of one speaker in one source: who names two founders names them together. */
export function saidTogether({ source, speaker }: Claim): string {
  return `${source} ${isNamed(speaker) ? speaker : `unnamed ${speaker.unnamed}`}`;
}

function inOrderOfSize<T extends { readonly size: number }>(a: T, b: T): readonly [T, T] {
  return a.size < b.size ? [a, b] : [b, a];
}

function endsKey(a: EntityId, b: EntityId): string {
  return byCodePoint(a, b) < 0 ? `${a}~${b}` : `${b}~${a}`;
}
