import type { Verdict } from '../evidence/verdict.ts';
import type { Voice } from '../evidence/voices.ts';
import type { Stance } from '../model/claim.ts';
import type { ClaimId, EntityId, RelationId, SourceId, TypeId } from '../model/ids.ts';
import type { TraceOpinion } from '../tracing/conjunction.ts';
import type { Direction } from '../tracing/network.ts';
import type { EntityRef, RelationSummary } from './knowledge-base.ts';

/** Which relations may be walked. An absent part asks nothing. */
export interface WalkOptions {
  /** Which way relations may be walked; both ways unless told. */
  readonly direction?: Direction | undefined;
  /** Relations of these types and of all narrower ones. */
  readonly types?: readonly TypeId[] | undefined;
  /** Weigh the claims of these voices alone. */
  readonly only?: readonly Voice[] | undefined;
  /** Weigh without the claims of these voices. */
  readonly without?: readonly Voice[] | undefined;
  /** Least belief of a relation, from 0 to below 1. */
  readonly minBelief?: number | undefined;
  /** Walk relations whose verdict is unknown, too. */
  readonly includeUnknown?: boolean | undefined;
  /** Leave disputed relations out. */
  readonly noDisputed?: boolean | undefined;
  /** Pass through none of these. */
  readonly avoid?: readonly EntityId[] | undefined;
  /** Walk none of these. */
  readonly avoidRelations?: readonly RelationId[] | undefined;
  /** Only what may have held on or after this day (EDTF). What has no date passes. */
  readonly since?: string | undefined;
  /** Only what may have held on or before this day (EDTF). What has no date passes. */
  readonly until?: string | undefined;
}

/** EVIDENCE E27: take no account of time; all hops at some common time; or each hop no earlier than the one before. */
export const TIME_POLICIES = ['ignore', 'overlap', 'sequence'] as const;
export type TimePolicy = (typeof TIME_POLICIES)[number];

/** What comes first among traces: the strongest evidence (EVIDENCE E26), or the fewest hops. */
export const TRACE_RANKS = ['evidence', 'hops'] as const;
export type TraceRank = (typeof TRACE_RANKS)[number];

export interface TraceOptions extends WalkOptions {
  /** How many traces, 1 to 50; 3 unless told. */
  readonly k?: number | undefined;
  /** Most hops of one trace, 1 to 12; 4 unless told. */
  readonly depth?: number | undefined;
  readonly rank?: TraceRank | undefined;
  /** Rank traces through places and much connected entities lower. It changes the order alone, no opinion. */
  readonly damped?: boolean | undefined;
  readonly time?: TimePolicy | undefined;
  /** Most days between one dated hop and the next, with time `sequence`. */
  readonly gap?: number | undefined;
}

/** Options with what was not told filled in. */
export type TraceQuestion = WalkOptions & {
  readonly [K in 'direction' | 'includeUnknown' | 'noDisputed']: NonNullable<WalkOptions[K]>;
} & { readonly [K in 'k' | 'depth' | 'rank' | 'damped' | 'time']: NonNullable<TraceOptions[K]> } & Pick<
    TraceOptions,
    'gap'
  >;

/** Where a claim of a hop can be read. */
export interface Citation {
  readonly claim: ClaimId;
  readonly stance: Stance;
  readonly speaker: string;
  readonly source: SourceId;
  readonly title: string;
  readonly paragraph?: number;
}

/** One relation of a trace, as it is walked. */
export interface Hop {
  readonly relation: RelationSummary;
  readonly from: EntityRef;
  readonly to: EntityRef;
  /** Whether it is walked from its subject to its object. */
  readonly along: boolean;
  /** The hop in words: what is claimed, by whom, who denies it, how many origins, how strong. */
  readonly sentence: string;
  /** The claims that stand for it and against it, those that count first. */
  readonly citations: readonly Citation[];
  /** Denials of the same of something that an end is part of: not counted, since nobody said so much, and never left out. */
  readonly related: readonly RelationSummary[];
  /** When it held, as its claims or its event date it (EDTF), earliest first; empty where nobody says. */
  readonly dates: readonly string[];
}

/** Somebody, or something, whose word can be left out, by name. */
export interface VoiceRef {
  readonly voice: Voice;
  readonly name: string;
}

/** Smallest sets of voices of one kind without which a trace falls: some hop of it could not be walked any more. */
export interface RestsOn {
  /** Each of them alone. All there are. */
  readonly single: readonly VoiceRef[];
  /** Two together, neither of them in `single`. All there are where `pairsTried`. */
  readonly pairs: readonly (readonly [VoiceRef, VoiceRef])[];
  /** False where there were too many voices to try each two of them. */
  readonly pairsTried: boolean;
  /** Where neither one nor two are enough: one larger set, found greedily, so there may be a smaller one. */
  readonly larger?: readonly VoiceRef[];
}

export interface Trace {
  readonly hops: readonly Hop[];
  readonly opinion: TraceOpinion;
  /** That of its worst hop (EVIDENCE E24). */
  readonly verdict: Verdict;
  /** Index of the hop with the least belief. */
  readonly weakest: number;
  /** Origins that carry more than one hop, with the indices of these; then the product is too low and the band holds (E25). */
  readonly sharedOrigins: readonly { readonly voice: Voice; readonly name: string; readonly hops: readonly number[] }[];
  readonly band: { readonly min: number; readonly max: number };
  readonly restsOn: { readonly sources: RestsOn; readonly speakers: RestsOn; readonly origins: RestsOn };
}

