import { useMemo } from 'react';
import { useAnswer, useKnowledge } from '../data/use-knowledge.ts';
import { type Statement, StatementIndex } from './statement-index.ts';

/** In a larger graph only the relations of the entities with most claims are looked through, and that is said. */
const MOST_RELATIONS = 20_000;
const MOST_ENTITIES = 1500;
const MOST_FIGURES = 5000;

export interface FoundStatements {
  readonly items: readonly Statement[];
  /** The graph is too large to look through all of its relations and figures. */
  readonly partial: boolean;
}

/** Relations and figures by their words. Nothing is asked or indexed before there is something to look for. */
export function useStatements(text: string): FoundStatements {
  const { about } = useKnowledge();
  const large = about.totals.relations > MOST_RELATIONS;
  const { data } = useAnswer(
    ['statements', large],
    async (base) => {
      const [relations, figures] = await Promise.all([
        large
          ? base.picture({ limit: MOST_ENTITIES }).then((picture) => picture.relations)
          : // All documents together speak of every relation, also of those of one entity alone, which no picture has.
            base
              .perspective(about.sources.map(({ id }) => ({ kind: 'source', id })))
              .then((told) => told.relations.map(({ relation }) => relation)),
        base.figures({}, { limit: MOST_FIGURES }),
      ]);
      return { relations, figures };
    },
    text !== '' && about.sources.length > 0,
  );
  const index = useMemo(
    () => (data === undefined ? undefined : new StatementIndex(data.relations, data.figures.items)),
    [data],
  );
  const items = useMemo(() => (text === '' ? [] : (index?.search(text) ?? [])), [index, text]);
  return { items, partial: large || (data !== undefined && data.figures.items.length < data.figures.total) };
}
