import { contention } from '../evidence/disputes.ts';
import type { WeighedOrigin, Weighing } from '../evidence/fuse.ts';
import { confidenceOf, UNITS_PER_ONE, weigh } from '../evidence/weights.ts';
import { type Claim, isNamed, isRelationClaim, type Speaker } from '../model/claim.ts';
import type { Entity } from '../model/entity.ts';
import { type EntityId, KindId } from '../model/ids.ts';
import type { LiteralType, Ontology, RelationType } from '../model/ontology.ts';
import { relationOf } from '../model/relation.ts';
import type { ClaimView, Dispute, EntityRef, FigureView, RelationSummary } from './knowledge-base.ts';
import type { Figure, Relation } from './topics.ts';
import { listNames, readAs, verdictText } from './words.ts';

/** Makes the plain views that leave the knowledge base from what is inside it. */
export class Views {
  readonly #entities: ReadonlyMap<string, Entity>;
  readonly #weighing: Weighing;
  readonly #relationTypes: ReadonlyMap<string, RelationType>;
  readonly #literalTypes: ReadonlyMap<string, LiteralType>;
  readonly #figureLabels: ReadonlyMap<string, string>;

  constructor(ontology: Ontology, entities: ReadonlyMap<string, Entity>, weighing: Weighing) {
    this.#entities = entities;
    this.#weighing = weighing;
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
    // A word that its own speaker has taken back since does not stand any more (E9).
    const standing = evidence.claims.filter((weighed) => weighed.reason !== 'superseded by a later word');
    const names = (stance: Claim['stance']): string[] => [
      ...new Set(
        standing.filter(({ claim }) => claim.stance === stance).map(({ claim }) => this.speakerName(claim.speaker)),
      ),
    ];
    const deniedBy = names('denies');
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
      proposition:
        type === undefined
          ? `${subject.name} ${relation.type} ${object?.name ?? relation.literal ?? ''}`
          : readAs(type, 'asserts', subject.name, object?.name ?? relation.literal ?? ''),
      verdict: evidence.verdict,
      verdictText: verdictText(evidence.verdict, deniedBy, evidence.doubted),
      belief: evidence.opinion.belief,
      disbelief: evidence.opinion.disbelief,
      uncertainty: evidence.opinion.uncertainty,
      forShare: total === 0 ? 1 : evidence.forUnits / total,
      assertedBy: names('asserts'),
      deniedBy,
      doubtedBy: names('doubts'),
      originsFor: evidence.originsFor,
      originsAgainst: evidence.originsAgainst,
      claims: relation.claims.length,
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
    };
  }

  figure(figure: Figure): FigureView {
    return {
      id: figure.id,
      subject: this.ref(figure.subject),
      type: figure.type,
      label: this.#figureLabels.get(figure.type) ?? figure.type,
      ...(figure.of === undefined ? {} : { of: figure.of }),
      ...(figure.unit === undefined ? {} : { unit: figure.unit }),
      claims: figure.claims.map((claim) => this.claim(claim)),
    };
  }

  dispute(relation: Relation): Dispute {
    const { evidence } = relation;
    const side = (weightOf: (origin: WeighedOrigin) => number): { names: string[]; weight: number }[] =>
      evidence.origins
        .filter((origin) => weightOf(origin) > 0)
        .map((origin) => ({ names: this.#originNames(relation, origin), weight: weightOf(origin) / UNITS_PER_ONE }));
    return {
      relation: this.summary(relation),
      kind: evidence.explicitDenial ? 'denial' : 'doubt',
      contention: contention(evidence.opinion),
      for: side((origin) => origin.forUnits),
      against: side((origin) => origin.againstUnits),
    };
  }

  /** Those who speak for an origin on this relation. */
  #originNames(relation: Relation, { origin }: WeighedOrigin): string[] {
    const claims = relation.evidence.claims.filter((weighed) => weighed.origin === origin.id);
    return [...new Set(claims.map(({ claim }) => this.speakerName(claim.speaker)))];
  }
}
