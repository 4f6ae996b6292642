import type { Outcome } from '../evidence/compare.ts';
import type { DisputeKind } from '../evidence/disputes.ts';
import type { CompareReason, FigureEvidence } from '../evidence/figures.ts';
import type { Evidence, OriginRange } from '../evidence/fuse.ts';
import type { Change } from '../evidence/fusion.ts';
import type { InterestKind } from '../evidence/interest.ts';
import type { Position } from '../evidence/perspective.ts';
import type { Bearing } from '../evidence/roll-up.ts';
import type { Verdict } from '../evidence/verdict.ts';
import type { Voice } from '../evidence/voices.ts';
import type { WeightTable } from '../evidence/weights.ts';
import type { Claim, Stance } from '../model/claim.ts';
import type { Entity } from '../model/entity.ts';
import type { GraphDocument } from '../model/graph-document.ts';
import type { ClaimId, EntityId, KindId, RelationId, SourceId, TypeId } from '../model/ids.ts';
import type { Ontology } from '../model/ontology.ts';
import type { Source } from '../model/source.ts';
import type {
  CommonAnswer,
  CommonOptions,
  ConnectAnswer,
  ConnectOptions,
  ExpandAnswer,
  ExpandOptions,
  TraceAnswer,
  TraceOptions,
} from './trace-answers.ts';

/**
 * The one door to a graph, for explorer, command line and server. All answers are plain data, so that they cross to a
 * worker or over HTTP unchanged. Every method rejects with a UsageError for an id that the graph does not have.
 */
export interface KnowledgeBase {
  /** What the graph is: title, content hash, ontology, and the ids that filters can name. */
  about(): Promise<About>;
  stats(filter?: ClaimFilter): Promise<Stats>;
  /** Entities by name, alias and transliteration, best first; typing errors and diacritics are forgiven. */
  search(text: string, options?: SearchOptions): Promise<Page<SearchHit>>;
  /** Relations and figures by the words of what is said, other names of whom it is said of, and who says it; best first. */
  find(text: string, options?: FindOptions): Promise<Found>;
  entity(id: EntityId): Promise<EntityView>;
  relation(id: RelationId): Promise<RelationView>;
  claim(id: ClaimId): Promise<ClaimView>;
  source(id: SourceId): Promise<SourceView>;
  /** Claims in document order, for tables. */
  claims(filter: ClaimFilter, page?: PageRequest): Promise<Page<ClaimView>>;
  /** What is in dispute, of every kind, most contested first (EVIDENCE E19, E20). */
  disputes(query?: DisputeQuery, page?: PageRequest): Promise<Page<Dispute>>;
  /** Who stands against whom: pairs of speakers by how many disputes they are on opposite sides of. */
  opponents(query?: DisputeQuery): Promise<readonly Opponents[]>;
  /** Origins by disputed relations: who says what (EVIDENCE, Display). */
  matrix(query?: DisputeQuery, page?: PageRequest): Promise<Matrix>;
  /** Quantities, with who gives which (EVIDENCE E17, E18): those in dispute first. */
  figures(query?: FigureQuery, page?: PageRequest): Promise<Page<FigureView>>;
  figure(id: string): Promise<FigureView>;
  /** Everybody whose word can be taken alone or left out. */
  voices(): Promise<readonly VoiceView[]>;
  /** The graph as these voices tell it (EVIDENCE E22). */
  perspective(voices: readonly Voice[]): Promise<Perspective>;
  /** Where two perspectives agree, contradict each other, or only one speaks (EVIDENCE E23). */
  compare(p: readonly Voice[], q: readonly Voice[]): Promise<Comparison>;
  /** What collapses, weakens, rises or holds when these voices are left out (EVIDENCE E21). */
  without(voices: readonly Voice[]): Promise<Without>;
  /** Each voice of a kind with what would fall without it, those that carry most first. */
  bearers(kind: Voice['kind']): Promise<readonly Bearer[]>;
  /** The same graph weighed by another table. */
  withWeights(table: WeightTable): Promise<KnowledgeBase>;
  /** Which verdicts another table would move. */
  movedBy(table: WeightTable): Promise<readonly Moved[]>;
  /** What to draw: relations between entities, bounded, with all that is hidden counted. */
  picture(request: PictureRequest): Promise<Picture>;
  /** How two entities, or two groups of them, are related (DESIGN §4; EVIDENCE E24–E27). */
  trace(from: Ends, to: Ends, options?: TraceOptions): Promise<TraceAnswer>;
  /** The small subgraph that best joins 2 to 12 entities. */
  connect(entities: readonly EntityId[], options?: ConnectOptions): Promise<ConnectAnswer>;
  /** The neighbourhood of some entities, ring by ring. */
  expand(entities: readonly EntityId[], options?: ExpandOptions): Promise<ExpandAnswer>;
  /** Who stands in a relation to each of two or more entities. */
  common(entities: readonly EntityId[], options?: CommonOptions): Promise<CommonAnswer>;
  /** A graph document closed under evidence. */
  subgraph(request: SubgraphRequest): Promise<GraphDocument>;
}

