import type { Hop } from '../../knowledge/trace-answers.ts';
import type { RelationId } from '../../model/ids.ts';
import type { TraceView } from '../state/trace-view.ts';
import type { Answered } from './ask-trace.ts';

/** Relations drawn of what many have in common: more would hide each other. */
const MOST_COMMON = 12;

/** The hops of the answer that is drawn; none where the answer has no hops. */
export function hopsOf(answered: Answered | undefined, { chosen }: TraceView): readonly Hop[] {
  if (answered?.kind === 'trace') return answered.answer.traces[chosen]?.hops ?? [];
  return [];
}

/** The relations that an answer is about. */
export function drawnRelations(answered: Answered, trace: TraceView): readonly RelationId[] {
  switch (answered.kind) {
    case 'trace':
      return [trace.chosen, trace.beside].flatMap((i) =>
        i === undefined ? [] : (answered.answer.traces[i]?.hops ?? []).map((hop) => hop.relation.id),
      );
    case 'connect':
      return answered.answer.relations.map(({ id }) => id);
    case 'common':
      return answered.answer.items
        .slice(0, MOST_COMMON)
        .flatMap(({ relations }) => relations.flatMap((toOne) => toOne.map(({ id }) => id)));
    case 'near':
      return answered.answer.relations.map(({ id }) => id);
  }
}
