import { type Assumed, checkGraph } from '../../model/check-graph.ts';
import type { Claim } from '../../model/claim.ts';
import type { Entity } from '../../model/entity.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import type { Issue } from '../../model/issue.ts';
import type { Source } from '../../model/source.ts';

/** Records that are checked between two turns of others: some milliseconds. */
const SLICE = 2000;

const NOTHING: ReadonlySet<string> = new Set();

/** The entities that claims name, each once. */
function entitiesOf(claims: readonly Claim[], byId: ReadonlyMap<string, Entity>): Entity[] {
  const found = new Set<Entity>();
  const take = (id: unknown): void => {
    const entity = typeof id === 'string' ? byId.get(id) : undefined;
    if (entity !== undefined) found.add(entity);
  };
  for (const { subject, object, speaker, via, place } of claims) {
    for (const id of [subject, object, speaker, place]) take(id);
    for (const id of via) take(id);
  }
  return [...found];
}

function sourcesOf(claims: readonly Claim[], byId: ReadonlyMap<string, Source>): Source[] {
  const found = new Set<Source>();
  for (const { source } of claims) {
    const known = byId.get(source);
    if (known !== undefined) found.add(known);
  }
  return [...found];
}

/** Findings of a slice with the numbers that its records have in the whole. */
function inWhole(issues: readonly Issue[], part: string, from: number): Issue[] {
  return issues.flatMap((issue) => {
    const [name, at, ...inner] = issue.path;
    return name === part && typeof at === 'number' ? [{ ...issue, path: [name, at + from, ...inner] }] : [];
  });
}

/**
 * What checkGraph finds, in slices: a document of a million claims would otherwise keep everything else waiting for
 * seconds. A slice is checked beside those records alone that it names. As soon as one has an error, the whole is checked
 * at once, so that what is said of it, and what may be meant, goes by all that there is.
 */
export function* checkInSlices(graph: GraphDocument): Generator<void, readonly Issue[]> {
  const { sources, entities, claims } = graph;
  const hasError = (found: readonly Issue[]): boolean => found.some(({ severity }) => severity === 'error');
  const entityById = new Map<string, Entity>(entities.map((entity) => [entity.id, entity]));
  const sourceById = new Map<string, Source>(sources.map((source) => [source.id, source]));
  /** What does not stand in a slice, but in the graph. */
  const assumed: Assumed = {
    ...{ entities: entityById, speakers: entityById, sources: sourceById },
    ...{ kinds: NOTHING, types: NOTHING },
  };
  if (entityById.size < entities.length || sourceById.size < sources.length) return checkGraph(graph);
  yield;
  const issues: Issue[] = [...checkGraph({ ...graph, sources: [], entities: [], claims: [] })];
  for (let from = 0; from < entities.length; from += SLICE) {
    const some = entities.slice(from, from + SLICE);
    const found = checkGraph({ ...graph, sources: [], entities: some, claims: [] });
    for (const issue of inWhole(found, 'entities', from)) issues.push(issue);
    yield;
  }
  const ofSources = checkGraph({ ...graph, entities: [], claims: [] }, assumed);
  for (const issue of inWhole(ofSources, 'sources', 0)) issues.push(issue);
  if (hasError(issues)) return checkGraph(graph);
  yield;
  const ids = new Set<string>();
  for (let from = 0; from < claims.length; from += SLICE) {
    const some = claims.slice(from, from + SLICE);
    for (const { id } of some) ids.add(id);
    // A claim that stands twice may do so in two slices.
    if (ids.size < from + some.length) return checkGraph(graph);
    const beside = { sources: sourcesOf(some, sourceById), entities: entitiesOf(some, entityById) };
    const found = inWhole(checkGraph({ ...graph, ...beside, claims: some }, assumed), 'claims', from);
    if (hasError(found)) return checkGraph(graph);
    for (const issue of found) issues.push(issue);
    yield;
  }
  return issues;
}