/** One entity, or a group of them. */
export type Ends = EntityId | readonly EntityId[];

export interface PageRequest {
  readonly offset?: number;
  readonly limit?: number;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly offset: number;
  readonly total: number;
}

export interface SearchOptions {
  readonly kinds?: readonly KindId[];
  readonly limit?: number;
}

export interface FindOptions {
  /** Most relations, and most figures, of the answer; 20 unless told. */
  readonly limit?: number;
}

/** What was found by words of what is said. */
export interface Found {
  readonly relations: Page<RelationSummary>;
  readonly figures: Page<FigureView>;
}

/** Which claims are wanted. An absent part asks nothing; an empty list wants none. */
export interface ClaimFilter {
  /** Both ends of a relation must be of these kinds. */
  readonly kinds?: readonly KindId[] | undefined;
  readonly types?: readonly TypeId[] | undefined;
  readonly verdicts?: readonly Verdict[] | undefined;
  readonly stances?: readonly Stance[] | undefined;
  readonly sources?: readonly SourceId[] | undefined;
  /** Entity ids, or `~unnamed` for everybody unnamed. */
  readonly speakers?: readonly string[] | undefined;
  /** In whose interest a word may be (EVIDENCE E15). */
  readonly interests?: readonly InterestKind[] | undefined;
}

export interface About {
  readonly title: string;
  readonly hash: string;
  /** Version of the weights table, and the table itself. */
  readonly weights: string;
  readonly weightTable: WeightTable;
  readonly ontology: Ontology;
  readonly sources: readonly Source[];
  /** Everybody whose word a claim rests on, with the number of their claims, most first. */
  readonly speakers: readonly { readonly id: string; readonly name: string; readonly claims: number }[];
  readonly totals: {
    readonly entities: number;
    readonly claims: number;
    readonly relations: number;
    readonly sources: number;
  };
}

export interface EntityRef {
  readonly id: EntityId;
  readonly name: string;
  readonly kind: KindId;
}

/**
 * A number of things by what they are, in order of the ontology or most first. An id that is a whole number ("123") comes
 * before all others, as in any record: who shows them in order sorts them.
 */
export type Counts = Readonly<Record<string, number>>;

export interface Stats {
  readonly graph: { readonly title: string; readonly hash: string };
  readonly entities: { readonly total: number; readonly byKind: Counts };
  readonly claims: {
    readonly total: number;
    /** Claims of relations, of figures, and of one entity alone. */
    readonly byForm: Counts;
    readonly bySource: Counts;
    readonly byType: Counts;
    readonly byStance: Counts;
    readonly bySpeaker: Counts;
    readonly hedged: number;
    readonly withLocator: number;
  };
  readonly relations: { readonly total: number; readonly byType: Counts; readonly byVerdict: Counts };
  readonly sources: { readonly total: number; readonly byReliability: Counts };
}

export interface SearchHit {
  readonly entity: EntityRef;
  /** The name or alias that matched best. */
  readonly matched: string;
  readonly score: number;
  readonly claims: number;
}

