import { quantityText } from '../../knowledge/words.ts';
import { type Claim, isFigureClaim, isNamed, isRelationClaim, type RelationClaim } from '../../model/claim.ts';
import { contentHash } from '../../model/content-hash.ts';
import type { Entity } from '../../model/entity.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import type { EntityId } from '../../model/ids.ts';
import type { EntityKind } from '../../model/ontology.ts';
import type { Source } from '../../model/source.ts';
import type { WriteOptions, Written } from '../format.ts';
import { graphName } from '../graph-name.ts';
import { type WeighedGraph, weighGraph } from '../weigh-graph.ts';
import { entityDescription } from './entity-description.ts';
import { carrying, extensionObjects } from './extension.ts';
import { confidenceOf, tagsOf } from './grades.ts';
import { hasCountryCode, locationOf } from './location-of.ts';
import { lossesOfStix } from './losses.ts';
import { createdWith, NOBODY_KNOWS, timesOf } from './object-times.ts';
import { relationshipType } from './relationship-type.ts';
import { spanOf } from './stix-time.ts';
import { stixIdsOf } from './uuid-v5.ts';

type Kinds = ReadonlyMap<string, EntityKind>;

/** Kinds that are a person or a body by their id; STIX wants to know which. Others are not guessed. */
const CLASSES: readonly (readonly [kinds: RegExp, identityClass: string])[] = [
  [/^(?:actor|person|individual|people)$/u, 'individual'],
  [/^(?:organi[sz]ation|state|government|company|party|agency|institution)$/u, 'organization'],
  [/^(?:group|movement)$/u, 'group'],
];

function typeOf(entity: Entity, kinds: Kinds): 'incident' | 'location' | 'identity' {
  const kind = kinds.get(entity.kind);
  if (kind?.event) return 'incident';
  return kind?.place ? 'location' : 'identity';
}

function entityObject(entity: Entity, id: string, kinds: Kinds, common: object): object {
  const type = typeOf(entity, kinds);
  const { name } = entity;
  const kind = kinds.get(entity.kind);
  const description = entityDescription(entity.summary, entity.aliases);
  return {
    type,
    id,
    ...common,
    name,
    ...(description === '' ? {} : { description }),
    ...(type === 'location' ? locationOf(entity) : {}),
    ...(type === 'identity'
      ? { identity_class: CLASSES.find(([kinds]) => kinds.test(entity.kind))?.[1] ?? 'unknown' }
      : {}),
    labels: [kind?.label ?? entity.kind],
    extensions: carrying({ entity }),
  };
}

function referenceTo(source: Source): object {
  const { id, title, publisher, url, sha256 } = source;
  return {
    source_name: publisher ?? title,
    description: title,
    external_id: id,
    ...(url === undefined ? {} : { url }),
    ...(url === undefined || sha256 === undefined ? {} : { hashes: { 'SHA-256': sha256 } }),
  };
}

/** What is said, by whom, and what all claims of it amount to. */
function words(claim: Claim, weighed: WeighedGraph): string {
  const { attribution, typeLabel } = weighed.claim(claim);
  const content = isFigureClaim(claim) ? quantityText(claim.quantity) : (claim.literal ?? '');
  const verdict = weighed.relation(claim);
  return [
    ...(content === '' ? [] : [`${typeLabel}: ${content}`]),
    `${claim.summary} (${claim.stance} ${attribution})`,
    ...(verdict === undefined ? [] : [`Verdict: ${verdict.verdictText}`]),
  ].join('\n');
}

/**
 * Writes a STIX 2.1 bundle. Entities are identities, incidents or locations by what the ontology says of their kind. A
 * claim that asserts a relation is a relationship; one that denies it an opinion `disagree` on those relationships, one
 * that doubts it an opinion `neutral`, which is weaker than what was said but no denial. Where nothing asserts it, and for
 * figures and statements about one entity, it is a note. `created_by_ref` is the speaker, where it is named and an
 * identity. A grouping holds all, with ontology and sources.
 *
 * Ids are made from the ids of the records and the name of the graph (its title, see `graphName`), so a record has the same
 * one in the graph and in its parts, and another one in another graph. `created` is when the document came out, and never
 * changes; `modified` is `options.now`, else when the subgraph was taken, else as `created`. Objects stand in the order of
 * the graph: of claims, that of their document.
 */
