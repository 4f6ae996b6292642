import type { Finding } from './finding.ts';

/** What the page asks the worker that holds its graph. The port of `Opened` leads to the graph itself. */
export type WorkerQuestion =
  /** Answered with `Opened`; each step is told as progress before it is taken. Asked once. */
  | { readonly kind: 'open'; readonly from: string | File }
  /** Answered with `MatchedTexts`. */
  | { readonly kind: 'match'; readonly from: string | readonly File[] };

/** Steps of opening a graph, in their order. */
export type OpeningStep = 'reading' | 'checking' | 'weighing';

/** A port to a hosted KnowledgeBase, or what keeps the graph from being opened. */
export type Opened = { readonly port: MessagePort } | { readonly findings: readonly Finding[] };
