import type { RelationColumns } from '../../../src/tracing/network.ts';
import type { PathAnswer } from '../../../src/tracing/paths.ts';

/** To the worker: first the graph, its arrays transferred; then one question after another. */
export type ToWorker =
  | { readonly kind: 'load'; readonly entities: number; readonly columns: RelationColumns }
  | { readonly kind: 'ask'; readonly from: number; readonly to: number; readonly k: number; readonly depth: number };

/** From the worker: that the graph is there, with the milliseconds that building took; then each answer. */
export type FromWorker =
  | { readonly kind: 'loaded'; readonly buildMs: number }
  | { readonly kind: 'answer'; readonly answer: PathAnswer };
