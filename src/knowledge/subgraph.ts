import { type Claim, isNamed } from '../model/claim.ts';
import { contentHash } from '../model/content-hash.ts';
import type { GraphDocument } from '../model/graph-document.ts';
import type { EntityId } from '../model/ids.ts';

/**
 * Cuts a graph document down to some claims, closed under what they need to be checked: their entities, speakers,
 * go-betweens, places, sources with all they derive from, and the voices of those sources. The ontology stays whole.
 */
export function cutGraph(
  graph: GraphDocument,
  claims: readonly Claim[],
  selection: string,
  taken: Date,
  weights: string,
): GraphDocument {
  const sources = new Map(graph.sources.map((source) => [source.id, source]));
  const keptSources = new Set<GraphDocument['sources'][number]>();
  const queue = claims.map((claim) => claim.source);
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const source = sources.get(id);
    if (source === undefined || keptSources.has(source)) continue;
    keptSources.add(source);
    queue.push(...source.derivedFrom);
  }
  const needed = new Set<EntityId>([...keptSources].map((source) => source.speaker));
  for (const claim of claims) {
    needed.add(claim.subject);
    if (claim.object !== undefined) needed.add(claim.object);
    if (claim.place !== undefined) needed.add(claim.place);
    for (const speaker of [claim.speaker, ...claim.via]) if (isNamed(speaker)) needed.add(speaker);
  }
  const kept = new Set(claims.map((claim) => claim.id));
  const entities = graph.entities.filter((entity) => needed.has(entity.id));
  return {
    format: graph.format,
    version: graph.version,
    ...(graph.title === undefined ? {} : { title: graph.title }),
    manifest: {
      selection,
      graph: contentHash(graph),
      weights,
      taken: taken.toISOString(),
      leftOut: {
        entities: graph.entities.length - entities.length,
        claims: graph.claims.length - kept.size,
        sources: graph.sources.length - keptSources.size,
      },
      closedUnderEvidence: true,
    },
    ontology: graph.ontology,
    sources: graph.sources.filter((source) => keptSources.has(source)),
    entities,
    claims: graph.claims.filter((claim) => kept.has(claim.id)),
  };
}