/** A relation in one line: its verdict, the number beside it, and who denies it. */
export interface RelationSummary {
  readonly id: RelationId;
  readonly subject: EntityRef;
  readonly type: TypeId;
  readonly typeLabel: string;
  readonly inverseLabel: string;
  readonly symmetric: boolean;
  /** The other entity; absent where something is said of the subject alone. */
  readonly object?: EntityRef;
  readonly literal?: string;
  /** The proposition in words, as if it held; never shown without its verdict. */
  readonly proposition: string;
  readonly verdict: Verdict;
  /** Verdict with every explicit denial named: "corroborated, denied by India". */
  readonly verdictText: string;
  readonly belief: number;
  readonly disbelief: number;
  readonly uncertainty: number;
  /** F/(F+A): the share of the weight that stands for it; 1 where there is none. */
  readonly forShare: number;
  readonly assertedBy: readonly string[];
  readonly deniedBy: readonly string[];
  readonly doubtedBy: readonly string[];
  /** Who asserts something that it cannot hold beside (EVIDENCE E14); no denial. */
  readonly excludedBy: readonly string[];
  /** Who denies a narrower form of it. That does not weigh against it, but is never left unsaid. */
  readonly partlyDeniedBy: readonly string[];
  /** It has no claims of its own: narrower ones imply it (EVIDENCE E14). */
  readonly implied: boolean;
  readonly originsFor: OriginRange;
  readonly originsAgainst: OriginRange;
  readonly claims: number;
}

/** A claim with the names that a person needs to read it. */
export interface ClaimView {
  readonly claim: Claim;
  readonly subject: EntityRef;
  readonly object?: EntityRef;
  readonly relation?: RelationId;
  readonly typeLabel: string;
  /** "according to Pakistan, relayed by …, in …" */
  readonly attribution: string;
  readonly speaker: { readonly name: string; readonly id?: EntityId; readonly own: boolean };
  readonly via: readonly string[];
  readonly source: { readonly id: SourceId; readonly title: string; readonly reliability: string };
  readonly place?: EntityRef;
  /** w/(1+w) by EVIDENCE E4. */
  readonly confidence: number;
  /** Weight, not rounded to units. */
  readonly weight: number;
  readonly interest: InterestView;
}

/** In whose interest a word may be, and why it is taken to be so (EVIDENCE E15). */
export interface InterestView {
  readonly kind: InterestKind;
  /** Whom it speaks of that makes it so. */
  readonly of?: EntityRef;
  /** The relations that make it so, in words. */
  readonly because: readonly { readonly id: RelationId; readonly proposition: string; readonly verdict: Verdict }[];
}

export interface RelationView extends RelationSummary {
  readonly evidence: Evidence;
  /** One per claim of the relation, in document order. */
  readonly ledger: readonly ClaimView[];
  /** Claims made on narrower, broader or excluding relations that bear on this one (EVIDENCE E14). */
  readonly elsewhere: readonly BearingView[];
  /** Narrower and broader relations of which something is said. */
  readonly narrower: readonly RelationSummary[];
  readonly broader: readonly RelationSummary[];
  /**
   * Denials of the same of something that the object or subject is said to be part of ("India denies backing the armed
   * groups"). They are not counted, since nobody said so much; they are shown, since a reader would want to know.
   */
  readonly related: readonly RelationSummary[];
}

export interface BearingView {
  readonly view: ClaimView;
  readonly bearing: Bearing;
  readonly on: RelationSummary;
}

/** What is claimed of one quantity. */
export interface FigureView {
  readonly id: string;
  readonly subject: EntityRef;
  readonly type: TypeId;
  readonly label: string;
  readonly of?: string;
  readonly unit?: string;
  /** The span of time that it is of, where the subject has no time of its own. */
  readonly when?: string;
  /** "killed (soldiers) in …": what is counted, in words. */
  readonly title: string;
  /** In document order. */
  readonly claims: readonly ClaimView[];
  /** Intervals, overlap, median and what cannot hold together; `null` bounds do not occur: an open end is absent. */
  readonly evidence: FigureEvidence;
  /** One row per origin that gives a value, heaviest first, with who speaks for it and the value in words. */
  readonly rows: readonly FigureRow[];
  /** Figures to set beside it, and in what they differ; no dispute by themselves. */
  readonly compareWith: readonly {
    readonly id: string;
    readonly title: string;
    readonly differs: readonly CompareReason[];
  }[];
}

