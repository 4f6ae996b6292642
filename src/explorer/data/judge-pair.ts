import { matchEntities } from '../../knowledge/match-entities.ts';
import { type Match, mergeGraphs } from '../../knowledge/merge-graphs.ts';
import { listNames } from '../../knowledge/words.ts';
import type { Entity } from '../../model/entity.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import type { EntityId } from '../../model/ids.ts';
import { UsageError } from '../../model/issue.ts';
import { type Pair, sidesOf } from './join-readings.ts';
import { withoutUnsure, withUnsureMoved } from './merged-view.ts';

/** A graph in which a pair was judged, and the entity that now stands for the first of it. */
export interface Judged {
  readonly graph: GraphDocument;
  readonly into: EntityId;
}

function entityIn({ entities }: GraphDocument, id: EntityId): Entity {
  const found = entities.find((entity) => entity.id === id);
  if (found === undefined) throw new UsageError(`There is no entity ${JSON.stringify(id)} in the graph.`);
  return found;
}

/** Titles of the sources whose claims name an entity, as where it comes from. */
function sourcesOf({ claims, sources }: GraphDocument, id: EntityId): string {
  const wanted = new Set<string>();
  for (const { subject, object, speaker, source } of claims) {
    if (subject === id || object === id || speaker === id) wanted.add(source);
  }
  return listNames(sources.filter((source) => wanted.has(source.id)).map(({ title }) => title));
}

/** Two entities of one graph, with what speaks for and against their being the same. Throws a UsageError where one is not there. */
export function pairIn(graph: GraphDocument, a: EntityId, b: EntityId): Pair {
  const only = (id: EntityId): GraphDocument => ({ ...graph, entities: [entityIn(graph, id)] });
  const [one, other] = [only(a), only(b)];
  const [found] = matchEntities(one, other).candidates;
  const side = (from: GraphDocument, id: EntityId): Pair['a'] => {
    const made = sidesOf({ name: sourcesOf(graph, id), graph: from })(id);
    if (made === undefined) throw new RangeError('an entity that was just found');
    return made;
  };
  return {
    a: side(one, a),
    b: side(other, b),
    reasons: found?.reasons ?? [],
    against: found?.against ?? [],
    by: found?.by ?? [],
  };
}

/**
 * Answers a question that was left open: the same makes the two one, so that it can be undone as any merge; not the same
 * takes the mark from both. Throws a UsageError where one is not there, or where they cannot be one.
 */
export function judgePair(graph: GraphDocument, a: EntityId, b: EntityId, decision: Match['decision']): Judged {
  for (const id of [a, b]) entityIn(graph, id);
  if (decision === 'unsure') return { graph, into: a };
  const apart = withoutUnsure(graph, a, b);
  if (decision === 'not-same') return { graph: apart, into: a };
  const name = 'the graph';
  const match: Match = { a: { graph: name, id: a }, b: { graph: name, id: b }, decision };
  // One graph that is merged with none stays the same part of the same graph, under its title.
  const { graph: merged, notes } = mergeGraphs([{ name, graph: apart }], { matches: [match] });
  const note = notes.find((one) => one.kind === 'entities-merged' && [a, b].includes(one.into));
  if (note?.kind !== 'entities-merged') throw new RangeError('a merge of two entities that tells of none');
  return { graph: withUnsureMoved(merged, note.into === a ? b : a, note.into), into: note.into };
}
