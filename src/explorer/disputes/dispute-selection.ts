import type { Dispute } from '../../knowledge/knowledge-base.ts';
import type { Selection } from '../state/view.ts';

/** What a press on a dispute opens: its ledger, its figure, or what the rival answers are about. */
export function selectionOf({ relation, figure, rivals, entities }: Dispute): Selection | undefined {
  if (relation !== undefined) return { kind: 'relation', id: relation.id };
  if (figure !== undefined) return { kind: 'figure', id: figure.id };
  const asked = rivals[0]?.object ?? entities[0];
  return asked === undefined ? undefined : { kind: 'entity', id: asked.id };
}
