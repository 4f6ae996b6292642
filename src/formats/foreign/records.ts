import type { Attribute } from '../../model/attributes.ts';
import type { Quantity, Stance } from '../../model/claim.ts';
import type { Credibility, Hedge, Reliability } from '../../model/grades.ts';
import type { IssuePath } from '../../model/issue.ts';
import type { LiteralType, RelationType } from '../../model/ontology.ts';
import type { Limits } from '../limits.ts';
import type { Mapping } from './mapping.ts';

/** Where a record stands in its file. Line and column count from 1. */
export interface RecordPlace {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly path?: IssuePath;
}

export interface ForeignOptions {
  /** The file's name, as people are told it in findings; in the graph it stands without its folders. */
  readonly file: string;
  /** Id of the format. */
  readonly format: string;
  readonly mapping?: Mapping | undefined;
  readonly now?: Date | undefined;
  readonly limits?: Partial<Limits> | undefined;
  /** Leaves bad records out, counted and told, in place of refusing the file. */
  readonly skipBad?: boolean | undefined;
  /** Stops `finish`. */
  readonly signal?: AbortSignal | undefined;
  /** The title of the graph, where the file has one. */
  readonly title?: string | undefined;
}

/**
 * A time as a file has it: EDTF, a timestamp, or two ends of an interval. An end that is absent is unknown; `..` is one of
 * which the file says that it is open. What is no date stays an attribute, and is told.
 */
export interface ForeignTime {
  readonly at?: string | undefined;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}

/** A thing of any tool: it becomes an entity. */
export interface ForeignNode {
  /** What edges call it by. Any text; it becomes an id reversibly. */
  readonly key: string;
  /** Its name; the key where there is none. */
  readonly label?: string | undefined;
  /** What it is, in the file's words. */
  readonly kind?: string | undefined;
  readonly aliases?: readonly string[] | undefined;
  readonly summary?: string | undefined;
  readonly time?: ForeignTime | undefined;
  /** Ids of the same thing elsewhere, by scheme in lower case: `{ wikidata: 'Q1' }`. */
  readonly sameAs?: Readonly<Record<string, string>> | undefined;
  /** Whether it stands for somebody of whom only the sort is known, so that two of it may be two. False unless told. */
  readonly unidentified?: boolean | undefined;
  readonly attributes?: readonly Attribute[] | undefined;
  readonly place?: RecordPlace | undefined;
}

/** What a reader knows of any claim because its format has a place for it. A mapping goes before it. */
export interface ForeignWord {
  /** What tells it from others of the same content: its id in the file. */
  readonly key?: string | undefined;
  readonly stance?: Stance | undefined;
  /** 0 to 1; more than 0.95 counts as 0.95 (EVIDENCE E4). */
  readonly confidence?: number | undefined;
  readonly credibility?: Credibility | undefined;
  readonly hedge?: Hedge | undefined;
  /** The key of a source given by `addSource`; the import itself where absent. */
  readonly source?: string | undefined;
  /** The key of a node, or somebody unnamed; the source's own voice where absent. */
  readonly speaker?: string | { readonly unnamed: string } | undefined;
  readonly via?: readonly (string | { readonly unnamed: string })[] | undefined;
  readonly said?: string | undefined;
  /** When what it says holds. */
  readonly time?: ForeignTime | undefined;
  /** The key of a node. */
  readonly where?: string | undefined;
  readonly summary?: string | undefined;
  readonly note?: string | undefined;
  readonly attributes?: readonly Attribute[] | undefined;
  readonly place?: RecordPlace | undefined;
}

/** A connection of any tool: it becomes one claim of a relation. */
export interface ForeignEdge extends ForeignWord {
  /** Keys of its ends; nodes may be added after their edges. */
  readonly from: string;
  readonly to: string;
  /** Its type, in the file's words; `related-to` where there is none. */
  readonly type?: string | undefined;
  /** True unless told. */
  readonly directed?: boolean | undefined;
}

/** A number that is said of a thing: it becomes one claim of a figure. */
export interface ForeignFigure extends ForeignWord {
  readonly about: string;
  /** What is measured, in the file's words: "killed". */
  readonly measure: string;
  readonly quantity: Quantity;
}

/** Something said of one thing alone: it becomes one literal claim. */
export interface ForeignStatement extends ForeignWord {
  readonly about: string;
  readonly type: string;
  readonly literal: string;
}

/** A document that a file names: it becomes a source. */
export interface ForeignSource {
  readonly key: string;
  readonly title?: string | undefined;
  readonly publisher?: string | undefined;
  readonly author?: string | undefined;
  readonly published?: string | undefined;
  readonly url?: string | undefined;
  readonly language?: string | undefined;
  readonly genre?: string | undefined;
  readonly reliability?: Reliability | undefined;
  readonly reason?: string | undefined;
  /** Links editions of one data set: all that have the same word count as one origin (EVIDENCE E8). */
  readonly origin?: string | undefined;
  /** Keys of sources that it takes its word from. */
  readonly derivedFrom?: readonly string[] | undefined;
  /**
   * The key of the node that is its own voice. Where absent, an entity is made of its publisher, else its author, title or
   * key: a node is never taken for it by likeness of name.
   */
  readonly speaker?: string | undefined;
  readonly attributes?: readonly Attribute[] | undefined;
  readonly place?: RecordPlace | undefined;
}

/** What a reader knows of a type that its file uses; all else of it is made from the file. `id` as edges call it. */
export type KnownRelationType = { readonly id: string } & Partial<
  Omit<RelationType, 'id' | 'domain' | 'range' | 'broader' | 'excludes'> & {
    readonly broader: string;
    readonly excludes: readonly string[];
  }
>;
export type KnownLiteralType = { readonly id: string } & Partial<Omit<LiteralType, 'id' | 'domain'>>;
export interface KnownKind {
  readonly id: string;
  readonly label?: string;
  readonly plural?: string;
  readonly event?: boolean;
  readonly place?: boolean;
}
