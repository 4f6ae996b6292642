import type { Match } from '../../knowledge/merge-graphs.ts';
import type { EntityId } from '../../model/ids.ts';
import type { Finding } from './finding.ts';
import type { ReadingChoice } from './preview.ts';

/** What the page asks the worker that holds its graph. The port of `Opened` leads to the graph itself. */
export type WorkerQuestion =
  /** Answered with `Opened`; each step is told as progress before it is taken. Asked once. */
  | { readonly kind: 'open'; readonly from: string | File }
  /** Answered with `MatchedTexts`. */
  | { readonly kind: 'match'; readonly from: string | readonly File[] }
  /** Reads files of one graph, to be looked at first. Answered with `Preview`; `ReadSoFar` is told as progress. */
  | { readonly kind: 'read'; readonly reading: number; readonly files: readonly File[]; readonly choice: ReadingChoice }
  /** Lets go of what was read under these numbers. Answered with nothing. */
  | { readonly kind: 'forget'; readonly readings: readonly number[] }
  /** Entities of different readings that may be the same, and what is equal in them. Answered with `Compared`. */
  | { readonly kind: 'pairs'; readonly readings: readonly NamedReading[] }
  /** Opens what was read, several in one graph. Answered with `Opened`, steps told as for `open`. */
  | { readonly kind: 'take'; readonly readings: readonly NamedReading[]; readonly how: Merging }
  /** The open graph as a graph document. Answered with a Blob. */
  | { readonly kind: 'document' }
  /** What was merged into what in the open graph. Answered with `MergedView`. */
  | { readonly kind: 'merged' }
  /** The open graph with one entity apart again. Answered with a Blob of a graph document. */
  | { readonly kind: 'separate'; readonly taken: EntityId }
  /** Two entities of the open graph, and why they may be the same. Answered with `Pair`. */
  | { readonly kind: 'pair'; readonly a: EntityId; readonly b: EntityId }
  /** The open graph in which two of its entities are the same, or not. Answered with `JudgedGraph`. */
  | { readonly kind: 'judge'; readonly a: EntityId; readonly b: EntityId; readonly decision: Match['decision'] };

/** A graph document in which a pair was judged, and the entity that now stands for the first of it. */
export interface JudgedGraph {
  readonly document: Blob;
  readonly into: EntityId;
}

/** What was read, under a name that no other has. */
export interface NamedReading {
  readonly reading: number;
  readonly name: string;
}

/** How several readings become one graph. */
export interface Merging {
  readonly matches: readonly Match[];
  /** Whether one id in two of them means one entity. */
  readonly sameIds: boolean;
}

/** Steps of opening a graph, in their order. */
export type OpeningStep = 'reading' | 'checking' | 'weighing';

/** A port to a hosted KnowledgeBase, or what keeps the graph from being opened. */
export type Opened = { readonly port: MessagePort } | { readonly findings: readonly Finding[] };
