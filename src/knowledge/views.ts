import type { EvidenceTable } from '../evidence/evidence-table.ts';
import type { Evidence } from '../evidence/fuse.ts';
import type { Interest } from '../evidence/interest.ts';
import { confidenceOf, UNITS_PER_ONE, type Weighing, weigh } from '../evidence/weights.ts';
import { type Claim, isNamed, isRelationClaim, type Speaker } from '../model/claim.ts';
import type { Entity } from '../model/entity.ts';
import { type EntityId, KindId, type RelationId } from '../model/ids.ts';
import type { LiteralType, Ontology, RelationType } from '../model/ontology.ts';
import { relationOf } from '../model/relation.ts';
import type { ClaimView, EntityRef, InterestView, RelationSummary } from './knowledge-base.ts';
import type { Relation, Topics } from './topics.ts';
import { listNames, readAs, verdictText } from './words.ts';

/** Makes the plain views that leave the knowledge base from what is inside it. */
export class Views {
  readonly #entities: ReadonlyMap<string, Entity>;
  readonly #weighing: Weighing;
  readonly #table: EvidenceTable;
  readonly #topics: Topics;
  readonly #interestOf: (claim: Claim) => Interest;
  readonly #relationTypes: ReadonlyMap<string, RelationType>;
  readonly #literalTypes: ReadonlyMap<string, LiteralType>;
  readonly #figureLabels: ReadonlyMap<string, string>;

  constructor(
    ontology: Ontology,
    weighing: Weighing,
    table: EvidenceTable,
    topics: Topics,
    interestOf: (claim: Claim) => Interest,
  ) {
    this.#entities = weighing.entities;
    this.#weighing = weighing;
    this.#table = table;
    this.#topics = topics;
    this.#interestOf = interestOf;
    this.#relationTypes = new Map(ontology.relations.map((type) => [type.id, type]));
    this.#literalTypes = new Map(ontology.literals.map((type) => [type.id, type]));
    this.#figureLabels = new Map(ontology.figures.map((type) => [type.id, type.label]));
  }

  ref(id: EntityId): EntityRef {
    const entity = this.#entities.get(id);
    return entity === undefined
      ? { id, name: id, kind: KindId.parse('unknown') }
      : { id, name: entity.name, kind: entity.kind };
  }

  speakerName(speaker: Speaker): string {
    return isNamed(speaker) ? this.ref(speaker).name : speaker.unnamed;
  }

  isSymmetric(type: string): boolean {
    return this.#relationTypes.get(type)?.symmetric ?? false;
  }

  summary(relation: Relation): RelationSummary {
    const { evidence } = relation;
    const relationType = this.#relationTypes.get(relation.type);
    const type = relationType ?? this.#literalTypes.get(relation.type);
    const subject = this.ref(relation.subject);
    const object = relation.object === undefined ? undefined : this.ref(relation.object);
    const deniedBy = this.#names(evidence, 'denies');
    const doubtedBy = this.#names(evidence, 'doubts');
    const excludedBy = [
      ...new Set(
        evidence.claims
          .filter((weighed) => weighed.bearing === 'exclusion' && weighed.counted > 0)
          .map(({ claim }) => this.speakerName(claim.speaker)),
      ),
    ];
    const partlyDeniedBy = [
      ...new Set(
        this.#table.narrower(relation.id).flatMap(({ id }) => this.#names(this.#table.evidence(id), 'denies')),
      ),
    ].filter((name) => !deniedBy.includes(name));
    const total = evidence.forUnits + evidence.againstUnits;
    return {
      id: relation.id,
      subject,
      type: relation.type,
      typeLabel: type?.label ?? relation.type,
      inverseLabel: relationType?.inverse ?? '',
      symmetric: this.isSymmetric(relation.type),
      ...(object === undefined ? {} : { object }),
      ...(relation.literal === undefined ? {} : { literal: relation.literal }),
      proposition: this.proposition(relation),
      verdict: evidence.verdict,
      verdictText: verdictText(evidence.verdict, {
        deniedBy,
        doubted: evidence.doubted && doubtedBy.length > 0,
        excludedBy,
        partlyDeniedBy,
      }),
      belief: evidence.opinion.belief,
      disbelief: evidence.opinion.disbelief,
      uncertainty: evidence.opinion.uncertainty,
      forShare: total === 0 ? 1 : evidence.forUnits / total,
      assertedBy: this.#names(evidence, 'asserts'),
      deniedBy,
      doubtedBy,
      excludedBy,
      partlyDeniedBy,
      implied: relation.implied,
      originsFor: evidence.originsFor,
      originsAgainst: evidence.originsAgainst,
      claims: relation.claims.length,
    };
  }

