import { type MatchReason, matchEntities } from '../../knowledge/match-entities.ts';
import { mergeGraphs, type NamedGraph } from '../../knowledge/merge-graphs.ts';
import type { Entity } from '../../model/entity.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import type { EntityId } from '../../model/ids.ts';
import type { Merging } from './graph-worker.ts';

/** One side of a pair: an entity of a graph, with what helps to tell whether it is the other. */
export interface PairSide {
  /** The name of its graph. */
  readonly graph: string;
  readonly id: EntityId;
  readonly name: string;
  readonly kind: string;
  readonly aliases: readonly string[];
  readonly summary?: string;
}

/** Two entities of different graphs that may be the same, and why. */
export interface Pair {
  readonly a: PairSide;
  readonly b: PairSide;
  readonly reasons: readonly MatchReason[];
  readonly against: readonly string[];
  /** The names that meet. */
  readonly by: readonly string[];
}

export interface Pairs {
  readonly pairs: readonly Pair[];
  /** Pairs beyond those that are listed. */
  readonly more: number;
  /** Names that too many share to say anything. */
  readonly tooCommon: readonly string[];
}

/** As many pairs as a person can go through; the strongest are listed. */
const MOST_PAIRS = 5000;
const MOST_ALIASES = 8;

/** Pairs of entities of different graphs that may be the same, for each two graphs the strongest first. */
export function pairsOf(graphs: readonly NamedGraph[]): Pairs {
  const pairs: Pair[] = [];
  const tooCommon = new Set<string>();
  let more = 0;
  graphs.forEach((one, i) => {
    for (const other of graphs.slice(i + 1)) {
      const found = matchEntities(one.graph, other.graph);
      for (const name of found.tooCommon) tooCommon.add(name);
      const sides = [sidesOf(one), sidesOf(other)] as const;
      for (const { a, b, reasons, against, by } of found.candidates) {
        const [left, right] = [sides[0](a), sides[1](b)];
        if (left === undefined || right === undefined) continue;
        if (pairs.length < MOST_PAIRS) pairs.push({ a: left, b: right, reasons, against, by });
        else more++;
      }
    }
  });
  return { pairs, more, tooCommon: [...tooCommon] };
}

/** What is shown of the entities of a graph, by id. */
export function sidesOf({
  name: graph,
  graph: { entities, ontology },
}: NamedGraph): (id: EntityId) => PairSide | undefined {
  const byId = new Map<EntityId, Entity>(entities.map((entity) => [entity.id, entity]));
  const kinds = new Map(ontology.kinds.map(({ id, label }) => [id, label]));
  return (id) => {
    const entity = byId.get(id);
    if (entity === undefined) return undefined;
    const { name, kind, aliases, summary } = entity;
    return {
      graph,
      id,
      name,
      kind: kinds.get(kind) ?? kind,
      aliases: aliases.slice(0, MOST_ALIASES),
      ...(summary === undefined ? {} : { summary }),
    };
  };
}

/**
 * One graph of several, by what a person decided; pairs that were left unsure stay apart and say so. A single graph is
 * given back as it is. Throws a UsageError for decisions that contradict each other.
 */
export function joinGraphs(graphs: readonly NamedGraph[], { matches, sameIds }: Merging): GraphDocument {
  const [only] = graphs;
  if (only !== undefined && graphs.length === 1 && matches.length === 0) return only.graph;
  return mergeGraphs(graphs, { matches, sameIds }).graph;
}