export function writeStix(graph: GraphDocument, options: WriteOptions = {}): Written {
  const weighed = weighGraph(graph);
  const kinds: Kinds = new Map(graph.ontology.kinds.map((kind) => [kind.id, kind]));
  const taken = graph.manifest === undefined ? undefined : new Date(graph.manifest.taken);
  const now = (options.now ?? taken)?.toISOString();
  const commonOf = (created: string): object => ({ spec_version: '2.1', ...timesOf(created, now) });
  const stixId = stixIdsOf(graphName(graph));
  const ids = new Map<EntityId, string>();
  const identities = new Set<EntityId>();
  for (const entity of graph.entities) {
    const type = typeOf(entity, kinds);
    ids.set(entity.id, stixId(type, 'entity', entity.id));
    if (type === 'identity') identities.add(entity.id);
  }
  const refOf = (id: EntityId): string => ids.get(id) ?? stixId('identity', 'entity', id);
  const sources = new Map(graph.sources.map((source) => [source.id, source]));
  const claimRef = (type: string, claim: Claim): string => stixId(type, 'claim', claim.id);

  /** What a relation has as relationships, by its id. */
  const asserted = new Map<string, string[]>();
  const relationOf = (claim: RelationClaim): string =>
    weighed.relation(claim)?.id ?? `${claim.subject}~${claim.type}~${claim.object}`;
  for (const claim of graph.claims) {
    if (!isRelationClaim(claim) || claim.stance !== 'asserts') continue;
    const refs = asserted.get(relationOf(claim));
    if (refs === undefined) asserted.set(relationOf(claim), [claimRef('relationship', claim)]);
    else refs.push(claimRef('relationship', claim));
  }

  let unseen = 0;
  let unsigned = 0;
  const claimObject = (claim: Claim): object => {
    const source = sources.get(claim.source);
    const confidence = confidenceOf(claim.credibility);
    const { speaker } = claim;
    const author = isNamed(speaker) && identities.has(speaker) ? refOf(speaker) : undefined;
    const shared = {
      ...commonOf(createdWith(source)),
      ...(author === undefined ? {} : { created_by_ref: author }),
      ...(confidence === undefined ? {} : { confidence }),
      ...(source === undefined
        ? {}
        : { labels: tagsOf(source.reliability, claim.credibility), external_references: [referenceTo(source)] }),
      extensions: carrying({ claim }),
    };
    const authors = [weighed.claim(claim).speaker.name];
    const explanation = words(claim, weighed);
    const targets = isRelationClaim(claim) ? asserted.get(relationOf(claim)) : undefined;
    if (isRelationClaim(claim) && claim.stance === 'asserts') {
      if (author === undefined) unsigned++;
      return {
        type: 'relationship',
        id: claimRef('relationship', claim),
        ...shared,
        relationship_type: relationshipType(claim.type),
        source_ref: refOf(claim.subject),
        target_ref: refOf(claim.object),
        description: explanation,
        ...spanOf(claim.when),
      };
    }
    if (isRelationClaim(claim) && (targets === undefined || claim.stance === 'doubts')) unseen++;
    if (targets !== undefined) {
      return {
        type: 'opinion',
        id: claimRef('opinion', claim),
        ...shared,
        opinion: claim.stance === 'denies' ? 'disagree' : 'neutral',
        explanation,
        authors,
        object_refs: targets,
      };
    }
    return {
      type: 'note',
      id: claimRef('note', claim),
      ...shared,
      abstract: weighed.claim(claim).typeLabel,
      content: explanation,
      authors,
      object_refs: [refOf(claim.subject), ...(isRelationClaim(claim) ? [refOf(claim.object)] : [])],
    };
  };

  const ofEntities = commonOf(NOBODY_KNOWS);
  const objects = [
    ...graph.entities.map((entity) => entityObject(entity, refOf(entity.id), kinds, ofEntities)),
    ...graph.claims.map(claimObject),
  ];
  const own = extensionObjects();
  const hash = contentHash(graph);
  const latest = graph.sources.map(createdWith).reduce((a, b) => (a < b ? b : a), NOBODY_KNOWS);
  const grouping = {
    type: 'grouping',
    id: stixId('grouping', 'graph', hash),
    ...commonOf(latest),
    name: graph.title ?? 'Untitled graph',
    description:
      'Claims, not facts: each relationship, opinion and note is what its author says. ' +
      `Content hash ${hash}, weights version ${weighed.weights}.` +
      (graph.manifest === undefined ? '' : ` Taken from ${graph.manifest.graph}: ${graph.manifest.selection}`),
    context: 'unspecified',
    object_refs: [...objects, ...own].map(idOfObject),
    extensions: carrying({
      ontology: graph.ontology,
      sources: graph.sources,
      ...(graph.title === undefined ? {} : { title: graph.title }),
      ...(graph.manifest === undefined ? {} : { manifest: graph.manifest }),
    }),
  };
  const lines = [...own, ...objects, grouping].map((object) => JSON.stringify(object));
  const id = stixId('bundle', 'graph', hash);
  const unplaced = graph.entities.filter(
    (entity) => typeOf(entity, kinds) === 'location' && !hasCountryCode(entity),
  ).length;
  const text = `{"type":"bundle","id":${JSON.stringify(id)},"objects":[\n${lines.join(',\n')}\n]}\n`;
  return {
    files: [{ name: 'ascribe-graph.stix.json', text }],
    losses: lossesOfStix(graph, { unseen, unsigned, unplaced }),
  };
}

function idOfObject(object: object): string {
  return 'id' in object && typeof object.id === 'string' ? object.id : '';
}
