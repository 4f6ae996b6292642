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

/** The traces of an answer that has several: which one is open, and the relations of all. */
export interface TracesAtHand {
  /** Counts from 1. */
  readonly open: number;
  readonly all: number;
  readonly relations: readonly RelationId[];
}

/** What else than the drawn relations an answer has to be taken; undefined where it has no traces, or one alone. */
export function tracesAtHand(answered: Answered, { chosen }: TraceView): TracesAtHand | undefined {
  if (answered.kind !== 'trace') return undefined;
  const { traces } = answered.answer;
  if (traces.length < 2) return undefined;
  const relations = traces.flatMap(({ hops }) => hops.map(({ relation }) => relation.id));
  return { open: chosen + 1, all: traces.length, relations: [...new Set(relations)] };
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
