import { type Claim, isNamed, type Speaker } from '../../model/claim.ts';
import { contentHash } from '../../model/content-hash.ts';
import type { Entity } from '../../model/entity.ts';
import { GraphDocument } from '../../model/graph-document.ts';
import type { EntityId } from '../../model/ids.ts';
import { byCodePoint } from '../../model/order.ts';
import type { Source } from '../../model/source.ts';
import type { Written } from '../format.ts';
import { graphName } from '../graph-name.ts';
import { type WeighedGraph, weighGraph } from '../weigh-graph.ts';
import { CONTEXT, graphIri, irisOf, ROLES } from './context.ts';

type Node = Readonly<Record<string, unknown>>;
type Iris = ReturnType<typeof irisOf>;

function agentOf(speaker: Speaker, iri: Iris): unknown {
  if (isNamed(speaker)) return iri('entity', speaker);
  const { unnamed, reliability } = speaker;
  return { type: 'Agent', name: unnamed, ...(reliability === undefined ? {} : { reliability }) };
}

/** An entity. Whoever speaks is a prov:Agent besides. */
function entityNode(entity: Entity, speaks: boolean, iri: Iris): Node {
  const { id, kind, name, aliases, summary, sameAs, unidentified, ...plain } = entity;
  return {
    id: iri('entity', id),
    type: speaks ? ['Thing', 'Agent'] : ['Thing'],
    kind,
    name,
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(summary === undefined ? {} : { description: summary }),
    ...(unidentified ? { unidentified } : {}),
    ...(sameAs === undefined
      ? {}
      : {
          identifier: Object.entries(sameAs)
            .toSorted(([a], [b]) => byCodePoint(a, b))
            .map(([propertyID, value]) => ({ type: 'PropertyValue', propertyID, value })),
        }),
    ...plain,
  };
}

function sourceNode(source: Source, iri: Iris): Node {
  const { id, derivedFrom, speaker, ...plain } = source;
  return {
    id: iri('source', id),
    type: ['Entity', 'Document'],
    ...plain,
    speaker: iri('entity', speaker),
    ...(derivedFrom.length === 0 ? {} : { wasDerivedFrom: derivedFrom.map((from) => iri('source', from)) }),
  };
}

/**
 * A claim: what is claimed, by whom, and where it stands. In its own voice a source is the primary source of a claim;
 * where it reports somebody else's word, the claim was quoted from it.
 */
function claimNode(claim: Claim, own: EntityId | undefined, weighed: WeighedGraph, iri: Iris): Node {
  const { id, source, subject, type, object, speaker, via, place, summary, ...plain } = claim;
  const document = iri('source', source);
  const relation = weighed.relation(claim);
  return {
    id: iri('claim', id),
    type: ['Entity', 'Claim'],
    text: summary,
    subject: iri('entity', subject),
    relationType: type,
    ...(object === undefined ? {} : { object: iri('entity', object) }),
    ...plain,
    ...(place === undefined ? {} : { place: iri('entity', place) }),
    ...(isNamed(speaker) ? { wasAttributedTo: iri('entity', speaker) } : {}),
    qualifiedAttribution: [
      { type: 'Attribution', agent: agentOf(speaker, iri), hadRole: ROLES.speaker },
      // A set has no order in RDF; go-betweens have.
      ...via.map((one, i) => ({ type: 'Attribution', agent: agentOf(one, iri), hadRole: ROLES.via, position: i + 1 })),
    ],
    ...(speaker === own ? { hadPrimarySource: document } : { wasQuotedFrom: document }),
    appearance: document,
    ...(relation === undefined ? {} : { relationVerdict: relation.verdictText }),
  };
}

/**
 * Writes JSON-LD 1.1 with its context inside: one prov:Bundle of entities, documents and claims. It holds all that a graph
 * document holds, and the verdict of each relation in words. Throws a ZodError for what is no graph document.
 */
export function writeJsonLd(graph: GraphDocument): Written {
  const ordered = GraphDocument.parse(graph);
  const weighed = weighGraph(ordered);
  const iri = irisOf(graphName(ordered));
  const voices = new Map(ordered.sources.map(({ id, speaker }) => [id, speaker]));
  const speakers = new Set<EntityId>(voices.values());
  for (const { speaker, via } of ordered.claims) {
    if (isNamed(speaker)) speakers.add(speaker);
    for (const one of via) if (isNamed(one)) speakers.add(one);
  }
  const document = {
    '@context': CONTEXT,
    id: graphIri(contentHash(ordered)),
    type: 'Bundle',
    ...(ordered.title === undefined ? {} : { title: ordered.title }),
    weights: weighed.weights,
    ...(ordered.manifest === undefined ? {} : { manifest: ordered.manifest }),
    ontology: ordered.ontology,
    '@graph': [
      ...ordered.entities.map((entity) => entityNode(entity, speakers.has(entity.id), iri)),
      ...ordered.sources.map((source) => sourceNode(source, iri)),
      ...ordered.claims.map((claim) => claimNode(claim, voices.get(claim.source), weighed, iri)),
    ],
  };
  // JSON-LD is put into web pages, where a name must not end the script element that it stands in.
  const text = JSON.stringify(document, null, 2).replaceAll('<', '\\u003c');
  return { files: [{ name: 'ascribe-graph.jsonld', text: `${text}\n` }], losses: [] };
}