export interface FigureRow {
  readonly origin: string;
  readonly speakers: readonly string[];
  /** "at least 171 BLA fighters". */
  readonly text: string;
  readonly min?: number;
  readonly max?: number;
  readonly value: number;
  readonly weight: number;
  /** Its interval meets the best-supported overlap. */
  readonly inOverlap: boolean;
  readonly interest: InterestView;
  readonly claims: readonly ClaimId[];
}

export interface EntityView {
  readonly entity: Entity;
  readonly relations: readonly RelationSummary[];
  readonly statements: readonly RelationSummary[];
  readonly figures: readonly FigureView[];
  /** Claims that rest on its word. */
  readonly speaks: number;
  /** Claims in which it is subject, object, speaker, go-between or place. */
  readonly mentions: number;
  readonly voiceOf: readonly { readonly id: SourceId; readonly title: string }[];
}

export interface SourceView {
  readonly source: Source;
  readonly speaker: EntityRef;
  readonly claims: readonly ClaimView[];
}

/** Which disputes are wanted. Filters ask that some claim of a dispute passes them. */
export interface DisputeQuery extends ClaimFilter {
  readonly disputeKinds?: readonly DisputeKind[] | undefined;
  /** Only those that speak of this entity. */
  readonly entity?: EntityId | undefined;
  /** Only those in which each of these speakers takes a side; of two, opposite sides. */
  readonly parties?: readonly string[] | undefined;
}

/** One origin on one side of a dispute. */
export interface Party {
  readonly origin: string;
  readonly label: string;
  /** Who speaks for it here, with the keys that filters take. */
  readonly speakers: readonly { readonly id: string; readonly name: string }[];
  readonly weight: number;
  readonly sources: readonly SourceId[];
}

export interface DisputeSide {
  /** "for", "against", a value, or the answer that it gives. */
  readonly label: string;
  /** Heaviest first. */
  readonly parties: readonly Party[];
}

export interface Dispute {
  /** Id of the relation or figure; `attribution~EVENT` for rival answers to who did it. */
  readonly id: string;
  readonly kind: DisputeKind;
  /** What is in dispute, in words, as a question: "Whether India backs …". */
  readonly title: string;
  /** 2·min(b,d)/(b+d) × (1−u) (EVIDENCE E20). */
  readonly contention: number;
  readonly origins: number;
  /** Who stands against whom: two sides, or one per answer or value. */
  readonly sides: readonly DisputeSide[];
  /** Entities that it is about, for the graph. */
  readonly entities: readonly EntityRef[];
  readonly relation?: RelationSummary;
  readonly figure?: FigureView;
  /** Rival answers, or relations that exclude each other. */
  readonly rivals: readonly RelationSummary[];
  /** Narrower relations in the same dispute. */
  readonly narrower: readonly RelationSummary[];
}

/** Two speakers and what they are on opposite sides of. */
export interface Opponents {
  readonly a: { readonly id: string; readonly name: string };
  readonly b: { readonly id: string; readonly name: string };
  /** Ids of the disputes, most contested first. */
  readonly disputes: readonly string[];
  /** How many parties of these disputes were not paired with anybody, since there are too many; absent for none. */
  readonly leftOut?: number;
}

/** "+" asserts, "−" denies, "?" doubts, "×" asserts what excludes it; "±" said both. */
export type Mark = '+' | '−' | '?' | '×' | '±';

export interface Matrix {
  /** Relations in dispute, most contested first. */
  readonly columns: readonly { readonly relation: RelationSummary; readonly kind: DisputeKind }[];
  readonly total: number;
  /** Origins, those that speak on most columns first. */
  readonly rows: readonly MatrixRow[];
}

export interface MatrixRow {
  readonly origin: string;
  readonly label: string;
  /** One per column; null where it is silent. */
  readonly marks: readonly (Mark | null)[];
  /** Words that say it again and are not counted, one row per speaker and source. */
  readonly repeats: readonly {
    readonly speaker: string;
    readonly source: { readonly id: SourceId; readonly title: string };
    readonly marks: readonly (Mark | null)[];
  }[];
}

export interface FigureQuery {
  readonly entity?: EntityId | undefined;
  readonly types?: readonly TypeId[] | undefined;
  /** Only those in dispute. */
  readonly disputed?: boolean | undefined;
  /** Only those of which at least so many origins give a value. */
  readonly origins?: number | undefined;
}