  /** What a relation says, as if it held. */
  proposition({ subject, type, object, literal }: Pick<Relation, 'subject' | 'type' | 'object' | 'literal'>): string {
    const known = this.#relationTypes.get(type) ?? this.#literalTypes.get(type);
    const [from, to] = [this.ref(subject).name, object === undefined ? (literal ?? '') : this.ref(object).name];
    return known === undefined ? `${from} ${type} ${to}` : readAs(known, 'asserts', from, to);
  }

  /** The relation of an id, as far as anything is said of it. */
  relation(id: RelationId): Relation | undefined {
    return this.#topics.relations.get(id) ?? this.#topics.implied.get(id);
  }

  /** One-line views of relations, as far as anything is said of them. */
  summaries(ids: Iterable<RelationId>): RelationSummary[] {
    return [...ids].flatMap((id) => {
      const relation = this.relation(id);
      return relation === undefined ? [] : [this.summary(relation)];
    });
  }

  figureLabel(type: string): string {
    return this.#figureLabels.get(type) ?? type;
  }

  interest(claim: Claim): InterestView {
    const { kind, of, because = [] } = this.#interestOf(claim);
    return {
      kind,
      ...(of === undefined ? {} : { of: this.ref(of) }),
      because: because.flatMap((id) => {
        const relation = this.relation(id);
        return relation === undefined
          ? []
          : [{ id, proposition: this.proposition(relation), verdict: this.#table.verdict(id) }];
      }),
    };
  }

  claim(claim: Claim): ClaimView {
    const source = this.#weighing.sources.get(claim.source);
    const { units } = weigh(claim, this.#weighing, this.#weighing.table);
    const own = isNamed(claim.speaker) && claim.speaker === source?.speaker;
    const name = this.speakerName(claim.speaker);
    const via = claim.via.map((speaker) => this.speakerName(speaker));
    const relayed = via.length > 0 ? `, relayed by ${listNames(via)}` : '';
    const title = source?.title ?? claim.source;
    const type = this.#relationTypes.get(claim.type) ?? this.#literalTypes.get(claim.type);
    return {
      claim,
      subject: this.ref(claim.subject),
      ...(isRelationClaim(claim)
        ? { object: this.ref(claim.object), relation: relationOf(claim, this.isSymmetric(claim.type)) }
        : {}),
      typeLabel: type?.label ?? this.#figureLabels.get(claim.type) ?? claim.type,
      attribution: own ? `“${title}” in its own voice${relayed}` : `${name}${relayed}, in “${title}”`,
      speaker: { name, own, ...(isNamed(claim.speaker) ? { id: claim.speaker } : {}) },
      via,
      source: { id: claim.source, title, reliability: source?.reliability ?? 'F' },
      ...(claim.place === undefined ? {} : { place: this.ref(claim.place) }),
      confidence: confidenceOf(units),
      weight: units / UNITS_PER_ONE,
      interest: this.interest(claim),
    };
  }

  /** Speakers of those claims of one stance that stand: a word that its own speaker has taken back does not (E9). */
  #names(evidence: Evidence, stance: Claim['stance']): string[] {
    const standing = evidence.claims.filter(
      (weighed) => weighed.counting !== 'taken-back' && weighed.bearing !== 'exclusion',
    );
    return [
      ...new Set(
        standing.filter(({ claim }) => claim.stance === stance).map(({ claim }) => this.speakerName(claim.speaker)),
      ),
    ];
  }
}
