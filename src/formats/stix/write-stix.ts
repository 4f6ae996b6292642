import { quantityText } from '../../knowledge/words.ts';
import { type Claim, isFigureClaim, isNamed, isRelationClaim, type RelationClaim } from '../../model/claim.ts';
import { contentHash } from '../../model/content-hash.ts';
import type { Entity } from '../../model/entity.ts';
import type { GraphDocument } from '../../model/graph-document.ts';
import type { EntityId } from '../../model/ids.ts';
import type { EntityKind } from '../../model/ontology.ts';
import type { Source } from '../../model/source.ts';
import type { KnownLoss, Loss, WriteOptions, Written } from '../format.ts';
import { measured } from '../losses.ts';
import { type WeighedGraph, weighGraph } from '../weigh-graph.ts';
import { carrying, extensionObjects } from './extension.ts';
import { confidenceOf, tagsOf } from './grades.ts';
import { spanOf } from './stix-time.ts';
import { stixId } from './uuid-v5.ts';

/** What other programs do not see. Ascribe reads all of it back from the extension. */
export const STIX_LOSSES: readonly KnownLoss[] = [
  {
    field: 'claims.stance',
    why:
      'a doubt is an opinion that takes no side, and a denial of what nobody in the file asserts a note, since an opinion ' +
      'needs a relationship to be about; other programs do not see what they deny or doubt',
    keptBy: 'json',
  },
  {
    field: 'claims.via',
    why: 'STIX has no go-betweens; they stand in the extension, which other programs pass over',
    keptBy: 'json',
  },
  {
    field: 'claims.when',
    why:
      'STIX has timestamps only, and of relationships alone: other programs see the first and last moment that a date can ' +
      'mean, and no time of a denial, a figure or a statement',
    keptBy: 'json',
  },
  {
    field: 'claims.said',
    why: 'STIX has no field for when something was said; it stands in the extension, which other programs pass over',
    keptBy: 'json',
  },
  {
    field: 'claims.place, claims.locator',
    why: 'STIX does not tell where a claim holds, nor where in its document it stands; the extension does',
    keptBy: 'json',
  },
  {
    field: 'claims.hedge, claims.confidence',
    why: 'the confidence of STIX holds the credibility alone; hedge and confidence stand in the extension',
    keptBy: 'json',
  },
  {
    field: 'sources.reliability',
    why: 'STIX grades no sources; the letter stands as a tag among the labels and in the extension',
    keptBy: 'json',
  },
  {
    field: 'sources.derivedFrom, sources.origin',
    why: 'other programs take each source for independent; which takes its word from which stands in the extension',
    keptBy: 'json',
  },
];

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
  const { name, summary, aliases } = entity;
  const kind = kinds.get(entity.kind);
  const description = [
    ...(summary === undefined ? [] : [summary]),
    ...(aliases.length === 0 ? [] : [`Also: ${aliases.join(' | ')}`]),
  ].join('\n');
  return {
    type,
    id,
    ...common,
    name,
    ...(description === '' ? {} : { description }),
    // A location needs a region, country or coordinates. Its name is all that is known.
    ...(type === 'location' ? { region: name } : {}),
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

/** A relation type as STIX allows it: lower case, digits and hyphens. */
function relationshipType(type: string): string {
  const text = type
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
  return text === '' ? 'related-to' : text;
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
 * identity. A grouping holds all, with ontology and sources. Ids are made from ids, so the same graph gives the same file,
 * apart from `created`, which is `options.now`, else when the subgraph was taken, else 1970.
 */
export function writeStix(graph: GraphDocument, options: WriteOptions = {}): Written {
  const weighed = weighGraph(graph);
  const kinds: Kinds = new Map(graph.ontology.kinds.map((kind) => [kind.id, kind]));
  const created = (options.now ?? new Date(graph.manifest?.taken ?? 0)).toISOString();
  const common = { spec_version: '2.1', created, modified: created };
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
  const claimObject = (claim: Claim): object => {
    const source = sources.get(claim.source);
    const confidence = confidenceOf(claim.credibility);
    const shared = {
      ...common,
      ...(isNamed(claim.speaker) && identities.has(claim.speaker) ? { created_by_ref: refOf(claim.speaker) } : {}),
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

  const objects = [
    ...graph.entities.map((entity) => entityObject(entity, refOf(entity.id), kinds, common)),
    ...graph.claims.map(claimObject),
  ];
  const own = extensionObjects(created);
  const hash = contentHash(graph);
  const grouping = {
    type: 'grouping',
    id: stixId('grouping', 'graph', hash),
    ...common,
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
  const text = `{"type":"bundle","id":${JSON.stringify(id)},"objects":[\n${lines.join(',\n')}\n]}\n`;
  return {
    files: [{ name: 'ascribe-graph.stix.json', text }],
    losses: lossesOfStix(graph, unseen),
  };
}

/** `unseen`: how many denials and doubts other programs do not see. */
function lossesOfStix({ claims, sources }: GraphDocument, unseen: number): Loss[] {
  const count = (has: (claim: Claim) => boolean): number => claims.filter(has).length;
  return measured(
    STIX_LOSSES,
    new Map([
      ['claims.stance', unseen],
      ['claims.via', count(({ via }) => via.length > 0)],
      ['claims.when', count(({ when }) => when !== undefined)],
      ['claims.said', count(({ said }) => said !== undefined)],
      ['claims.place, claims.locator', count(({ place, locator }) => (place ?? locator) !== undefined)],
      ['claims.hedge, claims.confidence', count(({ hedge, confidence }) => (hedge ?? confidence) !== undefined)],
      ['sources.reliability', sources.length],
      [
        'sources.derivedFrom, sources.origin',
        sources.filter(({ derivedFrom, origin }) => derivedFrom.length > 0 || origin !== undefined).length,
      ],
    ]),
  );
}

function idOfObject(object: object): string {
  return 'id' in object && typeof object.id === 'string' ? object.id : '';
}
