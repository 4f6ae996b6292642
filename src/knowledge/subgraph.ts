import { isNamed } from '../model/claim.ts';
import { contentHash } from '../model/content-hash.ts';
import type { GraphDocument, Manifest } from '../model/graph-document.ts';
import type { EntityId, SourceId } from '../model/ids.ts';
import { cutText } from '../model/text.ts';
import type { Closure, Lacking } from './closure.ts';
import { describeSelection, WHOLE_GRAPH } from './describe-selection.ts';

const NOTHING_LACKING: Lacking = { interests: 0, partialDenials: 0, relatedDenials: 0, rivals: 0 };

/**
 * Cuts a graph document down to a part that is closed under evidence, with what it needs to be checked: entities,
 * speakers, go-betweens, places, sources with all they derive from, and the voices of those sources; and with what makes
 * origins one, so that each relation weighs what it weighs in the whole graph. The ontology stays whole. `cut` says how it
 * was selected, and the content hash of the graph. Where the graph is a part itself, what was left out of it counts too.
 */
export function cutGraph(
  graph: GraphDocument,
  { claims, origins, parts, lacking }: Closure,
  cut: Pick<Manifest, 'selection' | 'chosen' | 'graph' | 'weights' | 'taken'>,
): GraphDocument {
  const sources = new Map(graph.sources.map((source) => [source.id, source]));
  const keptSources = new Set<SourceId>();
  const needed = new Set<EntityId>();
  for (const claim of claims) {
    keptSources.add(claim.source);
    needed.add(claim.subject);
    if (claim.object !== undefined) needed.add(claim.object);
    if (claim.place !== undefined) needed.add(claim.place);
    for (const speaker of [claim.speaker, ...claim.via]) if (isNamed(speaker)) needed.add(speaker);
  }
  for (const origin of origins) {
    for (const source of parts.sources.get(origin) ?? []) keptSources.add(source);
    for (const entity of parts.entities.get(origin) ?? []) needed.add(entity);
  }
  for (const id of keptSources) {
    const source = sources.get(id);
    if (source === undefined) continue;
    needed.add(source.speaker);
    for (const from of source.derivedFrom) keptSources.add(from);
  }
  const entities = graph.entities.filter((entity) => needed.has(entity.id));
  return {
    format: graph.format,
    version: graph.version,
    ...(graph.title === undefined ? {} : { title: graph.title }),
    manifest: ofPart(graph.manifest, {
      ...cut,
      leftOut: {
        entities: graph.entities.length - entities.length,
        claims: graph.claims.length - claims.size,
        sources: graph.sources.length - keptSources.size,
      },
      ...lackingIn(lacking),
      closedUnderEvidence: true,
    }),
    ontology: graph.ontology,
    sources: graph.sources.filter((source) => keptSources.has(source.id)),
    entities,
    claims: graph.claims.filter((claim) => claims.has(claim)),
  };
}

function lackingOf({ lacking }: Manifest): Lacking {
  return { ...NOTHING_LACKING, ...lacking, rivals: lacking?.rivals ?? 0 };
}

/** As the manifest has it: nothing is said of nothing, and rival answers only where any were left out. */
function lackingIn({ rivals, ...others }: Lacking): Pick<Manifest, 'lacking'> {
  if (rivals > 0) return { lacking: { ...others, rivals } };
  return Object.values(others).some((count) => count > 0) ? { lacking: others } : {};
}

/** The whole graph, with a manifest that says so and by which weights its verdicts are. */
export function wholeGraph(
  graph: GraphDocument,
  taken: Date,
  weights: string,
  hash: string = contentHash(graph),
): GraphDocument {
  return {
    ...graph,
    manifest: ofPart(graph.manifest, {
      selection: describeSelection({ taken }),
      graph: hash,
      weights,
      taken: taken.toISOString(),
      leftOut: { entities: 0, claims: 0, sources: 0 },
      closedUnderEvidence: true,
    }),
  };
}

/**
 * The manifest of what was taken from a graph that is a part itself: what was left out of that one is not in this one
 * either. Its words come first, since they may say that denials are lacking, and long words are cut at their end.
 */
function ofPart(part: Manifest | undefined, manifest: Manifest): Manifest {
  if (part === undefined) return manifest;
  const { entities, claims, sources } = manifest.leftOut;
  const { leftOut } = part;
  const chosen = manifest.chosen ?? part.chosen;
  const [own, before] = [lackingOf(manifest), lackingOf(part)];
  const summed: Lacking = {
    interests: own.interests + before.interests,
    partialDenials: own.partialDenials + before.partialDenials,
    relatedDenials: own.relatedDenials + before.relatedDenials,
    rivals: own.rivals + before.rivals,
  };
  return {
    ...manifest,
    ...(chosen === undefined ? {} : { chosen }),
    graph: part.graph,
    selection: wordsOfPart(part.selection, manifest.selection),
    leftOut: {
      ...leftOut,
      entities: entities + leftOut.entities,
      claims: claims + leftOut.claims,
      sources: sources + leftOut.sources,
    },
    ...lackingIn(summed),
    closedUnderEvidence: manifest.closedUnderEvidence && part.closedUnderEvidence,
  };
}

function wordsOfPart(part: string, selection: string): string {
  if (selection === WHOLE_GRAPH) return part;
  if (part === WHOLE_GRAPH) return selection;
  return cutText(`${cutText(part, 2400)}; of that: ${selection}`, 4500);
}
