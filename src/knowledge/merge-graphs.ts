import type { Claim } from '../model/claim.ts';
import type { Entity } from '../model/entity.ts';
import { GRAPH_FORMAT, GRAPH_VERSION, type GraphDocument } from '../model/graph-document.ts';
import type { EntityId, KindId, SourceId } from '../model/ids.ts';
import { UsageError } from '../model/issue.ts';
import type { Ontology } from '../model/ontology.ts';
import { joinEntities, type Match, type NamedGraph } from './join-entities.ts';
import { joinedTitle } from './joined-title.ts';
import { mergeRecords } from './merge-claims.ts';
import { mergeManifests, type PartNote } from './merge-manifests.ts';
import { mergeOntologies, type OntologyClash, type OtherWords } from './merge-ontologies.ts';
import { carryMarks, markUnsure } from './unsure-pairs.ts';

export { Match, type NamedGraph } from './join-entities.ts';

/** What a merge did that somebody should know. */
export type MergeNote =
  | ({ readonly kind: 'type-renamed'; readonly name: string } & Omit<OntologyClash, 'graph'>)
  | ({ readonly kind: 'kind-reworded'; readonly name: string; readonly id: KindId } & Pick<
      OtherWords,
      'label' | 'kept'
    >)
  | {
      readonly kind: 'source-renamed' | 'entity-renamed';
      readonly name: string;
      readonly from: string;
      readonly to: string;
    }
  | { readonly kind: 'claims-reworded'; readonly name: string; readonly source: SourceId; readonly count: number }
  | { readonly kind: 'entities-merged'; readonly into: EntityId; readonly taken: readonly EntityId[] }
  | ({ readonly kind: 'part-merged' } & PartNote);

export interface MergeOptions {
  readonly matches?: readonly Match[];
  /**
   * Whether one id in two graphs is one entity although the records differ: true for editions of one data set. Otherwise
   * the later one is renamed, unless a match says that they are the same.
   */
  readonly sameIds?: boolean;
  readonly title?: string;
}

export interface Merged {
  readonly graph: GraphDocument;
  readonly notes: readonly MergeNote[];
  /** The id in the merged graph of an entity of one of the graphs. */
  readonly idOf: (graph: string, id: EntityId) => EntityId;
}

/**
 * Merges graphs into one. Nothing is merged by likeness: entities are one only where their records are equal, where
 * a match says *same*, or, if asked, where their ids are; then each stays whole in the attributes of the one, and claims
 * and sources say what they named before, so that `unmerge` undoes it. What has one id and two meanings is renamed `id@name`
 * in the later graph and told; so is a source that says something else there. Claims that are equal are one;
 * claims that become the same by a merge stay two. A graph that was merged from others takes one of these again without a
 * change.
 * Throws a UsageError for matches that contradict each other or name what is not there.
 */
export function mergeGraphs(
  graphs: readonly NamedGraph[],
  { matches = [], sameIds = false, title }: MergeOptions = {},
): Merged {
  const names = graphs.map(({ name }) => name);
  if (new Set(names).size < names.length) throw new UsageError('Two graphs to be merged have one name.');
  const { ontology, renamed, clashes, otherWords } = mergeOntologies(
    graphs.map(({ graph, ...named }) => ({ ...named, ontology: graph.ontology })),
  );
  const joined = joinEntities(graphs, renamed, { matches, sameIds });
  const { apart, into } = joined;
  const idOf = (name: string, id: EntityId): EntityId => into[names.indexOf(name)]?.get(id) ?? id;
  const {
    sources,
    claims,
    renamed: movedSources,
    reworded,
  } = mergeRecords(graphs, {
    ...{ apart, into },
    types: renamed.map(({ types }) => types),
  });
  const { title: ownTitle, manifest, parts } = wholeOf(graphs);
  const nameOf = (graph: number): string => names[graph] ?? '';
  const graph: GraphDocument = {
    format: GRAPH_FORMAT,
    version: GRAPH_VERSION,
    ...((title ?? ownTitle) === undefined ? {} : { title: title ?? ownTitle }),
    ...(manifest === undefined ? {} : { manifest }),
    ontology: widen(ontology, joined.entities, claims),
    sources,
    entities: [...carryMarks(joined.entities, graphs, idOf)],
    claims,
  };
  const notes: MergeNote[] = [
    ...parts.map((part) => ({ kind: 'part-merged', ...part }) as const),
    ...clashes.map(({ graph: at, ...clash }) => ({ kind: 'type-renamed', name: nameOf(at), ...clash }) as const),
    ...otherWords.map(
      ({ graph: at, kind: id, label, kept }) =>
        ({ kind: 'kind-reworded', name: nameOf(at), ...{ id, label, kept } }) as const,
    ),
    ...joined.renamed.map(({ graph: at, ...ids }) => ({ kind: 'entity-renamed', name: nameOf(at), ...ids }) as const),
    ...joined.merged.map((one) => ({ kind: 'entities-merged', ...one }) as const),
    ...movedSources.map(({ graph: at, ...ids }) => ({ kind: 'source-renamed', name: nameOf(at), ...ids }) as const),
    ...reworded.map(({ graph: at, ...of }) => ({ kind: 'claims-reworded', name: nameOf(at), ...of }) as const),
  ];
  const unsure = matches.filter(({ decision }) => decision === 'unsure');
  return {
    graph: markUnsure(
      graph,
      unsure.map(({ a, b }) => [idOf(a.graph, a.id), idOf(b.graph, b.id)] as const),
    ),
    notes,
    idOf,
  };
}

/** What is said of the merged graph as a whole. One graph in which entities are merged is the same graph, and part, still. */
function wholeOf(graphs: readonly NamedGraph[]): Pick<GraphDocument, 'title' | 'manifest'> & {
  readonly parts: readonly PartNote[];
} {
  const [only, ...more] = graphs;
  if (only !== undefined && more.length === 0) return { ...about(only.graph), parts: [] };
  return { title: joinedTitle(graphs), ...mergeManifests(graphs) };
}

function about({ title, manifest }: GraphDocument): Pick<GraphDocument, 'title' | 'manifest'> {
  return { ...(title === undefined ? {} : { title }), ...(manifest === undefined ? {} : { manifest }) };
}

/** Lets types take the kinds that their ends are of now: a merged entity keeps one kind of two. */
function widen(ontology: Ontology, entities: readonly Entity[], claims: readonly Claim[]): Ontology {
  const kinds = new Map(entities.map(({ id, kind }) => [id, kind]));
  const more = new Map<string, { domain: Set<KindId>; range: Set<KindId> }>();
  for (const { type, subject, object } of claims) {
    const found = more.get(type) ?? { domain: new Set<KindId>(), range: new Set<KindId>() };
    more.set(type, found);
    const [from, to] = [kinds.get(subject), object === undefined ? undefined : kinds.get(object)];
    if (from !== undefined) found.domain.add(from);
    if (to !== undefined) found.range.add(to);
  }
  const union = (known: readonly KindId[], added: ReadonlySet<KindId> | undefined): KindId[] => [
    ...new Set([...known, ...(added ?? [])]),
  ];
  return {
    ...ontology,
    relations: ontology.relations.map((type) => {
      const found = more.get(type.id);
      return { ...type, domain: union(type.domain, found?.domain), range: union(type.range, found?.range) };
    }),
    literals: ontology.literals.map((type) => ({ ...type, domain: union(type.domain, more.get(type.id)?.domain) })),
  };
}
