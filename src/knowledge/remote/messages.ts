import type { AnswerPart } from './answer-parts.ts';
import type { SentError } from './sent-error.ts';

/** What the asking end sends. Questions are numbered by it, from 0. */
export type ToAnswerer<Question> =
  | { readonly kind: 'question'; readonly id: number; readonly question: Question }
  /** The answer is no longer wanted. None is sent. */
  | { readonly kind: 'withdrawn'; readonly id: number };

/** What the answering end sends. */
export type ToAsker =
  /** Comes before the answer that it belongs to, any number of times. */
  | { readonly kind: 'part'; readonly id: number; readonly part: AnswerPart }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly error: SentError }
  /** How far the answer is; any number of these come before it. */
  | { readonly kind: 'progress'; readonly id: number; readonly progress: unknown };