/** How many relations a search did not walk, and why; each is counted once, under the first reason that fits. */
export interface NotWalked {
  readonly denied: number;
  readonly unknown: number;
  /** Nobody who is listened to asserts them: they are only denied, doubted, or implied by others. */
  readonly unspoken: number;
  readonly disputed: number;
  readonly weak: number;
  readonly types: number;
  readonly dates: number;
  readonly avoided: number;
}

/** What a search ran over. */
export interface Searched {
  readonly entities: number;
  readonly relations: number;
  readonly leftOut: NotWalked;
  /** Where the search gave up before it was sure, and after how many steps, where they were counted. */
  readonly cutShort?: { readonly steps?: number };
}

/** One change of the options that gives a trace where there was none. */
export interface Relaxation {
  /** Which option, and the one member of it that is given up where it has several. */
  readonly option: keyof TraceOptions;
  readonly value?: string;
  /** The options with that change, to ask again. */
  readonly options: TraceOptions;
  /** What the best trace would then amount to. */
  readonly verdict: Verdict;
  readonly hops: number;
  readonly belief: number;
}

/** How sure it is that the two are joined by any of the traces shown. */
export interface Connection {
  readonly relations: number;
  /** Exact, as if no two relations shared an origin; absent for more than 25 relations. */
  readonly independent?: number;
  /** Drawn at random over origins, where some carry several relations or there are more than 25. */
  readonly sampled?: {
    readonly value: number;
    readonly error: number;
    readonly samples: number;
    readonly seed: number;
  };
}

export interface TraceAnswer {
  readonly from: EntityRef;
  readonly to: EntityRef;
  /** All of either group, where it was asked between groups. */
  readonly fromGroup?: readonly EntityRef[];
  readonly toGroup?: readonly EntityRef[];
  /** Best first. */
  readonly traces: readonly Trace[];
  /** How sure it is that they are joined by any of these; absent where there is none. */
  readonly connection?: Connection;
  /** What the search ran over and what it left out, so that "no path" is an answer (DESIGN T4). */
  readonly searched: Searched;
  /** Where there is no trace: each single change of the options that would give one. */
  readonly relaxations: readonly Relaxation[];
  /** Some search for such a change gave up before it was sure: there may be others. */
  readonly relaxationsCutShort?: true;
  readonly options: TraceQuestion;
}

export interface ConnectOptions extends WalkOptions {
  /** Most relations of the answer, 1 to 100; 12 unless told. */
  readonly budget?: number | undefined;
  readonly damped?: boolean | undefined;
}

/** The small subgraph that best joins some entities. */
export interface ConnectAnswer {
  readonly asked: readonly EntityRef[];
  /** Which of them the relations shown join with one another; one group where all are. */
  readonly groups: readonly (readonly EntityRef[])[];
  /** The same if the budget had no limit. */
  readonly joinable: readonly (readonly EntityRef[])[];
  /** Those in between. */
  readonly between: readonly EntityRef[];
  /** The chains that join them, strongest first; each starts and ends with one that was asked for or where chains meet. */
  readonly chains: readonly { readonly hops: readonly Hop[]; readonly opinion: TraceOpinion }[];
  /** All relations of the answer in order of their ids: those of the chains, and next best ways that fill the budget. */
  readonly relations: readonly RelationSummary[];
  /** Those of the chains: without any of them a group falls apart. */
  readonly joining: readonly RelationId[];
  /** By what the chains were chosen: strongest evidence, or fewest relations where the budget allows no more. */
  readonly by: 'weight' | 'relations';
  /** Whether nothing does better in that; where not, it costs at most twice the least. */
  readonly exact: boolean;
  readonly budget: number;
  /** Relations that joining all that can be joined needs; above the budget they are not all shown. */
  readonly needed: number;
  /** Relations that the next best way would add, which the budget leaves out; 0 where none is known. */
  readonly next: number;
  readonly searched: Searched;
  readonly options: ConnectOptions;
}

export interface ExpandOptions extends WalkOptions {
  /** How far, 1 to 6; 1 unless told. */
  readonly depth?: number | undefined;
  /** Most entities of the answer, those asked for not counted; 50 unless told. */
  readonly limit?: number | undefined;
  /** Do not go on from entities with more relations than this. */
  readonly hubs?: number | undefined;
}

/** The neighbourhood of some entities. */
export interface ExpandAnswer {
  readonly asked: readonly EntityRef[];
  /** By distance, nearest first: who is there, how many there are in all, and how many the limit left out. */
  readonly rings: readonly {
    readonly depth: number;
    readonly entities: readonly EntityRef[];
    readonly total: number;
    readonly leftOut: number;
  }[];
  /** Relations between all of these, strongest first. */
  readonly relations: readonly RelationSummary[];
  /** Relations between these and entities that the limit left out. */
  readonly relationsLeftOut: number;
  /** Entities with too many relations to go on from. */
  readonly hubs: readonly EntityRef[];
  readonly searched: Searched;
  readonly options: ExpandOptions;
}

export interface CommonOptions extends WalkOptions {
  readonly limit?: number | undefined;
}

/** Who stands in a relation to each of some entities. */
export interface CommonAnswer {
  readonly asked: readonly EntityRef[];
  /** Strongest first, by the best relation to each. */
  readonly items: readonly {
    readonly entity: EntityRef;
    /** One list for each entity asked for, in their order. */
    readonly relations: readonly (readonly RelationSummary[])[];
    /** Π of the best beliefs, as for a trace (EVIDENCE E24). */
    readonly belief: number;
  }[];
  readonly total: number;
  readonly searched: Searched;
  readonly options: CommonOptions;
}
