import type { Verdict } from '../../evidence/verdict.ts';
import type { Stance } from '../../model/claim.ts';
import type { Manifest } from '../../model/graph-document.ts';

/**
 * A graph as a person reads it, before it is Markdown or HTML: sentences and tables as data, made once. All texts are
 * plain; whoever writes them escapes them. Numbers count from 1 and are what one part calls another by.
 */
export interface Dossier {
  readonly title: string;
  /** Content hash of what the dossier holds; that of the graph it was taken from stands in the manifest. */
  readonly hash: string;
  readonly weights: string;
  /** How to cite it, in a line. */
  readonly citeAs: string;
  readonly manifest?: Manifest;
  readonly address?: string;
  /** The instant at which it was written, where that is told. */
  readonly written?: string;
  /** What somebody has to know before they read on: denials left out, other weights than the default. */
  readonly warnings: readonly string[];
  readonly counts: DossierCounts;
  /** Most contested first. */
  readonly disputes: readonly DisputeEntry[];
  /** Those in dispute first, then by verdict from the strongest, by belief, by id. */
  readonly relations: readonly RelationEntry[];
  /** What is said of one entity alone; ordered as relations are. */
  readonly statements: readonly RelationEntry[];
  /** Those in dispute first. */
  readonly figures: readonly FigureEntry[];
  /** By name, then id. */
  readonly entities: readonly EntityEntry[];
  /** By title, then id. */
  readonly sources: readonly SourceEntry[];
  /** In order of their first mention. */
  readonly citations: readonly CitationEntry[];
}

export interface DossierCounts {
  readonly entities: number;
  readonly claims: number;
  readonly relations: number;
  readonly statements: number;
  readonly figures: number;
  readonly sources: number;
  readonly disputes: number;
}

/** Where a part of the dossier is told in full. */
export interface Reference {
  readonly part: 'relation' | 'statement' | 'figure';
  readonly number: number;
  readonly title: string;
}

export interface DisputeEntry {
  readonly title: string;
  /** "Denial", and what that means. */
  readonly kind: string;
  readonly meaning: string;
  /** 2·min(b,d)/(b+d) × (1−u) (EVIDENCE E20). */
  readonly contention: number;
  readonly sides: readonly { readonly label: string; readonly parties: readonly string[] }[];
  readonly told: readonly Reference[];
}

export interface RelationEntry {
  readonly number: number;
  readonly id: string;
  /** "Whether …": what is in question is never said in the dossier's own voice. */
  readonly heading: string;
  readonly verdict: Verdict;
  /** Verdict with every denial, and the number beside it. */
  readonly verdictLine: string;
  readonly shares: { readonly belief: number; readonly disbelief: number; readonly uncertainty: number };
  /** Sentences: whose word it is, who is against it, what it amounts to, what it rests on. */
  readonly prose: readonly string[];
  /** The sums and the line of E12 that fired, to be redone by hand. */
  readonly arithmetic: string;
  readonly for: readonly LedgerRow[];
  readonly against: readonly LedgerRow[];
  /** Denials of the same of a whole that an end is part of: shown, not counted. */
  readonly related: readonly string[];
}

/** One claim in a ledger. */
export interface LedgerRow {
  readonly claim: string;
  readonly stance: Stance;
  readonly speaker: string;
  /** "relayed by A, in “Title”", or that the document speaks itself. */
  readonly through: string;
  readonly reliability: string;
  readonly summary: string;
  readonly note?: string;
  readonly hedge?: string;
  /** When it was said, and when what it says holds, in words. */
  readonly said?: string;
  readonly when?: string;
  readonly place?: string;
  /** Whole percent in words (EVIDENCE E4). */
  readonly confidence: string;
  /** The factors of its weight. */
  readonly weight: string;
  /** The coder's reason for a confidence set against the rule. */
  readonly reason?: string;
  /** The origin that it counts with, and whether and how it counts. */
  readonly origin: string;
  readonly counting: string;
  readonly counted: boolean;
  readonly interest: string;
  /** Of a claim made on another relation: how it bears on this one, and what that other one is. */
  readonly bearing?: string;
  /** Number of its citation. */
  readonly citation: number;
}

export interface FigureEntry {
  readonly number: number;
  readonly id: string;
  readonly title: string;
  readonly disputed: boolean;
  readonly prose: readonly string[];
  readonly rows: readonly FigureRowEntry[];
  /** Words that deny or doubt a value, and those that were taken back. */
  readonly against: readonly LedgerRow[];
  readonly compareWith: readonly string[];
}

/** What one origin gives. */
export interface FigureRowEntry {
  readonly speakers: string;
  readonly value: string;
  /** Bounds in the figure's own unit; an open end is absent. */
  readonly min?: number;
  readonly max?: number;
  readonly weight: string;
  /** It meets a range that is supported as well as any. */
  readonly inOverlap: boolean;
  readonly interest: string;
  readonly words: readonly LedgerRow[];
}

export interface EntityEntry {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly aliases: readonly string[];
  readonly summary?: string;
  /** Further facts of the record, in words: when it happened, its letter as a speaker, its ids elsewhere. */
  readonly details: readonly string[];
}

export interface SourceEntry {
  readonly number: number;
  readonly id: string;
  readonly title: string;
  /** Publisher, author, date, language, genre: what there is. */
  readonly byline: string;
  /** http or https only. */
  readonly url?: string;
  /** "B, usually reliable". */
  readonly reliability: string;
  readonly reason?: string;
  readonly sha256?: string;
  readonly details: readonly string[];
  readonly claims: number;
}

/** A passage that claims rest on. */
export interface CitationEntry {
  readonly number: number;
  /** Number of the source. */
  readonly source: number;
  readonly title: string;
  readonly paragraph?: number;
  /** "code points 120–180". */
  readonly range?: string;
  /** SHA-256 of the passage. */
  readonly sha256?: string;
}
