import type { EvidenceTable } from '../evidence/evidence-table.ts';
import type { Evidence } from '../evidence/fuse.ts';
import type { Interest } from '../evidence/interest.ts';
import { UNNAMED } from '../evidence/voices.ts';
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
    const deniers = this.#speakers(evidence, 'denies');
    const deniedBy = this.#names(deniers);
    const doubtedBy = this.#names(this.#speakers(evidence, 'doubts'));
    const excludedBy = this.#names(
      evidence.claims
        .filter((weighed) => weighed.bearing === 'exclusion' && weighed.counted > 0)
        .map(({ claim }) => claim.speaker),
    );
    const denying = new Set(deniers.map(voiceOf));
    const partlyDeniedBy = this.#names(
      this.#table
        .narrower(relation.id)
        .flatMap(({ id }) => this.#speakers(this.#table.evidence(id), 'denies'))
        .filter((speaker) => !denying.has(voiceOf(speaker))),
    );
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
      assertedBy: this.#names(this.#speakers(evidence, 'asserts')),
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

  /** The broader relations that one implies, nearest first. */
  broader(id: RelationId): Relation[] {
    return this.#table.broader(id).flatMap((broader) => this.relation(broader.id) ?? []);
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

  /** w/(1+w), in [0, 1) (EVIDENCE E4): the claim's own, without the rest of its view. */
  confidence(claim: Claim): number {
    return confidenceOf(weigh(claim, this.#weighing, this.#weighing.table).units);
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
  #speakers(evidence: Evidence, stance: Claim['stance']): Speaker[] {
    return evidence.claims
      .filter((weighed) => weighed.counting !== 'taken-back' && weighed.bearing !== 'exclusion')
      .filter(({ claim }) => claim.stance === stance)
      .map(({ claim }) => claim.speaker);
  }

  /** The names of some speakers, each speaker once: two who bear one name are two. */
  #names(speakers: readonly Speaker[]): string[] {
    return [...new Map(speakers.map((speaker) => [voiceOf(speaker), this.speakerName(speaker)])).values()];
  }
}

/** A speaker as a key. No id holds `~`, and of the unnamed nothing is known but what they are called. */
function voiceOf(speaker: Speaker): string {
  return isNamed(speaker) ? speaker : `${UNNAMED} ${speaker.unnamed}`;
}
