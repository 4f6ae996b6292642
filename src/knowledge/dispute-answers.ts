import type { DisputeKind } from '../evidence/disputes.ts';
import type { SourceId } from '../model/ids.ts';
import type { EntityRef, FigureView, RelationSummary } from './relation-answers.ts';

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
