import type { GraphDocument } from '../model/graph-document.ts';
import { groupBy } from '../model/group-by.ts';
import type { EntityId, OriginId, RelationId, SourceId } from '../model/ids.ts';
import { byCodePoint } from '../model/order.ts';
import type { Source } from '../model/source.ts';
import type { Ground } from './ground.ts';

/**
 * What of a graph makes the words of each origin one (EVIDENCE E6, E8): its entities, documents, and relations of who
 * speaks for whom. In a graph that holds these, and the documents that they derive from, the origin is what it is in the
 * whole. Of documents that join the same voices in the same way one is enough: the first by id.
 */
export class OriginParts {
  readonly entities: ReadonlyMap<OriginId, readonly EntityId[]>;
  readonly sources: ReadonlyMap<OriginId, readonly SourceId[]>;
  readonly relations: ReadonlyMap<OriginId, readonly RelationId[]>;

  constructor({ graph, origins, rollUp, topics }: Pick<Ground, 'graph' | 'origins' | 'rollUp' | 'topics'>) {
    const originOf = (id: EntityId): OriginId => origins.ofSpeaker(id).id;
    this.entities = groupBy(
      graph.entities.map((entity) => entity.id),
      originOf,
    );
    this.sources = joiningSources(graph, (id) => origins.rootOf(id), originOf);
    const links = [...topics.relations.values()].filter(
      ({ type, subject, object }) =>
        object !== undefined && rollUp.type(type)?.oneVoice === true && originOf(subject) === originOf(object),
    );
    this.relations = new Map(
      [...groupBy(links, ({ subject }) => originOf(subject))].map(([origin, found]) => [
        origin,
        found.map(({ id }) => id).toSorted(byCodePoint),
      ]),
    );
  }
}

/** By origin, the documents that join its voices. */
function joiningSources(
  graph: GraphDocument,
  rootOf: (id: SourceId) => SourceId,
  originOf: (id: EntityId) => OriginId,
): Map<OriginId, SourceId[]> {
  const byId = new Map(graph.sources.map((source) => [source.id, source]));
  const keyOf = ({ publisher, id }: Source): string => (publisher === undefined ? `document ${id}` : `by ${publisher}`);
  const found = new Map<OriginId, SourceId[]>();
  const met = new Set<string>();
  for (const source of graph.sources.toSorted((a, b) => byCodePoint(a.id, b.id))) {
    const root = byId.get(rootOf(source.id)) ?? source;
    const own = source === root;
    // The root of a chain derives from nothing; that of a circle does.
    const circular = root.derivedFrom.length > 0;
    const [ofVoice, ofRoot] = [originOf(source.speaker), originOf(root.speaker)];
    // What derives from another document has no word of its own, and joins nobody unless a coder says so.
    const joins = own || circular || source.origin !== undefined || ofVoice === ofRoot;
    // A document of its own makes its voice one with its publisher; one that derives from another does not.
    const way = JSON.stringify([keyOf(source), keyOf(root), source.speaker, source.origin ?? null, circular, own]);
    if (!joins || met.has(way)) continue;
    met.add(way);
    for (const origin of new Set([ofVoice, ofRoot])) {
      const list = found.get(origin);
      if (list === undefined) found.set(origin, [source.id]);
      else list.push(source.id);
    }
  }
  return found;
}
