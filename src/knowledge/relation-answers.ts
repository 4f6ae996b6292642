import type { CompareReason, FigureEvidence } from '../evidence/figures.ts';
import type { Evidence, OriginRange } from '../evidence/fuse.ts';
import type { InterestKind } from '../evidence/interest.ts';
import type { Bearing } from '../evidence/roll-up.ts';
import type { Verdict } from '../evidence/verdict.ts';
import type { Claim } from '../model/claim.ts';
import type { Entity } from '../model/entity.ts';
import type { ClaimId, EntityId, KindId, RelationId, SourceId, TypeId } from '../model/ids.ts';
import type { Source } from '../model/source.ts';

export interface EntityRef {
  readonly id: EntityId;
  readonly name: string;
  readonly kind: KindId;
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
