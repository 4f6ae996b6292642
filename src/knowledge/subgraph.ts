import { type Claim, isNamed, isRelationClaim } from '../model/claim.ts';
import { contentHash } from '../model/content-hash.ts';
import type { GraphDocument } from '../model/graph-document.ts';
import type { EntityId, RelationId } from '../model/ids.ts';
import { describeSelection } from './describe-selection.ts';
import type { Ground } from './ground.ts';
import { relatedDenials } from './related-denials.ts';

function speakersOf(claims: readonly Claim[]): Set<EntityId> {
  return new Set(claims.map((claim) => claim.speaker).filter(isNamed));
}

/**
 * Adds the claims on who speaks for whom (relation types with `oneVoice`), for every speaker of the claims and everybody
 * they speak for: without them one origin would count as several.
 */
function withVoices(graph: GraphDocument, claims: readonly Claim[]): readonly Claim[] {
  const oneVoice = new Set(graph.ontology.relations.filter((type) => type.oneVoice).map((type) => type.id));
  const links = graph.claims.filter(isRelationClaim).filter((claim) => oneVoice.has(claim.type));
  const kept = new Set(claims);
  const voices = speakersOf(claims);
  for (let before = -1; before < kept.size; ) {
    before = kept.size;
    for (const link of links) {
      if (kept.has(link) || !voices.has(link.subject)) continue;
      kept.add(link);
      voices.add(link.object);
      if (isNamed(link.speaker)) voices.add(link.speaker);
    }
  }
  return graph.claims.filter((claim) => kept.has(claim));
}

/**
 * All relations that are needed so that each of these weighs what it weighs in the whole graph: those whose claims bear
 * on it (a denial of a broader form, what excludes it), and so on; and denials of the same of a whole that an end is
 * part of, which weigh nothing and are not to be left behind.
 */
export function closeUnderEvidence(ground: Ground, ids: Iterable<RelationId>): Set<RelationId> {
  const chosen = [...ids];
  const related = chosen.flatMap((id) => {
    const relation = ground.views.relation(id);
    return relation === undefined ? [] : relatedDenials(ground, relation);
  });
  const closed = new Set([...chosen, ...related]);
  for (const id of closed) for (const { on } of ground.table.bearing(id)) closed.add(on);
  return closed;
}

/**
 * Cuts a graph document down to some claims, closed under what they need to be checked: their entities, speakers,
 * go-betweens, places, sources with all they derive from, and the voices of those sources; and closed under what makes
 * origins one, so that each relation weighs what it weighs in the whole graph. The ontology stays whole.
 */
export function cutGraph(
  graph: GraphDocument,
  chosen: readonly Claim[],
  selection: string,
  taken: Date,
  weights: string,
): GraphDocument {
  const claims = withVoices(graph, chosen);
  const sources = new Map(graph.sources.map((source) => [source.id, source]));
  const keptSources = new Set<GraphDocument['sources'][number]>();
  const speakers = speakersOf(claims);
  // A document whose voice is quoted by name elsewhere is one origin with it, so it is told of.
  const queue = [...claims, ...graph.sources.filter((source) => speakers.has(source.speaker))].map((kept) =>
    'source' in kept ? kept.source : kept.id,
  );
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

/** The whole graph, with a manifest that says so and by which weights its verdicts are. */
export function wholeGraph(graph: GraphDocument, taken: Date, weights: string): GraphDocument {
  return {
    ...graph,
    manifest: {
      selection: describeSelection({ taken }),
      graph: contentHash(graph),
      weights,
      taken: taken.toISOString(),
      leftOut: { entities: 0, claims: 0, sources: 0 },
      closedUnderEvidence: true,
    },
  };
}
