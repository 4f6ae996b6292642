import { mergeGraphs, type NamedGraph } from '../../knowledge/merge-graphs.ts';
import type { EntityId } from '../../model/ids.ts';
import { type Pairs, pairsOf } from './join-readings.ts';

/** An entity that several graphs have with one id and one content. */
export interface EqualEntity {
  readonly id: EntityId;
  readonly name: string;
  readonly kind: string;
}

/** What is one in several graphs before anybody decides anything. */
export interface Equal {
  /** The first entities that are equal in two graphs or more; `entities` counts all. */
  readonly listed: readonly EqualEntity[];
  readonly entities: number;
  /** By how many the claims, and the sources, of all graphs together become fewer. */
  readonly claims: number;
  readonly sources: number;
  /** The first graph that has all that the others have, so that these add nothing to it. */
  readonly within?: { readonly graph: string; readonly others: readonly string[] };
}

/** What is known of several graphs before they are put together. */
export interface Compared extends Pairs {
  readonly equal: Equal;
}

/** As many equal entities as a person reads through. */
const MOST_LISTED = 500;

/** Pairs that may be the same, and what is equal, as a merge without any decision makes it one. */
export function compareReadings(graphs: readonly NamedGraph[]): Compared {
  return { ...pairsOf(graphs), equal: equalOf(graphs) };
}

/** What a merge makes one without being asked: it is asked itself, so that what is told is what happens. */
export function equalOf(graphs: readonly NamedGraph[]): Equal {
  const { graph, idOf } = mergeGraphs(graphs);
  const having = new Map<EntityId, number>();
  for (const { name, graph: one } of graphs) {
    for (const { id } of one.entities) {
      const into = idOf(name, id);
      having.set(into, (having.get(into) ?? 0) + 1);
    }
  }
  const equal = graph.entities.filter(({ id }) => (having.get(id) ?? 0) > 1);
  const kinds = new Map(graph.ontology.kinds.map(({ id, label }) => [id, label]));
  const summed = (sort: 'claims' | 'sources'): number =>
    graphs.reduce((sum, { graph: one }) => sum + one[sort].length, 0) - graph[sort].length;
  const within = graphs.find(({ graph: one }) =>
    (['entities', 'claims', 'sources'] as const).every((sort) => one[sort].length === graph[sort].length),
  );
  return {
    listed: equal.slice(0, MOST_LISTED).map(({ id, name, kind }) => ({ id, name, kind: kinds.get(kind) ?? kind })),
    entities: equal.length,
    claims: summed('claims'),
    sources: summed('sources'),
    ...(within === undefined
      ? {}
      : {
          within: {
            graph: within.name,
            others: graphs.filter((one) => one !== within).map(({ name }) => name),
          },
        }),
  };
}
