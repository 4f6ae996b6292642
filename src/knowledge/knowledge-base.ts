import type { DisputeKind } from '../evidence/disputes.ts';
import type { InterestKind } from '../evidence/interest.ts';
import type { Verdict } from '../evidence/verdict.ts';
import type { Voice } from '../evidence/voices.ts';
import type { WeightTable } from '../evidence/weights.ts';
import type { Stance } from '../model/claim.ts';
import type { GraphDocument, Manifest } from '../model/graph-document.ts';
import type { ClaimId, EntityId, KindId, RelationId, SourceId, TypeId } from '../model/ids.ts';
import type { Ontology } from '../model/ontology.ts';
import type { Source } from '../model/source.ts';
import type { Dispute, Matrix, Opponents } from './dispute-answers.ts';
import type {
  ClaimView,
  EntityRef,
  EntityView,
  FigureView,
  RelationSummary,
  RelationView,
  SourceView,
} from './relation-answers.ts';
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
import type { Bearer, Comparison, Moved, Perspective, VoiceView, Without } from './voice-answers.ts';

export type * from './dispute-answers.ts';
export type * from './relation-answers.ts';
export type * from './voice-answers.ts';

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
  /** How it was taken, where it is a part of another graph. */
  readonly manifest?: Manifest;
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

/** Which disputes are wanted. Filters ask that some claim of a dispute passes them. */
export interface DisputeQuery extends ClaimFilter {
  readonly disputeKinds?: readonly DisputeKind[] | undefined;
  /** Only those that speak of this entity. */
  readonly entity?: EntityId | undefined;
  /** Only those in which each of these speakers takes a side; of two, opposite sides. */
  readonly parties?: readonly string[] | undefined;
}

export interface FigureQuery {
  readonly entity?: EntityId | undefined;
  readonly types?: readonly TypeId[] | undefined;
  /** Only those in dispute. */
  readonly disputed?: boolean | undefined;
  /** Only those of which at least so many origins give a value. */
  readonly origins?: number | undefined;
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
  /** How they were chosen, in words, for the manifest. */
  readonly words?: string;
  /** The instant that is written into the manifest. */
  readonly taken: Date;
}
