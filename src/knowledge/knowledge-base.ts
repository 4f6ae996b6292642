import type { Evidence, OriginRange } from '../evidence/fuse.ts';
import type { Verdict } from '../evidence/verdict.ts';
import type { Claim, Stance } from '../model/claim.ts';
import type { Entity } from '../model/entity.ts';
import type { GraphDocument } from '../model/graph-document.ts';
import type { ClaimId, EntityId, KindId, RelationId, SourceId, TypeId } from '../model/ids.ts';
import type { Ontology } from '../model/ontology.ts';
import type { Source } from '../model/source.ts';
import type { Direction } from '../tracing/adjacency.ts';
import type { TraceOpinion } from '../tracing/conjunction.ts';

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
  entity(id: EntityId): Promise<EntityView>;
  relation(id: RelationId): Promise<RelationView>;
  claim(id: ClaimId): Promise<ClaimView>;
  source(id: SourceId): Promise<SourceView>;
  /** Claims in document order, for tables. */
  claims(filter: ClaimFilter, page?: PageRequest): Promise<Page<ClaimView>>;
  /** Relations whose origins disagree, most contested first (EVIDENCE E19, E20). */
  disputes(filter?: ClaimFilter, page?: PageRequest): Promise<Page<Dispute>>;
  /** What to draw: relations between entities, bounded, with all that is hidden counted. */
  picture(request: PictureRequest): Promise<Picture>;
  trace(from: EntityId, to: EntityId, options?: TraceOptions): Promise<TraceAnswer>;
  /** A graph document closed under evidence. */
  subgraph(request: SubgraphRequest): Promise<GraphDocument>;
}

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
}

export interface About {
  readonly title: string;
  readonly hash: string;
  readonly weights: string;
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

/** A number of things by what they are, in order of the ontology or most first. */
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
}

export interface RelationView extends RelationSummary {
  readonly evidence: Evidence;
  /** One per claim of the relation, in document order. */
  readonly ledger: readonly ClaimView[];
}

/** What is claimed of one quantity, one row a claim. */
export interface FigureView {
  readonly id: string;
  readonly subject: EntityRef;
  readonly type: TypeId;
  readonly label: string;
  readonly of?: string;
  readonly unit?: string;
  readonly claims: readonly ClaimView[];
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

export interface Dispute {
  readonly relation: RelationSummary;
  /** "denial" where somebody denies, "doubt" where the other side only doubts (EVIDENCE E19). */
  readonly kind: 'denial' | 'doubt';
  /** 2·min(b,d)/(b+d) × (1−u) (E20). */
  readonly contention: number;
  /** Origins on each side, strongest first: who speaks for each, and its weight. */
  readonly for: readonly { readonly names: readonly string[]; readonly weight: number }[];
  readonly against: readonly { readonly names: readonly string[]; readonly weight: number }[];
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

export interface TraceOptions {
  /** How many traces; 3 unless told. */
  readonly k?: number;
  /** Most hops of one trace; 4 unless told. */
  readonly depth?: number;
  readonly direction?: Direction;
  readonly types?: readonly TypeId[];
  /** Walk relations whose verdict is unknown, too. */
  readonly includeUnknown?: boolean;
  /** Leave disputed relations out. */
  readonly noDisputed?: boolean;
  readonly avoid?: readonly EntityId[];
}

export interface Hop {
  readonly relation: RelationSummary;
  readonly from: EntityRef;
  readonly to: EntityRef;
  /** Whether it is walked from its subject to its object. */
  readonly along: boolean;
  /** The hop in words: what is claimed, by whom, who denies it, how strong. */
  readonly sentence: string;
}

export interface Trace {
  readonly hops: readonly Hop[];
  readonly opinion: TraceOpinion;
  /** That of its worst hop (EVIDENCE E24). */
  readonly verdict: Verdict;
  /** Index of the hop with the least belief. */
  readonly weakest: number;
  /** Origins that carry more than one hop, by name; then the product is too low and the band holds (E25). */
  readonly sharedOrigins: readonly string[];
  readonly band: { readonly min: number; readonly max: number };
}

export interface TraceAnswer {
  readonly from: EntityRef;
  readonly to: EntityRef;
  readonly traces: readonly Trace[];
  /** What the search ran over and what it left out, so that "no path" is an answer (DESIGN T4). */
  readonly searched: {
    readonly entities: number;
    readonly relations: number;
    readonly leftOut: { readonly denied: number; readonly unknown: number; readonly byConstraint: number };
  };
  readonly options: Required<Omit<TraceOptions, 'types' | 'avoid'>> & Pick<TraceOptions, 'types' | 'avoid'>;
}

/** What a subgraph is made of. Parts add up; without any the whole filtered graph is taken. */
export interface SubgraphRequest {
  readonly filter?: ClaimFilter;
  readonly focus?: readonly EntityId[];
  readonly depth?: number;
  readonly relations?: readonly RelationId[];
  /** The instant that is written into the manifest. */
  readonly taken: Date;
}
