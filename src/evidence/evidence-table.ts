import type { Claim } from '../model/claim.ts';
import type { GraphDocument } from '../model/graph-document.ts';
import type { EntityId, OriginId, RelationId, TypeId } from '../model/ids.ts';
import { byCodePoint } from '../model/order.ts';
import { ClaimIndex } from './claim-index.ts';
import { type Evidence, explain } from './fuse.ts';
import { CHANGES, type Change, changeCode, Fusion, type Sums } from './fusion.ts';
import { type Opinion, opinionOf } from './opinion.ts';
import { type BearingClaim, type Proposition, Propositions, type Remainder } from './propositions.ts';
import { VERDICT_CODES } from './relation-scale.ts';
import type { RollUp } from './roll-up.ts';
import type { Verdict } from './verdict.ts';
import { DEFAULT_WEIGHTS, type Weighing, type WeightTable } from './weights.ts';

/** A relation's verdict and opinion, without the reasons. */
export interface Standing {
  readonly verdict: Verdict;
  readonly opinion: Opinion;
}

/** A relation before and after some claims are left out; the sums are doubled units and codes, as in a fusion. */
export interface Remains {
  readonly id: RelationId;
  /** How many claims bear on it, and how many of them are left out. */
  readonly claims: number;
  readonly leftOut: number;
  /** Whether anything is left that is said of it, or of what it is part of. */
  readonly said: boolean;
  readonly before: Pick<Sums, 'forTwice' | 'againstTwice' | 'verdict'>;
  readonly after: Pick<Sums, 'forTwice' | 'againstTwice' | 'verdict'>;
}

/**
 * The evidence on every relation and statement of a graph, each with all claims that bear on it (EVIDENCE E14). Verdicts
 * are ready at once; reasons are made when they are asked for. Claims can be added and taken away: the answers are then
 * those of a table built anew.
 */
export class EvidenceTable {
  readonly rollUp: RollUp;
  readonly #propositions: Propositions;
  readonly #claims: ClaimIndex;
  readonly #fusion: Fusion;
  readonly #indexOf = new Map<RelationId, number>();
  readonly #ids: RelationId[] = [];
  readonly #explained = new Map<RelationId, Evidence>();
  readonly #bearing = new Map<RelationId, readonly BearingClaim[]>();
  #table: WeightTable;