/** A voice with its name and how many claims rest on it. */
export interface VoiceView {
  readonly voice: Voice;
  readonly name: string;
  /** For an origin: everybody and everything that it speaks through. */
  readonly members: readonly string[];
  readonly claims: number;
}

export interface Perspective {
  readonly voices: readonly VoiceView[];
  /** What they say of relations and statements, weightiest first. */
  readonly relations: readonly {
    readonly relation: RelationSummary;
    readonly position: Position;
    readonly leaning: -1 | 0 | 1;
    readonly belief: number;
    readonly disbelief: number;
  }[];
  /** The figures that they give, by their words alone. */
  readonly figures: readonly FigureView[];
  readonly counts: Readonly<Record<Position, number>>;
}

export interface Compared {
  readonly relation: RelationSummary;
  readonly outcome: Outcome;
  readonly p: Position;
  readonly q: Position;
  /** |P₁ − P₂| · (1 − u₁) · (1 − u₂). */
  readonly conflict: number;
}

export type FigureOutcome = 'figures-disjoint' | 'figures-agree' | 'only-p' | 'only-q';

export interface Comparison {
  readonly p: readonly VoiceView[];
  readonly q: readonly VoiceView[];
  /** Contradictions first. */
  readonly relations: readonly Compared[];
  readonly figures: readonly {
    readonly figure: FigureView;
    readonly outcome: FigureOutcome;
    /** What either says, in words. */
    readonly p: readonly string[];
    readonly q: readonly string[];
  }[];
  readonly counts: Readonly<Record<Outcome | FigureOutcome, number>>;
}

/** An opinion and its verdict, as far as leaving out shows them. */
export interface StandingView {
  readonly verdict: Verdict;
  readonly belief: number;
  readonly disbelief: number;
  readonly uncertainty: number;
}

export interface Without {
  readonly voices: readonly VoiceView[];
  /** Claims left out. */
  readonly claims: number;
  /** Every relation on which they bear: those that collapse first, then those that weaken, rise, hold. */
  readonly changes: readonly {
    readonly relation: RelationSummary;
    readonly change: Change;
    readonly before: StandingView;
    readonly after: StandingView;
    readonly claims: number;
    readonly leftOut: number;
  }[];
  readonly counts: Readonly<Record<Change, number>>;
  /** Figures of which a value is left out, or of which the dispute ends. */
  readonly figures: readonly {
    readonly id: string;
    readonly title: string;
    readonly disputedBefore: boolean;
    readonly disputedAfter: boolean;
    /** No value is left. */
    readonly gone: boolean;
  }[];
}

/** A voice and what would happen to the graph without it. */
export interface Bearer {
  readonly voice: VoiceView;
  readonly collapses: number;
  readonly weakens: number;
  readonly rises: number;
  /** Relations that collapse, by id, at most a hundred. */
  readonly rests: readonly RelationId[];
}

export interface Moved {
  readonly relation: RelationSummary;
  readonly before: StandingView;
  readonly after: StandingView;
}

export interface PictureRequest {
  readonly filter?: ClaimFilter;
  /** Draw only what lies within `depth` hops of these. */
  readonly focus?: readonly EntityId[];
  readonly depth?: number;
  /** Most entities drawn; those with the most claims stay. */
  readonly limit?: number;
}

export interface Picture {
  readonly entities: readonly (EntityRef & { readonly claims: number; readonly subkind?: string })[];
  readonly relations: readonly RelationSummary[];
  readonly counts: {
    /** Claims of the drawn relations that pass the filter. */
    readonly shown: number;
    /** All claims of the graph. */
    readonly total: number;
    readonly hiddenByFilter: number;
    readonly hiddenByFocus: number;
    readonly hiddenByLimit: number;
    /** Figures and statements of drawn entities: not lines, but in the inspector. */
    readonly inInspector: number;
  };
}

export interface SubgraphRequest {
  readonly filter?: ClaimFilter;
  readonly focus?: readonly EntityId[];
  readonly depth?: number;
  readonly relations?: readonly RelationId[];
  /** Ids of figures, with every claim of them. */
  readonly figures?: readonly string[];
  /** The instant that is written into the manifest. */
  readonly taken: Date;
}
