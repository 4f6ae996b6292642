import type { Outcome } from '../evidence/compare.ts';
import type { Change } from '../evidence/fusion.ts';
import type { Position } from '../evidence/perspective.ts';
import type { Verdict } from '../evidence/verdict.ts';
import type { Voice } from '../evidence/voices.ts';
import type { RelationId } from '../model/ids.ts';
import type { FigureView, RelationSummary } from './relation-answers.ts';

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