  /** Only claims on entities, sources and origins that `weighing` knows can come in, now or later. */
  constructor(claims: readonly Claim[], rollUp: RollUp, weighing: Weighing) {
    this.rollUp = rollUp;
    this.#table = weighing.table ?? DEFAULT_WEIGHTS;
    this.#propositions = new Propositions(claims, rollUp);
    this.#claims = new ClaimIndex(weighing);
    const bearing = [...this.#propositions.all()].map(({ id }) => {
      this.#number(id);
      return this.bearing(id);
    });
    this.#fusion = new Fusion(this.#claims.columns(bearing), this.#table);
  }

  /** Relations and statements that claims are made on, and broader ones that they imply. */
  *relations(): Generator<Proposition> {
    for (const proposition of this.#propositions.all()) if (this.#stands(proposition)) yield proposition;
  }

  get(id: RelationId): Proposition | undefined {
    const proposition = this.#propositions.get(id);
    return proposition !== undefined && this.#stands(proposition) ? proposition : undefined;
  }

  /** The relation that a claim is made on; undefined for a figure. */
  relationOf(claim: Claim): RelationId | undefined {
    return this.#propositions.idOf(claim);
  }

  /** Relations between two entities, whichever way round. */
  between(a: EntityId, b: EntityId): readonly Proposition[] {
    return this.#propositions.between(a, b).filter((proposition) => this.#stands(proposition));
  }

  /** The relations whose evidence any of some claims may be part of. */
  touchedBy(claims: Iterable<Claim>): ReadonlySet<RelationId> {
    return this.#propositions.touchedBy(claims);
  }

  /** Broader relations of a relation, nearest first, as far as anything is said of them. */
  broader(id: RelationId): readonly Proposition[] {
    const type = this.#propositions.get(id)?.type;
    if (type === undefined) return [];
    const types = this.rollUp.wider(type);
    const found = this.#beside(id, (other) => types.includes(other));
    return types.flatMap((wider) => found.filter((other) => other.type === wider));
  }

  /** Narrower relations of a relation of which something is said, in code-point order. */
  narrower(id: RelationId): readonly Proposition[] {
    const type = this.#propositions.get(id)?.type;
    return type === undefined ? [] : this.#beside(id, (other) => this.rollUp.wider(other).includes(type));
  }

  verdict(id: RelationId): Verdict {
    return VERDICT_CODES[this.#fusion.verdict(this.#index(id))] ?? 'unknown';
  }

  standing(id: RelationId): Standing {
    const at = this.#index(id);
    return {
      verdict: this.verdict(id),
      opinion: opinionOf(this.#fusion.forTwice(at) / 2, this.#fusion.againstTwice(at) / 2),
    };
  }

  /** What a relation amounts to; cheap, and without reasons. */
  sums(id: RelationId): Sums {
    return this.#fusion.sums(this.#index(id));
  }

  /** What a relation amounts to, with all that made it. */
  evidence(id: RelationId): Evidence {
    const known = this.#explained.get(id);
    if (known !== undefined) return known;
    const made = explain(this.#fusion, this.#index(id), this.bearing(id), this.#claims, this.#table);
    this.#explained.set(id, made);
    return made;
  }

  /** The claims that bear on a relation, in code-point order of their ids. */
  bearing(id: RelationId): readonly BearingClaim[] {
    const known = this.#bearing.get(id);
    if (known !== undefined) return known;
    const made = this.#propositions.bearing(id);
    this.#bearing.set(id, made);
    return made;
  }

  /** What leaving each origin of a relation out would do to it (E21); read from what was weighed already. */
  changesWithout(id: RelationId): readonly { readonly origin: OriginId; readonly change: Change }[] {
    const at = this.#index(id);
    const before = this.#fusion.verdict(at);
    return this.#fusion.leftOut(at).flatMap(({ origin, verdict }) => {
      const found = this.#claims.origins[origin];
      return found === undefined ? [] : [{ origin: found.id, change: CHANGES[changeCode(before, verdict)] ?? 'holds' }];
    });
  }

  /**
   * What each relation that some claims touch would amount to if they had not been made. What bears on it is derived
   * anew: who is left out may be the one who kept two rivals from excluding each other, or made them. It costs what the
   * relations touched cost, not what the graph does.
   */
  *leaveOut(claims: ReadonlySet<Claim>): Generator<Remains> {
    const remainder = this.#propositions.without(claims);
    const mask = this.#mask(claims);
    for (const id of remainder.touched()) yield this.#remains(id, claims, remainder, mask);
  }

  /** The same of one relation alone; it costs what the claims and that relation cost. */
  leaveOutOf(id: RelationId, claims: ReadonlySet<Claim>): Remains {
    return this.#remains(id, claims, this.#propositions.without(claims), undefined);
  }

  #remains(id: RelationId, claims: ReadonlySet<Claim>, remainder: Remainder, mask: Uint8Array | undefined): Remains {
    const at = this.#index(id);
    const bearing = this.bearing(id);
    const excluding = remainder.exclusions(id);
    let leftOut = 0;
    let said = false;
    let anew = mask === undefined || excluding.length > 0;
    for (const { claim, bearing: how } of bearing) {
      if (claims.has(claim)) leftOut += 1;
      else if (how !== 'exclusion') said = true;
      if (how === 'exclusion') anew = true;
    }
    const left = anew ? bearing.filter((one) => one.bearing !== 'exclusion' && !claims.has(one.claim)) : [];
    return {
      id,
      claims: bearing.length,
      leftOut,
      said,
      before: {
        forTwice: this.#fusion.forTwice(at),
        againstTwice: this.#fusion.againstTwice(at),
        verdict: this.#fusion.verdict(at),
      },
      after: anew ? this.#fusion.sumsOf(this.#claims.rows([...left, ...excluding])) : this.#fusion.sums(at, mask),
    };
  }

  /** Claims on relations that may bear on one, itself among them: no other claim can change its evidence. */
  claimsNear(id: RelationId): readonly Claim[] {
    return this.#propositions.kin(id).flatMap((other) => this.#propositions.get(other)?.claims ?? []);
  }

  /** Adds a claim. Returns the relations whose evidence it may have changed. */
  add(claim: Claim): readonly RelationId[] {
    return this.#refresh(this.#propositions.add(claim));
  }

  /** Takes a claim away. Returns the relations whose evidence that may have changed. */
  remove(claim: Claim): readonly RelationId[] {
    return this.#refresh(this.#propositions.remove(claim));
  }

  /** Weighs all claims by another table, without grouping them anew. */
  reweigh(weighing: Weighing): void {
    this.#table = weighing.table ?? DEFAULT_WEIGHTS;
    this.#explained.clear();
    this.#fusion.reweigh(this.#claims.reweigh(weighing), this.#table);
  }

  #refresh(ids: readonly RelationId[]): readonly RelationId[] {
    for (const id of ids) {
      this.#explained.delete(id);
      this.#bearing.delete(id);
      const rows = this.#claims.rows(this.bearing(id));
      this.#fusion.setDates(this.#claims.dates);
      this.#fusion.replace(this.#number(id), rows);
    }
    return ids;
  }

  /** Marks claims by their index, to leave them out. Claims that bear on nothing have none and are passed over. */
  #mask(claims: Iterable<Claim>): Uint8Array {
    const mask = new Uint8Array(this.#claims.size);
    for (const { id } of claims) {
      const at = this.#claims.find(id);
      if (at !== undefined) mask[at] = 1;
    }
    return mask;
  }

  /** Other relations, of wanted types, between the same entities that run the same way and of which something is said. */
  #beside(id: RelationId, isWanted: (type: TypeId) => boolean): readonly Proposition[] {
    const proposition = this.#propositions.get(id);
    if (proposition?.object === undefined) return [];
    return this.#propositions
      .between(proposition.subject, proposition.object)
      .filter((other) => other.id !== id && isWanted(other.type) && this.#propositions.sameEnds(proposition, other))
      .filter((other) => this.#stands(other))
      .toSorted((a, b) => byCodePoint(a.id, b.id));
  }

  /** Whether anything is said of it: by claims of its own, or by narrower ones. */
  #stands(proposition: Proposition): boolean {
    return proposition.claims.length > 0 || this.bearing(proposition.id).some((one) => one.bearing === 'narrower');
  }

  #number(id: RelationId): number {
    const known = this.#indexOf.get(id);
    if (known !== undefined) return known;
    this.#indexOf.set(id, this.#ids.length);
    this.#ids.push(id);
    return this.#ids.length - 1;
  }

  #index(id: RelationId): number {
    const index = this.#indexOf.get(id);
    if (index === undefined) throw new RangeError(`no relation ${id}`);
    return index;
  }
}

/** What a graph's claims are weighed by. */
export function weighingOf(graph: GraphDocument, origins: Weighing['origins'], table?: WeightTable): Weighing {
  return {
    sources: new Map(graph.sources.map((source) => [source.id, source])),
    entities: new Map<EntityId, GraphDocument['entities'][number]>(graph.entities.map((entity) => [entity.id, entity])),
    origins,
    ...(table === undefined ? {} : { table }),
  };
}
