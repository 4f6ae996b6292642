import type { KnowledgeBase } from '../knowledge-base.ts';

/** A knowledge base whose questions can be withdrawn. */
export interface InterruptibleKnowledgeBase extends KnowledgeBase {
  /**
   * The same knowledge base for somebody who may stop waiting: what is asked of it rejects with the reason of the
   * signal when that aborts, and is worked on no longer than it must be. It is a light view; make one per question.
   */
  until(signal: AbortSignal): KnowledgeBase;
}

export function isInterruptible(base: KnowledgeBase): base is InterruptibleKnowledgeBase {
  return 'until' in base && typeof base.until === 'function';
}
